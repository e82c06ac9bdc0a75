using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// The outcome report: without a number as it would be published now, for the sponsor and whoever runs the programme; everybody
/// else of the programme is led to what was published last. With a number that version, as it was frozen.
/// </summary>
public sealed class ReportPage(Db db, Writer writer, ActivityKinds kinds, TimeProvider time, Pdfs pdfs) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The version; null for the draft.</summary>
    [FromRoute]
    public long? Number { get; set; }

    /// <summary>The report as its readers get it.</summary>
    public OutcomeReport Report { get; private set; } = null!;

    /// <summary>What was published, the newest first.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; private set; } = [];

    /// <summary>What the viewer may.</summary>
    public ReportRights Rights { get; private set; } = null!;

    /// <summary>The version that is shown; null for the draft.</summary>
    public ReportVersion? Shown => Versions.FirstOrDefault(version => version.Number == Number);

    /// <summary>The newest version, where an older one is shown; else null.</summary>
    public ReportVersion? Newer => Number is { } number && Versions is [var newest, ..] && newest.Number > number ? newest : null;

    /// <summary>The organisation's day on which a version was published.</summary>
    public string Day(ReportVersion version) => ReportPart.Day(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(version.PublishedAt), Zone).DateTime));

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        if (Number is { } number)
        {
            pdfs.ForgetOlder(new PrintedVersion(Id, number), ReportJson.Write(Report));
        }
    }

    /// <inheritdoc />
    protected override Task<IActionResult?> InsteadAsync() => Db.ReadAsync(Load, HttpContext.RequestAborted);

    private IActionResult? Load(Reads reads)
    {
        Rights = ReportRights.Of(Viewer, reads, Id);
        Zone = LocalTime.ZoneOf(reads);
        Versions = Rights.MayRead ? ReportVersion.Of(reads, Id) : [];
        if (Number is null && !Rights.MayReadDraft && Versions.Count > 0)
        {
            return LocalRedirect($"/programmes/{Id}/report/{Versions[0].Number}");
        }

        var report = Number is { } number ? (Rights.MayRead ? ReportVersion.Report(reads, Id, number) : null)
            : Rights.MayReadDraft ? LiveReport.Read(reads, kinds, Id, time.GetUtcNow())?.ForReaders() : null;
        Report = report!;
        return report is null ? NotFound() : null;
    }
}
