using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>
/// Takes a person out of the house. Where nothing hangs on them they are gone; where they took part in something, what was
/// done stays, and only who it was is taken out.
/// </summary>
public static class PersonRemoval
{
    /// <summary>The name of whoever's name was taken out.</summary>
    public const string NameLeft = "Somebody who left";

    private const int ConstraintFailed = 19;

    /// <summary>Removes somebody. True where nothing of them is left, false where their name was taken out.</summary>
    /// <exception cref="RefusedException">It is oneself, an admin, or somebody with a part in a programme that runs.</exception>
    public static bool Remove(Writes writes, long person, IEnumerable<IPersonGoes> rooms, long by)
    {
        var whose = OneAccount.Find(writes, person) ?? throw new RefusedException("Remove", "There is no such person any more.");
        if (person == by)
        {
            throw new RefusedException("Remove", "This is you. Ask a colleague of the office.");
        }

        if (whose.IsAdmin)
        {
            throw new RefusedException("Remove", $"{whose.Name} looks after this house. Another admin ends that first.");
        }

        if (PartLine.Of(writes, person) is [var part, ..])
        {
            throw new RefusedException("Remove", $"{whose.Name} has a part in {part.Programme}: {part.What}. Take them out of it first.");
        }

        writes.Execute(
            "UPDATE person SET manager_id = NULL, version = version + 1, changed_at = @Now, changed_by = @by WHERE manager_id = @person", new { person, by, writes.Now });
        foreach (var room in rooms)
        {
            room.Gone(writes, person);
        }

        SignIns.Remove(writes, person);
        Audit.Note(writes, by, null, "delete-person", "person", person);
        if (TryDelete(writes, person))
        {
            return true;
        }

        writes.Execute(
            """
            UPDATE person SET name = @NameLeft, email = NULL, job_title = '', discipline = '', manager_id = NULL,
              version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @person
            """, new { NameLeft, person, by, writes.Now });
        return false;
    }

    /// <summary>Deletes somebody on whom nothing hangs. False where something does, and then nothing has changed.</summary>
    internal static bool TryDelete(Writes writes, long person)
    {
        writes.Execute("SAVEPOINT delete_person");
        try
        {
            writes.Execute("DELETE FROM person WHERE id = @person", new { person });
            writes.Execute("RELEASE delete_person");
            return true;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == ConstraintFailed)
        {
            writes.Execute("ROLLBACK TO delete_person");
            writes.Execute("RELEASE delete_person");
            return false;
        }
    }
}
