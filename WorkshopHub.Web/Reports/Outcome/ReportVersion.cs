using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>A published version of a programme's report, as a list shows it.</summary>
public sealed record ReportVersion
{
    /// <summary>Its id in the file.</summary>
    public long Id { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Its number in the programme, from 1.</summary>
    public long Number { get; init; }

    /// <summary>What is new in it; may be empty.</summary>
    public string Why { get; init; } = "";

    /// <summary>When it was published (UTC).</summary>
    public string PublishedAt { get; init; } = "";

    /// <summary>Who published it; empty where the program did.</summary>
    public string PublishedBy { get; init; } = "";

    private const string Select =
        """
        SELECT v.id, v.programme_id, v.number, v.why, v.published_at, ifnull(p.name, '') AS PublishedBy
        FROM report_version v LEFT JOIN person p ON p.id = v.published_by
        """;

    /// <summary>All of a programme, the newest first.</summary>
    public static IReadOnlyList<ReportVersion> Of(Reads reads, long programme) =>
        reads.Query<ReportVersion>($"{Select} WHERE v.programme_id = @programme ORDER BY v.number DESC", new { programme });

    /// <summary>One by its number, or null.</summary>
    public static ReportVersion? Find(Reads reads, long programme, long number) =>
        reads.First<ReportVersion>($"{Select} WHERE v.programme_id = @programme AND v.number = @number", new { programme, number });

    /// <summary>The report of a version as it was frozen, without the words that were taken back since; null where there is no such version.</summary>
    public static OutcomeReport? Report(Reads reads, long programme, long number) => reads.First<string>(
        "SELECT report FROM report_version WHERE programme_id = @programme AND number = @number", new { programme, number }) is { } json
        ? Standing.Of(reads, ReportJson.Read(json)) : null;

    /// <summary>
    /// Freezes a report as the next version, as its readers get it: nothing of a hidden section is kept. Answers its number.
    /// </summary>
    /// <param name="writes">The writer's command.</param>
    /// <param name="draft">The report as it is now.</param>
    /// <param name="why">What is new in it; may be empty.</param>
    /// <param name="by">Who publishes it, or null where the program does.</param>
    public static int Publish(Writes writes, OutcomeReport draft, string why, long? by)
    {
        var programme = draft.Head.ProgrammeId;
        var number = (int)writes.First<long>("SELECT ifnull(max(number), 0) + 1 FROM report_version WHERE programme_id = @programme", new { programme });
        var name = by is null ? "" : writes.First<string>("SELECT name FROM person WHERE id = @by", new { by }) ?? "";
        var report = draft.ForReaders();
        report = report with { Head = report.Head with { Number = number, PublishedBy = name } };
        writes.Insert(
            """
            INSERT INTO report_version (programme_id, number, report, why, published_at, published_by)
            VALUES (@programme, @number, @report, @why, @Now, @by)
            """,
            new { programme, number, report = ReportJson.Write(report), why, by, writes.Now });
        Audit.Note(writes, by, null, "publish-report", "programme", programme);
        return number;
    }
}
