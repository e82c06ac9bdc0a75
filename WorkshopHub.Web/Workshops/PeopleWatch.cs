using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops;

/// <summary>Tells the control rooms whenever somebody joins, leaves, falls behind or comes back.</summary>
public sealed class PeopleWatch(Presence presence, JoinLive joins, WorkshopsLive live) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        presence.Changed += live.PeopleChanged;
        joins.PeopleChanged += live.PeopleChanged;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        presence.Changed -= live.PeopleChanged;
        joins.PeopleChanged -= live.PeopleChanged;
        return Task.CompletedTask;
    }
}
