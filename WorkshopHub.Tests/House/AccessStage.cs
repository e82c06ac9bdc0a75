using System.Net;
using WorkshopHub.Web.Accounts;
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

    /// <summary>The cookie by which they signed in; empty where they did not.</summary>
    public string SignedIn { get; set; } = "";

    /// <summary>Whether they may what only these may.</summary>
    public bool May(May who) => who == House.May.Anybody || Is.Contains(who);
}

/// <summary>What is planted, and everybody who may come: each role signed in, in this set and another, here and in another programme, and as a phone.</summary>
internal sealed class AccessStage(Planted planted, Site site) : IDisposable
{
    private static readonly string[] _roles =
        ["Alma Tamm", "Uma Supervisor", "Aada Advisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask"];

    /// <summary>What everybody may who has signed in and has a part in the programme.</summary>
    private static readonly May[] _part = [May.SignedIn, May.Part, May.PhoneOrPart, May.Known];

    private static readonly May[] _office = [.. _part, May.Sponsor, May.Facilitator, May.Door, May.Drafter, May.Namer, May.Dates, May.Near, May.WorkReader];

    private readonly List<Caller> _callers = [];

    public Planted Planted => planted;

    public IReadOnlyList<Caller> Callers => _callers;

    /// <summary>A second workshop of the same programme, whose room is open too.</summary>
    public long Beside { get; private set; }

    public static async Task<AccessStage> SetAsync(World world, Site site)
    {
        await PlainPhone.OpenAsync(world, site);
        var stage = new AccessStage(await Planted.InAsync(world, site), site);
        stage.Add("nobody", null, null, null);
        foreach (var name in _roles)
        {
            await stage.SitAsync(name, Assurance.Claimed);
        }

        await stage.GuestAsync();
        stage.Add("a screen", Viewers.ScreenCookie, world.Screens[0], null, May.Screen);
        stage.Add("a screen of another programme", Viewers.ScreenCookie, stage.Planted.OtherScreen, null, May.Screen);
        await stage.SitElsewhereAsync();
        await stage.SitBesideAsync();
        stage.Add("a table’s tablet", Viewers.ScreenCookie, world.Screens[1], null, May.Screen, May.Table);
        await stage.SignInAsync("Otto Outsider", "somebody with no part", May.SignedIn);
        await stage.SignInOthersAsync();
        await stage.SignInRolesAsync();
        foreach (var name in _roles)
        {
            await stage.SitAsync(name, Assurance.Vouched);
        }

        await stage.SignInAsync("Prue Programme", "the programme’s own facilitator", _office);
        await stage.SignInAsync("Mari Kask", "the office", [.. _office, May.House, May.Admin]);
        foreach (var caller in stage.Callers)
        {
            caller.Token = Clients.TokenIn(await caller.Client.GetStringAsync("/signin"));
        }

        return stage;
    }

    public void Dispose() => _callers.ForEach(caller => caller.Client.Dispose());

    /// <summary>Who is something in the other programme has nothing here.</summary>
    private async Task SignInOthersAsync()
    {
        await SignInAsync("Omar Other", "a facilitator of another programme", May.SignedIn);
        await SignInAsync("Olga Other", "a member of another programme", May.SignedIn, May.Author, May.AuthorNear);
        await SignInAsync("Oda Other", "an advisor of another programme", May.SignedIn, May.AuthorNear, May.Advisor);
        await SignInAsync(
            "Ove Other", "supervisor, champion, client and sponsor of another programme",
            May.SignedIn, May.Confirmer, May.AuthorNear, May.Supervisor, May.Champion, May.Client);
    }

