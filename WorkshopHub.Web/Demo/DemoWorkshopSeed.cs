using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;
using ProgrammeCommands = WorkshopHub.Web.Programmes.ProgrammeCommands;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// Plans a workshop and lets it run, up to now or to its end, through the same functions as the control room and the
/// phones, each at the moment when it happened. Nothing later than now exists afterwards.
/// </summary>
internal sealed class DemoWorkshopSeed(Writer writer, DemoClock clock, DemoRoom room, DemoAgenda agenda, ActivityKinds kinds, DemoPosts posts)
{
    private const int LateComers = 8;

    private long _programme;

    /// <summary>Who comes in during the first minutes of the demo.</summary>
    public IReadOnlyList<string> Late { get; private set; } = [];

    /// <summary>Whom real phones may be.</summary>
    public IReadOnlyList<string> Free { get; private set; } = [];

    /// <summary>Writes all of it.</summary>
    public async Task RunAsync(long programme)
    {
        _programme = programme;
        clock.Now = room.Day.HasBegun(room.Plan) ? room.Hours.Start.AddDays(-7) : room.Day.Now.AddDays(-1);
        (room.Workshop, room.Activities) = await writer.RunAsync(writes => agenda.Plan(writes, room, programme));
        if (!room.Day.HasBegun(room.Plan))
        {
            return;
        }

        var coming = Guests();
        room.Happens(room.Hours.Start.AddMinutes(-12), writes => Rooms.Open(writes, room.Workshop, room.Plan.RoomCode));
        var pace = Math.Min(29, (room.Lines[0].Minutes * 60 + 120) / Math.Max(1, coming.Count));
        foreach (var (index, key) in coming.Index())
        {
            var surely = !room.IsRunning || index % 3 > 0;
            room.Happens(room.Hours.Start.AddSeconds((index * pace) - 240), writes => Sit(writes, key, surely));
        }

        if (room.Plan.Kind == "KickOff")
        {
            room.Happens(room.Hours.Start, writes => ProgrammeCommands.Enter(writes, programme, "Running", room.Facilitator));
        }

        for (var order = 1; order <= room.Last; order++)
        {
            room.Happens(room.Hours.Began(order), order == 1 ? Begin : MoveOn);
        }

        foreach (var line in room.Lines.Where(line => line.Order <= room.Last))
        {
            DemoData.Feed(room, posts, line);
        }

        if (!room.IsRunning)
        {
            room.Happens(room.Hours.End, Finish);
        }

        foreach (var (at, act) in room.Happened)
        {
            clock.Now = at;
            await writer.RunAsync(writes =>
            {
                act(writes);
                return true;
            });
        }
    }

    /// <summary>Who sits already, who comes in soon, and one member of each set whom a real phone may be.</summary>
    private List<string> Guests()
    {
        var office = room.Programme.Roles.Where(role => role.Role == "Facilitator").Select(role => role.PersonId);
        var present = room.Plan.Attendance!.Where(one => one.Present).Select(one => one.PersonId).Except(office).ToList();
        if (!room.IsRunning)
        {
            return present;
        }

        var early = room.Lines.Where(line => line.Order <= room.Last).SelectMany(line => DemoPosts.Early(room, line)).ToHashSet();
        var count = room.Plan.Activities!.SelectMany(activity => activity.Posts ?? []).CountBy(post => post.AuthorId).ToDictionary();
        var free = room.Programme.Sets
            .Select(set => set.MemberIds.Where(key => !early.Contains(key)).MinBy(key => count.GetValueOrDefault(key)))
            .OfType<string>().ToList();
        var quiet = present.Where(key => !early.Contains(key) && !free.Contains(key)).ToList();
        if (free.Count < room.Programme.Sets.Count)
        {
            free.AddRange(quiet.Where(key => key.StartsWith('v')).Take(3));
            quiet.RemoveAll(free.Contains);
        }

        Late = [.. quiet.Where((_, index) => index % Math.Max(1, quiet.Count / LateComers) == Math.Min(1, quiet.Count / LateComers - 1)).Take(LateComers)];
        Free = free;
        return [.. present.Except(free).Except(Late)];
    }

    private void Sit(Writes writes, string key, bool surely)
    {
        var person = room.Person(key);
        var assurance = surely ? Assurance.Vouched : Assurance.Claimed;
        var token = WorkshopHub.Web.Workshops.Join.Seats.Take(
            writes, room.Workshop, Roster.One(writes, _programme, room.Workshop, person)!, assurance)!;
        var who = Roster.One(writes, _programme, room.Workshop, person)!;
        room.Seats[key] = new DemoSeat(key, new Seat
        {
            ParticipantId = who.ParticipantId!.Value,
            WorkshopId = room.Workshop,
            PersonId = person,
            Name = who.Name,
            Role = who.Role,
            SetId = who.SetId,
            Assurance = assurance,
        }, token);
    }

    private void Begin(Writes writes) => Check(RunOfShow.Start(writes, new Press(room.Workshop, room.Facilitator, 0, 0)));

    private void MoveOn(Writes writes)
    {
        var now = Show.Read(writes, room.Workshop, clock.Now)!.Now!;
        Check(RunOfShow.Next(writes, new Press(room.Workshop, room.Facilitator, now.Id, now.Version)));
        Carried.Settle(writes, kinds, room.Workshop);
    }

    private void Finish(Writes writes)
    {
        var now = Show.Read(writes, room.Workshop, clock.Now)!.Now!;
        Check(RunOfShow.Finish(writes, new Press(room.Workshop, room.Facilitator, now.Id, now.Version)));
        Rooms.Close(writes, room.Workshop);
        Carried.Settle(writes, kinds, room.Workshop);
        if (room.Plan.Kind == "Final")
        {
            ProgrammeCommands.Enter(writes, _programme, "Closed", room.Facilitator);
        }
    }

    private static void Check(Pressed pressed)
    {
        if (pressed.Outcome != PressOutcome.Done)
        {
            throw new InvalidOperationException($"The demo's run of show stopped: {pressed.Message}");
        }
    }
}
