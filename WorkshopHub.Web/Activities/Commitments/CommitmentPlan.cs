using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>The workshop around a commitment: its day, the dates that are offered, what it asks of whom.</summary>
public sealed record CommitmentPlan
{
    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>KickOff, MidTerm or Final: the moment of a rating.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The workshop's local date.</summary>
    public string Date { get; init; } = "";

    /// <summary>The final workshop's local date, or null.</summary>
    public string? FinalDate { get; init; }

    /// <summary>When the item that runs now began (UTC), or null.</summary>
    public string? StartedAt { get; init; }

    /// <summary>Minutes of that item, with what was given.</summary>
    public long Minutes { get; init; }

    /// <summary>The plan around an activity.</summary>
    public static CommitmentPlan Of(Reads reads, Activity activity) => reads.First<CommitmentPlan>(
        """
        SELECT w.programme_id, w.kind, w.date,
               (SELECT f.date FROM workshop f WHERE f.programme_id = w.programme_id AND f.kind = 'Final' ORDER BY f.date LIMIT 1) AS FinalDate,
               i.started_at, ifnull(i.minutes + i.timer_extra_seconds / 60, 0) AS Minutes
        FROM workshop w
        LEFT JOIN agenda_item i ON i.workshop_id = w.id AND i.activity_id = @Id AND i.state = 'Running'
        WHERE w.id = @RoomId
        LIMIT 1
        """,
        activity)!;

    /// <summary>The dates that a phone offers, soonest first; the last is chosen beforehand. Empty where nothing is asked.</summary>
    public IReadOnlyList<DateOnly> Dues(CommitmentMode mode)
    {
        var planned = Parse(Date) ?? DateOnly.MinValue;
        var day = Parse(StartedAt?[..10]) is { } begun && begun > planned ? begun : planned; // the day may have been moved
        return mode switch
        {
            CommitmentMode.NinetyDays => [day.AddDays(30), day.AddDays(60), day.AddDays(90)],
            CommitmentMode.Action => [day.AddDays(7), day.AddDays(14), day.AddDays(21)],
            CommitmentMode.ToFinal when Parse(FinalDate) is { } final && final > day.AddDays(30) => [day.AddDays(14), final.AddDays(-14), final],
            CommitmentMode.ToFinal => [day.AddDays(14), day.AddDays(30), day.AddDays(60)],
            _ => [],
        };
    }

    /// <summary>The date that is chosen beforehand.</summary>
    public DateOnly? Usual(CommitmentMode mode) => Dues(mode) is { Count: > 0 } dues ? dues[mode == CommitmentMode.Action ? 1 : ^1] : null;

    /// <summary>Today in the organisation's zone.</summary>
    public static DateOnly Today(Writes writes) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(Utc.Parse(writes.Now), LocalTime.ZoneOf(writes)).DateTime);

    /// <summary>A local date, or null.</summary>
    public static DateOnly? Parse(string? typed) => LocalDay.Read(typed);

    /// <summary>As it is kept.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether people of a role write here.</summary>
    public static bool Writes(Activity activity, CommitmentMode mode, Role role) => activity.IsFor(role) && mode switch
    {
        CommitmentMode.WhatIWillDo => role is Role.Supervisor or Role.Client or Role.Champion or Role.Sponsor,
        CommitmentMode.NinetyDays or CommitmentMode.ToFinal => role != Role.Guest,
        _ => role == Role.Member,
    };
}
