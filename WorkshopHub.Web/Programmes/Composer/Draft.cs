namespace WorkshopHub.Web.Programmes.Composer;

/// <summary>How much it counts that people who are alike in something sit in different sets.</summary>
public enum Level
{
    /// <summary>It doesn't matter.</summary>
    Off,

    /// <summary>As far as it goes.</summary>
    Wish,

    /// <summary>Never two in one set.</summary>
    Must,
}

/// <summary>What the sets should mix, and how much it counts.</summary>
/// <param name="Units">Parts of the organisation.</param>
/// <param name="Disciplines">What people were trained in.</param>
/// <param name="Sites">Where they work.</param>
public sealed record Levels(Level Units, Level Disciplines, Level Sites)
{
    /// <summary>A draft begins with wishes: two of a unit are a caution, never an error.</summary>
    public static Levels Usual { get; } = new(Level.Wish, Level.Wish, Level.Wish);
}

/// <summary>A set of the draft.</summary>
/// <param name="Position">Its place in the programme, from 1; the mark follows from it.</param>
/// <param name="SetId">The set that it is, or null where it is new.</param>
/// <param name="Name">Its name.</param>
public sealed record DraftSet(long Position, long? SetId, string Name);

/// <summary>Somebody whom the draft seats.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Position">The set, or null while the person waits beside the sets.</param>
/// <param name="Locked">Whether a proposal leaves the person there.</param>
/// <param name="WasIn">The set in which the person was when the draft took them in, or null.</param>
public sealed record DraftPerson(long PersonId, long? Position, bool Locked, long? WasIn);

/// <summary>Who is to be advisor or champion of a set.</summary>
/// <param name="Position">The set.</param>
/// <param name="Role">Advisor or Champion.</param>
/// <param name="PersonId">Who, or null for nobody yet.</param>
/// <param name="Kept">Chosen by hand: a proposal leaves it.</param>
/// <param name="WasId">Who was it when the draft began, or null.</param>
public sealed record DraftRole(long Position, string Role, long? PersonId, bool Kept, long? WasId);

/// <summary>What the solver has shown of its proposal.</summary>
/// <param name="Points">What the proposal costs: fewer points, a better mix.</param>
/// <param name="Bound">No other sets of these people, locks and rules cost less than this.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Basis">A print of the people, locks and rules that it holds for.</param>
public sealed record Proof(long Points, long Bound, double Seconds, string Basis)
{
    /// <summary>Whether nothing better exists.</summary>
    public bool IsBest => Bound >= Points;
}

/// <summary>
/// Sets as they could be. Small groups that mix parts of the organisation are the unit of learning, so they are composed
/// with care, and nothing counts before the facilitator puts it in place. Changes answer a new draft.
/// </summary>
public sealed record Draft
{
    /// <summary>The fewest people of a set.</summary>
    public const int Least = 4;

    /// <summary>The most people of a set.</summary>
    public const int Most = 6;

    /// <summary>The most sets of a draft: more sets than five or six at once are seldom, more than twenty a slip.</summary>
    public const int MostSets = 20;

    /// <summary>The most people of a draft.</summary>
    public const int MostPeople = 120;

    /// <summary>The roles that it gives beside members.</summary>
    public static IReadOnlyList<string> RoleNames { get; } = ["Advisor", "Champion"];

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Rises with every press; a press sends the one it was shown.</summary>
    public long Version { get; init; }

    /// <summary>What the sets should mix.</summary>
    public Levels Levels { get; init; } = Levels.Usual;

    /// <summary>The sets by position.</summary>
    public IReadOnlyList<DraftSet> Sets { get; init; } = [];

    /// <summary>Everybody, each once.</summary>
    public IReadOnlyList<DraftPerson> People { get; init; } = [];

    /// <summary>Advisors and champions: a row for each set and role.</summary>
    public IReadOnlyList<DraftRole> Roles { get; init; } = [];

    /// <summary>Of the last proposal, or null where there was none.</summary>
    public Proof? Proof { get; init; }

    /// <summary>In what a press puts aside: what came first before it, where the press changed that; else null.</summary>
    public string? Formation { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>A set by position, or null.</summary>
    public DraftSet? SetAt(long? position) => Sets.FirstOrDefault(set => set.Position == position);

    /// <summary>A person of the draft, or null.</summary>
    public DraftPerson? Person(long id) => People.FirstOrDefault(person => person.PersonId == id);

    /// <summary>The name of a set, or where people wait.</summary>
    public string NameOf(long? position) => SetAt(position)?.Name ?? "Not in a set";

    /// <summary>Who holds a role of a set, or null.</summary>
    public DraftRole? RoleOf(long position, string role) => Roles.FirstOrDefault(one => one.Position == position && one.Role == role);
}
