namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 10: how this was found out, and what it can't show.</summary>
/// <param name="Asked">Who was asked what, and how many answered.</param>
/// <param name="Confirmed">Who stands behind each measure.</param>
/// <param name="Evidence">The five levels of evidence (after Guskey), and where in this report each stands.</param>
/// <param name="Limits">What one should not read out of it, in sentences.</param>
public sealed record MethodAndLimits(
    IReadOnlyList<AskedOf> Asked, IReadOnlyList<MeasureConfirmed> Confirmed, IReadOnlyList<EvidenceLevel> Evidence, IReadOnlyList<string> Limits)
{
    private static readonly (string Section, string[] Words)[] _of =
    [
        (ReportSection.Problems, [" figures of the problems ", "A result that is dated before "]), (ReportSection.Together, ["Who would ring whom is told by few people"]),
    ];

    /// <summary>The same with nothing in it of the sections that are not shown.</summary>
    public MethodAndLimits Without(IReadOnlySet<string> shown) => this with
    {
        Confirmed = shown.Contains(ReportSection.Problems) ? Confirmed : [],
        Evidence = [.. Evidence.Select(level => level with { Sections = [.. level.Sections.Where(shown.Contains)] })],
        Limits = [.. Limits.Where(limit => !_of.Any(one => !shown.Contains(one.Section) && one.Words.Any(words => limit.Contains(words, StringComparison.Ordinal))))],
    };
}

/// <summary>Something that was asked in a workshop.</summary>
/// <param name="Title">What it was called.</param>
/// <param name="Workshop">The workshop's title.</param>
/// <param name="On">Its day.</param>
/// <param name="Here">How many were there and were asked.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="OnPaper">How many of them on paper.</param>
/// <param name="IsAnonymous">Whether no name stood with an answer.</param>
public sealed record AskedOf(string Title, string Workshop, DateOnly On, int Here, int Answered, int OnPaper, bool IsAnonymous);

/// <summary>Who stands behind a measure.</summary>
/// <param name="Set">The set.</param>
/// <param name="Member">The member whose measure it is, or null.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Words">What was said of it, by whom and when; or that nobody has said.</param>
public sealed record MeasureConfirmed(OfSet Set, string? Member, string Name, string Words);

/// <summary>A level of evidence.</summary>
/// <param name="Level">From 1 to 5.</param>
/// <param name="Name">Reaction, Learning, Support, Use, Results.</param>
/// <param name="Words">What it is.</param>
/// <param name="Sections">Keys of the sections that give it and have something recorded.</param>
public sealed record EvidenceLevel(int Level, string Name, string Words, IReadOnlyList<string> Sections)
{
    /// <summary>What stands where sections that could give it are hidden.</summary>
    public const string NotShown = "not shown in this version";

    private static readonly string[][] _givers =
    [
        [ReportSection.Together], [ReportSection.Learned], [ReportSection.Doors], [ReportSection.Work, ReportSection.Help, ReportSection.Next], [ReportSection.Problems],
    ];

    /// <summary>What stands where no section that is shown gives it: nothing was recorded, or one that could tell is hidden. What is in that one is not told.</summary>
    public string None(OutcomeReport report) =>
        Level is > 0 and <= 5 && report.Sections.Any(section => !section.IsShown && _givers[Level - 1].Contains(section.Key)) ? NotShown : Figure.NotRecorded;
}
