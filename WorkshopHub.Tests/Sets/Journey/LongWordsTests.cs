using WorkshopHub.Tests.House;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Tests.Sets.Journey;

/// <summary>Somebody writes a word that has no place to break, wherever one can write: no page of the set grows beyond a phone.</summary>
public sealed class LongWordsTests(Browser browser) : BrowserTest(browser)
{
    private const int Phone = 390;

    private static readonly string _word = string.Concat(Enumerable.Repeat("Donaudampfschiffahrt", 10));

    private static readonly string[] _texts =
    [
        "problem.title", "problem.description", "set_action.text", "set_action_report.did", "set_action_report.happened", "set_action_report.learned",
        "set_action_help.text", "airtime_question.text", "airtime_assumption.text", "reflection.text", "reflection.happened", "reflection.asking", "study_note.looked_at",
        "study_note.found", "study_note.source", "decision.text", "solution.text", "measure.name", "measure.source", "door_request.title", "door_request.text",
        "door_request.answer", "sheet.text", "sheet.help_wanted", "guest_invitation.name", "guest_invitation.expertise", "guest_invitation.invited_for",
        "guest_invitation.learned", "set_ask.text", "set_ask.answer", "set_meeting.place", "carried.text", "commitment.text", "supervisor_talk.word", "peer_feedback.question",
        "membership.willing_to_risk", "developmental_goal.text",
    ];

    [Fact]
    public async Task An_unbroken_word_of_two_hundred_letters_widens_no_page_of_a_set_on_a_phone()
    {
        Assert.Equal(200, _word.Length);
        var (world, site) = World.Start();
        await using var end = site;
        var planted = await Planted.InAsync(world, site);
        await site.Writer.RunAsync(writes =>
        {
            Plant(writes, planted);
            foreach (var (table, column) in _texts.Select(one => one.Split('.')).Select(parts => (parts[0], parts[1])))
            {
                writes.Execute($"UPDATE {table} SET {column} = @word", new { word = _word });
            }

            return true;
        });
        var visitor = await VisitAsync(site.Url, Device.Phone);
        await visitor.SignInAsync("Alma Tamm");
        May[] hers = [May.Set, May.Member, May.Own, May.Pair, May.Dates];
        var pages = KnownPage.All.Where(one => hers.Contains(one.Who) && (one.Route.StartsWith("/sets/", StringComparison.Ordinal) || one.Route.StartsWith("/memberships/{id:long}/", StringComparison.Ordinal)))
            .Select(one => one.Address!(planted)).Distinct().ToList();
        Assert.True(pages.Count > 20, $"{pages.Count} pages");
        var wide = new List<string>();
        foreach (var page in pages)
        {
            await visitor.GoAsync(page);
            await LookAsync(visitor, page, wide);
        }

        // While one types it is told how much is left, and nothing is cut off by itself.
        await visitor.GoAsync($"/sets/{planted.Sets[0].Id}/actions/1/tell");
        await visitor.Page.GetByLabel("What I learned").FillAsync(new string('a', ToldAction.Limit + 1));
        await visitor.SeesAsync("1 too many");
        await LookAsync(visitor, "a field that is too full", wide);
        await visitor.SignInAsync("Aada Advisor");
        await visitor.GoAsync("/as/advisor");
        await LookAsync(visitor, "/as/advisor", wide);
        Assert.Empty(wide);
    }

    private static async Task LookAsync(Visitor visitor, string page, List<string> wide)
    {
        var width = await visitor.Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
        if (width > Phone)
        {
            wide.Add($"{page}: {width}");
        }

        await Shot(visitor.Page, $"long{page.Replace('/', '-').Replace(' ', '-')}");
    }

    /// <summary>What the world of all pages has not: airtime with a question and what was seen, a report, help, a solution, a sheet, what the set reflected.</summary>
    private static void Plant(WorkshopHub.Web.Data.Writes writes, Planted planted)
    {
        var by = new
        {
            set = planted.Sets[0].Id,
            planted.Meeting,
            planted.Membership,
            alma = planted["Alma Tamm"],
            bo = planted["Bo Lind"],
            one = Tokens.New(),
            two = Tokens.New(),
            writes.Now,
        };
        foreach (var sql in new[]
        {
            """
            INSERT INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, issue, state, part, started_at, running_since, changed_at)
            VALUES (@Meeting, @alma, 1, 60, 'Permits', 'Open', 'Questions', @Now, @Now, @Now)
            """,
            """
            INSERT INTO airtime_question (id, slot_id, asker_id, text, state, at, by, changed_at, changed_by)
            SELECT @one, max(id), @bo, 'Who waits?', 'Noted', @Now, @bo, @Now, @bo FROM airtime_slot
            """,
            """
            INSERT INTO airtime_assumption (id, slot_id, text, state, at, by, changed_at, changed_by)
            SELECT @one, max(id), 'They wait', 'Noted', @Now, @alma, @Now, @alma FROM airtime_slot
            """,
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at)
            VALUES (@one, @set, 2, @bo, 'Go out', '2026-03-12', '2026-03-20', 'Done', @Now, @Now)
            """,
            """
            INSERT INTO set_action_report (action_id, round, key, state, did, happened, learned, due, created_at, changed_at)
            SELECT id, 1, @two, 'Done', 'Went', 'Rain', 'Boots', due, @Now, @Now FROM set_action WHERE number = 2
            """,
            "INSERT INTO set_action_help (key, action_id, person_id, asks, text, created_at) SELECT @two, id, owner_id, 1, 'A van', @Now FROM set_action WHERE number = 1",
            "INSERT INTO solution (set_id, number, text, decided_on, created_at, created_by, changed_at, changed_by) VALUES (@set, 1, 'All go back', '2026-03-24', @Now, @bo, @Now, @bo)",
            "INSERT INTO sheet (id, set_id, meeting_id, kind, phase, light, text, state, written_by, written_at) VALUES (@one, @set, @Meeting, 'Progress', 'Study', 'Slow', 'Wet stone', 'Proposed', @bo, @Now)",
            "INSERT INTO reflection (id, set_id, meeting_id, happened, created_at, changed_at) VALUES (@two, @set, @Meeting, 'Advice', @Now, @Now)",
            "INSERT INTO developmental_goal (membership_id, text, shared, created_at, changed_at) VALUES (@Membership, 'Conflict', 1, @Now, @Now)",
            "UPDATE measure SET unit = 'percent', target = 9",
        })
        {
            writes.Execute(sql, by);
        }
    }
}
