using System.Net;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>What follows from an answer has a state of its own.</summary>
public sealed partial class DecisionTests
{
    [Fact]
    public async Task How_a_next_step_stands_is_said_without_touching_the_decision_and_its_day()
    {
        var step = $"/answers/{_there.Outcome}/step";
        await _there.Site.SetAsync(
            """
            INSERT INTO outcome_answer (outcome_id, decision, text, next_step, owner, due, by, at)
            VALUES (@Outcome, 'Adopt', 'All of it', 'Write it into the plan', 'Sven', '2026-01-09', @sven, '2026-01-02T09:00:00.000Z')
            """, new { _there.Outcome, sven = _there.World["Sven Sponsor"] });
        Assert.Contains("2 January", await _there.PageAsync("Sven Sponsor", step), StringComparison.Ordinal);
        foreach (var name in new[] { "Mari Kask", "Clio Client", "Chen Champion", "Alma Tamm", "Otto Outsider" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, await _there.StatusAsync(name, step)));
        }

        using var nothing = await _there.SendAsync("Sven Sponsor", step, HttpStatusCode.UnprocessableEntity, ("Note", "The board <b>was</b> ill"), ("Seen", "1"));
        await nothing.RefusesAsync("Done, or not done?", "The board &lt;b&gt;was&lt;/b&gt; ill</textarea>");
        using var ill = await _there.SendAsync("Sven Sponsor", step, HttpStatusCode.UnprocessableEntity, ("State", "Done"), ("Seen", "x"));
        using var said = await _there.SendAsync("Sven Sponsor", step, HttpStatusCode.Redirect, ("State", "Done"), ("Note", "Page 12 of it."), ("Seen", "1"));
        Assert.Equal("2026-01-02T09:00:00.000Z 1 Adopt", await _there.OneAsync<string>("SELECT at || ' ' || version || ' ' || decision FROM outcome_answer"));
        var during = await _there.PageAsync("Sven Sponsor", _there.During);
        Assert.DoesNotContain("Say how it stands", during + await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        Assert.Contains("Write it into the plan. Sven, by 9 January, done: Page 12 of it", during, StringComparison.Ordinal);
        // It can be said anew from there, by the sponsor alone, and the report tells it with who said so and when.
        Assert.Contains($"href=\"{step}?back=", during, StringComparison.Ordinal);
        Assert.Contains("Change what you said of it", during, StringComparison.Ordinal);
        Assert.DoesNotContain($"{step}?back=", await _there.PageAsync("Mari Kask", _there.During) + await _there.PageAsync("Chen Champion", "/"), StringComparison.Ordinal);
        Assert.Matches(@"Next: Write it into the plan, Sven, by 9 January 2026\.[\s\S]{0,80}Done: Page 12 of it\. Sven Sponsor, \d+ \w+ \d+\.", await _there.PageAsync("Sven Sponsor", $"/programmes/{_there.Programme}/report"));
        using var late = await _there.SendAsync("Sven Sponsor", step, HttpStatusCode.Conflict, ("State", "NotDone"), ("Note", "Not yet"), ("Seen", "1"));
        var both = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("Page 12 of it.", both, StringComparison.Ordinal);
        Assert.Contains(">Not yet</textarea>", both, StringComparison.Ordinal);
        using var again = await _there.SendAsync("Sven Sponsor", step, HttpStatusCode.Redirect, ("State", "NotDone"), ("Note", "Not yet"), ("Seen", "1"), ("Version", "1"));
        Assert.Equal("NotDone", await _there.OneAsync<string>("SELECT state FROM next_step_said"));

        // Another step is another thing to be said; without one there is only the answer.
        await _there.Site.SetAsync("UPDATE outcome_answer SET next_step = 'Write to the board', version = 2");
        Assert.Contains("Say how it stands: Write to the board", await _there.PageAsync("Sven Sponsor", "/"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE outcome_answer SET next_step = '', version = 3");
        Assert.Equal(HttpStatusCode.Redirect, await _there.StatusAsync("Sven Sponsor", step));
        await _there.Site.SetAsync("UPDATE outcome_answer SET next_step = 'Write it into the plan', version = 4; UPDATE programme SET state = 'Closed', archived_at = '2026-11-01T00:00:00.000Z'");
        using var shut = await _there.SendAsync("Sven Sponsor", step, HttpStatusCode.Locked, ("State", "Done"), ("Seen", "4"), ("Version", "2"));
    }
}
