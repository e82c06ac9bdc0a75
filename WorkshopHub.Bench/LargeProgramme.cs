using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Pulses;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Bench;

/// <summary>A programme that is over, as large as they come: plain rows, with all that a report counts.</summary>
internal static class LargeProgramme
{
    public const int Sets = 10;
    public const int People = 60;
    public const int Posts = 10_000;
    public const string Mail = "fay@bench.test";
    public const string Password = "four ordinary words here";

    private const int Actions = 600;
    private const int Meetings = 12;
    private const int Offers = 120;

    public static async Task PlantAsync(string path)
    {
        var file = new DataFile(path);
        Migrations.Run(file);
        using var writer = new Writer(file, TimeProvider.System, NullLogger<Writer>.Instance);
        await writer.StartAsync(CancellationToken.None);
        await writer.RunAsync(writes =>
        {
            Frame(writes);
            Work(writes);
            Workshops(writes);
            Help(writes);
            Ends(writes);
            return true;
        });
        await writer.StopAsync(CancellationToken.None);
    }

    private static void Frame(Writes writes)
    {
        var now = new { writes.Now, Sets, People };
        writes.Execute("INSERT INTO programme (name, format, state, start_date, end_date, created_at, changed_at) VALUES ('Large', 'CommonProblem', 'Reporting', '2026-03-10', '2026-09-15', @Now, @Now)", now);
        var office = writes.Insert("INSERT INTO person (name, email, created_at, changed_at) VALUES ('Fay Novak', @Mail, @Now, @Now)", new { Mail, writes.Now });
        SignIns.Save(writes, office, SignIns.HashOf(Password), admin: true, facilitator: true);
        writes.Execute("INSERT INTO org_unit (name) SELECT 'Unit ' || value FROM json_each(@list)", new { list = List(24) });
        writes.Execute("INSERT INTO person (name, org_unit_id, created_at, changed_at) SELECT 'Person ' || value, value % 24 + 1, @Now, @Now FROM json_each(@list)", new { list = List(People), writes.Now });
        writes.Execute("INSERT INTO problem (programme_id, position, title, client_id, state, created_at, changed_at) SELECT 1, value, 'Problem ' || value, 2, 'InWork', @Now, @Now FROM json_each(@list)", new { list = List(Sets), writes.Now });
        writes.Execute("INSERT INTO sets (programme_id, position, name, problem_id, created_at, changed_at) SELECT 1, value, 'Set ' || value, value, @Now, @Now FROM json_each(@list)", new { list = List(Sets), writes.Now });
        writes.Execute("INSERT INTO membership (set_id, person_id, joined_at) SELECT (value - 1) % @Sets + 1, value + 1, @Now FROM json_each(@list)", new { list = List(People), Sets, writes.Now });
        writes.Execute("INSERT INTO self_rating (membership_id, moment, value, told, at) SELECT m.id, k.value, m.id % 4 + 1, m.id % 4 + 1, @Now FROM membership m, json_each('[\"KickOff\",\"MidTerm\",\"Final\"]') k", now);
    }

    private static void Work(Writes writes)
    {
        writes.Execute("INSERT INTO set_meeting (set_id, number, date, first_date, state, created_at, changed_at) SELECT s.id, value, date('2026-03-17', '+' || (value * 14) || ' days'), date('2026-03-17', '+' || (value * 14) || ' days'), 'Held', @Now, @Now FROM sets s, json_each(@list)", new { list = List(Meetings), writes.Now });
        writes.Execute("INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at) SELECT printf('%026d', value), value % @Sets + 1, value, value % @People + 2, 'Ask the night shift', '2026-04-01', '2026-04-14', iif(value % 7, 'Done', 'Partly'), @Now, @Now FROM json_each(@list)", new { list = List(Actions), Sets, People, writes.Now });
        writes.Execute("INSERT INTO set_action_report (action_id, round, key, meeting_id, state, did, happened, learned, due, created_at, changed_at) SELECT id, 1, key, id % 100 + 1, state, 'Asked', 'They knew', 'Ask first', due, @Now, @Now FROM set_action", new { writes.Now });
        writes.Execute("INSERT INTO measure (set_id, position, name, unit, baseline, target, result, result_date, changed_at) SELECT s.id, value, 'Measure ' || value, '%', 40, 20, 20 + s.id, '2026-09-01', @Now FROM sets s, json_each('[1,2]')", new { writes.Now });
        writes.Execute("INSERT INTO measure_reading (measure_id, date, value, n) SELECT m.id, date('2026-03-10', '+' || (value * 20) || ' days'), 40 - value, 100 FROM measure m, json_each(@list)", new { list = List(8) });
        writes.Execute("INSERT INTO phase_step (set_id, phase, on_date, at) SELECT s.id, value, date('2026-03-10', '+' || (key * 50) || ' days'), @Now FROM sets s, json_each('[\"Study\",\"Develop\",\"Implement\"]')", new { writes.Now });
        writes.Execute("INSERT INTO door_request (id, set_id, asked_by, asked_of, title, state, asked_at, closed_at) SELECT printf('%026d', value), value % @Sets + 1, value % @People + 2, 2 + value % 3, 'A door', 'Opened', @Now, @Now FROM json_each(@list)", new { list = List(60), Sets, People, writes.Now });
        writes.Execute("INSERT INTO sheet (id, set_id, kind, text, state, written_by, written_at, confirmed_by, gone_at) SELECT printf('%026d', value), value % @Sets + 1, 'Learning', 'We asked before we dug', 'Gone', 2, @Now, 3, @Now FROM json_each(@list)", new { list = List(120), Sets, writes.Now });
    }

