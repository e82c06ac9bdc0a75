using System.Diagnostics;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>A whole room that joins from one address: by code and name, as phones do.</summary>
internal static class JoinCommand
{
    private const int People = 500;
    private const int Together = 20;

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = Options.Number(args, "--seconds", 30);
        var people = Options.Number(args, "--people", People);
        var folder = Options.Folder(args);
        try
        {
            var room = await Room.PlantAsync(Path.Combine(folder.FullName, "bench.db"), RoomPlan.Posts(people + Together, seated: false));
            await using var server = await Child.ProgramAsync(Path.Combine(folder.FullName, "bench.db"));
            using var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
            using var http = new HttpClient(sockets);
            var spread = await JoinAsync(http, server, room, [.. room.People.Take(people)], seconds);
            var together = await JoinAsync(http, server, room, [.. room.People.Skip(people)], 0);
            Console.WriteLine($"""

                {people} people join from one address in {seconds} s, then {Together} at the same moment; {Environment.ProcessorCount} processors; milliseconds

                                            p50      p99      max
                door, name and phone   {spread.Figures}   refused {spread.Refused} of {people}
                {Together} at once             {together.Figures}   refused {together.Refused} of {Together}
                """);
            Outcome.Write(args, "join", new
            {
                people,
                seconds,
                spread = spread.Figures,
                spreadRefused = spread.Refused,
                together = together.Figures,
                togetherRefused = together.Refused,
            });
            return spread.Refused + together.Refused == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(Figures Figures, int Refused)> JoinAsync(HttpClient http, Child server, Room room, IReadOnlyList<long> people, int seconds)
    {
        var done = new double?[people.Count];
        await Pace.RunAsync(people.Count, seconds, async number => done[number] = await OneAsync(http, server, room, people[number]));
        return (Figures.Of(done.OfType<double>()), done.Count(one => one is null));
    }

    /// <summary>Milliseconds until the phone has its place's page; null where it got none.</summary>
    private static async Task<double?> OneAsync(HttpClient http, Child server, Room room, long person)
    {
        var start = Stopwatch.GetTimestamp();
        var phone = new SimulatedPhone(http, server.Site, room.Workshop, seatToken: null);
        if (!await phone.JoinAsync(room.Code, person, CancellationToken.None))
        {
            return null;
        }

        await phone.OpenAsync(CancellationToken.None);
        return phone.Participant > 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : null;
    }
}
