using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>A set on the sponsor's page: its phases, the help that it wants, the steps of its client, its measure against its aim, and what waits before all of that.</summary>
public sealed class SetsFollowedTests : IAsyncLifetime
{
    private FinalWorld _there = null!;

    public async ValueTask InitializeAsync() => _there = await FinalWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task Each_set_stands_with_its_phases_its_next_meeting_and_the_help_that_it_wants()
    {
        var set = _there.There.Set;
        await _there.Site.SetAsync("UPDATE programme SET start_date = '2026-03-10', end_date = '2099-09-15'");
        await _there.Site.SetAsync("UPDATE set_meeting SET date = '2099-04-21' WHERE set_id = @set AND number = 3", new { set });
        await _there.Site.SetAsync(
            "INSERT INTO phase_step (set_id, phase, on_date, at) VALUES (@set, 'Study', '2026-03-10', @now), (@set, 'Develop', '2026-04-21', @now)", new { set, now = "2026-04-21T12:00:00.000Z" });
        await _there.Site.SetAsync(
            """
            INSERT INTO sheet (id, set_id, kind, phase, light, text, help_wanted, state, written_by, written_at, confirmed_by, gone_at)
            VALUES (@id, @set, 'Progress', 'Develop', 'Stuck', 'Nobody owns the list', 'Somebody who may sign for the depot', 'Gone', @alma, @at, @bo, @at)
            """, new { id = Tokens.New(), set, alma = _there.World["Alma Tamm"], bo = _there.World["Bo Lind"], at = "2026-05-05T12:00:00.000Z" });
        var one = await SetAsync();
        Assert.Contains("class=\"chart ph-strip\"", one, StringComparison.Ordinal);
        Assert.Matches("aria-label=\"Phases: Study from 10 Mar[^\"]*Develop from 21 Apr", one);
        Assert.Contains("Would help: Somebody who may sign for the depot", one, StringComparison.Ordinal);
        Assert.Contains("Meets on 21 April", one, StringComparison.Ordinal);
        Assert.Contains("Holes are dug twice", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_that_the_client_confirmed_are_told_and_those_that_were_only_asked_are_not()
    {
        await _there.Site.SetAsync(
            """
            INSERT INTO solution (set_id, number, text, decided_on, created_at, created_by, changed_at, changed_by) VALUES (@Set, 1, 'The gang goes back', '2026-05-12', @now, @alma, @now, @alma);
            INSERT INTO agreement_step (set_id, step, state, solution_id, on_date, asked_at, asked_by, answered_at)
            VALUES (@Set, 'Understood', 'Confirmed', NULL, '2026-04-02', @now, @alma, @now), (@Set, 'TrialAgreed', 'Confirmed', 1, '2026-05-19', @now, @alma, @now), (@Set, 'InTrial', 'Asked', 1, '2026-06-24', @now, @alma, NULL)
            """, new { _there.There.Set, now = "2026-06-24T12:00:00.000Z", alma = _there.World["Alma Tamm"] });
        var one = await SetAsync();
        Assert.Contains("Clio Client, client", one, StringComparison.Ordinal);
        Assert.Contains("<li class=\"done\">Understood</li>", one, StringComparison.Ordinal);
        Assert.Contains("<li class=\"done here\">Trial agreed since 19 May</li>", one, StringComparison.Ordinal);
        Assert.Contains("<li>In trial</li>", one, StringComparison.Ordinal);
        Assert.Contains("<li>Taken over</li>", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_stands_against_its_aim_and_none_says_so()
    {
        var one = await SetAsync();
        Assert.Contains("aria-label=\"Dug twice: before 19.1%, now 10.9%, aim 15%\"", one, StringComparison.Ordinal);
        Assert.Contains("As of 17 August.", one, StringComparison.Ordinal);
        await _there.Site.SetAsync("DELETE FROM measure");
        Assert.Contains("None is written down yet.", await SetAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_the_sponsor_s_own_answer_stands_before_the_sets_and_before_what_waits_for_others()
    {
        await _there.DecisionAsync("Sponsor");
        await _there.Site.SetAsync(
            "INSERT INTO door_request (id, set_id, asked_by, asked_of, title, asked_at) VALUES (@id, @Set, @alma, @chen, 'Who owns the list', '2026-03-11T09:00:00.000Z')",
            new { id = Tokens.New(), _there.There.Set, alma = _there.World["Alma Tamm"], chen = _there.World["Chen Champion"] });
        var page = await _there.PageAsync("Sven Sponsor", _there.During);
        string[] order = ["Waiting for you", "Two covered bays", "Who owns the list", "those who want help come first", $"id=\"set-{_there.There.Set}\""];
        Assert.All(order, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Equal(order, order.OrderBy(words => page.IndexOf(words, StringComparison.Ordinal)));
        Assert.True(page.IndexOf("Pay the thirty days", StringComparison.Ordinal) is > 0 and var at && at < page.IndexOf("Who owns the list", StringComparison.Ordinal), "one's own comes first, however long a door waits");
        Assert.Contains($"/answers/{_there.Outcome}?back=", page, StringComparison.Ordinal);
    }

    /// <summary>Circle as the sponsor reads it.</summary>
    private async Task<string> SetAsync()
    {
        var page = await _there.PageAsync("Sven Sponsor", _there.During);
        return page[page.IndexOf($"id=\"set-{_there.There.Set}\"", StringComparison.Ordinal)..].Split("</article>")[0];
    }
}
