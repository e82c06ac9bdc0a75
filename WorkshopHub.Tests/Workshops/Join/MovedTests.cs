using System.Net;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>What somebody may do and hear follows what they are now, not what they were when they joined.</summary>
public sealed class MovedTests : IAsyncDisposable
{
    private readonly LiveRoom _room = LiveRoom.Open();

    private World World => _room.World;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task An_advisor_whose_role_is_taken_may_no_longer_act_as_one()
    {
        using var phone = await PlainPhone.JoinAsync(World, _room.Site, "Aada Advisor");
        await _room.Site.Writer.RunAsync(writes => Seats.Vouch(
            writes, World.Workshop, writes.First<long>("SELECT id FROM participant"), null), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await phone.Client.GetAsync($"/w/{World.Workshop}/people")).StatusCode);
        await _room.Site.Writer.RunAsync(
            writes => writes.Execute("DELETE FROM role_assignment WHERE role = 'Advisor'"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Client.GetAsync($"/w/{World.Workshop}/people")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await phone.Client.GetAsync($"/w/{World.Workshop}")).StatusCode);
    }

    [Fact]
    public async Task Who_moves_to_another_set_hears_and_posts_in_that_one()
    {
        var (from, to) = (World.Sets[0].Id, World.Sets[1].Id);
        await PlainPhone.OpenAsync(World, _room.Site);
        using var phone = await PlainPhone.JoinAsync(World, _room.Site, "Alma Tamm");
        using var mari = await Office.SignInAsync(_room.Site, World.Mail("Mari Kask"));
        var moved = await mari.PostAsync(
            $"/programmes/{World.Programme}/people/{World["Alma Tamm"]}", "?handler=Set", ("Form.SetId", $"{to}"),
            ("Form.Membership", $"{await _room.Site.OneAsync<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma = World["Alma Tamm"] })}"), ("Form.MembershipVersion", "1"));
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        var page = await phone.Client.GetStringAsync($"/w/{World.Workshop}");
        Assert.Contains(Channels.Set(World.Workshop, to) + "@", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Channels.Set(World.Workshop, from) + "@", page, StringComparison.Ordinal);
        var id = Tokens.New();
        await phone.PostAsync("Among new people", id);
        Assert.Equal(to, (await phone.RowAsync(id))!.SetId);
    }

    [Fact]
    public async Task A_set_with_another_name_is_told_to_open_walls_and_to_its_phones()
    {
        var (wall, phone) = (await _room.WatchWallAsync(), await _room.WatchPhoneAsync());
        await _room.Site.Writer.RunAsync(writes => writes.Execute(
            "INSERT INTO membership (set_id, person_id, joined_at) VALUES (@set, @person, @Now)",
            new { set = World.Sets[0].Id, person = World["Otto Outsider"], writes.Now }), TestContext.Current.CancellationToken);
        using var mari = await Office.SignInAsync(_room.Site, World.Mail("Mari Kask"));
        var page = $"/programmes/{World.Programme}/sets/{World.Sets[0].Id}";
        var answer = await mari.PostAsync(page, "", ("SetName", "Early Birds"), ("Version", "1"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await wall.UntilAsync(push => push.Reread == true);
        await phone.UntilAsync(push => push.Puts?.Any(put => put.Html.Contains("Early Birds", StringComparison.Ordinal)) == true);
    }
}
