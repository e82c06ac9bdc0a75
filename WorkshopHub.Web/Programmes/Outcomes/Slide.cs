using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>A slide of a report.</summary>
public enum Slide
{
    /// <summary>What the problem is.</summary>
    Problem,

    /// <summary>What was tried, a line each.</summary>
    Tried,

    /// <summary>What happened; that it did not work is a full result.</summary>
    Happened,

    /// <summary>What was learned.</summary>
    Learned,

    /// <summary>What is next.</summary>
    Next,

    /// <summary>Half-way: what was a surprise.</summary>
    Surprise,

    /// <summary>Half-way: where the set is stuck.</summary>
    Stuck,
}

/// <summary>Words of slides.</summary>
public static class Slides
{
    /// <summary>Characters of a slide, as people count them.</summary>
    public const int TextMax = 280;

    /// <summary>Lines of a slide.</summary>
    public const int LinesMax = 6;

    /// <summary>What stands over it.</summary>
    public static string Title(this Slide slide) => slide switch
    {
        Slide.Tried => "What we tried",
        Slide.Happened => "What happened",
        Slide.Learned => "What we learned",
        Slide.Next => "What is next",
        Slide.Surprise => "What surprised us",
        Slide.Stuck => "Where we are stuck",
        _ => "Problem",
    };

    /// <summary>Text of several lines, each cleaned and none empty.</summary>
    public static string Clean(string? text) => string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n')
        .Select(Line.Clean).Where(line => line.Length > 0));

    /// <summary>How long people would say a text is.</summary>
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;
}

/// <summary>What stands on a slide.</summary>
public sealed record SlideText
{
    /// <summary>Which slide.</summary>
    public Slide Slide { get; init; }

    /// <summary>What all see; lines.</summary>
    public string Text { get; init; } = "";

    /// <summary>What only the set and its advisor read.</summary>
    public string Note { get; init; } = "";

    /// <summary>The first line, which stands large.</summary>
    public string First => Text.Split('\n')[0];

    /// <summary>The lines after the first.</summary>
    public string Rest => Text.Contains('\n', StringComparison.Ordinal) ? Text[(Text.IndexOf('\n', StringComparison.Ordinal) + 1)..] : "";

    /// <summary>All lines that there are.</summary>
    public IReadOnlyList<string> Lines => Text.Length == 0 ? [] : Text.Split('\n');
}
