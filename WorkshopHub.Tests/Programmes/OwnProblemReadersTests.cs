using System.Net;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Who reads a member’s own problem and goal, and until when.</summary>
public sealed class OwnProblemReadersTests : TwoPersons
{
    [Fact]
    public async Task Its_words_are_for_the_set_and_the_supervisor_and_others_read_the_title_alone_once_it_is_sent()
    {
        await WriteAsync("keep", "Permits wait", "Jobs wait in the yard");
        var id = await Site.OneAsync<long>("SELECT id FROM problem");
        var list = $"/programmes/{World.Programme}/problems";
        foreach (var name in new[] { "Bo Lind", "Uma Supervisor", "Sven Sponsor", "Mari Kask" })
        {
            using var other = await Site.AsAsync(World, name);
            Assert.DoesNotContain("Permits wait", await other.GetStringAsync(list, Stop), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/problems/{id}", Stop)).StatusCode);
        }

        Assert.DoesNotContain("asks you to look at a problem", await Uma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        await WriteAsync("send", "Permits wait", "Jobs wait in the yard");
        foreach (var (name, whole) in new[]
        {
            ("Alma Tamm", true), ("Bo Lind", true), ("Uma Supervisor", true), ("Aada Advisor", true),
            ("Cecil Hart", false), ("Viktor Supervisor", false), ("Sven Sponsor", false), ("Chen Champion", false), ("Mari Kask", false),
        })
        {
            using var other = await Site.AsAsync(World, name);
            foreach (var page in new[] { list, $"/problems/{id}" })
            {
                var html = await other.GetStringAsync(page, Stop);
                Assert.Contains("Permits wait", html, StringComparison.Ordinal);
                Assert.Equal((name, page, whole && page != list), (name, page, html.Contains("Jobs wait in the yard", StringComparison.Ordinal)));
                Assert.DoesNotContain("Speak first", html, StringComparison.Ordinal);
            }
        }

        foreach (var name in new[] { "Clio Client", "Otto Outsider" })
        {
            using var other = await Site.AsAsync(World, name);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/problems/{id}", Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(list, Stop)).StatusCode);
        }

        // The office does not write it either, by no page.
        using var mari = await Site.AsAsync(World, "Mari Kask");
        Assert.Equal(HttpStatusCode.Forbidden, (await mari.GetAsync($"/problems/{id}/write/hurts", Stop)).StatusCode);
        using var forged = await mari.PostFormAsync("/account", $"/problems/{id}/write/hurts", ("Form.Version", "2"), ("Form.Title", "Forged"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);

        // The goal: the supervisor and the advisor read it, the set does not unless it is shared.
        foreach (var (name, reads) in new[] { ("Uma Supervisor", true), ("Aada Advisor", true), ("Bo Lind", false) })
        {
            using var other = await Site.AsAsync(World, name);
            Assert.Equal((name, reads), (name, (await other.GetStringAsync(Form, Stop)).Contains("Speak first", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_new_supervisor_checks_anew_and_the_former_one_is_out_at_once()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        await DecideAsync("yes", agrees: true);
        await Site.Writer.RunAsync(writes => SetMembers.Supervise(writes, World.Sets[0].Id, World["Alma Tamm"], World["Viktor Supervisor"], null));

        Assert.Equal(HttpStatusCode.NotFound, (await Uma.GetAsync(Form, Stop)).StatusCode);
        using var late = await PostAsync(Uma, "?handler=Decide", ("Decision.Sphere", "yes"), ("Decision.ProblemVersion", "3"));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal("Proposed", await Site.OneAsync<string>("SELECT state FROM problem WHERE within_sphere_at IS NULL"));
        using var viktor = await Site.AsAsync(World, "Viktor Supervisor");
        var read = await viktor.GetStringAsync(Form, Stop);
        Assert.Contains("Jobs wait", read, StringComparison.Ordinal);
        Assert.Contains("Viktor Supervisor is supervisor now", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Speak first", read, StringComparison.Ordinal);
        using var blind = await PostAsync(viktor, "?handler=Agree", ("goalVersion", $"{await GoalAsync()}"));
        Assert.Equal(HttpStatusCode.Conflict, blind.StatusCode);

        Assert.Contains("Show it to Viktor", await Alma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(Alma, "?handler=Show")).StatusCode);
        Assert.Contains("Speak first", await viktor.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        using var yes = await PostAsync(
            viktor, "?handler=Decide", ("Decision.Sphere", "yes"), ("Decision.ProblemVersion", $"{await VersionAsync()}"), ("Decision.AgreesGoal", "true"), ("Decision.GoalVersion", $"{await GoalAsync()}"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.Equal(World["Viktor Supervisor"], await Site.OneAsync<long>("SELECT within_sphere_by FROM problem"));
        Assert.Equal(World["Viktor Supervisor"], await Site.OneAsync<long>("SELECT agreed_by FROM developmental_goal"));
    }

    [Fact]
    public async Task A_new_supervisor_checks_what_is_in_work_and_stops_nothing_by_that()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        await DecideAsync("yes", agrees: true);
        await Site.SetAsync("UPDATE problem SET state = 'InWork'");
        await Site.Writer.RunAsync(writes => SetMembers.Supervise(writes, World.Sets[0].Id, World["Alma Tamm"], World["Viktor Supervisor"], null));
        using var viktor = await Site.AsAsync(World, "Viktor Supervisor");
        Assert.Contains("Alma Tamm asks you to look at a problem", await viktor.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);
        using var yes = await PostAsync(viktor, "?handler=Decide", ("Decision.Sphere", "yes"), ("Decision.ProblemVersion", $"{await VersionAsync()}"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.Equal("InWork", await Site.OneAsync<string>("SELECT state FROM problem WHERE within_sphere_by = @viktor", new { viktor = World["Viktor Supervisor"] }));
        Assert.DoesNotContain("asks you to look at a problem", await viktor.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);

        // What is done stays confirmed by who it was.
        await Site.SetAsync("UPDATE problem SET state = 'Implemented'");
        await Site.Writer.RunAsync(writes => SetMembers.Supervise(writes, World.Sets[0].Id, World["Alma Tamm"], World["Uma Supervisor"], null));
        Assert.Equal(World["Viktor Supervisor"], await Site.OneAsync<long>("SELECT within_sphere_by FROM problem"));
        Assert.DoesNotContain("Can you decide on this", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_supervisor_in_whose_sphere_it_does_not_lie_sends_it_back_and_it_is_written_anew()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        await DecideAsync("yes");
        await Site.SetAsync("UPDATE problem SET state = 'InWork'");
        await Site.Writer.RunAsync(writes => SetMembers.Supervise(writes, World.Sets[0].Id, World["Alma Tamm"], World["Viktor Supervisor"], null));
        using var viktor = await Site.AsAsync(World, "Viktor Supervisor");
        using var no = await PostAsync(viktor, "?handler=Decide", ("Decision.Sphere", "no"), ("Decision.Note", "I have no yard"), ("Decision.ProblemVersion", $"{await VersionAsync()}"));
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        Assert.Contains("I have no yard", await Alma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await WriteAsync("send", "Permits wait", "Jobs wait at the gate")).StatusCode);
    }

    [Fact]
    public async Task A_new_manager_who_takes_over_in_the_set_checks_anew_too()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        await DecideAsync("yes", agrees: true);
        var (alma, uma, viktor) = (World["Alma Tamm"], World["Uma Supervisor"], World["Viktor Supervisor"]);
        await Site.Writer.RunAsync(writes => new SupervisorsFollow().Follow(
            writes, [new NewManager(alma, "Alma Tamm", uma, "Uma Supervisor", viktor, "Viktor Supervisor")], null));
        Assert.Equal(HttpStatusCode.NotFound, (await Uma.GetAsync(Form, Stop)).StatusCode);
        Assert.Equal("Proposed", await Site.OneAsync<string>("SELECT state FROM problem WHERE within_sphere_at IS NULL"));
        Assert.Equal(0, await Site.OneAsync<long>("SELECT to_supervisor FROM developmental_goal WHERE agreed_at IS NULL"));
    }

    [Fact]
    public async Task Who_has_left_the_set_writes_no_more_and_is_read_by_nobody_else()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        await Site.Writer.RunAsync(writes =>
        {
            SetMembers.Leave(writes, World.Sets[0].Id, World["Alma Tamm"], null);
            return true;
        });
        Assert.Contains("Jobs wait", await Alma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await WriteAsync("send", "Other", "Other")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Uma.GetAsync(Form, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync("yes")).StatusCode);
    }

    [Fact]
    public async Task Where_sets_share_a_problem_there_is_no_form_of_two_persons()
    {
        Assert.Equal(HttpStatusCode.OK, (await Alma.GetAsync(Form, Stop)).StatusCode);
        await Site.SetAsync("UPDATE programme SET format = 'CommonProblem'");
        Assert.Equal(HttpStatusCode.NotFound, (await Alma.GetAsync(Form, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Alma.GetAsync("/memberships/9999/problem", Stop)).StatusCode);
    }
}
