using System.Text;
using System.Xml;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>Text as XML can carry it: signs that no XML may hold are left out, and everything that people write stays.</summary>
public static class XmlText
{
    /// <summary>The text without control signs and halves of signs; null is empty.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                clean.Append(text[at]).Append(text[++at]);
            }
            else if (!char.IsSurrogate(text[at]) && XmlConvert.IsXmlChar(text[at]))
            {
                clean.Append(text[at]);
            }
        }

        return clean.ToString();
    }
}
