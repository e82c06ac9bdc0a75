using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// Sharing is an act on one item with a named audience. A person's own item is shown by its owner; the set's own when a second
/// person of it, or its advisor, says yes. It can be withdrawn; that it was shown, with whom and when, stays in the audit, never
/// a text.
/// </summary>
public static class Sharing
{
    /// <summary>Shows an item, or asks for the second yes. False where it stands already, or belongs to somebody else.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="kind">What it is, e.g. Reflection.</param>
    /// <param name="thing">The item's id.</param>
    /// <param name="set">The set.</param>
    /// <param name="owner">Whose it is; null for the set's own.</param>
    /// <param name="audience">The key of an <see cref="ShownTo"/>.</param>
    /// <param name="me">Who shows it.</param>
    /// <exception cref="RefusedException">There is no such audience, or it is too early for it.</exception>
    public static bool Give(Writes writes, string kind, string thing, long set, long? owner, string? audience, long me)
    {
        if (ShownTo.Of(audience) is null)
        {
            throw new RefusedException("Audience", "Choose to whom you show it.");
        }

        if (audience == "Organisation" && !Moments.Of(writes, writes.First<long>("SELECT programme_id FROM sets WHERE id = @set", new { set })).AtFinal)
        {
            throw new RefusedException("Audience", "The whole organisation reads it from the final on, and not before.");
        }

        if (owner is not null && owner != me)
        {
            return false;
        }

        var own = owner is not null;
        var supervisor = audience == "Supervisor" ? SupervisorOf(writes, set, me) : null;
        if (audience == "Supervisor")
        {
            // What the one before was shown is over; this one is shown it now.
            writes.Execute(
                """
                UPDATE share SET withdrawn_by = @me, withdrawn_at = @Now
                WHERE kind = @kind AND thing_id = @thing AND audience = 'Supervisor' AND owner_id = @me AND withdrawn_at IS NULL AND supervisor_id IS NOT @supervisor
                """, new { kind, thing, me, supervisor, writes.Now });
        }

        var given = writes.Execute(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at, supervisor_id)
            VALUES (@set, @kind, @thing, @owner, @audience, @me, @Now, CASE WHEN @own THEN @Now END, @supervisor)
            ON CONFLICT DO NOTHING
            """, new { set, kind, thing, owner, audience, me, own, supervisor, writes.Now }) == 1;
        if (given && own)
        {
            Note(writes, me, audience!, kind, thing);
        }

        return given;
    }

    /// <summary>The second yes. False where it waits no longer, or where it is the one who asked.</summary>
    public static bool Confirm(Writes writes, long set, long share, long me)
    {
        if (Share.Find(writes, share) is not { } found || writes.Execute(
            """
            UPDATE share SET confirmed_by = @me, shared_at = @Now
            WHERE id = @share AND set_id = @set AND owner_id IS NULL AND shared_at IS NULL AND withdrawn_at IS NULL AND asked_by <> @me
            """, new { share, set, me, writes.Now }) == 0)
        {
            return false;
        }

        Note(writes, me, found.Audience, found.Kind, found.ThingId);
        return true;
    }

    /// <summary>Takes back what is shown, or what waits: anybody of the set what is the set's, its owner what is theirs.</summary>
    public static bool Withdraw(Writes writes, long set, long share, long me)
    {
        if (Share.Find(writes, share) is not { } found || writes.Execute(
            """
            UPDATE share SET withdrawn_by = @me, withdrawn_at = @Now
            WHERE id = @share AND set_id = @set AND withdrawn_at IS NULL AND (owner_id IS NULL OR owner_id = @me)
            """, new { share, set, me, writes.Now }) == 0)
        {
            return false;
        }

        if (found.IsShown)
        {
            Audit.Note(writes, me, null, "withdraw-share", found.Kind.ToLowerInvariant(), found.ThingId);
        }

        return true;
    }

    /// <summary>Takes back all that is shown of an item, or waits to be: it was thrown away, or reads otherwise now.</summary>
    public static void Withdraw(Writes writes, string kind, string thing, long me)
    {
        var shown = writes.Execute(
            "UPDATE share SET withdrawn_by = @me, withdrawn_at = @Now WHERE kind = @kind AND thing_id = @thing AND withdrawn_at IS NULL",
            new { kind, thing, me, writes.Now });
        if (shown > 0)
        {
            Audit.Note(writes, me, null, "withdraw-share", kind.ToLowerInvariant(), thing);
        }
    }

    private static long? SupervisorOf(Reads reads, long set, long person) =>
        reads.First<long?>("SELECT supervisor_id FROM membership WHERE set_id = @set AND person_id = @person AND left_at IS NULL", new { set, person });

    private static void Note(Writes writes, long me, string audience, string kind, string thing) =>
        Audit.Note(writes, me, null, $"share-with-{audience.ToLowerInvariant()}", kind.ToLowerInvariant(), thing);
}
