using System.Text;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>Writes Markdown in which what people wrote stays what they wrote: none of its signs becomes a sign of the text's form.</summary>
public sealed class Markdown
{
    private const string Signs = "\\`*_{}[]<>#|~";
    private readonly StringBuilder _text = new();

    /// <summary>A heading.</summary>
    public Markdown Head(int level, string text)
    {
        _text.Append(_text.Length > 0 ? "\n" : "").Append('#', level).Append(' ').Append(Plain(text)).Append('\n');
        return this;
    }

    /// <summary>A paragraph; nothing where there are no words.</summary>
    public Markdown Say(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _text.Append('\n').Append(Plain(text).Replace("\n", "  \n", StringComparison.Ordinal)).Append('\n');
        }

        return this;
    }

    /// <summary>A list; nothing where it is empty.</summary>
    public Markdown List(IEnumerable<string> lines)
    {
        var first = true;
        foreach (var line in lines)
        {
            _text.Append(first ? "\n" : "").Append("- ").Append(Plain(line).Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
            first = false;
        }

        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        var (start, number) = (true, false); // "3." and "3)" begin a list as well
        foreach (var sign in text)
        {
            if (Signs.Contains(sign, StringComparison.Ordinal) || (start && sign is '-' or '+' or '=') || (number && sign is '.' or ')'))
            {
                plain.Append('\\');
            }

            plain.Append(sign);
            number = char.IsAsciiDigit(sign) && (start || number);
            start = sign == '\n';
        }

        return plain.ToString();
    }
}
