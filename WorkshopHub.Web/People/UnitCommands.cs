using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Writes the parts of the organisation. A name is there once, whatever its case, since people are brought in by it.</summary>
public static class UnitCommands
{
    /// <summary>The part of this name; one that is not known yet is made. Null for an empty name.</summary>
    public static long? Named(Writes writes, string name, long? by) => name.Length == 0
        ? null
        : writes.First<long?>("SELECT id FROM org_unit WHERE name = @name COLLATE NOCASE", new { name })
            ?? Insert(writes, name, null, by);

    /// <summary>Adds a part.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken, or what it should belong to is gone.</exception>
    public static long Add(Writes writes, string? name, long? parent, long? by)
    {
        var clean = CheckBoth(writes, name, 0, parent);
        return Insert(writes, clean, parent, by);
    }

    /// <summary>Renames a part or puts it under another one. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken, or it would belong to itself.</exception>
    public static bool Change(Writes writes, long id, long version, string? name, long? parent, long? by)
    {
        var clean = CheckBoth(writes, name, id, parent);
        return writes.Execute("""
            UPDATE org_unit SET name = @clean, parent_id = @parent, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version
            """, new { id, version, clean, parent, writes.Now, by }) == 1;
    }

    /// <summary>Removes a part; the people and parts in it go into another one.</summary>
    /// <exception cref="RefusedException">Something is in it and nothing is said where that goes, or it would go into itself.</exception>
    public static void Remove(Writes writes, long id, long? into, long? by)
    {
        var within = writes.First<long>("""
            SELECT (SELECT count(*) FROM person WHERE org_unit_id = @id) + (SELECT count(*) FROM org_unit WHERE parent_id = @id)
            """, new { id });
        if (within > 0 && (into is null || into == id))
        {
            throw new RefusedException("Into", "People or parts are in it. Choose where they go.");
        }

        RefuseParent(writes, id, into, "Into");
        writes.Execute("""
            UPDATE person SET org_unit_id = @into, version = version + 1, changed_at = @Now, changed_by = @by WHERE org_unit_id = @id
            """, new { id, into, writes.Now, by });
        writes.Execute("""
            UPDATE org_unit SET parent_id = @into, version = version + 1, changed_at = @Now, changed_by = @by WHERE parent_id = @id
            """, new { id, into, writes.Now, by });
        if (writes.Execute("DELETE FROM org_unit WHERE id = @id", new { id }) > 0)
        {
            Audit.Note(writes, by, null, "remove-unit", "org_unit", id);
        }
    }

    private static long Insert(Writes writes, string name, long? parent, long? by) => writes.Insert(
        "INSERT INTO org_unit (name, parent_id, changed_at, changed_by) VALUES (@name, @parent, @Now, @by)",
        new { name, parent, writes.Now, by });

    private static string CheckBoth(Writes writes, string? name, long id, long? parent)
    {
        var (wrong, clean) = (new Refusals(), "");
        wrong.Of(() => clean = Check(writes, name, id));
        wrong.Of(() => RefuseParent(writes, id, parent));
        wrong.Throw();
        return clean;
    }

    private static string Check(Writes writes, string? name, long id)
    {
        var clean = Line.Clean(name);
        if (clean.Length is 0 or > PersonDetails.NameMax)
        {
            throw new RefusedException("Name", clean.Length == 0
                ? "What is this part called? A name is needed." : $"{clean.Length} characters. Keep it to {PersonDetails.NameMax}.");
        }

        if (writes.First<long?>("SELECT id FROM org_unit WHERE name = @clean COLLATE NOCASE AND id <> @id", new { clean, id }) is not null)
        {
            throw new RefusedException("Name", $"There is a part called {clean} already. People are brought in by its name, so each needs its own.");
        }

        return clean;
    }

    private static void RefuseParent(Writes writes, long id, long? parent, string field = "Parent")
    {
        if (parent is null)
        {
            return;
        }

        if (writes.First<string>("SELECT name FROM org_unit WHERE id = @parent", new { parent }) is not { } name)
        {
            throw new RefusedException(field, "This part is gone. Choose another one.");
        }

        if (writes.First<long>("""
            WITH RECURSIVE up (id) AS (
              SELECT @parent UNION SELECT u.parent_id FROM up JOIN org_unit u ON u.id = up.id WHERE u.parent_id IS NOT NULL)
            SELECT count(*) FROM up WHERE id = @id
            """, new { id, parent }) > 0)
        {
            throw new RefusedException(field, id == parent
                ? "A part can’t belong to itself." : $"{name} belongs to this part. It would go in a circle; choose another one.");
        }
    }
}
