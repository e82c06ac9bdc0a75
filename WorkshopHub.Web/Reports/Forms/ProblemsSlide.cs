using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>Section 2 as a slide: a row for each problem with what happened and its main measure. Its whole story stands in the notes.</summary>
internal static class ProblemsSlide
{
    private const double Least = 50;
    private const double Most = 92;
    private static readonly double[] _sizes = [12, 11, 10, 9.5, 9];

    /// <summary>Fills it.</summary>
    public static void Fill(Flow flow, IReadOnlyList<ProblemStory> stories)
    {
        const double Foot = 12;
        var high = Math.Clamp((Flow.Body.Height - Foot) / Math.Max(1, stories.Count), Least, Most);
        foreach (var story in stories)
        {
            flow.Put(high, (slide, box) => Row(slide, box, story), gap: 0);
        }

        if (stories.Count > 0)
        {
            flow.Note("Hollow: before. Solid: now. A bar across: the target. n is how often it was read. What each set tried, learned and does next stands in the notes.");
        }
    }

    private static void Row(DeckPage slide, Box box, ProblemStory story)
    {
        slide.Put(id => Draw.Shape(id, "Rule", box with { Height = 0.75 }, "rect", Ink.Rule));
        GlanceSlide.Mark(slide, box.X, box.Y + 16, story.Set, 126);
        if (story.Member is { } member)
        {
            slide.Put(id => Draw.Text(id, "Member", new Box(box.X, box.Y + 30, 126, 18), [new Para(member, 10.5, false, Ink.Soft) { After = 0 }]));
        }

        var words = new Box(box.X + 136, box.Y + 5, 428, box.Height - 8);
        slide.Put(id => Draw.Text(id, "Words", words, Words(story, words)));
        var figures = new Box(box.X + 582, box.Y + 3, 282, box.Height - 5);
        if (story.Measures is [var main, ..])
        {
            Measure(slide, figures, main, story);
        }
        else
        {
            slide.Put(id => Draw.Text(id, "Measure", figures, [new Para($"Measure {Figure.NotRecorded}", 11, false, Ink.Soft) { After = 0 }], "ctr"));
        }
    }

    private static IEnumerable<Para> Words(ProblemStory story, Box room)
    {
        var title = new Para(story.Title.Length > 0 ? story.Title : "No problem chosen yet", 12, true) { After = 1 };
        var (text, colour) = story.ToldOn is null ? ("Not told to all yet, so its words are not here.", Ink.Soft)
            : story.Happened.Count > 0 ? (string.Join(' ', story.Happened), Ink.Black) : ($"What happened is {Figure.NotRecorded}.", Ink.Soft);
        var left = room.Height - title.Height(room.Width);
        Para Of(string words, double size) => new(words, size, false, colour) { After = 0 };
        foreach (var size in _sizes)
        {
            if (Of(text, size).Height(room.Width) <= left)
            {
                return [title, Of(text, size)];
            }
        }

        // Cut between words; the notes have all of it.
        var cut = text;
        while (cut.Length > 40 && Of(cut + " …", _sizes[^1]).Height(room.Width) > left)
        {
            cut = cut[..Math.Max(0, cut.TrimEnd().LastIndexOf(' '))];
        }

        return [title, Of(cut.TrimEnd() + " …", _sizes[^1])];
    }

    private static void Measure(DeckPage page, Box box, MeasureStory measure, ProblemStory story)
    {
        var name = measure.Unit.Length > 3 ? $"{measure.Name} ({measure.Unit})" : measure.Name;
        name = new Para(name, 9, true).IsOneLine(0.9 * box.Width) ? name : Shared.Charts.Draw.Cut(name, 56);
        var standing = measure.Standing switch
        {
            "Confirmed" => $"confirmed by {measure.StandingBy}",
            "Disputed" => $"{measure.StandingBy} says {measure.Say(measure.StandingValue)}",
            _ => "confirmed by nobody yet",
        };
        var foot = string.Join(", ", new[]
        {
            measure.Times > 0 ? $"n {measure.Times}" : "", measure.NowOn is { } on ? $"{(measure.IsResult ? "" : "on the way, ")}{ReportDeck.Day(on)}" : "", standing,
        }.Where(part => part.Length > 0));
        page.Put(id => Draw.Text(id, "Measure", box with { Height = 11 }, [new Para(name, 9, true) { After = 0 }]));
        Dumbbell.Put(page, box with { Y = box.Y + 11.5, Height = 33.5 }, measure, Ink.OfSet(story.Set.Position));
        if (box.Height >= 54)
        {
            page.Put(id => Draw.Text(id, "Standing", box with { Y = box.Y + 44, Height = 10 }, [new Para(foot, 8, false, Ink.Soft) { After = 0 }]));
        }
    }
}
