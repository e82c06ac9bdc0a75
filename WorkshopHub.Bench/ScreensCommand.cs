using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>
/// Everybody gets every post: how soon the last of so many screens has it, with few and many posts there already; in turn with it
/// the bare hub. The screens are phones of one set, so each post goes to each of them.
/// </summary>
internal static class ScreensCommand
{
    private static readonly (int Screens, int PerSecond)[] _rooms = [(40, 5), (100, 10), (300, 50), (1000, 50)];
    private static readonly int[] _there = [0, 500, 2000];
    private const int Warming = 20;
    private const int WarmingPerSecond = 50;
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 10);
        var most = Options.Number(args, "--screens", int.MaxValue);
        var folder = Options.Folder(args);
        var lines = new List<object>();
        try
        {
            Console.WriteLine($"\nPosts to the last of all screens, {seconds} s each, {Environment.ProcessorCount} processors; milliseconds, and the bare hub behind\n");
            Console.WriteLine("screens  posts/s  there        p50      p99      max        p50      p99      max    lost");
            foreach (var (screens, perSecond) in _rooms.Where(room => room.Screens <= most))
            {
                foreach (var there in _there)
                {
                    var hub = await HubAsync(Path.Combine(folder.FullName, $"{screens}-{there}", "bench.db"), screens, perSecond, there, seconds);
                    var floor = await FloorAsync(hub.BytesEach, screens, perSecond, seconds);
                    Console.WriteLine($"{screens,7} {perSecond,8} {there,6}   {hub.ToLast}   {floor.ToLast} {hub.Lost,7}");
                    lines.Add(new { screens, perSecond, there, hub = Told(hub), floor = Told(floor) });
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Outcome.Write(args, "screens", lines);
        return 0;
    }

    private static async Task<Reach> HubAsync(string file, int screens, int perSecond, int there, int seconds)
    {
        var room = await Room.PlantAsync(file, RoomPlan.Posts(screens) with { Sets = 1 });
        await using var server = await Child.ProgramAsync(file);
        using var phones = await Phones.OpenAsync(server, room);
        for (var number = 0; number < there; number++)
        {
            await PostAsync(number, Tokens.New());
        }

        var reach = new Reach(screens, "post-");
        await using var lines = new Lines();
        await lines.AddAsync(phones.All.Select(phone => new HubLine(server.Site, phone.Cookie, "phone", room.Workshop) { Heard = reach.Screen() }));
        await WarmUpAsync();
        await SendAsync(reach, perSecond, seconds, PostAsync);
        return reach;

        // What warms up is taken back: a board that is to be empty is empty.
        async Task WarmUpAsync()
        {
            var ids = new string[Warming * WarmingPerSecond];
            await Pace.RunAsync(ids.Length, Warming, number => PostAsync(number, ids[number] = Tokens.New()));
            await Parallel.ForEachAsync(Enumerable.Range(0, ids.Length), async (number, stop) => await Of(number).DeleteAsync(ids[number], stop));
            await Task.Delay(_settle);
        }

        SimulatedPhone Of(int number) => phones.All[number * 7 % screens];
        Task<bool> PostAsync(int number, string id) =>
            Of(number).PostAsync(room.Activity, id, "Learning", Texts.Of(id), CancellationToken.None);
    }

    private static async Task<Reach> FloorAsync(int bytes, int screens, int perSecond, int seconds)
    {
        await using var server = await Child.FloorAsync();
        using var http = new HttpClient();
        var reach = new Reach(screens, "wall-");
        await using var lines = new Lines();
        await lines.AddAsync(Enumerable.Range(0, screens).Select(_ => new HubLine(server.Site, "", "phone", 0) { Heard = reach.Screen() }));
        await SendAsync(new Reach(screens, "wall-"), WarmingPerSecond, Warming, PostAsync);
        await SendAsync(reach, perSecond, seconds, PostAsync);
        return reach;

        async Task<bool> PostAsync(int number, string id)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["id"] = id,
                ["set"] = "0",
                ["wall"] = "0",
                ["phone"] = $"{bytes}",
                ["text"] = Texts.Of(id),
            });
            using var answer = await http.PostAsync(new Uri(server.Site, "/post"), form);
            return answer.IsSuccessStatusCode;
        }
    }

    private static async Task SendAsync(Reach reach, int perSecond, int seconds, Func<int, string, Task<bool>> post)
    {
        await Pace.RunAsync(seconds * perSecond, seconds, number =>
        {
            var id = Tokens.New();
            return reach.SendAsync(id, () => post(number, id));
        });
        await reach.ArrivedAsync(_settle);
    }

    private static object Told(Reach reach) => new { reach.ToLast, reach.Acknowledged, reach.Sent, reach.Failed, reach.Lost, reach.BytesEach };
}
