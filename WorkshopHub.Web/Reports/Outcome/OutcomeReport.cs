namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// The outcome report of a programme, whole and by itself: "the set reports to the sponsor on the outcomes it has achieved at the
/// final meeting". The live draft is made of the rows; a published version is this tree as JSON and changes no more. Every form of
/// it (page, print, PDF, slides, tables) is drawn from this tree alone.
/// </summary>
public sealed record OutcomeReport
{
    /// <summary>The shape of this tree, so that an older version can still be read when it grows.</summary>
    public int Form { get; init; } = Newest;

    /// <summary>The shape of today.</summary>
    public const int Newest = 3;

    /// <summary>Whose report it is, and of when.</summary>
    public required ReportHead Head { get; init; }

    /// <summary>The facilitator's introduction in Markdown, without raw HTML; may be empty.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The ten sections in the order of this report, also those that are hidden.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>Section 1; like each of them null where it is hidden from the reader.</summary>
    public OnePage? OnePage { get; init; }

    /// <summary>Section 2: problem by problem, in the sets' order.</summary>
    public IReadOnlyList<ProblemStory>? Problems { get; init; }

    /// <summary>Section 3: what the sponsor is asked to decide; where members have problems of their own, the supervisors.</summary>
    public IReadOnlyList<AskedDecision>? Decisions { get; init; }

    /// <summary>Section 4.</summary>
    public SetsWork? Work { get; init; }

    /// <summary>Section 5.</summary>
    public DoorsAndTime? Doors { get; init; }

    /// <summary>Section 6.</summary>
    public WhatWasLearned? Learned { get; init; }

    /// <summary>Section 7.</summary>
    public WorkTogether? Together { get; init; }

    /// <summary>Section 8.</summary>
    public HelpThatHappened? Help { get; init; }

    /// <summary>Section 9.</summary>
    public WhatNext? Next { get; init; }

    /// <summary>Section 10.</summary>
    public MethodAndLimits? Method { get; init; }

    /// <summary>All figures of the sections that are shown, in their order.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>The sections that a reader sees, in order.</summary>
    public IEnumerable<ReportSection> Shown => Sections.Where(section => section.IsShown);

    /// <summary>The figures of a section, in order.</summary>
    public IEnumerable<Figure> Of(string section) => Figures.Where(figure => figure.Section == section);

    /// <summary>A figure by its key; null where there is none of that name.</summary>
    public Figure? Find(string key) => Figures.FirstOrDefault(figure => figure.Key == key);

    /// <summary>The report as its readers get it: nothing of a hidden section is in it, nor in the others. Section 1 keeps its own six numbers.</summary>
    public OutcomeReport ForReaders()
    {
        var shown = Shown.Select(section => section.Key).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            OnePage = !shown.Contains(ReportSection.OnePage) ? null : shown.Contains(ReportSection.Problems) ? OnePage : OnePage?.WithoutProblems(),
            Problems = !shown.Contains(ReportSection.Problems) ? null : shown.Contains(ReportSection.Learned) ? Problems : [.. (Problems ?? []).Select(story => story with { Quotes = [] })],
            Decisions = shown.Contains(ReportSection.Decisions) ? Decisions : null,
            Work = shown.Contains(ReportSection.Work) ? Work : null,
            Doors = shown.Contains(ReportSection.Doors) ? Doors : null,
            Learned = shown.Contains(ReportSection.Learned) ? Learned : null,
            Together = shown.Contains(ReportSection.Together) ? Together : null,
            Help = shown.Contains(ReportSection.Help) ? Help : null,
            Next = !shown.Contains(ReportSection.Next) ? null : shown.Contains(ReportSection.Decisions) ? Next : Next is { } next ? next with { Decided = [] } : null,
            Method = shown.Contains(ReportSection.Method) ? Method?.Without(shown) : null,
            Figures = [.. Figures.Where(figure => shown.Contains(figure.Section) && (figure.Key != "measures-confirmed" || shown.Contains(ReportSection.Problems)))],
        };
    }
}

/// <summary>Whose report it is, and of when.</summary>
public sealed record ReportHead
{
    /// <summary>The programme's id in the file.</summary>
    public required long ProgrammeId { get; init; }

    /// <summary>The organisation's name; may be empty.</summary>
    public required string Organisation { get; init; }

    /// <summary>The programme's name.</summary>
    public required string Programme { get; init; }

    /// <summary>Whether each member works on a problem of their own (format 1); else a set works on one together (format 2).</summary>
    public required bool IsOwnProblem { get; init; }

    /// <summary>The sponsors by name, with what they do.</summary>
    public IReadOnlyList<NamedPerson> Sponsors { get; init; } = [];

    /// <summary>The facilitators by name.</summary>
    public IReadOnlyList<NamedPerson> Facilitators { get; init; } = [];

    /// <summary>The programme's first day, or null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The programme's last day, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Draft, Recruiting, Ready, Running, Reporting or Closed, as the programme was when this was made.</summary>
    public required string State { get; init; }

    /// <summary>Why it ended early; empty where it didn't.</summary>
    public string ClosedReason { get; init; } = "";

    /// <summary>When the report was made (UTC).</summary>
    public required string MadeAt { get; init; }

    /// <summary>The same as a day on the organisation's calendars.</summary>
    public required DateOnly MadeOn { get; init; }

    /// <summary>The number of the version, from 1; null for the live draft.</summary>
    public int? Number { get; init; }

    /// <summary>Who published it; empty for the draft.</summary>
    public string PublishedBy { get; init; } = "";

    /// <summary>Whether it changes with the rows.</summary>
    public bool IsDraft => Number is null;

    /// <summary>What it is: Version 2 or Draft.</summary>
    public string VersionWords => Number is { } number ? $"Version {number}" : "Draft";
}

/// <summary>Somebody by name, with what they do.</summary>
/// <param name="Name">Full name.</param>
/// <param name="JobTitle">What they do; may be empty.</param>
public sealed record NamedPerson(string Name, string JobTitle);

/// <summary>A set beside what is told of it.</summary>
/// <param name="Id">The set's id in the file.</param>
/// <param name="Position">Its place in the programme, from 1; its mark follows from it.</param>
/// <param name="Name">Its name.</param>
public sealed record OfSet(long Id, long Position, string Name);