    private static void Workshops(Writes writes)
    {
        writes.Execute("INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (1, 'KickOff', 'Kick-off', '2026-03-10', 'Held', @Now, @Now), (1, 'MidTerm', 'Mid-term', '2026-06-09', 'Held', @Now, @Now), (1, 'Final', 'Final', '2026-09-15', 'Held', @Now, @Now)", new { writes.Now });
        writes.Execute("INSERT INTO participant (workshop_id, person_id, name, role, set_id, joined_at) SELECT w.id, p.id, p.name, 'Member', (p.id - 2) % @Sets + 1, @Now FROM workshop w, person p WHERE p.id > 1", new { Sets, writes.Now });
        foreach (var workshop in new[] { 1L, 3L })
        {
            var pulse = Activity(writes, workshop, "pulse", "Anonymous", "pulse");
            writes.Execute("INSERT INTO pulse_answer (activity_id, secret_hash, statement, value) SELECT @pulse, printf('%064d', p.value), k.value, (p.value + k.key + @workshop) % 5 + 1 FROM json_each(@people) p, json_each(@keys) k", new { pulse, workshop, people = List(People), keys = JsonSerializer.Serialize(PulseStatement.Standard.Take(7).Select(one => one.Key)) });
            var connections = Activity(writes, workshop, "connections", "Private", "net");
            writes.Execute("INSERT INTO connection (activity_id, from_id, to_id, strength) SELECT @connections, a.id, b.id, (a.id * b.id + @workshop) % 3 + 1 FROM person a, person b WHERE a.id > 1 AND b.id > 1 AND a.id <> b.id AND (a.id + b.id) % 4 = 0", new { connections, workshop });
        }

        var posts = Activity(writes, 3, "posts", "Named", "");
        writes.Execute("INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at) SELECT printf('%026d', value), @posts, value % 60 + 1, value % 10 + 1, 'Learning', 'What happened when we asked, number ' || value, printf('%026d', value), 'Shown', @Now FROM json_each(@list)", new { posts, list = List(Posts), writes.Now });
        var dots = Activity(writes, 3, "dotvote", "Anonymous", "");
        writes.Execute("INSERT INTO dot (id, activity_id, secret_hash, item) SELECT printf('%026d', value), @dots, printf('%064d', value % 60), printf('%026d', value % 30 + 1) FROM json_each(@list)", new { dots, list = List(180) });
        writes.Execute("INSERT INTO carried (activity_id, target, set_id, source, text) SELECT @dots, 'Learning', 1, id, text FROM post ORDER BY id LIMIT 3", new { dots });
        var report = Activity(writes, 3, "reportout", "Named", "");
        writes.Execute("INSERT INTO outcome (workshop_id, set_id, asked, created_at, changed_at) SELECT 3, id, 'Two more crews', @Now, @Now FROM sets", new { writes.Now });
        writes.Execute("INSERT INTO outcome_slide (outcome_id, slide, text) SELECT o.id, k.value, 'A line of it' || char(10) || 'and another' FROM outcome o, json_each('[\"Problem\",\"Tried\",\"Happened\",\"Learned\",\"Next\"]') k", new { });
        writes.Execute("INSERT INTO report_turn (activity_id, outcome_id, position, tell_at) SELECT @report, id, id, @Now FROM outcome", new { report, writes.Now });
    }

