using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>Reports that nobody wishes for: with signs that no file may hold, with words in every script, with nothing, and with very much.</summary>
internal static class HostileReport
{
    /// <summary>Names that must come through whole.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Õnnelik Šmit", "Фёдор Ёлкин", "李小龍", "محمد الأحمد", "שרה כהן", "สมชาย ใจดี", "ना​रायण", "नारायण", "김철수", "Źoë Ångström", "👩🏽‍🚒 Ana", "<b>&amp;\"O’Neil\"", "a,b;c\td"];

    /// <summary>A name with signs that XML forbids, and half of a sign.</summary>
    public const string Broken = "Bro\u0001ken\u0008 \uD83D na\u001Bme\uFFFF";

    /// <summary>What is left of it.</summary>
    public const string Mended = "Broken  name";

    /// <summary>The example with these names, and with text that a spreadsheet would run.</summary>
    public static OutcomeReport Of()
    {
        var report = ReportExample.Published;
        var stories = report.Problems!.ToList();
        stories[0] = stories[0] with { People = [.. Names, Broken], Title = Broken, Learned = ["=HYPERLINK(\"http://evil.test\")", "-2 degrees", "@SUM(A1)"] };
        return report with
        {
            Head = report.Head with { Programme = "=cmd|' /C calc'!A0", Organisation = Names[3] },
            Problems = stories,
            Learned = report.Learned! with { Kept = [.. Names.Append(Broken).Select(name => new KeptText(name, name, null, 3, "Final", new DateOnly(2026, 9, 15)))] },
            Figures = [.. report.Figures, .. Names.Append("=1+1").Append(Broken).Select((name, at) => new Figure(ReportSection.Learned, $"=key-{at}", name, at, "", null, "+49 30", new DateOnly(2026, 9, 15), "@about"))],
        };
    }

    /// <summary>A report of a programme in which nothing was written down.</summary>
    public static OutcomeReport Empty() => new()
    {
        Head = ReportExample.Published.Head with { Sponsors = [], Facilitators = [], From = null, Until = null, Organisation = "" },
        Sections = ReportSection.Arranged([], []),
        OnePage = new("No set has members yet.", []),
        Problems = [],
        Decisions = [],
        Work = new(null, null, [], [], []),
        Doors = new([], [], []),
        Learned = new([], [], 0, [], []),
        Together = new([], null, null, []),
        Help = new([], []),
        Next = new([], null, [], [], []),
        Method = new([], [], [], []),
        Figures = [new(ReportSection.OnePage, "sets", "Sets", null, "", null, "The programme’s sets", new DateOnly(2026, 9, 15), "")],
    };

    /// <summary>A report whose words need many slides.</summary>
    public static OutcomeReport Long()
    {
        var report = ReportExample.Published;
        var line = string.Join(' ', Enumerable.Repeat("Everybody who dug had a map that said otherwise than the street", 12));
        var story = report.Problems![0] with
        {
            Tried = [line, line, line],
            Happened = [line, line],
            Learned = [line, line],
            Measures = [.. Enumerable.Range(1, 9).Select(n => report.Problems[0].Measures[0] with { Id = n, Name = $"Measure {n}" })],
        };
        return report with
        {
            Problems = [story],
            Decisions = [.. Enumerable.Range(1, 14).SelectMany(_ => report.Decisions!)],
            Learned = report.Learned! with { Kept = [.. Enumerable.Range(1, 30).Select(n => new KeptText($"{n} {line}", "Alma Tamm", report.Problems[0].Set, n, "Final", new DateOnly(2026, 9, 15)))] },
        };
    }
}
