using System.Net;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What was written on paper is entered by the facilitator, several at a time.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;

    public PaperTests() => (_world, _site) = World.Start();

    public async ValueTask InitializeAsync() => await PlainPhone.OpenAsync(_world, _site);

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Rows_that_fit_are_taken_and_the_others_stay_with_their_words()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var answer = await mari.PostFormAsync(
            Page, Page, ("0.person", "Alma Tamm"), ("0.kind", "Learning"), ("0.text", "From a card"),
            ("1.person", "Nobody Atall"), ("1.kind", "Learning"), ("1.text", "Whose is this?"),
            ("2.person", "bo lind"), ("2.kind", "Learning"), ("2.text", new string('x', 281)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("One answer is in.", page, StringComparison.Ordinal);
        Assert.Contains("There is no “Nobody Atall” in this workshop", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Whose is this?\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"From a card\"", page, StringComparison.Ordinal);
        Assert.Equal(["Alma Tamm: From a card"], await PostsAsync());
    }

    [Fact]
    public async Task A_closed_activity_still_takes_paper()
    {
        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] }));
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var answer = await mari.PostFormAsync(Page, Page, ("0.person", "Alma Tamm"), ("0.kind", "Learning"), ("0.text", "Late, on paper"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["Alma Tamm: Late, on paper"], await PostsAsync());
    }

    [Fact]
    public async Task Anonymous_answers_are_entered_without_a_name_and_counted()
    {
        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET name_mode = 'Anonymous' WHERE id = @id", new { id = _world.Activities[0] }));
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.DoesNotContain("0.person", await mari.GetStringAsync(Page), StringComparison.Ordinal);
        await mari.PostFormAsync(Page, Page, ("0.kind", "Learning"), ("0.text", "One"), ("1.kind", "Learning"), ("1.text", "Two"));
        Assert.Equal([": One", ": Two"], (await PostsAsync()).Order());
        Assert.Equal((2, 0, 0), await _site.Db.ReadAsync(reads => (
            reads.First<int>("SELECT entered FROM paper_answer WHERE activity_id = @id", new { id = _world.Activities[0] }),
            reads.First<int>("SELECT count(*) FROM answered"), reads.First<int>("SELECT count(*) FROM participant"))));
    }

    private string Page => $"/w/{_world.Workshop}/paper";

    private Task<IReadOnlyList<string>> PostsAsync() => _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT ifnull(n.name, '') || ': ' || p.text FROM post p LEFT JOIN participant n ON n.id = p.participant_id"));
}
