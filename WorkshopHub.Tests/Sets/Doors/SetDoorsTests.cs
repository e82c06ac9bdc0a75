using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Doors;

/// <summary>A set asks for a door at any time; the champion answers, the sponsor may, and the days are counted.</summary>
public sealed class SetDoorsTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    private string Doors => _there.At("doors");

    [Fact]
    public async Task A_door_is_asked_for_by_two_between_meetings_and_waits_for_the_champion_then()
    {
        var id = await WriteAsync();
        Assert.DoesNotContain("Drawings before 1974", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM door_request"));
        await PressAsync("Bo Lind", $"yes/{id}/1");
        Assert.Contains("A door: Drawings before 1974", await PageAsync("Chen Champion", "/"), StringComparison.Ordinal);
        var champion = await PageAsync("Chen Champion", "/as/champion");
        Assert.Contains("One door waits for you", champion, StringComparison.Ordinal);
        Assert.DoesNotContain("In our own basement?", champion, StringComparison.Ordinal); // the title; the text is on the door's own page
        Assert.Contains("In our own basement?", await PageAsync("Chen Champion", $"/doors/{id}"), StringComparison.Ordinal);
        Assert.Contains("Drawings before 1974", await PageAsync("Mari Kask", $"/programmes/{_there.World.Programme}/during"), StringComparison.Ordinal);
        Assert.DoesNotContain("Drawings before 1974", await PageAsync("Clio Client", $"/programmes/{_there.World.Programme}/progress"), StringComparison.Ordinal);
        Assert.DoesNotContain("Drawings before 1974", await PageAsync("Uma Supervisor", $"/programmes/{_there.World.Programme}/progress"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_counted_from_asked_to_opened_and_each_word_stands_with_its_day()
    {
        var id = await AskedAsync();
        var today = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Tallinn"));
        await _there.Site.SetAsync("UPDATE door_request SET asked_at = @at", new { at = $"{today.AddDays(-45):yyyy-MM-dd}T20:30:00.000Z" }); // late on that day: fewer days of 24 hours than days of the calendar
        Assert.Contains("<b class=\"num\">45</b>days", await PageAsync("Alma Tamm", _there.At("").TrimEnd('/')), StringComparison.Ordinal);
        Assert.Contains("<b class=\"num\">45</b>days", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await AnswerAsync("Chen Champion", id, HttpStatusCode.Redirect, ("Say", "Accepted"), ("Date", "2020-01-02"), ("Version", "1"), ("Reply", "Taken to Deborah"));
        Assert.Contains("The day is past", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await AnswerAsync("Sven Sponsor", id, HttpStatusCode.Redirect, ("Say", "Opened"), ("Version", "2"), ("Reply", "They were in our own basement"));
        var page = await PageAsync("Alma Tamm", Doors);
        Assert.Contains("Taken to Deborah", page, StringComparison.Ordinal);
        Assert.Contains("They were in our own basement", page, StringComparison.Ordinal);
        Assert.Contains("<b class=\"num\">45</b>", page, StringComparison.Ordinal);
        Assert.Contains("1, in 45 days", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_has_its_reason_and_may_name_another_way()
    {
        var id = await AskedAsync();
        using var bare = await AnswerAsync("Chen Champion", id, HttpStatusCode.UnprocessableEntity, ("Say", "NotPossible"), ("Version", "1"), ("Another", "Smaller"));
        await bare.RefusesAsync("A no needs its reason", "Is there another door?");
        await AnswerAsync("Chen Champion", id, HttpStatusCode.Redirect, ("Say", "NotPossible"), ("Version", "1"), ("Another", "Smaller"), ("Reply", "One joint, after 1 August"));
        Assert.Contains("Not possible, but smaller or later", await PageAsync("Bo Lind", Doors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_set_takes_back_nobody_is_asked_for_any_longer()
    {
        var id = await AskedAsync();
        await PressAsync("Fay Novak", $"back/{id}");
        Assert.Contains("No door is shut", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        using var gone = await (await _there.AsAsync("Chen Champion")).GetAsync($"/doors/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("Drawings before 1974", await PageAsync("Mari Kask", $"/programmes/{_there.World.Programme}/during"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doors_of_a_set_are_its_own_page()
    {
        await AskedAsync();
        foreach (var name in new[] { "Cecil Hart", "Chen Champion", "Sven Sponsor", "Mari Kask", "Uma Supervisor" })
        {
            using var page = await (await _there.AsAsync(name)).GetAsync(Doors, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, page.StatusCode));
        }
    }

    private async Task<string> AskedAsync()
    {
        var id = await WriteAsync();
        await PressAsync("Aada Advisor", $"yes/{id}/1");
        return id;
    }

    private async Task<string> WriteAsync()
    {
        var id = Tokens.New();
        using var sent = await (await _there.AsAsync("Alma Tamm")).PostFormAsync(
            Doors, Doors, ("Door.Id", id), ("Door.Title", "Drawings before 1974"), ("Door.Text", "In our own basement?"),
            ("Door.AskedOf", $"{_there.World["Chen Champion"]}"), ("Door.NeededBy", "2099-03-04"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        return id;
    }

    private async Task PressAsync(string name, string press)
    {
        using var answer = await (await _there.AsAsync(name)).PostFormAsync(Doors, $"{Doors}?handler=press", ("press", press));
        Assert.Equal((name, HttpStatusCode.Redirect), (name, answer.StatusCode));
    }

    private async Task<HttpResponseMessage> AnswerAsync(string name, string id, HttpStatusCode says, params (string, string)[] fields)
    {
        var answer = await (await _there.AsAsync(name)).PostFormAsync($"/doors/{id}", $"/doors/{id}", fields);
        Assert.Equal((name, says), (name, answer.StatusCode));
        return answer;
    }

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
