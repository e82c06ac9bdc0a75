namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// From an empty house to Ready where each set takes one of the sponsor's problems: through the real pages, by everybody who has
/// a part in it, each signed in by the link that was given to them, with the wrong turns that people take.
/// </summary>
public sealed class CommonProblemTests
{
    private const string People = """
        Surname and name;E-mail;Position;Dept.;Office;Line manager e-mail
        Anna Falk;anna@w.example;Planner;Assets;Hexley;sonja@w.example
        Ben Iyer;ben@w.example;Crew lead;Networks;Thornby;sonja@w.example
        Carla Ortiz;carla@w.example;Chemist;Treatment;Hexley;sonja@w.example
        Dan Webb;dan@w.example;Buyer;Supply;Thornby;tom@w.example
        Elif Kaya;elif@w.example;Analyst;Assets;Thornby;tom@w.example
        Finn Rowe;finn@w.example;Fitter;Networks;Hexley;tom@w.example
        Gwen Pryce;gwen@w.example;Operator;Treatment;Thornby;tom@w.example
        Hal Moss;hal@w.example;Clerk;Supply;Hexley;tom@w.example
        Ida Lund;ida@w.example;Trainer;People;Hexley;sonja@w.example
        Sonja Berg;sonja@w.example;Head of north;North;Hexley;vera@w.example
        Tom Adair;tom@w.example;Head of south;South;Thornby;vera@w.example
        Vera Quist;vera@w.example;Managing director;Board;Hexley;
        Ravi Shah;ravi@w.example;Coach;Learning;Hexley;
        Mona Elm;mona@w.example;Coach;Learning;Thornby;
        Cleo Marsh;cleo@w.example;Head of customers;Customers;Hexley;
        Ola Nord;ola at w.example;Clerk;Supply;Hexley;
        Dan Webster;dan@w.example;Buyer;Supply;Thornby;
        Kai Loop;kai@w.example;Clerk;Supply;Hexley;lea@w.example
        Lea Loop;lea@w.example;Clerk;Supply;Hexley;kai@w.example
        """;

    private static readonly string[] _members =
        ["Anna Falk", "Ben Iyer", "Carla Ortiz", "Dan Webb", "Elif Kaya", "Finn Rowe", "Gwen Pryce", "Hal Moss"];

    [Fact]
    public async Task From_nothing_to_ready_by_everybody_who_has_a_part_in_it()
    {
        await using var house = await Preparing.BeginAsync();
        await BringInAsync(house);
        await house.NewAsync("Flow", "CommonProblem", "2027-03-01", "2027-08-31");
        foreach (var (name, role) in new[]
        {
            ("Vera Quist", "Sponsor"), ("Ravi Shah", "Advisor"), ("Mona Elm", "Champion"), ("Cleo Marsh", "Client"),
        })
        {
            await house.RoleAsync(name, role);
        }

        await ComposeAsync(house);
        await house.WorkshopsAsync("2027-03-01", "2027-06-01", "2027-08-31");
        await house.MeetingsAsync();
        await WriteProblemsAsync(house);
        await house.Office.OpenAsync(house.Programme + "/readiness");
        await house.Office.PressAsync("Begin to ask people");
        await house.Office.IsRefusedAsync("It is ready", "Not yet:");
        await SayYesAsync(house);
        await ReplyAsync(house);
        await GetReadyAsync(house);
    }

    /// <summary>Broken rows stand first with their reasons; one is mended in its row, and the others are left out.</summary>
    private static async Task BringInAsync(Preparing house)
    {
        var look = await house.ListAsync(People);
        look.Sees("15 people come in", "4 rows are wrong", "Nobody gets an e-mail.", "This is no e-mail address", "This goes in a circle: Kai Loop → Lea Loop → Kai Loop");
        await look.SendAsync("Add 15, leave 4 out", ("m-17-email", "ola@w.example"));
        look.Sees("16 people come in", "3 rows are wrong");
        await look.PressAsync("Add 16, leave 3 out");
        look.Sees("16 people came in");

        // The same list once more changes nothing.
        (await house.ListAsync(People)).Sees("0 people come in, 0 change, 15 stay as they are");
    }

