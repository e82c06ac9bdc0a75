using System.Globalization;
using System.Text;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>The text of a post: cleaned of tricks, counted as people count.</summary>
public static class PostText
{
    /// <summary>How many characters a post may have: grapheme clusters, so that an emoji or é is one.</summary>
    public const int Limit = 280;

    // A person's letter carries two or three marks; a tower of them covers the lines of others.
    private const int MarksOnALetter = 4;
    private const int LineBreaks = 6;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>How long people would say the text is.</summary>
    public static int Count(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>
    /// The text as it is stored: composed, trimmed, without control signs, invisible signs and marks that turn the
    /// direction of what follows. The joiners stay: some scripts and emoji need them.
    /// </summary>
    public static string Clean(string? typed)
    {
        var clean = new StringBuilder();
        var marks = 0;
        var breaks = 0;
        foreach (var rune in (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = isMark ? marks + 1 : 0;
            if (rune.Value == '\n')
            {
                breaks++;
                if (breaks <= LineBreaks && !EndsWith(clean, "\n\n"))
                {
                    clean.Append('\n');
                }
            }
            else if (rune.Value == '\t' || category is UnicodeCategory.SpaceSeparator)
            {
                clean.Append(EndsWith(clean, " ") ? "" : " ");
            }
            else if (marks <= MarksOnALetter && IsSeen(rune, category))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static bool IsSeen(Rune rune, UnicodeCategory category) =>
        rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner
        || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static bool EndsWith(StringBuilder text, string end) =>
        text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;
}
