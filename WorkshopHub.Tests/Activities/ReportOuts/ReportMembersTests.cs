using System.Net;
using WorkshopHub.Web.Activities.ReportOuts;

namespace WorkshopHub.Tests.Activities.ReportOuts;

public sealed class ReportMembersTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public ReportMembersTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Where_members_report_the_supervisor_answers_and_confirms_the_own_member()
    {
        await ReportRoom.OpenAsync(_world, _site, new ReportOutSettings { PerMember = true });
        var alma = _world["Alma Tamm"];
        await ReportRoom.WriteAsync(_world, _site, person: alma);
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Equal(12, (await RunAsync()).Turns.Count);
        await ReportRoom.BeginAsync(_world, _site, desk, $"{_world.Sets[0].Id}-{alma}");
        await ReportRoom.PressAsync(_world, _site, desk, "step", "2");
        var run = await RunAsync();
        var (outcome, measure) = (run.Now!.OutcomeId!.Value, run.Measures.Single().Id);
        using var uma = await ReportRoom.KnownAsync(_world, _site, "Uma Supervisor");
        using var viktor = await ReportRoom.KnownAsync(_world, _site, "Viktor Supervisor");
        using var sponsor = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        using var bo = await ReportRoom.KnownAsync(_world, _site, "Bo Lind");
        foreach (var other in new[] { viktor, sponsor, bo })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.DecideAsync(other, outcome, "Adopt")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.ConfirmAsync(other, measure, "Confirmed")).StatusCode);
        }

        using var clio = await ReportRoom.KnownAsync(_world, _site, "Clio Client");
        Assert.DoesNotContain("Your next step with", await clio.FeedAsync(), StringComparison.Ordinal); // the set's problem is hers, and no member's own
        Assert.Equal(HttpStatusCode.Forbidden, (await clio.PostAsync("", more: [("step", $"{outcome}"), ($"next.{outcome}", "I order them")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.DecideAsync(uma, outcome, "Adopt")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.ConfirmAsync(uma, measure, "Confirmed")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.Client.GetAsync($"/reports/{_world.Activities[0]}/{_world.Sets[0].Id}-{alma}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReportRoom.NoteAsync(bo, outcome, "I can use that")).StatusCode);
    }

    [Fact]
    public async Task Who_is_not_named_sees_the_title_and_listens()
    {
        await ReportRoom.OpenAsync(_world, _site);
        await _site.Writer.RunAsync(w => w.Execute(
            "UPDATE activity SET audience = '[\"Member\"]' WHERE id = @id", new { id = _world.Activities[0] }));
        using var desk = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var sponsor = await ReportRoom.KnownAsync(_world, _site, "Sven Sponsor");
        await ReportRoom.BeginAsync(_world, _site, desk);
        var page = await sponsor.Client.GetStringAsync($"/w/{_world.Workshop}");
        Assert.Contains("Six sets report", page);
        Assert.Contains("Listen.", page);
        Assert.DoesNotContain("name=\"decide\"", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReportRoom.DecideAsync(sponsor, await OutcomeAsync(), "Adopt")).StatusCode);
    }

    private Task<ReportRun> RunAsync() => ReportRoom.RunAsync(_world, _site);

    private async Task<long> OutcomeAsync() => (await RunAsync()).Turns.First(turn => turn.SetId == _world.Sets[0].Id).OutcomeId!.Value;
}
