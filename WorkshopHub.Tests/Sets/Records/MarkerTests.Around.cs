using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Records;

/// <summary>The same for what is written around the meetings, and where something breaks in the middle of a request.</summary>
public sealed partial class MarkerTests
{
    private string Set => $"/sets/{_world.Sets[0].Id}";

    [Fact]
    public async Task What_is_written_around_the_meetings_is_in_none_of_them_either()
    {
        await MeetAsync();
        await _site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @set, 1, @bo, @Planted, '2026-03-10', '2030-01-15', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')
            """, new { key = Tokens.New(), set = _world.Sets[0].Id, bo = _world["Bo Lind"], Planted });
        using (var alma = await _site.AsAsync(_world, "Alma Tamm"))
        {
            using var begun = await alma.PostFormAsync("/account", $"{Set}/work?handler=measure", ("New.Name", "Holes dug twice"));
            using var asked = await alma.PostFormAsync("/account", $"{Set}/experts",
                ("Form.Name", "Bill Tranmer"), ("Form.InvitedFor", "What do you see?"), ("Form.Meeting", "1"), ("Form.Starts", "13:00"), ("Form.Ends", "13:45"));
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (begun.StatusCode, asked.StatusCode));
        }

        foreach (var (who, page, status, fields) in await StepsAsync())
        {
            using var client = await _site.AsAsync(_world, who);
            using var answer = await client.PostFormAsync("/account", page, fields);
            Assert.Equal((who, page, status), (who, page, answer.StatusCode));
        }

        Assert.Equal(
            ["advisor_note", "developmental_goal", "guest_invitation", "measure_reading", "peer_feedback", "reflection", "reflection_prompt", "self_rating", "set_action", "set_ask", "sheet", "solution", "supervisor_talk"],
            await TablesAsync());
        NothingTells();
    }

    [Theory]
    [InlineData("airtime_question")]
    [InlineData("airtime_assumption")]
    [InlineData("reflection")]
    [InlineData("reflection_prompt")]
    [InlineData("sheet")]
    [InlineData("set_action")]
    [InlineData("study_note")]
    [InlineData("decision")]
    [InlineData("solution")]
    [InlineData("set_ask")]
    [InlineData("guest_invitation")]
    [InlineData("developmental_goal")]
    [InlineData("peer_feedback")]
    [InlineData("supervisor_talk")]
    [InlineData("advisor_note")]
    public async Task Where_something_breaks_in_the_middle_neither_the_page_of_the_error_nor_a_log_nor_a_trace_says_what_was_sent(string table)
    {
        await MeetAsync();
        await _site.SetAsync($"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'The disk is broken'); END");
        var (who, page, fields) = table switch
        {
            "airtime_question" => ("Alma Tamm", $"{Set}/meetings/1/airtime?slot=1", [("id", Tokens.New()), ("slot", "1"), ("asker", $"{_world["Alma Tamm"]}"), ("text", Planted)]),
            "airtime_assumption" => ("Alma Tamm", $"{Set}/meetings/1/airtime?slot=1&handler=seen", [("id", Tokens.New()), ("slot", "1"), ("seen", Planted)]),
            "set_action" => ("Alma Tamm", $"{List}?handler=agree", [("Key", Tokens.New()), ("Text", Planted), ("Due", "2030-01-15")]),
            "study_note" => ("Alma Tamm", $"{Set}/work?handler=note", [("Note.Token", Tokens.New()), ("Note.LookedAt", Planted), ("Note.Found", Planted)]),
            "decision" => ("Alma Tamm", $"{Set}/work?handler=decide", [("Decision.Token", Tokens.New()), ("Decision.Text", Planted), ("Decision.Ground", "OwnAuthority")]),
            "guest_invitation" => ("Alma Tamm", $"{Set}/experts", [("Form.Name", Planted), ("Form.InvitedFor", Planted), ("Form.Meeting", "1"), ("Form.Starts", "13:00"), ("Form.Ends", "13:45")]),
            _ => (await StepsAsync()).Where(step => Broken(step.Page) == table).Select(step => (step.Who, step.Page, step.Fields)).First(),
        };
        using var client = await _site.AsAsync(_world, who);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await client.PostFormAsync("/account", page, fields);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal((page, HttpStatusCode.InternalServerError), (page, answer.StatusCode));
        Assert.Contains("That went wrong on our side", html, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, html, StringComparison.Ordinal);
        Assert.Contains(_log.Lines, line => line.Contains("The disk is broken", StringComparison.Ordinal)); // it does log what broke
        NothingTells();
    }

    private static string Broken(string page) => page switch
    {
        _ when page.EndsWith("/solution", StringComparison.Ordinal) => "solution",
        _ when page.EndsWith("/doors", StringComparison.Ordinal) => "sheet",
        _ when page.EndsWith("/goal", StringComparison.Ordinal) => "developmental_goal",
        _ when page.EndsWith("goal?handler=Ask", StringComparison.Ordinal) => "peer_feedback",
        _ when page.EndsWith("/talks/0", StringComparison.Ordinal) => "supervisor_talk",
        _ when page.EndsWith("/advising?handler=Note", StringComparison.Ordinal) => "advisor_note",
        _ when page.EndsWith("handler=prompt", StringComparison.Ordinal) => "reflection_prompt",
        _ when page.EndsWith("/questions", StringComparison.Ordinal) => "set_ask",
        _ when page.EndsWith("/journal", StringComparison.Ordinal) => "reflection",
        _ => "",
    };

    /// <summary>Everything that is written around the meetings, by whom, and the marker in each field of words.</summary>
    private async Task<(string Who, string Page, HttpStatusCode Status, (string Name, string Value)[] Fields)[]> StepsAsync()
    {
        var place = $"/memberships/{await _site.OneAsync<long>("SELECT id FROM membership WHERE person_id = @alma", new { alma = _world["Alma Tamm"] })}";
        const HttpStatusCode done = HttpStatusCode.Redirect;
        return
        [
            ("Alma Tamm", $"{Set}/solution", done, [("Solution.Version", "0"), ("Solution.Text", Planted), ("go", "keep")]),
            ("Alma Tamm", "/measures/1?handler=Read", done, [("Token", Tokens.New()), ("Reading.Value", "9"), ("Reading.Note", Planted)]),
            ("Alma Tamm", $"{Set}/doors", done, [("Door.Id", Tokens.New()), ("Door.Title", Planted), ("Door.Text", Planted), ("Door.AskedOf", $"{_world["Sven Sponsor"]}")]),
            ("Alma Tamm", $"{place}/goal", done, [("Goal.Version", "0"), ("Goal.Text", Planted), ("Goal.WhyNow", Planted), ("Goal.HowNoticed", Planted)]),
            ("Alma Tamm", $"{place}/goal?handler=Rate", done, [("Version", "0"), ("Value", "2"), ("Note", Planted)]),
            ("Alma Tamm", $"{place}/goal?handler=Ask", done, [("Peer", $"{_world["Bo Lind"]}"), ("Question", Planted)]),
            ("Bo Lind", "/feedback/1", done, [("Version", "1"), ("Text", Planted)]),
            ("Alma Tamm", $"{place}/talks/0", done, [("Record.Version", "0"), ("Record.Progress", Planted), ("Record.AgreedNext", Planted)]),
            ("Aada Advisor", $"{Set}/advising?handler=Note", done, [("of", "0"), ("Note", Planted)]),
            ("Aada Advisor", $"{Set}/meetings/1/reflect?handler=prompt", done, [("Prompt", Planted)]),
            ("Alma Tamm", $"{Set}/questions", done, [("Form.Key", Tokens.New()), ("Form.Whom", $"set-{_world.Sets[1].Id}"), ("Form.Text", Planted)]),
            ("Alma Tamm", $"{Set}/experts?handler=learn", done, [("guest", "1"), ("version", "1"), ("Learned", Planted)]),
            ("Alma Tamm", $"{Set}/journal", done, [("Mine.Id", Tokens.New()), ("Mine.Text", Planted)]),
            ("Alma Tamm", $"{Set}/meetings/1/close", HttpStatusCode.Conflict, [("allTheSame", "true")]), // Bo's action has no report yet
        ];
    }
}
