using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>All pushes of the work, to the people of the set and to nobody else: its notes, its decisions, and what a meeting did today.</summary>
public sealed class WorkLive(LiveWire wire, Db db, TimeProvider time)
{
    /// <summary>Where the set's channel stands, for data-live; asked before the rows are read.</summary>
    public string Stamp(long set) => wire.Stamp(Channels.Space(set));

    /// <summary>Something of the work of a set, or of one member on their own, changed.</summary>
    public async Task ChangedAsync(long set, long? membership)
    {
        var open = await db.ReadAsync(reads => reads.First<long?>("SELECT number FROM set_meeting WHERE set_id = @set AND state = 'Open'", new { set }));
        wire.Changed(new Piece(WorkList.IdOf("notes", membership), reads => Put("_NoteList", WorkList.Read(reads, set, membership))), Channels.Space(set));
        wire.Changed(new Piece(WorkList.IdOf("decisions", membership), reads => Put("_DecisionList", WorkList.Read(reads, set, membership))), Channels.Space(set));
        if (open is { } number && membership is null)
        {
            wire.Changed(new Piece(WorkToday.IdOf(number), reads => Put("_WorkToday", WorkToday.Read(reads, set, number, time.GetUtcNow()))), Channels.Space(set));
        }
    }

    private static PieceState Put(string partial, object? model) =>
        model is null ? new PieceState.Gone() : new PieceState.Put($"~/Sets/Work/{partial}.cshtml", model);
}

/// <summary>The notes and decisions on a problem, as everybody of the set reads them alike.</summary>
/// <param name="SetId">The set.</param>
/// <param name="MembershipId">The membership whose problem it is; null for the set's.</param>
/// <param name="Notes">The notes that stand, the newest first.</param>
/// <param name="Decisions">The decisions that stand, the newest first.</param>
/// <param name="Shown">What of them is shown, and to whom.</param>
/// <param name="Zone">The organisation's zone.</param>
public sealed record WorkList(
    long SetId, long? MembershipId, IReadOnlyList<StudyNote> Notes, IReadOnlyList<WorkDecision> Decisions, IReadOnlyList<ShownTo> Shown, TimeZoneInfo Zone)
{
    /// <summary>All is over: none of them is changed any more.</summary>
    public bool IsOver { get; init; }

    /// <summary>DOM id of a list.</summary>
    public static string IdOf(string list, long? membership) => string.Create(CultureInfo.InvariantCulture, $"work-{list}-{membership ?? 0}");

    /// <summary>The day of something that happened, e.g. 5 May.</summary>
    public string Day(string utc) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).DateTime));

    /// <summary>To whom a thing is shown, in words; empty where to nobody.</summary>
    public string To(string kind, long id) => string.Join(" and ", Shown.Where(one => one.Kind == kind && one.ThingId == id).Select(one => $"the {one.Audience.ToLowerInvariant()}"));

    /// <summary>Reads it.</summary>
    public static WorkList Read(Reads reads, long set, long? membership) => new(
        set, membership, [.. StudyNote.Of(reads, set, membership).Where(one => one.GoneAt is null)],
        [.. WorkDecision.Of(reads, set, membership).Where(one => one.GoneAt is null)], ShownTo.Of(reads, set), LocalTime.ZoneOf(reads));
}

/// <summary>What a meeting did on the problem, as everybody who follows it sees it alike.</summary>
/// <param name="Number">The meeting's number.</param>
/// <param name="Rows">All of the work.</param>
/// <param name="Today">Today on the organisation's calendars.</param>
/// <param name="End">The last day of the programme, or null.</param>
public sealed record WorkToday(long Number, WorkRows Rows, DateOnly Today, DateOnly? End)
{
    /// <summary>DOM id.</summary>
    public static string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"work-today-{number}");

    /// <summary>What was noted in this meeting.</summary>
    public IReadOnlyList<StudyNote> Notes => [.. Rows.Notes.Where(one => one.GoneAt is null && one.Meeting == Number)];

    /// <summary>What was decided in this meeting.</summary>
    public IReadOnlyList<WorkDecision> Decisions => [.. Rows.Decisions.Where(one => one.GoneAt is null && one.Meeting == Number)];

    /// <summary>Reads it; null where each member has a problem of their own.</summary>
    public static WorkToday? Read(Reads reads, long set, long number, DateTimeOffset now)
    {
        var frame = reads.First<Frame>(
            "SELECT g.format, g.end_date FROM sets s JOIN programme g ON g.id = s.programme_id WHERE s.id = @set", new { set });
        return frame is not { Format: "CommonProblem" } || Place.OfSet(reads, set) is not { } place ? null
            : new WorkToday(number, WorkRows.Read(reads, place), LocalDay.Today(reads, now), LocalDay.Read(frame.EndDate));
    }

    private sealed record Frame
    {
        public string Format { get; init; } = "";

        public string? EndDate { get; init; }
    }
}
