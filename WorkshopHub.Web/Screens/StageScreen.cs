namespace WorkshopHub.Web.Screens;

/// <summary>The row of a paired screen.</summary>
public sealed record StageScreen
{
    /// <summary>The screen.</summary>
    public long Id { get; init; }

    /// <summary>Its workshop.</summary>
    public long WorkshopId { get; init; }

    /// <summary>What the facilitator calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Follow, or what it is held on.</summary>
    public ScreenLayout Layout { get; init; }

    /// <summary>The post of its spotlight.</summary>
    public string? PostId { get; init; }

    /// <summary>Whether it is black.</summary>
    public bool Blank { get; init; }

    /// <summary>Whether it keeps what it shows.</summary>
    public bool Frozen { get; init; }

    /// <summary>Since when it keeps it, as the file has it; null while it does not.</summary>
    public string? FrozenAt { get; init; }

    /// <summary>What it was held on before the spotlight; null where it has none.</summary>
    public ScreenLayout? HeldBefore { get; init; }

    /// <summary>The item that stands beside what is now where it is split; null for the newest earlier one.</summary>
    public long? SplitItem { get; init; }

    /// <summary>Light or Dark.</summary>
    public string Theme { get; init; } = "Light";

    /// <summary>The room that it stands in, 1 or 2: what it follows while there are two.</summary>
    public long Room { get; init; } = 1;

    /// <summary>The set on whose table it stands as a tablet; null for a wall.</summary>
    public long? TableSet { get; init; }

    /// <summary>JSON list of the sets that it shows; empty means all.</summary>
    public string Sets { get; init; } = "[]";

    /// <summary>Raised by each act on it.</summary>
    public long Version { get; init; }

    /// <summary>The value of data-theme: light or dark.</summary>
    public string ThemeName => Theme == "Dark" ? "dark" : "light";
}
