using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Live;

/// <summary>
/// A piece of page that open screens show: the element's id, and how to find its present state. It is read and
/// rendered when it is sent, so the newest state wins however often it was announced.
/// </summary>
/// <param name="Id">The DOM id.</param>
/// <param name="Read">Reads the present state in the snapshot of the push.</param>
/// <param name="Calm">Coalesced to at most one push each 150 ms (tallies, presence); otherwise sent at once.</param>
public sealed record Piece(string Id, Func<Reads, PieceState> Read, bool Calm = false);

/// <summary>What a piece is now: a partial to put, or gone.</summary>
public abstract record PieceState
{
    /// <summary>The piece is there and looks like this.</summary>
    /// <param name="Partial">Path of the partial, e.g. ~/Screens/_Title.cshtml.</param>
    /// <param name="Model">The partial's model.</param>
    /// <param name="List">DOM id of the list that it stands in; null where the element always exists.</param>
    /// <param name="SortKey">Its place in that list (ordinal order, newest first).</param>
    public sealed record Put(string Partial, object? Model, string? List = null, string? SortKey = null) : PieceState;

    /// <summary>The piece is no longer there.</summary>
    public sealed record Gone : PieceState;
}
