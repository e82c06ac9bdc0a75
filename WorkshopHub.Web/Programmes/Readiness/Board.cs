using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>A line of fulfilled needs: all of a sort, or those of it that are there.</summary>
/// <param name="Text">The sentence.</param>
public sealed record DoneLine(string Text);

/// <summary>What one sort of people has to do.</summary>
/// <param name="Who">Who.</param>
/// <param name="Open">What is missing, and what was overridden: what stops first.</param>
/// <param name="Done">What is there, a line a sort.</param>
/// <param name="Count">How many needs there are, and how many of them are settled.</param>
public sealed record BoardGroup(Doer Who, IReadOnlyList<Need> Open, IReadOnlyList<DoneLine> Done, (int Settled, int All) Count);

/// <summary>The checklist as the readiness board tells it.</summary>
/// <param name="Rows">What it was computed from.</param>
/// <param name="Needs">Everything that is needed.</param>
public sealed record Board(ReadyRows Rows, IReadOnlyList<Need> Needs)
{
    /// <summary>The clock of the organisation.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Now, in that zone.</summary>
    public required DateTime Now { get; init; }

    /// <summary>The day of the kick-off (local), or null.</summary>
    public string? KickOff { get; init; }

    /// <summary>The address that a reminder names, or null where none is chosen.</summary>
    public string? Address { get; init; }

    /// <summary>Who said no, or withdrew, and is in no set now.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];

    /// <summary>Reads it; null where there is no such programme.</summary>
    public static Board? Read(Reads reads, long id, DateTimeOffset now, string? address)
    {
        if (ReadyRows.Read(reads, id) is not { } rows)
        {
            return null;
        }

        var zone = LocalTime.ZoneOf(reads);
        return new Board(rows, Checklist.Of(rows))
        {
            Zone = zone,
            Now = TimeZoneInfo.ConvertTime(now, zone).DateTime,
            Address = address,
            Declined = [.. Consent.Declined(reads, id).Select(one => one.Name)],
            KickOff = reads.First<string>(
                "SELECT date FROM workshop WHERE programme_id = @id AND kind = 'KickOff' ORDER BY date LIMIT 1", new { id }) ?? rows.Programme.StartDate,
        };
    }

    /// <summary>How far away the kick-off is, as people say it; null where it has been, or has no day.</summary>
    public string? DaysToKickOff => KickOff is not { } date ? null
        : (DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(Now).DayNumber) switch
        {
            < 0 => null,
            0 => "today",
            1 => "tomorrow",
            var days => $"in {days} days",
        };

    /// <summary>The sponsor as the heading of what is theirs to do.</summary>
    public string SponsorName => Checklist.Listed([.. Rows.Roles.Where(role => role.Role == "Sponsor").Select(role => Called.First(role.Name))]) is { Length: > 0 } name
        ? $"{name}, sponsor" : "Sponsor";

    /// <summary>The needs that count for the figure: each one part of it.</summary>
    public IReadOnlyList<Need> Parts => [.. Needs.Where(need => need.Stage == Stage.Ready && need.Weight != Weight.Show)];

    /// <summary>How many parts stand so.</summary>
    public int Count(NeedState state) => Parts.Count(need => need.State == state);

    /// <summary>What holds the next step up, as the step itself asks it; once the programme has begun, what is still open.</summary>
    public IReadOnlyList<Need> Holding => Checklist.Holding(Needs, ProgrammeStates.Needs(Rows.Programme.State) ?? Stage.Ready);

    /// <summary>What stops the start: hard rules that are open.</summary>
    public IReadOnlyList<Need> Stops => [.. Holding.Where(need => need.Weight == Weight.Hard)];

    /// <summary>Whether the programme has begun: then nothing holds its start up any more.</summary>
    public bool HasBegun => Rows.Programme.State is not ("Draft" or "Recruiting" or "Ready");

