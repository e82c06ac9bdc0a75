namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 4: "set meetings ... in between set members take action", as the timeline and in counts. What was said in a meeting stays there.</summary>
/// <param name="From">The first day of the timeline, or null: nothing is dated.</param>
/// <param name="Until">Its last day, or null.</param>
/// <param name="Workshops">The workshops by day.</param>
/// <param name="Lanes">Each set with its meetings, by position.</param>
/// <param name="Actions">Each set's actions by state, by position. Sets with fewer than five actions stand together in one row without a set.</param>
public sealed record SetsWork(
    DateOnly? From, DateOnly? Until, IReadOnlyList<WorkshopOn> Workshops, IReadOnlyList<MeetingLane> Lanes, IReadOnlyList<ActionBar> Actions);

/// <summary>A workshop of all sets on the timeline.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Kind">KickOff, MidTerm or Final.</param>
/// <param name="Title">Its title.</param>
/// <param name="On">Its day.</param>
/// <param name="IsHeld">Whether it was held.</param>
public sealed record WorkshopOn(long Id, string Kind, string Title, DateOnly On, bool IsHeld);

/// <summary>A set's meetings on the timeline.</summary>
/// <param name="Set">The set.</param>
/// <param name="Meetings">By number; cancelled ones are left out.</param>
public sealed record MeetingLane(OfSet Set, IReadOnlyList<MeetingOn> Meetings);

/// <summary>A meeting of a set.</summary>
/// <param name="Number">Its number in the set, from 1.</param>
/// <param name="On">Its day.</param>
/// <param name="IsHeld">Whether it was held.</param>
/// <param name="FirstOn">The day for which it was planned first; another one: it was moved.</param>
public sealed record MeetingOn(int Number, DateOnly On, bool IsHeld, DateOnly FirstOn);

/// <summary>Actions by state.</summary>
/// <param name="Set">The set; null for those together that have fewer than five actions each.</param>
/// <param name="Done">Done.</param>
/// <param name="Partly">Done in part.</param>
/// <param name="NotDone">Reported as not done: a full result.</param>
/// <param name="Dropped">Given up, with a reason.</param>
/// <param name="Open">Agreed, and nothing reported yet.</param>
public sealed record ActionBar(OfSet? Set, int Done, int Partly, int NotDone, int Dropped, int Open)
{
    /// <summary>All of them.</summary>
    public int Total => Done + Partly + NotDone + Dropped + Open;
}
