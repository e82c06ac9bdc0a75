using System.Net;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>The one address that people type: never taken from the host of a request.</summary>
/// <param name="Whole">With scheme, without a slash at the end: http://hub.example.</param>
public sealed record WallAddress(string Whole)
{
    /// <summary>
    /// Whether a phone can reach it: one has been chosen, and it is not this machine's name for itself. Otherwise no QR is
    /// shown, but what to do.
    /// </summary>
    public bool Reaches => Uri.TryCreate(Whole, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && !uri.IsLoopback
        && !(IPAddress.TryParse(uri.Host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));

    /// <summary>The address of this house; empty while none has been chosen.</summary>
    public static WallAddress Of(Reads reads, SiteAddress site) => new((site.Of(reads) ?? "").TrimEnd('/'));

    /// <summary>An address as people type it, without scheme: hub.example/j.</summary>
    public string Typed(string path) => Whole[(Whole.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..] + path;

    /// <summary>An address as a QR holds it best: in upper case.</summary>
    public string Qr(string path) => (Whole + path).ToUpperInvariant();
}
