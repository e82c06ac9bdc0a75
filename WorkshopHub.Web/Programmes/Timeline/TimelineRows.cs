using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Timeline;

/// <summary>A workshop on the line: all sets together.</summary>
public sealed record TimelineStop
{
    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>KickOff, MidTerm or Final.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local time of its start, HH:mm.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>Its local day.</summary>
    public DateOnly Day => LocalDay.Parse(Date);

    /// <summary>The day as the file keeps it.</summary>
    public string Date { get; init; } = "";
}

/// <summary>A meeting of a set on the line.</summary>
public sealed record TimelineMeeting
{
    /// <summary>The meeting.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public long SetId { get; init; }

    /// <summary>Its number in the set, from 1.</summary>
    public long Number { get; init; }

    /// <summary>Local time of its start, HH:mm.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Why it was moved, as its set says; may be empty.</summary>
    public string WhyMoved { get; init; } = "";

    /// <summary>Planned, Open, Held or Cancelled.</summary>
    public string State { get; init; } = "";

    /// <summary>Rises with every change; a form sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>Its local day.</summary>
    public DateOnly Day => LocalDay.Parse(Date);

    /// <summary>The day for which it was planned first.</summary>
    public DateOnly FirstDay => LocalDay.Parse(FirstDate);

    /// <summary>Whether it is or was on another day than first planned.</summary>
    public bool IsMoved => Date != FirstDate && State != "Cancelled";

    /// <summary>The day as the file keeps it.</summary>
    public string Date { get; init; } = "";

    /// <summary>The first day as the file keeps it.</summary>
    public string FirstDate { get; init; } = "";
}

/// <summary>A set with its meetings by number.</summary>
/// <param name="Set">The set.</param>
/// <param name="Meetings">Its meetings.</param>
/// <param name="MayMove">Whether the viewer may move them.</param>
/// <param name="IsMine">Whether the viewer is in it, or advises it.</param>
public sealed record TimelineLane(SetRow Set, IReadOnlyList<TimelineMeeting> Meetings, bool MayMove, bool IsMine);
