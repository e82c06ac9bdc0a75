using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Operations;

/// <summary>How is the server: what a facilitator looks at before a workshop, and while something seems slow.</summary>
public sealed class ServerPage(Db db, Writer writer, DataFile file, Meters meters, HealthCheckService health) : OfficePage(db, writer)
{
    /// <summary>What is checked, each with its state and words.</summary>
    public HealthReport Health { get; private set; } = new(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero);

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>How the last nightly backup went; null where none was made.</summary>
    public (DateTimeOffset At, string? Problem)? Backup { get; private set; }

    /// <summary>How long commits took.</summary>
    public Spread? Commits => meters.Commits.Now();

    /// <summary>How long it took to read and render what is pushed.</summary>
    public Spread? Pushes => meters.Pushes.Now();

    /// <summary>How many posts and answers came since the start.</summary>
    public long Posts => meters.Posts;

    /// <summary>How many commands wait for the writer.</summary>
    public long Waiting => meters.Read(Writer.Queue).GetValueOrDefault("");

    /// <summary>How many phones, walls, control rooms and set pages are connected, the most first.</summary>
    public IReadOnlyList<(string Name, long Count)> Open => [.. meters.Read(Connections.OpenNow).OrderByDescending(one => one.Value).Select(one => (Name(one.Key), one.Value))];

    /// <summary>The memory that the program holds.</summary>
    public static string Memory => DiskHealth.Words(Environment.WorkingSet);

    /// <summary>How large the file is.</summary>
    public string Size => DiskHealth.Words(new FileInfo(file.Path).Length);

    /// <summary>Since when the program runs.</summary>
    public string Since
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return LocalTime.DayAndClock(process.StartTime.ToUniversalTime(), Zone);
        }
    }

    /// <summary>The program's version.</summary>
    public static string Version => typeof(ServerPage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>() is { } named
        ? named.InformationalVersion.Split('+')[0] : "";

    /// <summary>Milliseconds as people read them.</summary>
    public static string Took(double milliseconds) => milliseconds < 10
        ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms") : string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");

    /// <summary>Looks at everything.</summary>
    public async Task OnGetAsync()
    {
        Health = await health.CheckHealthAsync(HttpContext.RequestAborted);
        (Zone, Backup) = await Db.ReadAsync(reads => (LocalTime.ZoneOf(reads), Nightly.LastOf(reads)));
    }

    private static string Name(string view) => view switch
    {
        "phone" => "Phones",
        "wall" => "Walls",
        "control" => "Control rooms",
        "set" => "Pages of sets",
        "" => "Just connecting",
        _ => view,
    };
}
