namespace WorkshopHub.Web.Data;

/// <summary>How somebody is spoken to.</summary>
public static class Called
{
    private static readonly string[] _titles = ["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "rev", "frau", "herr", "ing", "dipl-ing", "mag", "mme", "mlle", "madame", "monsieur"];

    /// <summary>The first name: the first word of a name that is no title. A name that is nothing but a title stays whole.</summary>
    public static string First(string name) =>
        Array.Find(name.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => !_titles.Contains(word.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)) ?? name;
}
