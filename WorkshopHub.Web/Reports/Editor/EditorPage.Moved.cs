using System.Globalization;

namespace WorkshopHub.Web.Reports.Editor;

/// <content>A section that was moved by its buttons: who moves it with the keyboard goes on from there, and hears where it is.</content>
public sealed partial class EditorPage
{
    /// <summary>The section that was moved just now, or null.</summary>
    public string? Moved => HttpMethods.IsGet(Request.Method) && Request.Query["moved"].ToString() is { Length: > 0 } key && Form.Order.Contains(key, StringComparer.Ordinal) ? key : null;

    /// <summary>Where it is now, in a sentence.</summary>
    public string MovedWords => Form.Sections.Index().FirstOrDefault(one => one.Item.Key == Moved) is { Item: { } section, Index: var place }
        ? $"{section.Title} is now {Ordinal(place + 1)} of {Form.Sections.Count}." : "";

    private bool WasUp => Request.Query["by"] == "up";

    /// <summary>Whether a button of a section is the one to go on with: the same again, or at an end of the list the other.</summary>
    public bool IsFocused(string key, int place, bool up) => key == Moved && (place == 0 ? !up : place == Form.Sections.Count - 1 ? up : up == WasUp);

    private static string Ordinal(int place) => place.ToString(CultureInfo.InvariantCulture) + (place switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
