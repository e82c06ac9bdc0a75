using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>One problem as a slide: what was tried, what happened, what was learned and what is next, with its measures beside it.</summary>
internal static class StorySlide
{
    private const double Wide = 516;
    private const double Aside = 324;
    private const double MeasureHigh = 72;
    private static readonly double[] _sizes = [12, 10.5, 9.5, 8.5];

    /// <summary>The slides of a problem: one, or more where its words need them.</summary>
    public static IEnumerable<DeckPage> Of(ProblemStory story, string eyebrow)
    {
        var title = story.Title.Length > 0 ? story.Title : "No problem chosen yet";
        var page = new DeckPage(title, eyebrow);
        GlanceSlide.Mark(page, Flow.Body.X, Flow.Body.Y + 4, story.Set, 300);
        var people = string.Join(" · ", new[] { story.Member, story.Member is null ? string.Join(", ", story.People) : null, story.Client is { } client ? $"for {client}" : null }.Where(part => part is { Length: > 0 }));
        page.Put(id => Draw.Text(id, "People", new Box(Flow.Body.X + 190, Flow.Body.Y - 8, 674, 24), [new Para(people, people.Length > 150 ? 8.5 : 10.5, false, Ink.Soft) { After = 0, Align = "r" }], "ctr"));
        var room = new Box(Flow.Body.X, Flow.Body.Y + 26, Wide, Flow.Body.Height - 26);
        var words = Words(story).ToList();
        // Smaller letters first, as long as they can be read from a distance; what is still too much goes on to another slide.
        var scale = new[] { 1, 0.9, 0.8 }.FirstOrDefault(by => words.Sum(para => para.Scaled(by).Height(Wide)) <= room.Height, 0.8);
        var scaled = words.ConvertAll(para => para.Scaled(scale));
        var most = scaled.Count;
        while (most > 0 && scaled.Take(most).Sum(para => para.Height(Wide)) > room.Height)
        {
            most--;
        }

        page.Put(id => Draw.Text(id, "Words", room, scaled.Take(most)));
        var (measures, steps) = Beside(page, new Box(Flow.Body.X + Flow.Body.Width - Aside, room.Y, Aside, room.Height), story);
        var flow = new Flow(title, eyebrow, continues: true).Say(words.Skip(most));
        foreach (var measure in measures)
        {
            flow.Put(MeasureHigh, (slide, box) => Measure(slide, box with { Width = Aside }, measure, story.Set));
        }

        flow.Say(steps);

        return [page, .. flow.Pages];
    }

    private static IEnumerable<Para> Words(ProblemStory story)
    {
        if (story.ToldOn is null)
        {
            yield return new Para("Not told to all yet, so its words are not here.", 14, true) { After = 8 };
        }

        foreach (var (head, lines) in new (string, IReadOnlyList<string>)[]
        {
            ("Problem", story.Problem), ("What we tried", story.Tried), ("What happened", story.Happened), ("What we learned", story.Learned), ("What is next", story.Next),
        })
        {
            yield return new Para(head, 11, true, Ink.Soft) { After = 1 };
            foreach (var line in lines.DefaultIfEmpty($"{char.ToUpperInvariant(Figure.NotRecorded[0])}{Figure.NotRecorded[1..]}."))
            {
                yield return new Para(line, 14, false, lines.Count > 0 ? Ink.Black : Ink.Soft) { After = 3 };
            }
        }

        if (story.Became.Count > 0)
        {
            yield return new Para("What became of it", 11, true, Ink.Soft) { After = 1 };
            foreach (var became in story.Became)
            {
                var figure = became.Figure is { } value && story.Measures is [var main, ..] ? $", {main.Say(value)}" : "";
                yield return new Para($"{ReportDeck.Day(became.On)}, {became.By}: {became.Words}{figure}. {became.Text}".TrimEnd(), 14) { After = 3 };
            }
        }

        foreach (var quote in story.Quotes)
        {
            yield return new Para([new Run($"“{quote.Text}”", true, Ink.OfSet(story.Set.Position)), new Run(quote.Who is { } who ? $" {who}" : "", false, Ink.Soft) { Size = 10.5 }]) { Size = 14, After = 4 };
        }
    }

