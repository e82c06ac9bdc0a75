using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Trail;

/// <summary>
/// The log for the admin: who did what of roles, sharing, overrides, moderation, exports and accounts, and when. It never holds
/// a text that somebody wrote, so it can't show one.
/// </summary>
public sealed class TrailPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The key of a sort; "all" for the running of workshops too; else what is more than that.</summary>
    [FromQuery]
    public string? Sort { get; set; }

    /// <summary>A piece of somebody's name.</summary>
    [FromQuery]
    public string? Who { get; set; }

    /// <summary>From this day on (local, yyyy-MM-dd).</summary>
    [FromQuery]
    public string? From { get; set; }

    /// <summary>Up to and with this day (local, yyyy-MM-dd).</summary>
    [FromQuery]
    public string? To { get; set; }

    /// <summary>The page, from 1.</summary>
    [FromQuery]
    public int P { get; set; } = 1;

    /// <summary>What was found, the newest first.</summary>
    public IReadOnlyList<TrailLine> Lines { get; private set; } = [];

    /// <summary>How many lines were found.</summary>
    public long Found => Lines is [var first, ..] ? first.Found : 0;

    /// <summary>How many pages there are.</summary>
    public long Pages => Math.Max(1, (Found + TrailLine.PageSize - 1) / TrailLine.PageSize);

    /// <summary>Whether anything is asked for.</summary>
    public bool IsOn => !string.IsNullOrEmpty(Sort) || !string.IsNullOrWhiteSpace(Who) || !string.IsNullOrEmpty(From) || !string.IsNullOrEmpty(To);

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>A moment as people read it, with its year.</summary>
    public (string Day, string Clock) Moment(string utc)
    {
        var there = TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone);
        return (there.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), there.ToString("H:mm", CultureInfo.InvariantCulture));
    }

    /// <summary>The address of another page of what was found.</summary>
    public string Address(int page)
    {
        var query = new QueryString();
        foreach (var (name, value) in new[] { ("sort", Sort), ("who", Who), ("from", From), ("to", To), ("p", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : "") })
        {
            query = string.IsNullOrEmpty(value) ? query : query.Add(name, value);
        }

        return "/audit" + query;
    }

    /// <summary>Shows the log.</summary>
    public async Task OnGetAsync() => await Db.ReadAsync(reads =>
    {
        Zone = LocalTime.ZoneOf(reads);
        var query = new TrailQuery(TrailSort.Named(Sort), Sort == "all", Line.Clean(Who), Begin(From, "From", 0), Begin(To, "To", 1));
        Lines = TrailLine.Of(reads, query, (Math.Clamp(P, 1, 100_000) - 1) * TrailLine.PageSize);
        return 0;
    });

    /// <inheritdoc />
    protected override Task<IActionResult?> InsteadAsync() =>
        Task.FromResult<IActionResult?>(AccessTable.AdminReads(Artefact.Audit) && Viewer.IsAdmin ? null : Forbid());

    private string? Begin(string? typed, string field, int days)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (LocalDay.Read(typed) is not { } day)
        {
            Faults[field] = "A day, or nothing.";
            return null;
        }

        return Utc.Text(LocalTime.Moment(day.AddDays(days).ToDateTime(TimeOnly.MinValue), Zone));
    }
}
