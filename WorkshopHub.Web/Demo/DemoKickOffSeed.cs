using Microsoft.Extensions.Primitives;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// Plans the kick-off and lets it run up to now through the same functions as the control room and the phones, each at
/// the moment when it happened. Nothing later than now exists afterwards.
/// </summary>
internal sealed class DemoKickOffSeed(
    Writer writer, DemoClock clock, DemoContent content, DemoDay day, DemoAgenda agenda, DemoOrganisationSeed people)
{
    private const int LateComers = 8;
    private const double HeartsSoFar = 0.6;

    private readonly DemoWorkshop _plan = content.Programmes[0].Workshops[0];
    private readonly List<(DateTimeOffset At, Action<Writes> Do)> _happened = [];
    private readonly Dictionary<string, DemoSeat> _seats = [];
    private readonly Dictionary<long, IReadOnlyList<DemoPost>> _unwritten = [];
    private readonly HashSet<(string Post, long Participant)> _marked = [];
    private readonly Random _chance = new(3);
    private IReadOnlyDictionary<int, long> _activities = new Dictionary<int, long>();
    private long _workshop;

    private long Facilitator => people.Person(DemoOrganisationSeed.FacilitatorKey);

    /// <summary>Writes all of it.</summary>
    public async Task<DemoWorld> RunAsync()
    {
        clock.Now = day.Morning(_plan.Date.AddDays(-7));
        var programme = people.Programme(content.Programmes[0].Id);
        (_workshop, _activities) = await writer.RunAsync(writes => agenda.Plan(writes, programme, day.LocalStart, Facilitator));
        var (coming, late, free) = Guests();
        Happens(day.Start.AddMinutes(-12), writes => Rooms.Open(writes, _workshop, _plan.RoomCode));
        foreach (var (index, key) in coming.Index())
        {
            Happens(day.Start.AddSeconds((index * 29) - 240), writes => Sit(writes, programme, key));
        }

        for (var order = 1; order <= DemoDay.MomentOrder; order++)
        {
            Happens(day.Began(order), order == 1 ? Begin : MoveOn);
        }

        foreach (var item in _plan.Agenda!)
        {
            Write(item);
        }

        foreach (var (at, act) in _happened.OrderBy(one => one.At))
        {
            clock.Now = at;
            await writer.RunAsync(writes =>
            {
                act(writes);
                return true;
            });
        }

        return new DemoWorld
        {
            Workshop = _workshop,
            Facilitator = Facilitator,
            FacilitatorName = content.People.First(person => person.Id == DemoOrganisationSeed.FacilitatorKey).Name,
            Code = _plan.RoomCode!,
            Seats = [.. _seats.Values],
            Late = [.. late.Select(key => new LateComer(key, people.Person(key), Name(key)))],
            Free = [.. free.Select(Name)],
            Unwritten = _unwritten,
            Day = day,
        };
    }

    private void Happens(DateTimeOffset at, Action<Writes> act) => _happened.Add((at, act));

    private string Name(string key) => content.People.First(person => person.Id == key).Name;

    /// <summary>Who sits already, who comes in soon, and one member of each set whom a real phone may be.</summary>
    private (List<string> Coming, List<string> Late, List<string> Free) Guests()
    {
        var posts = _plan.Activities!.SelectMany(activity => activity.Posts ?? []).CountBy(post => post.AuthorId).ToDictionary();
        var early = _plan.Agenda!.Where(item => item.Order <= DemoDay.MomentOrder).SelectMany(item => PostsOf(item)
            .Where(post => day.Written(item.Order, post) < day.Now)).Select(post => post.AuthorId).ToHashSet();
        var free = content.Programmes[0].Sets
            .Select(set => set.MemberIds.Where(key => !early.Contains(key)).MinBy(key => posts.GetValueOrDefault(key))!).ToList();
        var office = content.Programmes[0].Roles.Where(role => role.Role == "Facilitator").Select(role => role.PersonId);
        var present = _plan.Attendance!.Where(one => one.Present).Select(one => one.PersonId).Except(free).Except(office).ToList();
        var quiet = present.Where(key => !early.Contains(key)).ToList();
        var late = quiet.Where((_, index) => index % (quiet.Count / LateComers) == 1).Take(LateComers).ToList();
        return ([.. present.Except(late)], late, free);
    }

    private void Sit(Writes writes, long programme, string key)
    {
        var person = people.Person(key);
        var token = Seats.Take(writes, _workshop, Roster.One(writes, programme, _workshop, person)!, Assurance.Claimed)!;
        var who = Roster.One(writes, programme, _workshop, person)!;
        _seats[key] = new DemoSeat(key, new Seat
        {
            ParticipantId = who.ParticipantId!.Value,
            WorkshopId = _workshop,
            PersonId = person,
            Name = who.Name,
            Role = who.Role,
            SetId = who.SetId,
        }, token);
    }

    private void Begin(Writes writes) => Check(RunOfShow.Start(writes, new Press(_workshop, Facilitator, 0, 0)));

    private void MoveOn(Writes writes)
    {
        var now = Show.Read(writes, _workshop, clock.Now)!.Now!;
        Check(RunOfShow.Next(writes, new Press(_workshop, Facilitator, now.Id, now.Version)));
    }

    private static void Check(Pressed pressed)
    {
        if (pressed.Outcome != PressOutcome.Done)
        {
            throw new InvalidOperationException($"The demo's run of show stopped: {pressed.Message}");
        }
    }

    private IReadOnlyList<DemoPost> PostsOf(DemoItem item) =>
        _plan.Activities!.FirstOrDefault(activity => activity.Id == item.ActivityId && activity.Kind == item.Kind)?.Posts ?? [];

    /// <summary>Posts up to now are written; the others are left to the simulated people.</summary>
    private void Write(DemoItem item)
    {
        var began = item.Order <= DemoDay.MomentOrder;
        var written = PostsOf(item).Where(post => began && day.Written(item.Order, post) < day.Now).ToList();
        _unwritten[_activities[item.Order]] = [.. PostsOf(item).Except(written)];
        foreach (var post in written)
        {
            var (at, id) = (day.Written(item.Order, post), Tokens.New());
            Happens(at, writes =>
            {
                var activity = Activity.Find(writes, _activities[item.Order])!;
                var fields = new FormCollection(new Dictionary<string, StringValues> { ["kind"] = post.Kind, ["text"] = post.Text });
                var answered = Posts.Add(writes, activity, new Answer(id, _seats[post.AuthorId].Seat, null, fields));
                if (answered.As != AnsweredAs.Taken)
                {
                    throw new InvalidOperationException($"A post of the demo was not taken: {answered.Message}");
                }
            });
            for (var heart = 0; heart < (int)(post.Hearts * HeartsSoFar); heart++)
            {
                Happens(at + ((day.Now - at) * _chance.NextDouble()), writes => Heart(writes, id));
            }
        }
    }

    private void Heart(Writes writes, string id)
    {
        // A second mark by the same person would take the first back.
        var seat = _seats.Values.ElementAt(_chance.Next(_seats.Count)).Seat;
        if (_marked.Add((id, seat.ParticipantId)))
        {
            Posts.Heart(writes, id, seat);
        }
    }
}
