using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>How a set is, for those who "monitor its progress": what it wrote for them, its phase, the client's steps, its figures.</summary>
public sealed record Standing
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its place in the programme.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The problem that it works on, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>Each of its members works on a problem of their own.</summary>
    public bool IsOwnProblem { get; init; }

    /// <summary>Whose problem that is, or null.</summary>
    public string? Client { get; init; }

    /// <summary>The programme's first day, or null.</summary>
    public string? StartDate { get; init; }

    /// <summary>The programme's last day, or null.</summary>
    public string? EndDate { get; init; }

    /// <summary>The day of the next meeting, or null.</summary>
    public string? MeetsOn { get; init; }

    /// <summary>Its notes that stand, the newest first.</summary>
    public IReadOnlyList<ProgressNote> Notes { get; init; } = [];

    /// <summary>Its phases by date, or null where none is known.</summary>
    public PhaseChart? Strip { get; init; }

    /// <summary>The steps that its client confirmed.</summary>
    public IReadOnlyList<ClientStep> Steps { get; init; } = [];

    /// <summary>Its figures, the one that the set named first before the others.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Whether the viewer reads the client's steps and the figures too.</summary>
    public bool WithFigures { get; init; } = true;

    /// <summary>Today in the organisation's zone.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The day on which a note left.</summary>
    public string Day(ProgressNote note) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(note.GoneAt), Zone).DateTime));

    /// <summary>The newest note, or null.</summary>
    public ProgressNote? Note => Notes.Count > 0 ? Notes[0] : null;

    /// <summary>The light of the newest note, or null.</summary>
    public Light? Light => Light.Of(Note?.Light);

    /// <summary>Sets that want help come first, then by their place: no set is ranked.</summary>
    public int Urgency => Note is null ? 2 : Note.Light == "Stuck" ? 0 : Note.HelpWanted.Length > 0 || Note.Light == "Slow" ? 1 : 2;

    /// <summary>How sets are, in a number of statements that doesn't grow.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="ids">The sets.</param>
    /// <param name="today">Today in the organisation's zone.</param>
    public static IReadOnlyList<Standing> Of(Reads reads, IReadOnlyCollection<long> ids, DateOnly today)
    {
        var (sets, zone) = (JsonSerializer.Serialize(ids), LocalTime.ZoneOf(reads));
        var notes = ProgressNote.Of(reads, sets);
        var phases = reads.Query<PhaseDay>(
            "SELECT set_id, phase, on_date FROM phase_step WHERE set_id IN (SELECT value FROM json_each(@sets)) ORDER BY id", new { sets })
            .ToLookup(step => step.SetId, step => (step.Phase, LocalDay.Parse(step.OnDate)));
        var steps = ClientStep.Of(reads, sets);
        var figures = Figure.Of(reads, sets);
        return
        [
            .. reads.Query<Standing>(
                """
                SELECT s.id AS SetId, s.position, s.name, g.format = 'OwnProblem' AS IsOwnProblem, b.title AS Problem, c.name AS Client, g.start_date, g.end_date,
                  (SELECT min(t.date) FROM set_meeting t WHERE t.set_id = s.id AND t.state IN ('Planned', 'Open') AND t.date >= @today) AS MeetsOn
                FROM sets s
                JOIN programme g ON g.id = s.programme_id
                LEFT JOIN problem b ON b.id = s.problem_id
                LEFT JOIN person c ON c.id = b.client_id
                WHERE s.id IN (SELECT value FROM json_each(@sets))
                ORDER BY g.id DESC, s.position
                """, new { sets, today = LocalDay.Text(today) }).Select(set => set with
                {
                    Notes = [.. notes[set.SetId]],
                    Strip = Phases(set, [.. phases[set.SetId]], [.. notes[set.SetId]], today, zone),
                    Steps = [.. steps[set.SetId]],
                    Figures = [.. figures[set.SetId]],
                    Zone = zone,
                    Today = today,
                }),
        ];
    }

    private static PhaseChart? Phases(
        Standing set, IReadOnlyList<(string Phase, DateOnly Day)> dated, IReadOnlyList<ProgressNote> notes, DateOnly today, TimeZoneInfo zone)
    {
        var steps = dated.Count > 0 ? dated : Told(notes, zone);
        return steps.Count == 0 ? null : new PhaseChart
        {
            Title = "Phases",
            Phases = [.. steps.Select(step => new PhaseSpan(step.Phase, step.Day))],
            From = LocalDay.Read(set.StartDate) ?? steps[0].Day,
            To = LocalDay.Read(set.EndDate) ?? today.AddDays(1),
            Today = today,
        };
    }

    // Where nobody dated the phases, the notes tell when the set said to be in one for the first time.
    private static List<(string Phase, DateOnly Day)> Told(IReadOnlyList<ProgressNote> notes, TimeZoneInfo zone)
    {
        List<(string Phase, DateOnly Day)> steps = [];
        foreach (var note in notes.Reverse().Where(note => note.Phase is not null))
        {
            if (steps.Count == 0 || steps[^1].Phase != note.Phase)
            {
                steps.Add((note.Phase!, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(note.GoneAt), zone).DateTime)));
            }
        }

        return steps;
    }

    private sealed record PhaseDay
    {
        public long SetId { get; init; }

        public string Phase { get; init; } = "";

        public string OnDate { get; init; } = "";
    }
}

