using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What people have learned in a programme, for everybody who has a part in it. Only what was shared on purpose is here.</summary>
public sealed class LearningsPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    private const int Step = 50;

    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The kind.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>How many are shown at most.</summary>
    [BindProperty(SupportsGet = true)]
    public int Most { get; set; } = Step;

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>What was found, the newest first.</summary>
    public IReadOnlyList<Learned> Found { get; private set; } = [];

    /// <summary>How much fits.</summary>
    public long Fitting { get; private set; }

    /// <summary>How much there is.</summary>
    public long Total { get; private set; }

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime));

    /// <summary>The same page for a kind.</summary>
    public string Address(string kind, int? most = null) => $"/programmes/{Id}/learnings?q={Uri.EscapeDataString(Q ?? "")}&kind={kind}{(most is { } n ? $"&most={n}" : "")}";

    /// <summary>How many more the next page has.</summary>
    public int More => Most + Step;

    /// <summary>A text cut where the words that were looked for stand; every second part is one of them.</summary>
    public IEnumerable<(string Part, bool Is)> Cut(string text)
    {
        var at = 0;
        while (Q is { Length: > 0 } && text.IndexOf(Q, at, StringComparison.OrdinalIgnoreCase) is >= 0 and var next)
        {
            yield return (text[at..next], false);
            yield return (text.Substring(next, Q.Length), true);
            at = next + Q.Length;
        }

        yield return (text[at..], false);
    }

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    private bool Load(Reads reads)
    {
        if (Access.ReadsIn(Viewer, reads, Id, Artefact.Summary) <= Extent.Counts
            || reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) is not { } name)
        {
            return false;
        }

        _ = int.TryParse(Request.Query["most"], out var most);
        (Q, Kind, Most) = (Line.Clean(Request.Query["q"]), $"{Request.Query["kind"]}", Math.Clamp(most, Step, 1000));
        Programme = name;
        (Found, Fitting, Total) = Learned.Of(reads, Id, Access.ReadsIn(Viewer, reads, Id, Artefact.Reflections) >= Extent.Shared, Q, Kind, Most);
        Zone = LocalTime.ZoneOf(reads);
        return true;
    }
}
