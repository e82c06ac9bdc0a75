namespace WorkshopHub.Web.People;

/// <summary>Names as lists from other programs turn them: “Osei, Amara” is Amara Osei.</summary>
public static class NameOrder
{
    // What stands behind a comma and is no first name.
    private static readonly HashSet<string> _titles = new(
        ["jr", "sr", "ii", "iii", "iv", "phd", "dphil", "mba", "msc", "bsc", "ceng", "obe", "cbe", "mbe", "dr", "prof"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The name with the first name first. It stays as it is where it has no comma or several, or only a title behind it.</summary>
    public static string Plain(string name) =>
        name.Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } last, { Length: > 0 } first] && !_titles.Contains(first.Replace(".", "", StringComparison.Ordinal))
            ? $"{first} {last}" : name;
}
