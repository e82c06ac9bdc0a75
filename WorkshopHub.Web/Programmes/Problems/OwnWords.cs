using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>What a member says about the own problem or opportunity, cleaned.</summary>
public sealed record OwnWords
{
    /// <summary>The longest of the short answers, in characters.</summary>
    public const int TextMax = 600;

    /// <summary>The longest account of what happens, in characters.</summary>
    public const int DescriptionMax = 1000;

    /// <summary>What it is called.</summary>
    public string? Title { get; init => field = Line.Clean(value); } = "";

    /// <summary>What happens, and to whom.</summary>
    public string? Description { get; init => field = Line.Clean(value); } = "";

    /// <summary>Why it matters.</summary>
    public string? WhyItMatters { get; init => field = Line.Clean(value); } = "";

    /// <summary>What the member can't see yet.</summary>
    public string? CannotSee { get; init => field = Line.Clean(value); } = "";

    /// <summary>What has been tried.</summary>
    public string? Tried { get; init => field = Line.Clean(value); } = "";

    /// <summary>What the member would call a success.</summary>
    public string? SuccessLooksLike { get; init => field = Line.Clean(value); } = "";

    /// <summary>Each answer with its name and its question.</summary>
    public IReadOnlyList<(string Field, string Question, string Words)> Each =>
    [
        ("Own.Title", "What it is called", Title!), ("Own.Description", "The problem or opportunity", Description!),
        ("Own.WhyItMatters", "Why it matters", WhyItMatters!), ("Own.CannotSee", "What I can’t see yet", CannotSee!),
        ("Own.Tried", "What has been tried", Tried!), ("Own.SuccessLooksLike", "What I would call a success", SuccessLooksLike!),
    ];

    /// <summary>Refuses what can't be kept, and what can't be sent.</summary>
    /// <exception cref="RefusedException">A text is missing or too long.</exception>
    public void Check(bool send)
    {
        var wrong = new Refusals();
        foreach (var (field, _, words) in Each)
        {
            var most = field switch { "Own.Title" => ProblemDetails.TitleMax, "Own.Description" => DescriptionMax, _ => TextMax };
            var length = new StringInfo(words).LengthInTextElements;
            wrong.If(length > most, field, $"{length} characters. Keep it to {most}.");
        }

        wrong.If(Title!.Length == 0, "Own.Title", "Give the problem/opportunity a short name.");
        wrong.If(send && Description!.Length == 0, "Own.Description", "What happens, and to whom? Two or three sentences.");
        wrong.If(send && WhyItMatters!.Length == 0, "Own.WhyItMatters", "Why does it matter? One sentence.");
        wrong.Throw();
    }
}
