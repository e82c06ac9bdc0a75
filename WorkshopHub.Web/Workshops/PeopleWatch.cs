using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops;

/// <summary>Tells the control rooms whenever somebody joins, leaves, falls behind or comes back.</summary>
public sealed class PeopleWatch(Presence presence, JoinLive joins, WorkshopsLive live, ScreensLive screens) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        presence.Changed += Reached;
        joins.PeopleChanged += Came;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        presence.Changed -= Reached;
        joins.PeopleChanged -= Came;
        return Task.CompletedTask;
    }

    private void Reached(long workshop)
    {
        live.PeopleChanged(workshop);
        live.ScreensChanged(workshop);
        screens.Presence(workshop);
    }

    private void Came(long workshop)
    {
        live.PeopleChanged(workshop);
        screens.Presence(workshop);
    }
}
