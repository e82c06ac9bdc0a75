using System.Net;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

/// <summary>A browser has one place in a room: with another name, the one before is free, and nothing hears of it any more.</summary>
public sealed class OtherNameTests : IAsyncDisposable
{
    private const string Door = $"/j/{World.RoomCode}";

    private readonly LiveRoom _room = LiveRoom.Open();

    private Site Site => _room.Site;

    private World World => _room.World;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Theory]
    [InlineData("pick")]
    [InlineData("guest")]
    [InlineData("badge")]
    public async Task An_open_page_of_the_name_before_is_cut_off_from_its_set_and_the_name_is_free(string way)
    {
        var (_, cookie) = await _room.JoinAsync(member: "Alma Tamm");
        var page = await _room.ConnectAsync(cookie);
        await page.WatchAsync("phone", World.Workshop);
        using var phone = Clients.New(Site.Url, Viewers.SeatCookie, cookie.Split('=')[1]);

        using var answer = way switch
        {
            "pick" => await phone.PostFormAsync($"{Door}?as=others", $"{Door}?handler=pick", ("person", $"{World["Cecil Hart"]}")),
            "guest" => await phone.PostFormAsync($"{Door}?as=others", $"{Door}?handler=guest", ("Name", "Gast")),
            _ => await BadgeAsync(phone, "Cecil Hart"),
        };

        Assert.Equal($"/w/{World.Workshop}", answer.Headers.Location?.OriginalString);
        await page.Closed;
        using var alma = Site.NewClient();
        using var taken = await alma.PostFormAsync($"{Door}?as=others", $"{Door}?handler=pick", ("person", $"{World["Alma Tamm"]}"));
        Assert.Equal($"/w/{World.Workshop}", taken.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_taken_name_that_is_tapped_twice_is_asked_for_once_and_its_answer_is_found()
    {
        await _room.JoinAsync(member: "Alma Tamm");
        using var phone = Site.NewClient();
        var device = Tokens.New();
        for (var tap = 0; tap < 2; tap++)
        {
            using var asked = await phone.PostFormAsync(
                $"{Door}?as=others", $"{Door}?handler=pick", ("person", $"{World["Alma Tamm"]}"), ("Device", device));
            Assert.Equal("/j/wait", asked.Headers.Location?.OriginalString);
        }

        var claim = Assert.Single(await Site.Db.ReadAsync(reads => Claims.Waiting(reads, World.Workshop)));
        await Site.Writer.RunAsync(writes => Claims.LetIn(writes, World.Workshop, claim.Id, Assurance.Vouched, World["Mari Kask"]));
        using var wait = await phone.GetAsync("/j/wait");
        Assert.Equal(HttpStatusCode.Redirect, wait.StatusCode);
    }

    private async Task<HttpResponseMessage> BadgeAsync(HttpClient phone, string name)
    {
        var token = await Site.Writer.RunAsync(writes => PersonalLinks.Make(writes, World[name], "Invitation", World.Workshop, null));
        return await phone.PostFormAsync($"/i/{token}", $"/i/{token}");
    }
}
