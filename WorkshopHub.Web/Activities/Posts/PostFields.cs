using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Posts;

/// <summary>The fields of a post, in the stage of a phone and where one's own is changed.</summary>
/// <param name="Settings">The activity's settings.</param>
/// <param name="Problems">The problems that a post may name; empty where it names none.</param>
/// <param name="Typed">What stands in them, or null.</param>
/// <param name="Form">The form that they belong to by their attribute; null where they stand in it.</param>
public sealed record PostFields(PostSettings Settings, IReadOnlyList<ProblemRow> Problems, Typed? Typed, string? Form)
{
    /// <summary>DOM id of the field.</summary>
    public string Id => Form is null ? "change-text" : "text";

    /// <summary>DOM id of what is wrong with it.</summary>
    public string Wrong => Form is null ? "change-problem" : "problem";

    /// <summary>DOM id of what counts beside it, or null.</summary>
    public string? Left => Form is null ? null : "left";
}
