using Microsoft.Extensions.Primitives;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>One workshop of the demo while it is written: who sits there, what happens at which moment.</summary>
internal sealed class DemoRoom(
    DemoContent content, DemoDay day, DemoProgramme programme, DemoWorkshop plan, DemoOrganisationSeed people, ActivityKinds kinds)
{
    private readonly List<(DateTimeOffset At, Action<Writes> Do)> _happened = [];

    /// <summary>The organisation.</summary>
    public DemoContent Content => content;

    /// <summary>The programme.</summary>
    public DemoProgramme Programme => programme;

    /// <summary>The days.</summary>
    public DemoDay Day => day;

    /// <summary>The workshop as the content tells it.</summary>
    public DemoWorkshop Plan => plan;

    /// <summary>Its items.</summary>
    public IReadOnlyList<DemoLine> Lines { get; } = DemoPlan.Of(plan, programme.Format);

    /// <summary>When they began.</summary>
    public DemoHours Hours { get; } = day.HoursOf(plan, [.. DemoPlan.Of(plan, programme.Format).Select(line => line.Minutes)]);

    /// <summary>Whether it runs at the moment of the demo; else it was held.</summary>
    public bool IsRunning { get; } = day.IsRunning(plan);

    /// <summary>The last item that has begun.</summary>
    public int Last => IsRunning ? day.At.Order() : Lines.Count;

    /// <summary>The workshop, once it is planned.</summary>
    public long Workshop { get; set; }

    /// <summary>Each line's activity, once it is planned.</summary>
    public IReadOnlyDictionary<int, long> Activities { get; set; } = new Dictionary<int, long>();

    /// <summary>Who sits, by key.</summary>
    public Dictionary<string, DemoSeat> Seats { get; } = [];

    /// <summary>What people wrote, by the content's key: the id in the file.</summary>
    public required Dictionary<string, string> Ids { get; init; }

    /// <summary>What was not taken, with the reason: nothing, if all is well.</summary>
    public required List<string> Refused { get; init; }

    /// <summary>Kept by the caller: the same numbers each time.</summary>
    public Random Chance { get; } = new(3);

    /// <summary>The facilitator.</summary>
    public long Facilitator => people.Person(DemoOrganisationSeed.FacilitatorKey);

    /// <summary>A person.</summary>
    public long Person(string key) => people.Person(key);

    /// <summary>A set.</summary>
    public long Set(string key) => people.Set(key);

    /// <summary>A problem.</summary>
    public long Problem(string key) => people.Problem(key);

    /// <summary>What happens, in the order of time.</summary>
    public IEnumerable<(DateTimeOffset At, Action<Writes> Do)> Happened => _happened.OrderBy(one => one.At);

    /// <summary>A moment within an item: 0 its beginning, 1 its end or now.</summary>
    public DateTimeOffset At(DemoLine line, double share)
    {
        var (begin, end) = (Hours.Began(line.Order), Hours.Began(line.Order + 1));
        return begin + TimeSpan.FromSeconds(15) + (((IsRunning && end > day.Now ? day.Now : end) - begin - TimeSpan.FromSeconds(25)) * share);
    }

    /// <summary>Something happens.</summary>
    public void Happens(DateTimeOffset at, Action<Writes> act) => _happened.Add((at, act));

    /// <summary>Somebody who sits there answers; who does not sit there says nothing.</summary>
    public void Answers(DateTimeOffset at, DemoLine line, string who, Func<Writes, Dictionary<string, string>?> fields, string? id = null) =>
        Happens(at, writes =>
        {
            if (Seats.GetValueOrDefault(who) is { } seat && fields(writes) is { } sent)
            {
                Send(writes, line, new Answer(id ?? Tokens.New(), seat.Seat with { Assurance = Assurance.Vouched }, Tokens.New(), Form(sent)), who);
            }
        });

    /// <summary>The same, with fields that are known.</summary>
    public void Answers(DateTimeOffset at, DemoLine line, string who, Dictionary<string, string> fields, string? id = null) =>
        Answers(at, line, who, _ => fields, id);

    /// <summary>
    /// Answers without a name: as many people as sit there send one each, and what is left the facilitator enters from paper.
    /// </summary>
    public void Anonymously(DemoLine line, IReadOnlyList<Dictionary<string, string>> sheets) => Happens(At(line, 0.4), writes =>
    {
        var activity = Activity.Find(writes, Activities[line.Order])!;
        var able = Seats.Values.Where(seat => activity.IsFor(seat.Seat.Role)).OrderBy(seat => seat.Key, StringComparer.Ordinal).ToArray();
        Chance.Shuffle(able);
        foreach (var (index, sheet) in sheets.Index())
        {
            var paper = index >= able.Length;
            Send(writes, line, new Answer(
                Tokens.New(),
                paper ? new Seat { ParticipantId = AnsweredMarks.Paper, WorkshopId = Workshop, Role = Role.Member } : able[index].Seat,
                Tokens.New(), Form(sheet))
            { EnteredBy = paper ? Facilitator : null }, paper ? "paper" : "");
        }
    });

    private void Send(Writes writes, DemoLine line, Answer answer, string who)
    {
        var activity = Activity.Find(writes, Activities[line.Order])!;
        if (activity.Kind != line.Item.Kind)
        {
            return; // this program doesn't know the kind
        }

        try
        {
            var answered = kinds.Of(activity).Accept(writes, activity, answer);
            if (answered.As != AnsweredAs.Taken)
            {
                Refused.Add($"{plan.Title}, {line.Title}, {who}: {answered.Message}");
            }
        }
        catch (RefusedException refused)
        {
            Refused.Add($"{plan.Title}, {line.Title}, {who}: {refused.Message}");
        }
    }

    private static FormCollection Form(Dictionary<string, string> fields) =>
        new(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
}
