using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>Phones and secrets that are no longer, or never were, the right ones.</summary>
public sealed class KeptOutTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public KeptOutTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_phone_whose_name_was_freed_is_out_with_the_cookie_that_it_still_has()
    {
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var place = await _site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM participant"));
        Assert.Equal(HttpStatusCode.OK, (await phone.Client.GetAsync($"/w/{_world.Workshop}?handler=me")).StatusCode);
        await _site.Writer.RunAsync(writes => Seats.Free(writes, _world.Workshop, place, null));
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.Client.GetAsync($"/w/{_world.Workshop}?handler=me")).StatusCode);
    }

    [Fact]
    public async Task A_phone_that_another_phone_lets_in_is_in_the_room_but_has_none_of_its_rights()
    {
        using var known = await PlainPhone.JoinAsync(_world, _site, "Aada Advisor");
        var place = await _site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM participant"));
        await _site.Writer.RunAsync(writes => Seats.Vouch(writes, _world.Workshop, place, null));
        using var other = await PlainPhone.JoinAsync(_world, _site, "Aada Advisor");
        var claim = (await _site.Db.ReadAsync(reads => Claims.Waiting(reads, _world.Workshop))).Single();
        await known.Client.PostFormAsync(
            $"/w/{_world.Workshop}", $"/w/{_world.Workshop}?handler=claim&claim={claim.Id}&letIn=true");
        Assert.Equal($"/w/{_world.Workshop}", (await other.Client.GetAsync("/j/wait")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await other.Client.GetAsync($"/w/{_world.Workshop}?handler=me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await known.Client.GetAsync($"/w/{_world.Workshop}/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/w/{_world.Workshop}/people")).StatusCode);
        Assert.Equal(["Vouched", "Claimed"], await _site.Db.ReadAsync(reads =>
            reads.Query<string>("SELECT assurance FROM device ORDER BY id")));
    }

    [Fact]
    public async Task Another_secret_neither_changes_nor_deletes_an_anonymous_post()
    {
        await PlainPhone.OpenAsync(_world, _site, change: "UPDATE activity SET name_mode = 'Anonymous' WHERE id = @id");
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var (id, secret) = (Tokens.New(), Tokens.New());
        await alma.PostAsync("Nobody's words", id, secret: secret);
        (string, string)[] edit = [("edit", id), ("version", "1")];
        Assert.Equal(HttpStatusCode.Forbidden, (await alma.PostAsync("Others", secret: Tokens.New(), more: edit)).StatusCode);
        Assert.Equal("Nobody's words", (await alma.RowAsync(id))!.Text);
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Others", secret: secret, more: edit)).StatusCode);
    }
}
