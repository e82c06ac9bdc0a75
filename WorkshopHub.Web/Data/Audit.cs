using System.Globalization;
using System.Text.Json;

namespace WorkshopHub.Web.Data;

/// <summary>The audit trail: who did what to which thing, and when. Never a text that somebody wrote.</summary>
public static class Audit
{
    /// <summary>Notes an act inside the command that does it.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="person">Who did it; null for the house itself.</param>
    /// <param name="workshop">In which workshop; null outside one.</param>
    /// <param name="act">What was done, as a short word: hide, next, pair.</param>
    /// <param name="thing">Table of the thing.</param>
    /// <param name="id">Its id.</param>
    /// <param name="programme">In which programme, where neither the workshop nor the thing says it.</param>
    public static void Note(Writes writes, long? person, long? workshop, string act, string thing, object id, long? programme = null) =>
        writes.Execute(
            """
            INSERT INTO audit (at, person_id, workshop_id, act, thing, thing_id, programme_id)
            VALUES (@Now, @person, @workshop, @act, @thing, @id, @programme)
            """,
            new { writes.Now, person, workshop, act, thing, id = Convert.ToString(id, CultureInfo.InvariantCulture), programme });

    /// <summary>Notes the same act on many things in one statement.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="person">Who did it; null for the house itself.</param>
    /// <param name="act">What was done, as a short word.</param>
    /// <param name="thing">Table of the things.</param>
    /// <param name="ids">Their ids.</param>
    public static void NoteAll(Writes writes, long? person, string act, string thing, IReadOnlyCollection<long> ids)
    {
        if (ids.Count > 0)
        {
            writes.Execute(
                """
                INSERT INTO audit (at, person_id, act, thing, thing_id)
                SELECT @Now, @person, @act, @thing, CAST(value AS TEXT) FROM json_each(@ids)
                """,
                new { writes.Now, person, act, thing, ids = JsonSerializer.Serialize(ids) });
        }
    }
}
