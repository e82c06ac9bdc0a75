using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>What somebody answered, and whether they came; kept only where there is something to keep.</summary>
public sealed record Attendance
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>Yes, No, or null where they have not answered.</summary>
    public string? Reply { get; init; }

    /// <summary>True or false where the facilitator says so; null where the phones tell.</summary>
    public bool? Came { get; init; }

    /// <summary>Rises with every change; 0 where nothing is kept.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null where the program did.</summary>
    public string? ChangedBy { get; init; }

    private const string Select = """
        SELECT a.person_id, a.reply, a.came, a.version, a.changed_at, p.name AS ChangedBy
        FROM workshop_attendance a LEFT JOIN person p ON p.id = a.changed_by
        """;

    /// <summary>All that is kept of a workshop, by person.</summary>
    public static IReadOnlyDictionary<long, Attendance> Of(Reads reads, long workshop) =>
        reads.Query<Attendance>($"{Select} WHERE a.workshop_id = @workshop", new { workshop }).ToDictionary(one => one.PersonId);

    /// <summary>What is kept of one person; null where nothing is.</summary>
    public static Attendance? Find(Reads reads, long workshop, long person) => reads.First<Attendance>(
        $"{Select} WHERE a.workshop_id = @workshop AND a.person_id = @person", new { workshop, person });

    /// <summary>Somebody answers for themselves. Their own word stands, whatever stood there.</summary>
    public static void Answer(Writes writes, long workshop, long person, bool yes) => writes.Execute("""
        INSERT INTO workshop_attendance (workshop_id, person_id, reply, replied_at, changed_at, changed_by)
        VALUES (@workshop, @person, @reply, @Now, @Now, @person)
        ON CONFLICT (workshop_id, person_id) DO UPDATE SET reply = excluded.reply, replied_at = excluded.replied_at,
          version = version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
        """, new { workshop, person, reply = yes ? "Yes" : "No", writes.Now });

    /// <summary>The facilitator enters what somebody said. False where it was changed since the list was shown.</summary>
    public static bool Enter(Writes writes, long workshop, long person, long version, string? reply, long? by) =>
        Ensure(writes, workshop, person, version, by) && writes.Execute("""
            UPDATE workshop_attendance SET reply = @reply, replied_at = CASE WHEN @reply IS NULL THEN NULL ELSE @Now END,
              version = version + 1, changed_at = @Now, changed_by = @by
            WHERE workshop_id = @workshop AND person_id = @person
            """, new { workshop, person, reply, writes.Now, by }) == 1;

    /// <summary>The facilitator says who came; null leaves it to the phones. False where it was changed since the list was shown.</summary>
    public static bool Tick(Writes writes, long workshop, long person, long version, bool? came, long? by) =>
        Ensure(writes, workshop, person, version, by) && writes.Execute("""
            UPDATE workshop_attendance SET came = @came, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE workshop_id = @workshop AND person_id = @person
            """, new { workshop, person, came, writes.Now, by }) == 1;

    private static bool Ensure(Writes writes, long workshop, long person, long version, long? by)
    {
        if ((Find(writes, workshop, person)?.Version ?? 0) != version)
        {
            return false;
        }

        writes.Execute("""
            INSERT INTO workshop_attendance (workshop_id, person_id, version, changed_at, changed_by)
            VALUES (@workshop, @person, 0, @Now, @by) ON CONFLICT DO NOTHING
            """, new { workshop, person, writes.Now, by });
        return true;
    }
}
