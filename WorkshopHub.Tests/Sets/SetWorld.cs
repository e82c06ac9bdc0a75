using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Sets;

/// <summary>
/// The world with Circle at work: Alma and Bo are its members and Aada its advisor, Chen its champion, Clio the client of
/// its problem, Uma its members' supervisor. Three more people join it so that it is a set of five; everybody can sign in.
/// </summary>
internal sealed class SetWorld : IAsyncDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = [];

    private SetWorld(World world, Site site) => (World, Site) = (world, site);

    public World World { get; }

    public Site Site { get; }

    /// <summary>Circle.</summary>
    public long Set => World.Sets[0].Id;

    /// <summary>Circle's problem.</summary>
    public long Problem { get; private set; }

    /// <summary>Circle's meetings: 1 on 24 March, 2 on 7 April, 3 on 21 April 2026.</summary>
    public IReadOnlyList<long> Meetings { get; private set; } = [];

    /// <summary>The address of a page of Circle.</summary>
    public string At(string page = "") => $"/sets/{Set}{(page.Length > 0 ? "/" : "")}{page}";

    /// <param name="ownProblem">Whether each member has a problem of their own.</param>
    public static async Task<SetWorld> OpenAsync(bool ownProblem = false)
    {
        var (world, site) = World.Start();
        var there = new SetWorld(world, site);
        await site.Writer.RunAsync(writes => there.Plant(writes, ownProblem));
        return there;
    }

    /// <summary>Somebody's browser, signed in; the same one each time.</summary>
    public async Task<HttpClient> AsAsync(string name) =>
        _clients.TryGetValue(name, out var client) ? client : _clients[name] = await Site.AsAsync(World, name);

    /// <summary>The place of somebody in their set.</summary>
    public Task<long> MembershipAsync(string name) => Site.OneAsync<long>(
        "SELECT id FROM membership WHERE person_id = @person AND left_at IS NULL", new { person = World[name] });

    private bool Plant(Writes writes, bool ownProblem)
    {
        Problem = writes.Insert(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, state, client_id, created_at, changed_at)
            VALUES (@Programme, 1, 'Holes are dug twice', 'One in five', 'It costs', 'Chosen', @client, @Now, @Now)
            """, new { World.Programme, client = World["Clio Client"], writes.Now });
        writes.Execute("UPDATE programme SET format = @format WHERE id = @Programme",
            new { format = ownProblem ? "OwnProblem" : "CommonProblem", World.Programme });
        if (!ownProblem)
        {
            writes.Execute("UPDATE sets SET problem_id = @Problem WHERE id = @Set", new { Problem, Set });
        }

        writes.Execute("UPDATE role_assignment SET set_id = @Set WHERE person_id = @chen", new { Set, chen = World["Chen Champion"] });
        foreach (var name in new[] { "Fay Novak", "Hugo Kern", "Jaan Mets" })
        {
            writes.Execute("UPDATE membership SET set_id = @Set, supervisor_id = @uma WHERE person_id = @person",
                new { Set, uma = World["Uma Supervisor"], person = World[name] });
        }

        string[] dates = ["2026-03-24", "2026-04-07", "2026-04-21"];
        Meetings = [.. dates.Select((date, index) => writes.Insert(
            "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@Set, @number, @date, @date, @Now, @Now)",
            new { Set, number = index + 1, date, writes.Now }))];
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        await Site.DisposeAsync();
    }
}
