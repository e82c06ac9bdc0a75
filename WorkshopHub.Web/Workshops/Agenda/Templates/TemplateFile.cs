using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>Reads and writes a template as the JSON file that people export, import and mend by hand.</summary>
public static partial class TemplateFile
{
    /// <summary>The most items.</summary>
    public const int ItemsMax = 100;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>As a file.</summary>
    public static string Write(AgendaTemplate template) => JsonSerializer.Serialize(template, _json);

    /// <summary>From a file.</summary>
    /// <exception cref="RefusedException">It is no agenda, or an item is wrong; the message says which and why.</exception>
    public static AgendaTemplate Read(string text)
    {
        AgendaTemplate? read;
        try
        {
            read = JsonSerializer.Deserialize<AgendaTemplate>(text.TrimStart('\uFEFF'), _json);
        }
        catch (JsonException wrong)
        {
            throw Refused($"This is no JSON file of an agenda: line {(wrong.LineNumber ?? 0) + 1} can’t be read{(wrong.Path is { Length: > 1 } path ? $" ({path})" : "")}.");
        }

        if (read is not { Format: AgendaTemplate.FormatWord, Version: 1 } || !text.Contains(AgendaTemplate.FormatWord, StringComparison.Ordinal))
        {
            throw Refused($"This file is no agenda: it should begin with \"format\": \"{AgendaTemplate.FormatWord}\" and \"version\": 1.");
        }

        if (read.Items is not { Count: > 0 and <= ItemsMax })
        {
            throw Refused($"An agenda has 1 to {ItemsMax} items; this one has {read.Items?.Count ?? 0}.");
        }

        if (read.Workshop is not (null or "KickOff" or "MidTerm" or "Final") || read.Programme is not (null or "CommonProblem" or "OwnProblem")
            || !IsClock(read.Starts) || !IsClock(read.Ends))
        {
            throw Refused("The head of the file names a workshop, a programme or a time that can’t be: KickOff, MidTerm or Final; CommonProblem or OwnProblem; 09:00.");
        }

        HashSet<string> keys = [];
        foreach (var (place, item) in read.Items.Index())
        {
            if (WrongIn(item, keys) is { } wrong)
            {
                throw Refused($"Item {place + 1}{(string.IsNullOrWhiteSpace(item?.Title) ? "" : $", “{Line.Clean(item.Title)}”")}: {wrong}");
            }

            if (item.Key is { } key)
            {
                keys.Add(key);
            }
        }

        return read with
        {
            Name = Line.Clean(read.Name),
            Description = Line.Clean(read.Description) is var told && told.Length > 200 ? told[..200] : told,
        };
    }

    private static string? WrongIn(TemplateItem? item, HashSet<string> keys) =>
        item is null ? "it is empty."
        : item.Title is not { } title || Line.Clean(title).Length is 0 or > 120 ? "its title is missing or longer than 120 characters."
        : item.Minutes is < 1 or > ItemDetails.MinutesMax ? $"minutes must be 1 to {ItemDetails.MinutesMax}."
        : item.Kind is not { Length: <= 40 } kind || !Word().IsMatch(kind) ? "its kind is no word such as \"posts\"."
        : item.Prompt is not { Length: <= 1000 } || item.Purpose is not { Length: <= 1000 } || item.Note is not { Length: <= 4000 }
            || item.AdvisorNote is not { Length: <= 4000 } || item.Series is not { Length: <= 60 } ? "a text is missing or too long."
        : item.Roles is null || item.Roles.FirstOrDefault(role => !IsOneOf<Role>(role)) is not null ? "it names a role that doesn’t exist."
        : item.NameMode is { } mode && !IsOneOf<NameMode>(mode) ? $"nameMode can’t be “{Line.Clean(mode)}”."
        : item.Reveal is { } reveal && !IsOneOf<Reveal>(reveal) ? $"reveal can’t be “{Line.Clean(reveal)}”."
        : !IsOneOf<ItemAct>(item.Act) ? "act must be Run, Reveal or Review."
        : item.Act != "Run" && item.Of is null ? "it reveals or reviews something, but \"of\" doesn’t say what."
        : item.Room is < 0 or > 2 ? "room must be 1 or 2, or left out."
        : item.Key is { } key && (key.Length > 60 || keys.Contains(key)) ? $"the key “{Line.Clean(key)}” is used twice or too long."
        : Unknown(item.Of, keys) ?? Unknown(item.Source, keys)
            ?? (item.Settings is { ValueKind: not JsonValueKind.Object } ? "its settings are no object." : null);

    private static string? Unknown(string? reference, HashSet<string> keys) =>
        reference is null || keys.Contains(reference) || Earlier().IsMatch(reference) ? null
            : $"it points to “{Line.Clean(reference)}”, which no item before it has as its key.";

    private static bool IsOneOf<T>(string? word)
        where T : struct, Enum => word is not null && Enum.GetNames<T>().Contains(word, StringComparer.Ordinal);

    private static bool IsClock(string? time) =>
        time is null || TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static RefusedException Refused(string message) => new("File", message);

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Word();

    [GeneratedRegex("^(KickOff|MidTerm|Final):[^:]{1,60}$")]
    private static partial Regex Earlier();
}
