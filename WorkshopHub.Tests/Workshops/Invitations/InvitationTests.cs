using System.Net;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Invitations;

namespace WorkshopHub.Tests.Workshops.Invitations;

public sealed class InvitationTests : IAsyncLifetime
{
    private DatedWorld _dated = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Page => $"/workshops/{_dated.World.Workshop}/invitations";

    private string Own => $"/workshops/{_dated.World.Workshop}/reply";

    public async ValueTask InitializeAsync() => _dated = await DatedWorld.OpenAsync();

    public ValueTask DisposeAsync() => _dated.DisposeAsync();

    [Fact]
    public async Task The_list_follows_from_the_roles_with_everybody_once()
    {
        var list = await ListAsync();
        Assert.Equal(12, list.As(Role.Member).Count());
        Assert.Equal(["Uma Supervisor", "Viktor Supervisor"], list.As(Role.Supervisor).Select(guest => guest.Who.Name));
        Assert.Equal(["Aada Advisor", "Arno Advisor"], list.As(Role.Advisor).Select(guest => guest.Who.Name));
        Assert.Equal(["Clio Client", "Chen Champion", "Sven Sponsor"], new[] { Role.Client, Role.Champion, Role.Sponsor }.SelectMany(list.As).Select(guest => guest.Who.Name));
        Assert.Equal(19, list.All.Count); // whoever only runs it is not asked
        Assert.Equal(6, list.As(Role.Supervisor).First().Supervises.Count);
        await GiveAsync("Alma Tamm", "Client");
        await GiveAsync("Otto Outsider", "Champion");
        Assert.Equal(20, (await ListAsync()).All.Count);
        var html = await _dated.Mari.GetStringAsync(Page, Stop);
        Assert.Contains("member, client", html, StringComparison.Ordinal);
        Assert.Contains("Otto Outsider", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_programme_of_own_problems_nobody_is_asked_who_has_no_role()
    {
        await _dated.Site.Writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE programme SET format = 'OwnProblem'");
            return writes.Execute("DELETE FROM role_assignment WHERE role IN ('Client', 'Champion')");
        });
        var list = await ListAsync();
        Assert.Equal(17, list.All.Count);
        Assert.Equal(12, list.Missing.Count());
        Assert.DoesNotContain(">Clients<", await _dated.Mari.GetStringAsync(Page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_answers_on_their_own_page_and_may_say_otherwise_until_the_day()
    {
        using var uma = await _dated.AsAsync("Uma Supervisor");
        var home = await uma.GetStringAsync("/", Stop);
        Assert.Contains("Will you come to Kick-off?", home, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Own}\"", home, StringComparison.Ordinal);
        Assert.Contains($". {await _dated.Site.OneAsync<string>("SELECT name FROM programme LIMIT 1")}", home, StringComparison.Ordinal); // of which programme
        Assert.Contains("as the supervisor of Alma Tamm and Bo Lind", await uma.GetStringAsync(Own, Stop), StringComparison.Ordinal);
        using var nothing = await uma.PostAsync(Own, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var yes = await uma.PostAsync(Own, "", ("reply", "yes"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.DoesNotContain("Will you come to Kick-off?", await uma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Equal(6, (await ListAsync()).Missing.Count());
        using var no = await uma.PostAsync(Own, "", ("reply", "no"));
        Assert.Equal("No", (await ListAsync()).All.Single(guest => guest.Who.Name == "Uma Supervisor").Kept.Reply);
        using var otto = await _dated.AsAsync("Otto Outsider");
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.GetAsync(Own, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await uma.GetAsync(Page, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_missing_supervisor_stands_with_their_members_and_a_yes_that_was_entered_takes_them_off()
    {
        var html = await _dated.Mari.GetStringAsync(Page, Stop);
        Assert.Contains("Supervisors who have not said yes", html, StringComparison.Ordinal);
        Assert.Contains("Alma Tamm: the goal is not yet agreed. Aada Advisor, or a stand-in, talks with Alma", html, StringComparison.Ordinal);
        foreach (var name in new[] { "Uma Supervisor", "Viktor Supervisor" })
        {
            Assert.Equal(HttpStatusCode.Redirect, await PressAsync("yes", name, 0));
        }

        Assert.DoesNotContain("have not said yes", await _dated.Mari.GetStringAsync(Page, Stop), StringComparison.Ordinal);
        await _dated.Site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE membership SET supervisor_id = NULL WHERE person_id = @alma", new { alma = _dated.World["Alma Tamm"] }));
        Assert.Contains("Nobody is named", await _dated.Mari.GetStringAsync(Page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_is_told_by_the_phones_or_ticked_and_a_goal_without_its_supervisor_stays_not_yet_agreed()
    {
        var goal = await _dated.Site.Writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE workshop SET state = 'Held', date = @date WHERE id = @Workshop", new { _dated.World.Workshop, date = $"{DateTimeOffset.UtcNow.AddDays(-3):yyyy-MM-dd}" });
            writes.Execute(
                "INSERT INTO participant (workshop_id, person_id, name, role, joined_at) VALUES (@Workshop, @person, 'Viktor Supervisor', 'Supervisor', @Now)",
                new { _dated.World.Workshop, person = _dated.World["Viktor Supervisor"], writes.Now });
            return writes.Insert(
                "INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) SELECT id, 'Ask before I answer', @Now, @Now FROM membership WHERE person_id = @alma",
                new { alma = _dated.World["Alma Tamm"], writes.Now });
        });
        var list = await ListAsync();
        Assert.Equal(["Viktor Supervisor"], list.All.Where(guest => guest.Came).Select(guest => guest.Who.Name));
        Assert.Equal(6, list.Missing.Count());
        var html = await _dated.Mari.GetStringAsync(Page, Stop);
        Assert.Contains("Supervisors who did not come", html, StringComparison.Ordinal);
        Assert.Contains("Alma Tamm: the goal is not yet agreed.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ask before I answer", html, StringComparison.Ordinal);
        using var uma = await _dated.AsAsync("Uma Supervisor");
        Assert.Contains("Alma Tamm’s goal waits for you", await uma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        await _dated.Site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE developmental_goal SET agreed_at = @Now, agreed_by = @uma WHERE id = @goal", new { writes.Now, uma = _dated.World["Uma Supervisor"], goal }));
        Assert.DoesNotContain("Alma Tamm’s goal waits for you", await uma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Contains("Alma Tamm: the goal is agreed by now.", await _dated.Mari.GetStringAsync(Page, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await PressAsync("came", "Uma Supervisor", 0));
        Assert.Empty((await ListAsync()).Missing);
        Assert.Equal(HttpStatusCode.Redirect, await PressAsync("absent", "Viktor Supervisor", 0));
        Assert.Equal(6, (await ListAsync()).Missing.Count());
    }

    [Fact]
    public async Task The_second_of_two_who_enter_an_answer_is_told_how_it_stands()
    {
        using var uma = await _dated.AsAsync("Uma Supervisor");
        using var no = await uma.PostAsync(Own, "", ("reply", "no"));
        using var late = await _dated.Mari.PostAsync(Page, "", ("press", $"yes:{_dated.World["Uma Supervisor"]}:0"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Uma Supervisor was quicker", html, StringComparison.Ordinal);
        Assert.Contains("you pressed “Said yes”; now it stands as “Said no”", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await PressAsync("yes", "Uma Supervisor", 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PressAsync("yes", "Otto Outsider", 0));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PressAsync("maybe", "Uma Supervisor", 2));
    }

    [Fact]
    public async Task The_list_asks_as_many_statements_for_three_times_as_many_guests()
    {
        var few = await _dated.CountAsync(() => _dated.Mari.GetStringAsync(Page, Stop));
        await _dated.Site.Writer.RunAsync(writes =>
        {
            for (var n = 0; n < 40; n++)
            {
                var person = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name = $"Person {n}", writes.Now });
                writes.Execute("INSERT INTO membership (set_id, person_id, supervisor_id, joined_at) VALUES (@set, @person, @uma, @Now)",
                    new { set = _dated.World.Sets[n % 6].Id, person, uma = _dated.World["Uma Supervisor"], writes.Now });
            }

            return true;
        });
        Assert.Equal(59, (await ListAsync()).All.Count);
        Assert.Equal(few, await _dated.CountAsync(() => _dated.Mari.GetStringAsync(Page, Stop)));
    }

    private async Task<GuestList> ListAsync() => (await _dated.Site.Db.ReadAsync(reads => GuestList.Read(reads, _dated.World.Workshop), Stop))!;

    private Task<int> GiveAsync(string name, string role) => _dated.Site.Writer.RunAsync(writes => writes.Execute(
        "INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@person, @Programme, @role)",
        new { person = _dated.World[name], _dated.World.Programme, role }));

    private async Task<HttpStatusCode> PressAsync(string word, string name, long version)
    {
        using var answer = await _dated.Mari.PostAsync(Page, "", ("press", $"{word}:{_dated.World[name]}:{version}"));
        return answer.StatusCode;
    }
}
