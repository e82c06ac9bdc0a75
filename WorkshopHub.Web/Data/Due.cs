namespace WorkshopHub.Web.Data;

/// <summary>
/// Does what is due: rows with a moment, each done once, soon after its moment or, where the program was down then,
/// soon after it starts again. The moment is the domain's clock; how often is looked is the system's.
/// </summary>
public sealed class Due(Db db, Writer writer, TimeProvider time, IEnumerable<IDueWork> kinds, ILogger<Due> log, DueSoon? soon = null)
    : BackgroundService
{
    private const int AtOnce = 100;

    private readonly Dictionary<string, IDueWork> _kinds = kinds.ToDictionary(kind => kind.Kind, StringComparer.Ordinal);
    private readonly Dictionary<long, DateTimeOffset> _notBefore = [];

    /// <summary>How often is looked for due work.</summary>
    internal TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long work that failed waits.</summary>
    internal static TimeSpan Rest { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Plans work. A thing has one undone row of a kind: planning it again moves the moment.</summary>
    public static void Plan(Writes writes, string kind, long thing, DateTimeOffset at) => writes.Execute("""
        INSERT INTO due (kind, thing_id, due_at) VALUES (@kind, @thing, @at)
        ON CONFLICT (kind, thing_id) WHERE done_at IS NULL DO UPDATE SET due_at = excluded.due_at
        """, new { kind, thing, at = Utc.Text(at) });

    /// <summary>Whether work of a kind is planned for a thing, and not done yet.</summary>
    public static bool IsPlanned(Reads reads, string kind, long thing) =>
        reads.First<long?>("SELECT 1 FROM due WHERE kind = @kind AND thing_id = @thing AND done_at IS NULL", new { kind, thing }) is not null;

    /// <summary>When work of a kind is planned for a thing (UTC), or null where none is, or it is done.</summary>
    public static string? When(Reads reads, string kind, long thing) =>
        reads.First<string>("SELECT due_at FROM due WHERE kind = @kind AND thing_id = @thing AND done_at IS NULL", new { kind, thing });

    /// <summary>Takes planned work back; what is done stays done.</summary>
    public static void Cancel(Writes writes, string kind, long thing) => writes.Execute(
        "DELETE FROM due WHERE kind = @kind AND thing_id = @thing AND done_at IS NULL", new { kind, thing });

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_kinds.Count == 0)
        {
            return;
        }

        do
        {
            try
            {
                await DoAsync(stoppingToken);
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(problem, "Due work could not be looked for; it is tried again.");
            }
        }
        while (await RestAsync(stoppingToken));
    }

    /// <summary>Waits until it is time to look again, or somebody says that there is something.</summary>
    private async Task<bool> RestAsync(CancellationToken stop)
    {
        if (soon is null)
        {
            await Task.Delay(Interval, stop);
        }
        else
        {
            await soon.WaitAsync(Interval, stop);
        }

        return !stop.IsCancellationRequested;
    }

    /// <summary>Does everything that is due now.</summary>
    private async Task DoAsync(CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var resting = _notBefore.Where(rest => rest.Value > now).Select(rest => rest.Key).ToList();
        IReadOnlyList<DueRow> rows;
        do
        {
            rows = await db.ReadAsync(
                reads => reads.Query<DueRow>("""
                    SELECT id, kind, thing_id FROM due
                    WHERE done_at IS NULL AND due_at <= @now AND kind IN @known AND id NOT IN @resting
                    ORDER BY due_at, id LIMIT @AtOnce
                    """, new { now = Utc.Text(now), known = _kinds.Keys, resting, AtOnce }),
                stop);
            foreach (var row in rows)
            {
                if (!await TryDoAsync(row, stop))
                {
                    _notBefore[row.Id] = now + Rest;
                    resting.Add(row.Id);
                }
            }
        }
        while (rows.Count == AtOnce);
    }

    private async Task<bool> TryDoAsync(DueRow row, CancellationToken stop)
    {
        var work = _kinds[row.Kind];
        try
        {
            var done = await writer.RunAsync(
                writes =>
                {
                    var mine = writes.Execute(
                        "UPDATE due SET done_at = @Now WHERE id = @Id AND done_at IS NULL AND due_at <= @Now",
                        new { writes.Now, row.Id }) > 0;
                    if (mine)
                    {
                        work.Do(writes, row.ThingId);
                    }

                    return mine;
                },
                stop);
            _notBefore.Remove(row.Id);
            if (done)
            {
                await work.TellAsync(row.ThingId, stop);
            }

            return true;
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogError(problem, "Due work {Kind} of {Thing} failed.", row.Kind, row.ThingId);
            return false;
        }
    }

    private sealed record DueRow
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public long ThingId { get; init; }
    }
}
