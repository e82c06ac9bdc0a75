using System.Net;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Reports.During;

/// <summary>
/// The world after its final: Circle has reported there (where members have problems of their own, Alma has), asked for a
/// decision, and has one figure. Nobody has answered yet.
/// </summary>
internal sealed class FinalWorld : IAsyncDisposable
{
    private FinalWorld(SetWorld there) => There = there;

    public SetWorld There { get; }

    public World World => There.World;

    public Site Site => There.Site;

    public long Programme => World.Programme;

    /// <summary>The final, held on 15 September 2026.</summary>
    public long Final { get; private set; }

    /// <summary>What was reported: Circle's, or Alma's own.</summary>
    public long Outcome { get; private set; }

    /// <summary>Where members have problems of their own: what the sponsor answers of Circle as a whole.</summary>
    public long Whole { get; private set; }

    public long Measure { get; private set; }

    public string During => $"/programmes/{Programme}/during";

    public static async Task<FinalWorld> OpenAsync(bool ownProblem = false)
    {
        var world = new FinalWorld(await SetWorld.OpenAsync(ownProblem));
        await world.Site.Writer.RunAsync(writes => world.Plant(writes, ownProblem));
        return world;
    }

    /// <summary>A page as somebody reads it.</summary>
    public async Task<string> PageAsync(string name, string page) =>
        WebUtility.HtmlDecode(await (await There.AsAsync(name)).GetStringAsync(page, TestContext.Current.CancellationToken));

    /// <summary>How a page answers somebody.</summary>
    public async Task<HttpStatusCode> StatusAsync(string name, string page)
    {
        using var answer = await (await There.AsAsync(name)).GetAsync(page, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Sends a form of a page, and says how it was answered.</summary>
    public async Task<HttpResponseMessage> SendAsync(string name, string page, HttpStatusCode says, params (string, string)[] fields)
    {
        var answer = await (await There.AsAsync(name)).PostAsync(page, "", fields);
        Assert.Equal((name, says), (name, answer.StatusCode));
        return answer;
    }

    /// <summary>Somebody's figure in the file.</summary>
    public Task<T?> OneAsync<T>(string sql, object? values = null) => Site.OneAsync<T>(sql, values);

    private bool Plant(Writes writes, bool ownProblem)
    {
        var alma = World["Alma Tamm"];
        Final = writes.Insert(
            "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (@Programme, 'Final', 'Final', '2026-09-15', 'Held', @Now, @Now)",
            new { Programme, writes.Now });
        var activity = writes.Insert(
            """
            INSERT INTO activity (workshop_id, kind, title, state, settings, created_at, changed_at)
            VALUES (@Final, 'reportout', 'Reports', 'Closed', @settings, @Now, @Now)
            """, new { Final, settings = ownProblem ? """{"PerMember":true}""" : "{}", writes.Now });
        writes.Execute("INSERT INTO agenda_item (workshop_id, position, title, minutes, activity_id) VALUES (@Final, 1, 'Reports', 60, @activity)", new { Final, activity });
        Outcome = writes.Insert(
            """
            INSERT INTO outcome (workshop_id, set_id, person_id, asked, asked_by, asked_with, created_at, changed_at)
            VALUES (@Final, @Set, @person, 'Two covered bays', '2026-10-31', 'Procurement', @Now, @Now)
            """, new { Final, There.Set, person = ownProblem ? alma : (long?)null, writes.Now });
        writes.Execute("INSERT INTO outcome_slide (outcome_id, slide, text) VALUES (@Outcome, 'Happened', 'Half as many'), (@Outcome, 'Next', 'Bays in two depots')", new { Outcome });
        writes.Execute("INSERT INTO report_turn (activity_id, outcome_id, position, tell_at) VALUES (@activity, @Outcome, 1, '2026-09-15T09:00:00.000Z')", new { activity, Outcome });
        if (ownProblem)
        {
            Whole = writes.Insert(
                "INSERT INTO outcome (workshop_id, set_id, created_at, changed_at) VALUES (@Final, @Set, @Now, @Now)", new { Final, There.Set, writes.Now });
            writes.Execute(
                "UPDATE problem SET owner_id = @alma, supervisor_id = @uma, client_id = NULL WHERE id = @Problem", new { alma, uma = World["Uma Supervisor"], There.Problem });
        }

        Measure = writes.Insert(
            """
            INSERT INTO measure (set_id, person_id, position, name, unit, baseline, target, result, result_date, changed_at)
            VALUES (@Set, @person, 1, 'Dug twice', '%', 19.1, 15, 10.9, '2026-08-17', @Now)
            """, new { There.Set, person = ownProblem ? alma : (long?)null, writes.Now });
        return true;
    }

    /// <summary>A decision of Circle that needs the sponsor; shown to these audiences.</summary>
    public Task<long> DecisionAsync(params string[] shownTo) => Site.Writer.RunAsync(writes =>
    {
        var (alma, bo) = (World["Alma Tamm"], World["Bo Lind"]);
        var id = writes.Insert(
            """
            INSERT INTO decision (set_id, token, text, ground, whom, needed_by, on_date, created_at, created_by, changed_at, changed_by)
            VALUES (@Set, @token, 'Pay the thirty days', 'NeedsSponsor', 'Finance', '2026-06-30', '2026-05-05', @Now, @alma, @Now, @alma)
            """, new { There.Set, token = Tokens.New(), alma, writes.Now });
        foreach (var audience in shownTo)
        {
            writes.Execute(
                """
                INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
                VALUES (@Set, 'Decision', @thing, @audience, @alma, @Now, @bo, @Now)
                """, new { There.Set, thing = $"{id}", audience, alma, bo, writes.Now });
        }

        return id;
    });

    public ValueTask DisposeAsync() => There.DisposeAsync();
}
