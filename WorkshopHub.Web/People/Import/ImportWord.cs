using System.ComponentModel.DataAnnotations;

namespace WorkshopHub.Web.People.Import;

/// <summary>What somebody has decided about a word, as a form sends it.</summary>
public sealed class WordChoice
{
    /// <summary>Make it new.</summary>
    public const string Make = "+";

    /// <summary>Leave the field as it is.</summary>
    public const string Leave = "-";

    /// <summary>The field's key: unit, site or manager.</summary>
    public string? Field { get; set; }

    /// <summary>The word as the file has it.</summary>
    public string? Text { get; set; }

    /// <summary>
    /// For a part or a site <see cref="Make"/>, <see cref="Leave"/>, or = and the name of a known one. For a manager the words
    /// that are meant instead, empty for none.
    /// </summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Choice { get; set; }
}

/// <summary>A part, a site or a manager that the file names and that nobody knows here.</summary>
public sealed class ImportWord
{
    /// <summary>The field's key: unit, site or manager.</summary>
    public required string Field { get; init; }

    /// <summary>The word as the file has it.</summary>
    public required string Text { get; init; }

    /// <summary>What was decided, as <see cref="WordChoice.Choice"/>; null where nothing is.</summary>
    public string? Choice { get; set; }

    /// <summary>A known name that is much like it, or null.</summary>
    public string? Like { get; init; }

    /// <summary>In how many rows it stands.</summary>
    public int Rows { get; set; }

    /// <summary>The row in which it is asked; null where nothing has to be asked.</summary>
    public int? AskedIn { get; set; }

    /// <summary>A known name that a word may mean: shortened, with or without "department", a letter off. Null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known.FirstOrDefault(name => Near.Is(word, name));
}
