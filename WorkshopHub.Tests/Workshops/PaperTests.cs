using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What was written on paper is entered by the facilitator, several at a time.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private static readonly string[] _choices = ["Sky", "Sea", "South", "North"];

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
    public async Task Two_cards_of_somebody_who_has_not_come_are_taken_and_the_same_sheet_twice_is_one()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var ids = Regex.Matches(await mari.GetStringAsync(Page), "name=\"\\d.id\" value=\"([^\"]+)\"").Select(one => one.Groups[1].Value).ToList();
        Assert.Equal(5, ids.Distinct().Count());
        for (var sent = 0; sent < 2; sent++)
        {
            var answer = await mari.PostFormAsync(
                Page, Page, ("0.id", ids[0]), ("0.person", "Alma Tamm"), ("0.kind", "Learning"), ("0.text", "Card one"),
                ("1.id", ids[1]), ("1.person", "Alma Tamm"), ("1.kind", "Learning"), ("1.text", "Card two"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(["Alma Tamm: Card one", "Alma Tamm: Card two"], (await PostsAsync()).Order());
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_their_work()
    {
        await _site.Writer.RunAsync(w => w.Execute(
            "UPDATE person SET name = 'Alma Tamm', job_title = iif(id = @alma, 'Fitter', 'Chemist') WHERE id IN (@alma, @dora)",
            new { alma = _world["Alma Tamm"], dora = _world["Dora Voss"] }));
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Contains("value=\"Alma Tamm, Chemist\"", await mari.GetStringAsync(Page), StringComparison.Ordinal);
        var answer = await mari.PostFormAsync(
            Page, Page, ("0.person", "Alma Tamm, Chemist"), ("0.kind", "Learning"), ("0.text", "From the chemist"),
            ("1.person", "Alma Tamm"), ("1.kind", "Learning"), ("1.text", "Of which?"));
        Assert.Contains("More than one person is called Alma Tamm.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([(_world["Dora Voss"], "From the chemist")], await _site.Db.ReadAsync(reads => reads.Query<(long, string)>(
            "SELECT j.person_id, p.text FROM post p JOIN participant j ON j.id = p.participant_id")));
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

    [Fact]
    public async Task Who_entered_a_named_answer_for_whom_is_kept_and_the_walls_foot_says_how_many_came_from_paper()
    {
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        await bo.PostAsync("From a phone");
        await mari.PostFormAsync(Page, Page, ("0.person", "Alma Tamm"), ("0.kind", "Learning"), ("0.text", "From a card"));
        Assert.Equal("Mari Kask for Alma Tamm: From a card", await _site.Db.ReadAsync(reads => reads.First<string>("""
            SELECT m.name || ' for ' || j.name || ': ' || p.text
            FROM entered_for e JOIN participant j ON j.id = e.participant_id JOIN person m ON m.id = e.entered_by JOIN post p ON p.id = e.answer
            """)));
        using var wall = Clients.New(_site.Url, Viewers.ScreenCookie, _world.Screens[0]);
        Assert.Contains("2 people, of which 1 on paper", Plain(await wall.GetStringAsync("/wall")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poll", """{"Form":"One","Choices":["North","South"]}""", "choice", "2 people have answered, of which 1 on paper")]
    [InlineData("dotvote", """{"Items":["North","South"],"Dots":1}""", "dot1", "2 dots from 2 people, of which 1 on paper")]
    public async Task Feet_of_walls_tell_paper_for_what_is_chosen_too(string kind, string settings, string field, string foot)
    {
        await AskAsync(kind, settings);
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var south = kind == "poll" ? "South" : "1";
        Assert.Equal(HttpStatusCode.OK, (await bo.PostAsync("", more: (kind == "poll" ? "choice" : "dot", south))).StatusCode);
        using var answer = await mari.PostFormAsync(Page, Page, ("0.person", "Alma Tamm"), ($"0.{field}", south));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var wall = Clients.New(_site.Url, Viewers.ScreenCookie, _world.Screens[0]);
        Assert.Contains(foot, Plain(await wall.GetStringAsync("/wall")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(2, 2)]
    [InlineData(9, 4)]
    public async Task A_poll_with_several_choices_has_a_field_for_each_that_may_be_chosen(int most, int fields)
    {
        await AskAsync("poll", $$"""{"Form":"Several","Most":{{most}},"Choices":["North","South","Sea","Sky"]}""");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var page = await mari.GetStringAsync(Page);
        Assert.Equal(fields, Enumerable.Range(1, 9).Count(place => page.Contains(
            $"name=\"0.{(place == 1 ? "choice" : $"choice{place}")}\"", StringComparison.Ordinal)));
        using var answer = await mari.PostFormAsync(
            Page, Page, [("0.person", "Alma Tamm"), .. _choices.Take(fields)
                .Select((choice, at) => ($"0.{(at == 0 ? "choice" : $"choice{at + 1}")}", choice))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(fields, await _site.Db.ReadAsync(reads => reads.First<int>("SELECT count(*) FROM poll_choice")));
    }

    [Fact]
    public async Task Paper_that_comes_after_the_close_is_carried_over_too_and_what_somebody_undid_stays_undone()
    {
        await AskAsync("poll", """{"Form":"One","Choices":["Yes, as an expert","No"],"Carries":"Volunteer"}""");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var bo = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        await bo.PostAsync("", more: ("choice", "Yes, as an expert"));
        var kinds = _site.Services.GetRequiredService<ActivityKinds>();
        await _site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE activity SET state = 'Closed' WHERE id = @id", new { id = _world.Activities[0] });
            Carried.Settle(w, kinds, _world.Workshop);
            return true;
        });
        Assert.Equal(["Bo Lind"], await VolunteersAsync());

        await EnterAsync(mari, "Alma Tamm");
        Assert.Equal(["Alma Tamm", "Bo Lind"], await VolunteersAsync());
        var bos = (await _site.Db.ReadAsync(reads => Carried.Of(reads, _world.Workshop))).Last(one => one.PersonId == _world["Bo Lind"]);
        await _site.Writer.RunAsync(w => Carried.Undo(w, kinds, bos.Id, _world["Mari Kask"]));
        Assert.Equal(["Alma Tamm"], await VolunteersAsync());
        await EnterAsync(mari, "Cecil Hart");
        Assert.Equal(["Alma Tamm", "Cecil Hart"], await VolunteersAsync());
    }

    [Fact]
    public async Task What_is_private_cannot_be_entered_for_somebody_else()
    {
        await AskAsync("poll", """{"Form":"Text"}""", "Private");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Contains("Nothing to enter yet", await mari.GetStringAsync(Page), StringComparison.Ordinal);
        using var answer = await mari.PostFormAsync("/", $"{Page}?activity={_world.Activities[0]}", ("0.person", "Alma Tamm"), ("0.text", "Hers"));
        Assert.Equal(0, await _site.Db.ReadAsync(reads => reads.First<int>("SELECT count(*) FROM poll_answer")));
    }

    private async Task EnterAsync(HttpClient desk, string name)
    {
        using var answer = await desk.PostFormAsync(Page, Page, ("0.person", name), ("0.choice", "Yes, as an expert"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<IReadOnlyList<string>> VolunteersAsync() => _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT p.name FROM carried c JOIN person p ON p.id = c.person_id WHERE c.target = 'Volunteer' AND c.state = 'Carried' ORDER BY p.name"));

    private Task<int> AskAsync(string kind, string settings, string names = "Named") => _site.Writer.RunAsync(w => w.Execute(
        "UPDATE activity SET kind = @kind, settings = @settings, name_mode = @names WHERE id = @id",
        new { kind, settings, names, id = _world.Activities[0] }));

    /// <summary>The words of a page, without marks.</summary>
    private static string Plain(string html) => Regex.Replace(Regex.Replace(html, "<[^>]+>", ""), @"\s+", " ");

    private string Page => $"/w/{_world.Workshop}/paper";

    private Task<IReadOnlyList<string>> PostsAsync() => _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT ifnull(n.name, '') || ': ' || p.text FROM post p LEFT JOIN participant n ON n.id = p.participant_id"));
}
