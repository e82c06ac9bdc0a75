using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>A measure as a slide draws it: hollow what it was, solid what it is, on a scale of its own that begins at zero.</summary>
internal static class Dumbbell
{
    private const double Dot = 11;

    /// <summary>Draws it; where an end is not recorded, it says so in words.</summary>
    public static void Put(DeckPage page, Box box, MeasureStory measure, string colour)
    {
        if (measure is not { Baseline: { } before, Now: { } now })
        {
            page.Put(id => Draw.Text(
                id, "Measure", box, [new Para($"{measure.Say(measure.Baseline)} before, {measure.Say(measure.Now)} now", 12, false, Ink.Soft) { After = 0 }], "ctr"));
            return;
        }

        var all = new[] { before, now, measure.Target ?? before, 0 };
        var (low, high) = (all.Min(), all.Max());
        var span = high > low ? high - low : 1;
        var (left, wide) = (box.X + 34, box.Width - 68);
        var middle = box.Y + (box.Height * 0.66);
        double At(double value) => left + ((value - low) / span * wide);
        page.Put(id => Draw.Stroke(id, "Scale", new Box(left, middle, wide, 0), Ink.Rule, 1));
        if (measure.Target is { } target)
        {
            page.Put(id => Draw.Shape(id, $"Target {measure.Say(target)}", new Box(At(target) - 0.75, middle - 8, 1.5, 16), "rect", Ink.Edge));
        }

        if (Math.Abs(At(now) - At(before)) > Dot)
        {
            var side = Math.Sign(now - before) * Dot / 2;
            page.Put(id => Draw.Stroke(id, "From before to now", new Box(At(before) + side, middle, At(now) - At(before) - (2 * side), 0), colour, 3));
        }

        page.Put(id => Draw.Shape(id, $"Before: {measure.Say(before)}", new Box(At(before) - (Dot / 2), middle - (Dot / 2), Dot, Dot), "ellipse", Ink.Sheet, colour, edgeWidth: 2));
        page.Put(id => Draw.Shape(id, $"Now: {measure.Say(now)}", new Box(At(now) - (Dot / 2), middle - (Dot / 2), Dot, Dot), "ellipse", colour, colour, edgeWidth: 2));
        var near = Math.Abs(At(now) - At(before)) < 46;
        Label(page, At(before) + (near ? Math.Sign(At(before) - At(now) - 0.1) * 24 : 0), middle, measure.Say(before), false);
        Label(page, At(now) + (near ? Math.Sign(At(now) - At(before) + 0.1) * 24 : 0), middle, measure.Say(now), true);
    }

    private static void Label(DeckPage page, double at, double middle, string text, bool bold) => page.Put(id => Draw.Text(
        id, bold ? "Now" : "Before", new Box(at - 50, middle - 22, 100, 14), [new Para(text, 11, bold, bold ? Ink.Black : Ink.Soft) { Align = "ctr", After = 0 }]));
}
