using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>The names that a post may give away: of everybody around the programme and in the room.</summary>
/// <param name="Whole">Whole names by their first word, e.g. Alma: Alma Tamm.</param>
/// <param name="Parts">First and last names alone, with the whole name that they belong to.</param>
public sealed record KnownNames(ILookup<string, string> Whole, IReadOnlyDictionary<string, string> Parts)
{
    private const int ShortestPart = 3;

    // Names that are words too: alone they say nothing.
    private static readonly HashSet<string> _words = new(
        ("Will May April June August Rose Mark Bill Rich Art Hope Faith Grace Summer Long Young Short Brown White Black Green Grey King Hill "
        + "Wood Field Price Best Day Cook Baker Miller Smith Page Reed Stone Rivers Waters Guest Drew Sue Pat Jack Frank Miles Max Joy").Split(' '),
        StringComparer.Ordinal);

    /// <summary>No names.</summary>
    public static KnownNames None { get; } = Among([]);

    /// <summary>The names around a workshop; read once in a snapshot.</summary>
    public static KnownNames Of(Reads reads, long workshop) => reads.Once((typeof(KnownNames), workshop), () => Among(reads.Query<string>(
        """
        SELECT j.name FROM participant j WHERE j.workshop_id = @workshop
        UNION
        SELECT p.name FROM workshop w JOIN role_assignment r ON r.programme_id = w.programme_id JOIN person p ON p.id = r.person_id
        WHERE w.id = @workshop
        UNION
        SELECT p.name FROM workshop w JOIN sets s ON s.programme_id = w.programme_id
        JOIN membership m ON m.set_id = s.id JOIN person p ON p.id = m.person_id
        WHERE w.id = @workshop
        """,
        new { workshop })));

    /// <summary>These names.</summary>
    public static KnownNames Among(IReadOnlyList<string> names) => new(
        names.Where(name => name.Contains(' ', StringComparison.Ordinal)).ToLookup(name => name.Split(' ')[0], StringComparer.OrdinalIgnoreCase),
        names.SelectMany(name => name.Split(' '), (name, part) => (name, part))
            .Where(one => one.part.Length >= ShortestPart && char.IsUpper(one.part[0]) && !_words.Contains(one.part))
            .DistinctBy(one => one.part).ToDictionary(one => one.part, one => one.name, StringComparer.Ordinal));
}
