using System.Globalization;

namespace WorkshopHub.Web.Shared;

/// <summary>Something that a workshop left for a set, a problem or a person, as lists show it.</summary>
public sealed record FromWorkshop
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>What it became, see <see cref="CarriedTarget"/>.</summary>
    public string Target { get; init; } = "";

    /// <summary>The words; empty where their owner keeps them.</summary>
    public string Text { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? Due { get; init; }

    /// <summary>Carried, or TakenUp: of what was promised, its owner has told what became of it.</summary>
    public string State { get; init; } = "";

    /// <summary>The name that stands beside it, or null.</summary>
    public string? Who { get; init; }

    /// <summary>The workshop.</summary>
    public long WorkshopId { get; init; }

    /// <summary>The workshop's title.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>The workshop's local date.</summary>
    public string Date { get; init; } = "";

    /// <summary>The set that it belongs to, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>That set's place, or null.</summary>
    public long? SetPosition { get; init; }

    /// <summary>That set's name, or null.</summary>
    public string? SetName { get; init; }

    /// <summary>The problem or other row that it is about, or null.</summary>
    public long? ThingId { get; init; }

    /// <summary>What that is called, or null.</summary>
    public string? Thing { get; init; }

    /// <summary>What it is, in words.</summary>
    public string Phrase => CarriedTarget.Of(Target).Phrase;

    /// <summary>By when, as people write it; null where there is no date.</summary>
    public string? By => Due is null ? null : Day(Due);

    /// <summary>A local date as people write it, e.g. 9 June 2026.</summary>
    public static string Day(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : date;
}
