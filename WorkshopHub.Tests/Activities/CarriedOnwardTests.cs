using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Activities;

/// <summary>What was carried over stands where it is needed, for those who may read it, and can be put back.</summary>
public sealed class CarriedOnwardTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_dots_propose_becomes_a_proposed_problem_and_leaves_the_list_when_it_is_undone()
    {
        await using var room = await DotsAsync();
        using var mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        var problem = Assert.Single(await ProblemsAsync(room));
        Assert.Equal(("One desk for all permits", "Proposed"), (problem.Title, problem.State));
        Assert.Contains("One desk for all permits", await mari.GetStringAsync($"/programmes/{room.World.Programme}/problems", Stop), StringComparison.Ordinal);
        await UndoAsync(room, mari, "ProposedProblem");
        Assert.Empty(await ProblemsAsync(room));
    }

    [Fact]
    public async Task A_proposal_that_somebody_has_worked_on_or_that_was_there_before_stays()
    {
        await using var room = await DotsAsync();
        var problem = Assert.Single(await ProblemsAsync(room));
        Assert.True(await room.Site.Writer.RunAsync(w => ProblemCommands.Change(
            w, room.World.Programme, problem.Id, problem.Version, new ProblemDetails { Title = "One desk for all permits", Description = "Six desks now." }, null), Stop));
        using var mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        await UndoAsync(room, mari, "ProposedProblem");
        Assert.Single(await ProblemsAsync(room));

        await room.GoAsync(0); // opened again, closed again: it is there already, and undoing leaves it
        await room.GoAsync(1);
        await UndoAsync(room, mari, "ProposedProblem");
        Assert.Equal("Six desks now.", Assert.Single(await ProblemsAsync(room)).Description);
    }

    [Fact]
    public async Task What_goes_on_at_a_later_workshop_keeps_what_it_has_become_and_adds_what_comes_there()
    {
        await using var room = await KindRoom.StartAsync("commitment", "What will you do?", settings: """{"Mode":"ToFinal"}""");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm", vouched: true);
        await room.TakenAsync(alma, ("do", "write"), ("text", "I ring before I write"), ("share", "Room"), ("due", "other"), ("due-other", TimeProvider.System.GetUtcNow().AddDays(40).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        await room.GoAsync(1);
        var kinds = room.Site.Services.GetRequiredService<ActivityKinds>();
        await room.Site.Writer.RunAsync(w =>
        {
            var later = w.Insert("""
                INSERT INTO workshop (programme_id, kind, title, date, state, room_code, created_at, changed_at)
                VALUES (@Programme, 'MidTerm', 'Mid-term', '2026-06-09', 'Live', '111222', @Now, @Now)
                """, new { room.World.Programme, w.Now });
            w.Insert("""
                INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id, act) VALUES (@later, 1, 'We go on', 10, @Activity, 'Run')
                """, new { later, room.Activity });
            Assert.Equal(PressOutcome.Done, RunOfShow.Start(w, new Press(later, room.World["Mari Kask"], 0, 0)).Outcome);
            Carried.Settle(w, kinds, later);
            w.Execute("""
                INSERT INTO commitment (activity_id, person_id, set_id, role, text, share, at) VALUES (@Activity, @cecil, @set, 'Member', 'I walk along', 'Room', @Now)
                """, new { room.Activity, cecil = room.World["Cecil Hart"], set = room.World.Sets[1].Id, w.Now });
            var now = Show.Read(w, later, TimeProvider.System.GetUtcNow())!.Now!;
            Assert.Equal(PressOutcome.Done, RunOfShow.CloseActivity(w, new Press(later, room.World["Mari Kask"], now.Id, now.Version)).Outcome);
            Carried.Settle(w, kinds, later);
            return true;
        }, Stop);
        Assert.Equal(["I ring before I write", "I walk along"], (await room.Site.Db.ReadAsync(
            reads => Carried.Of(reads, room.World.Workshop).Where(one => one.State == "Carried").Select(one => one.Text).ToList(), Stop)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_sets_page_lists_what_came_from_workshops_for_the_set_its_advisor_and_the_office_each_what_they_may_read()
    {
        await using var room = await KindRoom.StartAsync("moment", "Talk");
        await PlantAsync(room,
            ("SetQuestion", 0, null, "What did you see?"), ("FirstQuestion", 0, null, "What is at stake for you?"),
            ("Action", 0, "Alma Tamm", ""), ("Volunteer", 0, "Alma Tamm", "Yes, as an expert"), ("SetQuestion", 1, null, "Of another set"));
        var page = $"/programmes/{room.World.Programme}/sets/{room.World.Sets[0].Id}";
        foreach (var (name, sees) in new[] { ("Alma Tamm", true), ("Aada Advisor", true), ("Mari Kask", false) })
        {
            using var reader = await SignedInAsync(room, name);
            var html = await reader.GetStringAsync(page, Stop);
            Assert.Contains("What did you see?", html, StringComparison.Ordinal);
            Assert.Equal(sees, html.Contains("at stake", StringComparison.Ordinal));
            Assert.Contains("One more", html, StringComparison.Ordinal); // the action whose words its owner keeps
            Assert.DoesNotContain("as an expert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Of another set", html, StringComparison.Ordinal);
            Assert.Equal(!sees, html.Contains("Save the name", StringComparison.Ordinal));
        }

        using var dora = await SignedInAsync(room, "Dora Voss");
        Assert.NotEqual(HttpStatusCode.OK, (await dora.GetAsync(page, Stop)).StatusCode);
        using var bo = await SignedInAsync(room, "Bo Lind");
        using var renamed = await bo.PostFormAsync("/", page, ("SetName", "Ours"), ("Version", "1"));
        Assert.NotEqual("Ours", await room.Site.Db.ReadAsync(reads => reads.First<string>(
            "SELECT name FROM sets WHERE id = @Id", room.World.Sets[0]), Stop));
    }

    [Fact]
    public async Task My_page_lists_what_concerns_me_with_words_that_only_I_and_my_witness_may_read()
    {
        await using var room = await KindRoom.StartAsync("moment", "Talk");
        var promise = await room.Site.Writer.RunAsync(w => w.Insert("""
            INSERT INTO commitment (activity_id, person_id, set_id, role, text, share, witness_id, at)
            VALUES (@Activity, @alma, @set, 'Member', 'I ring the depot first', 'Nobody', @dora, @Now)
            """, new { room.Activity, alma = room.World["Alma Tamm"], dora = room.World["Dora Voss"], set = room.World.Sets[0].Id, w.Now }), Stop);
        await PlantAsync(room,
            ("Commitment", 0, "Alma Tamm", ""), ("SetQuestion", 0, null, "What did you see?"), ("SetQuestion", 1, null, "Of another set"),
            ("Request", null, "Cecil Hart", "A seat in the van"));
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE carried SET source = @promise, due = '2026-06-09' WHERE target = 'Commitment'", new { promise }), Stop);
        (string Name, string[] Sees, string[] SeesNot)[] readers =
        [
            ("Alma Tamm", ["I ring the depot first", "by 9 June 2026", "What did you see?"], ["A seat in the van", "Of another set"]),
            ("Dora Voss", ["I ring the depot first", "Alma Tamm"], ["What did you see?"]),
            ("Bo Lind", ["What did you see?"], ["I ring the depot first"]),
            ("Cecil Hart", ["A seat in the van"], ["I ring the depot first"]),
            ("Mari Kask", [], ["I ring the depot first", "What did you see?", "A seat in the van"]),
        ];
        foreach (var (name, sees, seesNot) in readers)
        {
            using var reader = await SignedInAsync(room, name);
            var html = await reader.GetStringAsync("/", Stop);
            Assert.All(sees, words => Assert.Contains(words, html, StringComparison.Ordinal));
            Assert.All(seesNot, words => Assert.DoesNotContain(words, html, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Unanswered_questions_stand_with_their_problem_and_volunteers_with_the_programme()
    {
        await using var room = await KindRoom.StartAsync("moment", "Talk");
        var problem = await room.Site.Writer.RunAsync(w => ProblemCommands.Add(
            w, room.World.Programme, new ProblemDetails { Title = "Holes we dig twice", ClientId = room.World["Clio Client"] }, null), Stop);
        await PlantAsync(room, ("ProblemQuestion", null, "Alma Tamm", "Who tells the gang?"), ("Volunteer", null, "Bo Lind", "Yes, as an advisor"));
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE carried SET thing_id = @problem WHERE target = 'ProblemQuestion'", new { problem }), Stop);
        using var mari = await SignedInAsync(room, "Mari Kask");
        var page = await mari.GetStringAsync($"/programmes/{room.World.Programme}/problems", Stop);
        Assert.Contains("Who tells the gang?", page, StringComparison.Ordinal);
        Assert.Contains(", Alma Tamm: Holes we dig twice", page, StringComparison.Ordinal);
        page = await mari.GetStringAsync($"/programmes/{room.World.Programme}", Stop);
        Assert.Contains("Yes, as an advisor", page, StringComparison.Ordinal);
        using var clio = await SignedInAsync(room, "Clio Client");
        Assert.Contains("Who tells the gang?", await clio.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    /// <summary>An account for somebody of the world, and a client that is signed in with it.</summary>
    private static async Task<HttpClient> SignedInAsync(KindRoom room, string name)
    {
        await room.Site.Writer.RunAsync(w => w.Execute("""
            INSERT INTO account (person_id, password_hash, stamp, is_facilitator)
            SELECT @person, password_hash, stamp || @person, 0 FROM account WHERE person_id = @mari
            ON CONFLICT DO NOTHING
            """, new { person = room.World[name], mari = room.World["Mari Kask"] }), Stop);
        return await Office.SignInAsync(room.Site, World.Mail(name));
    }

    private static Task<bool> PlantAsync(KindRoom room, params (string Target, int? Set, string? Who, string Text)[] rows) => room.Site.Writer.RunAsync(w =>
    {
        foreach (var (target, set, who, text) in rows)
        {
            Carried.Add(w, new Carried
            {
                ActivityId = room.Activity,
                Target = target,
                SetId = set is { } at ? room.World.Sets[at].Id : null,
                PersonId = who is null ? null : room.World[who],
                Text = text,
            });
        }

        return true;
    }, Stop);

    private static async Task<KindRoom> DotsAsync()
    {
        var room = await KindRoom.StartAsync(
            "dotvote", "What next?", settings: """{"Items":["One desk for all permits","Fewer slides"],"Dots":1,"Keep":1,"Carries":"ProposedProblem"}""");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        await room.TakenAsync(alma, ("dot", "0#1"));
        await room.GoAsync(1);
        return room;
    }

    private static Task<IReadOnlyList<ProblemRow>> ProblemsAsync(KindRoom room) =>
        room.Site.Db.ReadAsync(reads => ProblemRow.Of(reads, room.World.Programme), Stop);

    private static async Task UndoAsync(KindRoom room, HttpClient desk, string target)
    {
        var carried = (await room.Site.Db.ReadAsync(reads => Carried.Of(reads, room.World.Workshop), Stop))
            .Last(one => one.Target == target && one.State == "Carried");
        var page = $"/workshops/{room.World.Workshop}/summary?undo={carried.Id}";
        using var answer = await desk.PostFormAsync(page, $"/workshops/{room.World.Workshop}/summary?handler=undo", ("carried", $"{carried.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
