using System.Globalization;
using System.Text;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>A sheet as typed.</summary>
public sealed class SheetForm
{
    /// <summary>Characters of a progress note.</summary>
    public const int NoteMax = 600;

    /// <summary>Characters of a learning, as of every post.</summary>
    public const int LearningMax = 280;

    /// <summary>The id, made with the form.</summary>
    public string? Id { get; set; }

    /// <summary>The version that was shown; 0 for a new one.</summary>
    public long Version { get; set; }

    /// <summary>Progress, Learning or Door.</summary>
    public string? Kind { get; set; }

    /// <summary>The phase.</summary>
    public string? Phase { get; set; }

    /// <summary>The light.</summary>
    public string? Light { get; set; }

    /// <summary>The words.</summary>
    public string? Text { get; set; }

    /// <summary>What help is wanted.</summary>
    public string? HelpWanted { get; set; }

    /// <summary>Which door.</summary>
    public string? Title { get; set; }

    /// <summary>Who is to open it.</summary>
    public long? AskedOf { get; set; }

    /// <summary>By when.</summary>
    public string? NeededBy { get; set; }

    /// <summary>The form of a new sheet.</summary>
    public static SheetForm New(string kind) => new() { Id = Tokens.New(), Kind = kind };

    /// <summary>The form of a sheet as it stands.</summary>
    public static SheetForm Of(Sheet sheet) => new()
    {
        Id = sheet.Id,
        Version = sheet.Version,
        Kind = sheet.Kind,
        Phase = sheet.Phase,
        Light = sheet.Light,
        Text = sheet.Text,
        HelpWanted = sheet.HelpWanted,
        Title = sheet.Title,
        AskedOf = sheet.AskedOf,
        NeededBy = sheet.NeededBy,
    };

    /// <summary>Whether two sheets say the same.</summary>
    public static bool Same(Sheet one, Sheet other) =>
        (one.Phase, one.Light, one.Text, one.HelpWanted, one.Title, one.AskedOf, one.NeededBy)
        == (other.Phase, other.Light, other.Text, other.HelpWanted, other.Title, other.AskedOf, other.NeededBy);

    /// <summary>Several lines as they are kept.</summary>
    public static string Lines(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Line.Clean)).Trim().Normalize(NormalizationForm.FormC);

    /// <summary>What is typed, as a sheet.</summary>
    /// <exception cref="RefusedException">Something is missing or too long.</exception>
    public Sheet Read(Reads reads, long set)
    {
        if (Id is null || !Tokens.IsToken(Id) || Kind is not ("Progress" or "Learning" or "Door"))
        {
            throw new RefusedException("Form", "This form is too old. Load the page again.");
        }

        return Kind switch { "Progress" => Note(), "Learning" => Learning(), _ => Door(reads, set) };
    }

    private Sheet Note()
    {
        var (wrong, light) = (new Refusals(), Leaves.Light.Of(Light)?.Key);
        wrong.If(light is null, "Progress.Light", "How do you see yourselves? One of the three.");
        var text = Fitting(wrong, "Progress.Text", Lines(Text), NoteMax, "Say in your words where you stand.");
        var help = Fitting(wrong, "Progress.HelpWanted", Line.Clean(HelpWanted), LearningMax, "");
        wrong.Throw();
        return new Sheet
        {
            Id = Id!,
            Kind = "Progress",
            Phase = Phase is "Study" or "Develop" or "Implement" ? Phase : null,
            Light = light,
            Text = text,
            HelpWanted = help,
        };
    }

    private Sheet Learning()
    {
        var wrong = new Refusals();
        var text = Fitting(wrong, "Learning.Text", Lines(Text), LearningMax, "What happened, and what do you take from it?");
        wrong.Throw();
        return new Sheet { Id = Id!, Kind = "Learning", Text = text };
    }

    private Sheet Door(Reads reads, long set)
    {
        var wrong = new Refusals();
        var title = Fitting(wrong, "Door.Title", Line.Clean(Title), DoorCommands.TitleMax, "Which door? A short name; the wall of a workshop may show it.");
        var text = Fitting(wrong, "Door.Text", Lines(Text), NoteMax, "");
        wrong.If(Opener.Of(reads, set).All(one => one.PersonId != AskedOf), "Door.AskedOf", "Choose whom you ask.");
        var by = (NeededBy ?? "").Trim();
        var day = LocalDay.Read(by);
        wrong.If(by.Length > 0 && day is null, "Door.NeededBy", "A date, or nothing.");
        var today = reads is Writes writes ? LocalDay.Today(reads, Utc.Parse(writes.Now)) : DateOnly.MinValue;
        wrong.If(
            day <= today, "Door.NeededBy",
            $"{(day == today ? "That is today" : day == today.AddDays(-1) ? "That was yesterday" : "That day is past")}. Choose a day from tomorrow on.");
        wrong.Throw();
        return new Sheet { Id = Id!, Kind = "Door", Title = title, Text = text, AskedOf = AskedOf, NeededBy = by.Length > 0 ? by : null };
    }

    private static string Fitting(Refusals wrong, string field, string text, int most, string missing)
    {
        var over = new StringInfo(text).LengthInTextElements - most;
        wrong.If(text.Length == 0 && missing.Length > 0, field, missing);
        wrong.If(over > 0, field, $"{over} too many. Trim a little.");
        return text;
    }
}
