using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A version of the solution. One at most is being written; what was decided stays as it was.</summary>
public sealed record Solution
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextMax = 1500;

    /// <summary>Its number in the file.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The membership whose problem it is for; null for the set's.</summary>
    public long? MembershipId { get; init; }

    /// <summary>Which version of the solution it is, from 1.</summary>
    public long Number { get; init; }

    /// <summary>What is to be done, by whom, where.</summary>
    public string Text { get; init; } = "";

    /// <summary>The day on which it was decided (local date); null while it is being written.</summary>
    public string? DecidedOn { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was last written (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who wrote last.</summary>
    public string ChangedBy { get; init; } = "";

    private const string Select =
        """
        SELECT s.id, s.set_id, s.membership_id, s.number, s.text, s.decided_on, s.version, s.changed_at, c.name AS ChangedBy
        FROM solution s JOIN person c ON c.id = s.changed_by
        """;

    /// <summary>All versions, the newest first.</summary>
    public static IReadOnlyList<Solution> Of(Reads reads, long set, long? membership) => reads.Query<Solution>(
        $"{Select} WHERE s.set_id = @set AND s.membership_id IS @membership ORDER BY s.number DESC", new { set, membership });

    /// <summary>
    /// Writes the version that is being written, or begins the next. False where it reads otherwise by now (version 0: none was
    /// being written).
    /// </summary>
    /// <exception cref="RefusedException">It is empty or too long (Solution.Text).</exception>
    public static bool Write(Writes writes, Place place, SolutionForm typed, long by)
    {
        var text = Typed.Lines("Solution.Text", typed.Text, TextMax, "What will be done, by whom and where? A few sentences.");
        var draft = Of(writes, place.SetId, place.MembershipId).FirstOrDefault(one => one.DecidedOn is null);
        if ((draft?.Version ?? 0) != typed.Version)
        {
            return false;
        }

        var id = draft?.Id;
        if (id is null)
        {
            id = writes.Insert(
                """
                INSERT INTO solution (set_id, membership_id, number, text, created_at, created_by, changed_at, changed_by)
                VALUES (@SetId, @MembershipId, (SELECT ifnull(max(number), 0) + 1 FROM solution WHERE set_id = @SetId AND membership_id IS @MembershipId), @text, @Now, @by, @Now, @by)
                """,
                new { place.SetId, place.MembershipId, text, by, writes.Now });
        }
        else
        {
            writes.Execute(
                "UPDATE solution SET text = @text, version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @id", new { id, text, by, writes.Now });
        }

        SolutionFrom.Put(writes, id.Value, place, typed.From);
        return true;
    }

    /// <summary>Whether exactly this is the newest version and decided: a phone sends again what it has not heard of, and that is no other version.</summary>
    public static bool IsDecided(Reads reads, Place place, SolutionForm typed) =>
        Of(reads, place.SetId, place.MembershipId) is [{ DecidedOn: not null } newest, ..] && newest.Text == Slides.Clean(typed.Text)
        && SolutionFrom.Of(reads, place.SetId, place.MembershipId).Where(one => one.SolutionId == newest.Id).Select(one => one.Key)
            .ToHashSet(StringComparer.Ordinal).SetEquals(typed.From);

    /// <summary>The version that is being written is decided and stays as it is from now on. False where it reads otherwise by now.</summary>
    public static bool Decide(Writes writes, long id, long version, DateOnly on, long by) => writes.Execute(
        """
        UPDATE solution SET decided_on = @day, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id AND version = @version AND decided_on IS NULL
        """,
        new { id, version, day = LocalDay.Text(on), by, writes.Now }) == 1;

    /// <summary>Puts a decision about the newest version back, while nobody has been asked for it. False where that isn't so.</summary>
    public static bool Undecide(Writes writes, long id, long version, long by) => writes.Execute(
        """
        UPDATE solution SET decided_on = NULL, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id AND version = @version AND decided_on IS NOT NULL
          AND number = (SELECT max(n.number) FROM solution n WHERE n.set_id = solution.set_id AND n.membership_id IS solution.membership_id)
          AND NOT EXISTS (SELECT 1 FROM agreement_step a WHERE a.solution_id = solution.id AND a.state <> 'TakenBack')
        """,
        new { id, version, by, writes.Now }) == 1;
}

/// <summary>A question or an action that a version of the solution came from: "solutions derived from the insightful questions of their colleagues".</summary>
public sealed record SolutionFrom
{
    /// <summary>The version.</summary>
    public long SolutionId { get; init; }

    /// <summary>Question or Action.</summary>
    public string Thing { get; init; } = "";

    /// <summary>Its key.</summary>
    public string ThingId { get; init; } = "";

    /// <summary>Its words; null where it isn't kept any more.</summary>
    public string? Text { get; init; }

    /// <summary>Who asked it, or null.</summary>
    public string? Who { get; init; }

    /// <summary>The key as a form sends it.</summary>
    public string Key => $"{Thing}/{ThingId}";

    /// <summary>What the versions of a solution came from.</summary>
    public static IReadOnlyList<SolutionFrom> Of(Reads reads, long set, long? membership) => reads.Query<SolutionFrom>(
        """
        SELECT f.solution_id, f.thing, f.thing_id, ifnull(q.text, a.text) AS Text, p.name AS Who
        FROM solution_from f
        JOIN solution s ON s.id = f.solution_id
        LEFT JOIN airtime_question q ON f.thing = 'Question' AND q.id = f.thing_id AND q.state = 'Noted'
        LEFT JOIN set_action a ON f.thing = 'Action' AND a.id = CAST(f.thing_id AS INTEGER) AND a.set_id = s.set_id
        LEFT JOIN person p ON p.id = ifnull(q.asker_id, a.owner_id)
        WHERE s.set_id = @set AND s.membership_id IS @membership
        ORDER BY f.thing DESC, q.at, a.number
        """,
        new { set, membership });

    /// <summary>
    /// The questions of a set's airtime that moved whoever had the floor, and the actions that were not dropped; of one member:
    /// those of their own. The newest first.
    /// </summary>
    public static IReadOnlyList<SolutionFrom> ToChoose(Reads reads, Place place) => reads.Query<SolutionFrom>(
        """
        SELECT 'Question' AS Thing, q.id AS ThingId, q.text, p.name AS Who, q.at
        FROM airtime_question q
        JOIN airtime_slot a ON a.id = q.slot_id
        JOIN set_meeting t ON t.id = a.meeting_id
        JOIN person p ON p.id = q.asker_id
        WHERE t.set_id = @SetId AND q.state = 'Noted' AND q.ticked_at IS NOT NULL AND (@OwnerId IS NULL OR a.presenter_id = @OwnerId)
        UNION ALL
        SELECT 'Action', CAST(x.id AS TEXT), x.text, o.name, x.created_at
        FROM set_action x JOIN person o ON o.id = x.owner_id
        WHERE x.set_id = @SetId AND x.state <> 'Dropped' AND (@OwnerId IS NULL OR x.owner_id = @OwnerId)
        ORDER BY 1 DESC, 5 DESC
        LIMIT 60
        """,
        place);

    /// <summary>Writes what a version came from; what isn't the set's is left out.</summary>
    internal static void Put(Writes writes, long solution, Place place, IReadOnlyList<string> keys)
    {
        writes.Execute("DELETE FROM solution_from WHERE solution_id = @solution", new { solution });
        var known = ToChoose(writes, place).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        writes.Execute(
            """
            INSERT INTO solution_from (solution_id, thing, thing_id)
            SELECT @solution, substr(value, 1, instr(value, '/') - 1), substr(value, instr(value, '/') + 1) FROM json_each(@keys)
            """,
            new { solution, keys = JsonSerializer.Serialize(keys.Where(known.Contains).Distinct()) });
    }
}

/// <summary>A solution as typed.</summary>
public sealed class SolutionForm
{
    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>The questions and actions that it came from, by key.</summary>
    public List<string> From { get; set; } = [];

    /// <summary>The version that the form was shown; 0 where none was being written.</summary>
    public long Version { get; set; }
}
