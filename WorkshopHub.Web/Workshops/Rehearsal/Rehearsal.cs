using System.Collections.Concurrent;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>One rehearsal: the program that serves the copy, the invented people in it, and who may come in.</summary>
internal sealed class Rehearsal(long workshop, string folder, Uri site, Uri real) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, long> _doors = new(StringComparer.Ordinal);

    /// <summary>The workshop; it has the same number in the copy.</summary>
    public long Workshop => workshop;

    /// <summary>Where browsers find the rehearsal.</summary>
    public Uri Site => site;

    /// <summary>The page of the real site that throws it away.</summary>
    public Uri Real => real;

    /// <summary>When it began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How fast the invented people are.</summary>
    public Tempo Tempo { get; } = new();

    /// <summary>The program that serves the copy.</summary>
    public WebApplication App { get; private set; } = null!;

    /// <summary>The invented people.</summary>
    public Cast Cast { get; private set; } = null!;

    /// <summary>The address where one person comes in, known to nobody else.</summary>
    public Uri DoorFor(long person)
    {
        var key = Tokens.New();
        _doors[key] = person;
        return new Uri(site, $"/rehearsal/door/{key}");
    }

    /// <summary>Whose door it is, or null.</summary>
    public long? BehindDoor(string key) => _doors.TryGetValue(key, out var person) ? person : null;

    /// <summary>The program runs and people come.</summary>
    public void Begin(WebApplication app, Uri near, string cookies)
    {
        App = app;
        Cast = Cast.Start(app.Services, workshop, near, cookies, Tempo);
    }

    /// <summary>Ends all of it and deletes the copy.</summary>
    public async ValueTask DisposeAsync()
    {
        await Cast.DisposeAsync();
        await App.StopAsync();
        await App.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
