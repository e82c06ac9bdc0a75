namespace WorkshopHub.Web.People;

/// <summary>The fields of a person as typed.</summary>
public sealed class EditForm
{
    /// <summary>Full name.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail.</summary>
    public string? Email { get; set; }

    /// <summary>Job title.</summary>
    public string? JobTitle { get; set; }

    /// <summary>Trade or training.</summary>
    public string? Discipline { get; set; }

    /// <summary>Part of the organisation, by name.</summary>
    public string? Unit { get; set; }

    /// <summary>Site, by name.</summary>
    public string? Site { get; set; }

    /// <summary>Line manager, by e-mail or name.</summary>
    public string? Manager { get; set; }

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>Who it is, cleaned.</summary>
    public PersonDetails Details => new(Name, Email, JobTitle, Unit);

    /// <summary>The form of a person as they stand.</summary>
    public static EditForm Of(PersonRow row) => new()
    {
        Name = row.Name,
        Email = row.Email,
        JobTitle = row.JobTitle,
        Discipline = row.Discipline,
        Unit = row.Unit,
        Site = row.Site,
        Manager = row.Manager,
        Version = row.Version,
    };
}
