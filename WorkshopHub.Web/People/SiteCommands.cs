using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Writes the sites. A name is there once, whatever its case, since people are brought in by it.</summary>
public static class SiteCommands
{
    /// <summary>The site of this name; one that is not known yet is made. Null for an empty name.</summary>
    public static long? Named(Writes writes, string name, long? by) => name.Length == 0
        ? null
        : writes.First<long?>("SELECT id FROM site WHERE name = @name COLLATE NOCASE", new { name }) ?? Insert(writes, name, by);

    /// <summary>Adds a site.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken.</exception>
    public static long Add(Writes writes, string? name, long? by) => Insert(writes, Check(writes, name, 0), by);

    /// <summary>Renames a site. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">The name is empty, too long or taken.</exception>
    public static bool Change(Writes writes, long id, long version, string? name, long? by)
    {
        var clean = Check(writes, name, id);
        return writes.Execute("""
            UPDATE site SET name = @clean, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version
            """, new { id, version, clean, writes.Now, by }) == 1;
    }

    /// <summary>Removes a site; its people go to another one.</summary>
    /// <exception cref="RefusedException">People work there and nothing is said where they go.</exception>
    public static void Remove(Writes writes, long id, long? into, long? by)
    {
        var people = writes.First<long>("SELECT count(*) FROM person WHERE site_id = @id", new { id });
        if (people > 0 && (into is null || into == id || writes.First<long?>("SELECT id FROM site WHERE id = @into", new { into }) is null))
        {
            throw new RefusedException("Into", "People work there. Choose where they go.");
        }

        writes.Execute("""
            UPDATE person SET site_id = @into, version = version + 1, changed_at = @Now, changed_by = @by WHERE site_id = @id
            """, new { id, into, writes.Now, by });
        if (writes.Execute("DELETE FROM site WHERE id = @id", new { id }) > 0)
        {
            Audit.Note(writes, by, null, "remove-site", "site", id);
        }
    }

    private static long Insert(Writes writes, string name, long? by) => writes.Insert(
        "INSERT INTO site (name, changed_at, changed_by) VALUES (@name, @Now, @by)", new { name, writes.Now, by });

    private static string Check(Writes writes, string? name, long id)
    {
        var clean = Line.Clean(name);
        if (clean.Length is 0 or > PersonDetails.NameMax)
        {
            throw new RefusedException("Name", clean.Length == 0
                ? "What is this site called? A name is needed." : $"{clean.Length} characters. Keep it to {PersonDetails.NameMax}.");
        }

        if (writes.First<long?>("SELECT id FROM site WHERE name = @clean COLLATE NOCASE AND id <> @id", new { clean, id }) is not null)
        {
            throw new RefusedException("Name", $"There is a site called {clean} already.");
        }

        return clean;
    }
}
