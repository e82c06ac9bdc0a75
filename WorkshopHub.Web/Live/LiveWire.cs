namespace WorkshopHub.Web.Live;

/// <summary>Announces what changed. Said in the handler, after the commit; rendering and sending come behind it.</summary>
public sealed class LiveWire
{
    /// <summary>The piece changed for these audiences. It is rendered once and sent to each of them.</summary>
    public void Changed(Piece piece, params ReadOnlySpan<string> channels)
    {
    }

    /// <summary>
    /// Where these channels stand now, as the value of a region's data-live attribute. Take it before reading the
    /// region's data.
    /// </summary>
    public string Stamp(params ReadOnlySpan<string> channels) => string.Join(' ', channels);
}
