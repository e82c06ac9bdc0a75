using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Reports.During;

/// <summary>
/// What the sponsor said they would do themselves, by a day that is past: a next step of an answer, a promise. It stands before
/// what others ask, since authority is believed by what is kept.
/// </summary>
internal static class OwnStep
{
    /// <summary>They, the longest overdue first.</summary>
    /// <param name="asked">What was presented at the final, with the answers.</param>
    /// <param name="promises">The sponsor's own promises whose day is past.</param>
    /// <param name="doors">What day it is, and the page to come back to.</param>
    /// <param name="name">The sponsor's name: an answer says in words who does its next step.</param>
    public static IReadOnlyList<Waiting> Overdue(IReadOnlyList<AskedDecision> asked, IReadOnlyList<Promise> promises, DoorsToOpen doors, string name)
    {
        var back = $"back={Uri.EscapeDataString(doors.Back)}";
        return
        [
            .. asked.Where(one => one.PersonId is null && one.IsStepOf(name) && one.IsStepOverdue(doors.Today)).Select(one => Of(
                $"step-{one.OutcomeId}", one.Position, one.SetName, one.NextStep, $"you do it, as you said at the final, by {Day(one.Due)}.", one.Due, $"/answers/{one.OutcomeId}/step?{back}"))
            .Concat(promises.Where(one => Past(one.Due)).Select(one => Of(
                $"promise-{one.Id}", 0, "", one.Text, $"You said it {one.Where}, by {Day(one.Due)}.", one.Due, $"/promises/{one.Id}")))
            .OrderBy(one => one.Since),
        ];

        bool Past(string? day) => LocalDay.Read(day) is { } due && due < doors.Today;

        string Day(string? day) => LocalDay.WithMonth(LocalDay.Parse(day!), new DateTimeOffset(doors.Today, default, TimeSpan.Zero));

        Waiting Of(FormattableString key, long position, string set, string title, string words, string? due, FormattableString href) => new()
        {
            Key = key.ToString(CultureInfo.InvariantCulture),
            Icon = "i-clock",
            Position = position,
            SetName = set,
            Title = title,
            Words = words,
            Since = LocalDay.Parse(due!),
            Days = doors.Today.DayNumber - LocalDay.Parse(due!).DayNumber,
            IsLate = true,
            IsMine = true,
            Href = href.ToString(CultureInfo.InvariantCulture),
            Verb = "Say how it stands",
        };
    }
}
