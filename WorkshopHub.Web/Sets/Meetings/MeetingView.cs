using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>A meeting as all who are in it see it, with nothing in it that depends on who looks: pages and pushes show the same.</summary>
public sealed partial record MeetingView
{
    /// <summary>The meeting.</summary>
    public Meeting Meeting { get; init; } = new();

    /// <summary>How it runs; null where it was never opened.</summary>
    public MeetingRun? Run { get; init; }

    /// <summary>Its people, members first.</summary>
    public IReadOnlyList<Attending> People { get; init; } = [];

    /// <summary>The airtimes in their order; empty before it is opened.</summary>
    public IReadOnlyList<AirtimeSlot> Slots { get; init; } = [];

    /// <summary>What others gave to whose turn it is now.</summary>
    public IReadOnlyList<GivenTime> Gifts { get; init; } = [];

    /// <summary>The guests who are asked into it and have not said no, in the order in which they come.</summary>
    public IReadOnlyList<MeetingGuest> Guests { get; init; } = [];

    /// <summary>Whether all work on one problem (format 2).</summary>
    public bool IsCommon { get; init; }

    /// <summary>The moment of reading.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether something can be written.</summary>
    public bool IsOpen => Meeting.State == "Open";

    /// <summary>Whether it is over.</summary>
    public bool IsHeld => Meeting.State == "Held";

    /// <summary>The address of the meeting.</summary>
    public string Home => string.Create(CultureInfo.InvariantCulture, $"/sets/{Meeting.SetId}/meetings/{Meeting.Number}");

    /// <summary>Where the meeting is closed.</summary>
    public string Closing => string.Create(CultureInfo.InvariantCulture, $"/sets/{Meeting.SetId}/meetings/{Meeting.Number}/close");

    /// <summary>The address of a step.</summary>
    public string At(MeetingStep step)
    {
        var (set, number) = (Meeting.SetId, Meeting.Number);
        return step.Key switch
        {
            "report" => $"/sets/{set}/meetings/{number}/report",
            "order" => $"/sets/{set}/meetings/{number}/order",
            "airtime" => $"/sets/{set}/meetings/{number}/airtime",
            "work" => $"/sets/{set}/meetings/{number}/work",
            "reflect" => $"/sets/{set}/meetings/{number}/reflect",
            "leaves" => $"/sets/{set}/meetings/{number}/leaves",
            _ => Home,
        };
    }

    /// <summary>Whose turn it is now, or null.</summary>
    public AirtimeSlot? Floor => Slots.FirstOrDefault(slot => slot.State == "Open");

    /// <summary>Who comes next, or null.</summary>
    public AirtimeSlot? Next => Slots.FirstOrDefault(slot => slot.State == "Waiting" && !slot.IsAbsent);

    /// <summary>Where the set is.</summary>
    public MeetingStep Step => MeetingStep.Find(Run?.Step) ?? MeetingStep.CheckIn;

    /// <summary>The step after that, or null.</summary>
    public MeetingStep? Then => Steps.SkipWhile(step => step != Step).Skip(1).FirstOrDefault();

    /// <summary>The steps of this meeting.</summary>
    public IReadOnlyList<MeetingStep> Steps => MeetingStep.Of(IsCommon);

    /// <summary>Who has the set's pen, or could: everybody who doesn't stay away.</summary>
    public IEnumerable<Attending> Hands => People.Where(one => one.Counts);

    /// <summary>The agenda as it is computed now.</summary>
    public IReadOnlyList<DayItem> Day => Run is { } run ? MeetingDay.Of(Starts, Slots, run, IsCommon, Guests is [var first, ..] ? Read(first.Starts) : null)
        : MeetingDay.Of(Starts, [.. People.Where(one => !one.IsAdvisor && one.Counts).Select(one => new DaySlot(0, one.Name, Cut.SlotMinutes))], Cut, IsCommon, Guests is [var comes, ..] ? Read(comes.Starts) : null);

    /// <summary>How the day is cut where the meeting was never opened: as the one before, and for the guests who were asked.</summary>
    public DayCut Cut { get; init; } = new(60, 0, 0);

    /// <summary>The planned start.</summary>
    public TimeOnly Starts => Read(Meeting.Starts);

