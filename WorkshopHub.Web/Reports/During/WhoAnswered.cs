using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.During;

/// <summary>
/// Ninety days after the final: who of those that are asked what became of it has answered and who has not, and when the next version
/// of the report comes. Of witnesses only how many, and nothing that would tell of one to four of them.
/// </summary>
public sealed record WhoAnswered
{
    /// <summary>Each sort of people that is asked.</summary>
    public required IReadOnlyList<AskedPart> Parts { get; init; }

    /// <summary>Each member has an outcome of their own.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The day on which they were asked; null while nobody was.</summary>
    public required DateOnly? AskedOn { get; init; }

    /// <summary>The day on which they will be; null where they were.</summary>
    public required DateOnly? AsksOn { get; init; }

    /// <summary>The day on which the next version of the report is made at the latest; null where none is to come.</summary>
    public required DateOnly? NextOn { get; init; }

    /// <summary>Who has answered, e.g. 2 of 6 sets, 1 of 6 clients; empty where nobody has.</summary>
    public string Answered => string.Join(", ", Parts.Select(part => part.Answered).Where(words => words.Length > 0));

    /// <summary>Who has not, e.g. 4 sets, 5 clients; empty where all have.</summary>
    public string NotYet => string.Join(", ", Parts.Select(part => part.NotYet).Where(words => words.Length > 0));

    /// <summary>It, of a programme's final; null where nobody is asked and nothing is planned.</summary>
    public static WhoAnswered? Of(Reads reads, long programme)
    {
        if (reads.First<FinalRow>(
            """
            SELECT w.id, g.format = 'OwnProblem' AS IsOwn FROM workshop w JOIN programme g ON g.id = w.programme_id AND g.archived_at IS NULL
            WHERE g.id = @programme AND w.kind = 'Final' ORDER BY w.date DESC LIMIT 1
            """, new { programme }) is not { Id: var final, IsOwn: var isOwn })
        {
            return null;
        }

        var (zone, asked) = (LocalTime.ZoneOf(reads), Became.Of(reads, programme));
        var (asks, made) = (Due.When(reads, Became.Work, final), Due.When(reads, Became.Renewal, final));
        if (asked.Count == 0 && asks is null)
        {
            return null;
        }

        var hasVersion = ReportVersion.Of(reads, programme).Count > 0;
        var asksOn = asked.Count == 0 && asks is not null ? Day(asks) : (DateOnly?)null;
        return new WhoAnswered
        {
            IsOwn = isOwn,
            Parts = asked.Count == 0 ? [] :
            [
                Part(BecamePart.Owner, isOwn ? "member" : "set"), Part(BecamePart.Client, isOwn ? "supervisor" : "client"),
                Witnesses(reads, final),
            ],
            AskedOn = asked.Count == 0 ? null : Day(asked.Min(one => one.AskedAt)!),
            AsksOn = asksOn,
            NextOn = !hasVersion ? null : made is not null ? Day(made) : asksOn?.AddDays(Renewal.Days),
        };

        AskedPart Part(BecamePart part, string name)
        {
            var of = asked.Where(one => one.Part == part).ToList();
            return new AskedPart(name, of.Count(one => one.State is not null), of.Count, IsCounted: false);
        }

        DateOnly Day(string at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), zone).DateTime);
    }

    private static AskedPart Witnesses(Reads reads, long final)
    {
        var (said, all) = reads.First<(long Said, long All)>(
            """
            SELECT count(q.witness_at), count(*) FROM commitment_asked q
            JOIN commitment c ON c.id = q.commitment_id AND c.witness_id IS NOT NULL AND ifnull(c.witness_says, 'Yes') = 'Yes'
            JOIN activity a ON a.id = c.activity_id AND a.workshop_id = @final
            WHERE q.what = 'NinetyDays'
            """, new { final });
        return new AskedPart("witness", (int)said, (int)all, IsCounted: true);
    }

    private sealed record FinalRow
    {
        public long Id { get; init; }

        public bool IsOwn { get; init; }
    }
}

/// <summary>A sort of people that is asked what became of it.</summary>
/// <param name="Name">What one of them is called.</param>
/// <param name="Said">How many have answered.</param>
/// <param name="All">How many are asked.</param>
/// <param name="IsCounted">They are told as counts of five at least.</param>
public sealed record AskedPart(string Name, int Said, int All, bool IsCounted)
{
    // Some have answered, and either they or the others are so few that it would tell of single people.
    private bool IsFew => IsCounted && (Said is > 0 and < Figure.Enough || All - Said is > 0 and < Figure.Enough);

    private bool IsTold => All > 0 && (!IsCounted || All >= Figure.Enough);

    private string Names => Name == "witness" ? "witnesses" : $"{Name}s";

    /// <summary>How many have answered, in words; empty where none has, or it is not told.</summary>
    public string Answered => !IsTold || Said == 0 ? "" : All == 1 ? $"the {Name}" : IsFew && Said < All ? string.Create(CultureInfo.InvariantCulture, $"some of {All} {Names}")
        : Said == All ? string.Create(CultureInfo.InvariantCulture, $"all {All} {Names}") : string.Create(CultureInfo.InvariantCulture, $"{Said} of {All} {Names}");

    /// <summary>How many have not, in words; empty where all have, or it is not told.</summary>
    public string NotYet => !IsTold || Said == All || IsFew ? "" : All == 1 ? $"the {Name}" : string.Create(CultureInfo.InvariantCulture, $"{All - Said} {(All - Said == 1 ? Name : Names)}");
}
