using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Bench;

/// <summary>A file with a kick-off that runs, full of people whose phones and walls have their tokens already.</summary>
internal sealed record Room(
    long Workshop, long Activity, string Code, IReadOnlyList<long> People, IReadOnlyList<string> Phones, IReadOnlyList<string> Walls)
{
    /// <summary>Whom the facilitator signs in as.</summary>
    public const string Email = "fay.novak@bench.example";

    /// <summary>The facilitator's password, for as long as the file is there.</summary>
    public const string Password = "a room that is measured";

    /// <summary>What an item asks, from 1.</summary>
    public static string Title(int number) => $"What we heard, part {number}.";

    /// <summary>What the browser of a wall sends; one more wall is paired than the room has, for a real browser.</summary>
    public string WallCookie(int number) => $"{Viewers.ScreenCookie}={Walls[number]}";

    /// <summary>Plants it through the program's own commands.</summary>
    public static async Task<Room> PlantAsync(string path, RoomPlan plan)
    {
        var file = new DataFile(path);
        Migrations.Run(file);
        using var writer = new Writer(file, TimeProvider.System, NullLogger<Writer>.Instance);
        await writer.StartAsync(CancellationToken.None);
        var room = await writer.RunAsync(writes => Plant(writes, plan));
        await writer.StopAsync(CancellationToken.None);
        return room;
    }

    private static Room Plant(Writes writes, RoomPlan plan)
    {
        var office = PersonCommands.Add(writes, new PersonDetails("Fay Novak", Email, "", ""), null);
        SignIns.Save(writes, office, SignIns.HashOf(Password), admin: true, facilitator: true);
        var programme = ProgrammeCommands.Add(writes, new ProgrammeDetails("Bench", "CommonProblem", null, null, null), office);
        var sets = Enumerable.Range(1, plan.Sets).Select(number => SetCommands.Add(writes, programme, $"Set {number}", office)).ToList();
        var starts = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Unspecified);
        var workshop = Planning.Plan(writes, new PlannedWorkshop(programme, "KickOff", "Kick-off", starts, ""), office);
        var activities = Enumerable.Range(1, plan.Items).Select(number => Planning.Add(
            writes, workshop, new PlannedItem(Title(number), 15, plan.Kind, plan.Settings, Title(number)) { NameMode = plan.NameMode }, office)).ToList();
        var code = Rooms.Open(writes, workshop)!;
        RunOfShow.Start(writes, new Press(workshop, office, 0, 0));
        var people = Enumerable.Range(0, plan.People).Select(number => Person(writes, sets, number)).ToList();
        return new Room(
            workshop, activities[0], code, people,
            [.. plan.AreSeated ? people.Select(person => Phone(writes, programme, workshop, person)) : []],
            [.. Enumerable.Range(1, Size.Walls + 1).Select(number => Wall(writes, workshop, number))]);
    }

    private static long Person(Writes writes, List<long> sets, int number)
    {
        var person = PersonCommands.Add(writes, new PersonDetails($"Person {number}", null, "", ""), null);
        SetMembers.Join(writes, sets[number % sets.Count], person, null);
        return person;
    }

    private static string Phone(Writes writes, long programme, long workshop, long person) =>
        Seats.Take(writes, workshop, Roster.One(writes, programme, workshop, person)!, Assurance.Claimed)!;

    private static string Wall(Writes writes, long workshop, int number)
    {
        var ticket = Pairing.Begin(writes, oldSecret: null)!;
        Pairing.Pair(writes, workshop, ticket.Code, $"Wall {number}", personId: null);
        return ticket.Secret;
    }
}

/// <summary>What stands in the room.</summary>
/// <param name="People">How many people are expected.</param>
/// <param name="AreSeated">Whether each of them has a phone already.</param>
/// <param name="Kind">The kind of the activity that runs.</param>
/// <param name="Settings">Its settings.</param>
/// <param name="NameMode">What stands beside an answer.</param>
internal sealed record RoomPlan(int People, bool AreSeated, string Kind, string Settings, NameMode NameMode)
{
    /// <summary>How many sets they are spread over.</summary>
    public int Sets { get; init; } = Size.Sets;

    /// <summary>How many items of the same kind stand on the agenda.</summary>
    public int Items { get; init; } = 1;

    public static RoomPlan Posts(int people, bool seated = true) => new(people, seated, "posts", new PostSettings().ToJson(), NameMode.Named);

    public static RoomPlan Pulse(int people) => new(people, true, "pulse", "{}", NameMode.Anonymous);
}
