using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>The matrix of groups of at least five, as the report told it, kept when who knows whom is deleted: so its figures stay true.</summary>
internal static class CountedCells
{
    /// <summary>The last time.</summary>
    public const string Now = "Now";

    /// <summary>The first time.</summary>
    public const string Then = "Then";

    /// <summary>Keeps what an activity found out, before its rows go. What is kept already stays.</summary>
    public static void Keep(Writes writes, Activity activity)
    {
        if (ConnectionsFinding.Of(writes, activity) is not { } found)
        {
            return;
        }

        Keep(writes, activity.Id, Now, found.Now);
        if (found.Then is { } then)
        {
            Keep(writes, activity.Id, Then, then);
        }
    }

    /// <summary>The groups and cells of a moment; empty where none were told.</summary>
    public static (IReadOnlyList<(string Name, long Place)> Groups, IReadOnlyList<(int From, int To, int Possible, int? Ring)> Cells) Of(
        Reads reads, long activity, string moment)
    {
        var rows = reads.Query<Row>(
            "SELECT from_group, to_group, name, place, possible, ring FROM connection_cell WHERE activity_id = @activity AND moment = @moment ORDER BY from_group, to_group",
            new { activity, moment });
        return (
            [.. rows.DistinctBy(row => row.FromGroup).Select(row => (row.Name, row.Place))],
            [.. rows.Select(row => ((int)row.FromGroup, (int)row.ToGroup, (int)row.Possible, (int?)row.Ring))]);
    }

    private static void Keep(Writes writes, long activity, string moment, NetworkFound found)
    {
        foreach (var cell in found.Cells)
        {
            writes.Execute(
                """
                INSERT INTO connection_cell (activity_id, moment, from_group, to_group, name, place, possible, ring)
                VALUES (@activity, @moment, @From, @To, @Name, @Place, @Possible, @Ring) ON CONFLICT DO NOTHING
                """,
                new { activity, moment, cell.From, cell.To, found.Groups[cell.From].Name, found.Groups[cell.From].Place, cell.Possible, cell.Ring });
        }
    }

    private sealed record Row
    {
        public long FromGroup { get; init; }

        public long ToGroup { get; init; }

        public string Name { get; init; } = "";

        public long Place { get; init; }

        public long Possible { get; init; }

        public long? Ring { get; init; }
    }
}
