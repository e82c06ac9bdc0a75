using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// What sets do between the workshops: they meet, promise, report back and reflect, ask for doors and agree with their client.
/// Everything happens through the rooms' own commands at the moment when it happened; what lies after the demo's moment does not.
/// </summary>
internal sealed class DemoSets(DemoContent content, DemoDay day, DemoOrganisationSeed people, List<string> refused)
{
    private readonly List<(DateTimeOffset At, string What, Action<Writes> Do)> _coming = [];

    /// <summary>Who is who.</summary>
    public DemoOrganisationSeed People => people;

    /// <summary>The organisation.</summary>
    public DemoContent Content => content;

    /// <summary>The days.</summary>
    public DemoDay Day => day;

    /// <summary>What members said they would do: by the content's key the id under which it was sent.</summary>
    public Dictionary<string, string> Actions { get; } = new(StringComparer.Ordinal);

    /// <summary>Lays everything out.</summary>
    public DemoSets Plan()
    {
        foreach (var programme in content.Programmes)
        {
            foreach (var meeting in (programme.SetMeetings ?? []).OrderBy(one => one.Date).ThenBy(one => one.SetId, StringComparer.Ordinal))
            {
                new DemoMeetingDay(this, programme, meeting).Plan();
            }

            DemoWork.Plan(this, programme);
            DemoDoors.Plan(this, programme);
            DemoDecisions.Plan(this, programme);
            DemoReading.Plan(this, programme);
            DemoPromises.Plan(this, programme);
        }

        DemoActions.Plan(this, content.Programmes[0]);
        DemoNextSteps.Plan(this, content.Programmes[0]);
        DemoOwn.Plan(this);
        DemoOwnGround.Plan(this);
        DemoAsks.Plan(this);
        DemoMemory.Plan(this);
        DemoNinetyDays.Plan(this);
        return this;
    }

    /// <summary>Whether a workshop of this day of the content runs at the demo's moment: what came at its end has not come yet.</summary>
    public bool IsRunning(DateOnly date) => content.Programmes.SelectMany(one => one.Workshops).Any(plan => plan.Date == date && day.IsRunning(plan));

    /// <summary>Something happens at a moment. Where a rule says no, nothing of it is kept, and the reason is told.</summary>
    public void At(DateTimeOffset at, string what, Action<Writes> act) => _coming.Add((at, what, act));

    /// <summary>A time of a day of the content, as it is in the demo.</summary>
    public DateTimeOffset On(DateOnly date, int hour, int minute) =>
        LocalTime.Moment(day.Date(date).ToDateTime(new TimeOnly(hour, minute)), day.Zone).ToUniversalTime();

    /// <summary>A local moment of the content, as it is in the demo.</summary>
    public DateTimeOffset On(DateTime local) =>
        LocalTime.Moment(day.Date(DateOnly.FromDateTime(local)).ToDateTime(TimeOnly.FromDateTime(local)), day.Zone).ToUniversalTime();

    /// <summary>Lets happen what lies before a moment and has not happened yet.</summary>
    public async Task RunUntilAsync(Writer writer, DemoClock clock, DateTimeOffset until)
    {
        var now = until < day.Now ? until : day.Now;
        foreach (var (at, what, act) in _coming.Where(one => one.At < now).OrderBy(one => one.At).ToList())
        {
            clock.Now = at;
            try
            {
                await writer.RunAsync(writes =>
                {
                    act(writes);
                    return true;
                });
            }
            catch (RefusedException no)
            {
                refused.Add($"{what}: {no.Message}");
            }
        }

        _coming.RemoveAll(one => one.At < now);
    }
}
