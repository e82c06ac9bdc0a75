using System.Globalization;
using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.House;

/// <summary>Somebody who asks for everything.</summary>
/// <param name="Name">In messages.</param>
/// <param name="Client">Their browser.</param>
/// <param name="Is">What they may.</param>
/// <param name="Cookie">The cookie of a phone or a screen; empty where it is none.</param>
/// <param name="Person">Who signed in, or null.</param>
internal sealed record Caller(string Name, HttpClient Client, May[] Is, string Cookie, long? Person)
{
    /// <summary>The token of this browser's forms.</summary>
    public string Token { get; set; } = "";

    /// <summary>Whether they may what only these may.</summary>
    public bool May(May who) => who == House.May.Anybody || Is.Contains(who);
}

/// <summary>The world with something behind every address, and everybody who may come: each role by code and known, too.</summary>
internal sealed class AccessStage(World world, Site site) : IDisposable
{
    private static readonly string[] _roles =
        ["Alma Tamm", "Uma Supervisor", "Aada Advisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask"];

    private readonly List<Caller> _callers = [];

    public World World => world;

    public IReadOnlyList<Caller> Callers => _callers;

    public string Post { get; } = Tokens.New();

    public string Offer { get; } = Tokens.New();

    public long Report { get; private set; }

    public long Rounds { get; private set; }

    public long Problem { get; private set; }

    /// <summary>A part of the organisation with nobody in it.</summary>
    public long UnitId { get; private set; }

    /// <summary>A site with nobody there.</summary>
    public long SiteId { get; private set; }

    public long Meeting { get; private set; }

    /// <summary>Somebody whom Circle asks into that meeting.</summary>
    public long Guest { get; private set; }

    /// <summary>A member's place whose phone another phone asks to be, and nobody's of those who call.</summary>
    public long Place { get; private set; }

    public long Claim { get; private set; }

    public string Badge { get; private set; } = "";

    public static async Task<AccessStage> SetAsync(World world, Site site)
    {
        var stage = new AccessStage(world, site);
        await PlainPhone.OpenAsync(world, site);
        await site.Writer.RunAsync(stage.Plant);
        stage.Add("nobody", null, null, null);
        foreach (var name in _roles)
        {
            await stage.SitAsync(name, Assurance.Claimed);
        }

        await stage.GuestAsync();
        stage.Add("a screen", Viewers.ScreenCookie, world.Screens[0], null, May.Screen);
        await stage.SignInAsync("Otto Outsider", "somebody with no part", May.SignedIn);
        await stage.SignInAsync("Omar Other", "a facilitator of another programme", May.SignedIn);
        await stage.SignInAsync("Sven Sponsor", "the sponsor, signed in", May.Signer, May.Sponsor, May.SignedIn, May.Part, May.PhoneOrPart, May.Known);
        await stage.SignInAsync("Prue Programme", "the programme’s own facilitator", May.Sponsor, May.Known, May.SignedIn, May.Part, May.PhoneOrPart, May.Facilitator, May.Dates, May.Door);
        await stage.SignInAsync("Bo Lind", "a member, signed in", May.Writer, May.Set, May.Member, May.Dates, May.SignedIn, May.Part, May.PhoneOrPart, May.Known);
        await stage.SignInAsync("Aada Advisor", "the advisor, signed in", May.Writer, May.Set, May.Dates, May.SignedIn, May.Part, May.PhoneOrPart, May.Known);
        await stage.SignInAsync("Cecil Hart", "a member of another set", May.Writer, May.SignedIn, May.Part, May.PhoneOrPart, May.Known);
        foreach (var name in _roles)
        {
            await stage.SitAsync(name, Assurance.Vouched);
        }

        await stage.SignInAsync(
            "Mari Kask", "the office", May.Sponsor, May.Known, May.SignedIn, May.Part, May.PhoneOrPart, May.Facilitator, May.Dates, May.Door, May.House);
        foreach (var caller in stage.Callers)
        {
            caller.Token = Clients.TokenIn(await caller.Client.GetStringAsync("/signin"));
        }

        return stage;
    }

    public void Dispose() => _callers.ForEach(caller => caller.Client.Dispose());

    private void Add(string name, string? cookie, string? value, long? person, params May[] may)
    {
        var client = Clients.New(site.Url, cookie, value);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        _callers.Add(new Caller(name, client, may, cookie is null ? "" : $"{cookie}={value}", person));
    }

    private async Task SitAsync(string name, Assurance assurance)
    {
        var (token, role) = await site.Writer.RunAsync(writes =>
        {
            var who = Roster.One(writes, world.Programme, world.Workshop, world[name])!;
            return (Seats.Take(writes, world.Workshop, who, assurance)!, who.Role);
        });
        List<May> may = [May.Phone, May.PhoneOrPart];
        if (assurance == Assurance.Vouched && role == Role.Advisor)
        {
            may.Add(May.Door);
        }

        if (assurance == Assurance.Vouched)
        {
            may.Add(May.Known);
        }

        if (assurance == Assurance.Vouched && role is Role.Member or Role.Advisor)
        {
            may.Add(May.Writer);
        }

        Add($"a phone of the {role.ToString().ToLowerInvariant()} ({assurance})", Viewers.SeatCookie, token, null, [.. may]);
    }

