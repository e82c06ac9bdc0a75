using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>One activity of an export.</summary>
/// <param name="Name">Its name: unique among the sheets, 31 characters at most, none that spreadsheets forbid.</param>
/// <param name="Table">What the room may read of it; what is private stands as counts.</param>
public sealed record Sheet(string Name, ActivitySheet Table)
{
    private const int Longest = 31; // what a spreadsheet program takes

    /// <summary>The sheets of a workshop in the order of the day.</summary>
    public static IReadOnlyList<Sheet> Of(Reads reads, ActivityKinds kinds, long workshop)
    {
        var sheets = new List<Sheet>();
        foreach (var activity in SummaryView.Activities(reads, workshop))
        {
            if (kinds.Has(activity.Kind) && kinds.Of(activity).SheetOf(reads, activity) is { } table)
            {
                sheets.Add(new Sheet(NameOf(activity.Title, sheets), Plain(table)));
            }
        }

        return sheets.Count > 0 ? sheets : [new Sheet("Nothing", new ActivitySheet(["Nothing was written"], []))];
    }

    /// <summary>
    /// Text that a spreadsheet program would run as a formula gets an apostrophe in front (OWASP, CSV injection).
    /// </summary>
    public static object? Harmless(object? value) => value is string text ? Formula.Harmless(text) : value;

    private static ActivitySheet Plain(ActivitySheet table) => new(
        [.. table.Columns.Select(column => (string)Harmless(column)!)], [.. table.Rows.Select(row => row.Select(Harmless).ToList())]);

    private static string NameOf(string title, List<Sheet> others)
    {
        var name = string.Concat(title.Select(sign => "[]:*?/\\'".Contains(sign, StringComparison.Ordinal) || char.IsControl(sign) ? ' ' : sign)).Trim();
        name = name.Length == 0 ? "Activity" : name[..Math.Min(name.Length, Longest)].Trim();
        for (var n = 2; others.Any(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)); n++)
        {
            var number = $" {n}";
            name = name[..Math.Min(name.Length, Longest - number.Length)].Trim() + number;
        }

        return name;
    }
}
