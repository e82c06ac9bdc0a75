using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Bench;

/// <summary>
/// The server is killed while the room posts, and started again a second later: how soon after its return each phone and wall has
/// its line and has got its page's regions again, and whether every post is there once.
/// </summary>
internal static partial class RestartCommand
{
    private const int Before = 5;
    private const int After = 5;
    private static readonly TimeSpan _gone = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Options.Number(args, "--rounds", 3);
        var folder = Options.Folder(args);
        var runs = new List<Run>();
        try
        {
            for (var round = 0; round < rounds; round++)
            {
                runs.Add(await OneAsync(Path.Combine(folder.FullName, $"{round}", "bench.db")));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Console.WriteLine($"""

            The server is killed under {Size.PostsPerSecond} posts a second and comes back, {Size.Phones} phones, {Size.Walls} walls, {Environment.ProcessorCount} processors; medians of {rounds}, milliseconds

                                               p50      p99      max
            server back to screen right   {Figures.Median([.. runs.Select(run => run.Right)])}

            screens right {string.Join(", ", runs.Select(run => run.Screens))} of {Size.Phones + Size.Walls}; posts {string.Join(", ", runs.Select(run => run.Sent))}, in the air at the kill {string.Join(", ", runs.Select(run => run.Open))}
            acknowledged and missing {runs.Sum(run => run.Missing)}, doubled {runs.Sum(run => run.Doubled)}, not sent by anybody {runs.Sum(run => run.Strange)}; the file is {string.Join(", ", runs.Select(run => run.File).Distinct())}
            """);
        Outcome.Write(args, "restart", runs);
        return runs.All(run => run is { Missing: 0, Doubled: 0, Strange: 0, File: "ok", Screens: Size.Phones + Size.Walls }) ? 0 : 1;
    }

    private static async Task<Run> OneAsync(string file)
    {
        var room = await Room.PlantAsync(file, RoomPlan.Posts(Size.Phones));
        await using var server = await Child.ProgramAsync(file);
        using var phones = await Phones.OpenAsync(server, room);
        var (back, right) = (0L, new ConcurrentDictionary<string, double>());
        await using var lines = new Lines();
        await lines.AddAsync(await Task.WhenAll(Enumerable.Range(0, Size.Walls).Select(number => LineAsync(room.WallCookie(number), "wall", "/wall"))));
        await lines.AddAsync(await Task.WhenAll(phones.All.Select(phone => LineAsync(phone.Cookie, "phone", $"/w/{room.Workshop}"))));

        var (sent, taken) = (new ConcurrentDictionary<string, SimulatedPhone>(StringComparer.Ordinal), new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
        var posting = Pace.RunAsync((Before + After) * Size.PostsPerSecond, Before + After, number => PostAsync(Tokens.New(), phones.All[number * 7 % Size.Phones]));
        await Task.Delay(TimeSpan.FromSeconds(Before));
        await server.KillAsync();
        await Task.Delay(_gone);
        await server.StartAgainAsync();
        back = Stopwatch.GetTimestamp();
        for (var begun = Stopwatch.GetTimestamp(); right.Count < Size.Phones + Size.Walls && Stopwatch.GetElapsedTime(begun) < _patience;)
        {
            await Task.Delay(20);
        }

        await posting;
        var open = sent.Keys.Except(taken.Keys).ToList();
        foreach (var id in open)
        {
            await PostAsync(id, sent[id]); // as the phones' outbox does
        }

        return Kept(file, sent.Keys, taken.Keys, open.Count, right.Values);

        async Task PostAsync(string id, SimulatedPhone phone)
        {
            sent[id] = phone;
            try
            {
                if (await phone.PostAsync(room.Activity, id, "Learning", Texts.Of(id), CancellationToken.None))
                {
                    taken[id] = true;
                }
            }
            catch (HttpRequestException)
            {
                // The server is gone; the phone keeps it.
            }
        }

        async Task<HubLine> LineAsync(string cookie, string view, string page)
        {
            var regions = Regions().Matches(await GetAsync(phones.Http, server, cookie, page, live: false))
                .Select(found => System.Net.WebUtility.HtmlDecode(found.Groups[1].Value)).Distinct().ToList();
            return new HubLine(server.Site, cookie, view, room.Workshop)
            {
                Watches = () =>
                {
                    if (back != 0)
                    {
                        _ = RightAsync();
                    }
                },
            };

            // A page that finds a new run of the program gets its regions again, not all pages at once.
            async Task RightAsync()
            {
                await Task.Delay(Random.Shared.Next(1500));
                await Task.WhenAll(regions.Select(region => GetAsync(phones.Http, server, cookie, region, live: true)));
                right.TryAdd(cookie, Stopwatch.GetElapsedTime(back).TotalMilliseconds);
            }
        }
    }

    private static async Task<string> GetAsync(HttpClient http, Child server, string cookie, string address, bool live)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Site, address));
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (live)
        {
            request.Headers.Add("X-Live", "region");
        }

        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private static Run Kept(string file, ICollection<string> sent, ICollection<string> taken, int open, IEnumerable<double> right)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, text FROM post";
        var kept = new List<(string Id, string Text)>();
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                kept.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        command.CommandText = "PRAGMA integrity_check";
        return new Run(
            Figures.Of(right), right.Count(), sent.Count, open, taken.Except(kept.Select(post => post.Id)).Count(),
            kept.Count - kept.Select(post => post.Text).Distinct().Count(), kept.Count(post => !sent.Contains(post.Id)), $"{command.ExecuteScalar()}");
    }

    [GeneratedRegex("""data-refresh="([^"]+)""")]
    private static partial Regex Regions();

    private sealed record Run(Figures Right, int Screens, int Sent, int Open, int Missing, int Doubled, int Strange, string File);
}
