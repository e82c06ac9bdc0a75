using System.Diagnostics;
using System.Net;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>Many come at once and all get in; one browser fills no room.</summary>
public sealed class GuestTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public GuestTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_hundred_who_come_at_once_from_one_address_all_get_in()
    {
        var clock = Stopwatch.StartNew();
        var came = await Task.WhenAll(Enumerable.Range(0, 100).Select(async n =>
        {
            using var client = _site.NewClient();
            return (await GuestAsync(client, $"Guest {n}")).StatusCode;
        }));
        Assert.All(came, status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
        Assert.Equal(100, await HereAsync());
    }

    [Fact]
    public async Task One_browser_has_one_place_in_a_room_and_brings_ten_guests_an_hour()
    {
        using var client = _site.NewClient();
        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await GuestAsync(client, $"Guest {n}")).StatusCode);
            Assert.Equal(1, await HereAsync());
        }

        using var refused = await GuestAsync(client, "Guest 10");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Ten guests came in by this phone", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var other = _site.NewClient();
        Assert.Equal(HttpStatusCode.Redirect, (await GuestAsync(other, "Guest 10")).StatusCode);
    }

    [Fact]
    public async Task A_room_that_is_full_of_guests_says_so_and_names_from_the_list_still_get_in()
    {
        await _site.Writer.RunAsync(writes =>
        {
            for (var n = 0; n < Seats.MostGuests; n++)
            {
                var place = writes.Insert(
                    "INSERT INTO participant (workshop_id, name, role, joined_at) VALUES (@Workshop, @name, 'Guest', @Now)",
                    new { _world.Workshop, name = $"Filler {n}", writes.Now });
                Seats.AddDeviceOf(writes, place, Web.Accounts.Assurance.Claimed, $"filler {n}");
            }

            return true;
        }, Stop);
        using var client = _site.NewClient();
        using var refused = await GuestAsync(client, "One too many");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE device SET revoked_at = @Now WHERE token_hash = 'filler 7'", new { writes.Now }), Stop);
        Assert.Equal(HttpStatusCode.Redirect, (await GuestAsync(client, "One too many")).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_called_as_somebody_who_is_here_is_asked_to_add_something()
    {
        using var client = _site.NewClient();
        using var refused = await GuestAsync(client, "Alma Tamm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Somebody called Alma Tamm is in this workshop already.", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> GuestAsync(HttpClient client, string name) =>
        client.PostFormAsync($"/j/{World.RoomCode}?as=others&set=0", $"/j/{World.RoomCode}?handler=guest", ("Name", name));

    private Task<long> HereAsync() => _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM device WHERE revoked_at IS NULL"), Stop);
}