/// <summary>A step towards putting a solution in place that the client has confirmed.</summary>
public sealed record ClientStep
{
    /// <summary>The steps in their order, with the words for them.</summary>
    public static IReadOnlyList<(string Key, string Word)> All { get; } =
        [("Understood", "Understood"), ("TrialAgreed", "Trial agreed"), ("InTrial", "In trial"), ("Adopted", "Taken over")];

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Understood, TrialAgreed, InTrial or Adopted.</summary>
    public string Step { get; init; } = "";

    /// <summary>Since when (local date).</summary>
    public string OnDate { get; init; } = "";

    /// <summary>The day, e.g. 24 June.</summary>
    public string Day => LocalDay.WithMonth(LocalDay.Parse(OnDate));

    /// <summary>What the clients of sets have confirmed.</summary>
    public static ILookup<long, ClientStep> Of(Reads reads, string sets) => reads.Query<ClientStep>(
        """
        SELECT set_id, step, max(on_date) AS OnDate FROM agreement_step
        WHERE state = 'Confirmed' AND set_id IN (SELECT value FROM json_each(@sets))
        GROUP BY set_id, step
        """, new { sets }).ToLookup(step => step.SetId);
}

/// <summary>A figure of a set: what it was, what it should become, what it is.</summary>
public sealed record Figure
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>What is measured.</summary>
    public string Name { get; init; } = "";

    /// <summary>The unit; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it was before, or null.</summary>
    public double? Baseline { get; init; }

    /// <summary>What it should become, or null.</summary>
    public double? Target { get; init; }

    /// <summary>What it is: the result, or the last reading; null while there is no figure.</summary>
    public double? Latest { get; init; }

    /// <summary>The day of that, or null.</summary>
    public string? LatestDate { get; init; }

    /// <summary>The first day of the trial (local date), or null.</summary>
    public string? TrialFrom { get; init; }

    /// <summary>How many days each case is followed, or null.</summary>
    public long? FollowUpDays { get; init; }

    /// <summary>While there is no figure: when there can be one, or how old the trial is.</summary>
    public string NotYet(DateOnly today) => LocalDay.Read(TrialFrom) is not { } from ? "No figure yet."
        : from > today ? $"No figure yet: the trial begins on {LocalDay.WithMonth(from)}."
        : FollowUpDays is { } days && from.AddDays((int)days) > today ? $"No figure yet. The first one can be known on {LocalDay.WithMonth(from.AddDays((int)days))}."
        : $"No figure yet: the trial is {(today.DayNumber - from.DayNumber) switch { 0 => "new today", 1 => "one day old", var old => $"{old} days old" }}.";

    /// <summary>A value with its unit, e.g. 21%.</summary>
    public string Say(double value) => Amount.Say(value, Unit == "%" ? "%" : "");

    /// <summary>The measure as an arrow.</summary>
    public ArrowChart Arrow => new() { Title = Name, Then = Of(Baseline), Now = Of(Latest), Aim = Of(Target), Width = 300 };

    /// <summary>The figures of sets, each set's first one first.</summary>
    public static ILookup<long, Figure> Of(Reads reads, string sets) => reads.Query<Figure>(
        """
        SELECT m.set_id, m.name, m.unit, m.baseline, m.target, m.trial_from, m.follow_up_days, ifnull(m.result, r.value) AS Latest,
          CASE WHEN m.result IS NULL THEN r.date ELSE m.result_date END AS LatestDate
        FROM measure m
        LEFT JOIN measure_reading r ON r.id = (SELECT l.id FROM measure_reading l
          WHERE l.measure_id = m.id AND l.gone_at IS NULL ORDER BY l.date DESC, l.id DESC LIMIT 1)
        WHERE m.person_id IS NULL AND m.set_id IN (SELECT value FROM json_each(@sets))
        ORDER BY m.set_id, m.position, m.id
        """, new { sets }).ToLookup(figure => figure.SetId);

    private ChartValue? Of(double? value) => value is { } known ? new ChartValue(known, Say(known)) : null;
}
