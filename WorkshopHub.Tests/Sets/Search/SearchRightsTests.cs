using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Search;

/// <summary>What is not said yet, or no longer, is found by nobody who did not write it.</summary>
public sealed class SearchRightsTests : SearchRoom
{
    [Fact]
    public async Task A_solution_that_is_being_written_is_found_by_the_set_alone()
    {
        await SolutionAsync("Cover the culvert before the rain");
        Assert.Equal((1, 1), (await CountAsync("Clio Client", "culvert"), await CountAsync("Chen Champion", "culvert")));
        await There.Site.SetAsync("UPDATE solution SET decided_on = NULL");
        foreach (var (name, finds) in new[] { ("Bo Lind", 1), ("Aada Advisor", 1), ("Clio Client", 0), ("Chen Champion", 0), ("Sven Sponsor", 0), ("Mari Kask", 0), ("Uma Supervisor", 0) })
        {
            Assert.Equal((name, finds), (name, await CountAsync(name, "culvert")));
        }
    }

    [Fact]
    public async Task What_is_taken_back_is_found_by_nobody()
    {
        await NoteAsync("Council drawings of the culvert");
        await There.Site.SetAsync(
            "INSERT INTO set_ask (id, set_id, asked_by, to_set, text, asked_at) VALUES (@id, @Set, @alma, @other, 'Who digs at the culvert?', @At)",
            new { id = Tokens.New(), There.Set, alma = There.World["Alma Tamm"], other = There.World.Sets[1].Id, At });
        Assert.Equal((2, 1), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Cecil Hart", "culvert")));
        await There.Site.SetAsync("UPDATE study_note SET gone_at = @At", new { At });
        await There.Site.SetAsync("UPDATE set_ask SET back_at = @At", new { At });
        Assert.Equal((0, 0), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Cecil Hart", "culvert")));
    }

    [Fact]
    public async Task What_waits_for_a_second_yes_is_found_by_nobody_outside()
    {
        await There.Site.SetAsync(
            """
            INSERT INTO sheet (id, set_id, kind, text, state, written_by, written_at) VALUES (@id, @Set, 'Learning', 'We were proud of the culvert', 'Proposed', @alma, @At)
            """, new { id = Tokens.New(), There.Set, alma = There.World["Alma Tamm"], At });
        Assert.Equal((0, 0), (await CountAsync("Cecil Hart", "culvert"), await CountAsync("Sven Sponsor", "culvert")));
        await There.Site.SetAsync("UPDATE sheet SET state = 'Gone', confirmed_by = @bo, gone_at = @At", new { bo = There.World["Bo Lind"], At });
        Assert.Equal((1, 1), (await CountAsync("Cecil Hart", "culvert"), await CountAsync("Sven Sponsor", "culvert")));
    }

    [Fact]
    public async Task An_action_that_is_shown_to_a_supervisor_is_found_by_that_supervisor_and_by_no_other()
    {
        await There.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @Set, 1, @alma, 'Walk along the culvert', '2026-03-24', '2026-04-07', @At, @At)
            """, new { key = Tokens.New(), There.Set, alma = There.World["Alma Tamm"], At });
        await There.Site.SetAsync(
            "UPDATE membership SET supervisor_id = @viktor WHERE person_id = @bo", new { viktor = There.World["Viktor Supervisor"], bo = There.World["Bo Lind"] });
        await There.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at, supervisor_id)
            VALUES (@Set, 'Action', '1', @alma, 'Supervisor', @alma, @At, @At, @uma)
            """, new { There.Set, alma = There.World["Alma Tamm"], uma = There.World["Uma Supervisor"], At });
        foreach (var (name, finds) in new[] { ("Uma Supervisor", 1), ("Viktor Supervisor", 0), ("Cecil Hart", 0), ("Chen Champion", 0), ("Mari Kask", 0) })
        {
            Assert.Equal((name, finds), (name, await CountAsync(name, "culvert")));
        }

        // Somebody else supervises Alma: it was shown to the former one, who is that no more, and not to the new one.
        await There.Site.SetAsync(
            "UPDATE membership SET supervisor_id = @viktor WHERE person_id = @alma", new { viktor = There.World["Viktor Supervisor"], alma = There.World["Alma Tamm"] });
        Assert.Equal((0, 0), (await CountAsync("Uma Supervisor", "culvert"), await CountAsync("Viktor Supervisor", "culvert")));
    }

    [Fact]
    public async Task Of_an_action_that_is_shown_only_what_was_told_last_is_found()
    {
        await There.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @Set, 1, @alma, 'Walk along it', '2026-03-24', '2026-04-07', @At, @At)
            """, new { key = Tokens.New(), There.Set, alma = There.World["Alma Tamm"], At });
        foreach (var (round, did) in new[] { (1, "Half of the culvert"), (2, "All of the embankment") })
        {
            await There.Site.SetAsync(
                """
                INSERT INTO set_action_report (action_id, round, key, state, did, happened, learned, due, created_at, created_by, changed_at)
                VALUES (1, @round, @key, 'Partly', @did, 'It rained', 'Take boots', '2026-04-07', @At, @alma, @At)
                """, new { round, did, key = Tokens.New(), alma = There.World["Alma Tamm"], At });
        }

        await There.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at, supervisor_id)
            VALUES (@Set, 'Action', '1', @alma, 'Supervisor', @alma, @At, @At, @uma)
            """, new { There.Set, alma = There.World["Alma Tamm"], uma = There.World["Uma Supervisor"], At });
        Assert.Equal((0, 1), (await CountAsync("Uma Supervisor", "culvert"), await CountAsync("Uma Supervisor", "embankment")));
        Assert.Equal((1, 1), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Bo Lind", "embankment")));
    }
}
