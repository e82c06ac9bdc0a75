using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Commitments;
using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Tests.Activities.Commitments;

public sealed class GoalsTests
{
    private static readonly (string, string)[] _goal = [("why", "Because"), ("notice", "They say so"), ("value", "2")];

    [Fact]
    public async Task A_goal_is_read_and_agreed_by_the_members_own_supervisor_and_nobody_else_reads_it()
    {
        await using var room = await CommitmentRoom.OpenAsync("Goal");
        var alma = await room.PhoneAsync("Alma Tamm");
        var uma = await room.PhoneAsync("Uma Supervisor");
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("Say earlier when I disagree", more: [("do", "goal"), .. _goal])).StatusCode);
        Assert.Contains("Not yet agreed", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Say earlier when I disagree", await uma.FeedAsync(), StringComparison.Ordinal);
        foreach (var name in new[] { "Bo Lind", "Cecil Hart", "Viktor Supervisor", "Aada Advisor", "Clio Client", "Chen Champion", "Sven Sponsor" })
        {
            var phone = await room.PhoneAsync(name);
            Assert.DoesNotContain("Say earlier", await phone.FeedAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(phone, await AgreeAsync(room))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(uma, await AgreeAsync(room))).StatusCode);
        Assert.Contains("Agreed with Uma Supervisor", await alma.FeedAsync(), StringComparison.Ordinal);
        await alma.PostAsync("Something else", more: [("do", "goal"), .. _goal]);
        Assert.Null(await room.OneAsync<string>("SELECT agreed_at FROM developmental_goal"));
        Assert.Equal(1, await room.OneAsync<long>("SELECT count(*) FROM developmental_goal"));
    }

    [Fact]
    public async Task Who_picked_the_supervisors_name_by_code_neither_reads_nor_agrees()
    {
        await using var room = await CommitmentRoom.OpenAsync("Goal");
        var alma = await room.PhoneAsync("Alma Tamm");
        await alma.PostAsync("Say earlier when I disagree", more: [("do", "goal"), .. _goal]);
        var uma = await room.PhoneAsync("Uma Supervisor", vouched: false);
        Assert.DoesNotContain("Say earlier", await uma.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(uma, await AgreeAsync(room))).StatusCode);
    }

    [Fact]
    public async Task A_supervisor_has_the_members_in_order_with_times_and_an_advisor_those_whose_supervisor_is_away()
    {
        await using var room = await CommitmentRoom.OpenAsync("Goal", ""","TalkMinutes":5""");
        var uma = await room.PhoneAsync("Uma Supervisor");
        var aada = await room.PhoneAsync("Aada Advisor");
        var cecil = await room.PhoneAsync("Cecil Hart");
        var feed = await uma.FeedAsync();
        Assert.True(feed.IndexOf("Alma Tamm", StringComparison.Ordinal) < feed.IndexOf("Emil Saar", StringComparison.Ordinal));
        Assert.DoesNotContain("Cecil Hart", feed, StringComparison.Ordinal);
        Assert.Matches(@"num b"">\d+:\d\d<", feed);
        Assert.Contains("with Aada Advisor", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Cecil Hart", await aada.FeedAsync(), StringComparison.Ordinal);
        await cecil.PostAsync("Ask for help", more: [("do", "goal"), .. _goal]);
        Assert.Contains("Ask for help", await aada.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(aada, await AgreeAsync(room))).StatusCode);
    }

    [Fact]
    public async Task A_rating_is_shared_on_purpose_and_what_was_noticed_goes_to_the_member_only()
    {
        await using var room = await CommitmentRoom.OpenAsync("Rating", kind: "Final");
        var alma = await room.PhoneAsync("Alma Tamm");
        var uma = await room.PhoneAsync("Uma Supervisor");
        await room.Site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO developmental_goal (membership_id, text, created_at, changed_at)
            SELECT id, 'Say earlier', @Now, @Now FROM membership WHERE person_id = @person
            """,
            new { writes.Now, person = room.World["Alma Tamm"] }), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await alma.PostAsync("", more: [("do", "rate"), ("value", "6")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("", more: [("do", "rate"), ("value", "4"), ("note", "Halfway there")])).StatusCode);
        Assert.DoesNotContain("Halfway there", await uma.FeedAsync(), StringComparison.Ordinal);
        await alma.PostAsync("", more: [("do", "rate"), ("value", "4"), ("note", "Halfway there"), ("share", "Supervisor")]);
        Assert.Contains("Halfway there", await uma.FeedAsync(), StringComparison.Ordinal);
        var member = await room.OneAsync<long>("SELECT membership_id FROM developmental_goal");
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(uma, $"noticed:{member}", ($"noticed-{member}", "You named it twice"))).StatusCode);
        Assert.Contains("You named it twice", await alma.FeedAsync(), StringComparison.Ordinal);
        var bo = await room.PhoneAsync("Bo Lind");
        Assert.DoesNotContain("You named it twice", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(bo, $"noticed:{member}", ($"noticed-{member}", "Forged"))).StatusCode);
    }

    [Fact]
    public async Task What_fewer_than_five_chose_stands_together_in_the_summary_and_who_rates_late_changes_nothing_there()
    {
        await using var room = await CommitmentRoom.OpenAsync("Rating", kind: "Final");
        var names = room.World.Sets.SelectMany(set => set.Members).ToList();
        await RateAsync(room, names[..7], 4, 4, 4, 4, 5, 2, 3);
        Assert.Empty((await BoardAsync(room)).Values); // the question is open
        using var mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        await room.Site.Writer.RunAsync(writes =>
        {
            var activity = Activity.Find(writes, room.Activity)!;
            room.Site.Services.GetRequiredService<ActivityKinds>().Of(activity).CarryOver(writes, activity);
            return writes.Execute("UPDATE activity SET state = 'Closed' WHERE id = @Activity; UPDATE workshop SET state = 'Held' WHERE id = @Workshop", new { room.Activity, room.World.Workshop });
        }, TestContext.Current.CancellationToken);
        var told = (await BoardAsync(room)).Values;
        Assert.Equal([("1", 0L), ("2–5", 7L)], told.Select(bin => (bin.Name, bin.Count)));
        var summary = await mari.GetStringAsync($"/workshops/{room.World.Workshop}/summary", TestContext.Current.CancellationToken);
        Assert.Contains("<th scope=\"col\">2–5</th>", summary, StringComparison.Ordinal);
        await room.Site.SetAsync("UPDATE membership SET left_at = 'now' WHERE person_id = @person", new { person = room.World[names[0]] });
        await RateAsync(room, names[7..11], 1, 1, 1, 1);
        Assert.Equal(told, (await BoardAsync(room)).Values);
        await RateAsync(room, names[11..12], 1);
        Assert.Equal([("1", 5L), ("2–5", 7L)], (await BoardAsync(room)).Values.Select(bin => (bin.Name, bin.Count)));
    }

    private static async Task<CommitmentBoard> BoardAsync(CommitmentRoom room) => await room.Site.Db.ReadAsync(
        reads => CommitmentBoard.Read(reads, Activity.Find(reads, room.Activity)!), TestContext.Current.CancellationToken);

    private static Task<bool> RateAsync(CommitmentRoom room, List<string> names, params int[] values) => room.Site.Writer.RunAsync(writes =>
    {
        foreach (var (name, value) in names.Zip(values))
        {
            var membership = writes.First<long>("SELECT id FROM membership WHERE person_id = @person", new { person = room.World[name] });
            GoalCommands.Rate(writes, membership, "Final", value, "", shared: false);
            RatingsTold.Said(writes, membership, "Final");
        }

        return true;
    }, TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_a_supervisor_noticed_is_asked_at_the_final_only()
    {
        await using var room = await CommitmentRoom.OpenAsync("Rating", kind: "MidTerm");
        var uma = await room.PhoneAsync("Uma Supervisor");
        var member = await room.OneAsync<long>("SELECT id FROM membership WHERE person_id = @person", new { person = room.World["Alma Tamm"] });
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(uma, $"noticed:{member}", ($"noticed-{member}", "Too soon"))).StatusCode);
    }

    [Theory]
    [InlineData("Goal", "KickOff")]
    [InlineData("Rating", "Final")]
    public async Task While_the_supervisor_is_away_the_advisor_notes_the_talk_and_the_goal_stays_not_yet_agreed(string mode, string kind)
    {
        await using var room = await CommitmentRoom.OpenAsync(mode, kind: kind);
        var alma = await room.PhoneAsync("Alma Tamm");
        var aada = await room.PhoneAsync("Aada Advisor");
        var arno = await room.PhoneAsync("Arno Advisor");
        var member = await room.OneAsync<long>("SELECT id FROM membership WHERE person_id = @person", new { person = room.World["Alma Tamm"] });
        await room.Site.Writer.RunAsync(writes => writes.Execute(
            "INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) VALUES (@member, 'Say earlier', @Now, @Now)",
            new { member, writes.Now }), TestContext.Current.CancellationToken);
        await alma.PostAsync("", more: [("do", "rate"), ("value", "4"), ("note", "Between us two"), ("share", "Supervisor")]);
        var feed = await aada.FeedAsync();
        Assert.Contains("Say earlier", feed, StringComparison.Ordinal);
        Assert.Contains("We have talked", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("Between us two", feed, StringComparison.Ordinal);
        foreach (var other in new[] { arno, alma, await room.PhoneAsync("Bo Lind") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(other, $"talked:{member}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(aada, $"talked:{member}")).StatusCode);
        Assert.Contains("Talked with Aada Advisor", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Null(await room.OneAsync<string>("SELECT agreed_at FROM developmental_goal"));
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(aada, $"nottalked:{member}")).StatusCode);
        Assert.DoesNotContain("Talked with Aada Advisor", await alma.FeedAsync(), StringComparison.Ordinal);
        await room.PhoneAsync("Uma Supervisor");
        Assert.DoesNotContain("Say earlier", await aada.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(aada, $"talked:{member}")).StatusCode);
    }

    [Fact]
    public async Task Each_members_phone_says_when_where_and_with_whom()
    {
        await using var room = await CommitmentRoom.OpenAsync("Goal", ""","TalkMinutes":5,"Place":"At your own table" """);
        await room.PhoneAsync("Uma Supervisor");
        var at = new List<TimeOnly>();
        foreach (var name in new[] { "Alma Tamm", "Bo Lind", "Emil Saar" })
        {
            var feed = await (await room.PhoneAsync(name)).FeedAsync();
            Assert.Contains("At your own table.", feed, StringComparison.Ordinal);
            at.Add(TimeOnly.Parse(System.Text.RegularExpressions.Regex.Match(feed, @"(\d+:\d\d) with Uma Supervisor").Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal([5d, 5d], [(at[1] - at[0]).TotalMinutes, (at[2] - at[1]).TotalMinutes]);
    }

    [Fact]
    public async Task A_problem_is_confirmed_or_sent_back_with_a_note_by_the_supervisor_only()
    {
        await using var room = await CommitmentRoom.OpenAsync("Problem");
        var alma = await room.PhoneAsync("Alma Tamm");
        var uma = await room.PhoneAsync("Uma Supervisor");
        var viktor = await room.PhoneAsync("Viktor Supervisor");
        Assert.Equal(HttpStatusCode.OK, (await alma.PostAsync("One job in five comes back", more: [("do", "problem"), ("title", "Twice done"), ("why", "It costs")])).StatusCode);
        var member = await room.OneAsync<long>("SELECT id FROM membership WHERE person_id = @person", new { person = room.World["Alma Tamm"] });
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(viktor, $"confirm:{member}:1")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CommitmentRoom.PressAsync(uma, $"back:{member}:1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(uma, $"back:{member}:1", ($"note-{member}", "Which jobs?"))).StatusCode);
        Assert.Contains("Which jobs?", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(uma, $"confirm:{member}:2")).StatusCode);
        Assert.Equal("Agreed", await room.OneAsync<string>("SELECT state FROM problem"));
    }

    [Theory]
    [InlineData("Goal")]
    [InlineData("Rating")]
    [InlineData("Problem")]
    [InlineData("Action")]
    public async Task What_is_private_is_neither_on_walls_nor_in_the_summary_the_export_or_on_paper(string mode)
    {
        await using var room = await CommitmentRoom.OpenAsync(mode, kind: "Final");
        var alma = await room.PhoneAsync("Alma Tamm");
        var verb = mode switch { "Goal" => "goal", "Rating" => "rate", "Problem" => "problem", _ => "write" };
        var answer = await alma.PostAsync("Kept secret", more:
            [("do", verb), ("note", "Kept secret"), ("title", "Kept secret"), ("why", "Kept secret"), ("value", "2"), ("share", "Set")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await room.Site.Db.ReadAsync(reads =>
        {
            var activity = Activity.Find(reads, room.Activity)!;
            var kind = ((ActivityKinds)room.Site.Services.GetService(typeof(ActivityKinds))!).Of(activity);
            Assert.Empty(kind.SaidIn(reads, activity));
            Assert.NotEmpty(kind.SaidBy(reads, activity, room.World["Alma Tamm"]));
            Assert.Empty(kind.SaidBy(reads, activity, room.World["Bo Lind"]));
            Assert.DoesNotContain(kind.SheetOf(reads, activity)!.Rows, row => row.Any(cell => cell as string == "Kept secret"));
            Assert.Empty(kind.PaperFields(reads, activity));
            return true;
        });
    }

    private static async Task<string> AgreeAsync(CommitmentRoom room) =>
        await room.OneAsync<string>("SELECT 'agree:' || membership_id || ':' || version FROM developmental_goal") ?? "";
}
