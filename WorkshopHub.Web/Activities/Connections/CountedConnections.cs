using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>When the days after a programme's closing are over, who knows whom is deleted and only its counts stay.</summary>
public sealed class CountedConnections : IForgetting
{
    /// <inheritdoc />
    public void OnClosing(Writes writes, long programme)
    {
        foreach (var activity in writes.Query<long>(
            """
            SELECT DISTINCT c.activity_id FROM connection c
            JOIN activity a ON a.id = c.activity_id
            JOIN workshop w ON w.id = a.workshop_id
            WHERE w.programme_id = @programme ORDER BY c.activity_id DESC
            """, new { programme }).Select(id => Activity.Find(writes, id)).OfType<Activity>())
        {
            CountedCells.Keep(writes, activity);
            var net = Network.Of(
                KnownPerson.Of(writes, activity, activity.Earlier(writes)?.Id), Tie.Of(writes, activity.Id), [.. Tie.Answered(writes, activity.Id)], programme);
            writes.Execute(
                """
                INSERT INTO connection_count (activity_id, answered, possible, known, talked, ring)
                VALUES (@Id, @Answered, @Possible, @Known, @Talked, @Ring) ON CONFLICT DO NOTHING
                """, new { activity.Id, net.Answered, net.Possible, net.Known, net.Talked, net.Ring });
            writes.Execute("DELETE FROM connection WHERE activity_id = @Id", new { activity.Id });
        }

        Audit.Note(writes, null, null, "forget-connections", "programme", programme);
    }

    /// <summary>The counts of an activity, without a picture; null while its answers are there.</summary>
    internal static Network? Of(Reads reads, long activity) => reads.First<Row>(
        "SELECT answered, possible, known, talked, ring FROM connection_count WHERE activity_id = @activity", new { activity }) is { } row
        ? new Network
        {
            Answered = (int)row.Answered,
            Possible = (int)row.Possible,
            Known = (int)row.Known,
            Talked = (int)row.Talked,
            Ring = (int)row.Ring,
        }
        : null;

    private sealed record Row
    {
        public long Answered { get; init; }

        public long Possible { get; init; }

        public long Known { get; init; }

        public long Talked { get; init; }

        public long Ring { get; init; }
    }
}
