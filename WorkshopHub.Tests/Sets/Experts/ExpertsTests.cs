using System.Net;
using System.Text.RegularExpressions;
using IcsCalendar = Ical.Net.Calendar;

namespace WorkshopHub.Tests.Sets.Experts;

/// <summary>A set asks somebody in for what they know; the guest reads that and nothing else.</summary>
public sealed partial class ExpertsTests : IAsyncLifetime
{
    private const string Purpose = "What does a hole look like to the people who seal it?";

    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        // Meeting 3 is to come, the others lie behind.
        await _there.Site.SetAsync("UPDATE set_meeting SET date = '2030-04-16', first_date = '2030-04-16', place = 'Library' WHERE id = @id", new { id = _there.Meetings[2] });
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_guest_reads_the_invitation_without_signing_in_says_yes_and_takes_the_hour_along()
    {
        var link = await InviteAsync("Bill Tranmer", ("Form.Expertise", "Former foreman"));
        using var bill = _there.Site.NewClient();
        var page = await bill.GetStringAsync(link, Stop);
        Assert.Contains(Purpose, page, StringComparison.Ordinal);
        Assert.Contains("Tuesday 16 April 2030", page, StringComparison.Ordinal);
        Assert.Contains("13:00 to 13:45", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Holes are dug twice", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Lind", page, StringComparison.Ordinal);
        using var yes = await bill.PostFormAsync(link, link, ("coming", "true"), ("Answer", "Gladly"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        var ours = await (await _there.AsAsync("Bo Lind")).GetStringAsync(_there.At("experts"), Stop);
        Assert.Contains("Gladly", ours, StringComparison.Ordinal);
        Assert.Contains("Comes", ours, StringComparison.Ordinal);
        using var file = await bill.GetAsync($"{link}?handler=file", Stop);
        var calendar = await file.Content.ReadAsStringAsync(Stop);
        var hour = Assert.Single(IcsCalendar.Load(calendar)!.Events);
        Assert.Equal((new DateTime(2030, 4, 16, 13, 0, 0), 45.0), (hour.Start!.Value, (hour.End!.Value - hour.Start.Value).TotalMinutes));
        Assert.DoesNotContain("seal", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_keeps_only_a_hash_and_a_new_link_ends_the_one_before()
    {
        var first = await InviteAsync("Bill Tranmer");
        var token = first.Split('/')[^1];
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM guest_invitation WHERE token_hash LIKE '%' || @token || '%'", new { token }));
        var guest = await _there.Site.OneAsync<long>("SELECT id FROM guest_invitation");
        using var anew = await (await _there.AsAsync("Bo Lind")).PostAsync(_there.At("experts"), $"?handler=Link&guest={guest}");
        var second = LinkIn(await anew.Content.ReadAsStringAsync(Stop));
        using var bill = _there.Site.NewClient();
        Assert.Equal(HttpStatusCode.NotFound, (await bill.GetAsync(first, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bill.GetAsync(second, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bill.GetAsync($"/guest/{guest}", Stop)).StatusCode);
        Assert.Equal("invite-expert make-expert-link", await _there.Site.OneAsync<string>("SELECT group_concat(act, ' ') FROM (SELECT act FROM audit WHERE thing = 'guest_invitation' ORDER BY id)"));
    }

    [Fact]
    public async Task Somebody_of_the_house_finds_it_on_their_own_page_and_nobody_else_opens_it()
    {
        await InviteAsync("Otto Outsider");
        var guest = await _there.Site.OneAsync<long>("SELECT id FROM guest_invitation WHERE person_id = @otto", new { otto = _there.World["Otto Outsider"] });
        var otto = await _there.AsAsync("Otto Outsider");
        Assert.Contains($"/guest/{guest}", await otto.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains(Purpose, await otto.GetStringAsync($"/guest/{guest}", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _there.AsAsync("Cecil Hart")).GetAsync($"/guest/{guest}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await otto.GetAsync(_there.At(), Stop)).StatusCode);
    }

    [Fact]
    public async Task When_the_meeting_moves_the_guest_is_asked_anew_and_what_is_taken_back_can_not_be_answered()
    {
        var link = await InviteAsync("Bill Tranmer");
        using var bill = _there.Site.NewClient();
        using var yes = await bill.PostFormAsync(link, link, ("coming", "true"));
        await _there.Site.SetAsync("UPDATE set_meeting SET date = '2030-04-18' WHERE id = @id", new { id = _there.Meetings[2] });
        Assert.Contains("The meeting was moved", await bill.GetStringAsync(link, Stop), StringComparison.Ordinal);
        using var again = await bill.PostFormAsync(link, link, ("coming", "true"));
        Assert.DoesNotContain("The meeting was moved", await bill.GetStringAsync(link, Stop), StringComparison.Ordinal);
        var (guest, version) = await OneAsync();
        using var back = await (await _there.AsAsync("Alma Tamm")).PostAsync(_there.At("experts"), $"?handler=Back&guest={guest}&version={version}&back=true");
        var over = await bill.GetStringAsync(link, Stop);
        Assert.Contains("taken back", over, StringComparison.Ordinal);
        Assert.DoesNotContain(Purpose, over, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bill.GetAsync($"{link}?handler=file", Stop)).StatusCode);
        using var late = await bill.PostFormAsync("/signin", link, ("coming", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("TakenBack", await _there.Site.OneAsync<string>("SELECT state FROM guest_invitation"));
    }

    [Theory]
    [InlineData("state = 'Planned', date = '2026-04-21'")] // its day is over
    [InlineData("state = 'Held'")]
    [InlineData("state = 'Cancelled'")]
    public async Task When_the_day_is_over_a_guest_answers_no_more_and_what_was_said_stays(string over)
    {
        var link = await InviteAsync("Bill Tranmer");
        using var bill = _there.Site.NewClient();
        using var yes = await bill.PostFormAsync(link, link, ("coming", "true"), ("Answer", "Gladly"));
        await _there.Site.SetAsync($"UPDATE set_meeting SET {over} WHERE id = @id", new { id = _there.Meetings[2] });
        Assert.DoesNotContain("name=\"Answer\"", await bill.GetStringAsync(link, Stop), StringComparison.Ordinal);
        using var late = await bill.PostFormAsync("/signin", link, ("coming", "false"), ("Answer", "I was ill"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal("Coming Gladly", await _there.Site.OneAsync<string>("SELECT state || ' ' || answer FROM guest_invitation"));
    }

    [Fact]
    public async Task What_the_set_learned_is_kept_the_second_of_two_is_told_and_the_champion_reads_it()
    {
        await InviteAsync("Bill Tranmer");
        await _there.Site.SetAsync("UPDATE set_meeting SET state = 'Held', date = '2026-04-21' WHERE id = @id", new { id = _there.Meetings[2] });
        var (guest, version) = await OneAsync();
        var (alma, bo) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Bo Lind"));
        using var first = await LearnAsync(alma, "They note soft ground and have nobody to send the note to.");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var second = await LearnAsync(bo, "The seal comes eleven days later.");
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Alma Tamm changed this", both, StringComparison.Ordinal);
        Assert.Contains("eleven days later", both, StringComparison.Ordinal);
        Assert.Contains("They note soft ground", both, StringComparison.Ordinal);
        var chen = await _there.AsAsync("Chen Champion");
        Assert.Contains("They note soft ground", await chen.GetStringAsync(_there.At("guests"), Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await chen.GetAsync(_there.At("experts"), Stop)).StatusCode);
        foreach (var name in new[] { "Clio Client", "Uma Supervisor", "Sven Sponsor", "Mari Kask", "Cecil Hart" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await _there.AsAsync(name)).GetAsync(_there.At("guests"), Stop)).StatusCode);
        }

        Task<HttpResponseMessage> LearnAsync(HttpClient who, string text) =>
            who.PostAsync(_there.At("experts"), "?handler=Learn", ("guest", $"{guest}"), ("version", $"{version}"), ("Learned", text));
    }

    [Fact]
    public async Task In_the_meeting_the_set_sees_its_guest_and_writes_what_it_learned_while_it_is_fresh()
    {
        await InviteAsync("Bill Tranmer", ("Form.Expertise", "Sewers before 1974"));
        var alma = await _there.AsAsync("Alma Tamm");
        Assert.DoesNotContain("name=\"Learned\"", await alma.GetStringAsync(_there.At("experts"), Stop), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE set_meeting SET state = 'Open' WHERE id = @id", new { id = _there.Meetings[2] });
        await _there.Site.SetAsync("INSERT INTO meeting_run (meeting_id, pen_person, opened_at, opened_by) VALUES (@id, @alma, '2030-04-16T06:30:00.000Z', @alma)",
            new { id = _there.Meetings[2], alma = _there.World["Alma Tamm"] });
        foreach (var step in new[] { "meetings/3", "meetings/3/work" })
        {
            var page = WebUtility.HtmlDecode(await alma.GetStringAsync(_there.At(step), Stop));
            foreach (var says in new[] { "Bill Tranmer", "Sewers before 1974", Purpose, "13:00 to 13:45", "not answered" })
            {
                Assert.Contains(says, page, StringComparison.Ordinal);
            }
        }

        var (guest, version) = await OneAsync();
        Assert.Contains("name=\"Learned\"", await alma.GetStringAsync(_there.At("experts"), Stop), StringComparison.Ordinal);
        using var learned = await alma.PostAsync(_there.At("experts"), "?handler=Learn", ("guest", $"{guest}"), ("version", $"{version}"), ("Learned", "The seal comes late"));
        Assert.Equal(HttpStatusCode.Redirect, learned.StatusCode);
    }

    [Theory]
    [InlineData("Form.Name", "", "Whom do you ask?")]
    [InlineData("Form.Name", "Fay Novak", "is of this set already")]
    [InlineData("Form.InvitedFor", "", "What do you want to ask them?")]
    [InlineData("Form.Email", "bill@", "This is no e-mail")]
    [InlineData("Form.Starts", "25:00", "Write it as 8:30")]
    [InlineData("Form.Starts", "7:00", "The meeting is from 8:30 to 16:05")]
    [InlineData("Form.Starts", "16:05", "The meeting is from 8:30 to 16:05")]
    [InlineData("Form.Ends", "12:00", "After its beginning")]
    [InlineData("Form.Ends", "16:10", "not later than 16:05, when the meeting ends")]
    [InlineData("Form.Meeting", "1", "One that is still to come")]
    public async Task What_makes_no_sense_is_refused_beside_its_field_and_what_was_typed_stays(string field, string typed, string says)
    {
        var fields = Fields("Bill Tranmer").Where(one => one.Name != field)
            .Append((field, field == "Form.Meeting" ? "999" : typed)).ToArray();
        using var refused = await (await _there.AsAsync("Bo Lind")).PostAsync(_there.At("experts"), "", fields);
        await refused.RefusesAsync(says, field == "Form.InvitedFor" ? "Bill Tranmer" : Purpose);
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM guest_invitation"));
    }

    [Fact]
    public async Task The_directory_tells_everybody_with_a_part_who_offered_what_and_the_office_how_many_guests()
    {
        await InviteAsync("Bill Tranmer");
        await _there.Site.SetAsync(
            "INSERT INTO expert (programme_id, person_id, words, at) VALUES (@Programme, @otto, 'Sewers before 1974', '2026-03-01T09:00:00.000Z')",
            new { _there.World.Programme, otto = _there.World["Otto Outsider"] });
        var page = $"/programmes/{_there.World.Programme}/experts";
        var cecil = await (await _there.AsAsync("Cecil Hart")).GetStringAsync(page, Stop);
        Assert.Contains("Sewers before 1974", cecil, StringComparison.Ordinal);
        Assert.DoesNotContain("Bill Tranmer", cecil, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"counts\"", cecil, StringComparison.Ordinal);
        Assert.Contains("id=\"counts\"", await (await _there.AsAsync("Mari Kask")).GetStringAsync(page, Stop), StringComparison.Ordinal);
        Assert.Contains("Nobody has offered anything about", await (await _there.AsAsync("Uma Supervisor")).GetStringAsync($"{page}?q=valves", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _there.AsAsync("Otto Outsider")).GetAsync(page, Stop)).StatusCode);
    }

    private async Task<string> InviteAsync(string name, params (string Name, string Value)[] more)
    {
        using var made = await (await _there.AsAsync("Alma Tamm")).PostAsync(_there.At("experts"), "", [.. Fields(name), .. more]);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        return LinkIn(await made.Content.ReadAsStringAsync(Stop));
    }

    private (string Name, string Value)[] Fields(string name) =>
    [
        ("Form.Name", name), ("Form.InvitedFor", Purpose), ("Form.Meeting", $"{_there.Meetings[2]}"), ("Form.Starts", "13:00"), ("Form.Ends", "13:45"),
    ];

    private async Task<(long Id, long Version)> OneAsync() =>
        (await _there.Site.OneAsync<long>("SELECT id FROM guest_invitation"), await _there.Site.OneAsync<long>("SELECT version FROM guest_invitation"));

    private static string LinkIn(string html) => Link().Match(html) is { Success: true } found ? found.Value : throw new InvalidOperationException("No link.");

    [GeneratedRegex("/guest/[a-z2-7]{26}")]
    private static partial Regex Link();
}
