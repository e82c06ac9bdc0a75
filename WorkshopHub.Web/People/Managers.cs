using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Who leads whom. Nobody leads themselves, and nobody leads somebody who leads them.</summary>
public static class Managers
{
    /// <summary>Whom an e-mail or a name means as manager of a person; null where nothing is written.</summary>
    /// <param name="reads">The snapshot or the command's transaction.</param>
    /// <param name="words">An e-mail address or a full name.</param>
    /// <param name="of">The person who is led; 0 for somebody new. Of several people of a name their present manager is meant.</param>
    /// <exception cref="RefusedException">Nobody is meant by it, or several people have the name.</exception>
    public static long? Find(Reads reads, string? words, long of)
    {
        var text = Line.Clean(words);
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return PersonRow.ByEmail(reads, text)?.Id ?? throw new RefusedException("Manager",
                $"Nobody here has the address {text}. Bring the manager in first, or leave this empty.");
        }

        var named = PersonRow.ByName(reads, text);
        return named switch
        {
            [] => throw new RefusedException("Manager", $"Nobody here is called {text}. Bring the manager in first, or leave this empty."),
            [var one] => one.Id,
            _ => named.FirstOrDefault(one => one.Id == PersonRow.Find(reads, of)?.ManagerId)?.Id ?? throw new RefusedException("Manager",
                $"There are {named.Count} people called {text}. Write the e-mail, so that the right one is meant."),
        };
    }

    /// <summary>Refuses a manager who is the person, or is led by the person, directly or through others.</summary>
    /// <exception cref="RefusedException">It would go in a circle.</exception>
    public static void RefuseCircle(Reads reads, long person, long manager)
    {
        if (person == manager)
        {
            throw new RefusedException("Manager", "Nobody is their own manager.");
        }

        var chain = reads.Query<string>("""
            WITH RECURSIVE up (id, step) AS (
              SELECT @manager, 0
              UNION
              SELECT p.manager_id, step + 1 FROM up JOIN person p ON p.id = up.id
              WHERE p.manager_id IS NOT NULL AND up.id <> @person AND step < 100)
            SELECT p.name FROM up JOIN person p ON p.id = up.id
            WHERE EXISTS (SELECT 1 FROM up WHERE id = @person)
            ORDER BY step
            """, new { person, manager });
        if (chain.Count > 0)
        {
            throw new RefusedException("Manager", Circle([chain[^1], .. chain]));
        }
    }

    /// <summary>Says that people lead each other in a circle.</summary>
    /// <param name="names">From one person up through their managers to the same person again.</param>
    public static string Circle(IEnumerable<string> names) =>
        $"This goes in a circle: {string.Join(" → ", names)}. One of them needs another manager.";
}
