namespace WorkshopHub.Web.Accounts;

/// <summary>What somebody is in a programme. The names are those of the field and of the file.</summary>
public enum Role
{
    /// <summary>Member of a set.</summary>
    Member,

    /// <summary>Direct line manager of a member.</summary>
    Supervisor,

    /// <summary>Helps a set to reflect on what it learns.</summary>
    Advisor,

    /// <summary>Owns the place where a solution will live.</summary>
    Client,

    /// <summary>High-level manager who follows a set and opens doors.</summary>
    Champion,

    /// <summary>Names the problems, gives authority, hears the outcomes.</summary>
    Sponsor,

    /// <summary>Runs the workshops and the programme office.</summary>
    Facilitator,

    /// <summary>In the room without a role in the programme.</summary>
    Guest,
}

/// <summary>How sure we are that a phone is in the hands of the person whose name it carries.</summary>
public enum Assurance
{
    /// <summary>Room code and a name picked from the list.</summary>
    Claimed,

    /// <summary>Badge, personal invitation, or let in by a facilitator or the set's advisor.</summary>
    Vouched,

    /// <summary>Signed in with a password or a personal link.</summary>
    SignedIn,
}

/// <summary>A place in a workshop that this browser holds as a phone.</summary>
public sealed record Seat
{
    /// <summary>The phone.</summary>
    public long DeviceId { get; init; }

    /// <summary>Whom it acts for in this workshop.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The workshop that the place is in.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The known person, or null for a guest.</summary>
    public long? PersonId { get; init; }

    /// <summary>The name shown beside what it posts.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person is in the programme; of several roles the first, under which they are listed.</summary>
    public Role Role { get; init; }

    /// <summary>The set that belongs to <see cref="Role"/>, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>Everything that the person is, the first included; empty where nobody looked.</summary>
    public IReadOnlyList<RoleNow> Roles { get; init; } = [];

    /// <summary>Everything that the person is: at least what they are listed as.</summary>
    public IReadOnlyList<RoleNow> All => Roles.Count > 0 ? Roles : [new RoleNow { Role = Role, SetId = SetId }];

    /// <summary>The roles alone, each once.</summary>
    public IReadOnlyList<Role> RolesAlone => [.. All.Select(one => one.Role).Distinct()];

    /// <summary>Whether the person has this role, as the first or as another one.</summary>
    public bool Is(Role role) => All.Any(one => one.Role == role);

    /// <summary>The same place in the first of the person's roles that fits; unchanged where none does.</summary>
    public Seat In(Func<Role, bool> fits) => !fits(Role) && All.FirstOrDefault(one => fits(one.Role)) is { } other
        ? this with { Role = other.Role, SetId = other.SetId } : this;

    /// <summary>The sets that the person advises beside the one of this place: one advisor may stand with several.</summary>
    public IReadOnlyList<long> Beside =>
        [.. All.Where(one => one.Role == Role.Advisor && one.SetId is not null && one.SetId != SetId).Select(one => one.SetId!.Value).Distinct()];

    /// <summary>How sure we are of the person.</summary>
    public Assurance Assurance { get; init; }
}

/// <summary>A paired wall. It may read its workshop's wall and write nothing.</summary>
public sealed record ScreenPass
{
    /// <summary>The screen.</summary>
    public long ScreenId { get; init; }

    /// <summary>The workshop whose wall it shows.</summary>
    public long WorkshopId { get; init; }
}

/// <summary>Who is asking: up to three things in one browser, each with a cookie of its own.</summary>
public sealed record Viewer
{
    /// <summary>Nobody that we know.</summary>
    public static readonly Viewer Nobody = new();

    /// <summary>The signed-in person, or null.</summary>
    public long? PersonId { get; init; }

    /// <summary>The signed-in person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>May manage accounts and settings; sees no set's content by that.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>May run workshops and the programme office.</summary>
    public bool IsFacilitator { get; init; }

    /// <summary>Whether somebody made a new way in for this person, and they have not said yet that they know of it.</summary>
    public bool HasNewWayIn { get; init; }

    /// <summary>The place in a workshop that this browser holds, or null.</summary>
    public Seat? Seat { get; init; }

    /// <summary>The wall that this browser is, or null.</summary>
    public ScreenPass? Screen { get; init; }

    /// <summary>Whether somebody has signed in.</summary>
    public bool IsSignedIn => PersonId is not null;
}
