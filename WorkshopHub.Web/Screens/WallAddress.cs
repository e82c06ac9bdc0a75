using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>The one address that people type: never taken from the host of a request.</summary>
/// <param name="Whole">With scheme, without a slash at the end: http://hub.example.</param>
public sealed record WallAddress(string Whole)
{
    /// <summary>The address of this house; empty while none has been chosen.</summary>
    public static WallAddress Of(Reads reads, SiteAddress site) => new((site.Of(reads) ?? "").TrimEnd('/'));

    /// <summary>An address as people type it, without scheme: hub.example/j.</summary>
    public string Typed(string path) => Whole[(Whole.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..] + path;

    /// <summary>An address as a QR holds it best: in upper case.</summary>
    public string Qr(string path) => (Whole + path).ToUpperInvariant();
}
