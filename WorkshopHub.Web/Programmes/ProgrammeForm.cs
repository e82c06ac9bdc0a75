using System.Globalization;

namespace WorkshopHub.Web.Programmes;

/// <summary>The fields of a programme as typed.</summary>
public sealed class ProgrammeForm
{
    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>OwnProblem or CommonProblem.</summary>
    public string? Format { get; set; } = "CommonProblem";

    /// <summary>PartTime or FullTime.</summary>
    public string? TimeMode { get; set; } = "PartTime";

    /// <summary>The share of their time, in per cent, where it is a part.</summary>
    public string? TimeShare { get; set; } = "25";

    /// <summary>First day.</summary>
    public string? StartDate { get; set; }

    /// <summary>Last day.</summary>
    public string? EndDate { get; set; }

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>Cleaned.</summary>
    public ProgrammeDetails Details => new(Name, Format, TimeMode, StartDate, EndDate, TimeShare);

    /// <summary>The form of a programme as it stands.</summary>
    public static ProgrammeForm Of(ProgrammeRow row) => new()
    {
        Name = row.Name,
        Format = row.Format,
        TimeMode = row.TimeMode,
        TimeShare = row.TimeMode == "FullTime" ? "25" : row.TimeSharePercent.ToString(CultureInfo.InvariantCulture),
        StartDate = row.StartDate,
        EndDate = row.EndDate,
        Version = row.Version,
    };
}
