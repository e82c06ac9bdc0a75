using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>The composer by plain forms. The world has twelve members, two in each of six sets.</summary>
public sealed partial class ComposerPagesTests : IAsyncLifetime
{
    private readonly World _world = World.Plant();
    private Site _site = null!;
    private HttpClient _office = null!;

    private string Page => $"/programmes/{_world.Programme}/composer";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        _office = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
    }

    public async ValueTask DisposeAsync()
    {
        _office.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_is_begun_proposed_put_in_place_and_taken_back()
    {
        var before = await StandingAsync();
        await DoneAsync("begin", ("number", "3"));
        Assert.Equal(before.Seats, (await StandingAsync()).Seats);
        await DoneAsync("propose");
        var html = await HtmlAsync();
        Assert.Contains("Proved best.", html, StringComparison.Ordinal);
        Assert.Contains("No rule is broken", html, StringComparison.Ordinal);
        Assert.Equal(before.Seats, (await StandingAsync()).Seats);

        var asked = await HtmlAsync("?place=true");
        Assert.Contains("Put these sets in place?", asked, StringComparison.Ordinal);
        var moves = int.Parse(Moves().Match(asked).Groups[1].Value, CultureInfo.InvariantCulture);
        await DoneAsync("place");
        var after = await StandingAsync();
        Assert.Equal(before.Seats.Select(seat => (seat.Person, seat.Supervisor)), after.Seats.Select(seat => (seat.Person, seat.Supervisor)));
        Assert.Equal([4, 4, 4], after.Seats.GroupBy(seat => seat.Set).Select(set => set.Count()));
        Assert.Equal(moves, before.Seats.Zip(after.Seats).Count(seat => seat.First.Set != seat.Second.Set));

        html = await HtmlAsync();
        Assert.Contains("Everything stands as the draft has it already", html, StringComparison.Ordinal);
        await DoneAsync("back", ("placing", Placing().Match(html).Groups[1].Value));
        Assert.True(before.Is(await StandingAsync()));
    }

    [Fact]
    public async Task New_sets_begin_when_they_are_put_in_place_and_are_gone_when_that_is_taken_back()
    {
        await DoneAsync("begin", ("number", "7"), ("Ticked", Id("Otto Outsider")));
        await MoveAsync("Otto Outsider", 7);
        await MoveAsync("Alma Tamm", 7);
        await DoneAsync("place");
        var sets = await SetsAsync();
        Assert.Equal((7, "Circle 2"), (sets.Count, sets[6].Name));
        var seats = (await StandingAsync()).Seats;
        Assert.Equal(2, seats.Count(seat => seat.Set == sets[6].Id));
        Assert.Equal(_world["Uma Supervisor"], seats.Single(seat => seat.Person == _world["Alma Tamm"]).Supervisor);
        await DoneAsync("back", ("placing", Placing().Match(await HtmlAsync()).Groups[1].Value));
        Assert.Equal(6, (await SetsAsync()).Count);
        Assert.Equal(12, (await StandingAsync()).Seats.Count);
        Assert.Contains("Circle 2", await HtmlAsync(), StringComparison.Ordinal); // the draft still has it
    }

    [Fact]
    public async Task It_is_too_late_to_take_back_when_a_set_was_changed_or_a_workshop_opened()
    {
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 2);
        await DoneAsync("place");
        var placing = Placing().Match(await HtmlAsync()).Groups[1].Value;
        await _site.WriteAsync(writes => writes.Execute("UPDATE workshop SET opened_at = '2999-01-01T00:00:00.000Z'"));
        using var opened = await PostAsync("back", ("placing", placing));
        Assert.Contains("A workshop has opened since", await RefusedAsync(opened), StringComparison.Ordinal);
        await _site.WriteAsync(writes => writes.Execute("UPDATE workshop SET opened_at = NULL"));
        await _site.WriteAsync(writes =>
        {
            SetMembers.Move(writes, _world.Sets[4].Id, _world.Sets[5].Id, _world["Ines Prado"], null);
            return true;
        });
        using var changed = await PostAsync("back", ("placing", placing));
        Assert.Contains("were changed since", await RefusedAsync(changed), StringComparison.Ordinal);
    }

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
        await _site.WriteAsync(writes => writes.Execute("INSERT INTO org_unit (id, name) VALUES (1, 'Fleet')")
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
        using var second = await _office.PostAsync(Page, $"?handler=move&person={Id("Alma Tamm")}&to=3", ("Version", seen));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var html = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Mari Kask changed this", html, StringComparison.Ordinal);
        Assert.Matches("Yours, not saved</span>Square", html);
        Assert.Matches("</span>Triangle</p>", html);
        Assert.Equal("Triangle", await PlaceAsync("Alma Tamm"));
        var now = Regex.Match(html, "id=\"again\".*?name=\"Version\" value=\"([0-9]+)\"", RegexOptions.Singleline).Groups[1].Value;
        using var mine = await _office.PostAsync(Page, $"?handler=move&person={Id("Alma Tamm")}&to=3", ("Version", now));
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        foreach (var press in new[] { "undo", "propose", "place", "discard", "sets&number=2", "follow", "share" })
        {
            using var late = await _office.PostAsync(Page, $"?handler={press}", ("Version", seen));
            Assert.True(HttpStatusCode.Conflict == late.StatusCode, press);
        }
    }

    [Fact]
    public async Task Nothing_is_put_in_place_while_sets_were_changed_elsewhere()
    {
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 2);
        await _site.WriteAsync(writes => SetMembers.Join(writes, _world.Sets[0].Id, _world["Otto Outsider"], null));
        var stood = await StandingAsync();
        using var refused = await PostAsync("place");
        Assert.Contains("Sets were changed elsewhere", await RefusedAsync(refused), StringComparison.Ordinal);
        Assert.True(stood.Is(await StandingAsync()));
        Assert.Contains("Otto Outsider is in Circle now", await HtmlAsync(), StringComparison.Ordinal);
        await DoneAsync("follow");
        await DoneAsync("place");
        Assert.Equal(13, (await StandingAsync()).Seats.Count);
    }

    [Fact]
    public async Task Who_supervises_a_member_or_advises_the_set_is_not_put_into_it()
    {
        await DoneAsync("begin", ("number", "6"), ("Ticked", Id("Uma Supervisor")), ("Ticked", Id("Aada Advisor")));
        await MoveAsync("Uma Supervisor", 1);
        Assert.Contains("Alma Tamm reports to Uma Supervisor", await HtmlAsync(), StringComparison.Ordinal);
        using var supervisor = await PostAsync("place");
        Assert.Contains("Uma Supervisor: Supervises", await RefusedAsync(supervisor), StringComparison.Ordinal);
        await MoveAsync("Uma Supervisor", 2);
        await MoveAsync("Aada Advisor", 1);
        Assert.Contains("Aada Advisor is advisor and member of it", await HtmlAsync(), StringComparison.Ordinal);
        using var advisor = await PostAsync("place");
        Assert.Contains("Aada Advisor: Is this set’s advisor", await RefusedAsync(advisor), StringComparison.Ordinal);
        Assert.Equal(12, (await StandingAsync()).Seats.Count);
    }

    [Fact]
    public async Task Advisors_and_champions_are_chosen_proposed_and_put_in_place()
    {
        await DoneAsync("begin", ("number", "6"));
        await DoneAsync("roles", ("Advisor-1", Id("Arno Advisor")), ("Champion-1", ""), ("Advisor-2", Id("Otto Outsider")));
        await DoneAsync("share");
        var draft = (await _site.Db.ReadAsync(reads => DraftTable.Find(reads, _world.Programme), Stop))!;
        Assert.Equal((_world["Arno Advisor"], true), (draft.RoleOf(1, "Advisor")!.PersonId, draft.RoleOf(1, "Advisor")!.Kept));
        Assert.All(draft.Sets, set => Assert.Equal(_world["Chen Champion"], draft.RoleOf(set.Position, "Champion")!.PersonId));
        Assert.All(draft.Sets, set => Assert.NotNull(draft.RoleOf(set.Position, "Advisor")!.PersonId));
        await DoneAsync("place");
        var roles = (await StandingAsync()).Roles;
        Assert.Contains(new StandingRole(_world["Arno Advisor"], "Advisor", _world.Sets[0].Id), roles);
        Assert.DoesNotContain(roles, role => role.Person == _world["Otto Outsider"]);
        Assert.Equal(6, roles.Count(role => role.Role == "Champion"));
    }

    [Fact]
    public async Task Where_interest_comes_first_those_who_ranked_the_same_problem_meet_and_the_set_still_chooses()
    {
        await _site.WriteAsync(writes =>
        {
            writes.Execute("UPDATE membership SET supervisor_id = NULL");
            foreach (var title in new[] { "Leaks", "Letters", "Lorries" })
            {
                writes.Insert("""
                    INSERT INTO problem (programme_id, position, title, state, created_at, changed_at) VALUES (@Programme, 1, @title, 'Offered', @Now, @Now)
                    """, new { _world.Programme, title, writes.Now });
            }

            var problems = writes.Query<long>("SELECT id FROM problem ORDER BY id");
            foreach (var (index, name) in _world.Sets.SelectMany(set => set.Members).Index())
            {
                foreach (var rank in Enumerable.Range(0, 3))
                {
                    writes.Execute("INSERT INTO preference_rank (activity_id, person_id, rank, problem_id) VALUES (@activity, @person, @rank, @problem)",
                        new { activity = _world.Activities[0], person = _world[name], rank = rank + 1, problem = problems[(index + rank) % 3] });
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
        Assert.Equal(0, await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM sets WHERE problem_id IS NOT NULL"), Stop));
    }

    [Fact]
    public async Task Begun_with_nobody_or_with_no_sets_it_says_so_and_keeps_the_ticks()
    {
        using var none = await PostAsync("begin", ("number", "0"), ("Ticked", Id("Otto Outsider")));
        var html = await RefusedAsync(none);
        Assert.Contains("Between 1 and 20 sets", html, StringComparison.Ordinal);
        Assert.Matches($"value=\"{Id("Otto Outsider")}\" checked", html);
    }

    private Task MoveAsync(string name, int to) => DoneAsync($"move&person={Id(name)}&to={to}");

    private async Task DoneAsync(string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(handler, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            Assert.Fail($"{handler}: {(int)answer.StatusCode} {Note().Match(await answer.Content.ReadAsStringAsync(Stop)).Value}");
        }
    }

    /// <summary>A press on the draft as it is now.</summary>
    private async Task<HttpResponseMessage> PostAsync(string handler, params (string Name, string Value)[] fields) => await _office.PostAsync(
        Page, $"?handler={handler}", [("Version", Version().Match(await HtmlAsync()) is { Success: true } at ? at.Groups[1].Value : "0"), .. fields]);

    private async Task<string> HtmlAsync(string query = "") => WebUtility.HtmlDecode(await _office.GetStringAsync(Page + query, Stop));

    private async Task<string> PlaceAsync(string name) => await _site.Db.ReadAsync(
        reads => DraftTable.Find(reads, _world.Programme) is { } draft ? draft.NameOf(draft.Person(_world[name])?.Position) : "", Stop);

    private Task<Standing> StandingAsync() => _site.Db.ReadAsync(reads => Standing.Read(reads, _world.Programme), Stop);

    private Task<IReadOnlyList<SetRow>> SetsAsync() => _site.Db.ReadAsync(reads => SetRow.Of(reads, _world.Programme), Stop);

    private string Id(string name) => _world[name].ToString(CultureInfo.InvariantCulture);

    private static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("id=\"press\".*?name=\"Version\" value=\"([0-9]+)\"", RegexOptions.Singleline)]
    private static partial Regex Version();

    [GeneratedRegex("name=\"placing\" value=\"([0-9]+)\"")]
    private static partial Regex Placing();

    [GeneratedRegex("([0-9]+) (?:go|goes) to another")]
    private static partial Regex Moves();

    [GeneratedRegex("note note-bad.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Note();
}
