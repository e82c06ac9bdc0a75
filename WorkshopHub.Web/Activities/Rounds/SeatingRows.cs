using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>What the room does in its rounds.</summary>
public enum RoundPhase
{
    /// <summary>There is a plan; nothing has begun.</summary>
    Planned,

    /// <summary>People go to the tables of the round.</summary>
    Moving,

    /// <summary>They talk, phones down.</summary>
    Talking,

    /// <summary>The last round is over.</summary>
    Over,
}

/// <summary>Where the rounds stand.</summary>
public sealed record SeatingRow
{
    /// <summary>How many tables there are.</summary>
    public long Tables { get; init; }

    /// <summary>How many rounds there are.</summary>
    public long Rounds { get; init; }

    /// <summary>The round that is now; 0 before the first.</summary>
    public long Round { get; init; }

    /// <summary>What the room does.</summary>
    public RoundPhase Phase { get; init; }

    /// <summary>Until when (UTC); null where no time runs.</summary>
    public string? EndsAt { get; init; }

    /// <summary>Raised by each change; a press names it.</summary>
    public long Version { get; init; }

    /// <summary>Where they stand, or null without a plan.</summary>
    public static SeatingRow? Find(Reads reads, long activity) => reads.First<SeatingRow>(
        "SELECT tables, rounds, round, phase, ends_at, version FROM seating WHERE activity_id = @activity", new { activity });
}

/// <summary>Somebody in the plan.</summary>
public sealed record SeatedPerson
{
    /// <summary>Their place in the workshop.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The person; null for a guest.</summary>
    public long? PersonId { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they are.</summary>
    public Role Role { get; init; }

    /// <summary>Their set, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The set's place in the programme, or null.</summary>
    public long? Position { get; init; }

    /// <summary>The set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>The table that they keep in every round, or null.</summary>
    public long? FixedTable { get; init; }

    /// <summary>Whether they stay while the others of their set move on.</summary>
    public bool Stays { get; init; }

    /// <summary>In sets: the round that is theirs; 0 for none.</summary>
    public long Turn { get; init; }

    /// <summary>Whether they have left; the gap closes and nobody is moved.</summary>
    public bool Gone { get; init; }

    /// <summary>The name before the first blank.</summary>
    public string First => Called.First(Name);

    /// <summary>What stands under the name: the set, else the role.</summary>
    public string From => SetName ?? Role.ToString();

    /// <summary>Everybody in the plan, by set and name.</summary>
    public static IReadOnlyList<SeatedPerson> Of(Reads reads, long activity) => reads.Query<SeatedPerson>(
        """
        SELECT s.participant_id, j.person_id, j.name, j.role, j.set_id, t.position, t.name AS SetName,
               s.fixed_table, s.stays, s.turn, s.gone
        FROM seating_person s
        JOIN participant j ON j.id = s.participant_id
        LEFT JOIN sets t ON t.id = j.set_id
        WHERE s.activity_id = @activity
        ORDER BY ifnull(t.position, 999), j.name COLLATE NAMES, j.id
        """,
        new { activity });
}

/// <summary>A place at a table in a round.</summary>
public sealed record PlaceRow
{
    /// <summary>The round, from 1.</summary>
    public long Round { get; init; }

    /// <summary>Who.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The table, from 1.</summary>
    public long TableNo { get; init; }

    /// <summary>All places of an activity.</summary>
    public static IReadOnlyList<PlaceRow> Of(Reads reads, long activity) => reads.Query<PlaceRow>(
        "SELECT round, participant_id, table_no FROM seating_place WHERE activity_id = @activity ORDER BY round, table_no", new { activity });
}
