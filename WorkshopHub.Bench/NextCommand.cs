using System.Diagnostics;
using System.Text;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>The facilitator moves on: how soon every phone of a large room has the next activity; in turn with it the bare hub.</summary>
internal static class NextCommand
{
    private const int Phones = 1000;
    private const int Presses = 8;
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        var phones = Options.Number(args, "--phones", Phones);
        var rounds = Options.Number(args, "--rounds", 3);
        var folder = Options.Folder(args);
        var (hub, floor) = (new List<Run>(), new List<Run>());
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                hub.Add(await HubAsync(Path.Combine(folder.FullName, $"{round}", "bench.db"), phones));
                floor.Add(await FloorAsync(hub[^1].Bytes, phones));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var (ours, bare) = (Figures.Median([.. hub.Select(run => run.OnPhone)]), Figures.Median([.. floor.Select(run => run.OnPhone)]));
        Console.WriteLine($"""

            The facilitator moves on {Presses} times, {phones} phones, {Environment.ProcessorCount} processors; medians of {rounds}, milliseconds

                                        p50      p99      max
            pressed to on a phone  {ours}
            bare hub, same bytes   {bare}
            ratio                  {ours.P50 / bare.P50,8:0.00} {ours.P99 / bare.P99,8:0.00} {ours.Max / bare.Max,8:0.00}

            phones that missed one {hub.Sum(run => run.Missed)}; {hub[^1].Bytes} bytes each; processor time of the server {hub[^1].Cpu:0.0} s, bare hub {floor[^1].Cpu:0.0} s
            """);
        Outcome.Write(args, "next", new { phones, presses = Presses, hub, floor });
        return hub.Sum(run => run.Missed) == 0 ? 0 : 1;
    }

    private static async Task<Run> HubAsync(string file, int count)
    {
        var room = await Room.PlantAsync(file, RoomPlan.Posts(count) with { Items = Presses + 2 });
        await using var server = await Child.ProgramAsync(file);
        using var phones = await Bench.Phones.OpenAsync(server, room);
        using var desk = await Desk.SignInAsync(server.Site, room.Workshop);
        var seen = new Seen(count);
        await using var lines = new Lines();
        await lines.AddAsync(phones.All.Select((phone, number) => new HubLine(server.Site, phone.Cookie, "phone", room.Workshop) { Heard = seen.Phone(number) }));
        await (await desk.NextAsync())(); // warms up
        await Task.Delay(_between);
        server.Mark();
        for (var press = 0; press < Presses; press++)
        {
            var next = await desk.NextAsync();
            seen.Begin(Room.Title(press + 3));
            await next();
            await Task.Delay(_between);
            seen.End();
        }

        return seen.Told(Presses, server.Cpu.TotalSeconds);
    }

    private static async Task<Run> FloorAsync(int bytes, int count)
    {
        await using var server = await Child.FloorAsync();
        using var http = new HttpClient();
        var seen = new Seen(count);
        await using var lines = new Lines();
        await lines.AddAsync(Enumerable.Range(0, count).Select(number => new HubLine(server.Site, "", "wall", 0) { Heard = seen.Phone(number) }));
        for (var press = 0; press <= Presses; press++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["wall"] = $"{bytes}" });
            seen.Begin($"{press + 1} answers");
            using var answer = await http.PostAsync(new Uri(server.Site, "/pulse"), form);
            await Task.Delay(_between);
            if (press == 0)
            {
                server.Mark(); // that one warmed up
                continue;
            }

            seen.End();
        }

        return seen.Told(Presses, server.Cpu.TotalSeconds);
    }

    private sealed record Run(Figures OnPhone, int Missed, int Bytes, double Cpu);

    /// <summary>When each phone first heard what is waited for.</summary>
    private sealed class Seen(int phones)
    {
        private readonly long[] _at = new long[phones];
        private readonly List<double> _took = [];
        private byte[] _words = [0];
        private long _begun;
        private long _bytes;
        private int _missed;

        public void Begin(string words)
        {
            Array.Clear(_at);
            _words = Encoding.UTF8.GetBytes(words);
            _begun = Stopwatch.GetTimestamp();
        }

        public void End()
        {
            _missed += _at.Count(at => at == 0);
            _took.AddRange(_at.Where(at => at > 0).Select(at => Stopwatch.GetElapsedTime(_begun, at).TotalMilliseconds));
        }

        public Action<ReadOnlyMemory<byte>> Phone(int number) => push =>
        {
            if (_at[number] == 0 && push.Span.IndexOf(_words) >= 0)
            {
                _at[number] = Stopwatch.GetTimestamp();
                Interlocked.Add(ref _bytes, push.Length + 1);
            }
        };

        public Run Told(int presses, double cpu) => new(Figures.Of(_took), _missed, (int)(_bytes / (presses + 1) / phones), cpu);
    }
}
