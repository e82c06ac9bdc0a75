using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Somebody whom the set "invites into set meetings" for what they know, as the meeting sees them: who, from when to when, and for what.</summary>
public sealed record MeetingGuest
{
    /// <summary>The invitation.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they know or do; may be empty.</summary>
    public string Expertise { get; init; } = "";

    /// <summary>What the set wants to ask them.</summary>
    public string InvitedFor { get; init; } = "";

    /// <summary>From when they are there (local time, HH:mm).</summary>
    public string Starts { get; init; } = "";

    /// <summary>Until when.</summary>
    public string Ends { get; init; } = "";

    /// <summary>Asked or Coming.</summary>
    public string State { get; init; } = "";

    /// <summary>From when to when, as people say it: 10:00 to 10:45.</summary>
    public string Window => $"{Short(Starts)} to {Short(Ends)}";

    /// <summary>The guests of a meeting who have not said no.</summary>
    public static IReadOnlyList<MeetingGuest> Of(Reads reads, long meeting) => reads.Query<MeetingGuest>(
        "SELECT id, name, expertise, invited_for, starts, ends, state FROM guest_invitation WHERE meeting_id = @meeting AND state IN ('Asked', 'Coming') ORDER BY starts, id",
        new { meeting });

    private static string Short(string clock) => clock.StartsWith('0') ? clock[1..] : clock;
}
