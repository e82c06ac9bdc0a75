using System.Diagnostics;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>A board with few posts and the same board with thousands: what its pages weigh, and how soon a post is on the wall.</summary>
internal static class BoardCommand
{
    private const int Posts = 5000;
    private const int PerSecond = 20;
    private const int Looks = 20;
    private const int AtOnce = 16;

    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 10);
        var posts = Options.Number(args, "--posts", Posts);
        var folder = Options.Folder(args);
        try
        {
            var file = Path.Combine(folder.FullName, "bench.db");
            var room = await Room.PlantAsync(file, RoomPlan.Posts(Size.Phones));
            await using var server = await Child.ProgramAsync(file);
            using var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
            using var http = new HttpClient(sockets);
            var phones = room.Phones.Select(token => new SimulatedPhone(http, server.Site, room.Workshop, token)).ToList();
            await Parallel.ForEachAsync(
                phones, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (phone, stop) => await phone.OpenAsync(stop));
            await PostAsync(server, room, phones, seconds, new Measure()); // warms up
            var (few, before) = (await PagesAsync(http, server, room, phones[0]), new Measure());
            await PostAsync(server, room, phones, seconds, before);
            var there = 2 * seconds * PerSecond;
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Math.Max(0, posts - there)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (number, stop) => await OneAsync(phones[number % phones.Count], room, Tokens.New(), stop));
            await Task.Delay(_settle);
            var (many, after) = (await PagesAsync(http, server, room, phones[0]), new Measure());
            await PostAsync(server, room, phones, seconds, after);
            Print(there, posts, few, many, before, after);
            Outcome.Write(args, "board", new
            {
                few = new { posts = there, few.Wall, few.Phone, toWall = before.OnWall },
                many = new { posts, many.Wall, many.Phone, toWall = after.OnWall },
            });
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PostAsync(Child server, Room room, List<SimulatedPhone> phones, int seconds, Measure measure)
    {
        await using var lines = new Lines();
        await lines.AddAsync([new HubLine(server.Site, room.WallCookie(0), "wall", room.Workshop) { Heard = measure.Wall() }]);
        await Pace.RunAsync(seconds * PerSecond, seconds, async number =>
        {
            var id = Tokens.New();
            measure.Send(id);
            measure.Answered(id, await OneAsync(phones[number * 7 % phones.Count], room, id, CancellationToken.None));
        });
        await Task.Delay(_settle);
    }

    private static Task<bool> OneAsync(SimulatedPhone phone, Room room, string id, CancellationToken stop) =>
        phone.PostAsync(room.Activity, id, "Learning", Texts.Of(id), stop);

    private static async Task<(Page Wall, Page Phone)> PagesAsync(HttpClient http, Child server, Room room, SimulatedPhone phone) => (
        await PageAsync(http, new Uri(server.Site, "/wall"), room.WallCookie(0)),
        await PageAsync(http, new Uri(server.Site, $"/w/{room.Workshop}"), phone.Cookie));

    private static async Task<Page> PageAsync(HttpClient http, Uri address, string cookie)
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var look = 0; look < Looks; look++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.SendAsync(request);
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Page(bytes, Figures.Of(times));
    }

    private static void Print(int there, int posts, (Page Wall, Page Phone) few, (Page Wall, Page Phone) many, Measure before, Measure after) =>
        Console.WriteLine($"""

            A board with {there} posts and the same with {posts}; {Environment.ProcessorCount} processors; milliseconds

                                             bytes      p50      p99      max
            wall, {there,5} posts         {few.Wall}
            wall, {posts,5} posts         {many.Wall}
            ratio                     {(double)many.Wall.Bytes / few.Wall.Bytes,8:0.00} {many.Wall.Took.P50 / few.Wall.Took.P50,8:0.00}
            phone, {there,5} posts        {few.Phone}
            phone, {posts,5} posts        {many.Phone}
            ratio                     {(double)many.Phone.Bytes / few.Phone.Bytes,8:0.00} {many.Phone.Took.P50 / few.Phone.Took.P50,8:0.00}
            post to wall, {there,5}                {before.OnWall}
            post to wall, {posts,5}                {after.OnWall}
            ratio                              {after.OnWall.P50 / before.OnWall.P50,8:0.00} {after.OnWall.P99 / before.OnWall.P99,8:0.00} {after.OnWall.Max / before.OnWall.Max,8:0.00}

            {before.Sent + after.Sent} posts measured, {before.Failed + after.Failed} failed, {before.Received + after.Received} on the wall
            """);

    private sealed record Page(int Bytes, Figures Took)
    {
        public override string ToString() => $"{Bytes,8} {Took}";
    }
}
