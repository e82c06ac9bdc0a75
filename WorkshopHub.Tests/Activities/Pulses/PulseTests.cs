using System.Net;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Pulses;

namespace WorkshopHub.Tests.Activities.Pulses;

public sealed class PulseTests(Browser browser) : BrowserTest(browser)
{
    private const string ToPulse =
        """UPDATE activity SET kind = 'pulse', name_mode = 'Anonymous', reveal = 'AfterClose', settings = '{"Standard":[1,2]}' WHERE id = @id""";

    private static readonly string[] _people = ["Alma Tamm", "Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar"];
    private readonly World _world = World.Plant();
    private Site _site = null!;

    public override ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_joins_an_answer_to_a_person_and_only_its_secret_changes_it()
    {
        await PlainPhone.OpenAsync(_world, _site, change: ToPulse);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var secret = Tokens.New();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(alma, secret, 2, 5)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(alma, secret, 3, 4)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(alma, Tokens.New(), 1, 1)).StatusCode);
        var columns = await _site.Db.ReadAsync(r => r.Query<string>("SELECT name FROM pragma_table_info('pulse_answer') ORDER BY cid"));
        Assert.Equal(["activity_id", "secret_hash", "statement", "value"], columns);
        Assert.Equal([3, 4], await _site.Db.ReadAsync(r => r.Query<long>("SELECT value FROM pulse_answer ORDER BY value")));
        Assert.Equal(1, await _site.Db.ReadAsync(r => r.First<long>("SELECT times FROM answered")));
        Assert.Equal(Tokens.Hash(secret), await _site.Db.ReadAsync(r => r.First<string>("SELECT secret_hash FROM pulse_answer LIMIT 1")));
    }

    [Theory]
    [InlineData("6", 422)]
    [InlineData("-1", 422)]
    [InlineData("<b>", 422)]
    [InlineData("", 422)]
    [InlineData("5", 200)]
    public async Task Only_one_to_five_is_taken(string typed, int status)
    {
        await PlainPhone.OpenAsync(_world, _site, change: ToPulse);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var answer = await alma.PostAsync("", secret: Tokens.New(), more: (PulseStatement.Standard[0].Field, typed));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Four_answers_show_their_number_and_the_fifth_brings_the_picture_after_the_close()
    {
        await PlainPhone.OpenAsync(_world, _site, change: ToPulse);
        foreach (var (number, name) in _people.Index())
        {
            using var phone = await PlainPhone.JoinAsync(_world, _site, name);
            Assert.False((await PictureAsync()).HasPicture);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(phone, Tokens.New(), 1 + number, 4)).StatusCode);
            await StateAsync("Closed");
            Assert.Equal(number == 4, (await PictureAsync()).HasPicture);
            await StateAsync("Open");
        }

        Assert.False((await PictureAsync()).HasPicture);
        await StateAsync("Closed");
        var line = (await PictureAsync()).Lines[0];
        Assert.Equal("3.0", line.Now!.MeanText);
        Assert.Equal([1, 1, 1, 1, 1], line.Now.Counts);
        using var late = await PlainPhone.JoinAsync(_world, _site, "Fay Novak");
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(late, Tokens.New(), 1, 1)).StatusCode);
    }

    [Fact]
    public async Task A_phone_answers_the_wall_counts_and_shows_bars_when_it_closes()
    {
        await PlainPhone.OpenAsync(_world, _site, change: ToPulse);
        foreach (var name in _people.Skip(1))
        {
            using var other = await PlainPhone.JoinAsync(_world, _site, name);
            await SendAsync(other, Tokens.New(), 2, 4);
        }

        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.ComeInAsync(_world, "Alma Tamm");
        await phone.LiveAsync();
        await Shot(phone.Page, "pulse-phone-asks");
        await Axe.CheckAsync(phone.Page);
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        await Assertions.Expect(wall.Page.Locator(".answered b")).ToHaveTextAsync("4");
        await phone.Page.Locator(".pulse-ask.now .scale label").Nth(3).ClickAsync();
        await phone.SeesAsync("Statement 2 of 2");
        await phone.Page.Locator(".pulse-ask.now .scale label").Nth(4).ClickAsync();
        await phone.SeesAsync("Your answers are in. Thank you.");
        await Shot(phone.Page, "pulse-phone-sent");
        await Axe.CheckAsync(phone.Page);
        await Assertions.Expect(wall.Page.Locator(".answered b")).ToHaveTextAsync("5");
        await Shot(wall.Page, "pulse-wall-count");
        await Axe.CheckAsync(wall.Page);
        await StateAsync("Closed");
        await wall.GoAsync("/wall");
        await wall.SeesAsync("2.4");
        await Axe.CheckAsync(wall.Page);
        await Shot(wall.Page, "pulse-wall");
        await wall.Page.SetViewportSizeAsync(1024, 768);
        await Shot(wall.Page, "pulse-wall-1024");
        await phone.GoAsync($"/w/{_world.Workshop}");
        await phone.SeesAsync("2.4");
        await Shot(phone.Page, "pulse-phone-picture");
        await Axe.CheckAsync(phone.Page);
    }

    private static Task<HttpResponseMessage> SendAsync(PlainPhone phone, string secret, int first, int second) => phone.PostAsync(
        "", secret: secret, more: [(PulseStatement.Standard[0].Field, $"{first}"), (PulseStatement.Standard[1].Field, $"{second}")]);

    private Task<PulsePicture> PictureAsync() =>
        _site.Db.ReadAsync(reads => PulsePicture.Read(reads, Activity.Find(reads, _world.Activities[0])!));

    private Task<int> StateAsync(string state) => _site.Writer.RunAsync(w =>
        w.Execute("UPDATE activity SET state = @state WHERE id = @id", new { state, id = _world.Activities[0] }));
}