    /// <summary>How it stands, in two or three short sentences.</summary>
    public string Words
    {
        get
        {
            var warns = Holding.Count(need => need.Weight == Weight.Warn);
            var over = Count(NeedState.Overridden);
            var later = HasBegun ? Needs.Count(need => need.Stage == Stage.FirstMeeting && need.State == NeedState.Open) : 0;
            return string.Join(' ', new[]
            {
                HasBegun ? Stops.Count switch
                {
                    0 => warns == 0 ? "Nothing is open." : "",
                    1 => $"One thing is open: {Small(Stops[0])}.",
                    var n => $"{Checklist.Number(n)} things are open.",
                }
                : Stops.Count switch
                {
                    0 => warns == 0 ? "Nothing stops the start." : "Nothing stops it that you can’t override.",
                    1 => $"One thing stops the start: {Small(Stops[0])}.",
                    var n => $"{Checklist.Number(n)} things stop the start.",
                },
                warns switch { 0 => "", 1 => "One is a warning that may be overridden with a reason.", _ => $"{Checklist.Number(warns)} are warnings that may be overridden with a reason." },
                later switch { 0 => "", 1 => "One more is wanted before the sets meet for the first time.", _ => $"{Checklist.Number(later)} more are wanted before the sets meet for the first time." },
                over switch { 0 => "", 1 => "One has been overridden.", _ => $"{Checklist.Number(over)} have been overridden." },
            }.Where(words => words.Length > 0));
        }
    }

    /// <summary>Who has to act until a stage, the office first; only those of whom something is asked.</summary>
    public IReadOnlyList<BoardGroup> Groups(Stage stage) =>
    [
        .. Enum.GetValues<Doer>().Select(who => (Who: who, Needs: Needs.Where(need => need.Stage == stage && need.Who == who).ToList()))
            .Where(one => one.Needs.Count > 0)
            .Select(one => new BoardGroup(
                one.Who, [.. one.Needs.Where(need => need.State != NeedState.Done).OrderBy(need => need.State == NeedState.Overridden).ThenBy(need => need.Weight)],
                [.. DoneOf(one.Needs)], (one.Needs.Count(need => need.State != NeedState.Open), one.Needs.Count))),
    ];

    /// <summary>When somebody was last reminded, as people say it; null where never.</summary>
    public string? Nudged(Need need)
    {
        if (need.NudgedAt is not { } at)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).DateTime);
        return (DateOnly.FromDateTime(Now).DayNumber - day.DayNumber) switch
        {
            0 => "Nudged today",
            1 => "Nudged yesterday",
            < 7 => $"Nudged on {day.ToString("dddd", CultureInfo.InvariantCulture)}",
            _ => $"Nudged on {day.ToString("d MMMM", CultureInfo.InvariantCulture)}",
        };
    }

    /// <summary>The day of something that happened, e.g. 26 February.</summary>
    public string Day(string at) => TimeZoneInfo.ConvertTime(Utc.Parse(at), Zone).ToString("d MMMM", CultureInfo.InvariantCulture);

    /// <summary>What is there only when each set has it: a part of it, ticked, would read as if it were done.</summary>
    private static readonly string[] _half = ["advisor", "champion"];

    private static IEnumerable<DoneLine> DoneOf(IReadOnlyList<Need> needs) =>
        from all in needs.GroupBy(need => need.Group)
        let done = all.Count(need => need.State == NeedState.Done)
        let told = Checklist.Groups.First(one => one.Name == all.Key)
        let words = done == all.Count() ? told.All : done > 0 && !_half.Contains(all.Key) ? told.Some : ""
        where words.Length > 0
        select new DoneLine(words.Replace("{done}", $"{done}", StringComparison.Ordinal).Replace("{n}", $"{all.Count()}", StringComparison.Ordinal));

    /// <summary>The sentence as it goes on after a colon; a name that it begins with stays as it is.</summary>
    private static string Small(Need need) =>
        need.Text.StartsWith("{set}", StringComparison.Ordinal) || need.Group is "list" or "time" or "sphere" or "signed" or "coming" or "mix"
        || (need.Group is "accepted" or "draft" && !need.Text.StartsWith("Nobody ", StringComparison.Ordinal))
            ? need.Plain : char.ToLowerInvariant(need.Plain[0]) + need.Plain[1..];
}
