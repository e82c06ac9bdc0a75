using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Writes the sets of a programme.</summary>
public static class SetCommands
{
    /// <summary>The longest name of a set; sixteen fit on one line of a wall.</summary>
    public const int NameMax = 40;

    /// <summary>Adds a set at the first free place, which gives it its mark.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken.</exception>
    public static long Add(Writes writes, long programmeId, string? name, long? by)
    {
        var clean = Check(writes, programmeId, name, 0);
        var taken = writes.Query<long>(
            "SELECT position FROM sets WHERE programme_id = @programmeId ORDER BY position", new { programmeId });
        var position = 1;
        while (taken.Contains(position))
        {
            position++;
        }

        return writes.Insert("""
            INSERT INTO sets (programme_id, position, name, created_at, created_by, changed_at, changed_by)
            VALUES (@programmeId, @position, @clean, @Now, @by, @Now, @by)
            """, new { programmeId, position, clean, writes.Now, by });
    }

    /// <summary>Gives a set another name. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken.</exception>
    public static bool Rename(Writes writes, long programmeId, long id, long version, string? name, long? by)
    {
        var clean = Check(writes, programmeId, name, id);
        return writes.Execute("""
            UPDATE sets SET name = @clean, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND programme_id = @programmeId AND version = @version
            """, new { id, programmeId, version, clean, writes.Now, by }) == 1;
    }

    /// <summary>Removes a set and who is in it; the people themselves stay.</summary>
    /// <exception cref="RefusedException">The set has been in a room already, or a member's goal hangs on it.</exception>
    public static void Remove(Writes writes, long programmeId, long id)
    {
        if (writes.First<long>("""
            SELECT (SELECT count(*) FROM participant WHERE set_id = @id) + (SELECT count(*) FROM post WHERE set_id = @id)
              + (SELECT count(*) FROM outcome WHERE set_id = @id) + (SELECT count(*) FROM measure WHERE set_id = @id)
              + (SELECT count(*) FROM set_meeting WHERE set_id = @id AND state IN ('Open', 'Held'))
            """, new { id }) > 0)
        {
            throw new RefusedException("Remove", "This set has met. What it did there stays, and so does the set.");
        }

        if (writes.First<long?>("""
            SELECT m.id FROM membership m
            WHERE m.set_id = @id AND (EXISTS (SELECT 1 FROM developmental_goal g WHERE g.membership_id = m.id)
              OR EXISTS (SELECT 1 FROM self_rating r WHERE r.membership_id = m.id) OR EXISTS (SELECT 1 FROM noticed n WHERE n.membership_id = m.id)
              OR EXISTS (SELECT 1 FROM goal_talk t WHERE t.membership_id = m.id) OR EXISTS (SELECT 1 FROM peer_feedback f WHERE f.membership_id = m.id))
            LIMIT 1
            """, new { id }) is not null)
        {
            throw new RefusedException("Remove", "A member has written a goal in this set. Move its members to another set first; their goals go along.");
        }

        var supervisors = writes.Query<long?>("""
            DELETE FROM membership WHERE set_id IN (SELECT id FROM sets WHERE id = @id AND programme_id = @programmeId) RETURNING supervisor_id
            """, new { id, programmeId });
        RoleCommands.FreeSupervisors(writes, [.. supervisors.OfType<long>().Distinct()], [id], null);
        writes.Execute("DELETE FROM sets WHERE id = @id AND programme_id = @programmeId", new { id, programmeId });
    }

    private static string Check(Writes writes, long programmeId, string? name, long id)
    {
        var clean = Line.Clean(name);
        if (clean.Length is 0 or > NameMax)
        {
            throw new RefusedException("SetName", clean.Length == 0
                ? "What is the set called? Until it has chosen a name, its mark’s word will do."
                : $"{clean.Length} characters. Keep it to {NameMax}, so that it can be read on the wall.");
        }

        if (writes.First<long?>("""
            SELECT id FROM sets WHERE programme_id = @programmeId AND name = @clean COLLATE NOCASE AND id <> @id
            """, new { programmeId, clean, id }) is not null)
        {
            throw new RefusedException("SetName", $"There is a set called {clean} already.");
        }

        return clean;
    }
}
