using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>What the form says about a programme, cleaned.</summary>
public sealed record ProgrammeDetails
{
    /// <summary>The longest name that is kept, in characters.</summary>
    public const int NameMax = 80;

    /// <summary>The smallest share of their time that members give beside their work, in per cent.</summary>
    public const int ShareMin = 20;

    /// <summary>The largest, in per cent.</summary>
    public const int ShareMax = 30;

    /// <summary>The longest time from the first day to the last, in years; longer is a slip of the keys.</summary>
    public const int YearsMax = 3;

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>OwnProblem or CommonProblem.</summary>
    public string Format { get; }

    /// <summary>PartTime or FullTime.</summary>
    public string TimeMode { get; }

    /// <summary>The share of their time that members give, in per cent: 20 to 30, or all of it. -1 where what was typed is no number.</summary>
    public int TimeShare { get; }

    /// <summary>First day (local date), or null.</summary>
    public string? StartDate { get; }

    /// <summary>Last day (local date), or null.</summary>
    public string? EndDate { get; }

    /// <summary>Cleans what was typed. A share that is not asked for is a quarter.</summary>
    public ProgrammeDetails(string? name, string? format, string? timeMode, string? startDate, string? endDate, string? timeShare = null)
    {
        Name = Line.Clean(name);
        Format = format ?? "";
        TimeMode = timeMode == "FullTime" ? "FullTime" : "PartTime";
        TimeShare = TimeMode == "FullTime" ? 100 : string.IsNullOrWhiteSpace(timeShare) ? 25
            : int.TryParse(timeShare.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? share : -1;
        StartDate = string.IsNullOrWhiteSpace(startDate) ? null : startDate.Trim();
        EndDate = string.IsNullOrWhiteSpace(endDate) ? null : endDate.Trim();
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public void Check()
    {
        const string NoDate = "This is no date. Write it as year, month and day: 2026-03-10.";
        var wrong = new Refusals();
        wrong.If(Name.Length == 0, "Name", "What is the programme called? People will read it on the wall.");
        wrong.If(Name.Length > NameMax, "Name", $"{Name.Length} characters. Keep it to {NameMax}.");
        wrong.If(Format is not ("OwnProblem" or "CommonProblem"), "Format", "Choose whose problems the sets work on.");
        wrong.If(
            TimeMode == "PartTime" && TimeShare is < ShareMin or > ShareMax, "TimeShare", $"Between {ShareMin} and {ShareMax} per cent: a day to a day and a half each week.");
        wrong.If(!IsDate(StartDate), "StartDate", NoDate);
        wrong.If(!IsDate(EndDate), "EndDate", NoDate);
        wrong.If(
            IsDate(StartDate) && StartDate is not null && EndDate is not null && string.CompareOrdinal(EndDate, StartDate) < 0, "EndDate", "It can’t end before it begins.");
        wrong.If(
            LocalDay.Read(StartDate) is { } first && LocalDay.Read(EndDate) is { } last && last > first.AddYears(YearsMax), "EndDate",
            $"More than {YearsMax} years lie between. A programme runs for months: is the year right?");
        wrong.Throw();
    }

    private static bool IsDate(string? date) =>
        date is null || LocalDay.Read(date) is not null;
}
