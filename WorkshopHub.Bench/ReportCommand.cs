using System.Diagnostics;
using System.Text.RegularExpressions;

namespace WorkshopHub.Bench;

/// <summary>The outcome report of a large programme: how long its page takes, made of the rows and as it was published.</summary>
internal static partial class ReportCommand
{
    private const int Looks = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Options.Folder(args);
        try
        {
            var file = Path.Combine(folder.FullName, "bench.db");
            await LargeProgramme.PlantAsync(file);
            await using var server = await Child.ProgramAsync(file);
            using var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var http = new HttpClient(sockets) { BaseAddress = server.Site };
            await SignInAsync(http);
            Console.WriteLine($"""

                Outcome report of {LargeProgramme.Sets} sets, {LargeProgramme.People} people, {LargeProgramme.Posts:N0} posts; {Environment.ProcessorCount} processors; {Looks} looks

                page                        kB   median     p95   (ms)
                """);
            var now = await LookAsync(http, "as it is now", "/programmes/1/report");
            await PublishAsync(http);
            var published = await LookAsync(http, "as it was published", "/programmes/1/report/1");
            var pdf = await PrintAsync(http, Path.Combine(folder.FullName, "reports"));
            Outcome.Write(args, "report", new { LargeProgramme.Sets, LargeProgramme.People, LargeProgramme.Posts, looks = Looks, now, published, pdf });
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SignInAsync(HttpClient http) =>
        await SendAsync(http, "/signin", "/signin", ("Email", LargeProgramme.Mail), ("Password", LargeProgramme.Password));

    private static async Task PublishAsync(HttpClient http) => await SendAsync(
        http, "/programmes/1/report/edit", "/programmes/1/report/edit?handler=publish", ("Number", "1"), ("Version", "0"), ("Sure", "true"));

    private static async Task SendAsync(HttpClient http, string page, string to, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await http.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await http.PostAsync(new Uri(to, UriKind.Relative), form);
        if ((int)answer.StatusCode >= 400)
        {
            throw new InvalidOperationException($"{to} answers {(int)answer.StatusCode}.");
        }
    }

    private static async Task<Taken> LookAsync(HttpClient http, string name, string page)
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var look = 0; look < Looks + 3; look++)
        {
            var start = Stopwatch.GetTimestamp();
            bytes = (await http.GetByteArrayAsync(new Uri(page, UriKind.Relative))).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var sorted = times.Skip(3).Order().ToList();
        return Tell(name, new Taken(bytes, sorted[sorted.Count / 2], sorted[(int)(sorted.Count * .95)]));
    }

    private static Taken Tell(string name, Taken taken)
    {
        Console.WriteLine($"{name,-24} {taken.Bytes / 1024,5} {taken.Median,8:0.0} {taken.P95,7:0.0}");
        return taken;
    }

    /// <summary>The PDF, made anew each time: what was kept of it is deleted before.</summary>
    private static async Task<Taken> PrintAsync(HttpClient http, string kept)
    {
        var (times, bytes) = (new List<double>(), 0);
        for (var look = 0; look < 4; look++)
        {
            var start = Stopwatch.GetTimestamp();
            bytes = (await http.GetByteArrayAsync(new Uri("/programmes/1/report/1/pdf", UriKind.Relative))).Length;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Directory.Delete(kept, recursive: true);
        }

        return Tell("its PDF", new Taken(bytes, times.Skip(1).Order().ElementAt(1), times.Skip(1).Max()));
    }

    /// <summary>How large an answer was, and how long it took, in milliseconds; of the few PDFs the longest stands for the 95th of a hundred.</summary>
    private sealed record Taken(int Bytes, double Median, double P95);

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
