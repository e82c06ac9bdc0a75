using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes.Outcomes;

/// <summary>A figure of a set or a member: what it was, what it should become, what it is.</summary>
public sealed record Measure
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The member whose measure it is; null for the set's.</summary>
    public long? PersonId { get; init; }

    /// <summary>Its place, from 1.</summary>
    public long Position { get; init; }

    /// <summary>What is measured.</summary>
    public string Name { get; init; } = "";

    /// <summary>The unit, e.g. % or per week; may be empty.</summary>
    public string Unit { get; init; } = "";

    private static readonly string[] _counted = ["%", "per cent", "percent", "per day", "per week", "per month", "per year", " a day", " a week", " a month", " a year", "days", "hours", "minutes"];

    /// <summary>A figure that this measure can't have: below zero where it is a count or per cent. Money and degrees may be.</summary>
    public bool IsImpossible(double? figure) => figure < 0 && (Unit.Length == 0 || _counted.Any(words => Unit.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>What is said where a figure is one that can't be.</summary>
    public const string Impossible = "A count or a share is never below zero.";

    /// <summary>Whether less of it is better.</summary>
    public bool LowerIsBetter { get; init; } = true;

    /// <summary>What it was before, in its unit; null where nobody knows.</summary>
    public double? Baseline { get; init; }

    /// <summary>Where that comes from, e.g. 76 of 398.</summary>
    public string BaselineNote { get; init; } = "";

    /// <summary>What it should become, or null.</summary>
    public double? Target { get; init; }

    /// <summary>What it is now, or null while it isn't known.</summary>
    public double? Result { get; init; }

    /// <summary>Its latest reading that stands; null where nothing was read.</summary>
    public double? Latest { get; init; }

    /// <summary>What is shown as now: the result, and while there is none the latest reading; null where there is neither.</summary>
    public double? Now => Result ?? Latest;

    /// <summary>Where that comes from.</summary>
    public string ResultNote { get; init; } = "";

    /// <summary>How many days each case is followed, or null.</summary>
    public long? FollowUpDays { get; init; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Confirmed or Disputed by the one it belongs to; null while nobody has said.</summary>
    public string? Client { get; init; }

    /// <summary>The figure that was named instead, where it is disputed.</summary>
    public double? ClientValue { get; init; }

    /// <summary>The remark, or why it is disputed.</summary>
    public string ClientWhy { get; init; } = "";

    /// <summary>Who said so, or null.</summary>
    public string? ClientName { get; init; }

    /// <summary>When that was said (UTC), or null.</summary>
    public string? ClientAt { get; init; }

    /// <summary>The last day that the other figure counts (local date), or null.</summary>
    public string? ClientUntil { get; init; }

    /// <summary>The last day that the baseline counts (local date), or null.</summary>
    public string? BaselineDate { get; init; }

    /// <summary>When the baseline was confirmed (UTC): from then on a change needs a reason. Null until then.</summary>
    public string? BaselineConfirmedAt { get; init; }

    /// <summary>Who confirmed the baseline, or null.</summary>
    public string? BaselineConfirmedBy { get; init; }

    /// <summary>The first day of the trial (local date), or null.</summary>
    public string? TrialFrom { get; init; }

    /// <summary>The day of the last case that was counted (local date), or null.</summary>
    public string? LastCaseOn { get; init; }

    /// <summary>The last day that the result counts (local date), or null.</summary>
    public string? ResultDate { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was last written (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who wrote last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The client has confirmed what it was before.</summary>
    public bool IsLocked => BaselineConfirmedAt is not null;

    /// <summary>The first day on which the result can be known: each case has been followed as long as it has to be. Null where nothing is followed.</summary>
    public DateOnly? KnownFrom => LocalDay.Read(LastCaseOn) is { } last && FollowUpDays is { } days ? last.AddDays((int)days) : null;

    /// <summary>Whether the result is dated before it can be known: "opened again within 30 days" can't be known on day 10.</summary>
    public bool IsTooEarly => LocalDay.Read(ResultDate) is { } day && KnownFrom is { } from && day < from;

    /// <summary>Whether the result still has days to come, counted from today; it can't be confirmed before them.</summary>
    public bool IsToCome(DateOnly today) => LocalDay.Read(ResultDate) is { } day && day > today;

    private const string Select =
        """
        SELECT m.id, m.set_id, m.person_id, m.position, m.name, m.unit, m.lower_is_better, m.baseline, m.baseline_note, m.target, m.result,
               m.result_note, m.follow_up_days, m.source, m.client, m.client_value, m.client_why, p.name AS ClientName, m.version,
               m.client_at, m.client_until, m.baseline_date, m.baseline_confirmed_at, b.name AS BaselineConfirmedBy, m.trial_from,
               m.last_case_on, m.result_date, m.changed_at, c.name AS ChangedBy,
               (SELECT r.value FROM measure_reading r WHERE r.measure_id = m.id AND r.gone_at IS NULL ORDER BY r.date DESC, r.id DESC LIMIT 1) AS Latest
        FROM measure m
        LEFT JOIN person p ON p.id = m.client_by
        LEFT JOIN person b ON b.id = m.baseline_confirmed_by
        LEFT JOIN person c ON c.id = m.changed_by
        """;

    /// <summary>The measures of a set, or of one of its members.</summary>
    public static IReadOnlyList<Measure> Of(Reads reads, long set, long? person) => reads.Query<Measure>(
        $"{Select} WHERE m.set_id = @set AND m.person_id IS @person ORDER BY m.position, m.id", new { set, person });

    /// <summary>All measures of several sets, their members' own included; the sets as JSON.</summary>
    public static IReadOnlyList<Measure> OfAll(Reads reads, string sets) => reads.Query<Measure>(
        $"{Select} WHERE m.set_id IN (SELECT value FROM json_each(@sets)) ORDER BY m.set_id, m.person_id, m.position, m.id", new { sets });

    /// <summary>One measure, or null.</summary>
    public static Measure? Find(Reads reads, long id) => reads.First<Measure>($"{Select} WHERE m.id = @id", new { id });

    /// <summary>A figure as people write it, with its unit where that is short.</summary>
    public string With(double? value) => value is { } known ? Amount.Brief(known, Unit) : "not recorded";
}
