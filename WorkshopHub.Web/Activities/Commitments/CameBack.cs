using System.Globalization;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>What was typed into another form than one's own, and could not be kept: a supervisor's note, the dates of a set.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Typed">What came back.</param>
/// <param name="Again">Whether it can be mended and sent again.</param>
public sealed record CameBack(long Activity, Typed Typed, bool Again)
{
    private static readonly string[] _words = ["title", "text", "why", "notice", "note"];

    /// <summary>The form as it was sent.</summary>
    public Sent Sent { get; } = Sent.Of(Typed.Fields);

    /// <summary>The name of the field for a supervisor's words, or null where the form has none.</summary>
    public string? Note => Sent.Verb switch
    {
        "back" => string.Create(CultureInfo.InvariantCulture, $"note-{Sent.Target}"),
        "noticed" => string.Create(CultureInfo.InvariantCulture, $"noticed-{Sent.Target}"),
        _ => null,
    };

    /// <summary>What the button says that sends it again.</summary>
    public string Button => string.Create(CultureInfo.InvariantCulture, $"{Sent.Again}{Sent.Verb}:{Sent.Target}:{Sent.Version}");

    /// <summary>What stood in a field.</summary>
    public string this[string name] => Typed.Fields[Sent.Prefix + name].FirstOrDefault() ?? "";

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Wrong(string name) => Typed.At(name) ?? Typed.At(Sent.Prefix + name);

    /// <summary>All words of it, where it cannot be sent again.</summary>
    public string Words => Note is { } note ? this[note]
        : string.Join('\n', _words.Select(name => this[name]).Where(text => text.Length > 0));
}
