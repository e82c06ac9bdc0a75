using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Holidays;

/// <summary>A day on which the organisation doesn't work.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What it is called.</param>
public sealed record Holiday(DateOnly Day, string Name)
{
    /// <summary>All that the organisation has named, the newest year first and in it by day.</summary>
    public static IReadOnlyList<Holiday> All(Reads reads) => [.. reads.Query<Row>("SELECT date, name FROM holiday ORDER BY date")
        .Select(row => new Holiday(LocalDay.Parse(row.Date), row.Name))];

    private sealed record Row
    {
        public string Date { get; init; } = "";

        public string Name { get; init; } = "";
    }
}

/// <summary>Writes the organisation's list of days on which nobody works.</summary>
public static class HolidayCommands
{
    private const int NameMax = 60;

    /// <summary>Names a day. One that is named already gets the new name.</summary>
    /// <exception cref="RefusedException">The day or the name is missing or wrong.</exception>
    public static void Add(Writes writes, string? date, string? name, long? by)
    {
        var (wrong, day, called) = (new Refusals(), LocalDay.Read(date), Line.Clean(name));
        wrong.If(day is null, "Date", string.IsNullOrWhiteSpace(date) ? "Which day?" : "This is no date. Write it as year, month and day: 2026-12-24.");
        wrong.If(called.Length is 0 or > NameMax, "Name", called.Length == 0 ? "What is it called?" : $"{called.Length} characters. Keep it to {NameMax}.");
        wrong.Throw();
        Add(writes, new Holiday(day!.Value, called), by);
    }

    /// <summary>Names a day that is known to be one.</summary>
    public static void Add(Writes writes, Holiday holiday, long? by) => writes.Execute("""
        INSERT INTO holiday (date, name, created_at, created_by) VALUES (@date, @Name, @Now, @by)
        ON CONFLICT (date) DO UPDATE SET name = excluded.name
        """, new { date = LocalDay.Text(holiday.Day), holiday.Name, writes.Now, by });

    /// <summary>The organisation works on this day after all.</summary>
    /// <returns>What it was called; null where it was not on the list.</returns>
    public static string? Remove(Writes writes, string date) =>
        writes.First<string>("DELETE FROM holiday WHERE date = @date RETURNING name", new { date });
}
