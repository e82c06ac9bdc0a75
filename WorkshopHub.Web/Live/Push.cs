using System.Text.Json.Serialization;

namespace WorkshopHub.Web.Live;

/// <summary>What a channel's listeners are told: elements to put, elements that are gone, or to get their regions again.</summary>
/// <param name="Channel">The audience.</param>
/// <param name="Epoch">The run of the program.</param>
/// <param name="Seq">Counts up per channel without gaps.</param>
/// <param name="Puts">Elements to put.</param>
/// <param name="Gones">Elements that are gone.</param>
/// <param name="Reread">Something could not be said; the regions of this channel are to be got again.</param>
public sealed record Push(
    [property: JsonPropertyName("c")] string Channel,
    [property: JsonPropertyName("e")] string Epoch,
    [property: JsonPropertyName("s")] long Seq,
    [property: JsonPropertyName("p")] IReadOnlyList<PutMessage>? Puts = null,
    [property: JsonPropertyName("g")] IReadOnlyList<GoneMessage>? Gones = null,
    [property: JsonPropertyName("r")] bool? Reread = null);

/// <summary>An element as it is now.</summary>
/// <param name="List">DOM id of its list, or several separated by blanks of which the page shows one; null: in place.</param>
/// <param name="SortKey">Its place in the list: ordinal, descending.</param>
/// <param name="Id">Its DOM id.</param>
/// <param name="Version">The revision it was read at; later readings of one revision count up in its decimals.</param>
/// <param name="Html">The element.</param>
public sealed record PutMessage(
    [property: JsonPropertyName("l")] string? List,
    [property: JsonPropertyName("k")] string? SortKey,
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("v")] double Version,
    [property: JsonPropertyName("h")] string Html);

/// <summary>An element that is no longer there.</summary>
/// <param name="Id">Its DOM id.</param>
/// <param name="Version">The revision at which it was missing, as for a put.</param>
public sealed record GoneMessage(
    [property: JsonPropertyName("i")] string Id,
    [property: JsonPropertyName("v")] double Version);

/// <summary>Where a connection's channels stand, said every five seconds so that a lost last push is noticed.</summary>
/// <param name="Time">The server's clock, unix milliseconds.</param>
/// <param name="Channels">Epoch and number of each channel.</param>
public sealed record Beat(
    [property: JsonPropertyName("t")] long Time,
    [property: JsonPropertyName("ch")] IReadOnlyDictionary<string, object[]> Channels);

/// <summary>The answer to Watch.</summary>
/// <param name="Time">The server's clock, unix milliseconds.</param>
/// <param name="Me">The participant behind a phone; null for walls and control rooms.</param>
/// <param name="Channels">Epoch and number of each channel.</param>
public sealed record WatchAnswer(
    [property: JsonPropertyName("t")] long Time,
    [property: JsonPropertyName("me")] long? Me,
    [property: JsonPropertyName("channels")] IReadOnlyDictionary<string, object[]> Channels);
