using System.Net;

namespace WorkshopHub.Tests.Sets.Leaves;

/// <summary>What a champion sees of the work of their set, and a supervisor of the time and the goal of their member, without a word of what was said in the set.</summary>
public sealed class StandingTests : IAsyncLifetime
{
    private const string At = "2026-03-24T10:00:00.000Z";

    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_champion_sees_the_phases_the_clients_steps_and_the_measure_of_their_set()
    {
        var clio = _there.World["Clio Client"];
        Assert.Contains("None is written down yet", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await _there.Site.SetAsync("INSERT INTO phase_step (set_id, phase, on_date, at) VALUES (@Set, 'Study', '2026-03-02', @At), (@Set, 'Develop', '2026-03-20', @At)", new { _there.Set, At });
        await _there.Site.SetAsync(
            """
            INSERT INTO agreement_step (set_id, step, state, on_date, asked_at, asked_by, answered_at, answered_by) VALUES (@Set, 'Understood', 'Confirmed', '2026-03-12', @At, @alma, @At, @clio)
            """, new { _there.Set, At, alma = _there.World["Alma Tamm"], clio });
        await _there.Site.SetAsync(
            """
            INSERT INTO measure (set_id, position, name, unit, baseline, target, changed_at)
            VALUES (@Set, 1, 'Holes dug twice', '%', 21, 8, @At), (@Set, 2, 'Calls at night', '', 40, 10, @At)
            """, new { _there.Set, At });
        await _there.Site.SetAsync(
            "INSERT INTO measure_reading (measure_id, token, date, value, note, at) SELECT id, 'r', '2026-03-24', 14, 'Counted at night', @At FROM measure WHERE position = 1", new { At });
        var page = await PageAsync("Chen Champion", "/as/champion");
        Assert.Matches("aria-label=\"Phases: [^\"]*Study[^\"]*Develop", page);
        Assert.Contains("before 21%, now 14%, aim 8%", page, StringComparison.Ordinal);
        Assert.Matches("(?s)Holes dug twice.*Calls at night.*before 40", page); // all that it measures, in the order that the set gave them
        Assert.Matches("(?s)Clio Client, client.*<li class=\"done here\">Understood since", page);
        Assert.Contains("As of 24 March.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Holes dug twice", await PageAsync("Arno Advisor", "/as/advisor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sees_the_share_of_time_and_whether_the_goal_is_agreed_of_their_own_member_and_no_others()
    {
        var membership = await _there.MembershipAsync("Alma Tamm");
        await _there.Site.SetAsync("UPDATE membership SET supervisor_id = @viktor WHERE set_id = @Set AND id <> @membership", new { viktor = _there.World["Viktor Supervisor"], _there.Set, membership });
        await _there.Site.SetAsync("UPDATE membership SET time_share_percent = 25, time_share_confirmed_at = NULL, accepted_at = @At WHERE id = @membership", new { At, membership });
        Assert.Matches("(?s)Alma Tamm.*25 per cent of the time.*Not released yet.*Goal: you haven’t seen one yet", await PageAsync("Uma Supervisor", "/as/supervisor"));
        await _there.Site.SetAsync(
            "INSERT INTO developmental_goal (membership_id, text, to_supervisor, created_at, changed_at) VALUES (@membership, 'Handle conflict', 1, @At, @At)", new { membership, At });
        Assert.Contains("Goal: written, not yet agreed.", await PageAsync("Uma Supervisor", "/as/supervisor"), StringComparison.Ordinal);
        await _there.Site.SetAsync("UPDATE membership SET time_share_confirmed_at = @At WHERE id = @membership", new { At, membership });
        await _there.Site.SetAsync("UPDATE developmental_goal SET agreed_at = @At, agreed_by = @uma", new { At, uma = _there.World["Uma Supervisor"] });
        var page = await PageAsync("Uma Supervisor", "/as/supervisor");
        Assert.Contains("You released it on 24 March.", page, StringComparison.Ordinal);
        Assert.Contains("Goal: agreed on 24 March.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bo Lind", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma Tamm", await PageAsync("Viktor Supervisor", "/as/supervisor"), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
