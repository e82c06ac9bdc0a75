using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>The big pages of the office and of each role ask the file as often for many people as for few.</summary>
public sealed class StatementTests
{
    /// <summary>Each set has taken a problem on, and has a door, a note, a figure, a step with the client and a talk.</summary>
    private const string Work =
        """
        UPDATE programme SET state = 'Running' WHERE id = @Id;
        UPDATE sets SET problem_id = (SELECT p.id FROM problem p WHERE p.programme_id = @Id AND p.position = sets.position) WHERE programme_id = @Id;
        INSERT INTO door_request (id, set_id, asked_by, asked_of, title, needed_by, asked_at)
          SELECT printf('door%022d', s.id), s.id, (SELECT min(m.person_id) FROM membership m WHERE m.set_id = s.id), c.person_id, 'A door', '2027-04-01', @Now
          FROM sets s JOIN role_assignment c ON c.set_id = s.id AND c.role = 'Champion' WHERE s.programme_id = @Id;
        INSERT INTO sheet (id, set_id, kind, phase, light, text, help_wanted, state, written_by, written_at, confirmed_by, gone_at)
          SELECT printf('note%022d', s.id), s.id, 'Progress', 'Study', 'Slow', 'We looked', 'A crew', 'Gone', min(m.person_id), @Now, max(m.person_id), @Now
          FROM sets s JOIN membership m ON m.set_id = s.id WHERE s.programme_id = @Id GROUP BY s.id;
        INSERT INTO measure (set_id, position, name, baseline, changed_at) SELECT id, 1, 'Opened again', 19, @Now FROM sets WHERE programme_id = @Id;
        INSERT INTO agreement_step (set_id, step, on_date, asked_at, asked_by)
          SELECT s.id, 'Understood', '2027-03-20', @Now, min(m.person_id) FROM sets s JOIN membership m ON m.set_id = s.id WHERE s.programme_id = @Id GROUP BY s.id;
        INSERT INTO supervisor_talk (programme_id, person_id, supervisor_id, date, created_at, created_by, changed_at, changed_by)
          SELECT @Id, m.person_id, @uma, '2027-04-02', @Now, m.person_id, @Now, m.person_id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @Id;
        INSERT INTO audit (at, person_id, act, thing, thing_id) SELECT @Now, m.person_id, 'accept', 'membership', m.id FROM membership m;
        """;

    [Fact]
    public async Task Three_times_as_many_people_cost_not_one_statement_more()
    {
        List<List<(string Page, int Count)>> counts = [];
        foreach (var sets in new[] { 2, 6 })
        {
            await using var room = await ReadyRoom.OpenAsync(sets: sets);
            var invited = $"/workshops/{await room.OneAsync<long>("SELECT id FROM workshop WHERE programme_id = @Id AND kind = 'KickOff'")}/invitations";
            await room.BreakAsync("INSERT INTO account (person_id, password_hash, stamp) SELECT p.id, a.password_hash, 'stamp' || p.id FROM person p, account a JOIN person m ON m.id = a.person_id AND m.name = 'Mari Kask' WHERE p.name IN ('Chen Champion', 'Aada Advisor', 'Uma Supervisor', 'Clio Client')");
            await room.BreakAsync("UPDATE account SET is_admin = 1 WHERE is_facilitator = 1");
            var home = $"/programmes/{ReadyRoom.N(room.Id)}";
            using HttpClient chen = await InAsync("Chen Champion"), uma = await InAsync("Uma Supervisor"), aada = await InAsync("Aada Advisor"), clio = await InAsync("Clio Client"), sven = await InAsync("Sven Sponsor");
            Assert.True(await room.Site.Writer.RunAsync(writes => DraftCommands.Begin(writes, room.Id, sets, [], null), ReadyRoom.Stop));
            List<(string, int)> pages = [];
            foreach (var (client, page) in new[] { (room.Mari, room.Page), (room.Mari, home), (room.Mari, "/"), (room.Mari, $"{home}/next"), (room.Mari, $"{home}/composer"), (room.Mari, $"{home}/consents"),
                (room.Mari, $"{home}/letters"), (room.Mari, $"{home}/problems"), (room.Mari, $"{home}/paste"), (room.Mari, $"{home}/timeline"), (room.Mari, invited), (chen, "/"), (chen, "/as/champion"), (uma, "/"), (uma, "/as/supervisor") })
            {
                pages.Add((page, await CountAsync(client, page)));
            }

            // When the sets are at work, there is more on the pages of those who stand around them.
            await room.BreakAsync(Work);
            foreach (var (client, page) in new[] { (room.Mari, "/audit"), (room.Mari, $"{home}/during"), (sven, $"{home}/during"), (sven, "/"), (chen, $"{home}/progress"), (clio, "/"), (clio, "/as/client"), (aada, "/"), (aada, "/as/advisor"),
                (chen, "/as/champion"), (uma, "/as/supervisor"), (uma, "/calendar") })
            {
                pages.Add((page, await CountAsync(client, page)));
            }

            counts.Add(pages);

            Task<HttpClient> InAsync(string name) => Office.SignInAsync(room.Site, World.Mail(name));

            Task<int> CountAsync(HttpClient client, string page) => Statements.ReadAsync(room.Site, () => client.GetStringAsync(page, ReadyRoom.Stop));
        }

        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public async Task Three_programmes_in_preparation_cost_my_page_not_one_statement_more_than_one()
    {
        await using var room = await ReadyRoom.OpenAsync(sets: 1);
        using var sven = await Office.SignInAsync(room.Site, World.Mail("Sven Sponsor"));
        var one = (await CountAsync(room.Mari), await CountAsync(sven));
        await room.BreakAsync(
            """
            INSERT INTO programme (name, format, state, start_date, end_date, created_at, changed_at)
              SELECT 'Next Flow ' || value, 'CommonProblem', 'Recruiting', '2027-03-01', '2027-08-31', @Now, @Now FROM json_each('[2, 3]');
            INSERT INTO role_assignment (person_id, programme_id, role)
              SELECT r.person_id, g.id, r.role FROM role_assignment r JOIN programme g ON g.name IN ('Next Flow 2', 'Next Flow 3')
              WHERE r.programme_id = @Id AND r.role IN ('Facilitator', 'Sponsor');
            """);
        Assert.Equal(one, (await CountAsync(room.Mari), await CountAsync(sven)));

        // Each of them is told all the same.
        var mine = await room.Mari.GetStringAsync("/", ReadyRoom.Stop);
        Assert.Matches("things? stops? the start of Next Flow 3", mine);
        Assert.Contains("Next Flow 2 is in preparation", mine, StringComparison.Ordinal);
        Assert.Contains("Next Flow is in preparation", mine, StringComparison.Ordinal);
        var svens = await sven.GetStringAsync("/", ReadyRoom.Stop);
        Assert.Contains("Next Flow 2. Each set takes one of them", svens, StringComparison.Ordinal);
        Assert.DoesNotContain("Next Flow. Each set takes one of them", svens, StringComparison.Ordinal);

        Task<int> CountAsync(HttpClient client) => Statements.ReadAsync(room.Site, () => client.GetStringAsync("/", ReadyRoom.Stop));
    }
}
