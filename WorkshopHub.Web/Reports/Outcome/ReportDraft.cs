using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>How the facilitator arranges the report until it is published.</summary>
public sealed record ReportDraft
{
    /// <summary>The programme.</summary>
    public required long ProgrammeId { get; init; }

    /// <summary>The introduction in Markdown; may be empty.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Keys of sections in their order; empty for the order of the house.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Keys of the sections that are hidden.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Keys of the quotes that were chosen.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>Rises with every change; 0 while nothing was arranged.</summary>
    public long Version { get; init; }

    /// <summary>When it was changed last (UTC); empty while nothing was.</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last; empty while nobody did.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>The draft of a programme; a fresh one where nothing was arranged.</summary>
    public static ReportDraft Of(Reads reads, long programme) => reads.First<Row>(
        """
        SELECT d.introduction, d.sections, d.hidden, d.quotes, d.version, d.changed_at, ifnull(p.name, '') AS ChangedBy
        FROM report_draft d LEFT JOIN person p ON p.id = d.changed_by WHERE d.programme_id = @programme
        """, new { programme }) is not { } row ? new ReportDraft { ProgrammeId = programme } : new ReportDraft
        {
            ProgrammeId = programme,
            Introduction = row.Introduction,
            Order = Keys(row.Sections),
            Hidden = Keys(row.Hidden),
            Quotes = Keys(row.Quotes),
            Version = row.Version,
            ChangedAt = row.ChangedAt,
            ChangedBy = row.ChangedBy,
        };

    /// <summary>The arrangement of a report that was published.</summary>
    public static ReportDraft Of(OutcomeReport published) => new()
    {
        ProgrammeId = published.Head.ProgrammeId,
        Introduction = published.Introduction,
        Order = [.. published.Sections.Select(section => section.Key)],
        Hidden = [.. published.Sections.Where(section => !section.IsShown).Select(section => section.Key)],
        Quotes = [.. (published.Learned?.Quotes ?? []).Concat((published.Problems ?? []).SelectMany(story => story.Quotes)).Select(quote => quote.Key).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>Keeps it, where it still is the version that was seen. False where somebody was quicker.</summary>
    public static bool Save(Writes writes, ReportDraft draft, long by) => writes.Execute(
        """
        INSERT INTO report_draft (programme_id, introduction, sections, hidden, quotes, changed_at, changed_by)
        SELECT @ProgrammeId, @Introduction, @sections, @hidden, @quotes, @Now, @by
        WHERE @Version = ifnull((SELECT version FROM report_draft WHERE programme_id = @ProgrammeId), 0)
        ON CONFLICT (programme_id) DO UPDATE SET introduction = excluded.introduction, sections = excluded.sections, hidden = excluded.hidden,
          quotes = excluded.quotes, version = version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        """,
        new
        {
            draft.ProgrammeId,
            draft.Introduction,
            sections = JsonSerializer.Serialize(draft.Order),
            hidden = JsonSerializer.Serialize(draft.Hidden),
            quotes = JsonSerializer.Serialize(draft.Quotes),
            draft.Version,
            by,
            writes.Now,
        }) == 1;

    private static string[] Keys(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    private sealed record Row
    {
        public string Introduction { get; init; } = "";

        public string Sections { get; init; } = "[]";

        public string Hidden { get; init; } = "[]";

        public string Quotes { get; init; } = "[]";

        public long Version { get; init; }

        public string ChangedAt { get; init; } = "";

        public string ChangedBy { get; init; } = "";
    }
}
