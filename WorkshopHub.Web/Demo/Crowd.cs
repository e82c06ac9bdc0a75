using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Posts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// The simulated people: they hold real connections, come in, write what the content says they wrote and then what
/// anybody could have written, mark what helps them, and follow the facilitator from one activity to the next.
/// </summary>
internal sealed class Crowd : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(4);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Member> _here = [];
    private readonly HashSet<(string Post, long Participant)> _marked = [];
    private readonly SocketsHttpHandler _sockets = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpClient _http;
    private readonly Db _db;
    private readonly Answering _answering;
    private readonly DemoWorld _world;
    private readonly Uri _site;
    private readonly CrowdScript _script;
    private readonly List<Task> _lives = [];

    private Crowd(Db db, ActivityKinds kinds, DemoWorld world, Uri site)
    {
        (_db, _world, _site) = (db, world, site);
        _answering = new Answering(db, kinds, world.Workshop);
        _http = new HttpClient(_sockets);
        _script = new CrowdScript(world, KickOffNotes.Load());
    }

    /// <summary>Lets the people live until the crowd is disposed of.</summary>
    public static Crowd Start(WebApplication app, DemoWorld world, Uri site)
    {
        var crowd = new Crowd(app.Services.GetRequiredService<Db>(), app.Services.GetRequiredService<ActivityKinds>(), world, site);
        app.Lifetime.ApplicationStopping.Register(crowd._stop.Cancel);
        foreach (var seat in world.Seats)
        {
            crowd._lives.Add(QuietlyAsync(() => crowd.SitAsync(seat)));
        }

        foreach (var (index, guest) in world.Late.Index())
        {
            crowd._lives.Add(QuietlyAsync(() => crowd.ComeAsync(guest, index)));
        }

        crowd._lives.Add(QuietlyAsync(crowd.WriteAsync));
        return crowd;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_lives);
        _http.Dispose();
        _sockets.Dispose();
        _stop.Dispose();
    }

    /// <summary>Somebody who sits already takes the phone out of the pocket.</summary>
    private async Task SitAsync(DemoSeat seat)
    {
        await WaitAsync(0, 8);
        await LiveAsync(seat.Key, new SimulatedPhone(_http, _site, _world.Workshop, seat.Token));
    }

    /// <summary>Somebody comes in late, types the code and picks a name.</summary>
    private async Task ComeAsync(LateComer guest, int place)
    {
        await WaitAsync(10 + (place * 20), 25 + (place * 20));
        var phone = new SimulatedPhone(_http, _site, _world.Workshop, seatToken: null);
        await phone.JoinAsync(_world.Code, guest.Person, _stop.Token);
        await LiveAsync(guest.Key, phone);
    }

    /// <summary>Loads the page and stays connected.</summary>
    private async Task LiveAsync(string key, SimulatedPhone phone)
    {
        await phone.OpenAsync(_stop.Token);
        if (phone.Participant == 0)
        {
            return; // a real phone has the name
        }

        lock (_here)
        {
            _here.Add(new Member(key, phone));
        }

        await new HubLine(_site, phone.Cookie, "phone", _world.Workshop).RunAsync(_stop.Token);
    }

    /// <summary>Every few seconds somebody writes, answers or marks what helps.</summary>
    private async Task WriteAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await QuietlyAsync(async () =>
            {
                var now = await _answering.NowAsync(_stop.Token);
                if (now.FirstOrDefault(one => CrowdScript.Knows(one.Activity)).Activity is { State: ActivityState.Open } known)
                {
                    await WaitAsync(4, 12);
                    await WriteAsync(known);
                    await MarkAsync(known);
                }
                else
                {
                    await WaitAsync(1, 3);
                }

                await _answering.NextAsync(Here(), _pause, activity => !CrowdScript.Knows(activity), _stop.Token);
            });
        }
    }

    private async Task WriteAsync(Activity activity)
    {
        if (_script.Next(activity) is not { } next)
        {
            return;
        }

        var author = Pick(member => member.Key == next.AuthorId) ?? Pick(_ => true);
        var fields = new Dictionary<string, string> { ["kind"] = next.Kind, ["text"] = next.Text, ["problem"] = next.ProblemId ?? "" };
        if (author is null || !await author.Phone.AnswerAsync(activity.Id, fields, _stop.Token))
        {
            _script.PutBack(activity, next);
        }
    }

    private async Task MarkAsync(Activity activity)
    {
        var posts = await _db.ReadAsync(reads => PostQueries.Newest(reads, activity, perSet: 4), _stop.Token);
        if (posts.Count == 0 || Random.Shared.Next(3) > 0)
        {
            return;
        }

        var post = posts[Random.Shared.Next(posts.Count)];
        if (Pick(member => member.Phone.Participant != post.ParticipantId) is { } reader
            && _marked.Add((post.Id, reader.Phone.Participant)))
        {
            await reader.Phone.HeartAsync(post.Id, _stop.Token);
        }
    }

    private List<SimulatedPhone> Here()
    {
        lock (_here)
        {
            return [.. _here.Select(member => member.Phone)];
        }
    }

    private Member? Pick(Func<Member, bool> fits)
    {
        lock (_here)
        {
            var able = _here.Where(fits).ToList();
            return able.Count == 0 ? null : able[Random.Shared.Next(able.Count)];
        }
    }

    private Task WaitAsync(double least, double most) =>
        Task.Delay(TimeSpan.FromSeconds(least + (Random.Shared.NextDouble() * (most - least))), _stop.Token);

    /// <summary>What goes wrong with one person stops nobody else.</summary>
    private static async Task QuietlyAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception problem) when (problem is OperationCanceledException or HttpRequestException or IOException)
        {
            // The program ends or is busy.
        }
    }

    private sealed record Member(string Key, SimulatedPhone Phone);
}
