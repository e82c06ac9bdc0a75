using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>The parts of an airtime, with the minutes that each has in an hour.</summary>
public enum AirtimePart
{
    /// <summary>(a) 10 minutes: the presenter's account, without a break.</summary>
    Account,

    /// <summary>(b) 35 minutes: the others ask.</summary>
    Questions,

    /// <summary>(c) 10 minutes: what I see now, and the actions.</summary>
    Sees,

    /// <summary>(d) 5 minutes: which question helped. Only now the presenter ticks.</summary>
    Helped,
}

/// <summary>"Each member has an hour to focus on his/her problem": one member's own time in a meeting.</summary>
public sealed record AirtimeSlot
{
    private const string Select =
        """
        SELECT s.id, s.meeting_id, s.presenter_id, p.name AS Presenter, s.position, s.planned_minutes, s.added_minutes, s.state, s.part,
          s.turned, s.issue, s.started_at, s.ended_at, s.running_since, s.used_seconds, s.version,
          (SELECT ifnull(sum(g.minutes), 0) FROM airtime_given g WHERE g.to_slot = s.id) AS Got,
          (SELECT ifnull(sum(g.minutes), 0) FROM airtime_given g WHERE g.from_slot = s.id) AS Gave,
          ifnull(a.state, '') AS Attends
        FROM airtime_slot s
        JOIN person p ON p.id = s.presenter_id
        LEFT JOIN meeting_attendance a ON a.meeting_id = s.meeting_id AND a.person_id = s.presenter_id
        """;

    /// <summary>The slot.</summary>
    public long Id { get; init; }

    /// <summary>Its meeting.</summary>
    public long MeetingId { get; init; }

    /// <summary>The member whose time it is.</summary>
    public long PresenterId { get; init; }

    /// <summary>Full name.</summary>
    public string Presenter { get; init; } = "";

    /// <summary>Its place in the order, from 1.</summary>
    public long Position { get; init; }

    /// <summary>What was planned, in minutes.</summary>
    public long PlannedMinutes { get; init; }

    /// <summary>What the set added meanwhile, from nobody's time.</summary>
    public long AddedMinutes { get; init; }

    /// <summary>Minutes that others gave.</summary>
    public long Got { get; init; }

    /// <summary>Minutes that were given to others.</summary>
    public long Gave { get; init; }

    /// <summary>Waiting, Open or Done.</summary>
    public string State { get; init; } = "Waiting";

    /// <summary>Which part runs.</summary>
    public AirtimePart Part { get; init; }

    /// <summary>The scribe's screen is turned to the presenter, who said so by tapping their own name.</summary>
    public bool Turned { get; init; }

    /// <summary>What it is about, in a line; may be empty.</summary>
    public string Issue { get; init; } = "";

    /// <summary>When it began (UTC), or null.</summary>
    public string? StartedAt { get; init; }

    /// <summary>When it ended (UTC), or null.</summary>
    public string? EndedAt { get; init; }

    /// <summary>Since when it runs (UTC); null while it stands.</summary>
    public string? RunningSince { get; init; }

    /// <summary>Used before that, in seconds.</summary>
    public long UsedSeconds { get; init; }

    /// <summary>Raised by each change; buttons name the one that they were shown with.</summary>
    public long Version { get; init; }

    /// <summary>Here, Late, Absent; empty while nobody said.</summary>
    public string Attends { get; init; } = "";

    /// <summary>Nobody has to take a turn for somebody who isn't here.</summary>
    public bool IsAbsent => Attends == "Absent" && State == "Waiting";

    /// <summary>What this member has altogether, in minutes.</summary>
    public long TotalMinutes => PlannedMinutes + AddedMinutes + Got - Gave;

    /// <summary>What was used, in whole minutes: no penalty, a figure for the set.</summary>
    public long UsedMinutes => (UsedSeconds + 30) / 60;

    /// <summary>The first name, as people in the room say it.</summary>
    public string First => Called.First(Presenter);

    /// <summary>Its clock.</summary>
    public SlotTimer Timer => new(TotalMinutes, UsedSeconds, RunningSince is null ? null : Utc.Parse(RunningSince));

    /// <summary>Whether the presenter may say now which questions helped: in part (d), and afterwards until the meeting is closed.</summary>
    public bool MayTick => State == "Done" || (State == "Open" && Part == AirtimePart.Helped);

    /// <summary>The slots of a meeting in their order: what is over first, as it was held.</summary>
    public static IReadOnlyList<AirtimeSlot> Of(Reads reads, long meeting) => reads.Query<AirtimeSlot>(
        $"{Select} WHERE s.meeting_id = @meeting ORDER BY s.state = 'Waiting', s.started_at, s.position, s.id", new { meeting });

    /// <summary>One slot of a meeting, or null.</summary>
    public static AirtimeSlot? Find(Reads reads, long meeting, long id) =>
        reads.First<AirtimeSlot>($"{Select} WHERE s.meeting_id = @meeting AND s.id = @id", new { meeting, id });

    /// <summary>A slot whatever its meeting, or null.</summary>
    public static AirtimeSlot? One(Reads reads, long id) => reads.First<AirtimeSlot>($"{Select} WHERE s.id = @id", new { id });
}
