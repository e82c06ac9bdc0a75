using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Live;

/// <summary>Bounds how often one connection may call; one that goes on is closed.</summary>
internal sealed class LiveLimits(Connections connections) : IHubFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (connections.Find(invocationContext.Context.ConnectionId)?.MayCall(TimeProvider.System.GetUtcNow()) is true)
        {
            return next(invocationContext);
        }

        invocationContext.Context.Abort();
        throw new HubException("too often");
    }
}
