using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// Whom a change in a programme gives or takes rights: who comes into a set, moves or leaves, whoever was their supervisor or
/// is it now, who has a role or has it no more. Their open pages are cut off and asked afresh.
/// </summary>
public static class Touched
{
    /// <summary>Makes the change and answers whom it touched.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programme">The programme that is changed.</param>
    /// <param name="change">What is done.</param>
    public static IReadOnlyList<long> By(Writes writes, long programme, Action change)
    {
        var before = All(writes, programme);
        change();
        var after = All(writes, programme);
        return [.. before.Except(after).Concat(after.Except(before)).SelectMany(one => new[] { one.Person, one.Supervisor }).Where(id => id > 0).Distinct()];
    }

    private static List<(long Person, long Supervisor, string Role, long Set)> All(Reads reads, long programme) => [.. reads.Query<(long, long, string, long)>(
        """
        SELECT m.person_id, ifnull(m.supervisor_id, 0), 'Member', m.set_id
        FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme AND m.left_at IS NULL
        UNION ALL
        SELECT person_id, 0, role, ifnull(set_id, 0) FROM role_assignment WHERE programme_id = @programme
        """, new { programme })];
}
