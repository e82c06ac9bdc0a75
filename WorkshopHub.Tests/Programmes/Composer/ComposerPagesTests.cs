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

    [Theory]
    [InlineData(1, "4 people in 1 set come into the draft")]
    [InlineData(2, "8 people in 2 sets come into the draft")]
    public async Task The_sets_that_are_there_are_counted_as_people_say_it(int sets, string says)
    {
        await using var room = await Readiness.ReadyRoom.OpenAsync(sets: sets);
        Assert.Contains(says, await room.Mari.GetStringAsync($"/programmes/{room.Id}/composer", Stop), StringComparison.Ordinal);
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
    public async Task Everybody_who_is_found_is_ticked_by_one_press_and_counted()
    {
        await Site.WriteAsync(writes => writes.Execute("INSERT INTO person (name, created_at, changed_at) VALUES ('Finn Found', @Now, @Now), ('Fia Found', @Now, @Now)", new { writes.Now }));
        using var found = await PostAsync("find", ("q", "Found"), ("all", "true"));
        var html = await found.Content.ReadAsStringAsync(Stop);
        Assert.Contains("2 people, ", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "name=\"Ticked\"[^>]* checked"));

        // Who is something else here is marked, and ticked by hand only.
        await Site.WriteAsync(writes => writes.Execute(
            "INSERT INTO role_assignment (person_id, programme_id, role) SELECT id, @Programme, 'Advisor' FROM person WHERE name = 'Fia Found'", new { World.Programme }));
        using var marked = await PostAsync("find", ("q", "Found"), ("all", "true"));
        var again = await marked.Content.ReadAsStringAsync(Stop);
        Assert.Equal(1, Regex.Count(again, "name=\"Ticked\"[^>]* checked"));
        Assert.Matches("Fia Found</b> <small[^>]*>[^<]*advisor here", again);
    }

    [Fact]
    public async Task A_set_is_measured_by_how_many_sites_there_are()
    {
        await Site.WriteAsync(writes => writes.Execute("INSERT INTO site (id, name) VALUES (1, 'Thornby'), (2, 'Penrow')") + writes.Execute("UPDATE person SET site_id = 1 + id % 2"));
        await DoneAsync("begin", ("number", "2"));
        var gauges = Regex.Matches(await HtmlAsync(), "<span>Sites</span>.*?<b class=\"num\">(\\d) of (\\d)</b>", RegexOptions.Singleline);
        Assert.Contains(gauges, gauge => gauge.Groups[1].Value == "2");
        Assert.All(gauges, gauge => Assert.Equal("2", gauge.Groups[2].Value));
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
        Assert.Contains("You changed this in another window", html, StringComparison.Ordinal);
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

        // Who has not ranked costs nothing; a problem that somebody did not name costs the place behind the longest list.
        await Site.SetAsync("DELETE FROM preference_rank WHERE person_id = @alma", new { alma = World["Alma Tamm"] });
        Assert.Matches("<b>11.*?</b><span>sum of ranks", await HtmlAsync());
        await Site.SetAsync("DELETE FROM preference_rank WHERE person_id = @bo AND rank = 1", new { bo = World["Bo Lind"] });
        Assert.Matches("<b>14.*?</b><span>sum of ranks", await HtmlAsync());
    }

    [Fact]
    public async Task A_problem_that_the_sponsor_gives_to_two_sets_has_room_for_two_where_interest_comes_first()
    {
        await Site.WriteAsync(writes =>
        {
            writes.Execute("UPDATE membership SET supervisor_id = NULL");
            var problems = _titles.Take(2).Select(title => writes.Insert("""
                INSERT INTO problem (programme_id, position, title, state, created_at, changed_at) VALUES (@Programme, 1, @title, 'Offered', @Now, @Now)
                """, new { World.Programme, title, writes.Now })).ToList();
            writes.Execute("UPDATE problem SET two_sets_at = @Now WHERE id = @first", new { writes.Now, first = problems[0] });
            foreach (var (index, name) in World.Sets.SelectMany(set => set.Members).Index())
            {
                writes.Execute("INSERT INTO preference_rank (activity_id, person_id, rank, problem_id) VALUES (@activity, @person, 1, @problem)",
                    new { activity = World.Activities[0], person = World[name], problem = problems[index % 3 == 2 ? 1 : 0] });
            }

            return true;
        });
        await DoneAsync("begin", ("number", "3"));
        await DoneAsync("rules&interest=true");
        await DoneAsync("propose");
        var html = await HtmlAsync();
        Assert.Matches("<b>12.*?</b><span>sum of ranks", html); // everybody's first choice: two sets of four on the first, one on the second
        Assert.Equal(3, Regex.Count(html, "Would take: "));
    }

    [Fact]
    public async Task Begun_with_nobody_or_with_no_sets_it_says_so_and_keeps_the_ticks()
    {
        using var none = await PostAsync("begin", ("number", "0"), ("Ticked", Id("Otto Outsider")));
        var html = await RefusedAsync(none);
        Assert.Contains("Between 1 and 20 sets", html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Id("Otto Outsider")}\" checked", html);
    }

    [Fact]
    public async Task Who_is_ticked_stays_so_while_others_are_looked_for()
    {
        var names = Enumerable.Range(1, 250).Select(number => $"Zed {number:000}").ToList();
        var zed = (await Site.WriteAsync(writes => names.Select(name => writes.Insert(
            "INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)", new { name, writes.Now })).ToList()))[244];
        foreach (var begun in new[] { false, true })
        {
            Assert.DoesNotContain("Zed 245", await HtmlAsync(), StringComparison.Ordinal);
            using var other = await PostAsync("find", ("q", "otto"), ("Ticked", $"{zed}"), ("number", "3"));
            var html = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync(Stop));
            Assert.Matches($"value=\"{zed}\" checked", html);
            Assert.Matches($"value=\"{Id("Otto Outsider")}\" ?/?>", html);
            Assert.DoesNotContain("Zed 244", html, StringComparison.Ordinal);
            if (!begun)
            {
                Assert.Matches("name=\"number\"[^>]*value=\"3\"", html);
                await DoneAsync("begin", ("number", "6"));
            }
        }

        await DoneAsync("people", ("Ticked", $"{zed}"), ("Ticked", Id("Otto Outsider")));
        Assert.Contains("2 people taken in", await HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept()
    {
        using var words = await PostAsync("begin", ("number", "a few"), ("Ticked", Id("Otto Outsider")));
        Assert.Matches("<input[^>]*value=\"a few\"[^>]*aria-invalid=\"true\"[^>]*><span class=\"err\" id=\"number-fault\">", await RefusedAsync(words));
        await DoneAsync("begin", ("number", "6"));
        using var many = await PostAsync("sets", ("number", "99"));
        var html = await RefusedAsync(many);
        Assert.Matches("<input[^>]*value=\"99\"[^>]*aria-invalid=\"true\"[^>]*><span class=\"err\" id=\"number-fault\">", html);
        Assert.DoesNotContain("<p class=\"note note-bad\" role=\"alert\">", html, StringComparison.Ordinal);

        // Somebody whose role was taken while the page was open.
        using var nobody = await PostAsync("roles", ("Advisor-1", Id("Arno Advisor")), ("Advisor-2", Id("Otto Outsider")));
        var appoint = await RefusedAsync(nobody);
        Assert.Matches("<select[^>]*name=\"Advisor-2\"[^>]*aria-invalid=\"true\"", appoint);
        Assert.Contains("is no advisor here any more", appoint, StringComparison.Ordinal);
        Assert.Matches($"name=\"Advisor-1\"((?!</select>).)*value=\"{Id("Arno Advisor")}\" selected", Regex.Replace(appoint, "\\s+", " "));
    }
}
