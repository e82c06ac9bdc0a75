using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>What every section stands on: the programme, its sets, people and workshops, and what day it is.</summary>
internal sealed record Ground(
    Reads Reads, ProgrammeRow Programme, DateTimeOffset Now, TimeZoneInfo Zone, IReadOnlyList<Ground.Set> Sets, IReadOnlyList<Ground.Member> Members,
    IReadOnlyList<Ground.Workshop> Workshops)
{
    public bool IsOwnProblem => Programme.Format == "OwnProblem";

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>The ids of the sets as JSON, for what reads several sets at once.</summary>
    public string SetIds { get; } = JsonSerializer.Serialize(Sets.Select(set => set.Id));

    /// <summary>The workshop at which outcomes are reported; null while none is planned.</summary>
    public Workshop? Final { get; } = Workshops.LastOrDefault(one => one.Kind == "Final");

    public static Ground? Of(Reads reads, long programme, DateTimeOffset now) => ProgrammeRow.Find(reads, programme) is not { } row ? null : new Ground(
        reads, row, now, LocalTime.ZoneOf(reads),
        reads.Query<Set>(
            """
            SELECT s.id, s.position, s.name, s.problem_id, b.title, ifnull(b.why_it_matters, '') AS WhyItMatters, c.name AS Client
            FROM sets s LEFT JOIN problem b ON b.id = s.problem_id LEFT JOIN person c ON c.id = b.client_id
            WHERE s.programme_id = @programme ORDER BY s.position
            """, new { programme }),
        reads.Query<Member>(
            """
            SELECT m.id, m.set_id, m.person_id, p.name, p.org_unit_id AS UnitId, v.name AS Supervisor, b.id AS ProblemId, b.title
            FROM membership m JOIN sets s ON s.id = m.set_id JOIN person p ON p.id = m.person_id
            LEFT JOIN person v ON v.id = m.supervisor_id
            LEFT JOIN problem b ON b.id = (SELECT max(o.id) FROM problem o WHERE o.programme_id = s.programme_id AND o.owner_id = m.person_id
              AND (o.sent_at IS NOT NULL OR o.state <> 'Proposed')) -- a draft that was never sent is its writer's alone
            WHERE s.programme_id = @programme AND m.left_at IS NULL ORDER BY s.position, p.name COLLATE NAMES, p.id
            """, new { programme }),
        reads.Query<Workshop>(
            "SELECT id, kind, title, date, state FROM workshop WHERE programme_id = @programme ORDER BY date, id", new { programme }));

    /// <summary>A set as it stands beside what is told of it; null where it is of no set.</summary>
    public OfSet? SetOf(long? id) => Sets.FirstOrDefault(set => set.Id == id) is { } set ? set.Mark : null;

    /// <summary>The organisation's day of a moment in the file.</summary>
    public DateOnly Day(string utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(utc), Zone).DateTime);

    /// <summary>A count out of some: not recorded where there are none of them.</summary>
    public Figure Count(string section, string key, string name, long? value, long? of, string source, string about = "") =>
        new(section, key, name, of == 0 ? null : value, "", (int?)of, source, Today, about);

    /// <summary>The middle of some numbers; null where there are none.</summary>
    public static double? Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    internal sealed record Set
    {
        public long Id { get; init; }

        public long Position { get; init; }

        public string Name { get; init; } = "";

        public long? ProblemId { get; init; }

        public string? Title { get; init; }

        public string WhyItMatters { get; init; } = "";

        public string? Client { get; init; }

        public OfSet Mark => new(Id, Position, Name);
    }

    internal sealed record Member
    {
        public long Id { get; init; }

        public long SetId { get; init; }

        public long PersonId { get; init; }

        public string Name { get; init; } = "";

        public long? UnitId { get; init; }

        public string? Supervisor { get; init; }

        public long? ProblemId { get; init; }

        public string? Title { get; init; }
    }

    internal sealed record Workshop
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public string Title { get; init; } = "";

        public string Date { get; init; } = "";

        public string State { get; init; } = "";

        public DateOnly Day => LocalDay.Parse(Date);
    }
}