    /// <summary>Seven in a set, two of one part, a supervisor beside their member: told at once, and refused where it must be.</summary>
    private static async Task ComposeAsync(Preparing house)
    {
        var office = house.Office;
        await office.OpenAsync(house.Programme);
        await office.FollowAsync("Compose the sets");
        var page = office.At;
        string Id(string name) => office.Tick(name);
        await office.PressAsync("Begin the draft", [.. _members.Append("Sonja Berg").Select(name => ("Ticked", Id(name))), ("number", "2")]);
        foreach (var name in _members.Take(6).Append("Sonja Berg"))
        {
            await office.OpenAsync(page);
            await office.FollowAsync(name);
            await office.PressAsync("Circle");
        }

        await office.OpenAsync(page);
        office.Sees("Anna Falk and Elif Kaya are both from Assets", "7 people");
        await office.FollowAsync("Put these sets in place");
        await office.IsRefusedAsync("Put these sets in place", "never sit in one set");
        await office.FollowAsync("Sonja Berg");
        await office.PressAsync("Take out of the draft");
        await office.PressAsync("Propose sets");
        office.Sees("No rule is broken").Misses("are both from");
        await office.OpenAsync(page);
        await office.PressAsync("Propose them");
        await office.FollowAsync("Put these sets in place");
        await office.PressAsync("Put these sets in place");
        await office.OpenAsync(house.Programme);
        office.Sees("8 people in 2", "advisor Ravi Shah", "champion Mona Elm");
    }

    /// <summary>The sponsor lists problems; one without failed attempts is not offered before there are two, or nobody knows an answer.</summary>
    private static async Task WriteProblemsAsync(Preparing house)
    {
        var vera = await house.AsAsync("Vera Quist");
        await vera.OpenAsync("/");
        await vera.FollowAsync("See the problems");
        foreach (var title in new[] { "Holes are dug twice", "Alarms nobody believes", "Seventy days to a tap" })
        {
            await vera.OpenAsync(house.Programme + "/problems");
            await vera.FollowAsync("Write a problem");
            await vera.PressAsync("On to", ("Form.Title", title), ("Form.Description", "One in five is opened again."), ("Form.WhyItMatters", "Builders wait."));
            await vera.PressAsync("On to", ("Form.Expert", "Nobody"), ("Form.NoClearExpertiseNote", "Each team has a part."));
            await vera.PressAsync("Keep and leave", ("Form.Attempts[0].Year", "2022"), ("Form.Attempts[0].What", "A portal"), ("Form.Attempts[0].Why", "Nobody looked."), ("Form.Answer", "Failed"));
            vera.Sees("One failed attempt, two needed");
            await vera.FollowAsync($"Add one: {title}");
            await vera.IsRefusedAsync("On to", "can’t count as an attempt", ("Form.Attempts[1].Year", "2024"), ("Form.Attempts[1].What", "A checklist"));
            await vera.PressAsync("On to", ("Form.Attempts[1].Why", "Nobody owned it."));
            await vera.PressAsync("On to", ("Form.SuccessLooksLike", "Opened once"));
            await vera.PressAsync("Keep it", ("Form.ClientId", vera.Option("Cleo Marsh")));
            await vera.PressAsync($"Offer {title}");
        }

        vera.Sees("3");
        await vera.OpenAsync(house.Programme + "/authority");
        await vera.PressAsync("Sign it", ("MayDecide", "Trials of up to twelve weeks"), ("SpendLimit", "15000"));
        (await vera.OpenAsync(house.Programme + "/problems")).Sees("Trials of up to twelve weeks");
    }

