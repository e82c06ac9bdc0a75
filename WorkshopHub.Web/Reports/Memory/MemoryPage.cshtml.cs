using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Search;

namespace WorkshopHub.Web.Reports.Memory;

/// <summary>
/// The memory of the programmes, for everybody who has signed in: what was learned and reached, and released by its authors for
/// the whole organisation. What was not released, or was taken back, is not here for anybody.
/// </summary>
public sealed class MemoryPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    private const int Step = 40;

    /// <summary>What is looked for.</summary>
    [FromQuery]
    public string? Q { get; set; }

    /// <summary>Learning or Outcome; null for both.</summary>
    [FromQuery]
    public string? Kind { get; set; }

    /// <summary>Of which programme; null for all.</summary>
    [FromQuery]
    public long? Programme { get; set; }

    /// <summary>How many are shown at most.</summary>
    [FromQuery]
    public int Most { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Remembered> Found { get; private set; } = [];

    /// <summary>How much fits.</summary>
    public long Fitting { get; private set; }

    /// <summary>From which programmes there is something.</summary>
    public IReadOnlyList<RememberedProgramme> Programmes { get; private set; } = [];

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Something was looked for.</summary>
    public bool Looks => Sets.Search.Found.Match(Q) is not null;

    /// <summary>What there is altogether, in a sentence.</summary>
    public string Sum => Programmes.Count == 0 ? ""
        : $"{Counted(Programmes.Sum(one => one.Learnings), "learning")} and {Counted(Programmes.Sum(one => one.Outcomes), "outcome")} from {Counted(Programmes.Count, "programme")}. ";

    /// <summary>How many more the next page has.</summary>
    public int More => Most + Step;

    /// <summary>The day of something that happened.</summary>
    public string Day(string at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime) is var day ? $"{LocalDay.WithMonth(day)} {day.Year}" : "";

    /// <summary>The same page with another filter.</summary>
    public string With(string? kind, long? programme, int? most = null) =>
        $"/learnings?q={Uri.EscapeDataString(Q ?? "")}{(kind is null ? "" : $"&kind={kind}")}{(programme is { } id ? $"&programme={id}" : "")}{(most is { } n ? $"&most={n}" : "")}";

    /// <summary>Shows it.</summary>
    public Task OnGetAsync()
    {
        Q = Q is { Length: > SearchPage.WordsMax } ? Q[..SearchPage.WordsMax] : Q;
        Kind = Remembered.Kinds.Any(kind => kind.Key == Kind) ? Kind : null;
        Most = Math.Clamp(Most, Step, 1000);
        return Db.ReadAsync(reads =>
        {
            (Found, Fitting) = Remembered.Of(reads, new Remembered.Query(Q, Kind ?? "", Programme, Most));
            (Programmes, Zone) = (RememberedProgramme.Of(reads), LocalTime.ZoneOf(reads));
            return true;
        });
    }

    private static string Counted(long count, string word) => count == 1 ? $"1 {word}" : $"{count} {word}s";
}
