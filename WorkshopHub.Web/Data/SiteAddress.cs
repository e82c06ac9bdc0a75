namespace WorkshopHub.Web.Data;

/// <summary>
/// The one address of this house, for QR codes, walls and invitations; never taken from the request's host. What the
/// program was started with goes before what was chosen on the set-up page.
/// </summary>
public sealed class SiteAddress(IConfiguration configuration)
{
    /// <summary>What the program was started with, or null.</summary>
    public string? Fixed => configuration[Settings.SiteAddress] is { Length: > 0 } given ? given.TrimEnd('/') : null;

    /// <summary>The address without a slash at the end, e.g. http://hub.wendmere, or null where none is chosen yet.</summary>
    public string? Of(Reads reads) => Fixed ?? Settings.Get(reads, Settings.SiteAddress);
}
