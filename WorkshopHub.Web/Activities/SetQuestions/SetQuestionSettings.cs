using System.Globalization;
using System.Text.Json;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>The settings of questions between sets.</summary>
public sealed record SetQuestionSettings
{
    /// <summary>How many questions every set should get, 1 to 9.</summary>
    public int Least { get; init; } = 3;

    /// <summary>Characters of a question and of an answer, 160 to 280.</summary>
    public int Longest { get; init; } = 280;

    /// <summary>Greyed example in the empty field.</summary>
    public string Hint { get; init; } = "Ask what you do not know yet";

    /// <summary>From stored JSON.</summary>
    public static SetQuestionSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web);
        return new SetQuestionSettings
        {
            Least = stored?.Least is >= 1 and <= 9 and var least ? least : 3,
            Longest = stored?.Longest is >= 160 and <= 280 and var longest ? longest : 280,
            Hint = stored?.Hint ?? new SetQuestionSettings().Hint,
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Stored(Least, Longest, Hint), JsonSerializerOptions.Web);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new SetQuestionSettings
        {
            Least = Number("setquestion.least", 1, 9, 3),
            Longest = Number("setquestion.longest", 160, 280, 280),
            Hint = form["setquestion.hint"].ToString().Trim(),
        };
        return new SettingsForm(settings.ToJson(), problems);

        int Number(string name, int from, int to, int otherwise)
        {
            var typed = form[name].ToString().Trim();
            if (typed.Length > 0 && !(int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out otherwise)
                && otherwise >= from && otherwise <= to))
            {
                problems[name] = $"A number from {from} to {to}.";
                return from;
            }

            return otherwise;
        }
    }

    private sealed record Stored(int? Least, int? Longest, string? Hint);
}
