using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>3,000 phones in sets of fifty hold their lines while 100 posts a second come in: the server's memory, and whether a push is lost.</summary>
internal static class BigCommand
{
    private const int Phones = 3000;
    private const int PerSet = 50;
    private const int PerSecond = 100;
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 30);
        var people = Options.Number(args, "--phones", Phones);
        var folder = Options.Folder(args);
        try
        {
            var file = Path.Combine(folder.FullName, "bench.db");
            var room = await Room.PlantAsync(file, RoomPlan.Posts(people) with { Sets = Math.Max(1, people / PerSet) });
            await using var server = await Child.ProgramAsync(file);
            using var phones = await Bench.Phones.OpenAsync(server, room);
            var (inSet, onWalls) = (new Reach(PerSet, "post-"), new Reach(Size.Walls, "wall-"));
            await using var lines = new Lines();
            await lines.AddAsync(Enumerable.Range(0, Size.Walls).Select(number =>
                new HubLine(server.Site, room.WallCookie(number), "wall", room.Workshop) { Heard = onWalls.Screen() }));
            await lines.AddAsync(phones.All.Select(phone => new HubLine(server.Site, phone.Cookie, "phone", room.Workshop) { Heard = inSet.Screen() }));
            var idle = server.Megabytes;
            await SendAsync(new Reach(Size.Walls, "wall-"), new Reach(PerSet, "post-"), 5); // warms up
            server.Mark();
            var late = await SendAsync(onWalls, inSet, seconds);
            await Task.WhenAll(onWalls.ArrivedAsync(_settle), inSet.ArrivedAsync(_settle));
            Console.WriteLine($"""

                {people} phones in sets of {PerSet}, {Size.Walls} walls, {PerSecond} posts a second for {seconds} s, {Environment.ProcessorCount} processors; milliseconds

                                              p50      p99      max
                post to the last wall    {onWalls.ToLast}
                post to the last of a set{inSet.ToLast}
                post acknowledged        {onWalls.Acknowledged}

                {onWalls.Sent} posts, {onWalls.Failed} failed; pushes lost {onWalls.Lost} to walls, {inSet.Lost} to phones; sent {late:0} ms late at most
                memory of the server {idle:0} MB idle, {server.Megabytes:0} MB after; processor time {server.Cpu.TotalSeconds:0.0} s
                """);
            Outcome.Write(args, "big", new
            {
                people,
                seconds,
                walls = new { onWalls.ToLast, onWalls.Lost },
                sets = new { inSet.ToLast, inSet.Lost, inSet.BytesEach },
                onWalls.Acknowledged,
                posts = onWalls.Sent,
                onWalls.Failed,
                megabytesIdle = idle,
                megabytes = server.Megabytes,
                cpuSeconds = server.Cpu.TotalSeconds,
            });
            return onWalls.Lost + inSet.Lost == 0 ? 0 : 1;

            Task<double> SendAsync(Reach walls, Reach sets, int forSeconds) => Pace.RunAsync(forSeconds * PerSecond, forSeconds, number =>
            {
                var id = Tokens.New();
                return walls.SendAsync(id, async () =>
                {
                    var taken = false;
                    await sets.SendAsync(id, async () => taken = await phones.All[number * 7 % people]
                        .PostAsync(room.Activity, id, "Learning", Texts.Of(id), CancellationToken.None));
                    return taken;
                });
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
