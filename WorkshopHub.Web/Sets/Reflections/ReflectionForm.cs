using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>A reflection as typed.</summary>
public sealed class ReflectionForm
{
    /// <summary>Characters of each answer.</summary>
    public const int AnswerMax = 600;

    /// <summary>Characters of what is written in one piece.</summary>
    public const int TextMax = 2000;

    /// <summary>The id, made with the form.</summary>
    public string? Id { get; set; }

    /// <summary>The version that was shown; 0 for a new one.</summary>
    public long Version { get; set; }

    /// <summary>What did we set out to do today?</summary>
    public string? SetOut { get; set; }

    /// <summary>What happened?</summary>
    public string? Happened { get; set; }

    /// <summary>Why the difference?</summary>
    public string? Why { get; set; }

    /// <summary>What will we do otherwise?</summary>
    public string? Otherwise { get; set; }

    /// <summary>How did we ask today?</summary>
    public string? Asking { get; set; }

    /// <summary>In one piece.</summary>
    public string? Text { get; set; }

    /// <summary>The action that it is about.</summary>
    public long? ActionId { get; set; }

    /// <summary>Other words on what is shown already: stay (its readers read them) or back (it is taken back from them); empty where nobody asked.</summary>
    public string? Shown { get; set; }

    /// <summary>What is typed in a field of the set's form.</summary>
    public string? this[string field] => field switch
    {
        nameof(SetOut) => SetOut,
        nameof(Happened) => Happened,
        nameof(Why) => Why,
        nameof(Otherwise) => Otherwise,
        _ => Asking,
    };

    /// <summary>The form of a reflection as it stands; a new one where there is none.</summary>
    public static ReflectionForm Of(Reflection? now) => now is null ? new() { Id = Tokens.New() } : new()
    {
        Id = now.Id,
        Version = now.Version,
        SetOut = now.SetOut,
        Happened = now.Happened,
        Why = now.Why,
        Otherwise = now.Otherwise,
        Asking = now.Asking,
        Text = now.Text,
        ActionId = now.ActionId,
    };

    /// <summary>The texts as they are kept.</summary>
    /// <param name="name">The name under which the page binds the form.</param>
    /// <param name="whole">In one piece, and not question by question.</param>
    /// <exception cref="RefusedException">Something is missing or too long.</exception>
    public Reflection Read(string name, bool whole)
    {
        if (Id is null || !Tokens.IsToken(Id))
        {
            throw new RefusedException($"{name}.Text", "This form is too old. Load the page again.");
        }

        string Fitting(string field, string? text, int most) => SheetForm.Lines(text) is var clean && new StringInfo(clean).LengthInTextElements - most is > 0 and var over
            ? throw new RefusedException($"{name}.{field}", $"{over} too many. Trim a little.") : clean;
        var reflection = whole ? new Reflection { Id = Id, Text = Fitting(nameof(Text), Text, TextMax), ActionId = ActionId } : new Reflection
        {
            Id = Id,
            SetOut = Fitting(nameof(SetOut), SetOut, AnswerMax),
            Happened = Fitting(nameof(Happened), Happened, AnswerMax),
            Why = Fitting(nameof(Why), Why, AnswerMax),
            Otherwise = Fitting(nameof(Otherwise), Otherwise, AnswerMax),
            Asking = Fitting(nameof(Asking), Asking, AnswerMax),
            ActionId = ActionId,
        };
        return reflection.Words.Length > 0 ? reflection
            : throw new RefusedException(whole ? $"{name}.Text" : $"{name}.SetOut", whole ? "Write a sentence first." : "Answer one of them first. One sentence is plenty.");
    }
}
