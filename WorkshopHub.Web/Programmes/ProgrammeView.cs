using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>A workshop of a programme, as its page lists it.</summary>
public sealed record WorkshopLine
{
    /// <summary>The workshop's id.</summary>
    public long Id { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date, yyyy-MM-dd.</summary>
    public string Date { get; init; } = "";

    /// <summary>Local time of its start, HH:mm.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Where; may be empty.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>How many items its agenda has.</summary>
    public long Items { get; init; }

    /// <summary>The date as people say it, e.g. 10 March.</summary>
    public string Day => DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        .ToString("d MMMM", CultureInfo.InvariantCulture);
}

/// <summary>All that the programme's page shows.</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Sets">Its sets by position.</param>
/// <param name="Members">Who is in them.</param>
/// <param name="Roles">Everybody else.</param>
/// <param name="Workshops">Its workshops by date.</param>
/// <param name="Units">The parts of the organisation that are known, for the form.</param>
/// <param name="People">Names of everybody known, for the form.</param>
public sealed record ProgrammeView(
    ProgrammeRow Programme, IReadOnlyList<SetRow> Sets, IReadOnlyList<MemberRow> Members, IReadOnlyList<RoleRow> Roles,
    IReadOnlyList<WorkshopLine> Workshops, IReadOnlyList<string> Units, IReadOnlyList<string> People)
{
    /// <summary>Reads it; null where there is no such programme.</summary>
    public static ProgrammeView? Read(Reads reads, long id) => ProgrammeRow.Find(reads, id) is not { } programme ? null
        : new ProgrammeView(
            programme, SetRow.Of(reads, id), MemberRow.Of(reads, id), RoleRow.Of(reads, id),
            reads.Query<WorkshopLine>("""
                SELECT w.id, w.title, w.date, w.starts, w.place, w.state,
                  (SELECT count(*) FROM agenda_item i WHERE i.workshop_id = w.id) AS items
                FROM workshop w WHERE w.programme_id = @id ORDER BY w.date, w.starts, w.id
                """, new { id }),
            reads.Query<string>("SELECT name FROM org_unit ORDER BY name COLLATE NAMES"),
            reads.Query<string>("SELECT DISTINCT name FROM person ORDER BY name COLLATE NAMES"));

    /// <summary>Whether a person is in it: a member, a member's supervisor, or somebody of a role.</summary>
    public bool Has(long person) => Roles.Any(role => role.PersonId == person)
        || Members.Any(member => member.PersonId == person || member.SupervisorId == person);

    /// <summary>
    /// What the next set may be called until it has chosen a name: the word of the mark that it gets, with a number where
    /// a set is called so already.
    /// </summary>
    public string NextSetName
    {
        get
        {
            var position = Enumerable.Range(1, Sets.Count + 1).First(place => Sets.All(set => set.Position != place));
            var word = Marks.For(position).Word;
            return Enumerable.Range(1, Sets.Count + 1).Select(n => n == 1 ? word : string.Create(CultureInfo.InvariantCulture, $"{word} {n}"))
                .First(name => Sets.All(set => !string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>The members of one set.</summary>
    public IReadOnlyList<MemberRow> In(SetRow set) => [.. Members.Where(member => member.SetId == set.Id)];

    /// <summary>The advisors, champions and clients of one set.</summary>
    public IReadOnlyList<RoleRow> Around(SetRow set) => [.. Roles.Where(role => role.SetId == set.Id)];

    /// <summary>The sponsors' names, or null.</summary>
    public string? Sponsor => string.Join(", ", Roles.Where(role => role.Role == "Sponsor")
        .Select(role => role.JobTitle.Length > 0 ? $"{role.Name}, {role.JobTitle}" : role.Name)) is { Length: > 0 } names ? names : null;
}
