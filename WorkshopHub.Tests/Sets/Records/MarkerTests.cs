using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Records;

/// <summary>What is written in a set is in no log, however much is logged, in no audit row, in no figure that goes out, and on no page of error or of somebody else.</summary>
public sealed partial class MarkerTests : IAsyncLifetime
{
    private const string Planted = "zqheronmarks";

    private readonly Everything _log = new();
    private readonly Figures _figures = new();
    private readonly Traces _traces = new();
    private World _world = null!;
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string List => $"/sets/{_world.Sets[0].Id}/actions";

    public ValueTask InitializeAsync()
    {
        _world = World.Plant();
        _site = new Site(_world.File, null, ("Logging:LogLevel:Default", "Trace"));
        _site.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _log.Dispose();
        _figures.Dispose();
        _traces.Dispose();
    }

    [Fact]
    public async Task What_is_written_in_a_set_is_in_no_log_no_audit_row_no_error_and_no_page_of_others()
    {
        await MeetAsync();
        using var alma = await _site.AsAsync(_world, "Alma Tamm");
        var set = $"/sets/{_world.Sets[0].Id}";
        var report = $"{set}/meetings/1/report";
        (string Page, string Handler, string Field, HttpStatusCode Status)[] steps =
        [
            ($"{set}/meetings/1/airtime", "?slot=1", "text", HttpStatusCode.Redirect),
            ($"{set}/meetings/1/airtime", "?slot=1&handler=seen", "seen", HttpStatusCode.Redirect),
            ($"{set}/meetings/1/airtime", "?slot=1&handler=issue", "issue", HttpStatusCode.Redirect),
            ($"{set}/meetings/1/reflect", "", "Ours.Why", HttpStatusCode.Redirect),
            ($"{set}/meetings/1/reflect", "?handler=mine", "Mine.Text", HttpStatusCode.Redirect),
            ($"{set}/meetings/1/leaves", "", "Progress.Text", HttpStatusCode.UnprocessableEntity), // which light is not said
            ($"{set}/meetings/1/leaves", "", "Learning.Text", HttpStatusCode.Redirect),
            ($"{set}/work", "?handler=note", "Note.LookedAt", HttpStatusCode.Redirect),
            ($"{set}/work", "?handler=decide", "Decision.Text", HttpStatusCode.Redirect),
            ($"{set}/experts", "", "Form.InvitedFor", HttpStatusCode.OK),
            (List, "?handler=agree", "Text", HttpStatusCode.Redirect), // due on 2030-01-15
            ($"{List}/1", "?handler=note", "Words", HttpStatusCode.Redirect),
            ($"{List}/1", "?handler=help", "Words", HttpStatusCode.Redirect),
            ($"{List}/1/tell", "", "Form.Did", HttpStatusCode.UnprocessableEntity),
            ($"{List}/1", "?handler=change", "Words", HttpStatusCode.Conflict),
            (report, "?handler=tell&action=9", "Form.Did", HttpStatusCode.NotFound),
            (report, "?handler=tell&action=1", "Form.Happened", HttpStatusCode.UnprocessableEntity),
            ($"{List}/1", "?handler=drop", "Words", HttpStatusCode.Redirect),
            ($"{List}/9", "?handler=nothing", "Words", HttpStatusCode.NotFound),
        ];
        foreach (var (page, handler, field, status) in steps)
        {
            var version = await _site.OneAsync<long?>("SELECT version FROM set_action") ?? 0;
            using var answer = await alma.PostFormAsync(
                "/account", page + handler, (field, $"{Planted} {field}"), ("Key", Tokens.New()), ("Due", "2030-01-15"), ("Day", "2030-01-15"),
                ("Version", handler.Contains("change", StringComparison.Ordinal) ? "99" : $"{version}"), ("Form.Key", Tokens.New()), ("Form.Version", $"{version}"),
                ("Form.State", "Done"), ("id", Tokens.New()), ("slot", "1"), ("asker", $"{_world["Alma Tamm"]}"), ("Ours.Id", Tokens.New()), ("Mine.Id", Tokens.New()),
                ("kind", field.Split('.')[0]), ("Progress.Id", Tokens.New()), ("Learning.Id", Tokens.New()), ("Decision.Ground", "OwnAuthority"),
                ("Form.Name", "Bill Tranmer"), ("Form.Meeting", "1"), ("Form.Starts", "13:00"), ("Form.Ends", "13:45"));
            Assert.Equal((page, handler, status), (page, handler, answer.StatusCode));
            if (status is HttpStatusCode.NotFound)
            {
                Assert.DoesNotContain(Planted, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            }
        }

        Assert.Contains(Planted, await alma.GetStringAsync($"{List}/1", Stop), StringComparison.Ordinal);
        Assert.Equal(
            ["airtime_assumption", "airtime_question", "airtime_slot", "decision", "guest_invitation", "reflection", "set_action", "set_action_help", "set_action_note", "set_action_report", "sheet", "study_note"],
            await TablesAsync());
        foreach (var name in new[] { "Cecil Hart", "Aada Advisor", "Uma Supervisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask" })
        {
            using var client = await _site.AsAsync(_world, name);
            foreach (var page in new[]
            {
                "/", "/calendar?handler=file", $"/programmes/{_world.Programme}/timeline", $"/programmes/{_world.Programme}", $"/workshops/{_world.Workshop}/summary",
                name == "Aada Advisor" ? "/" : $"{List}/1",
            })
            {
                using var answer = await client.GetAsync(page, Stop);
                Assert.False((await answer.Content.ReadAsStringAsync(Stop)).Contains(Planted, StringComparison.Ordinal), $"{page} tells {name}");
            }
        }

        foreach (var name in new[] { "Cecil Hart", "Uma Supervisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask" })
        {
            using var client = await _site.AsAsync(_world, name);
            Assert.DoesNotContain($"{Planted} ", await client.GetStringAsync($"/search?q={Planted}", Stop), StringComparison.Ordinal);
        }

        Assert.Contains(_log.Lines, line => line.Contains("/actions/1", StringComparison.Ordinal)); // it does log
        Assert.Contains(_figures.Lines, line => line.Contains("sets/{id:long}/actions", StringComparison.Ordinal)); // it does count
        NothingTells();
    }

    /// <summary>Circle's first meeting is open, Alma has the pen, and Bo the floor.</summary>
    private async Task MeetAsync()
    {
        await _site.SetAsync(
            """
            INSERT INTO set_meeting (set_id, number, date, first_date, state, created_at, changed_at)
            VALUES (@set, 1, '2030-01-15', '2030-01-15', 'Open', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')
            """, new { set = _world.Sets[0].Id });
        await _site.SetAsync(
            "INSERT INTO meeting_run (meeting_id, pen_person, opened_at, opened_by) SELECT id, @alma, created_at, @alma FROM set_meeting",
            new { alma = _world["Alma Tamm"] });
        await _site.SetAsync(
            """
            INSERT INTO airtime_slot (id, meeting_id, presenter_id, position, planned_minutes, state, started_at, running_since, changed_at)
            SELECT 1, id, @bo, 1, 60, 'Open', created_at, created_at, created_at FROM set_meeting
            """, new { bo = _world["Bo Lind"] });
    }

    /// <summary>The tables in which the marker stands, but those of the search.</summary>
    private Task<List<string>> TablesAsync() => _site.Db.ReadAsync(
        reads =>
        {
            var found = new List<string>();
            foreach (var table in reads.Query<string>(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
            {
                var columns = string.Join(" || ' ' || ", reads.Query<string>("SELECT name FROM pragma_table_info(@table)", new { table })
                    .Select(column => $"ifnull(CAST(\"{column}\" AS TEXT), '')"));
                if (reads.First<long>($"SELECT count(*) FROM \"{table}\" WHERE {columns} LIKE '%{Planted}%'") > 0)
                {
                    found.Add(table);
                }
            }

            return found;
        }, Stop);
}
