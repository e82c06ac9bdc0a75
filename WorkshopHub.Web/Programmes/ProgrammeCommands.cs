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
            VALUES (@Name, @Format, @TimeMode, @share, @StartDate, @EndDate, @Now, @by, @Now, @by)
            """, new
        {
            details.Name,
            details.Format,
            details.TimeMode,
            share = Share(details),
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
        details.Check();
        return writes.Execute("""
            UPDATE programme SET name = @Name, format = @Format, time_mode = @TimeMode, time_share_percent = @share,
              start_date = @StartDate, end_date = @EndDate, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version
            """, new
        {
            id,
            version,
            details.Name,
            details.Format,
            details.TimeMode,
            share = Share(details),
            details.StartDate,
            details.EndDate,
            writes.Now,
            by,
        }) == 1;
    }

    /// <summary>The programme has come to another part of its life: Recruiting, Ready, Running, Reporting or Closed.</summary>
    public static void Enter(Writes writes, long id, string state, long? by) => writes.Execute("""
        UPDATE programme SET state = @state, version = version + 1, changed_at = @Now, changed_by = @by WHERE id = @id
        """, new { id, state, writes.Now, by });

    private static int Share(ProgrammeDetails details) => details.TimeMode == "FullTime" ? 100 : 25;
}
