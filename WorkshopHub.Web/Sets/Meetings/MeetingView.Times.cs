using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>When what is to come will be, as the meeting goes.</summary>
public sealed partial record MeetingView
{
    /// <summary>When a step was, where the meeting was held and the clock has seen it; else when it is, as the computed day has it and, once a turn has begun, as things stand now: e.g. 8:50 to 9:20.</summary>
    public string When(MeetingStep step)
    {
        if (IsHeld)
        {
            // What was planned is over; only what the clock saw is told.
            var done = Slots.Where(slot => slot.State == "Done").ToList();
            return step != MeetingStep.Airtime || done.Count == 0 ? ""
                : $"{Clock(Utc.Parse(done.Min(slot => slot.StartedAt)!))} to {Clock(Utc.Parse(done.Max(slot => slot.EndedAt)!))}";
        }

        var items = Day.Where(item => item.Step == step).ToList();
        if (items.Count == 0)
        {
            return "";
        }

        var isPast = Run is not null && Steps.TakeWhile(one => one != Step).Contains(step);
        if (isPast && step != MeetingStep.Airtime && step != MeetingStep.CheckIn)
        {
            return ""; // it is over, and nobody noted when it was
        }

        var late = isPast ? TimeSpan.Zero : Late;
        var starts = step == MeetingStep.Airtime && Slots.FirstOrDefault(slot => slot.State != "Waiting") is { } first ? Local(Utc.Parse(first.StartedAt!))
            : isPast && step == MeetingStep.CheckIn ? Local(Utc.Parse(Run!.OpenedAt))
            : items[0].Starts.Add(late);
        return step == Step && items[0].Minutes > 0 ? $"{Said(starts)} to {Said(items[^1].Ends.Add(late))}" : Said(starts);
    }

    /// <summary>The day as it goes: turns when they began, all else as much later than planned as the strip has it.</summary>
    public IReadOnlyList<DayItem> DayNow
    {
        get
        {
            var late = Late;
            return [.. Day.Select(item => item with
            {
                Starts = Slots.FirstOrDefault(slot => slot.Id == item.Slot)?.StartedAt is { } began ? Local(Utc.Parse(began)) : item.Starts.Add(late),
            })];
        }
    }

    /// <summary>Said where the first guest's time in the day, as it stands now, is another than the one they were asked for; null where it isn't, or is over.</summary>
    public string? GuestMoved
    {
        get
        {
            var last = Slots.LastOrDefault(slot => slot.State != "Waiting");
            if (IsHeld || Guests is not [var guest, ..]
                || Day.SkipWhile(item => last is not null && item.Slot != last.Id).FirstOrDefault(item => item.IsGuest) is not { } item)
            {
                return null;
            }

            var at = item.Starts.Add(Late);
            return Math.Abs(Apart(at, Read(guest.Starts)).TotalMinutes) < 10 ? null
                : $"{guest.Name} is asked for {Said(Read(guest.Starts))}; as the day stands it would be {Said(at)}. Cut the turns to fit, or tell them.";
        }
    }

    /// <summary>
    /// How much later than planned all that is still to come will be: by when the set came to where it is, within the airtimes by
    /// when the last turn ends.
    /// </summary>
    private TimeSpan Late
    {
        get
        {
            if (Step == MeetingStep.Airtime && Slots.LastOrDefault(slot => slot.State != "Waiting") is { } last
                && Day.FirstOrDefault(item => item.Slot == last.Id) is { } planned)
            {
                return Apart(Ended(last), planned.Ends);
            }

            // Until the set has gone from one step to another, the plan stands: a page may be opened whenever one likes.
            var left = Steps.SkipWhile(one => one != Step).ToList();
            return Run?.StepAt is { } came && Day.FirstOrDefault(item => item.Step is { } step && left.Contains(step)) is { } here
                ? Apart(Local(Utc.Parse(came)), here.Starts) : TimeSpan.Zero;
        }
    }

    private TimeOnly Ended(AirtimeSlot slot) => Local(slot.State == "Open" ? Later(slot.Timer.Ends(Now), Now) : Utc.Parse(slot.EndedAt!));

    /// <summary>From one time of the day to another, at most half a day either way.</summary>
    private static TimeSpan Apart(TimeOnly to, TimeOnly from)
    {
        var apart = to - from;
        return apart > TimeSpan.FromHours(12) ? apart - TimeSpan.FromDays(1) : apart;
    }

    private static string Said(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    private static TimeOnly Read(string clock) => TimeOnly.ParseExact(clock, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
