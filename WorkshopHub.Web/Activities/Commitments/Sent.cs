using System.Globalization;
using System.Text;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>
/// A form of this kind as it was sent. The button names what is done and to what ("agree:12"), since several forms stand on
/// one phone; "again-" before it means the form that came back with a problem, whose fields have other names.
/// </summary>
/// <param name="Fields">The form.</param>
/// <param name="Prefix">What stands before the names of its fields.</param>
/// <param name="Verb">What is done; empty where nothing was said.</param>
/// <param name="Target">What it is done to, or 0.</param>
/// <param name="Version">The version of it that was on the phone, or 0.</param>
public sealed record Sent(IFormCollection Fields, string Prefix, string Verb, long Target, long Version)
{
    /// <summary>What stands before the fields of a form that came back.</summary>
    public const string Again = "again-";

    /// <summary>The characters of one text.</summary>
    public const int Limit = 280;

    /// <summary>Reads a form.</summary>
    public static Sent Of(IFormCollection fields)
    {
        var pressed = fields["do"].FirstOrDefault() ?? "";
        var prefix = pressed.StartsWith(Again, StringComparison.Ordinal) ? Again : "";
        var parts = pressed[prefix.Length..].Split(':');
        return new Sent(fields, prefix, parts[0], Number(parts, 1), Number(parts, 2));
    }

    /// <summary>A field as it was typed, on one line.</summary>
    public string Line(string name) => Data.Line.Clean(Fields[Prefix + name].FirstOrDefault());

    /// <summary>A text of several lines, cleaned of control signs and marks that turn the direction.</summary>
    public string Text(string name)
    {
        var clean = new StringBuilder();
        var breaks = 0;
        foreach (var line in (Fields[Prefix + name].FirstOrDefault() ?? "").ReplaceLineEndings("\n").Split('\n').Select(Data.Line.Clean))
        {
            if (line.Length == 0)
            {
                continue;
            }

            clean.Append(clean.Length == 0 ? "" : breaks++ < 6 ? "\n" : " ").Append(line);
        }

        return clean.ToString();
    }

    /// <summary>The name of a field as the page that sent it knows it.</summary>
    public string Name(string name) => Prefix + name;

    /// <summary>Why a text cannot be kept, or null.</summary>
    public Answered? Wrong(string name, string text, string empty, bool optional = false, int limit = Limit) =>
        text.Length == 0 ? (optional ? null : Answered.Invalid(Name(name), empty))
        : new StringInfo(text).LengthInTextElements is var count && (count > limit || text.Length > limit * 8)
            ? Answered.Invalid(Name(name), $"{count} characters. Keep it to {limit}.") : null;

    private static long Number(string[] parts, int at) =>
        parts.Length > at && long.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
}
