using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>The meetings of a set: the one that is open, the next, and those that were held.</summary>
public sealed class MeetingList(Db db, Writer writer, IAntiforgery antiforgery, TimeProvider time) : SetPage(db, writer)
{
    /// <summary>All of them by number.</summary>
    public IReadOnlyList<Meeting> All { get; private set; } = [];

    /// <summary>What was done in those that were held, by meeting.</summary>
    public IReadOnlyDictionary<long, MeetingFigures> Figures { get; private set; } = new Dictionary<long, MeetingFigures>();

    /// <summary>The local day today.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The one that is open, or else the next that is planned; null where none is, and in a closed programme, where none is opened any more.</summary>
    public Meeting? Next => All.FirstOrDefault(one => one.State == "Open") ?? (Set.IsClosed ? null : All.FirstOrDefault(one => one.IsPlanned));

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await Db.ReadAsync(reads =>
        {
            (All, Figures, Today) = (Meeting.Of(reads, Id), MeetingFigures.Of(reads, Id), LocalDay.Today(reads, time.GetUtcNow()));
            return true;
        });
        return Page();
    }

    /// <summary>Who this is, with a fresh token: the outbox asks before it sends.</summary>
    public IActionResult OnGetMe() => new JsonResult(new { me = Me, token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
}

/// <summary>What a meeting held, in figures for the set alone.</summary>
public sealed record MeetingFigures
{
    /// <summary>The meeting.</summary>
    public long MeetingId { get; init; }

    /// <summary>Members who were here.</summary>
    public long Here { get; init; }

    /// <summary>Questions noted.</summary>
    public long Questions { get; init; }

    /// <summary>Those that moved somebody.</summary>
    public long Moved { get; init; }

    /// <summary>The figures of all meetings of a set, in one statement.</summary>
    public static IReadOnlyDictionary<long, MeetingFigures> Of(Reads reads, long set) => reads.Query<MeetingFigures>(
        """
        SELECT m.id AS MeetingId,
          (SELECT count(*) FROM meeting_attendance a JOIN membership b ON b.set_id = m.set_id AND b.person_id = a.person_id
           WHERE a.meeting_id = m.id AND a.state <> 'Absent') AS Here,
          count(q.id) AS Questions, count(q.ticked_at) AS Moved
        FROM set_meeting m
        LEFT JOIN airtime_slot s ON s.meeting_id = m.id
        LEFT JOIN airtime_question q ON q.slot_id = s.id AND q.state = 'Noted'
        WHERE m.set_id = @set GROUP BY m.id
        """, new { set }).ToDictionary(one => one.MeetingId);
}
