using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>Fills an empty file with the demo organisation up to a moment of its programme.</summary>
internal static class DemoSeed
{
    /// <summary>Writes everything through the rooms' own commands, by a writer whose clock is turned back.</summary>
    /// <param name="file">A file that is up to date and empty.</param>
    /// <param name="kinds">The kinds of activity that this program knows.</param>
    /// <param name="now">The moment of the demo.</param>
    /// <param name="address">The address that people type.</param>
    /// <param name="at">Which moment of the programme it is.</param>
    public static async Task<DemoWorld> RunAsync(
        DataFile file, ActivityKinds kinds, DateTimeOffset now, string address, DemoMoment at = DemoMoment.KickOff)
    {
        var content = DemoContent.Load();
        var begun = content.Programmes[0].Workshops.Take(at.Begun()).ToList();
        var day = new DemoDay(content, now, at, [.. DemoPlan.Of(begun[^1]).Select(line => line.Minutes)]);
        content = DemoContent.Load(day.Weeks);
        var clock = new DemoClock(now);
        using var writer = new Writer(file, clock);
        await writer.StartAsync(CancellationToken.None);
        try
        {
            var people = new DemoOrganisationSeed(writer, clock, content, day);
            await people.RunAsync(address);
            await new DemoConsents(writer, clock, content, day, people).RunAsync();
            await DemoReadiness.RunAsync(
                writer, clock, day, people.Programme(content.Programmes[0].Id), people.Programme(content.Programmes[1].Id),
                people.Person(DemoOrganisationSeed.FacilitatorKey));
            await new DemoMeetings(writer, clock, content, day, people).RunAsync();
            var agenda = new DemoAgenda(content, KickOffNotes.Load(), kinds);
            var posts = new DemoPosts();
            var (ids, refused) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
            DemoWorld? world = null;
            var sets = new DemoSets(content, day, people, refused).Plan();
            DemoOutcomeReport.Plan(sets, kinds);
            foreach (var plan in begun)
            {
                await sets.RunUntilAsync(writer, clock, day.HoursOf(plan, [.. DemoPlan.Of(plan).Select(line => line.Minutes)]).Start);
                var room = new DemoRoom(content, day, content.Programmes[0], plan, people, kinds) { Ids = ids, Refused = refused };
                var seed = new DemoWorkshopSeed(writer, clock, room, agenda, kinds, posts);
                await seed.RunAsync(people.Programme(content.Programmes[0].Id));
                posts.Leave(room);
                await DemoReplies.RunAsync(writer, clock, room);
                world = World(room, seed, posts);
            }

            // The next programme, of the other format: planned, or held just now.
            var next = content.Programmes[1];
            await new DemoWorkshopSeed(
                writer, clock, new DemoRoom(content, day, next, next.Workshops[0], people, kinds) { Ids = ids, Refused = refused }, agenda, kinds, posts)
                .RunAsync(people.Programme(next.Id));
            await sets.RunUntilAsync(writer, clock, now);
            return world!;
        }
        finally
        {
            await writer.StopAsync(CancellationToken.None);
        }
    }

    private static DemoWorld World(DemoRoom room, DemoWorkshopSeed seed, DemoPosts posts) => new()
    {
        Workshop = room.Workshop,
        Facilitator = room.Facilitator,
        FacilitatorName = room.Content.Name(DemoOrganisationSeed.FacilitatorKey),
        Code = room.IsRunning ? room.Plan.RoomCode! : "",
        Seats = [.. room.Seats.Values],
        Late = [.. seed.Late.Select(key => new LateComer(key, room.Person(key), room.Content.Name(key)))],
        Free = [.. seed.Free.Select(room.Content.Name)],
        Unwritten = posts.Unwritten,
        Day = room.Day,
        Title = room.Plan.Title,
        Item = room.IsRunning ? room.Lines[room.Last - 1].Title : "",
        Start = room.Day.Local(room.Hours.Start),
        PlannedStart = room.Plan.Agenda![0].Start,
        Refused = room.Refused,
    };
}
