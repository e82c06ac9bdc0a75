using System.Globalization;
using System.Text;

namespace WorkshopHub.Web.Data;

/// <summary>Texts of one line as they are kept: names, titles, places.</summary>
public static class Line
{
    /// <summary>Trimmed, blanks made one, and without control signs and marks that turn the direction of other text.</summary>
    public static string Clean(string? text)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value is 0x200C or 0x200D)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim().Normalize();
    }
}
