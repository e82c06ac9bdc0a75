using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>Writes programmes.</summary>
public static class ProgrammeCommands
{
    /// <summary>Begins a programme; who begins it facilitates it.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static long Add(Writes writes, ProgrammeDetails details, long? by)
    {
        details.Check();
        var id = writes.Insert("""
            INSERT INTO programme (name, format, time_mode, time_share_percent, start_date, end_date,
              created_at, created_by, changed_at, changed_by)
            VALUES (@Name, @Format, @TimeMode, @TimeShare, @StartDate, @EndDate, @Now, @by, @Now, @by)
            """, new
        {
            details.Name,
            details.Format,
            details.TimeMode,
            details.TimeShare,
            details.StartDate,
            details.EndDate,
            writes.Now,
            by,
        });
        if (by is { } person)
        {
            RoleCommands.Give(writes, id, person, "Facilitator", null, person);
        }

        return id;
    }

    /// <summary>Changes a programme as the form says. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static bool Change(Writes writes, long id, long version, ProgrammeDetails details, long? by)
    {
        var wrong = new Refusals();
        wrong.Of(details.Check);
        wrong.Of(() => RefuseOtherFormat(writes, id, details.Format));
        wrong.Throw();
        return writes.Execute("""
            UPDATE programme SET name = @Name, format = @Format, time_mode = @TimeMode, time_share_percent = @TimeShare,
              start_date = @StartDate, end_date = @EndDate, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version
            """, new
        {
            id,
            version,
            details.Name,
            details.Format,
            details.TimeMode,
            details.TimeShare,
            details.StartDate,
            details.EndDate,
            writes.Now,
            by,
        }) == 1;
    }

    /// <summary>The programme has come to another part of its life: Recruiting, Ready, Running, Reporting or Closed.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="id">The programme.</param>
    /// <param name="state">Where it is now.</param>
    /// <param name="by">Who took the step.</param>
    /// <param name="reason">Why it ended early; empty where it didn't.</param>
    public static void Enter(Writes writes, long id, string state, long? by, string reason = "")
    {
        writes.Execute(
            """
            UPDATE programme SET state = @state, closed_at = CASE @state WHEN 'Closed' THEN @Now END,
              closed_from = CASE @state WHEN 'Closed' THEN state END,
              closed_reason = CASE @state WHEN 'Closed' THEN @reason ELSE '' END, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id
            """, new { id, state, reason, writes.Now, by });
        if (state == "Closed")
        {
            KeptFor.Plan(writes, id);
        }
        else
        {
            KeptFor.Cancel(writes, id);
        }
    }

    /// <summary>Puts a closed programme into the archive, or takes it out; false where it stands so already, or isn't closed.</summary>
    public static bool Archive(Writes writes, long id, bool archived, long? by) => writes.Execute("""
        UPDATE programme SET archived_at = CASE WHEN @archived THEN @Now END, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id AND state = 'Closed' AND (archived_at IS NULL) = @archived
        """, new { id, archived, writes.Now, by }) == 1;

    /// <summary>Notes which programme came before.</summary>
    public static void Follow(Writes writes, long id, long before) =>
        writes.Execute("UPDATE programme SET follows_id = @before WHERE id = @id AND id <> @before", new { id, before });

    /// <summary>Whether sets are mixed beforehand (SetFirst) or people meet over what they have a stake in (InterestFirst).</summary>
    public static void FormBy(Writes writes, long id, string formation, long? by) => writes.Execute("""
        UPDATE programme SET formation = @formation, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id AND formation <> @formation
        """, new { id, formation, writes.Now, by });

    /// <summary>Whose problems the sets work on is settled once some are written: members' own can't become the sponsor's, nor the other way.</summary>
    private static void RefuseOtherFormat(Writes writes, long id, string format)
    {
        if (writes.First<string>("""
            SELECT p.title FROM problem p JOIN programme g ON g.id = p.programme_id
            WHERE g.id = @id AND g.format <> @format AND (p.owner_id IS NOT NULL) = (g.format = 'OwnProblem')
            ORDER BY p.id LIMIT 1
            """, new { id, format }) is { } written)
        {
            throw new RefusedException("Format", $"“{written}” is written already. Begin another programme for the other way.");
        }
    }
}
