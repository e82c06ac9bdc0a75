using System.Globalization;
using System.Net;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>
/// A second programme in the world, in which nothing is missing: five sets of four from four parts, everybody around them, six
/// problems, three workshops. Uma supervises its members; Mari runs it, Sven is its sponsor.
/// </summary>
internal sealed class ReadyRoom : IAsyncDisposable
{
    private readonly (World World, Site Site) _running = World.Start();

    public World World => _running.World;

    public Site Site => _running.Site;

    public HttpClient Mari { get; private set; } = null!;

    public long Id { get; private set; }

    public IReadOnlyList<long> Sets { get; private set; } = [];

    /// <summary>Ids of the members, four a set.</summary>
    public IReadOnlyList<long> People { get; private set; } = [];

    public string Page => $"/programmes/{N(Id)}/readiness";

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ReadyRoom> OpenAsync(string format = "CommonProblem", int sets = 5, string state = "Recruiting")
    {
        var room = new ReadyRoom();
        await room.Site.Writer.RunAsync(writes => room.Plant(writes, format, sets, state));
        room.Mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        return room;
    }

    public Task<string> BoardAsync() => Mari.GetStringAsync(Page, Stop);

    /// <summary>Changes the file behind the pages.</summary>
    public Task BreakAsync(string sql) => Site.Writer.RunAsync(writes =>
        writes.Execute(sql, new { Id, set = Sets is [var first, ..] ? first : 0, one = People.ElementAtOrDefault(0), two = People.ElementAtOrDefault(1), writes.Now, World.Programme, uma = World["Uma Supervisor"], aada = World["Aada Advisor"] }));

    public Task<IReadOnlyList<Need>> NeedsAsync() => Site.Db.ReadAsync(reads => Checklist.Of(ReadyRows.Read(reads, Id)!), Stop);

    public async Task<Need> OpenAsync(string group) =>
        Assert.Single(await NeedsAsync(), need => need.Group == group && need.State == NeedState.Open);

    public Task<string?> StateAsync() => OneAsync<string>("SELECT state FROM programme WHERE id = @Id");

    public Task<T?> OneAsync<T>(string sql) => Site.Db.ReadAsync(reads => reads.First<T>(sql, new { Id }), Stop);

    public async Task<(HttpStatusCode Status, string Html)> PostAsync(string handler, params (string, string)[] fields)
    {
        using var answer = await Mari.PostAsync(Page, handler, fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
    }

    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Mari.Dispose();
        await Site.DisposeAsync();
    }

    private bool Plant(Writes writes, string format, int sets, string state)
    {
        Id = writes.Insert(
            """
            INSERT INTO programme (name, format, state, start_date, end_date, created_at, changed_at)
            VALUES ('Next Flow', @format, @state, '2027-03-01', @end, @Now, @Now)
            """, new { format, state, end = format == "OwnProblem" ? "2027-07-30" : "2027-08-31", writes.Now });
        foreach (var (name, role) in new[] { ("Mari Kask", "Facilitator"), ("Sven Sponsor", "Sponsor"), ("Clio Client", "Client") })
        {
            Role(writes, World[name], role, null);
        }

        long[] units = [.. Enumerable.Range(1, 4).Select(n => writes.Insert("INSERT INTO org_unit (name) VALUES (@name)", new { name = $"Part {n}" }))];
        Sets = [.. Enumerable.Range(1, sets).Select(position => writes.Insert(
            "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (@Id, @position, @name, @Now, @Now)",
            new { Id, position, name = $"Set {position}", writes.Now }))];
        var people = new List<long>();
        foreach (var set in Sets)
        {
            Role(writes, World["Aada Advisor"], "Advisor", set);
            Role(writes, World["Chen Champion"], "Champion", set);
            writes.Execute(
                "INSERT INTO set_meeting (set_id, number, date, first_date, created_at, changed_at) VALUES (@set, 1, '2027-03-15', '2027-03-15', @Now, @Now)",
                new { set, writes.Now });
            foreach (var unit in units)
            {
                var person = writes.Insert(
                    "INSERT INTO person (name, email, org_unit_id, created_at, changed_at) VALUES (@name, @email, @unit, @Now, @Now)",
                    new { name = $"Nils{people.Count + 1} Next", email = $"nils{people.Count + 1}@flow.test", unit, writes.Now });
                people.Add(person);
                var member = writes.Insert(
                    "INSERT INTO membership (set_id, person_id, supervisor_id, joined_at, accepted_at, time_share_confirmed_at) VALUES (@set, @person, @uma, @Now, @Now, @Now)",
                    new { set, person, uma = World["Uma Supervisor"], writes.Now });
                writes.Execute(
                    """
                    INSERT INTO developmental_goal (membership_id, text, agreed_at, agreed_by, created_at, changed_at)
                    VALUES (@member, 'Ask before I fix', @Now, @uma, @Now, @Now)
                    """, new { member, uma = World["Uma Supervisor"], writes.Now });
                if (format == "OwnProblem")
                {
                    writes.Execute(
                        """
                        INSERT INTO problem (programme_id, position, title, owner_id, supervisor_id, within_sphere_by, within_sphere_at, sent_at, state, created_at, changed_at)
                        VALUES (@Id, 1, 'Mine', @person, @uma, @uma, @Now, @Now, 'Agreed', @Now, @Now)
                        """, new { Id, person, uma = World["Uma Supervisor"], writes.Now });
                }
            }
        }

        People = people;
        foreach (var (kind, date) in new[] { ("KickOff", "2027-03-01"), ("MidTerm", "2027-05-20"), ("Final", "2027-07-29") })
        {
            writes.Execute(
                "INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (@Id, @kind, @kind, @date, @Now, @Now)",
                new { Id, kind, date, writes.Now });
        }

        if (format == "CommonProblem")
        {
            for (var n = 1; n <= sets + 1; n++)
            {
                writes.Execute(
                    """
                    INSERT INTO problem (programme_id, position, title, description, client_id, no_clear_expertise, no_clear_expertise_note,
                      no_known_answer, no_known_answer_note, state, created_at, changed_at)
                    VALUES (@Id, @n, @title, 'One in five', @clio, 1, 'Each has a part', 1, 'Nobody did it', 'Offered', @Now, @Now)
                    """, new { Id, n, title = $"Problem {n}", clio = World["Clio Client"], writes.Now });
            }

            writes.Execute(
                """
                INSERT INTO authority_statement (programme_id, may_decide, signed_by, signed_at, created_at, changed_at)
                VALUES (@Id, 'Trials', @sven, '2027-01-10', @Now, @Now)
                """, new { Id, sven = World["Sven Sponsor"], writes.Now });
        }

        return true;
    }

    private void Role(Writes writes, long person, string role, long? set) => writes.Execute(
        "INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@person, @Id, @role, @set)", new { person, Id, role, set });
}