    private async Task GuestAsync()
    {
        var token = await site.Writer.RunAsync(writes => Seats.TakeAsGuest(writes, Room.ById(writes, world.Workshop)!, "Gus Guest"));
        Add("a guest’s phone", Viewers.SeatCookie, token, null, May.Phone, May.PhoneOrPart);
    }

    private async Task SignInAsync(string name, string called, params May[] may)
    {
        Add(called, null, null, await site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM person WHERE name = @name", new { name })), may);
        var answer = await _callers[^1].Client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private bool Plant(Writes writes)
    {
        foreach (var name in new[] { "Omar Other", "Prue Programme" })
        {
            var person = writes.Insert(
                "INSERT INTO person (name, email, created_at, changed_at) VALUES (@name, @email, @Now, @Now)",
                new { name, email = World.Mail(name), writes.Now });
            writes.Execute(
                "INSERT INTO account (person_id, password_hash, stamp) SELECT @person, password_hash, @stamp FROM account WHERE person_id = @mari",
                new { person, stamp = Tokens.New(), mari = world["Mari Kask"] });
            writes.Execute("INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@person, @programme, 'Facilitator')", new
            {
                person,
                programme = name == "Prue Programme" ? world.Programme : writes.Insert(
                    "INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Other', 'CommonProblem', 'Running', @Now, @Now)",
                    new { writes.Now }),
            });
        }

        foreach (var name in new[] { "Bo Lind", "Aada Advisor", "Cecil Hart" })
        {
            writes.Execute(
                "INSERT INTO account (person_id, password_hash, stamp) SELECT @person, password_hash, @stamp FROM account WHERE person_id = @mari",
                new { person = world[name], stamp = Tokens.New(), mari = world["Mari Kask"] });
        }

        Problem = writes.Insert(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, state, created_at, changed_at)
            VALUES (@Programme, 1, 'Holes are dug twice', 'One in five', 'It costs', 'Offered', @Now, @Now)
            """, new { world.Programme, writes.Now });
        writes.Execute("UPDATE sets SET problem_id = @Problem WHERE id = @Id", new { Problem, world.Sets[0].Id });
        Meeting = writes.Insert(
            "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@Id, 1, '2026-03-24', '2026-03-24', @Now, @Now)",
            new { world.Sets[0].Id, writes.Now });
        Guest = writes.Insert(
            """
            INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, created_at, changed_at)
            VALUES (@Id, @Meeting, 'Bill Tranmer', 'What does a hole look like?', '2026-03-24', '10:00', '10:45', 'x', @Now, @Now)
            """, new { world.Sets[0].Id, Meeting, writes.Now });
        long Activity(string kind) => writes.Insert(
            "INSERT INTO activity (workshop_id, kind, title, prompt, created_at, changed_at) VALUES (@Workshop, @kind, @kind, '', @Now, @Now)",
            new { world.Workshop, kind, writes.Now });
        (Report, Rounds) = (Activity("reportout"), Activity("rounds"));
        writes.Execute(
            "INSERT INTO offer (id, activity_id, person_id, kind, text, posted_at) VALUES (@Offer, @market, @person, 'Offer', 'A van', @Now)",
            new { Offer, market = Activity("offers"), person = world["Alma Tamm"], writes.Now });
        var bo = Roster.One(writes, world.Programme, world.Workshop, world["Bo Lind"])!;
        Seats.Take(writes, world.Workshop, bo, Assurance.Claimed);
        Place = Roster.One(writes, world.Programme, world.Workshop, world["Bo Lind"])!.ParticipantId!.Value;
        Claims.Ask(writes, Place);
        Claim = writes.First<long>("SELECT max(id) FROM claim");
        writes.Execute(
            """
            INSERT INTO post (id, activity_id, participant_id, set_id, kind, text, sort_key, state, posted_at)
            VALUES (@Post, @activity, @Place, @set, 'Learning', 'Holes are dug twice', @Now, 'Shown', @Now)
            """, new { Post, activity = world.Activities[0], Place, set = world.Sets[0].Id, writes.Now });
        UnitId = writes.Insert("INSERT INTO org_unit (name) VALUES ('Network Operations')");
        SiteId = writes.Insert("INSERT INTO site (name) VALUES ('Thornby Depot')");
        Badge = PersonalLinks.Make(writes, world["Leo Dumas"], "Badge", world.Workshop, null);
        return true;
    }

    /// <summary>A number as it stands in an address.</summary>
    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
