using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>How people sit.</summary>
public enum Mixing
{
    /// <summary>Mixed tables; everybody changes.</summary>
    Mixed,

    /// <summary>One of each set stays at a table, the others move on.</summary>
    OneStays,

    /// <summary>Each set at its own table; each round belongs to one of its members.</summary>
    InSets,
}

/// <summary>The settings of conversation rounds.</summary>
public sealed record RoundsSettings
{
    /// <summary>How people sit.</summary>
    public Mixing Mixing { get; init; }

    /// <summary>How many rounds; in sets there is one for each member instead.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Minutes of a round.</summary>
    public int Minutes { get; init; } = 10;

    /// <summary>Seconds to change places.</summary>
    public int MoveSeconds { get; init; } = 60;

    /// <summary>How many people sit at a table, as far as it comes out even.</summary>
    public int TableSize { get; init; } = 5;

    /// <summary>What holds at the tables, e.g. "Only questions"; may be empty.</summary>
    public string Rule { get; init; } = "";

    /// <summary>From stored JSON; what is missing or out of bounds is the default.</summary>
    public static RoundsSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, JsonSerializerOptions.Web);
        return new RoundsSettings
        {
            Mixing = Enum.TryParse<Mixing>(stored?.Mixing, out var mixing) && Enum.IsDefined(mixing) ? mixing : Mixing.Mixed,
            Rounds = Within(stored?.Rounds, 1, 8, 3),
            Minutes = Within(stored?.Minutes, 1, 60, 10),
            MoveSeconds = Within(stored?.MoveSeconds, 10, 300, 60),
            TableSize = Within(stored?.TableSize, 2, 12, 5),
            Rule = Line.Clean(stored?.Rule) is { Length: <= 80 } rule ? rule : "",
        };

        static int Within(int? value, int from, int to, int otherwise) => value is { } number && number >= from && number <= to ? number : otherwise;
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new Stored(Mixing.ToString(), Rounds, Minutes, MoveSeconds, TableSize, Rule), JsonSerializerOptions.Web);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var rule = Line.Clean(form["seats.rule"]);
        if (rule.Length > 80)
        {
            problems["seats.rule"] = "At most 80 characters: it stands on every wall.";
        }

        var mixing = form["seats.mixing"].ToString();
        var settings = new RoundsSettings
        {
            Mixing = Enum.TryParse<Mixing>(mixing, out var chosen) && Enum.IsDefined(chosen) ? chosen : Mixing.Mixed,
            Rounds = Number("seats.rounds", 1, 8, 3),
            Minutes = Number("seats.minutes", 1, 60, 10),
            MoveSeconds = Number("seats.move", 10, 300, 60),
            TableSize = Number("seats.size", 2, 12, 5),
            Rule = rule,
        };
        if (mixing.Length > 0 && settings.Mixing.ToString() != mixing)
        {
            problems["seats.mixing"] = "Choose one of the three.";
        }

        return new SettingsForm(settings.ToJson(), problems);

        int Number(string name, int from, int to, int otherwise)
        {
            var typed = form[name].ToString().Trim();
            if (typed.Length == 0)
            {
                return otherwise;
            }

            if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to)
            {
                return number;
            }

            problems[name] = $"A number from {from} to {to}.";
            return otherwise;
        }
    }

    private sealed record Stored(string? Mixing, int? Rounds, int? Minutes, int? MoveSeconds, int? TableSize, string? Rule);
}
