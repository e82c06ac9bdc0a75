using System.Net;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes;

public sealed class ProblemTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_problem_is_written_with_what_failed_before_and_offered_once_nothing_is_lacking()
    {
        var (world, site) = World.Start();
        await using var running = site;
        using var client = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var page = $"/programmes/{world.Programme}/problems";
        using var empty = await client.PostAsync(page, "", ("Form.Title", " "), ("Form.Description", "<b>Dug twice</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        var again = await empty.Content.ReadAsStringAsync(Stop);
        Assert.Contains("What is it called?", again, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Dug twice&lt;/b&gt;", again, StringComparison.Ordinal);

        using var added = await client.PostAsync(
            page, "", ("Form.Title", "Holes we dig twice"), ("Form.Description", "One in five is opened again."),
            ("Form.Attempts[0].Year", "2021"), ("Form.Attempts[0].What", "Penalty clause"), ("Form.Attempts[0].Why", "Disputed."),
            ("Form.Attempts[1].Year", ""), ("Form.Attempts[1].What", "Checklist"), ("Form.Attempts[1].Why", ""),
            ("Form.Attempts[2].What", " "));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var problem = Assert.Single(await site.Db.ReadAsync(reads => ProblemRow.Of(reads, world.Programme), Stop));
        Assert.Equal(("Proposed", 2), (problem.State, problem.Attempts));

        using var early = await client.PostAsync(
            page, "?handler=Offer", ("problem", $"{problem.Id}"), ("version", $"{problem.Version}"), ("offered", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("it lacks a client", await early.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using var forged = await client.PostAsync(
            page, "", ("Edit", $"{problem.Id}"), ("Form.Version", "1"), ("Form.Title", "Holes"), ("Form.ClientId", $"{world["Alma Tamm"]}"));
        Assert.Contains("one of the programme", await forged.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var changed = await client.PostAsync(
            page, "", ("Edit", $"{problem.Id}"), ("Form.Version", "1"), ("Form.Title", "Holes"), ("Form.ClientId", $"{world["Clio Client"]}"),
            ("Form.NoClearExpertise", "true"), ("Form.NoClearExpertiseNote", "Each has a part."),
            ("Form.NoKnownAnswer", "true"), ("Form.NoKnownAnswerNote", "Nobody has done it."));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using var stale = await client.PostAsync(page, "", ("Edit", $"{problem.Id}"), ("Form.Version", "1"), ("Form.Title", "Old words"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var offered = await client.PostAsync(
            page, "?handler=Offer", ("problem", $"{problem.Id}"), ("version", "2"), ("offered", "true"));
        Assert.Equal(HttpStatusCode.Redirect, offered.StatusCode);
        Assert.Equal("Holes", Assert.Single(await site.Db.ReadAsync(reads => ProblemRow.Offered(reads, world.Programme), Stop)).Title);
    }

    [Fact]
    public async Task A_set_takes_a_problem_on_that_no_other_set_has_and_it_can_be_taken_back()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var (first, second) = (world.Sets[0].Id, world.Sets[1].Id);
        var (holes, alarms) = await site.Writer.RunAsync(writes => (Offer(writes, world, "Holes"), Offer(writes, world, "Alarms")));
        await site.Writer.RunAsync(writes => ProblemCommands.Choose(writes, first, holes, "Lower mean rank.", null));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => site.Writer.RunAsync(
            writes => ProblemCommands.Choose(writes, second, holes, "We too.", null)));
        Assert.Contains("Circle has this problem", refused.Message, StringComparison.Ordinal);
        var before = await site.Writer.RunAsync(writes => ProblemCommands.Choose(writes, first, alarms, "Changed their mind.", null));
        Assert.Equal(holes, before);
        Assert.Equal([(holes, "Offered"), (alarms, "Chosen")], await StatesAsync());
        await site.Writer.RunAsync(writes =>
        {
            ProblemCommands.TakeBack(writes, first, alarms, before, null);
            return true;
        });
        Assert.Equal([(holes, "Chosen"), (alarms, "Offered")], await StatesAsync());

        async Task<List<(long, string)>> StatesAsync() => [.. (await site.Db.ReadAsync(
            reads => ProblemRow.Of(reads, world.Programme), Stop)).Select(one => (one.Id, one.State))];
    }

    private static long Offer(Writes writes, World world, string title)
    {
        var id = ProblemCommands.Add(writes, world.Programme, new ProblemDetails
        {
            Title = title,
            ClientId = world["Clio Client"],
            NoClearExpertise = true,
            NoClearExpertiseNote = "Each has a part.",
            NoKnownAnswer = true,
            NoKnownAnswerNote = "Nobody has done it.",
        }, null);
        Assert.True(ProblemCommands.Offer(writes, world.Programme, id, 1, null));
        return id;
    }
}