    private async Task SignInRolesAsync()
    {
        May[] set = [.. _part, May.Set, May.Opened, May.WorkReader, May.Near, May.Dates, May.Writer, May.SetWriter];
        await SignInAsync("Alma Tamm", "a member", [.. set, May.Member, May.Ranker, May.Own, May.Pair]);
        await SignInAsync("Bo Lind", "another member of the set", [.. set, May.Member, May.Ranker, May.Peer]);
        await SignInAsync("Aada Advisor", "the set’s advisor", [.. set, May.Advisor]);
        await SignInAsync("Cecil Hart", "a member of another set", [.. _part, May.Writer, May.Witness, May.Ranker]);
        await SignInAsync("Arno Advisor", "the advisor of other sets", [.. _part, May.Writer, May.Advisor]);
        await SignInAsync("Uma Supervisor", "the member’s supervisor", [.. _part, May.Near, May.Overseer, May.Supervisor, May.Pair, May.WorkReader]);
        await SignInAsync("Viktor Supervisor", "a supervisor in another set", [.. _part, May.Supervisor]);
        await SignInAsync("Clio Client", "the problem’s client", [.. _part, May.Client, May.Drafter, May.Namer, May.Taker, May.WorkReader]);
        await SignInAsync("Cora Client", "another client", [.. _part, May.Client, May.Namer]);
        await SignInAsync("Chen Champion", "the set’s champion", [.. _part, May.Champion, May.Opener, May.Opened, May.WorkReader]);
        await SignInAsync("Cato Champion", "the champion of another set", [.. _part, May.Champion]);
        await SignInAsync("Sven Sponsor", "the sponsor", [.. _part, May.Signer, May.WorkReader, May.Sponsor, May.Opener, May.Drafter, May.Namer]);
    }

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
            var who = Roster.One(writes, planted.Programme, planted.Workshop, planted[name])!;
            return (Seats.Take(writes, planted.Workshop, who, assurance)!, who.Role);
        });
        List<May> may = [May.Phone, May.PhoneOrPart];
        if (assurance == Assurance.Vouched)
        {
            may.Add(May.Known);
            may.AddRange(role == Role.Advisor ? [May.Door] : []);
            may.AddRange(role is Role.Member or Role.Advisor ? [May.Writer, May.SetWriter] : []);
        }

        Add($"a phone of the {role.ToString().ToLowerInvariant()} ({assurance})", Viewers.SeatCookie, token, null, [.. may]);
    }

    private async Task SitElsewhereAsync() => Add("a phone of another programme", Viewers.SeatCookie, await site.Writer.RunAsync(writes => Seats.Take(
        writes, planted.OtherWorkshop, Roster.One(writes, planted.OtherProgramme, planted.OtherWorkshop, planted.Olga)!, Assurance.Vouched)!), null);

    /// <summary>Who is in the second room only, on a phone or as its wall, has nothing in the first.</summary>
    private async Task SitBesideAsync()
    {
        var screen = Tokens.New();
        var seat = await site.Writer.RunAsync(writes =>
        {
            Beside = writes.Insert(
                """
                INSERT INTO workshop (programme_id, kind, title, date, state, room_code, room_token, opened_at, created_at, changed_at)
                VALUES (@Programme, 'MidTerm', 'The mid-term', '2026-06-10', 'Live', '771205', @token, @Now, @Now, @Now)
                """, new { planted.Programme, token = Tokens.New(), writes.Now });
            writes.Execute(
                "INSERT INTO screen (workshop_id, name, token_hash, paired_at) VALUES (@Beside, 'Beside', @hash, @Now)", new { Beside, hash = Tokens.Hash(screen), writes.Now });
            return Seats.Take(writes, Beside, Roster.One(writes, planted.Programme, Beside, planted["Cecil Hart"])!, Assurance.Claimed)!;
        });
        Add("a phone in the second room", Viewers.SeatCookie, seat, null);
        Add("a screen in the second room", Viewers.ScreenCookie, screen, null, May.Screen);
    }

    private async Task GuestAsync()
    {
        var token = await site.Writer.RunAsync(writes => Seats.TakeAsGuest(writes, Room.ById(writes, planted.Workshop)!, "Gus Guest"));
        Add("a guest’s phone", Viewers.SeatCookie, token, null, May.Phone, May.PhoneOrPart);
    }

    private async Task SignInAsync(string name, string called, params May[] may)
    {
        Add(called, null, null, await site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM person WHERE name = @name", new { name })), may);
        var answer = await _callers[^1].Client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        _callers[^1].SignedIn = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("wh_person=", StringComparison.Ordinal)).Split(';')[0];
    }
}
