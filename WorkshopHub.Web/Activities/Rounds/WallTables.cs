namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>How large the plan can stand on a wall so that everybody is on it: columns, size of the names, who in two columns.</summary>
/// <param name="Columns">Tables side by side.</param>
/// <param name="Size">Size of a name in wall units: 40, 36, 32 or 28.</param>
/// <param name="Two">Whether the names of a table stand in two columns, below its number.</param>
public sealed record WallTables(int Columns, int Size, bool Two)
{
    private const double Height = 730;

    /// <summary>For so many tables with so many people at the largest; four abreast leave less room where each name has its next table beside it.</summary>
    public static WallTables For(int tables, int people, bool beside = false)
    {
        var columns = tables switch { <= 2 => 2, 3 or 5 or 6 or 9 => 3, <= 12 => 4, <= 15 => 5, _ => 6 };
        var rows = (tables + columns - 1) / columns;
        var room = (Height / Math.Max(1, rows)) - 46;
        foreach (var size in beside && columns > 3 ? new[] { 32, 28 } : new[] { 40, 36, 32, 28 })
        {
            if (people * size * 1.24 <= room && columns < 5)
            {
                return new WallTables(columns, size, false);
            }
        }

        foreach (var size in new[] { 40, 36, 32, 28 })
        {
            if (((people + 1) / 2 * size * 1.24) + 84 <= room)
            {
                return new WallTables(columns, size, true);
            }
        }

        return new WallTables(columns, 28, true);
    }
}
