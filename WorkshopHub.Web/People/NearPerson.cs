using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Somebody who may be meant by a name or an address that nobody here has.</summary>
public sealed record NearPerson
{
    private const int Most = 3;

    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>E-mail, or null.</summary>
    public string? Email { get; init; }

    /// <summary>What they do and where, to tell two of a name apart; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The nearest people to what was typed, the nearest first; empty where nobody is near.</summary>
    public static IReadOnlyList<NearPerson> To(Reads reads, string? words)
    {
        var typed = NameOrder.Plain(Line.Clean(words)).ToLowerInvariant();
        string Of(NearPerson one) => (typed.Contains('@', StringComparison.Ordinal) ? one.Email ?? "" : one.Name).ToLowerInvariant();
        return typed.Length == 0 ? [] :
        [
            .. reads.Query<NearPerson>(
                """
                SELECT p.id, p.name, p.email, p.job_title || iif(p.job_title <> '' AND u.name IS NOT NULL, ', ', '') || ifnull(u.name, '') AS About
                FROM person p LEFT JOIN org_unit u ON u.id = p.org_unit_id ORDER BY p.name COLLATE NAMES, p.id
                """)
                .Select(one => (one, away: Near.Distance(typed, Of(one))))
                .Where(its => Of(its.one).Length > 0 && (its.away * 4 <= typed.Length || Near.Is(typed, Of(its.one))))
                .OrderBy(its => its.away).Take(Most).Select(its => its.one),
        ];
    }
}
