using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Work;

/// <summary>What a set studies, decides and develops, phase by phase; and who reads it.</summary>
public sealed class WorkTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Work => _there.At("work");

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task What_was_studied_and_decided_stands_for_the_set_and_bad_words_are_told_beside_their_field()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        using var empty = await alma.PostAsync(Work, "?handler=Note", ("Note.Found", "Only eleven of them"));
        await empty.RefusesAsync("What did you look at?", "Only eleven of them");
        var token = Tokens.New();
        foreach (var _ in new[] { 1, 2 })
        {
            using var noted = await alma.PostAsync(Work, "?handler=Note", ("Note.LookedAt", "A night on the desk"), ("Note.Found", "Nobody hears the alarms"), ("Note.Token", token));
            Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        }

        using var other = await alma.PostAsync(Work, "?handler=Note", ("Note.LookedAt", "A second night"), ("Note.Token", token));
        Assert.Equal("A night on the desk;A second night", await _there.Site.OneAsync<string>("SELECT group_concat(looked_at, ';') FROM (SELECT looked_at FROM study_note ORDER BY id)"));

        using var groundless = await alma.PostAsync(Work, "?handler=Decide", ("Decision.Text", "We listen at night"));
        await groundless.RefusesAsync("Choose on what ground", "We listen at night");
        using var whom = await alma.PostAsync(Work, "?handler=Decide", ("Decision.Text", "We listen at night"), ("Decision.Ground", "AskedWhom"));
        await whom.RefusesAsync("Whom did you ask?");
        using var later = await alma.PostAsync(Work, "?handler=Decide", ("Decision.Text", "We listen"), ("Decision.Ground", "OwnAuthority"), ("Decision.On", "2099-01-01"));
        await later.RefusesAsync("That day is still to come");
        var aada = await _there.AsAsync("Aada Advisor");
        using var decided = await aada.PostAsync(Work, "?handler=Decide", ("Decision.Text", "We listen at night"), ("Decision.Ground", "OwnAuthority"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var page = await (await _there.AsAsync("Bo Lind")).GetStringAsync(Work, Stop);
        Assert.Contains("Nobody hears the alarms", page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 on our own authority", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_one_note_see_both_and_what_is_taken_back_can_be_put_back()
    {
        var (alma, bo) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Bo Lind"));
        await alma.PostAsync(Work, "?handler=Note", ("Note.LookedAt", "A night on the desk"));
        var note = _there.At($"notes/{await _there.Site.OneAsync<long>("SELECT id FROM study_note")}");
        using var first = await alma.PostAsync(note, "", ("Note.LookedAt", "Two nights on the desk"), ("Note.Version", "1"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        await _there.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
            SELECT set_id, 'StudyNote', CAST(id AS TEXT), 'Client', @alma, 'now', @bo, 'now' FROM study_note
            """, new { alma = _there.World["Alma Tamm"], bo = _there.World["Bo Lind"] });
        var clio = await _there.AsAsync("Clio Client");
        Assert.Contains("Two nights", await clio.GetStringAsync(_there.At("shown"), Stop), StringComparison.Ordinal);
        using var second = await bo.PostAsync(note, "", ("Note.LookedAt", "Three nights on the desk"), ("Note.Version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var both = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Two nights", both, StringComparison.Ordinal);
        Assert.Contains("Three nights", both, StringComparison.Ordinal);
        await bo.PostAsync(note, "?handler=Take&back=false");
        Assert.Equal(1, await _there.Site.OneAsync<long>("SELECT count(*) FROM share WHERE withdrawn_at IS NOT NULL"));
        Assert.DoesNotContain("Two nights", await alma.GetStringAsync(Work, Stop), StringComparison.Ordinal);
        await alma.PostAsync(note, "?handler=Take&back=true");
        Assert.Contains("Two nights", await bo.GetStringAsync(Work, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_goes_from_phase_to_phase_and_back_and_its_days_stay()
    {
        var (alma, bo) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Bo Lind"));
        using var none = await alma.PostAsync(Work, "?handler=Phase", ("Phase.Seen", "0"));
        await none.RefusesAsync("Choose where the set goes now");
        foreach (var (seen, to, on) in new[] { (0, "Study", "2026-03-24"), (1, "Develop", "2026-04-20"), (2, "Study", "2026-05-04") })
        {
            using var gone = await alma.PostAsync(Work, "?handler=Phase", ("Phase.Seen", $"{seen}"), ("Phase.To", to), ("Phase.On", on), ("Phase.Why", $"Because of {on}"));
            Assert.Equal((to, HttpStatusCode.Redirect), (to, gone.StatusCode));
        }

        using var early = await alma.PostAsync(Work, "?handler=Phase", ("Phase.Seen", "3"), ("Phase.To", "Implement"), ("Phase.On", "2026-04-01"));
        await early.RefusesAsync("Not before that");
        using var late = await bo.PostAsync(Work, "?handler=Phase", ("Phase.Seen", "2"), ("Phase.To", "Implement"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await bo.GetStringAsync(Work, Stop);
        Assert.Contains("Study from 24 Mar, Develop from 20 Apr, Study from 4 May", page, StringComparison.Ordinal);
        Assert.Equal("InWork", await _there.Site.OneAsync<string>("SELECT state FROM problem"));
        Assert.Contains("studying since 4 May", await bo.GetStringAsync(_there.At(), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_is_worked_on_put_in_place_or_stopped_with_a_reason()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        using var begun = await StateAsync("Chosen", "InWork", "2026-03-24");
        using var mute = await StateAsync("InWork", "Stopped", "2026-06-01");
        await mute.RefusesAsync("Say why in a sentence");
        using var ahead = await StateAsync("InWork", "Implemented", "2099-01-01");
        await ahead.RefusesAsync("That day is still to come");
        using var done = await StateAsync("InWork", "Implemented", "2026-06-01");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var stale = await StateAsync("InWork", "Stopped", "2026-06-02", "It cost too much");
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("InWork 2026-03-24;Implemented 2026-06-01", await _there.Site.OneAsync<string>(
            "SELECT group_concat(state || ' ' || on_date, ';') FROM (SELECT state, on_date FROM problem_stage ORDER BY id)"));
        Assert.Contains("1 June, Alma Tamm", await alma.GetStringAsync(Work, Stop), StringComparison.Ordinal);

        Task<HttpResponseMessage> StateAsync(string seen, string to, string on, string why = "") =>
            alma.PostAsync(Work, "?handler=State", ("State.Seen", seen), ("State.To", to), ("State.On", on), ("State.Why", why));
    }

    [Fact]
    public async Task A_solution_grows_in_versions_from_the_questions_that_moved_somebody_and_what_was_decided_stays()
    {
        var (alma, bo) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Bo Lind"));
        await AskAsync("ticked", "What would they lose?", ticked: true);
        await AskAsync("silent", "How many are there?", ticked: false);
        await _there.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at)
            VALUES (@key, @Set, 1, @alma, 'Ask the night shift', '2026-03-24', '2026-04-07', 'Done', 'now', 'now')
            """, new { key = Tokens.New(), _there.Set, alma = _there.World["Alma Tamm"] });
        var page = _there.At("solution");
        var form = await alma.GetStringAsync(page, Stop);
        Assert.Contains("What would they lose?", form, StringComparison.Ordinal);
        Assert.DoesNotContain("How many are there?", form, StringComparison.Ordinal);
        Assert.Contains("Ask the night shift", form, StringComparison.Ordinal);
        using var empty = await alma.PostAsync(page, "", ("Solution.Text", " "), ("go", "keep"));
        await empty.RefusesAsync("What will be done, by whom and where?");
        using var kept = await alma.PostAsync(page, "", ("Solution.Text", "The gang goes back to look"), ("Solution.From", "Question/ticked"), ("Solution.From", "Question/silent"), ("Solution.From", "Action/1"), ("go", "keep"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("1,ticked", await _there.Site.OneAsync<string>("SELECT group_concat(thing_id) FROM solution_from"));
        using var over = await bo.PostAsync(page, "", ("Solution.Text", "Somebody else looks"), ("Solution.Version", "0"), ("go", "keep"));
        Assert.Equal(HttpStatusCode.Conflict, over.StatusCode);
        Assert.Contains("The gang goes back to look", await over.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var decided = await bo.PostAsync(page, "", ("Solution.Text", "The gang that dug goes back to look"), ("Solution.Version", "1"), ("Solution.From", "Question/ticked"), ("Solution.From", "Action/1"), ("go", "decide"));
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var work = await alma.GetStringAsync(Work, Stop);
        Assert.Contains("The gang that dug goes back to look", work, StringComparison.Ordinal);
        Assert.Contains("What would they lose?", work, StringComparison.Ordinal);
        Assert.Contains("Ask the night shift", work, StringComparison.Ordinal);
        using var next = await alma.PostAsync(page, "", ("Solution.Text", "All gangs go back"), ("Solution.Version", "0"), ("go", "keep"));
        Assert.Equal("1 decided;2 written", await _there.Site.OneAsync<string>(
            "SELECT group_concat(number || iif(decided_on IS NULL, ' written', ' decided'), ';') FROM (SELECT number, decided_on FROM solution ORDER BY number)"));
    }

    [Fact]
    public async Task What_is_noted_and_decided_in_a_meeting_stands_in_that_meeting_and_with_the_work()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        var step = _there.At("meetings/1/work");
        await alma.PostAsync(_there.At("meetings/1"), "?handler=open");
        Assert.Contains("Nothing noted in this meeting yet", await alma.GetStringAsync(step, Stop), StringComparison.Ordinal);
        using var noted = await alma.PostFormAsync(step, $"{Work}?handler=Note", ("Note.LookedAt", "A night on the desk"), ("Note.Meeting", "1"));
        Assert.Equal($"{step}#study", noted.Headers.Location?.ToString());
        using var decided = await alma.PostFormAsync(step, $"{Work}?handler=Decide", ("Decision.Text", "We listen"), ("Decision.Ground", "OwnAuthority"), ("Decision.Meeting", "1"));
        var page = await alma.GetStringAsync(step, Stop);
        Assert.Contains("A night on the desk", page, StringComparison.Ordinal);
        Assert.Contains("We listen", page, StringComparison.Ordinal);
        Assert.Contains("meeting 1", await alma.GetStringAsync(Work, Stop), StringComparison.Ordinal);
        using var other = await (await _there.AsAsync("Clio Client")).GetAsync(step, Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Nobody_outside_the_set_opens_its_work_and_the_advisor_writes_no_solution()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        await alma.PostAsync(Work, "?handler=Note", ("Note.LookedAt", "A night on the desk"));
        foreach (var name in new[] { "Cecil Hart", "Arno Advisor", "Uma Supervisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask", "Otto Outsider" })
        {
            var other = await _there.AsAsync(name);
            foreach (var page in new[] { Work, _there.At("solution"), _there.At("notes/1") })
            {
                using var answer = await other.GetAsync(page, Stop);
                Assert.Equal((name, page, HttpStatusCode.NotFound), (name, page, answer.StatusCode));
            }

            using var written = await other.PostFormAsync("/account", $"{Work}?handler=Note", ("Note.LookedAt", "Forged"));
            Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
        }

        var aada = await _there.AsAsync("Aada Advisor");
        using var phase = await aada.PostAsync(Work, "?handler=Phase", ("Phase.Seen", "0"), ("Phase.To", "Study"));
        using var solution = await aada.GetAsync(_there.At("solution"), Stop);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (phase.StatusCode, solution.StatusCode));
        Assert.Equal(1, await _there.Site.OneAsync<long>("SELECT (SELECT count(*) FROM study_note) + (SELECT count(*) FROM phase_step)"));
    }

    private Task<int> AskAsync(string id, string text, bool ticked) => _there.Site.Writer.RunAsync(writes =>
    {
        var slot = writes.First<long?>("SELECT id FROM airtime_slot") ?? writes.Insert(
            "INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, changed_at) VALUES (@meeting, @alma, 1, 60, @Now)",
            new { meeting = _there.Meetings[0], alma = _there.World["Alma Tamm"], writes.Now });
        return writes.Execute(
            """
            INSERT INTO airtime_question (id, slot_id, asker_id, text, state, ticked_at, at, by, changed_at, changed_by)
            VALUES (@id, @slot, @bo, @text, 'Noted', iif(@ticked, @Now, NULL), @Now, @bo, @Now, @bo)
            """, new { id, slot, bo = _there.World["Bo Lind"], text, ticked, writes.Now });
    });
}
