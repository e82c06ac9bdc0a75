using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Doors;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Reports.During;

/// <summary>Something that waits for an answer: a report's decision, a decision that a set may not take alone, a door.</summary>
public sealed record Waiting
{
    /// <summary>DOM id of its line.</summary>
    public required string Key { get; init; }

    /// <summary>Its drawing.</summary>
    public required string Icon { get; init; }

    /// <summary>The place of the set that asks.</summary>
    public required long Position { get; init; }

    /// <summary>That set's name.</summary>
    public required string SetName { get; init; }

    /// <summary>What is asked.</summary>
    public required string Title { get; init; }

    /// <summary>What follows the set's name: whom it asked, when, by when, and what was said so far.</summary>
    public required string Words { get; init; }

    /// <summary>Since when (local day).</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Days that it waits.</summary>
    public required int Days { get; init; }

    /// <summary>Whether its day is past.</summary>
    public bool IsLate { get; init; }

    /// <summary>Where the reader answers it; null where they can't.</summary>
    public string? Href { get; init; }

    /// <summary>What the button says.</summary>
    public string Verb { get; init; } = "Answer";

    /// <summary>Where the reader asks whoever was asked how it stands; null where that is nobody else.</summary>
    public string? AskHref { get; init; }

    /// <summary>Whom they ask, by their first name.</summary>
    public string AskWhom { get; init; } = "";

    /// <summary>When they asked last without a word since, e.g. today; empty where they did not.</summary>
    public string AskedOn { get; init; } = "";

    /// <summary>It waits for the reader before anybody else.</summary>
    public bool IsMine { get; init; }

    /// <summary>Everything that waits, the reader's own first, then what waits longest.</summary>
    /// <param name="asked">What was presented at the final.</param>
    /// <param name="shown">Decisions that sets have shown to the sponsor; none for anybody else.</param>
    /// <param name="doors">The doors.</param>
    /// <param name="sponsor">The sponsor who reads it; 0 for anybody else, who reads without answering.</param>
    public static IReadOnlyList<Waiting> Of(
        IReadOnlyList<AskedDecision> asked, IReadOnlyList<ShownDecision> shown, DoorsToOpen doors, long sponsor)
    {
        var back = $"back={Uri.EscapeDataString(doors.Back)}";
        bool Past(string? day) => LocalDay.Read(day) is { } by && by < doors.Today;
        DateOnly Day(string at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), doors.Zone).DateTime);
        int Days(string at) => doors.Today.DayNumber - Day(at).DayNumber;
        return
        [
            .. asked.Where(one => one.Waits && one.PersonId is null).Select(one => new Waiting
            {
                Key = N($"outcome-{one.OutcomeId}"),
                Icon = "k-request",
                Position = one.Position,
                SetName = one.SetName,
                Title = one.Asked.Length > 0 ? one.Asked : "What becomes of what they reported?",
                Words = $"asked at the final{(one.AskedBy is { } by ? $", by {DoorRow.DayOf(by)}" : "")}{(one.AskedWith.Length > 0 ? $", with {one.AskedWith}" : "")}.",
                Since = Day(one.ToldAt),
                Days = Days(one.ToldAt),
                IsLate = Past(one.AskedBy),
                Href = sponsor > 0 ? N($"/answers/{one.OutcomeId}?{back}") : null,
                IsMine = sponsor > 0,
            })
            .Concat(shown.Where(one => one.Waits || one.IsLate(doors.Today)).Select(one => new Waiting
            {
                Key = N($"decision-{one.Id}"),
                Icon = "k-request",
                Position = one.Position,
                SetName = one.SetName,
                Title = one.Text,
                Words = $"needs your yes{(one.NeededBy is { } by ? $" by {DoorRow.DayOf(by)}" : "")}{(one.Whom.Length > 0 ? $", with {one.Whom}" : "")}."
                    + (one.Says == "Later" ? $" You said: decided by {DoorRow.DayOf(one.AnswerDue!)}." : ""),
                Since = Day(one.ShownAt),
                Days = Days(one.ShownAt),
                IsLate = Past(one.NeededBy) || one.IsLate(doors.Today),
                Href = N($"/decisions/{one.Id}?{back}"),
                Verb = "Yes, no or a date",
                IsMine = true,
            }))
            .Concat(doors.Waiting.Select(door => new Waiting
            {
                Key = $"door-{door.Id}",
                Icon = "i-door",
                Position = door.Position,
                SetName = door.SetName,
                Title = door.Title,
                Words = $"asked {(door.AskedOf == sponsor ? "you" : door.Opener)} {doors.On(door.AskedAt)}. {(door.State == "Asked" ? "Not accepted yet." : $"{door.Words}.")}"
                    + (door.Answer.Length > 0 ? $" “{door.Answer}”" : ""),
                Since = Day(door.AskedAt),
                Days = doors.DaysToOpen(door),
                IsLate = doors.IsOverdue(door),
                Href = sponsor > 0 ? $"/doors/{door.Id}?say=Accepted&{back}" : null,
                Verb = "Decide it, or say when",
                AskHref = sponsor > 0 && door.AskedOf != sponsor ? $"/doors/{door.Id}?handler=wonder&{back}" : null,
                AskWhom = Called.First(door.Opener),
                AskedOn = sponsor > 0 && door.WonderedAt is { } wondered ? doors.On(wondered) : "",
                IsMine = door.AskedOf == sponsor,
            }))
            .OrderByDescending(one => one.IsMine).ThenByDescending(one => one.IsLate).ThenBy(one => one.Since).ThenBy(one => one.Position),
        ];
    }

    private static string N(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
