using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>The draft by plain forms.</summary>
public sealed class ComposerPagesTests : ComposerByForms
{
    private static readonly string[] _titles = ["Leaks", "Letters", "Lorries"];

    [Fact]
    public async Task Too_few_people_for_the_sets_are_told_so_with_a_way_out()
    {
        await DoneAsync("begin", ("number", "4"));
        using var none = await PostAsync("propose");
        var html = await RefusedAsync(none);
        Assert.Contains("12 people can’t fill 4 sets: with at least 4 in each it takes 16.", html, StringComparison.Ordinal);
        Assert.Contains("?handler=sets&number=3", html, StringComparison.Ordinal);
        await DoneAsync("sets&number=3");
        await DoneAsync("propose");
    }

    [Fact]
    public async Task A_move_shows_what_it_changes_and_is_undone()
    {
        await Site.WriteAsync(writes => writes.Execute("INSERT INTO org_unit (id, name) VALUES (1, 'Fleet')")
            + writes.Execute("UPDATE person SET org_unit_id = 1, manager_id = NULL WHERE name IN ('Alma Tamm', 'Cecil Hart')"));
        await DoneAsync("begin", ("number", "6"));
        var pick = await HtmlAsync($"?pick={Id("Alma Tamm")}");
        Assert.Contains("pairs of one unit +1", pick, StringComparison.Ordinal);
        await MoveAsync("Alma Tamm", 2);
        var html = await HtmlAsync();
        Assert.Contains("Alma Tamm to Triangle", html, StringComparison.Ordinal);
        Assert.Matches("<b>1<small class=\"delta delta-warn\">\\+1</small></b><span>pairs of one unit", html);
        Assert.Contains("Alma Tamm and Cecil Hart are both from Fleet", html, StringComparison.Ordinal);
        await DoneAsync("undo");
        Assert.Equal("Circle", await PlaceAsync("Alma Tamm"));
        using var nothing = await PostAsync("undo");
        Assert.Contains("There is nothing left to undo", await RefusedAsync(nothing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_move_the_same_person_sees_both_and_can_insist()
    {
        await DoneAsync("begin", ("number", "6"));
        var seen = Version().Match(await HtmlAsync()).Groups[1].Value;
        await MoveAsync("Alma Tamm", 2);
        using var second = await Client.PostAsync(Page, $"?handler=move&person={Id("Alma Tamm")}&to=3", ("Version", seen));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var html = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Mari Kask changed this", html, StringComparison.Ordinal);
        Assert.Matches("Yours, not saved</span>Square", html);
        Assert.Matches("</span>Triangle</p>", html);
        Assert.Equal("Triangle", await PlaceAsync("Alma Tamm"));
        var now = Regex.Match(html, "id=\"again\".*?name=\"Version\" value=\"([0-9]+)\"", RegexOptions.Singleline).Groups[1].Value;
        using var mine = await Client.PostAsync(Page, $"?handler=move&person={Id("Alma Tamm")}&to=3", ("Version", now));
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        foreach (var press in new[] { "undo", "propose", "place", "discard", "sets&number=2", "follow", "share" })
        {
            using var late = await Client.PostAsync(Page, $"?handler={press}", ("Version", seen));
            Assert.True(HttpStatusCode.Conflict == late.StatusCode, press);
        }
    }

    [Fact]
    public async Task Where_interest_comes_first_those_who_ranked_the_same_problem_meet_and_the_set_still_chooses()
    {
        await Site.WriteAsync(writes =>
        {
            writes.Execute("UPDATE membership SET supervisor_id = NULL");
            foreach (var title in _titles)
            {
                writes.Insert("""
                    INSERT INTO problem (programme_id, position, title, state, created_at, changed_at) VALUES (@Programme, 1, @title, 'Offered', @Now, @Now)
                    """, new { World.Programme, title, writes.Now });
            }

            var problems = writes.Query<long>("SELECT id FROM problem ORDER BY id");
            foreach (var (index, name) in World.Sets.SelectMany(set => set.Members).Index())
            {
                foreach (var rank in Enumerable.Range(0, 3))
                {
                    writes.Execute("INSERT INTO preference_rank (activity_id, person_id, rank, problem_id) VALUES (@activity, @person, @rank, @problem)",
                        new { activity = World.Activities[0], person = World[name], rank = rank + 1, problem = problems[(index + rank) % 3] });
                }
            }

            return true;
        });
        await DoneAsync("begin", ("number", "3"));
        await DoneAsync("rules&interest=true");
        await DoneAsync("propose");
        var html = await HtmlAsync();
        Assert.Matches("<b>12.*?</b><span>sum of ranks", html); // everybody's first choice
        Assert.Contains("Would take: ", html, StringComparison.Ordinal);
        Assert.Contains("first choice", html, StringComparison.Ordinal);
        await DoneAsync("place");
        Assert.Equal(0, await Site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM sets WHERE problem_id IS NOT NULL"), Stop));
    }

    [Fact]
    public async Task Begun_with_nobody_or_with_no_sets_it_says_so_and_keeps_the_ticks()
    {
        using var none = await PostAsync("begin", ("number", "0"), ("Ticked", Id("Otto Outsider")));
        var html = await RefusedAsync(none);
        Assert.Contains("Between 1 and 20 sets", html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Id("Otto Outsider")}\" checked", html);
    }
}
