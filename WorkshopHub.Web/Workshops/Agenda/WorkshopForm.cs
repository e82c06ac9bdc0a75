namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>The fields of a workshop as typed.</summary>
public sealed class WorkshopForm
{
    /// <summary>KickOff, MidTerm or Final.</summary>
    public string? Kind { get; set; } = "KickOff";

    /// <summary>Its title.</summary>
    public string? Title { get; set; } = "Kick-off";

    /// <summary>Local date.</summary>
    public string? Date { get; set; }

    /// <summary>Local time.</summary>
    public string? Starts { get; set; } = "08:40";

    /// <summary>Where.</summary>
    public string? Place { get; set; }

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>Cleaned.</summary>
    public WorkshopDetails Details => new(Kind, Title, Date, Starts, Place);

    /// <summary>The form of a workshop as it stands.</summary>
    public static WorkshopForm Of(AgendaWorkshop workshop) => new()
    {
        Kind = workshop.Kind,
        Title = workshop.Title,
        Date = workshop.Date,
        Starts = workshop.Starts,
        Place = workshop.Place,
        Version = workshop.Version,
    };
}
