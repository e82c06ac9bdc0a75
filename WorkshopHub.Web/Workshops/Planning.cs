using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

/// <summary>An item to put on the agenda, with an activity of its own.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Minutes">How long it takes, 1 to 600.</param>
/// <param name="Kind">The key of the activity's kind.</param>
/// <param name="Settings">The kind's settings, as JSON.</param>
/// <param name="Prompt">What people are asked; may be empty.</param>
/// <param name="Purpose">What it is for; may be empty.</param>
/// <param name="FacilitatorNote">For the facilitator only; may be empty.</param>
public sealed record PlannedItem(
    string Title, int Minutes, string Kind, string Settings, string Prompt = "", string Purpose = "",
    string FacilitatorNote = "")
{
    /// <summary>An item as its kind begins, for somebody who has no time to set it up.</summary>
    public static PlannedItem Fresh(string title, int minutes, ActivityKind kind) => new(title, minutes, kind.Key, kind.NewSettings)
    {
        NameMode = kind.NameModes[0],
        Reveal = kind.Reveals[0],
    };

    /// <summary>JSON list of the roles that take part; empty means everybody.</summary>
    public string Audience { get; init; } = "[]";

    /// <summary>What stands beside an answer.</summary>
    public NameMode NameMode { get; init; }

    /// <summary>When answers show.</summary>
    public Reveal Reveal { get; init; }

    /// <summary>The same thing at other workshops of the programme carries the same word.</summary>
    public string Series { get; init; } = "";

    /// <summary>The earlier activity that it is about, or null.</summary>
    public long? SourceId { get; init; }

    /// <summary>For the set advisors, on the run sheet.</summary>
    public string AdvisorNote { get; init; } = "";
}

/// <summary>A workshop to plan.</summary>
/// <param name="ProgrammeId">Its programme.</param>
/// <param name="Kind">KickOff, MidTerm or Final.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Starts">Local date and time of the first item.</param>
/// <param name="Place">Where people meet; may be empty.</param>
public sealed record PlannedWorkshop(long ProgrammeId, string Kind, string Title, DateTime Starts, string Place);

/// <summary>Writes a whole plan that comes from elsewhere than the agenda's form.</summary>
public static class Planning
{
    /// <summary>Plans a workshop without an agenda and answers its id.</summary>
    public static long Plan(Writes writes, PlannedWorkshop plan, long? by) => writes.Insert("""
        INSERT INTO workshop (programme_id, kind, title, date, starts, place, created_at, created_by, changed_at, changed_by)
        VALUES (@ProgrammeId, @Kind, @Title, @date, @starts, @Place, @Now, @by, @Now, @by)
        """, new
    {
        plan.ProgrammeId,
        plan.Kind,
        plan.Title,
        date = $"{plan.Starts:yyyy-MM-dd}",
        starts = $"{plan.Starts:HH':'mm}",
        plan.Place,
        writes.Now,
        by,
    });

    /// <summary>Adds an item, with an activity of its own, at the end of the agenda and answers the activity's id.</summary>
    public static long Add(Writes writes, long workshopId, PlannedItem item, long? by)
    {
        var activity = Activity(writes, workshopId, item, by);
        Point(writes, workshopId, item, activity, ItemAct.Run);
        return activity;
    }

    /// <summary>Writes an item's activity alone and answers its id.</summary>
    public static long Activity(Writes writes, long workshopId, PlannedItem item, long? by) => writes.Insert("""
        INSERT INTO activity (workshop_id, kind, title, prompt, settings, audience, name_mode, reveal, series, source_id,
          created_at, created_by, changed_at, changed_by)
        VALUES (@workshopId, @Kind, @Title, @Prompt, @Settings, @Audience, @nameMode, @reveal, @Series, @SourceId,
          @Now, @by, @Now, @by)
        """, new
    {
        workshopId,
        item.Kind,
        item.Title,
        item.Prompt,
        item.Settings,
        item.Audience,
        nameMode = item.NameMode.ToString(),
        reveal = item.Reveal.ToString(),
        item.Series,
        item.SourceId,
        writes.Now,
        by,
    });

    /// <summary>Adds an item that points to an activity: its own, or an earlier one to reveal or review.</summary>
    public static long Point(Writes writes, long workshopId, PlannedItem item, long activity, ItemAct act) => writes.Insert("""
        INSERT INTO agenda_item (workshop_id, position, title, purpose, minutes, activity_id, act, facilitator_note, advisor_note)
        VALUES (@workshopId, (SELECT ifnull(max(position), 0) + 1 FROM agenda_item WHERE workshop_id = @workshopId),
          @Title, @Purpose, @Minutes, @activity, @act, @FacilitatorNote, @AdvisorNote)
        """, new
    {
        workshopId,
        item.Title,
        item.Purpose,
        item.Minutes,
        activity,
        act = act.ToString(),
        item.FacilitatorNote,
        item.AdvisorNote,
    });
}
