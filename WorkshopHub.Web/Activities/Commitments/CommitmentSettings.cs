using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Commitments;

/// <summary>What people commit themselves to.</summary>
public enum CommitmentMode
{
    /// <summary>A member's developmental goal, talked over with the supervisor in pairs.</summary>
    Goal,

    /// <summary>What supervisors, clients, champions and the sponsor will do.</summary>
    WhatIWillDo,

    /// <summary>Each member's first action, and the dates of the set's first two meetings.</summary>
    Action,

    /// <summary>Self-rating of the goal.</summary>
    Rating,

    /// <summary>For ninety days, with a witness from another set.</summary>
    NinetyDays,

    /// <summary>Until the final workshop.</summary>
    ToFinal,

    /// <summary>A member's own problem or opportunity, confirmed by the supervisor (own-problem programmes).</summary>
    Problem,
}

/// <summary>Who countersigns a member's commitment.</summary>
public enum Countersign
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>The member's supervisor.</summary>
    Supervisor,

    /// <summary>The client of the member's set.</summary>
    Client,

    /// <summary>The champion of the member's set.</summary>
    Champion,
}

/// <summary>The settings of a commitment activity.</summary>
public sealed record CommitmentSettings
{
    /// <summary>What people commit themselves to.</summary>
    public CommitmentMode Mode { get; init; } = CommitmentMode.NinetyDays;

    /// <summary>Who countersigns a member's commitment.</summary>
    public Countersign Countersign { get; init; }

    /// <summary>Minutes of each talk in pairs.</summary>
    public int TalkMinutes { get; init; } = 10;

    /// <summary>Where the talks are, e.g. at the member's table; empty where nothing is said.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether a member writes about themselves (goal, rating, problem) rather than to others.</summary>
    public bool IsOfMembers => Mode is CommitmentMode.Goal or CommitmentMode.Rating or CommitmentMode.Problem;

    /// <summary>Whether commitments of this mode have somebody who asks about them.</summary>
    public bool HasWitness => Mode is CommitmentMode.NinetyDays or CommitmentMode.ToFinal;

    /// <summary>From stored JSON.</summary>
    public static CommitmentSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, _options);
        return new CommitmentSettings
        {
            Mode = Enum.TryParse<CommitmentMode>(stored?.Mode, out var mode) ? mode : CommitmentMode.NinetyDays,
            Countersign = Enum.TryParse<Countersign>(stored?.Countersign, out var by) ? by : Countersign.Nobody,
            TalkMinutes = stored?.TalkMinutes is > 0 and <= 60 and { } minutes ? minutes : 10,
            Place = stored?.Place ?? "",
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() =>
        JsonSerializer.Serialize(new Stored(Mode.ToString(), Countersign.ToString(), TalkMinutes, Place), _options);

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Enum.TryParse<CommitmentMode>(form["commitment.mode"], out var mode) || !Enum.IsDefined(mode))
        {
            problems["commitment.mode"] = "Choose what people commit themselves to.";
            mode = CommitmentMode.NinetyDays;
        }

        var minutes = form["commitment.talkMinutes"].ToString() is { Length: > 0 } typed
            ? int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1 : 10;
        if (minutes is < 1 or > 60)
        {
            problems["commitment.talkMinutes"] = "A number of minutes from 1 to 60.";
        }

        var place = Line.Clean(form["commitment.place"]);
        if (place.Length > 60)
        {
            problems["commitment.place"] = $"{place.Length} characters. Keep it to 60, so that it fits on a phone.";
        }

        return new SettingsForm(
            new CommitmentSettings
            {
                Mode = mode,
                Countersign = Enum.TryParse<Countersign>(form["commitment.countersign"], out var by) && Enum.IsDefined(by) ? by : Countersign.Nobody,
                TalkMinutes = minutes,
                Place = place,
            }.ToJson(), problems);
    }

    private static readonly JsonSerializerOptions _options = new() { PropertyNameCaseInsensitive = true };

    private sealed record Stored(string? Mode, string? Countersign, int? TalkMinutes, string? Place);
}
