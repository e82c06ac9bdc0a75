using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Who of all people is looked for.</summary>
public sealed record PeopleFilter
{
    /// <summary>How many people one page lists.</summary>
    public const int PageSize = 50;

    /// <summary>A piece of a name, an e-mail or a job title; may be empty.</summary>
    public string? Q { get; init; }

    /// <summary>A part of the organisation, with everything that belongs to it.</summary>
    public long? Unit { get; init; }

    /// <summary>A site.</summary>
    public long? Site { get; init; }

    /// <summary>A discipline.</summary>
    public string? Discipline { get; init; }

    /// <summary>What is missing: email, unit, site, discipline or manager.</summary>
    public string? Lacks { get; init; }

    /// <summary>The page, from 1.</summary>
    public int P { get; init; } = 1;

    /// <summary>Whether anything is asked for.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Q) || Unit is not null || Site is not null
        || !string.IsNullOrEmpty(Discipline) || !string.IsNullOrEmpty(Lacks);

    /// <summary>The address of a page of what was found, or of a file of it.</summary>
    /// <param name="page">The page, from 1.</param>
    /// <param name="handler">Csv or Xlsx for a file, or null.</param>
    public string Address(int page = 1, string? handler = null)
    {
        var query = new QueryString();
        foreach (var (name, value) in new[]
        {
            ("handler", handler), ("q", Q), ("unit", $"{Unit}"), ("site", $"{Site}"), ("discipline", Discipline),
            ("lacks", Lacks), ("p", page > 1 ? $"{page}" : ""),
        })
        {
            query = string.IsNullOrEmpty(value) ? query : query.Add(name, value);
        }

        return "/people" + query;
    }

    /// <summary>What the query of the list takes. Letters beyond ASCII are looked for as typed and with a first capital.</summary>
    internal object Values(int skip, int take)
    {
        var typed = Line.Clean(Q);
        return new
        {
            any = typed.Length == 0,
            typed = Like(typed),
            capital = Like(typed.Length > 0 ? char.ToUpperInvariant(typed[0]) + typed[1..].ToLowerInvariant() : ""),
            unit = Unit,
            site = Site,
            discipline = Discipline ?? "",
            lacks = Lacks ?? "",
            skip,
            take,
        };
    }

    private static string Like(string text) => $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
