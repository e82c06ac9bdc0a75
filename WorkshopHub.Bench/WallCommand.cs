using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>Measures post to wall and, in turn, the bare hub, alone and with a commit before each post.</summary>
internal static class WallCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 30);
        var rounds = Options.Number(args, "--rounds", 3);
        var folder = Options.Folder(args);
        var (hub, floor, kept) = (new List<RunResult>(), new List<RunResult>(), new List<RunResult>());
        var browser = new List<Figures>();
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                hub.Add(await HubAsync(Path.Combine(folder.FullName, $"{round}", "bench.db"), seconds, Options.Word(args, "--chromium"), browser));
                Table.Line($"hub   {round + 1}", hub[^1]);
                floor.Add(await FloorAsync(hub[^1].Measure, seconds, null));
                Table.Line($"floor {round + 1}", floor[^1]);
                kept.Add(await FloorAsync(hub[^1].Measure, seconds, Path.Combine(folder.FullName, $"{round}", "floor.db")));
                Table.Line($"kept  {round + 1}", kept[^1]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Table.Print(hub, floor, kept, seconds);
        if (browser.Count > 0)
        {
            Console.WriteLine($"drawn by a real browser    {Figures.Median(browser)}");
        }

        Outcome.Write(args, "wall", new { seconds, rounds, hub = hub.Select(Told), floor = floor.Select(Told), kept = kept.Select(Told), browser });
        return 0;
    }

    private static object Told(RunResult run) => new
    {
        run.OnWall,
        run.Acknowledged,
        run.CpuSeconds,
        run.Megabytes,
        posts = run.Measure.Sent,
        run.Measure.Failed,
        arrivals = run.Measure.Received,
        run.Measure.WallBytes,
        run.Measure.PhoneBytes,
    };

    private static async Task<RunResult> HubAsync(string file, int seconds, string? chromium, List<Figures> browser)
    {
        var room = await Room.PlantAsync(file, RoomPlan.Posts(Size.Phones));
        await using var server = await Child.ProgramAsync(file);
        using var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(sockets);
        var phones = room.Phones.Select(token => new SimulatedPhone(http, server.Site, room.Workshop, token)).ToList();
        foreach (var phone in phones)
        {
            await phone.OpenAsync(CancellationToken.None);
        }

        await using var screen = chromium is null ? null : await BrowserWall.OpenAsync(chromium, server.Site, room.WallCookie(Size.Walls));
        var run = await Load.RunAsync(
            server,
            (number, measure) => new HubLine(server.Site, room.WallCookie(number), "wall", room.Workshop) { Heard = measure.Wall() },
            (number, measure) => new HubLine(server.Site, phones[number].Cookie, "phone", room.Workshop) { Heard = measure.Phone },
            (number, id) => phones[number].PostAsync(room.Activity, id, "Learning", Texts.Of(id), CancellationToken.None),
            seconds);
        if (screen is not null)
        {
            browser.Add(await screen.DrawnAsync(run.Measure));
        }

        return run;
    }

    private static async Task<RunResult> FloorAsync(Measure same, int seconds, string? file)
    {
        await using var server = await Child.FloorAsync(file);
        using var http = new HttpClient();
        return await Load.RunAsync(
            server,
            (_, measure) => new HubLine(server.Site, "", "wall", 0) { Heard = measure.Wall() },
            (number, measure) => new HubLine(server.Site, "", "phone", number % Size.Sets) { Heard = measure.Phone },
            async (number, id) =>
            {
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["id"] = id,
                    ["set"] = $"{number % Size.Sets}",
                    ["wall"] = $"{same.WallBytes}",
                    ["phone"] = $"{same.PhoneBytes}",
                    ["text"] = Texts.Of(id),
                });
                using var answer = await http.PostAsync(new Uri(server.Site, "/post"), form);
                return answer.IsSuccessStatusCode;
            },
            seconds);
    }
}
