namespace WorkshopHub.Web.Screens;

/// <summary>A post that only tries the way from a phone to the walls. It stands in no table.</summary>
/// <param name="Id">Has the form of a post's id, so that screens report it as one.</param>
/// <param name="SentAt">When the server took it.</param>
/// <param name="Clock">The same as people read it, e.g. 9:05:07.</param>
public sealed record TestPost(string Id, DateTimeOffset SentAt, string Clock)
{
    /// <summary>How long it stands on the walls.</summary>
    public static readonly TimeSpan Stands = TimeSpan.FromSeconds(20);

    /// <summary>Until when it stands on the walls, Unix milliseconds.</summary>
    public long UntilUnixMs => (SentAt + Stands).ToUnixTimeMilliseconds();
}
