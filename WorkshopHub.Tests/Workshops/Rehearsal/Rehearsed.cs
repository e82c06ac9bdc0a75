using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Rehearsal;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Workshops.Rehearsal;

/// <summary>A workshop that the facilitator rehearses, from a browser that keeps cookies by host as all browsers do.</summary>
public sealed partial class Rehearsed(Site site, HttpClient desk, long workshop)
{
    /// <summary>The facilitator's browser: signed in on the real site.</summary>
    public HttpClient Desk => desk;

    /// <summary>The page of the real site.</summary>
    public string Page => string.Create(CultureInfo.InvariantCulture, $"/workshops/{workshop}/rehearsal");

    /// <summary>The address of the copy.</summary>
    public Uri Copy { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Inner Inside { get; set; } = null!;

    /// <summary>Starts it and goes in by the door.</summary>
    public async Task GoInAsync()
    {
        using var started = await desk.PostFormAsync(Page, Page);
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var door = Door().Match(await desk.GetStringAsync(Page, Stop)).Groups[1].Value;
        Copy = new Uri(new Uri(door).GetLeftPart(UriPartial.Authority));
        using var inside = await desk.PostFormAsync(door, door);
        Assert.Equal("/rehearsal", inside.Headers.Location?.OriginalString);
        var running = await site.Services.GetRequiredService<Rehearsals>().FindAsync(workshop);
        Inside = new Inner(running!);
    }

    /// <summary>A page of the copy.</summary>
    public Task<string> ReadAsync(string path) => desk.GetStringAsync(new Uri(Copy, path), Stop);

    /// <summary>Presses a button of the copy.</summary>
    public async Task PressAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await desk.PostFormAsync($"{new Uri(Copy, page)}", $"{new Uri(Copy, action)}", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK or HttpStatusCode.NoContent, $"{action}: {answer.StatusCode}");
    }

    /// <summary>Opens the room and lets people hurry.</summary>
    public async Task OpenAsync()
    {
        await PressAsync("/rehearsal", "/rehearsal?handler=tempo", ("word", "rush"));
        await PressAsync("/rehearsal", string.Create(CultureInfo.InvariantCulture, $"/workshops/{workshop}?handler=open"));
    }

    /// <summary>Runs the whole agenda from the copy's control room; what asks phones for something waits for an answer.</summary>
    /// <returns>The kinds that were answered.</returns>
    public async Task<IReadOnlySet<string>> RunAsync()
    {
        var control = string.Create(CultureInfo.InvariantCulture, $"/w/{workshop}/control");
        var answered = new HashSet<string>(StringComparer.Ordinal);
        await UntilAsync("people", () => Task.FromResult(Inside.Cast.Here > 12));
        await PressAsync(control, control, ("press", "start/0/0"));
        while (await Inside.ShowAsync(workshop) is { Now: { } now } show)
        {
            var activity = await Inside.FindAsync(now.ActivityId);
            if (now.Act == "Run" && Inside.Kinds.Of(activity).DoingOf(activity) == Doing.Phones)
            {
                await UntilAsync($"answers to {now.Title}", () => Task.FromResult(Inside.Cast.Answers.GetValueOrDefault(activity.Id) > 1));
                answered.Add(activity.Kind);
            }

            show = (await Inside.ShowAsync(workshop))!;
            now = show.Now!;
            await PressAsync(control, control, ("press", show.Next is null ? $"finish/{now.Id}/{now.Version}" : $"next/{now.Id}/{now.Version}"));
        }

        return answered;
    }

    /// <summary>Every row of every table, as text.</summary>
    public static IReadOnlyDictionary<string, string> Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        connection.Open();
        return connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToDictionary(
            table => table,
            table => string.Join('\n', connection.Query($"SELECT * FROM {table}")
                .Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values)).Order(StringComparer.Ordinal)));
    }

    private static async Task UntilAsync(string what, Func<Task<bool>> happens)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await happens())
        {
            try
            {
                await tick.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"There were no {what} within a minute.");
            }
        }
    }

    [GeneratedRegex("""href="(http[^"]+/rehearsal/door/[^"]+)""")]
    private static partial Regex Door();

    /// <summary>The copy from inside.</summary>
    private sealed class Inner(WorkshopHub.Web.Workshops.Rehearsal.Rehearsal running)
    {
        public Cast Cast => running.Cast;

        public ActivityKinds Kinds => running.App.Services.GetRequiredService<ActivityKinds>();

        private Db Db => running.App.Services.GetRequiredService<Db>();

        public Task<Show?> ShowAsync(long of) => Db.ReadAsync(reads => Show.Read(reads, of, TimeProvider.System.GetUtcNow()), Stop);

        public Task<ActivityRow> FindAsync(long id) => Db.ReadAsync(reads => ActivityRow.Find(reads, id)!, Stop);
    }
}
