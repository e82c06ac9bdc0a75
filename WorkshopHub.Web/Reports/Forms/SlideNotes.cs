using System.Globalization;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>What stands in the notes under the slide of a section: what has no room on it, then n, source and day of each figure.</summary>
internal static class SlideNotes
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(OutcomeReport report, string section)
    {
        List<string> details = [.. Details(report, section)];
        var figures = report.Of(section).ToList();
        return figures.Count == 0 ? details : [.. details, "Where the figures come from", .. figures.Select(Source)];
    }

    private static string Source(Figure figure) => string.Join("; ", new[]
    {
        $"{(figure.Set is { } set ? $"{set.Name}, " : "")}{figure.Name}: {figure.Words}", figure.N is { } n ? string.Create(CultureInfo.InvariantCulture, $"n {n}") : "", figure.Source.TrimEnd('.'),
        figure.AsOf is { } day ? ReportDeck.Day(day) : Figure.NoDay,
    }.Where(part => part.Length > 0)) + $". {figure.About}".TrimEnd();

    private static IEnumerable<string> Details(OutcomeReport report, string section) => section switch
    {
        ReportSection.Problems => (report.Problems ?? []).SelectMany(Story),
        ReportSection.Decisions => (report.Decisions ?? []).Where(one => one.ClientStep is not null)
            .Select(one => $"{one.Set.Name}, {one.ClientStep!.By}: {one.ClientStep.Text}{(one.ClientStep.Due is { } due ? $", by {ReportDeck.Day(due)}" : "")}"),
        ReportSection.Work when report.Work is { } work => Work(work),
        ReportSection.Learned when report.Learned is { } learned =>
        [
            .. learned.Kept.Select(one => $"{one.Text} ({string.Join(", ", new[] { one.Who, one.Set?.Name, one.Workshop, one.DotWords }.Where(part => part is { Length: > 0 }))})"),
            .. learned.Quotes.Select(one => $"“{one.Text}” {string.Join(", ", new[] { one.Who, one.Set?.Name, one.Place }.Where(part => part is { Length: > 0 }))}".TrimEnd()),
        ],
        ReportSection.Together when report.Together is { } together => new[] { together.Then, together.Now }.OfType<NetworkOn>().Where(net => net.Groups.Count > 1).SelectMany(Matrix),
        ReportSection.Method when report.Method is { } method =>
        [
            .. method.Confirmed.Select(one => $"{one.Set.Name}{(one.Member is { } member ? $", {member}" : "")}, {one.Name}: {one.Words}"),
            .. method.Asked.Select(one => $"{one.Title}, {one.Workshop}, {ReportDeck.Day(one.On)}: {one.Answered} of {one.Here} answered{(one.OnPaper > 0 ? $", {one.OnPaper} on paper" : "")}, {(one.IsAnonymous ? "without names" : "kept by their people")}."),
        ],
        _ => [],
    };

    private static IEnumerable<string> Story(ProblemStory story)
    {
        yield return $"{story.Set.Name}{(story.Member is { } member ? $", {member}" : "")}: {(story.Title.Length > 0 ? story.Title : "No problem chosen yet")}";
        yield return $"{string.Join(", ", story.People)}{(story.Client is { } client ? $". {(story.Member is null ? "Client" : "Supervisor")}: {client}" : "")}{(story.ToldOn is { } told ? $". Told to all on {ReportDeck.Day(told)}." : ". Not told to all yet, so its words are not here.")}";
        foreach (var (name, lines) in new[] { ("Problem", story.Problem), ("Tried", story.Tried), ("Happened", story.Happened), ("Learned", story.Learned), ("Next", story.Next) })
        {
            yield return $"{name}: {(lines.Count > 0 ? string.Join(" / ", lines) : Figure.NotRecorded)}";
        }

        foreach (var measure in story.Measures)
        {
            yield return $"{measure.Name}{(measure.Unit.Length > 3 ? $" ({measure.Unit})" : "")}: {measure.Say(measure.Baseline)} before, {measure.Say(measure.Now)} now{(measure.Target is { } aim ? $", aim {measure.Say(aim)}" : "")}. {(measure.Times > 0 ? $"{measure.TimesWords}. " : "")}{StoryFigures.Standing(measure)} {LaterFigure.Say(measure, LaterFigure.Of(story, measure))}".TrimEnd();
        }

        if (story.Phases.Count > 0)
        {
            yield return $"Phases: {string.Join(", ", story.Phases.Select(phase => $"{phase.Phase} from {ReportDeck.Day(phase.On)}"))}.";
        }

        foreach (var step in story.ClientSteps)
        {
            yield return $"{ReportDeck.Day(step.On)}: {step.Words}, {step.State.ToLowerInvariant()}{(step.Why.Length > 0 ? $": {step.Why}" : "")}";
        }

        foreach (var became in story.Became)
        {
            var figure = became.Figure is { } value && story.Measures is [var main, ..] ? $", {main.Say(value)}" : "";
            yield return $"{ReportDeck.Day(became.On)}, {became.By}: {became.Words}{figure}. {became.Text}".TrimEnd();
        }

        foreach (var quote in story.Quotes)
        {
            yield return $"“{quote.Text}” {quote.Who}".TrimEnd();
        }
    }

    private static IEnumerable<string> Work(SetsWork work)
    {
        if (work.Workshops.Count > 0)
        {
            yield return $"Workshops of all sets: {string.Join("; ", work.Workshops.Select(one => $"{one.Title}, {ReportDeck.Day(one.On)}{(one.IsHeld ? "" : " (not held)")}"))}.";
        }

        foreach (var lane in work.Lanes)
        {
            yield return lane.Meetings.Count == 0 ? $"{lane.Set.Name}: meetings {Figure.NotRecorded}"
                : $"{lane.Set.Name}: {lane.Meetings.Count(meeting => meeting.IsHeld)} of {lane.Meetings.Count} meetings held, {ReportDeck.Day(lane.Meetings[0].On)} to {ReportDeck.Day(lane.Meetings[^1].On)}, {lane.Meetings.Count(meeting => meeting.On != meeting.FirstOn)} moved.";
        }
    }

    private static IEnumerable<string> Matrix(NetworkOn net) => net.Groups.Index().Select(from =>
        $"{net.Workshop}, {from.Item} would ring: {string.Join(", ", net.Cells.Where(cell => cell.From == from.Index && cell.Possible > 0).Select(cell => $"{net.Groups[cell.To]} {(cell.Ring is { } ring ? $"{ring} of {cell.Possible}" : $"not told, of {cell.Possible}")}"))}.");
}
