using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>What a facilitator calls a screen: "Front left", "Foyer".</summary>
public static class ScreenName
{
    /// <summary>The longest name, in signs as people count them.</summary>
    public const int Longest = 40;

    /// <summary>The name as it is kept: one line, without invisible signs, blanks trimmed.</summary>
    public static string Clean(string? typed) =>
        string.Join(' ', new string([.. (typed ?? "").Select(Plain).OfType<char>()])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    /// <param name="reads">The snapshot in which it must be free.</param>
    /// <param name="workshopId">Its workshop.</param>
    /// <param name="name">The cleaned name.</param>
    /// <param name="screenId">The screen that may have it already; 0 for a new one.</param>
    public static ScreenOutcome? Wrong(Reads reads, long workshopId, string name, long screenId)
    {
        if (name.Length == 0)
        {
            return ScreenOutcome.Invalid("name", "Give the screen a name, such as “Front left”.");
        }

        if (new StringInfo(name).LengthInTextElements > Longest)
        {
            return ScreenOutcome.Invalid("name", $"At most {Longest} characters, please.");
        }

        var taken = reads.First<long>(
            """
            SELECT count(*) FROM screen
            WHERE workshop_id = @workshopId AND name = @name COLLATE NOCASE AND unpaired_at IS NULL AND id <> @screenId
            """,
            new { workshopId, name, screenId });
        return taken == 0 ? null : ScreenOutcome.Invalid("name", $"There is a screen “{name}” already. Choose another name.");
    }

    private static char? Plain(char sign) => char.GetUnicodeCategory(sign) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator => ' ',
        UnicodeCategory.Format => null,
        _ => sign,
    };
}
