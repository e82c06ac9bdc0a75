using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>Measures post to wall and, in turn, the bare hub.</summary>
internal static class WallCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 30);
        var rounds = Options.Number(args, "--rounds", 3);
        var folder = Options.Folder(args);
        var (hub, floor) = (new List<RunResult>(), new List<RunResult>());
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                hub.Add(await HubAsync(Path.Combine(folder.FullName, $"{round}", "bench.db"), seconds));
                Table.Line($"hub   {round + 1}", hub[^1]);
                floor.Add(await FloorAsync(hub[^1].Measure, seconds));
                Table.Line($"floor {round + 1}", floor[^1]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Table.Print(hub, floor, seconds);
        return 0;
    }

    private static async Task<RunResult> HubAsync(string file, int seconds)
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

        return await Load.RunAsync(
            server,
            (number, measure) => new HubLine(server.Site, room.WallCookie(number), "wall", room.Workshop) { Heard = measure.Wall() },
            (number, measure) => new HubLine(server.Site, phones[number].Cookie, "phone", room.Workshop) { Heard = measure.Phone },
            (number, id) => phones[number].PostAsync(room.Activity, id, "Learning", Texts.Of(id), CancellationToken.None),
            seconds);
    }

    private static async Task<RunResult> FloorAsync(Measure same, int seconds)
    {
        await using var server = await Child.FloorAsync();
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
