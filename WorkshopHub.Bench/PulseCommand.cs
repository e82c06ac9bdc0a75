using System.Diagnostics;
using WorkshopHub.Web.Activities.Pulses;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>Measures how soon walls follow when a large room answers a pulse and, in turn, the bare hub.</summary>
internal static class PulseCommand
{
    private const int Phones = 1000;
    private const int AtOnce = 16;

    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 10);
        var phones = Options.Number(args, "--phones", Phones);
        var folder = Options.Folder(args);
        var runs = new List<object>();
        try
        {
            for (var round = 0; round < Options.Number(args, "--rounds", 1); round++)
            {
                var (hub, cpu) = await HubAsync(Path.Combine(folder.FullName, $"{round}", "bench.db"), phones, seconds);
                var (floor, bare) = await FloorAsync(hub.BytesEach, phones, seconds);
                Print(phones, seconds, hub, cpu, floor, bare);
                runs.Add(new { hub = Told(hub, cpu), floor = Told(floor, bare) });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Outcome.Write(args, "pulse", new { phones, seconds, runs });
        return 0;
    }

    private static object Told(Follow follow, double cpu) => new
    {
        follow.OnWall,
        follow.Acknowledged,
        follow.Taken,
        follow.Refused,
        follow.Busy,
        follow.PushesEach,
        follow.BytesEach,
        follow.Whole,
        cpuSeconds = cpu,
    };

    private static async Task<(Follow Follow, double Cpu)> HubAsync(string file, int count, int seconds)
    {
        var room = await Room.PlantAsync(file, RoomPlan.Pulse(count));
        await using var server = await Child.ProgramAsync(file);
        using var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(sockets);
        var phones = room.Phones.Select(token => new SimulatedPhone(http, server.Site, room.Workshop, token)).ToList();
        await Parallel.ForEachAsync(
            phones, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (phone, stop) => await phone.OpenAsync(stop));
        var statements = PulseSettings.Parse("{}").Statements;
        return await LoadAsync(
            server,
            (number, heard) => new HubLine(server.Site, room.WallCookie(number), "wall", room.Workshop) { Heard = heard },
            number => new HubLine(server.Site, phones[number].Cookie, "phone", room.Workshop),
            number => phones[number].TryAnswerAsync(
                room.Activity, statements.Index().ToDictionary(one => one.Item.Field, one => $"{1 + ((number + one.Index) % 5)}"), CancellationToken.None),
            count, seconds);
    }

    private static async Task<(Follow Follow, double Cpu)> FloorAsync(int bytes, int count, int seconds)
    {
        await using var server = await Child.FloorAsync();
        using var http = new HttpClient();
        return await LoadAsync(
            server,
            (_, heard) => new HubLine(server.Site, "", "wall", 0) { Heard = heard },
            number => new HubLine(server.Site, "", "phone", number % Size.Sets),
            async number =>
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["wall"] = $"{bytes}" });
                using var answer = await http.PostAsync(new Uri(server.Site, "/pulse"), form);
                return (int)answer.StatusCode;
            },
            count, seconds);
    }

    private static async Task<(Follow Follow, double Cpu)> LoadAsync(
        Child server, Func<int, Action<ReadOnlyMemory<byte>>, HubLine> wall, Func<int, HubLine> phone, Func<int, Task<int>> answer, int count, int seconds)
    {
        var follow = new Follow();
        await using var lines = new Lines();
        await lines.AddAsync(Enumerable.Range(0, Size.Walls).Select(number => wall(number, follow.Wall(number))));
        await lines.AddAsync(Enumerable.Range(0, count).Select(phone));
        await Task.Delay(_settle);
        server.Mark();
        await Pace.RunAsync(count, seconds, async number =>
        {
            var sent = Stopwatch.GetTimestamp();
            follow.Answered(sent, await answer(number));
        });
        await Task.Delay(_settle);
        return (follow, server.Cpu.TotalSeconds);
    }

    private static void Print(int phones, int seconds, Follow hub, double cpu, Follow floor, double bare)
    {
        var (ours, theirs) = (hub.OnWall, floor.OnWall);
        Console.WriteLine($"""

            {phones} phones answer a pulse within {seconds} s, {Size.Walls} walls, {Environment.ProcessorCount} processors; milliseconds

                                        p50      p99      max
            answer sent to wall    {ours}
            bare hub, same bytes   {theirs}
            ratio                  {ours.P50 / theirs.P50,8:0.00} {ours.P99 / theirs.P99,8:0.00} {ours.Max / theirs.Max,8:0.00}
            answer acknowledged    {hub.Acknowledged}
            acknowledged to wall   {hub.Followed}

            taken {hub.Taken}, refused {hub.Refused}, of them busy {hub.Busy} (503); bare hub {floor.Taken} and {floor.Refused}
            pushes of the picture to each wall {hub.PushesEach:0.0} of {hub.AllEach:0.0}, bare hub {floor.PushesEach:0.0}; {hub.BytesEach} bytes each
            walls with the last count {hub.Whole} of {Size.Walls}; processor time of the server {cpu:0.0} s, bare hub {bare:0.0} s
            """);
    }
}
