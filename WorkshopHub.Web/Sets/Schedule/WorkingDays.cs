using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Schedule;

/// <summary>The days on which the organisation works: not Saturdays, not Sundays, not its own holidays.</summary>
/// <param name="Holidays">Its holidays with their names.</param>
public sealed record WorkingDays(IReadOnlyDictionary<DateOnly, string> Holidays)
{
    /// <summary>As the organisation's list says.</summary>
    public static WorkingDays Read(Reads reads) => new(reads.Query<Row>("SELECT date, name FROM holiday")
        .ToDictionary(row => LocalDay.Parse(row.Date), row => row.Name));

    /// <summary>Whether people work on a day.</summary>
    public bool Are(DateOnly day) => Off(day) is null;

    /// <summary>Why nobody works on a day, e.g. a Saturday, Good Friday; null on a working day.</summary>
    public string? Off(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? $"a {day.DayOfWeek}" : Holidays.GetValueOrDefault(day);

    private sealed record Row
    {
        public string Date { get; init; } = "";

        public string Name { get; init; } = "";
    }
}
