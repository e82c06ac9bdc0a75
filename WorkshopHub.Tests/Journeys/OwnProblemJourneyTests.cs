namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// From an empty house to Ready and begun where each member brings a problem of their own: member and supervisor write one form
/// in two hands, through the real pages.
/// </summary>
public sealed class OwnProblemJourneyTests
{
    private const string People = """
        name,email,unit,job title,manager
        Anna Falk,anna@w.example,Assets,Planner,Sonja Berg
        Ben Iyer,ben@w.example,Networks,Crew lead,Sonja Berg
        Carla Ortiz,carla@w.example,Treatment,Chemist,Sonja Berg
        Dan Webb,dan@w.example,Supply,Buyer,Sonja Berg
        Sonja Berg,sonja@w.example,North,Head of north,
        Vera Quist,vera@w.example,Board,Managing director,
        Ravi Shah,ravi@w.example,Learning,Coach,
        """;

    private static readonly string[] _members = ["Anna Falk", "Ben Iyer", "Carla Ortiz", "Dan Webb"];

    [Fact]
    public async Task From_nothing_to_the_first_meeting_by_member_and_supervisor()
    {
        await using var house = await Preparing.BeginAsync();
        (await house.ListAsync(People)).Sees("7 people come in");
        (await house.Office.PressAsync("Add 7")).Sees("7 people came in");
        await house.NewAsync("Own Ground", "OwnProblem", "2027-03-01", "2027-07-30");
        await house.RoleAsync("Vera Quist", "Sponsor");
        await PasteAsync(house);
        await house.WorkshopsAsync("2027-03-01", "2027-05-12", "2027-07-30");
        await house.MeetingsAsync();
        foreach (var name in _members)
        {
            await SayYesAsync(house, name);
        }

        await DecideAsync(house);
        await GetReadyAsync(house);
    }

    /// <summary>Members and their set by a pasted list: a seventh and a supervisor in the same set are told.</summary>
    private static async Task PasteAsync(Preparing house)
    {
        var office = house.Office;
        await office.OpenAsync(house.Programme);
        await office.FollowAsync("Bring people in from a list");
        var list = string.Join('\n', _members.Select(name => $"{name}\t\tCircle\tMember\t\t\tSonja Berg").Prepend("Ravi Shah\t\tCircle\tAdvisor").Append("Sonja Berg\t\tCircle\tMember"));
        await office.PressAsync("Look at it row by row", ("List", list));
        office.Sees("1 row is wrong", "never sit in one set", "New set: Circle");
        await office.PressAsync("Add 5, leave 1 out");
        office.Sees("4 people in 1");
    }

    private static async Task SayYesAsync(Preparing house, string name)
    {
        var hand = await house.AsAsync(name);
        await hand.OpenAsync("/");
        await hand.FollowAsync("Answer: Will you take part?");
        await hand.PressAsync("Yes, I take part", ("WillingToRisk", "Say which of our checks are not done"));
        await hand.FollowAsync("Your own problem");
        await hand.IsRefusedAsync("Send it to Sonja", "", ("Own.Title", ""));
        await hand.PressAsync(
            "Send it to Sonja", ("Own.Title", $"Permits wait for {name}"), ("Own.Description", "Jobs wait in the yard"), ("Own.WhyItMatters", "It costs"),
            ("Goal.Text", "Speak first"), ("Goal.WhyNow", "Others say it for me"));
        hand.Sees("says yes or sends it back").Misses("Can you decide on this");
    }

    /// <summary>The supervisor sends one back with a note, the member writes anew, and all are within the sphere in the end.</summary>
    private static async Task DecideAsync(Preparing house)
    {
        var sonja = await house.AsAsync("Sonja Berg");
        await sonja.OpenAsync("/as/supervisor");
        await sonja.FollowAsync("Read: ");
        await sonja.IsRefusedAsync("Send it back", "", ("Decision.Sphere", "no"), ("Decision.Note", ""));
        await sonja.PressAsync("Send it back", ("Decision.Sphere", "no"), ("Decision.Note", "I can only answer for the north."));
        sonja.Sees("Now ", "writes.");
        var back = _members.First(name => sonja.Words.Contains(name, StringComparison.Ordinal));
        var member = await house.AsAsync(back);
        await member.OpenAsync("/");
        await member.FollowAsync("Write");
        member.Sees("I can only answer for the north.");
        await member.PressAsync("Send it to Sonja", ("Own.Description", "Jobs wait in the yard in the north"));
        await sonja.OpenAsync("/as/supervisor");
        for (var most = 4; most > 0 && sonja.Has("Read: "); most--)
        {
            await sonja.FollowAsync("Read: ");
            await sonja.PressAsync("Yes, within my sphere", ("Decision.Sphere", "yes"), ("Decision.MayDecide", "Weekend work of the own gang"), ("Decision.SpendLimit", "500"), ("Decision.AgreesGoal", "true"));
            await sonja.OpenAsync("/as/supervisor");
        }

        for (var most = 4; most > 0 && sonja.Has("Confirm"); most--)
        {
            await sonja.FollowAsync("Confirm");
            await sonja.PressAsync("Confirm it", ("TimeSharePercent", "20"));
            await sonja.OpenAsync("/as/supervisor");
        }

        sonja.Misses("Confirm the time");
    }

    private static async Task GetReadyAsync(Preparing house)
    {
        var board = house.Office;
        await board.OpenAsync(house.Programme + "/readiness");
        await board.PressAsync("Begin to ask people");
        for (var most = 9; most > 0 && board.Has("Override with this reason"); most--)
        {
            await board.PressAsync("Override with this reason", ("Reason", "It is our first try, and one set is enough."));
        }

        await board.PressAsync("It is ready");
        await board.PressAsync("Start the programme");
        board.Sees("It has begun");
        Assert.Empty(house.Site.Faults.All);
    }
}
