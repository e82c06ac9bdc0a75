using System.Collections.Concurrent;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Workshops.Join;

/// <summary>
/// Tells the phones of known advisors who has come to the door of their sets: at most once a second, however many come.
/// </summary>
public sealed class DoorWatch(JoinLive joins, LiveWire wire, Db db, IHostApplicationLifetime life, ILogger<DoorWatch> log) : IHostedService
{
    private static readonly TimeSpan _pace = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<long, bool> _planned = new();
    private readonly CancellationToken _stop = life.ApplicationStopping;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        joins.PeopleChanged += Came;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        joins.PeopleChanged -= Came;
        return Task.CompletedTask;
    }

    private void Came(long workshop)
    {
        if (_planned.TryAdd(workshop, true))
        {
            _ = TellAsync(workshop);
        }
    }

    private async Task TellAsync(long workshop)
    {
        try
        {
            await Task.Delay(_pace, _stop);
            _planned.TryRemove(workshop, out _);
            foreach (var advisor in await db.ReadAsync(reads => reads.Query<long>(
                """
                SELECT DISTINCT j.id
                FROM participant j
                JOIN device d ON d.participant_id = j.id AND d.revoked_at IS NULL
                JOIN workshop w ON w.id = j.workshop_id
                JOIN role_assignment r ON r.person_id = j.person_id AND r.programme_id = w.programme_id AND r.role = 'Advisor'
                WHERE j.workshop_id = @workshop
                """,
                new { workshop }), _stop))
            {
                wire.Reread(Channels.Participant(advisor));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The program ends.
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            log.LogWarning(problem, "The advisors were not told who is at the door; their phones ask again by themselves.");
        }
    }
}
