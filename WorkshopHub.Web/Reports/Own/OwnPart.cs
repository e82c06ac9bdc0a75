namespace WorkshopHub.Web.Reports.Own;

/// <summary>One kind of thing that somebody wrote.</summary>
/// <param name="Key">Names it in the file.</param>
/// <param name="Title">What stands over it.</param>
/// <param name="Pieces">They, the oldest first.</param>
public sealed record OwnPart(string Key, string Title, IReadOnlyList<OwnPiece> Pieces);

/// <summary>One thing that somebody wrote.</summary>
public sealed record OwnPiece
{
    /// <summary>When (UTC), or the local day of it; empty where neither was kept.</summary>
    public string At { get; init; } = "";

    /// <summary>Where: the programme, the set, the workshop.</summary>
    public string Place { get; init; } = "";

    /// <summary>What it is or how it stands, in a few words; may be empty.</summary>
    public string About { get; init; } = "";

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";
}
