using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>Section 1 as slides: six numbers, and a line for each set with its main measure.</summary>
internal static class GlanceSlide
{
    private const double High = 38;

    /// <summary>Fills them.</summary>
    public static void Fill(Flow flow, OutcomeReport report, OnePage page)
    {
        var figures = OnePage.Numbers.Select(report.Find).OfType<Figure>().ToList();
        flow.Say(new Para(page.Opening, 16) { After = 8 });
        flow.Numbers([.. figures.Select(figure => (figure.Words + ReportPart.OutOf(figure), figure.Sets is { } sets ? $"{figure.Name}, from {sets}" : figure.Name))], across: 6);
        foreach (var line in page.Lines)
        {
            flow.Put(High, (slide, box) => Line(slide, box, line, report.Problems is null), gap: 0);
        }

        if (page.Lines.Any(line => line.Main is { IsWhole: true }))
        {
            flow.Note("Hollow: before. Solid: now. A bar across: the target. Each line has its own scale that begins at zero. Sets stand in their own order; none is ranked.");
        }
    }

    /// <summary>The mark of a set with its name.</summary>
    public static void Mark(DeckPage slide, double x, double middle, OfSet set, double wide, double size = 14)
    {
        slide.Put(id => Draw.Shape(id, "Mark", new Box(x, middle - (size / 2), size, size), Ink.ShapeOf(set.Position), set.Position > 6 ? null : Ink.OfSet(set.Position), Ink.OfSet(set.Position), edgeWidth: 1.5));
        slide.Put(id => Draw.Text(id, "Set", new Box(x + size + 6, middle - 15, wide - size - 6, 30), [new Para(set.Name, 13, true, Ink.OfSet(set.Position)) { After = 0 }], "ctr"));
    }

    private static void Line(DeckPage slide, Box box, GlanceLine line, bool isHidden)
    {
        var middle = box.Y + (box.Height / 2);
        slide.Put(id => Draw.Shape(id, "Rule", box with { Height = 0.75 }, "rect", Ink.Rule));
        Mark(slide, box.X, middle, line.Set, 130);
        var about = line.Main?.Name ?? (line.Problem.Length > 0 ? line.Problem : isHidden ? "" : "No problem chosen");
        var words = line.Member is { } member ? $"{member}: {about}" : about;
        var size = new Para(words, 12) { After = 0 }.Height(330) <= High ? 12 : 9.5;
        slide.Put(id => Draw.Text(id, "Measure", new Box(box.X + 140, box.Y + 2, 340, box.Height - 3), [new Para(words, size) { After = 0 }], "ctr"));
        if (line.Main is { } measure)
        {
            Dumbbell.Put(slide, new Box(box.X + 490, box.Y, 270, box.Height), measure, Ink.OfSet(line.Set.Position));
        }
        else
        {
            slide.Put(id => Draw.Text(id, "Measure", new Box(box.X + 490, box.Y, 270, box.Height), [new Para($"Measure {(isHidden ? EvidenceLevel.NotShown : Figure.NotRecorded)}", 12, false, Ink.Soft) { After = 0 }], "ctr"));
        }

        var light = line.Light switch { "OnTrack" => "on track", "Slow" => "slow", "Stuck" => "stuck", _ => "" };
        slide.Put(id => Draw.Text(
            id, "How it sees itself", new Box(box.X + 764, box.Y, 100, box.Height),
            [new Para(light.Length == 0 ? Figure.NotRecorded : light, 11, light.Length > 0) { After = 0 }, .. line.LightOn is { } day ? [new Para(ReportDeck.Day(day), 9, false, Ink.Soft) { After = 0 }] : Array.Empty<Para>()], "ctr"));
    }
}