    /// <summary>Offers and requests that met at two workshops, guests, decisions that sets took, what their clients agreed to.</summary>
    private static void Help(Writes writes)
    {
        foreach (var workshop in new[] { 1L, 2L })
        {
            var market = Activity(writes, workshop, "offers", "Named", "market");
            var by = new { market, workshop, People, Sets, list = List(Offers), writes.Now };
            writes.Execute("INSERT INTO offer (id, activity_id, person_id, set_id, kind, text, posted_at) SELECT printf('%025d%d', value, @workshop), @market, value % @People + 2, value % @Sets + 1, iif(value % 2, 'Offer', 'Request'), 'Who knows the permits, number ' || value, @Now FROM json_each(@list)", by);
            writes.Execute("INSERT INTO offer_match (id, activity_id, request_id, helper_id, asker_id, state, came_of_it, months_saved, made_at, changed_at) SELECT o.id, @market, o.id, o.person_id % @People + 2, (o.person_id + 6) % @People + 2, json_extract('[\"Happened\",\"Agreed\",\"Suggested\",\"FellThrough\"]', '$[' || (o.rowid % 4) || ']'), iif(o.rowid % 4, '', 'The permit came in two days'), iif(o.rowid % 4, NULL, 2), @Now, @Now FROM offer o WHERE o.activity_id = @market AND o.kind = 'Request'", by);
        }

        writes.Execute("INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, state, learned, created_at, changed_at) SELECT set_id, id, 'Guest ' || id, 'What does a hole look like?', date, '10:00', '10:45', printf('%064d', id), iif(id % 3, 'Coming', 'NotComing'), 'Ask the gang', @Now, @Now FROM set_meeting WHERE id % 2", new { writes.Now });
        writes.Execute("INSERT INTO decision (set_id, meeting_id, token, text, ground, whom, on_date, created_at, created_by, changed_at, changed_by) SELECT set_id, id, printf('%026d', id), 'Dig by day', iif(id % 3, 'OwnAuthority', 'AskedWhom'), 'The depot', date, @Now, 2, @Now, 2 FROM set_meeting", new { writes.Now });
        writes.Execute("INSERT INTO study_note (set_id, meeting_id, token, looked_at, found, created_at, created_by, changed_at, changed_by) SELECT set_id, id, printf('%026d', id), 'The work orders', 'One in five comes back', @Now, 2, @Now, 2 FROM set_meeting", new { writes.Now });
        writes.Execute("INSERT INTO solution (set_id, number, text, decided_on, created_at, created_by, changed_at, changed_by) SELECT id, 1, 'One map, two owners', '2026-05-12', @Now, 2, @Now, 2 FROM sets", new { writes.Now });
        writes.Execute("INSERT INTO agreement_step (set_id, step, state, solution_id, on_date, asked_at, asked_by, answered_at) SELECT s.id, k.value, 'Confirmed', (SELECT id FROM solution WHERE set_id = s.id), date('2026-04-01', '+' || (k.key * 40) || ' days'), @Now, 2, @Now FROM sets s, json_each('[\"Understood\",\"TrialAgreed\",\"InTrial\",\"Adopted\"]') k", new { writes.Now });
    }

    /// <summary>What was said and promised at the end: commitments with their witnesses, words, hands for next time, the sponsor's answers, reflections that were given.</summary>
    private static void Ends(Writes writes)
    {
        var promises = Activity(writes, 3, "commitment", "Private", "");
        writes.Execute("INSERT INTO commitment (activity_id, person_id, set_id, role, text, share, witness_id, witness_says, state, at) SELECT @promises, person_id, set_id, 'Member', 'Ask the night shift', 'Nobody', (person_id - 1) % @People + 2, 'Yes', iif(person_id % 4, 'Done', 'Agreed'), @Now FROM membership", new { promises, People, writes.Now });
        foreach (var workshop in new[] { 1L, 3L })
        {
            var words = Activity(writes, workshop, "oneword", "Anonymous", "word");
            writes.Execute("INSERT INTO word_given (activity_id, secret_hash, number, word) SELECT @words, printf('%064d', value), 1, 'word ' || (value % 12) FROM json_each(@people)", new { words, people = List(People) });
        }

        var hands = Activity(writes, 3, "poll", "Named", "");
        writes.Execute("INSERT INTO carried (activity_id, target, person_id, text) SELECT @hands, 'Volunteer', value + 1, 'Advisor' FROM json_each(@list)", new { hands, list = List(20) });
        writes.Execute("INSERT INTO outcome_answer (outcome_id, decision, text, next_step, owner, due, by, at) SELECT id, 'Extend', 'One crew now, one in spring', 'Hire', 'Person 3', '2026-11-01', 1, @Now FROM outcome", new { writes.Now });
        writes.Execute("INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) SELECT printf('%026d', id), set_id, person_id, 'I asked before I dug', @Now, @Now FROM membership", new { writes.Now });
        writes.Execute("INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at) SELECT set_id, 'Reflection', id, author_id, iif(rowid % 2, 'Organisation', 'Programme'), author_id, @Now, @Now FROM reflection", new { writes.Now });
    }

    private static long Activity(Writes writes, long workshop, string kind, string mode, string series) => writes.Insert(
        "INSERT INTO activity (workshop_id, kind, title, name_mode, reveal, state, series, created_at, changed_at) VALUES (@workshop, @kind, @kind, @mode, 'AfterClose', 'Closed', @series, @Now, @Now)",
        new { workshop, kind, mode, series, writes.Now });

    private static string List(int count) => JsonSerializer.Serialize(Enumerable.Range(1, count));
}
