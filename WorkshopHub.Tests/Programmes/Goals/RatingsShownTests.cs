using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Programmes.Goals;

/// <summary>How far a member says to be is shown to the set's advisor one by one, on purpose, and to that person alone.</summary>
public sealed class RatingsShownTests : IAsyncLifetime
{
    private SetWorld _there = null!;
    private HttpClient _alma = null!;
    private string _page = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        _alma = await _there.AsAsync("Alma Tamm");
        _page = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}/goal";
        using var written = await _alma.PostAsync(_page, "", ("Goal.Version", "0"), ("Goal.Text", "Staying in the room"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_rating_is_shown_to_the_sets_advisor_by_name_and_kept_again_and_a_new_advisor_sees_nothing_of_it()
    {
        var (world, part) = (_there.World, _page.Replace("/goal", "", StringComparison.Ordinal));
        var (aada, arno) = (await _there.AsAsync("Aada Advisor"), await _there.AsAsync("Arno Advisor"));
        using var rated = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "2"), ("Note", "I stayed once"));
        Assert.DoesNotContain("2 of 5", await aada.GetStringAsync(part, Stop), StringComparison.Ordinal);
        Assert.Contains("Show it to Aada", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        await TellAsync("Aada Advisor", true, HttpStatusCode.Redirect);
        var mine = await _alma.GetStringAsync(_page, Stop);
        Assert.Contains("you and Aada</span>", mine, StringComparison.Ordinal);
        Assert.Contains("Aada reads it", mine, StringComparison.Ordinal);
        Assert.Contains("Your rating, kick-off: Aada Advisor", await _alma.GetStringAsync(_there.At("shared"), Stop), StringComparison.Ordinal);
        var read = await aada.GetStringAsync(part, Stop);
        Assert.Contains("2 of 5", read, StringComparison.Ordinal);
        Assert.Contains("I stayed once", read, StringComparison.Ordinal);
        foreach (var (name, page) in new[] { ("Bo Lind", part), ("Uma Supervisor", $"{part}/talks"), ("Uma Supervisor", part), ("Mari Kask", part) })
        {
            Assert.DoesNotContain("I stayed once", await (await _there.AsAsync(name)).GetStringAsync(page, Stop), StringComparison.Ordinal);
        }

        await TellAsync("Aada Advisor", false, HttpStatusCode.Redirect);
        Assert.DoesNotContain("2 of 5", await aada.GetStringAsync(part, Stop), StringComparison.Ordinal);
        Assert.Contains("yours alone</span>", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        await TellAsync("Bo Lind", true, HttpStatusCode.Conflict);
        await TellAsync("Arno Advisor", true, HttpStatusCode.Conflict);
        await TellAsync("Aada Advisor", true, HttpStatusCode.Redirect);
        await AdviseAsync("Aada Advisor", "Arno Advisor");
        Assert.DoesNotContain("2 of 5", await arno.GetStringAsync(part, Stop), StringComparison.Ordinal);
        using var gone = await aada.GetAsync(part, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("Show it to Arno", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        await AdviseAsync("Arno Advisor", "Aada Advisor");
        Assert.DoesNotContain("2 of 5", await aada.GetStringAsync(part, Stop), StringComparison.Ordinal);
        Assert.Equal(
            "share-rating-with-advisor,unshare-rating-with-advisor,share-rating-with-advisor",
            await _there.Site.OneAsync<string>("SELECT group_concat(act) FROM (SELECT act FROM audit WHERE act LIKE '%share-rating%' AND person_id = @alma ORDER BY id)", new { alma = world["Alma Tamm"] }));
    }

    [Fact]
    public async Task What_the_advisor_was_shown_stays_behind_when_a_member_moves_and_ends_when_the_days_after_the_close_are_over()
    {
        var (world, alma) = (_there.World, _there.World["Alma Tamm"]);
        var aada = await _there.AsAsync("Aada Advisor");
        using var rated = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "2"), ("Note", "I stayed once"));
        await TellAsync("Aada Advisor", true, HttpStatusCode.Redirect);

        // Aada advises Square too: there she has been shown nothing.
        await _there.Site.Writer.RunAsync(
            writes =>
            {
                SetMembers.Move(writes, _there.Set, world.Sets[2].Id, alma, null);
                return true;
            }, Stop);
        var part = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}";
        _page = $"{part}/goal";
        Assert.DoesNotContain("2 of 5", await aada.GetStringAsync(part, Stop), StringComparison.Ordinal);
        await TellAsync("Aada Advisor", true, HttpStatusCode.Redirect);
        using var told = await _alma.PostAsync(_page, "?handler=Tell&moment=KickOff&shared=true");
        Assert.Contains("2 of 5", await aada.GetStringAsync(part, Stop), StringComparison.Ordinal);
        await _there.Site.Writer.RunAsync(
            writes =>
            {
                foreach (var room in _there.Site.Services.GetServices<IForgetting>())
                {
                    room.OnClosing(writes, world.Programme);
                }

                return true;
            }, Stop);
        Assert.DoesNotContain("2 of 5", await aada.GetStringAsync(part, Stop), StringComparison.Ordinal);
        var uma = await _there.AsAsync("Uma Supervisor");
        Assert.DoesNotContain("2 of 5", await uma.GetStringAsync($"{part}/talks", Stop), StringComparison.Ordinal);
        Assert.Contains("I stayed once", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
    }

    private async Task TellAsync(string advisor, bool shared, HttpStatusCode status)
    {
        using var told = await _alma.PostAsync(_page, $"?handler=Tell&moment=KickOff&advisor={_there.World[advisor]}&shared={(shared ? "true" : "false")}");
        Assert.Equal((advisor, status), (advisor, told.StatusCode));
    }

    private async Task AdviseAsync(string before, string after) => await _there.Site.Writer.RunAsync(
        writes =>
        {
            var world = _there.World;
            RoleCommands.FreeFrom(writes, world.Programme, _there.Set, "Advisor", world[before], null);
            return RoleCommands.Appoint(writes, world.Programme, _there.Set, "Advisor", world[after], null);
        }, Stop);
}
