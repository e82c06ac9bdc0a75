using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>A decision as typed.</summary>
public sealed class DecisionForm
{
    /// <summary>What was decided.</summary>
    public string? Text { get; set; }

    /// <summary>On what ground.</summary>
    public string? Ground { get; set; }

    /// <summary>Who was asked; where the sponsor has to decide, with whom.</summary>
    public string? Whom { get; set; }

    /// <summary>Where the sponsor has to decide: by which day; may be empty.</summary>
    public string? NeededBy { get; set; }

    /// <summary>The day; empty is today.</summary>
    public string? On { get; set; }

    /// <summary>The number of the meeting in which it was decided, or null.</summary>
    public long? Meeting { get; set; }

    /// <summary>Made with the form, so that it is written once.</summary>
    public string Token { get; set; } = "";

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>The form of a decision as it stands.</summary>
    public static DecisionForm Of(WorkDecision one) => new() { Text = one.Text, Ground = one.Ground.ToString(), Whom = one.Whom, NeededBy = one.NeededBy, On = one.OnDate, Version = one.Version };

    internal (string Text, Ground Ground, string Whom, string? NeededBy, DateOnly On) Read(DateOnly today)
    {
        var wrong = new Refusals();
        var text = wrong.Of(() => Typed.Lines("Decision.Text", Text, 280, "What did you decide? One sentence."), "");
        var isGround = Enum.TryParse<Ground>(Ground, out var ground) && Enum.IsDefined(ground);
        wrong.If(!isGround, "Decision.Ground", "Choose on what ground you decide it.");

        // What the ground has no use for is not kept, and still has to be right: somebody typed it.
        var sponsor = isGround && ground == Work.Ground.NeedsSponsor;
        var whom = wrong.Of(() => Typed.Lines("Decision.Whom", Whom, 80, isGround && ground == Work.Ground.AskedWhom ? "Whom did you ask?" : null), "");
        wrong.If(!string.IsNullOrWhiteSpace(NeededBy) && LocalDay.Read(NeededBy) is null, "Decision.NeededBy", "A date, please, for example 2026-10-31.");
        var on = wrong.Of(() => Typed.Past("Decision.On", On, today), today);
        wrong.Throw();
        return (
            text, ground, ground == Work.Ground.OwnAuthority ? "" : whom, sponsor && LocalDay.Read(NeededBy) is { } day ? LocalDay.Text(day) : null, on);
    }
}
