using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Tests.Screens;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Workshops;

/// <summary>From a file with nothing in it to a workshop that is over, by the pages and forms that people have.</summary>
public sealed partial class EmptyInstallTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private HttpClient _desk = null!;
    private string _control = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await Office.SetUpAsync(_site);

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_install_comes_to_a_workshop_that_was_run_and_is_over()
    {
        // The programme, its sets with people, the kick-off with the template's agenda.
        var programme = Office.Leads(await _desk.PostAsync("/programmes/new", "",
            ("Form.Name", "Common Ground"), ("Form.Format", "CommonProblem"), ("Form.StartDate", "2026-03-10"), ("Form.EndDate", "2026-09-10")));
        await _desk.PostAsync($"/programmes/{programme}/paste", "?handler=Keep",
            ("List", "Amara Osei,,Backfill\nTomasz Wilk,,Backfill\nIvo Klima,,Hard Hats\nDewi Morgan,,Hard Hats"));
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), await _site.Db.ReadAsync(LocalTime.ZoneOf)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var workshop = Office.Leads(await _desk.PostAsync($"/programmes/{programme}/workshops/new", "", ("Form.Kind", "KickOff"),
            ("Form.Title", "Kick-off"), ("Form.Date", today), ("Form.Starts", "08:40"), ("Form.Place", "Hexley House"), ("Template", "kick-off")));
        var agenda = $"/workshops/{workshop}";
        var html = await ReadAsync(_desk, agenda);
        Assert.Contains("Why these problems, and what you may decide", html, StringComparison.Ordinal);
        Assert.Contains("from 08:40 to", html, StringComparison.Ordinal);
        Assert.Contains("Look for sets that want the same problem", await ReadAsync(_desk, $"{agenda}/print"), StringComparison.Ordinal);

        // The room is open: its code stands on the page, and opening twice keeps it.
        using var opened = await _desk.PostAsync(agenda, "?handler=Open");
        _control = $"/w/{workshop}/control";
        Assert.Equal(_control, opened.Headers.Location!.ToString());
        var code = Code().Match(await ReadAsync(_desk, _control)).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await _desk.PostAsync(agenda, "?handler=Open");
        Assert.Contains($"{code[..3]} {code[3..]}", await ReadAsync(_desk, agenda), StringComparison.Ordinal);
        Assert.Contains("No wall is paired yet", await ReadAsync(_desk, $"{agenda}/check"), StringComparison.Ordinal);

        Assert.Contains("/wall</b>", await ReadAsync(_desk, $"{agenda}/check?handler=Screens"), StringComparison.Ordinal);

        // A screen shows a code, the facilitator types it, and the screen shows how to join.
        using var wall = new WallBrowser(_site.NewClient());
        await PressAsync("pair/0/0", ("code", await wall.CodeAsync()), ("text", "Front left"));
        Assert.Contains("data-paired=\"yes\"", await wall.AskAsync(), StringComparison.Ordinal);
        Assert.Contains($"{code[..3]} {code[3..]}", await wall.OpenAsync(), StringComparison.Ordinal);
        Assert.Contains("Front left", await ReadAsync(_desk, _control), StringComparison.Ordinal);

        // People join by code and name, and the first activity begins.
        using var amara = await JoinAsync(code, "Amara Osei");
        using var ivo = await JoinAsync(code, "Ivo Klima");
        Assert.Contains("2 of 4 here", WebUtility.HtmlDecode(Regex.Replace(await wall.OpenAsync(), "<[^>]+>", "")), StringComparison.Ordinal);
        await PressAsync(Button(await ReadAsync(_desk, _control), "start"));
        Assert.Contains("Which site did you travel from?", await ReadAsync(amara, $"/w/{workshop}"), StringComparison.Ordinal);
        await CloseAsync();
        await PressAsync(Button(await ReadAsync(_desk, _control), "next"));
        Assert.Contains("Why these problems", await wall.OpenAsync(), StringComparison.Ordinal);

        // One that people write in, and one word from each.
        await JumpAsync("What we heard");
        await AnswerAsync(amara, workshop, ("kind", "Learning"), ("text", "The depot was never asked"));
        Assert.Contains("The depot was never asked", await wall.OpenAsync(), StringComparison.Ordinal);
        await CloseAsync();
        await JumpAsync("One word");
        await AnswerAsync(amara, workshop, ("words", "hopeful"));
        await AnswerAsync(ivo, workshop, ("words", "curious"));
        await CloseAsync();

        // Over: nobody joins any more, and everything that was written can be read.
        await PressAsync(Button(await ReadAsync(_desk, _control + "?ask=finish"), "finish"));
        using var late = _site.NewClient();
        using var door = await late.GetAsync($"/j/{code}", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, door.StatusCode);
        Assert.Contains("The workshop is over", await ReadAsync(_desk, _control), StringComparison.Ordinal);
        var summary = await ReadAsync(_desk, $"{agenda}/summary");
        foreach (var said in new[] { "What we heard", "The depot was never asked", "Amara Osei", "One word", "Arrive and join" })
        {
            Assert.Contains(said, summary, StringComparison.Ordinal);
        }
    }

    private async Task<HttpClient> JoinAsync(string code, string name)
    {
        var phone = _site.NewClient();
        var person = await _site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM person WHERE name = @name", new { name }), Stop);
        var door = WebUtility.HtmlDecode(await ReadAsync(phone, $"/j/{code}"));
        var set = Regex.Match(door, "href=\"([^\"]*set=[0-9]+)\"").Groups[1].Value;
        using var answer = await phone.PostFormAsync(set, $"/j/{code}?handler=pick", ("person", person.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return phone;
    }

    /// <summary>Sends the phone's one form as a browser without scripts does.</summary>
    private static async Task AnswerAsync(HttpClient phone, long workshop, params (string, string)[] fields)
    {
        var home = $"/w/{workshop}";
        var page = await ReadAsync(phone, home);
        var hidden = Hidden().Matches(page).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);
        using var answer = await phone.PostFormAsync(home, home, [("activity", hidden["activity"]), ("id", hidden["id"]), .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
    }

    private async Task CloseAsync()
    {
        await PressAsync(Button(await ReadAsync(_desk, _control), "close"));
        Assert.Contains("Open on the phones again", await ReadAsync(_desk, _control), StringComparison.Ordinal);
    }

    private async Task JumpAsync(string title)
    {
        var page = await ReadAsync(_desk, _control);
        var sheet = Regex.Match(page, $"<h3>{title}</h3>.*?value=\"(jump/[^\"]+)\"", RegexOptions.Singleline);
        Assert.True(sheet.Success, $"No button jumps to {title}.");
        await PressAsync(sheet.Groups[1].Value);
        Assert.Contains($"<h1>{title}</h1>", await ReadAsync(_desk, _control), StringComparison.Ordinal);
    }

    private async Task PressAsync(string press, params (string, string)[] typed)
    {
        using var answer = await _desk.PostFormAsync(_control, _control, [("press", press), .. typed]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{press}: {answer.StatusCode}");
    }

    private static string Button(string page, string verb)
    {
        var button = Regex.Match(page, $"value=\"({verb}/[^\"]+)\"");
        Assert.True(button.Success, $"There is no button to {verb}.");
        return button.Groups[1].Value;
    }

    private static Task<string> ReadAsync(HttpClient client, string page) => client.GetStringAsync(page, Stop);

    [GeneratedRegex("""Code <b class="num">([0-9 ]+)</b>""")]
    private static partial Regex Code();

    [GeneratedRegex("""<input type="hidden" name="(activity|id)" value="([^"]*)""")]
    private static partial Regex Hidden();
}
