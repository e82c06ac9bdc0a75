using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>
/// A question that somebody was asked in the set's first rounds, kept as it was asked. The set and its advisor read it; no
/// wall, no summary and no facilitator does.
/// </summary>
public sealed record FirstQuestion
{
    /// <summary>The characters that it may have: a question is short.</summary>
    public const int Longest = 160;

    /// <summary>Made by the phone that kept it.</summary>
    public string Id { get; init; } = "";

    /// <summary>The activity.</summary>
    public long ActivityId { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Whose phone kept it.</summary>
    public long ParticipantId { get; init; }

    /// <summary>The name of whoever kept it.</summary>
    public string KeptBy { get; init; } = "";

    /// <summary>Whose round it was, or null.</summary>
    public string? AskedOf { get; init; }

    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    private const string Select =
        """
        SELECT q.id, q.activity_id, q.set_id, q.participant_id, j.name AS KeptBy, o.name AS AskedOf, q.text
        FROM first_question q
        JOIN participant j ON j.id = q.participant_id
        LEFT JOIN participant o ON o.id = q.asked_of
        """;

    /// <summary>What a set has kept in an activity, in the order in which it was asked.</summary>
    public static IReadOnlyList<FirstQuestion> Of(Reads reads, long activity, long set) => reads.Query<FirstQuestion>(
        $"{Select} WHERE q.activity_id = @activity AND q.set_id = @set ORDER BY q.at, q.id", new { activity, set });

    /// <summary>All that an activity left.</summary>
    public static IReadOnlyList<FirstQuestion> Of(Reads reads, long activity) => reads.Query<FirstQuestion>(
        $"{Select} WHERE q.activity_id = @activity ORDER BY q.set_id, q.at, q.id", new { activity });

    /// <summary>One of them, or null.</summary>
    public static FirstQuestion? Find(Reads reads, string id) => reads.First<FirstQuestion>($"{Select} WHERE q.id = @id", new { id });

    /// <summary>The sets whose questions a person reads: a member the own set's, an advisor those of the sets that they advise.</summary>
    public static IReadOnlyList<RoomSet> SetsOf(Reads reads, Activity activity, long? person)
    {
        var own = reads.Query<long>(
            """
            SELECT m.set_id FROM membership m WHERE m.person_id = @person AND m.left_at IS NULL
            UNION
            SELECT r.set_id FROM role_assignment r WHERE r.person_id = @person AND r.role = 'Advisor' AND r.set_id IS NOT NULL
            """,
            new { person });
        return [.. RoomSet.Of(reads, activity.WorkshopId).Where(set => own.Contains(set.Id))];
    }

    /// <summary>The phones of a set's advisors, who may sit with several sets.</summary>
    public static IReadOnlyList<long> AdvisorsOf(Reads reads, Activity activity, long set) => reads.Query<long>(
        """
        SELECT j.id FROM participant j JOIN role_assignment r ON r.person_id = j.person_id AND r.role = 'Advisor'
        WHERE j.workshop_id = @WorkshopId AND r.set_id = @set
        """,
        new { activity.WorkshopId, set });
}

/// <summary>The first questions of one set, as one phone has them.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Set">The set.</param>
/// <param name="Questions">What was kept, as it was asked.</param>
/// <param name="Seat">Whose phone.</param>
/// <param name="Leads">Whether this is the set's advisor, whose panel stands open.</param>
public sealed record FirstQuestions(Activity Activity, RoomSet Set, IReadOnlyList<FirstQuestion> Questions, Seat Seat, bool Leads)
{
    /// <summary>What a phone has: nothing where rounds aren't in sets, or where it isn't known to be its person's.</summary>
    public static IReadOnlyList<FirstQuestions> For(Reads reads, Activity activity, Seat seat) =>
        RoundsSettings.Parse(activity.Settings).Mixing != Mixing.InSets || !IsKnown(seat) ? []
        : [.. FirstQuestion.SetsOf(reads, activity, seat.PersonId).Select(set => new FirstQuestions(
            activity, set, FirstQuestion.Of(reads, activity.Id, set.Id), seat, seat.Role == Role.Advisor))];

    /// <summary>Whether a phone is known to be its person's.</summary>
    public static bool IsKnown(Seat seat) => seat.PersonId is not null && seat.Assurance >= Assurance.Vouched;
}
