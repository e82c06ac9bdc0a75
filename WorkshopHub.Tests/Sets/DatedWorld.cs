using System.Globalization;
using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Tests.Sets;

/// <summary>The world with its kick-off, mid-term and final in 2030, so that all meetings are to come, over both clock changes.</summary>
internal sealed class DatedWorld : IAsyncDisposable
{
    public const string KickOff = "2030-03-05";
    public const string MidTerm = "2030-06-04";
    public const string Final = "2030-11-12";

    private DatedWorld(World world, Site site, HttpClient mari) => (World, Site, Mari) = (world, site, mari);

    public World World { get; }

    public Site Site { get; }

    /// <summary>The facilitator's browser.</summary>
    public HttpClient Mari { get; }

    public string Schedule => $"/programmes/{World.Programme}/meetings";

    public string Timeline => $"/programmes/{World.Programme}/timeline";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<DatedWorld> OpenAsync()
    {
        var (world, site) = World.Start(open: false);
        await site.Writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE workshop SET date = @KickOff WHERE id = @Workshop", new { KickOff, world.Workshop });
            foreach (var (kind, title, date) in new[] { ("MidTerm", "Mid-term", MidTerm), ("Final", "Final", Final) })
            {
                writes.Execute(
                    """
                    INSERT INTO workshop (programme_id, kind, title, date, created_at, changed_at) VALUES (@Programme, @kind, @title, @date, @Now, @Now)
                    """, new { world.Programme, kind, title, date, writes.Now });
            }

            return true;
        });
        return new DatedWorld(world, site, await Office.SignInAsync(site, World.Mail("Mari Kask")));
    }

    /// <summary>Somebody of the world signs in, with the world's password.</summary>
    public async Task<HttpClient> AsAsync(string name)
    {
        await Site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO account (person_id, password_hash, stamp) SELECT @person, password_hash, @stamp FROM account WHERE person_id = @mari
            ON CONFLICT DO NOTHING
            """, new { person = World[name], stamp = Tokens.New(), mari = World["Mari Kask"] }));
        return await Office.SignInAsync(Site, World.Mail(name));
    }

    public string Dates(int set) => $"/sets/{World.Sets[set].Id}/dates";

    /// <summary>The fields of the form that lays out the meetings of all sets from a first day on.</summary>
    public async Task<(string, string)[]> FormAsync(string first = "2030-03-19", params int[] sets)
    {
        var stamp = await Site.Db.ReadAsync(reads => ScheduleForm.StampOf(Meeting.InProgramme(reads, World.Programme)), Stop);
        return
        [
            ("Form.Stamp", stamp), ("Form.Starts", "8:30"),
            .. (sets.Length == 0 ? Enumerable.Range(0, 6) : sets).Select((set, index) => (Set: set, Row: $"Form.Rows[{index}]")).SelectMany(one => new[]
            {
                ($"{one.Row}.SetId", N(World.Sets[one.Set].Id)), ($"{one.Row}.Take", "true"), ($"{one.Row}.First", first), ($"{one.Row}.Place", "Hexley House"),
            }),
        ];
    }

    /// <summary>Lays out the meetings of all sets, or of some.</summary>
    public async Task LayAsync(string first = "2030-03-19", params int[] sets)
    {
        using var kept = await Mari.PostAsync(Schedule, "?handler=Keep", await FormAsync(first, sets));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
    }

    public Task<IReadOnlyList<Meeting>> MeetingsAsync(int set) => Site.Db.ReadAsync(reads => Meeting.Of(reads, World.Sets[set].Id), Stop);

    /// <summary>Everything about every meeting, as one text.</summary>
    public async Task<string> AllAsync(long except = 0) => string.Join('\n', await Site.Db.ReadAsync(reads => reads.Query<string>(
        """
        SELECT id || ' ' || set_id || ' ' || number || ' ' || date || ' ' || first_date || ' ' || starts || ' ' || place || ' ' || state || ' ' || version
        FROM set_meeting WHERE id <> @except ORDER BY id
        """, new { except }), Stop));

    /// <summary>Sends the form of one meeting.</summary>
    public async Task<HttpResponseMessage> MoveAsync(HttpClient client, int set, int number, string date, string why = "", long? version = null)
    {
        var meeting = (await MeetingsAsync(set))[number - 1];
        return await client.PostAsync($"{Dates(set)}?meeting={meeting.Id}", "?handler=Move",
            ("Form.Meeting", N(meeting.Id)), ("Form.Version", N(version ?? meeting.Version)), ("Form.Date", date), ("Form.Starts", "8:30"),
            ("Form.Place", meeting.Place), ("Form.Why", why));
    }

    /// <summary>Runs something and answers how many statements were read for it.</summary>
    public Task<int> CountAsync(Func<Task> act) => Statements.ReadAsync(Site, act);

    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Mari.Dispose();
        await Site.DisposeAsync();
    }
}
