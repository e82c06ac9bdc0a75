using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Experts;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>One turn of a meeting, as its strip shows it.</summary>
public sealed record FrontTurn
{
    /// <summary>Whose turn it is or was.</summary>
    public string Name { get; init; } = "";

    /// <summary>Waiting, Open or Done.</summary>
    public string State { get; init; } = "";

    /// <summary>Minutes that were planned.</summary>
    public long Planned { get; init; }

    /// <summary>Minutes that were used.</summary>
    public long Used { get; init; }

    /// <summary>When it began (UTC), or null.</summary>
    public string? StartedAt { get; init; }

    /// <summary>It has the floor, and its clock stands.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The first name.</summary>
    public string First => Called.First(Name);

    /// <summary>The turns of a meeting in their order.</summary>
    public static IReadOnlyList<FrontTurn> Of(Reads reads, long meeting) => reads.Query<FrontTurn>(
        """
        SELECT p.name, t.state, t.planned_minutes AS Planned, (t.used_seconds + 30) / 60 AS Used, t.started_at,
               t.state = 'Open' AND t.running_since IS NULL AS IsPaused
        FROM airtime_slot t JOIN person p ON p.id = t.presenter_id
        WHERE t.meeting_id = @meeting ORDER BY t.position
        """, new { meeting });
}

/// <summary>Where a set is in the row of its meetings.</summary>
/// <param name="Now">The meeting that runs, else the next one; null where none is planned.</param>
/// <param name="Last">The one that was held last, or null.</param>
/// <param name="Of">How many there are; those that were cancelled are not counted.</param>
/// <param name="Turns">The turns of the meeting that runs; before and after it those of the last one.</param>
/// <param name="Guests">Who is asked into the meeting that runs or comes next, for what they know.</param>
public sealed record FrontMeeting(Meeting? Now, Meeting? Last, int Of, IReadOnlyList<FrontTurn> Turns, IReadOnlyList<GuestInvitation> Guests)
{
    /// <summary>A meeting runs.</summary>
    public bool IsOpen => Now is { State: "Open" };

    /// <summary>Reads it. Where the programme is closed, nothing is to come.</summary>
    public static FrontMeeting Read(Reads reads, SetFrame set, DateOnly today)
    {
        var all = Meeting.Of(reads, set.Id).Where(meeting => meeting.State != "Cancelled").ToList();
        var now = all.Find(meeting => meeting.State == "Open") ?? (set.IsClosed ? null : all.Find(meeting => meeting.IsPlanned && meeting.Day >= today));
        var last = all.FindLast(meeting => meeting.State == "Held");
        return new FrontMeeting(now, last, all.Count, (now is { State: "Open" } ? now : last) is { } shown ? FrontTurn.Of(reads, shown.Id) : [],
            now is null ? [] : GuestInvitation.OfMeeting(reads, now.Id));
    }
}
