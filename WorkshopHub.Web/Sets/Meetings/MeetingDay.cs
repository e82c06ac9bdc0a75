namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>One thing of the computed agenda.</summary>
/// <param name="Step">The step that it belongs to; null for a break.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Starts">Local time of its start.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Slot">The airtime, or null.</param>
public sealed record DayItem(MeetingStep? Step, string Title, TimeOnly Starts, long Minutes, long? Slot = null)
{
    /// <summary>The time of a guest.</summary>
    public bool IsGuest => Title == Guest;

    /// <summary>What a guest's time is called where no name is known.</summary>
    public const string Guest = "A guest";

    /// <summary>When it ends.</summary>
    public TimeOnly Ends => Starts.AddMinutes(Minutes);

    /// <summary>The start as people write it, e.g. 8:30.</summary>
    public string Clock => Starts.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// The agenda of a set meeting: check-in 20, report back 30, airtime for each who is here, a guest where one comes, work on one
/// problem in format 2, reflection 30, and breaks of 75 (a lunch of 45, two of 15). Nobody writes it; it follows who is here,
/// how the day is cut, and when a guest was asked to come.
/// </summary>
public static class MeetingDay
{
    /// <summary>Minutes of the check-in.</summary>
    public const int CheckIn = 20;

    /// <summary>Minutes of the report back.</summary>
    public const int Report = 30;

    /// <summary>Minutes of the reflection.</summary>
    public const int Reflection = 30;

    private const int Short = 15;
    private const int Lunch = 45;

    /// <summary>The day from its planned start.</summary>
    /// <param name="starts">Local time of the start.</param>
    /// <param name="slots">Whose airtime, in order, with minutes; who stays away is not among them.</param>
    /// <param name="cut">How the day is cut.</param>
    /// <param name="common">Whether all work on one problem.</param>
    /// <param name="guest">From when a guest is there: they come in between two turns, or before a break, as near to it as can be. Null: after all airtimes.</param>
    public static IReadOnlyList<DayItem> Of(TimeOnly starts, IReadOnlyList<DaySlot> slots, DayCut cut, bool common, TimeOnly? guest = null)
    {
        var day = new List<DayItem>();
        var at = starts;
        void Add(MeetingStep? step, string title, long minutes, long? slot = null)
        {
            day.Add(new DayItem(step, title, at, minutes, slot));
            at = at.AddMinutes(minutes);
        }

        Add(MeetingStep.CheckIn, MeetingStep.CheckIn.Title, CheckIn);
        Add(MeetingStep.Report, MeetingStep.Report.Title, Report);
        Add(MeetingStep.Order, MeetingStep.Order.Title, 0);
        var lunch = (slots.Count + 1) / 2;
        var (first, second) = (Math.Max(1, (slots.Count + 1) / 3), lunch + ((slots.Count - lunch + 1) / 2));
        var comes = cut.GuestMinutes > 0;
        void Pause(string title, long minutes)
        {
            Receive(minutes);
            Add(null, title, minutes);
        }

        void Receive(long next)
        {
            if (comes && guest is { } from && at.AddMinutes(next / 2.0) > from)
            {
                Add(MeetingStep.Airtime, DayItem.Guest, cut.GuestMinutes);
                comes = false;
            }
        }

        foreach (var (index, slot) in slots.Index())
        {
            Receive(slot.Minutes);
            Add(MeetingStep.Airtime, slot.Name, slot.Minutes, slot.Id);
            if (index + 1 == first && slots.Count > 2)
            {
                Pause("Break", Short);
            }

            if (index + 1 == lunch)
            {
                Pause("Lunch", Lunch);
            }

            if (index + 1 == second && slots.Count > 2)
            {
                Pause("Break", Short);
            }
        }

        if (comes)
        {
            Add(common ? MeetingStep.Work : MeetingStep.Airtime, DayItem.Guest, cut.GuestMinutes);
        }

        if (common && cut.WorkMinutes > 0)
        {
            Add(MeetingStep.Work, MeetingStep.Work.Title, cut.WorkMinutes);
        }

        Add(MeetingStep.Reflect, MeetingStep.Reflect.Title, Reflection);
        Add(MeetingStep.Leaves, MeetingStep.Leaves.Title, 0);
        return day;
    }

    /// <summary>The day of a meeting as it stands: who stays away has no turn.</summary>
    public static IReadOnlyList<DayItem> Of(TimeOnly starts, IReadOnlyList<AirtimeSlot> slots, MeetingRun run, bool common, TimeOnly? guest) => Of(
        starts, [.. slots.Where(slot => !slot.IsAbsent).Select(slot => new DaySlot(slot.Id, slot.Presenter, slot.TotalMinutes))],
        new DayCut(run.SlotMinutes, run.GuestMinutes, run.WorkMinutes), common, guest);
}

/// <summary>One airtime of the day.</summary>
/// <param name="Id">The slot.</param>
/// <param name="Name">Whose.</param>
/// <param name="Minutes">How long.</param>
public sealed record DaySlot(long Id, string Name, long Minutes);
