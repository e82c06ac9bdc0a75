using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>
/// The invented participants: everybody whom the workshop expects, but for those whom the facilitator plays. When the room
/// is open they come in, one after another, and then they answer whatever runs.
/// </summary>
internal sealed class Cast : IAsyncDisposable
{
    // In a real room all are there after a minute and a half, and most have answered after as long.
    private static readonly TimeSpan _arrival = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _answers = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan _glance = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private readonly SocketsHttpHandler _sockets = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpClient _http;
    private readonly Dictionary<long, Actor> _here = [];
    private readonly HashSet<long> _played = [];
    private readonly (Db Db, Writer Writer, JoinLive Live) _house;
    private readonly Answering _answering;
    private readonly long _workshop;
    private readonly Uri _site;
    private readonly string _cookies;
    private readonly Tempo _tempo;
    private readonly Task[] _lives;

    private Cast(IServiceProvider house, long workshop, Uri site, string cookies, Tempo tempo)
    {
        (_workshop, _site, _cookies, _tempo, _http) = (workshop, site, cookies, tempo, new HttpClient(_sockets));
        _house = (house.GetRequiredService<Db>(), house.GetRequiredService<Writer>(), house.GetRequiredService<JoinLive>());
        _answering = new Answering(_house.Db, house.GetRequiredService<ActivityKinds>(), workshop);
        _lives = [LoopAsync(ArriveAsync), LoopAsync(AnswerAsync)];
    }

    /// <summary>How many are here.</summary>
    public int Here
    {
        get
        {
            lock (_here)
            {
                return _here.Count;
            }
        }
    }

    /// <summary>How many answers they gave, by activity.</summary>
    public IReadOnlyDictionary<long, int> Answers => _answering.Taken;

    /// <summary>Lets people live in a program until they are disposed of.</summary>
    public static Cast Start(IServiceProvider house, long workshop, Uri site, string cookies, Tempo tempo) => new(house, workshop, site, cookies, tempo);

    /// <summary>The facilitator plays this person: nobody else does.</summary>
    public async Task LeaveToFacilitatorAsync(long person)
    {
        Actor? gone;
        lock (_here)
        {
            _played.Add(person);
            _here.Remove(person, out gone);
        }

        if (gone is not null)
        {
            await gone.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_lives);
        foreach (var actor in _here.Values)
        {
            await actor.DisposeAsync();
        }

        _http.Dispose();
        _sockets.Dispose();
        _stop.Dispose();
    }

    /// <summary>Again and again until the end; what goes wrong once stops nothing.</summary>
    private async Task LoopAsync(Func<Task<TimeSpan>> act)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _tempo.WaitAsync(await act(), _stop.Token);
            }
            catch (Exception problem) when (problem is OperationCanceledException or HttpRequestException or IOException or BusyException or StorageException)
            {
                await Task.Delay(_glance, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The next person comes in: most are let in as by a badge, some members type the code and pick their name.</summary>
    private async Task<TimeSpan> ArriveAsync()
    {
        var room = await _house.Db.ReadAsync(reads => reads.First<OpenRoom>(
            "SELECT programme_id, room_code FROM workshop WHERE id = @_workshop AND state = 'Live'", new { _workshop }), _stop.Token);
        if (room is null)
        {
            return _glance * Math.Max(_tempo.Factor, 1);
        }

        var expected = await _house.Db.ReadAsync(reads => Roster.Everybody(reads, room.ProgrammeId, _workshop), _stop.Token);
        RosterName? next;
        lock (_here)
        {
            next = expected.FirstOrDefault(one => one.Role != Role.Facilitator && !_played.Contains(one.PersonId) && !_here.ContainsKey(one.PersonId));
        }

        if (next is null)
        {
            return _glance;
        }

        var phone = await ComeAsync(room, next);
        await phone.OpenAsync(_stop.Token);
        var actor = new Actor(phone, _site, _workshop);
        lock (_here)
        {
            _here[next.PersonId] = actor;
        }

        return _arrival / expected.Count * (.4 + (Random.Shared.NextDouble() * 1.2));
    }

    private async Task<SimulatedPhone> ComeAsync(OpenRoom room, RosterName who)
    {
        if (who is { Role: Role.Member, IsTaken: false } && who.PersonId % 3 == 0)
        {
            var phone = new SimulatedPhone(_http, _site, _workshop, seatToken: null, _cookies);
            await phone.JoinAsync(room.RoomCode, who.PersonId, _stop.Token);
            return phone;
        }

        var token = await _house.Writer.RunAsync(writes => Seats.Take(writes, _workshop, who, Assurance.Vouched), _stop.Token);
        _house.Live.Changed(_workshop);
        return new SimulatedPhone(_http, _site, _workshop, token, _cookies);
    }

    private async Task<TimeSpan> AnswerAsync()
    {
        SimulatedPhone[] phones;
        lock (_here)
        {
            phones = [.. _here.Values.Select(actor => actor.Phone).Where(phone => phone.Participant > 0)];
        }

        if (phones.Length == 0 || _tempo.Factor == 0)
        {
            return _glance;
        }

        await _answering.NextAsync(phones, _pause / _tempo.Factor, _ => true, _stop.Token);
        return _answers / phones.Length * (.3 + (Random.Shared.NextDouble() * 1.4));
    }

    private sealed record OpenRoom
    {
        public long ProgrammeId { get; init; }

        public string RoomCode { get; init; } = "";
    }

    /// <summary>A phone that somebody holds, connected.</summary>
    private sealed class Actor : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _line;

        public Actor(SimulatedPhone phone, Uri site, long workshop)
        {
            Phone = phone;
            _line = new HubLine(site, phone.Cookie, "phone", workshop).RunAsync(_stop.Token);
        }

        public SimulatedPhone Phone { get; }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _line;
            _stop.Dispose();
        }
    }
}
