using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Reports.During;

/// <summary>Something that was decided, as those read it whom it concerns.</summary>
/// <param name="Position">The place of the set.</param>
/// <param name="SetName">The set.</param>
/// <param name="Member">The member whose report it is, or null.</param>
/// <param name="Asked">What was asked; may be empty.</param>
/// <param name="Decision">What was decided, in a word or two.</param>
/// <param name="Text">In the words of whoever decided; may be empty.</param>
/// <param name="Next">The next step, who does it and by when; may be empty.</param>
/// <param name="ClientStep">What the client does next, with the day; may be empty.</param>
/// <param name="By">Who decided.</param>
/// <param name="On">On which day.</param>
/// <param name="Due">Until when the next step is done; null where none was named, and with a yes to a set: they go on with it.</param>
/// <param name="StepHref">Where the reader says how the next step stands; null where it is not theirs to say, or there is none.</param>
/// <param name="IsSaid">It is said already.</param>
public sealed record Answered(
    long Position, string SetName, string? Member, string Asked, string Decision, string Text, string Next, string ClientStep, string By, DateOnly On, DateOnly? Due,
    string? StepHref = null, bool IsSaid = false)
{
    /// <summary>What was answered to reports and to decisions that were shown, set by set.</summary>
    /// <param name="asked">What was presented at the final.</param>
    /// <param name="shown">Decisions that sets have shown to the sponsor.</param>
    /// <param name="zone">Where the organisation is.</param>
    /// <param name="mine">Whether an answer is the reader's own, so that they say how its next step stands; null: none is.</param>
    /// <param name="back">The page to come back to.</param>
    public static IReadOnlyList<Answered> Of(
        IEnumerable<AskedDecision> asked, IEnumerable<ShownDecision> shown, TimeZoneInfo zone, Func<AskedDecision, bool>? mine = null, string back = "/")
    {
        DateOnly Day(string at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), zone).DateTime);
        return
        [
            .. asked.Where(one => !one.Waits).Select(one => new Answered(
                one.Position, one.SetName, one.Member, one.Asked, one.Words, one.Text, one.Next, Step(one), one.AnsweredBy ?? "", Day(one.AnsweredAt!), LocalDay.Read(one.Due),
                one.NextStep.Length > 0 && mine?.Invoke(one) == true ? string.Create(CultureInfo.InvariantCulture, $"/answers/{one.OutcomeId}/step?back={Uri.EscapeDataString(back)}") : null,
                one.StepState is not null))
            .Concat(shown.Where(one => one.Says is not null && !one.AnsweredBefore).Select(one => new Answered(
                one.Position, one.SetName, one.Member, one.Text, one.Says switch { "Yes" => "Yes", "No" => "No", _ => "Not yet" }, one.AnswerText,
                LocalDay.Read(one.AnswerDue) is { } by ? $"{(one.Says == "Later" ? $"{one.Answerer ?? "the sponsor"} decides it" : one.Text.TrimEnd('.'))}, by {LocalDay.WithMonth(by, Utc.Parse(one.AnsweredAt!))}" : "", "", one.Answerer ?? "", Day(one.AnsweredAt!),
                one.Says == "Later" ? LocalDay.Read(one.AnswerDue) : null)))
            .OrderBy(one => one.Position).ThenBy(one => one.On),
        ];
    }

    private static string Step(AskedDecision one) => one.ClientStep.Length == 0 ? ""
        : $"{one.Client ?? "The client"}: {one.ClientStep.TrimEnd('.')}{(LocalDay.Read(one.ClientDue) is { } day ? $", by {LocalDay.WithMonth(day, Utc.Parse(one.AnsweredAt ?? one.ToldAt))}" : "")}.";
}

/// <summary>What became of an outcome: what those say who brought it, and what its client says.</summary>
/// <param name="Asked">The outcome.</param>
/// <param name="Owner">What its owners say, or null where nobody is asked.</param>
/// <param name="Client">What its client (or the supervisor) says, or null where nobody is asked.</param>
public sealed record BecameLine(AskedDecision Asked, Became? Owner, Became? Client)
{
    /// <summary>Those that are asked about, set by set.</summary>
    public static IReadOnlyList<BecameLine> Of(IEnumerable<AskedDecision> asked, IReadOnlyList<Became> all)
    {
        var by = all.ToLookup(one => one.OutcomeId);
        return
        [
            .. asked.Where(one => by.Contains(one.OutcomeId)).Select(one => new BecameLine(
                one, by[one.OutcomeId].FirstOrDefault(said => said.Part == BecamePart.Owner), by[one.OutcomeId].FirstOrDefault(said => said.Part == BecamePart.Client))),
        ];
    }
}
