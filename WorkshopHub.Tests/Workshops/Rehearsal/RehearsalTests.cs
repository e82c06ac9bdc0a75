using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Tests.Workshops.Rehearsal;

/// <summary>A facilitator tries a workshop out on a copy; the real file never learns of it.</summary>
public sealed class RehearsalTests
{
    private const string Banner = "Rehearsal: nothing here is kept";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_kick_off_is_rehearsed_by_invented_people_and_no_row_of_the_real_file_has_changed()
    {
        await using var three = await ThreeWorkshops.StartAsync("CommonProblem");
        using var desk = await Office.SignInAsync(three.Site, World.Mail("Mari Kask"));
        var before = Rehearsed.Rows(three.World.File);
        var rehearsed = new Rehearsed(three.Site, desk, three.Workshops[0]);
        await rehearsed.GoInAsync();
        await rehearsed.OpenAsync();
        var answered = await rehearsed.RunAsync();
        Assert.Superset(
            new HashSet<string> { "poll", "connections", "posts", "preference", "commitment", "offers", "pulse", "oneword" }, answered.ToHashSet());

        using var gone = await desk.PostFormAsync(rehearsed.Page, rehearsed.Page + "?handler=throwaway");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => rehearsed.ReadAsync("/health"));
        Assert.False(Directory.Exists(Leftovers(three.World.File, three.Workshops[0])));
        Assert.Contains("Start the rehearsal", await desk.GetStringAsync(rehearsed.Page, Stop), StringComparison.Ordinal);
        Assert.Equal(before, Rehearsed.Rows(three.World.File));
        Assert.Empty(three.Site.Faults.All);
    }

    [Fact]
    public async Task Every_page_of_the_copy_says_what_it_is_and_its_cookies_leave_those_of_the_real_site_alone()
    {
        var (world, site) = World.Start(open: false);
        await using var running = site;
        using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var rehearsed = new Rehearsed(site, desk, world.Workshop);
        await rehearsed.GoInAsync();
        await rehearsed.PressAsync("/rehearsal", $"/workshops/{world.Workshop}?handler=open");
        await rehearsed.PressAsync("/rehearsal", "/rehearsal?handler=wall");
        await rehearsed.PressAsync("/rehearsal", "/rehearsal?handler=phone", ("person", world["Sven Sponsor"].ToString(CultureInfo.InvariantCulture)));
        foreach (var page in new[]
        {
            "/", "/rehearsal", $"/workshops/{world.Workshop}", $"/workshops/{world.Workshop}/print", $"/w/{world.Workshop}/control", "/wall",
            $"/w/{world.Workshop}", $"/programmes/{world.Programme}",
        })
        {
            Assert.Contains(Banner, await rehearsed.ReadAsync(page), StringComparison.Ordinal);
            using var real = await desk.GetAsync(page, Stop);
            Assert.DoesNotContain(Banner, await real.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        using var nowhere = new HttpRequestMessage(HttpMethod.Get, new Uri(rehearsed.Copy, "/nowhere")) { Headers = { { "Accept", "text/html" } } };
        using var lost = await desk.SendAsync(nowhere, Stop);
        Assert.Contains(Banner, await lost.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("Sven Sponsor", await rehearsed.ReadAsync($"/w/{world.Workshop}"), StringComparison.Ordinal);

        // The same browser on the real site: signed in as before, and neither phone nor wall.
        Assert.Contains(", Mari</h1>", await desk.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("wall-stage", await desk.GetStringAsync("/wall", Stop), StringComparison.Ordinal);
        using var phone = await desk.GetAsync($"/w/{world.Workshop}", Stop);
        Assert.NotEqual(HttpStatusCode.OK, phone.StatusCode);
    }

    [Fact]
    public async Task What_only_some_may_read_is_not_in_the_copy_where_one_sits_on_anybodys_chair()
    {
        var (world, site) = World.Start(open: false);
        await using var running = site;
        await site.Writer.RunAsync(w =>
        {
            var alma = w.First<long>("SELECT id FROM membership WHERE person_id = @person", new { person = world["Alma Tamm"] });
            GoalCommands.Write(w, alma, "Listen before I answer", "I am told so", "I ask first");
            w.Execute(
                """
                INSERT INTO study_note (set_id, token, looked_at, created_at, created_by, changed_at, changed_by) VALUES (@set, 'a', 'A night on the desk', @Now, @by, @Now, @by)
                """, new { set = world.Sets[0].Id, by = world["Alma Tamm"], w.Now });
            var seat = w.Insert(
                "INSERT INTO participant (workshop_id, person_id, name, role, joined_at) VALUES (@Workshop, @alma, 'Alma Tamm', 'Member', @Now)",
                new { world.Workshop, alma = world["Alma Tamm"], w.Now });
            Seats.AddDeviceOf(w, seat, Assurance.Vouched, "the phone of a first try");
            return w.Execute(
                """
                INSERT INTO commitment (activity_id, person_id, role, text, share, vouched, at)
                SELECT @activity, @alma, 'Member', 'Ring the night shift', 'Nobody', 1, @Now UNION ALL
                SELECT @activity, @bo, 'Member', 'Walk the line', 'Room', 1, @Now
                """,
                new { activity = world.Activities[0], alma = world["Alma Tamm"], bo = world["Bo Lind"], w.Now });
        }, Stop);
        using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        await new Rehearsed(site, desk, world.Workshop).GoInAsync();
        using var copy = new Db(new DataFile(Path.Combine(Leftovers(world.File, world.Workshop), "rehearsal.db")));
        const string Kept = "SELECT (SELECT count(*) FROM developmental_goal) || (SELECT count(*) FROM study_note) || '/' || (SELECT group_concat(text) FROM commitment)";
        Assert.Equal("00/Walk the line", await copy.ReadAsync(reads => reads.First<string>(Kept), Stop));

        // No real phone or screen belongs to it: neither could act in the copy.
        const string Ours = "SELECT (SELECT count(*) FROM device WHERE revoked_at IS NULL) || '/' || (SELECT count(*) FROM screen WHERE unpaired_at IS NULL)";
        Assert.Equal("0/0", await copy.ReadAsync(reads => reads.First<string>(Ours), Stop));
        Assert.Equal("1/2", await site.Db.ReadAsync(reads => reads.First<string>(Ours), Stop));
        Assert.Equal("11/Ring the night shift,Walk the line", await site.Db.ReadAsync(reads => reads.First<string>(Kept), Stop));
    }

    [Fact]
    public async Task Only_who_may_control_a_planned_workshop_starts_its_one_rehearsal()
    {
        var (world, site) = World.Start(open: false);
        await using var running = site;
        using var sponsor = await Office.SignInAsync(site, World.Mail("Sven Sponsor"));
        using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var page = $"/workshops/{world.Workshop}/rehearsal";
        using var refused = await sponsor.PostFormAsync("/signin", page);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(Directory.Exists(Leftovers(world.File, world.Workshop)));

        var first = new Rehearsed(site, desk, world.Workshop);
        await first.GoInAsync();
        using var again = await desk.PostFormAsync(page, page);
        Assert.Contains(first.Copy.Authority, await desk.GetStringAsync(page, Stop), StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(Path.GetDirectoryName(Leftovers(world.File, world.Workshop))!));
        using var stranger = Clients.New($"{first.Copy}");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/rehearsal/door/abc", Stop)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync("/rehearsal", Stop)).StatusCode);
        using var none = await desk.GetAsync("/rehearsal", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);

        using var gone = await desk.PostFormAsync(page, page + "?handler=throwaway");
        await site.Writer.RunAsync(writes => Rooms.Open(writes, world.Workshop), Stop);
        using var late = await desk.PostFormAsync("/programmes/new", page);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task What_a_program_that_broke_off_has_left_goes_at_the_next_start_and_a_running_one_with_the_program()
    {
        var world = World.Plant(open: false);
        var left = Leftovers(world.File, world.Workshop);
        Directory.CreateDirectory(left);
        await File.WriteAllTextAsync(Path.Combine(left, "rehearsal.db"), "half a copy", Stop);
        await using (var site = new Site(world.File))
        {
            Assert.False(Directory.Exists(left));
            using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
            await new Rehearsed(site, desk, world.Workshop).GoInAsync();
            Assert.True(Directory.Exists(left));
        }

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task Whoever_throws_it_away_second_waits_as_long_and_the_next_one_begins_in_an_empty_folder()
    {
        var (world, site) = World.Start(open: false);
        await using var running = site;
        var left = Leftovers(world.File, world.Workshop);
        using var desk = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        await new Rehearsed(site, desk, world.Workshop).GoInAsync();
        var rehearsals = site.Services.GetRequiredService<Rehearsals>();
        var first = rehearsals.ThrowAwayAsync(world.Workshop);
        await rehearsals.ThrowAwayAsync(world.Workshop);
        Assert.False(Directory.Exists(left));
        await first;

        await new Rehearsed(site, desk, world.Workshop).GoInAsync();
        var going = rehearsals.ThrowAwayAsync(world.Workshop);
        var next = new Rehearsed(site, desk, world.Workshop);
        await next.GoInAsync();
        await going;
        Assert.True(File.Exists(Path.Combine(left, "rehearsal.db")));
        Assert.Contains("Rehearsal", await next.ReadAsync("/rehearsal"), StringComparison.Ordinal);
    }

    private static string Leftovers(string file, long workshop) =>
        Path.Combine(Path.GetDirectoryName(file)!, "rehearsals", workshop.ToString(CultureInfo.InvariantCulture));
}
