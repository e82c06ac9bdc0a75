using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>A workshop that people are asked to.</summary>
public sealed record InvitedWorkshop
{
    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>Its programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time of its start, HH:mm.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether people come, or came.</summary>
    public bool HasBegun => State != "Planned";

    /// <summary>Day, time and place in words.</summary>
    public string When => $"{LocalDay.Whole(LocalDay.Parse(Date))}, {Starts.TrimStart('0')}{(Place.Length > 0 ? $", {Place}" : "")}";

    /// <summary>A workshop by id, or null.</summary>
    public static InvitedWorkshop? Find(Reads reads, long id) => reads.First<InvitedWorkshop>("""
        SELECT w.id, w.programme_id, p.name AS Programme, w.kind, w.title, w.date, w.starts, w.place, w.state
        FROM workshop w JOIN programme p ON p.id = w.programme_id WHERE w.id = @id
        """, new { id });
}
