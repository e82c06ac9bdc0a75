using System.Net;
using WorkshopHub.Tests.Programmes.Readiness;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes.Next;

/// <summary>How a programme ends, and what the next one takes up of it.</summary>
public sealed class NextProgrammeTests
{
    [Fact]
    public async Task A_programme_that_ends_early_says_why_and_in_the_archive_nothing_changes_any_more()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Running");
        var (home, close) = ($"/programmes/{ReadyRoom.N(room.Id)}", $"/programmes/{ReadyRoom.N(room.Id)}/close");
        using var early = await room.Mari.PostAsync(close, "", ("Reason", "why"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var archived = await room.Mari.PostAsync(close, "?handler=Archive", ("archived", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, archived.StatusCode);
        using var closed = await room.Mari.PostAsync(close, "", ("Reason", "The depot burnt down, and everybody is needed there."));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal("Closed", await room.StateAsync());
        Assert.Contains("The depot burnt down", await room.Mari.GetStringAsync(home, ReadyRoom.Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"archive\"", await room.Mari.GetStringAsync("/", ReadyRoom.Stop), StringComparison.Ordinal);

        using var away = await room.Mari.PostAsync(close, "?handler=Archive", ("archived", "true"));
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.Contains("id=\"archive\"", await room.Mari.GetStringAsync("/", ReadyRoom.Stop), StringComparison.Ordinal);
        var workshop = await room.OneAsync<long>("SELECT id FROM workshop WHERE programme_id = @Id");
        foreach (var (page, handler, field) in new[] { (home, "?handler=Set", "SetName"), ($"{home}/edit", "", "Form.Name"), ($"/workshops/{ReadyRoom.N(workshop)}", "?handler=Open", "x") })
        {
            using var locked = await room.Mari.PostFormAsync(home, page + handler, (field, "Late"));
            Assert.Equal(HttpStatusCode.Locked, locked.StatusCode);
        }

        Assert.Equal(0, await room.OneAsync<long>("SELECT count(*) FROM sets WHERE programme_id = @Id AND name = 'Late'"));
        using var taken = await room.Mari.PostAsync(close, "?handler=Archive", ("archived", "false"));
        using var again = await room.Mari.PostAsync(home, "?handler=Set", ("SetName", "Late"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task An_open_room_is_closed_before_its_programme()
    {
        await using var room = await ReadyRoom.OpenAsync();
        using var answer = await room.Mari.PostAsync($"/programmes/{ReadyRoom.N(room.World.Programme)}/close", "", ("Reason", "The depot burnt down, and everybody is needed there."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The room of Kick-off is open", await answer.Content.ReadAsStringAsync(ReadyRoom.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_set_took_and_who_put_a_hand_up_come_along_by_choice()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Reporting");
        await room.BreakAsync(
            """
            UPDATE problem SET state = 'Chosen' WHERE programme_id = @Id AND position > 2;
            INSERT INTO problem (programme_id, position, title, created_at, changed_at) VALUES (@Id, 9, 'Why do apprentices leave?', @Now, @Now);
            INSERT INTO failed_attempt (problem_id, position, what) SELECT id, 0, 'A poster' FROM problem WHERE programme_id = @Id AND position = 1;
            INSERT INTO activity (workshop_id, kind, title, created_at, changed_at) SELECT max(id), 'poll', 'Next time', @Now, @Now FROM workshop WHERE programme_id = @Id;
            INSERT INTO carried (activity_id, target, person_id, text) SELECT max(id), 'Volunteer', @one, 'set advisor' FROM activity;
            INSERT INTO carried (activity_id, target, person_id, text) SELECT max(id), 'Volunteer', @two, 'expert for one meeting: leaks' FROM activity
            """);
        var page = $"/programmes/{ReadyRoom.N(room.Id)}/next";
        var html = WebUtility.HtmlDecode(await room.Mari.GetStringAsync(page, ReadyRoom.Stop));
        Assert.Contains("Why do apprentices leave?", html, StringComparison.Ordinal);
        Assert.Contains("2 put a hand up", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Problem 3", html, StringComparison.Ordinal);
        var taken = await room.OneAsync<long>("SELECT id FROM problem WHERE programme_id = @Id AND position = 1");
        var proposed = await room.OneAsync<long>("SELECT id FROM problem WHERE programme_id = @Id AND position = 9");
        var chosen = await room.OneAsync<long>("SELECT id FROM problem WHERE programme_id = @Id AND position = 3");
        (string, string)[] choice =
        [
            ("Form.Format", "CommonProblem"), ("Problems", ReadyRoom.N(taken)), ("Problems", ReadyRoom.N(proposed)), ("Problems", ReadyRoom.N(chosen)),
            ($"Helpers[{ReadyRoom.N(room.People[0])}]", "Advisor"), ($"Helpers[{ReadyRoom.N(room.People[1])}]", "Expert"),
            ($"Helpers[{ReadyRoom.N(room.People[2])}]", ""), ($"Helpers[{ReadyRoom.N(room.World["Otto Outsider"])}]", "Advisor"),
        ];
        using var nameless = await room.Mari.PostAsync(page, "", [.. choice, ("Form.Name", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains($"value=\"{ReadyRoom.N(proposed)}\" checked", await nameless.Content.ReadAsStringAsync(ReadyRoom.Stop), StringComparison.Ordinal);

        using var begun = await room.Mari.PostAsync(page, "", [.. choice, ("Form.Name", "Flow Three")]);
        var next = Office.Leads(begun);
        var problems = await room.Site.Db.ReadAsync(reads => ProblemRow.Of(reads, next), ReadyRoom.Stop);
        Assert.Equal(["Problem 1", "Why do apprentices leave?"], problems.Select(problem => problem.Title));
        Assert.All(problems, problem => Assert.Equal("Proposed", problem.State));
        Assert.Equal(("Clio Client", 1), (problems[0].ClientName, problems[0].Attempts));
        Assert.Equal("Nils1 Next", await room.Site.Db.ReadAsync(reads => reads.First<string>(
            "SELECT group_concat(p.name) FROM role_assignment r JOIN person p ON p.id = r.person_id WHERE r.programme_id = @next AND r.role = 'Advisor'", new { next }), ReadyRoom.Stop));
        Assert.Equal("Clio Client", await room.Site.Db.ReadAsync(reads => reads.First<string>(
            "SELECT group_concat(p.name) FROM role_assignment r JOIN person p ON p.id = r.person_id WHERE r.programme_id = @next AND r.role = 'Client'", new { next }), ReadyRoom.Stop));
        Assert.Contains("expert for one meeting: leaks", await room.Mari.GetStringAsync($"/programmes/{ReadyRoom.N(next)}", ReadyRoom.Stop), StringComparison.Ordinal);
        Assert.Contains("Flow Three has taken it up already", WebUtility.HtmlDecode(await room.Mari.GetStringAsync(page, ReadyRoom.Stop)), StringComparison.Ordinal);
    }
}