    /// <summary>The measures and what the client said; answers what had no room.</summary>
    private static (IReadOnlyList<MeasureStory> Measures, IReadOnlyList<Para> Steps) Beside(DeckPage page, Box box, ProblemStory story)
    {
        var y = box.Y;
        var here = story.Measures.TakeWhile((_, at) => (at + 1) * (MeasureHigh + 4) <= box.Height - 70).ToList();
        foreach (var measure in here)
        {
            Measure(page, box with { Y = y, Height = MeasureHigh }, measure, story.Set);
            y += MeasureHigh + 4;
        }

        if (story.Measures.Count == 0)
        {
            var at = y;
            page.Put(id => Draw.Text(id, "Measure", box with { Y = at, Height = 20 }, [new Para($"Measures: {Figure.NotRecorded}", 12, false, Ink.Soft)]));
            y += 26;
        }

        var steps = new List<Para> { new("The way to the client", 11, true, Ink.Soft) { After = 2 } };
        steps.AddRange(story.ClientSteps.Select(step => new Para($"{ReportDeck.Day(step.On)}: {step.Words}, {step.State.ToLowerInvariant()}{(step.Why.Length > 0 ? $": {step.Why}" : "")}", 11) { After = 1 }));
        steps.AddRange(story.Phases.Select(phase => new Para($"{ReportDeck.Day(phase.On)}: {phase.Phase.ToLowerInvariant()}", 11, false, Ink.Soft) { After = 1 }));
        if (steps.Count == 1)
        {
            steps.Add(new Para($"Steps: {Figure.NotRecorded}", 11, false, Ink.Soft));
        }

        var left = box.Y + box.Height - y - 4;
        var most = steps.Count;
        while (most > 2 && steps.Take(most).Sum(para => para.Height(Aside)) > left)
        {
            most--;
        }

        page.Put(id => Draw.Text(id, "Steps", box with { Y = y + 4, Height = left }, steps.Take(most)));
        return ([.. story.Measures.Skip(here.Count)], [.. steps.Skip(most)]);
    }

    private static void Measure(DeckPage page, Box box, MeasureStory measure, OfSet set)
    {
        var standing = measure.Standing switch
        {
            "Confirmed" => $"confirmed by {measure.StandingBy}",
            "Disputed" => $"{measure.StandingBy} says {measure.Say(measure.StandingValue)}",
            _ => "confirmed by nobody yet",
        };
        var foot = string.Join("; ", new[]
        {
            measure.NowOn is { } on ? $"{(measure.IsResult ? "" : "on the way, ")}{ReportDeck.Day(on)}" : "", measure.Source, standing, measure.IsTooEarly ? "dated before it can be known" : "",
        }.Where(part => part.Length > 0));
        var name = measure.Unit.Length > 3 ? $"{measure.Name} ({measure.Unit})" : measure.Name;
        var size = _sizes.FirstOrDefault(one => new Para(name, one, true).IsOneLine(0.85 * box.Width), _sizes[^1]);
        var top = new Para(name, size, true).IsOneLine(0.85 * box.Width) ? 15 : 22;
        page.Put(id => Draw.Text(id, "Measure", box with { Height = top }, [new Para(name, size, true) { After = 0 }]));
        Dumbbell.Put(page, box with { Y = box.Y + top + 1, Height = 32 }, measure, Ink.OfSet(set.Position));
        page.Put(id => Draw.Text(id, "Source", box with { Y = box.Y + top + 32, Height = 18 }, [new Para(foot.Length > 130 ? foot[..127] + "…" : foot, foot.Length > 70 ? 8 : 9.5, false, Ink.Soft) { After = 0 }]));
    }
}
