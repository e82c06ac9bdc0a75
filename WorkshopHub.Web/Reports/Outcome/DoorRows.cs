using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 5 from the rows: doors as counts and days, never their words.</summary>
internal static class DoorRows
{
    private static readonly (string State, string Words)[] _states =
        [("Opened", "Opened"), ("Accepted", "Promised"), ("Asked", "Waiting for an answer"), ("NotPossible", "Not possible")];

    /// <summary>The doors, with their figures.</summary>
    public static (DoorsAndTime Doors, IReadOnlyList<Figure> Figures) Read(Ground ground, IReadOnlyList<StatementThenNow> statements)
    {
        var link = $"/programmes/{ground.Programme.Id}/progress#doors";
        var doors = DoorRow.OfProgramme(ground.Reads, ground.Programme.Id);
        var (alone, few) = Few.Split(doors.GroupBy(door => (door.AskedOf, door.Opener)).Select(of => (of.Key.Opener, Doors: of.ToList())), one => one.Doors.Count);
        var days = doors.Select(DaysOf).OfType<double>().ToList();
        return (
            new DoorsAndTime(
                [.. _states.Select(state => new DoorCount(state.State, state.Words, doors.Count(door => door.State == state.State))).Where(count => count.Count > 0)],
                [
                    .. alone.OrderBy(one => one.Opener, StringComparer.CurrentCulture).Select(one => Row(ground, one.Opener, one.Doors)),
                    .. few.Count == 0 ? [] : new[] { Row(ground, null, [.. few.SelectMany(one => one.Doors)]) },
                ],
                statements),
            [
                Count("doors-asked", "Doors asked for", doors.Count),
                Count("doors-opened", "Doors opened", doors.Count(door => door.State == "Opened")),
                Count("doors-waiting", "Doors that wait", doors.Count(door => door.Waits)),
                Count("doors-not-possible", "Doors that could not be opened", doors.Count(door => door.State == "NotPossible")),
                new Figure(ReportSection.Doors, "days-to-open", "Days from asked to open, in the middle", Ground.Median(days), "days", days.Count, "Doors that were opened", ground.Today, "Median: half took fewer days, half more.")
                {
                    Link = link, Needs = "DoorRequests",
                }.ForFew(days.Count),
            ]);

        Figure Count(string key, string name, int value) => ground.Count(ReportSection.Doors, key, name, value, doors.Count, "Doors that sets asked for") with
        {
            Link = link,
            Needs = "DoorRequests",
        };

        double? DaysOf(DoorRow door) => door is { State: "Opened", ClosedAt: { } closed }
            ? ground.Day(closed).DayNumber - ground.Day(door.AskedAt).DayNumber : null;

        ChampionDoors Row(Ground at, string? name, List<DoorRow> of) => new(
            name, [.. at.Sets.Where(set => of.Exists(door => door.SetId == set.Id)).Select(set => set.Mark)], of.Count,
            of.Count(door => door.State == "Opened"), of.Select(DaysOf).OfType<double>().ToList() is { Count: >= Figure.Enough } took ? Ground.Median(took) : null);
    }
}
