using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>Writes persons and the parts of the organisation they work in.</summary>
public static class PersonCommands
{
    /// <summary>Keeps a new person.</summary>
    /// <exception cref="RefusedException">The details can't be kept, or the e-mail belongs to somebody else.</exception>
    public static long Add(Writes writes, PersonDetails details, long? by, PersonWork? work = null)
    {
        var wrong = Wrong(writes, details, work, 0);
        wrong.Throw();
        return writes.Insert("""
            INSERT INTO person (name, email, job_title, org_unit_id, discipline, site_id, manager_id,
              created_at, created_by, changed_at, changed_by)
            VALUES (@Name, @Email, @JobTitle, @unit, @discipline, @site, @manager, @Now, @by, @Now, @by)
            """, new
        {
            details.Name,
            details.Email,
            details.JobTitle,
            unit = UnitCommands.Named(writes, details.Unit, by),
            discipline = work?.Discipline ?? "",
            site = SiteCommands.Named(writes, work?.Site ?? "", by),
            manager = work?.ManagerId,
            writes.Now,
            by,
        });
    }

    /// <summary>Changes a person as the form says. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">
    /// The details can't be kept, the e-mail belongs to somebody else, somebody else signs in with it, or the manager is led
    /// by the person.
    /// </exception>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="id">The person.</param>
    /// <param name="version">The version that the form was shown.</param>
    /// <param name="details">Who it is.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="work">Discipline, site and manager; null where the form does not ask for them, and then they stay.</param>
    public static bool Change(Writes writes, long id, long version, PersonDetails details, long? by, PersonWork? work = null)
    {
        var wrong = Wrong(writes, details, work, id);
        wrong.Of(() => RefuseAnothersSignIn(writes, details.Email, id, by));
        if (work?.ManagerId is { } manager)
        {
            wrong.Of(() => Managers.RefuseCircle(writes, id, manager));
        }

        wrong.Throw();
        return writes.Execute("""
            UPDATE person SET name = @Name, email = @Email, job_title = @JobTitle, org_unit_id = @unit,
              discipline = iif(@works, @discipline, discipline), site_id = iif(@works, @site, site_id),
              manager_id = iif(@works, @manager, manager_id),
              version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version
            """, new
        {
            id,
            version,
            details.Name,
            details.Email,
            details.JobTitle,
            unit = UnitCommands.Named(writes, details.Unit, by),
            works = work is not null,
            discipline = work?.Discipline,
            site = SiteCommands.Named(writes, work?.Site ?? "", by),
            manager = work?.ManagerId,
            writes.Now,
            by,
        }) == 1;
    }

    /// <summary>Takes over what a row of a file says and leaves alone what it does not say. False where nothing is new.</summary>
    /// <exception cref="RefusedException">The details can't be kept, or the e-mail belongs to somebody else.</exception>
    public static bool Fill(Writes writes, PersonRow known, PersonDetails row, long? by)
    {
        var merged = new PersonDetails(
            row.Name,
            row.Email ?? known.Email,
            row.JobTitle.Length > 0 ? row.JobTitle : known.JobTitle,
            row.Unit.Length > 0 ? row.Unit : known.Unit);
        if (merged == new PersonDetails(known.Name, known.Email, known.JobTitle, known.Unit))
        {
            return false;
        }

        return Change(writes, known.Id, known.Version, merged, by);
    }

    /// <summary>Says who leads a person. Null where nobody does any more.</summary>
    /// <exception cref="RefusedException">The manager is the person, or is led by the person.</exception>
    public static void Lead(Writes writes, long id, long? manager, long? by)
    {
        if (manager is { } other)
        {
            Managers.RefuseCircle(writes, id, other);
        }

        writes.Execute("""
            UPDATE person SET manager_id = @manager, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND manager_id IS NOT @manager
            """, new { id, manager, writes.Now, by });
    }

    private static Refusals Wrong(Writes writes, PersonDetails details, PersonWork? work, long id)
    {
        var wrong = new Refusals();
        wrong.Of(details.Check);
        wrong.Of(() => work?.Check());
        wrong.Of(() => RefuseTakenEmail(writes, details.Email, id));
        return wrong;
    }

    private static void RefuseTakenEmail(Writes writes, string? email, long id)
    {
        if (email is not null && writes.First<string>(
            "SELECT name FROM person WHERE email = @email AND id <> @id", new { email, id }) is { } owner)
        {
            throw new RefusedException("Email", $"This address belongs to {owner} already.");
        }
    }

    /// <summary>Who has an account signs in with the e-mail: only they and admins change it. The program itself may.</summary>
    private static void RefuseAnothersSignIn(Writes writes, string? email, long id, long? by)
    {
        if (by is not null && by != id && writes.First<string>(
            """
            SELECT p.name
            FROM account a
            JOIN person p ON p.id = a.person_id
            WHERE a.person_id = @id AND ifnull(p.email, '') <> ifnull(@email, '') COLLATE NOCASE
              AND NOT EXISTS (SELECT 1 FROM account b WHERE b.person_id = @by AND b.is_admin = 1)
            """,
            new { id, email, by }) is { } owner)
        {
            throw new RefusedException(
                "Email", $"{owner} signs in with another address. Only {owner} or an admin can change it; leave this as it was.");
        }
    }
}
