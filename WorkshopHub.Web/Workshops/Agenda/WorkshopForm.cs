namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>The fields of a workshop as typed.</summary>
public sealed class WorkshopForm
{
    /// <summary>The kinds with what they are called.</summary>
    public static IReadOnlyList<(string Key, string Word)> Kinds { get; } = [("KickOff", "Kick-off"), ("MidTerm", "Mid-term"), ("Final", "Final")];

    /// <summary>What a kind is called.</summary>
    public static string WordOf(string? kind) => Kinds.FirstOrDefault(one => one.Key == kind).Word ?? "";

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string? Kind { get; set; } = "KickOff";

    /// <summary>Its title.</summary>
    public string? Title { get; set; } = "Kick-off";

    /// <summary>Local date.</summary>
    public string? Date { get; set; }

    /// <summary>Local time.</summary>
    public string? Starts { get; set; } = "08:40";

    /// <summary>Local time until which the room is booked.</summary>
    public string? Ends { get; set; }

    /// <summary>Where.</summary>
    public string? Place { get; set; }

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>Cleaned.</summary>
    public WorkshopDetails Details => new(Kind, Title, Date, Starts, Place)
    {
        Ends = Data.Line.Clean(Ends) is { Length: > 0 } ends ? ends.Length == 4 ? $"0{ends}" : ends : null,
    };

    /// <summary>The form of a workshop as it stands.</summary>
    public static WorkshopForm Of(AgendaWorkshop workshop) => new()
    {
        Kind = workshop.Kind,
        Title = workshop.Title,
        Date = workshop.Date,
        Starts = workshop.Starts,
        Ends = workshop.Ends,
        Place = workshop.Place,
        Version = workshop.Version,
    };
}
