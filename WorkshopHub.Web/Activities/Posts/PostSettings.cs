using System.Globalization;
using System.Text.Json;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>What a post is. Question and Request pull knowledge; there is no broadcast.</summary>
public enum PostKind
{
    /// <summary>What happened, and what I take from it.</summary>
    Learning,

    /// <summary>What I would like to know.</summary>
    Question,

    /// <summary>What I can give.</summary>
    Offer,

    /// <summary>What I need.</summary>
    Request,
}

/// <summary>The settings of a posts activity.</summary>
public sealed record PostSettings
{
    /// <summary>What may be posted; at least one.</summary>
    public IReadOnlyList<PostKind> Kinds { get; init; } = Enum.GetValues<PostKind>();

    /// <summary>Posts wait for the facilitator before they show.</summary>
    public bool ApproveFirst { get; init; }

    /// <summary>How many posts a person may make; 0 = as many as they like.</summary>
    public int Limit { get; init; }

    /// <summary>Each may name a problem of the programme; walls have a column for each problem, where it offers any.</summary>
    public bool ByProblem { get; init; }

    /// <summary>Roles that write nothing and read along, since they answer aloud.</summary>
    public IReadOnlyList<Role> Readers { get; init; } = [];

    /// <summary>Greyed example in the empty field.</summary>
    public string Hint { get; init; } = "One thing, in your own words";

    /// <summary>From stored JSON.</summary>
    public static PostSettings Parse(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json) ?? new Stored(null, false, 0, null, false, null);
        return new PostSettings
        {
            Kinds = stored.Kinds is null ? Enum.GetValues<PostKind>() : [.. stored.Kinds.Select(Enum.Parse<PostKind>)],
            ApproveFirst = stored.ApproveFirst,
            Limit = stored.Limit,
            Hint = stored.Hint ?? new PostSettings().Hint,
            ByProblem = stored.ByProblem,
            Readers = [.. (stored.Readers ?? []).Where(word => Enum.TryParse<Role>(word, out _)).Select(Enum.Parse<Role>)],
        };
    }

    /// <summary>As JSON to store.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new Stored([.. Kinds.Select(kind => kind.ToString())], ApproveFirst, Limit, Hint, ByProblem, [.. Readers.Select(role => role.ToString())]));

    /// <summary>Reads the fields of _Settings.cshtml.</summary>
    public static SettingsForm Read(IFormCollection form)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var kinds = form["posts.kinds"].Where(word => Enum.TryParse<PostKind>(word, out _))
            .Select(word => Enum.Parse<PostKind>(word!)).Distinct().Order().ToList();
        if (kinds.Count == 0)
        {
            problems["posts.kinds"] = "Choose at least one: what may people post?";
        }

        var typed = form["posts.limit"].ToString().Trim();
        var isNumber = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit <= 50;
        if (typed.Length > 0 && !isNumber)
        {
            problems["posts.limit"] = "Type a number up to 50, or leave it empty for no limit.";
        }

        var settings = new PostSettings
        {
            Kinds = kinds,
            ApproveFirst = form["posts.approveFirst"].ToString() == "true",
            Limit = isNumber ? limit : 0,
            Hint = form["posts.hint"].ToString().Trim(),
            ByProblem = form["posts.byProblem"].ToString() == "true",
            Readers = [.. form["posts.readers"].Where(word => Enum.TryParse<Role>(word, out _)).Select(word => Enum.Parse<Role>(word!)).Distinct().Order()],
        };
        return new SettingsForm(settings.ToJson(), problems);
    }

    private sealed record Stored(IReadOnlyList<string>? Kinds, bool ApproveFirst, int Limit, string? Hint, bool ByProblem, IReadOnlyList<string>? Readers);
}
