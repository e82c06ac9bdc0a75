namespace WorkshopHub.Web.Shared;

/// <summary>The mark of a set: a shape and a colour that follow from its place in the programme.</summary>
/// <param name="Key">circle, triangle, square, diamond, hexagon or star; the value of data-set.</param>
/// <param name="Outline">Drawn as an outline: the seventh set has the circle again, hollow.</param>
public readonly record struct Mark(string Key, bool Outline)
{
    /// <summary>The symbol of the sprite.</summary>
    public string Symbol => (Outline ? "o-" : "m-") + Key;

    /// <summary>The word for the shape, e.g. Circle.</summary>
    public string Word => char.ToUpperInvariant(Key[0]) + Key[1..];
}

/// <summary>The six marks.</summary>
public static class Marks
{
    private static readonly string[] _keys = ["circle", "triangle", "square", "diamond", "hexagon", "star"];

    /// <summary>The keys in the order of positions.</summary>
    public static IReadOnlyList<string> Keys => _keys;

    /// <summary>The mark of a set.</summary>
    /// <param name="position">The set's place in its programme, from 1. Beyond six the marks repeat as outlines.</param>
    public static Mark For(long position)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(position, 1);
        return new Mark(_keys[(position - 1) % _keys.Length], position > _keys.Length);
    }

    /// <summary>The value of data-set for a set, or null where there is no set.</summary>
    /// <param name="position">The set's place, from 1.</param>
    public static string? Key(long? position) => position is { } place ? For(place).Key : null;
}
