using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>
/// Figures as a drawing that reads in black and white: hollow is before, solid is after, and a pattern or a shape stands wherever
/// a colour does. The same figures are always there in words and as a table.
/// </summary>
public abstract record Chart
{
    /// <summary>What is shown, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What stands under the drawing: of how many, from where, as of which day. May be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the figures can be opened as a table under the drawing.</summary>
    public bool HasTable { get; init; } = true;

    /// <summary>Whether the table is also on paper, where the drawing alone doesn't tell every figure.</summary>
    public bool PrintsTable { get; init; }

    /// <summary>The partial that draws it.</summary>
    public abstract string Partial { get; }

    /// <summary>The drawing in words, with its figures.</summary>
    public abstract string Words { get; }

    /// <summary>The figures as rows.</summary>
    public abstract ChartTable Table { get; }

    /// <summary>What is said to who can't see it.</summary>
    public string Said => Title.Length == 0 ? Words : $"{Title}: {Words}";
}

/// <summary>The figures of a drawing as a table. The first cell of a row names it.</summary>
/// <param name="Heads">The heads of the columns.</param>
/// <param name="Rows">The rows, each with as many cells as there are heads.</param>
public sealed record ChartTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A figure with the way in which people write it.</summary>
/// <param name="At">Its value.</param>
/// <param name="Text">Its value as written, with its unit.</param>
public sealed record ChartValue(double At, string Text);

/// <summary>From values to places in a drawing.</summary>
/// <param name="Least">The value at the start.</param>
/// <param name="Most">The value at the end.</param>
/// <param name="Start">Where the drawing starts.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct Scale(double Least, double Most, double Start, double End)
{
    /// <summary>Where a value stands; in the middle where there is nothing to tell apart.</summary>
    public double this[double value] => Most <= Least
        ? (Start + End) / 2 : Start + ((End - Start) * Math.Clamp((value - Least) / (Most - Least), 0, 1));

    /// <summary>Where a day stands, where the values are day numbers.</summary>
    public double this[DateOnly day] => this[day.DayNumber];

    /// <summary>Days from one to another.</summary>
    public static Scale Of(DateOnly first, DateOnly last, double start, double end) =>
        new(first.DayNumber, Math.Max(last.DayNumber, first.DayNumber + 1), start, end);
}

/// <summary>How a part of a bar is filled, so that it is told from the others without colour.</summary>
public enum Fill
{
    /// <summary>All of it.</summary>
    Solid,

    /// <summary>Slanting lines.</summary>
    Hatched,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>A light tone.</summary>
    Soft,

    /// <summary>An outline.</summary>
    Hollow,

    /// <summary>Lines both ways.</summary>
    Crossed,
}

/// <summary>Small things that all drawings need.</summary>
public static class Draw
{
    /// <summary>A length as SVG reads it.</summary>
    public static string N(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A day in few letters, e.g. 6 May.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>A day in few letters with its year.</summary>
    public static string Year(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>About how wide some words are at a size: what a drawing on the server can know of a font.</summary>
    public static double Width(string words, double size) => words.Length * size * .56;

    /// <summary>A name that fits, cut with three dots where it doesn't, and never within a sign.</summary>
    public static string Cut(string name, int letters) => new StringInfo(name) is { LengthInTextElements: var all } signs && all > letters
        ? signs.SubstringByTextElements(0, letters - 1).TrimEnd() + "…" : name;

    /// <summary>The lines or dots that fill a rectangle; empty for what needs none.</summary>
    public static string Pattern(Fill fill, double x, double y, double width, double height) => fill switch
    {
        Fill.Hatched => Hatch(x, y, width, height, 6),
        Fill.Dotted => Dots(x, y, width, height, 6),
        Fill.Crossed => Hatch(x, y, width, height, 8) + Hatch(x, y, width, height, 8, back: true),
        Fill.Solid or Fill.Soft or Fill.Hollow => "",
        _ => throw new ArgumentOutOfRangeException(nameof(fill)),
    };

    private static string Hatch(double x, double y, double width, double height, double step, bool back = false)
    {
        var path = new System.Text.StringBuilder();
        for (var at = x - height + step; at < x + width; at += step)
        {
            var (from, to) = (Math.Max(at, x), Math.Min(at + height, x + width));
            var (down, up) = back ? (y + (from - at), y + (to - at)) : (y + height - (from - at), y + height - (to - at));
            path.Append(CultureInfo.InvariantCulture, $"M{from:0.#} {down:0.#}L{to:0.#} {up:0.#}");
        }

        return path.ToString();
    }

    private static string Dots(double x, double y, double width, double height, double step)
    {
        var path = new System.Text.StringBuilder();
        for (var down = y + (step / 2); down < y + height - 1; down += step)
        {
            for (var across = x + (step / 2); across < x + width - 1; across += step)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{across:0.#} {down:0.#}h.01");
            }
        }

        return path.ToString();
    }
}