    /// <summary>A moment on the clocks of the organisation, e.g. 9:05.</summary>
    public string Clock(DateTimeOffset moment) => LocalTime.Clock(moment, Zone);

    /// <summary>What a step is called here: Airtime, five times.</summary>
    public string Title(MeetingStep step) => step == MeetingStep.Airtime
        && (IsHeld ? Slots.Count(slot => slot.State == "Done") : Day.Count(item => item.Slot is not null)) is > 1 and var times
        ? $"{step.Title}, {Times(times)}" : step.Title;

    /// <summary>The turns as the strip shows them, with when each begins as things stand now, or what each had where it is over.</summary>
    public IReadOnlyList<Turn> Turns()
    {
        var turns = new List<Turn>();
        var held = Slots.Where(slot => slot.State != "Waiting").ToList();
        TimeOnly? at = held.Count == 0 ? null : Ended(held[^1]);
        turns.AddRange(held.Select(slot => new Turn(slot, slot.State == "Open"
            ? $"since {Clock(Utc.Parse(slot.StartedAt!))}, {(slot.Timer.Runs ? $"until {Clock(slot.Timer.Ends(Now))}" : "paused")}"
            : $"{slot.UsedMinutes} min")));
        if (IsHeld)
        {
            return [.. turns, .. Slots.Where(slot => slot.State == "Waiting").Select(slot => new Turn(slot, slot.IsAbsent ? "wasn’t there" : "had no airtime"))];
        }

        foreach (var item in Day.SkipWhile(item => held.Count > 0 && item.Slot != held[^1].Id).Skip(held.Count > 0 ? 1 : 0))
        {
            var starts = at ?? item.Starts.Add(Late);
            at = at?.AddMinutes(item.Minutes);
            var slot = Slots.FirstOrDefault(one => one.Id == item.Slot);
            if (slot is not null || item.Step == MeetingStep.Reflect)
            {
                turns.Add(new Turn(slot, string.Create(CultureInfo.InvariantCulture, $"{starts:H:mm}, {item.Minutes} min")));
            }
        }

        return turns;
    }

    /// <summary>A meeting as it is now; null where it is not there.</summary>
    public static MeetingView? Read(Reads reads, long set, long number, DateTimeOffset now) =>
        Meeting.Of(reads, set).FirstOrDefault(one => one.Number == number) is { } meeting ? Of(reads, meeting, now) : null;

    /// <summary>A meeting by its id.</summary>
    public static MeetingView Read(Reads reads, long id, DateTimeOffset now) => reads.Once((typeof(MeetingView), id), () =>
        Of(reads, Meeting.Find(reads, reads.First<long>("SELECT set_id FROM set_meeting WHERE id = @id", new { id }), id)!, now));

    private static MeetingView Of(Reads reads, Meeting meeting, DateTimeOffset now)
    {
        var slots = AirtimeSlot.Of(reads, meeting.Id);
        return new()
        {
            Meeting = meeting,
            Run = MeetingRun.Find(reads, meeting.Id),
            People = Attending.Of(reads, meeting.Id),
            Slots = slots,
            Gifts = slots.FirstOrDefault(slot => slot.State == "Open") is { } floor ? GivenTime.To(reads, floor.Id) : [],
            Guests = MeetingGuest.Of(reads, meeting.Id),
            Cut = DayCut.Begins(reads, meeting),
            IsCommon = reads.First<string>(
                "SELECT p.format FROM sets s JOIN programme p ON p.id = s.programme_id WHERE s.id = @SetId", new { meeting.SetId }) == "CommonProblem",
            Now = now,
            Zone = LocalTime.ZoneOf(reads),
        };
    }

    private TimeOnly Local(DateTimeOffset moment) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    private static string Times(int times) => times switch
    {
        2 => "twice",
        3 => "three times",
        4 => "four times",
        5 => "five times",
        6 => "six times",
        _ => string.Create(CultureInfo.InvariantCulture, $"{times} times"),
    };
}

/// <summary>A turn in the strip; without a slot it is the reflection at its end.</summary>
/// <param name="Slot">The airtime, or null.</param>
/// <param name="Under">When it is, or how much was used.</param>
public sealed record Turn(AirtimeSlot? Slot, string Under);
