using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 1 from the rows.</summary>
internal static class OnePageRows
{
    /// <summary>The opening sentence and a line for each set or member.</summary>
    public static OnePage Read(Ground ground, IReadOnlyList<ProblemStory> stories)
    {
        var notes = ProgressNote.Of(ground.Reads, ground.SetIds);
        return new OnePage(Opening(ground, stories),
        [
            .. stories.Select(story => notes[story.Set.Id].FirstOrDefault() is { } note
                ? new GlanceLine(story.Set, story.Member, story.Title, note.Light, ground.Day(note.GoneAt), MainOf(story))
                : new GlanceLine(story.Set, story.Member, story.Title, null, null, MainOf(story))),
        ]);
    }

    private static MeasureStory? MainOf(ProblemStory story) => story.Measures is [var main, ..] ? main : null;

    /// <summary>The six numbers.</summary>
    public static IEnumerable<Figure> Figures(Ground ground, IReadOnlyList<AskedDecision> decisions, int told, Figure done)
    {
        var counts = ground.Reads.First<Counts>(
            """
            SELECT (SELECT count(*) FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @Id AND m.state = 'Held') AS Held,
                   (SELECT count(*) FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @Id AND m.state <> 'Cancelled') AS Dated,
                   (SELECT count(DISTINCT m.set_id) FROM set_meeting m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @Id AND m.state <> 'Cancelled') AS Meeting
            """, new { ground.Programme.Id })!;
        var units = ground.Members.Select(member => member.UnitId).OfType<long>().Distinct().Count();
        var (programme, asked) = ($"/programmes/{ground.Programme.Id}", decisions.Count(one => one.Asked.Length > 0));
        var timeline = $"{programme}/timeline";
        Figure One(string key, string name, long? value, long? of, string source, string about = "") => ground.Count(ReportSection.OnePage, key, name, value, of, source, about);
        return
        [
            One("sets", "Sets", ground.Sets.Count == 0 ? null : ground.Sets.Count, null, "The programme’s sets") with { Link = timeline, Needs = "Timeline" },
            One("people", "People in sets", ground.Members.Count == 0 ? null : ground.Members.Count, null, "The sets’ members", "Without those who left.") with { Link = programme, Needs = "Programme" },
            One("units", "Parts of the organisation that they come from", units == 0 ? null : units, null, "The sets’ members",
                ground.Members.Any(member => member.UnitId is null) ? $"Of {ground.Members.Count(member => member.UnitId is null)} people the part is not known." : "") with { Link = programme, Needs = "Programme" },
            One("meetings-held", "Set meetings held", counts.Held, counts.Dated, "Dates of the sets").From((int)counts.Meeting, ground.Sets.Count) with { Link = timeline, Needs = "Timeline" },
            done,
            One("decisions-asked", ground.IsOwnProblem ? "Decisions asked" : "Decisions asked of the sponsor", told == 0 ? null : asked, asked == 0 ? null : asked, "Reports at the final",
                string.Create(CultureInfo.InvariantCulture, $"{asked} of the {told} reports that were told ask for one.")) with { Link = ground.Final is { } at ? $"/workshops/{at.Id}/summary" : null, Needs = "Summary" },
        ];
    }

    private static string Opening(Ground ground, IReadOnlyList<ProblemStory> stories)
    {
        if (ground.Members.Count == 0)
        {
            return "No set has members yet.";
        }

        var units = ground.Members.Select(member => member.UnitId).OfType<long>().Distinct().Count();
        var problems = stories.Count(story => story.Title.Length > 0);
        var from = LocalDay.Read(ground.Programme.StartDate) ?? (ground.Workshops is [var opening, ..] ? opening.Day : null);
        var until = new[] { LocalDay.Read(ground.Programme.EndDate) ?? ground.Final?.Day ?? ground.Today, ground.Today }.Min();
        var weeks = from is { } first && until > first ? (until.DayNumber - first.DayNumber + 3) / 7 : 0;
        return (ground.Members.Count == 1 ? "One person" : $"{ground.Members.Count} people")
            + (units > 1 ? $" from {units} parts of the organisation" : "")
            + (ground.Sets.Count == 1 ? " in one set" : $" in {ground.Sets.Count} sets")
            + (problems == 0 ? " met, and no problem is chosen yet"
                : ground.IsOwnProblem ? $" worked on {Problems(problems)}, each on one of their own"
                : $" worked on {Problems(problems)}")
            + (weeks > 1 ? $" for {weeks} weeks." : ".");
    }

    private static string Problems(int count) => count == 1 ? "one problem" : $"{count} problems";

    private sealed record Counts
    {
        public long Held { get; init; }

        public long Dated { get; init; }

        public long Meeting { get; init; }
    }
}
