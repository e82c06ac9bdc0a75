using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>Writes workshops: what, when and where.</summary>
public static class WorkshopCommands
{
    /// <summary>Plans a workshop with an empty agenda.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static long Add(Writes writes, long programmeId, WorkshopDetails details, long? by)
    {
        details.Check();
        return writes.Insert("""
            INSERT INTO workshop (programme_id, kind, title, date, starts, ends, place, created_at, created_by, changed_at, changed_by)
            VALUES (@programmeId, @Kind, @Title, @Date, @Starts, @Ends, @Place, @Now, @by, @Now, @by)
            """, new
        {
            programmeId,
            details.Kind,
            details.Title,
            details.Date,
            details.Starts,
            details.Ends,
            details.Place,
            writes.Now,
            by,
        });
    }

    /// <summary>Changes a workshop as the form says. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static bool Change(Writes writes, long id, long version, WorkshopDetails details, long? by)
    {
        details.Check();
        return writes.Execute("""
            UPDATE workshop SET kind = @Kind, title = @Title, date = @Date, starts = @Starts, ends = @Ends, place = @Place,
              version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version
            """, new
        {
            id,
            version,
            details.Kind,
            details.Title,
            details.Date,
            details.Starts,
            details.Ends,
            details.Place,
            writes.Now,
            by,
        }) == 1;
    }
}