    /// <summary>Everybody says yes for themselves; one withdraws later, and another takes the place.</summary>
    private static async Task SayYesAsync(Preparing house)
    {
        foreach (var name in _members)
        {
            await YesAsync(house, name);
        }

        var hal = await house.AsAsync("Hal Moss");
        await hal.OpenAsync("/");
        await hal.FollowAsync("Your part");
        await hal.IsRefusedAsync("Withdraw", "", ("Reason", ""));
        await hal.PressAsync("Withdraw", ("Reason", "A new post in May"));
        hal.Sees("Withdrawn", "A new post in May");
        var office = house.Office;
        await office.OpenAsync(house.Programme);
        office.Sees("7 people in 2");
        await office.FollowAsync("Who has said yes");
        office.Sees("Hal Moss", "A new post in May");
        await office.OpenAsync(house.Programme);
        await office.PressAsync("Add this person", ("Form.Name", "Ida Lund"), ("Form.Role", "Member"), ("Form.SetId", await OfThreeAsync(house)), ("Form.Supervisor", "Sonja Berg"));
        await YesAsync(house, "Ida Lund");
        foreach (var name in new[] { "Sonja Berg", "Tom Adair" })
        {
            var boss = await house.AsAsync(name);
            await boss.OpenAsync("/");
            while (boss.Has("Confirm"))
            {
                await boss.FollowAsync("Confirm");
                await boss.IsRefusedAsync("Confirm it", "Between 20 and 30 per cent", ("TimeSharePercent", "5"));
                await boss.PressAsync("Confirm it", ("TimeSharePercent", "25"));
                boss.Sees("25 per cent, confirmed by " + name).Misses("risk");
                await boss.OpenAsync("/");
            }
        }
    }

    private static async Task YesAsync(Preparing house, string name)
    {
        var hand = await house.AsAsync(name);
        await hand.OpenAsync("/");
        await hand.FollowAsync("Answer: Will you take part?");
        await hand.IsRefusedAsync("Yes, I take part", "Say in one sentence", ("WillingToRisk", ""));
        await hand.PressAsync("Yes, I take part", ("WillingToRisk", "Say which of our checks are not done"));
        await hand.PressAsync("Keep the goal", ("Goal.Text", "Ask before I fix"), ("Goal.WhyNow", "I always fix"));
        hand.Sees("You said yes");
    }

    /// <summary>The set that Hal left.</summary>
    private static async Task<string> OfThreeAsync(Preparing house) => (await house.Site.Db.ReadAsync(reads => reads.First<long>(
        "SELECT s.id FROM sets s WHERE (SELECT count(*) FROM membership m WHERE m.set_id = s.id AND m.left_at IS NULL) = 3"))).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Everybody who is asked to the kick-off answers from their own page.</summary>
    private static async Task ReplyAsync(Preparing house)
    {
        foreach (var name in new[] { "Vera Quist", "Ravi Shah", "Mona Elm", "Cleo Marsh", "Sonja Berg", "Anna Falk" })
        {
            var hand = await house.AsAsync(name);
            await hand.OpenAsync("/");
            await hand.FollowAsync("Say yes or no: Will you come to Kick-off?");
            await hand.PressAsync("Yes, I will come");
            hand.Sees("You said yes");
        }
    }

    /// <summary>What is left are warnings: one is answered with a reason, which the sponsor reads.</summary>
    private static async Task GetReadyAsync(Preparing house)
    {
        var board = house.Office;
        await board.OpenAsync(house.Programme + "/readiness");
        await board.IsRefusedAsync("It is ready", "Override it with a reason");
        await board.IsRefusedAsync("Override with this reason", "", ("Reason", "no"));
        for (var most = 9; most > 0 && board.Has("Override with this reason"); most--)
        {
            await board.PressAsync("Override with this reason", ("Reason", "It is our first try, and two sets are enough."));
        }

        await board.PressAsync("It is ready");
        board.Sees("Ready. Does it start?");
        (await (await house.AsAsync("Vera Quist")).OpenAsync(house.Programme + "/readiness")).Sees("two sets are enough");
        await board.IsRefusedAsync("Start the programme", "has not chosen its problem");
        Assert.Empty(house.Site.Faults.All);
    }
}
