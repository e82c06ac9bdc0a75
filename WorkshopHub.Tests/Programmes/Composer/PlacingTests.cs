using System.Globalization;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>A draft that is put in place, and what stands in its way.</summary>
public sealed class PlacingTests : ComposerByForms
{
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
        await DoneAsync("back", ("placing", PlacingId().Match(html).Groups[1].Value));
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
        Assert.Equal(World["Uma Supervisor"], seats.Single(seat => seat.Person == World["Alma Tamm"]).Supervisor);
        await DoneAsync("back", ("placing", PlacingId().Match(await HtmlAsync()).Groups[1].Value));
        Assert.Equal(6, (await SetsAsync()).Count);
        Assert.Equal(12, (await StandingAsync()).Seats.Count);
        Assert.Contains("Circle 2", await HtmlAsync(), StringComparison.Ordinal); // the draft still has it
    }

    [Fact]
    public async Task Whom_a_draft_took_out_comes_back_with_the_yes_the_time_and_the_goal_when_it_is_taken_back()
    {
        await Site.SetAsync(
            """
            UPDATE membership SET accepted_at = '2026-03-01T09:00:00.000Z', willing_to_risk = 'Speak first', time_share_percent = 25,
              time_share_confirmed_at = '2026-03-02T09:00:00.000Z', time_share_confirmed_by = supervisor_id WHERE person_id = @alma;
            INSERT INTO developmental_goal (membership_id, text, created_at, changed_at) SELECT id, 'Ask before I fix', 'now', 'now' FROM membership WHERE person_id = @alma
            """, new { alma = World["Alma Tamm"] });
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 0);
        await DoneAsync("place");
        Assert.DoesNotContain((await StandingAsync()).Seats, seat => seat.Person == World["Alma Tamm"]);
        await DoneAsync("back", ("placing", PlacingId().Match(await HtmlAsync()).Groups[1].Value));
        Assert.Equal("Speak first 25 Ask before I fix", await Site.OneAsync<string>(
            """
            SELECT m.willing_to_risk || ' ' || m.time_share_percent || ' ' || g.text FROM membership m JOIN developmental_goal g ON g.membership_id = m.id
            WHERE m.person_id = @alma AND m.left_at IS NULL AND m.accepted_at IS NOT NULL
            """, new { alma = World["Alma Tamm"] }));
        Assert.Equal(1, await Site.OneAsync<long>("SELECT count(*) FROM membership WHERE person_id = @alma", new { alma = World["Alma Tamm"] }));
    }

    [Fact]
    public async Task What_somebody_said_yes_to_is_not_lost_by_taking_sets_back()
    {
        await DoneAsync("begin", ("number", "6"), ("Ticked", Id("Otto Outsider")));
        await MoveAsync("Otto Outsider", 3);
        await MoveAsync("Alma Tamm", 2);
        await DoneAsync("place");
        var placing = PlacingId().Match(await HtmlAsync()).Groups[1].Value;
        await Site.SetAsync("UPDATE membership SET accepted_at = '2999-01-01T00:00:00.000Z' WHERE person_id = @otto", new { otto = World["Otto Outsider"] });
        using var late = await PostAsync("back", ("placing", placing));
        Assert.Contains("Somebody has said yes in these sets since", await RefusedAsync(late), StringComparison.Ordinal);
        await Site.SetAsync("UPDATE membership SET accepted_at = NULL WHERE person_id = @otto", new { otto = World["Otto Outsider"] });
        await DoneAsync("back", ("placing", placing));
    }

    [Fact]
    public async Task Who_said_no_since_is_not_brought_back_by_taking_sets_back()
    {
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 2);
        await DoneAsync("place");
        var placing = PlacingId().Match(await HtmlAsync()).Groups[1].Value;
        using var alma = new PlainDesk(await Site.AsAsync(World, "Alma Tamm"), "Alma");
        await alma.OpenAsync(await Site.MembershipAsync(World, "Alma Tamm"));
        await alma.PressAsync("Say no", ("Reason", "A new post in May"));
        using var late = await PostAsync("back", ("placing", placing));
        Assert.Contains("were changed since", await RefusedAsync(late), StringComparison.Ordinal);
        Assert.DoesNotContain((await StandingAsync()).Seats, seat => seat.Person == World["Alma Tamm"]);
    }

    [Fact]
    public async Task Whoever_said_no_themselves_comes_back_with_no_yes_of_before()
    {
        await Site.SetAsync("UPDATE membership SET accepted_at = '2026-03-01T09:00:00.000Z', willing_to_risk = 'Speak first' WHERE person_id = @alma", new { alma = World["Alma Tamm"] });
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 0);
        await DoneAsync("place");
        await Site.SetAsync("UPDATE membership SET declined_at = left_at, decline_reason = 'A new post' WHERE person_id = @alma", new { alma = World["Alma Tamm"] });
        await DoneAsync("back", ("placing", PlacingId().Match(await HtmlAsync()).Groups[1].Value));
        Assert.Equal(1, await Site.OneAsync<long>(
            "SELECT count(*) FROM membership WHERE person_id = @alma AND left_at IS NULL AND accepted_at IS NULL AND willing_to_risk = ''", new { alma = World["Alma Tamm"] }));
    }

    [Fact]
    public async Task A_line_manager_is_kept_apart_though_another_supervises_and_it_is_told_by_name()
    {
        await DoneAsync("begin", ("number", "3"));
        await Site.SetAsync("UPDATE person SET manager_id = @alma WHERE id = @bo", new { bo = World["Bo Lind"], alma = World["Alma Tamm"] });
        Assert.Contains("Bo Lind reports to Alma Tamm", await HtmlAsync(), StringComparison.Ordinal);
        await MoveAsync("Bo Lind", 2);
        Assert.Contains("Alma Tamm is the line manager", await HtmlAsync($"?pick={Id("Bo Lind")}"), StringComparison.Ordinal);
        await MoveAsync("Bo Lind", 1);
        await DoneAsync($"lock&person={Id("Bo Lind")}&locked=true");
        await DoneAsync($"lock&person={Id("Alma Tamm")}&locked=true");
        using var none = await PostAsync("propose");
        Assert.Contains("Bo Lind and their line manager, Alma Tamm, are both locked in one set", await RefusedAsync(none), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_too_late_to_take_back_when_a_set_was_changed_or_a_workshop_opened()
    {
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 2);
        await DoneAsync("place");
        var placing = PlacingId().Match(await HtmlAsync()).Groups[1].Value;
        await Site.WriteAsync(writes => writes.Execute("UPDATE workshop SET opened_at = '2999-01-01T00:00:00.000Z'"));
        using var opened = await PostAsync("back", ("placing", placing));
        Assert.Contains("A workshop has opened since", await RefusedAsync(opened), StringComparison.Ordinal);
        await Site.WriteAsync(writes => writes.Execute("UPDATE workshop SET opened_at = NULL"));
        await Site.WriteAsync(writes =>
        {
            SetMembers.Move(writes, World.Sets[4].Id, World.Sets[5].Id, World["Ines Prado"], null);
            return true;
        });
        using var changed = await PostAsync("back", ("placing", placing));
        Assert.Contains("were changed since", await RefusedAsync(changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_put_in_place_while_sets_were_changed_elsewhere()
    {
        await DoneAsync("begin", ("number", "6"));
        await MoveAsync("Alma Tamm", 2);
        await Site.WriteAsync(writes => SetMembers.Join(writes, World.Sets[0].Id, World["Otto Outsider"], null));
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
        await DoneAsync("roles", ("Advisor-1", Id("Arno Advisor")), ("Champion-1", ""));
        await DoneAsync("share");
        var draft = (await Site.Db.ReadAsync(reads => DraftTable.Find(reads, World.Programme), Stop))!;
        Assert.Equal((World["Arno Advisor"], true), (draft.RoleOf(1, "Advisor")!.PersonId, draft.RoleOf(1, "Advisor")!.Kept));
        Assert.All(draft.Sets, set => Assert.Equal(World["Chen Champion"], draft.RoleOf(set.Position, "Champion")!.PersonId));
        Assert.All(draft.Sets, set => Assert.NotNull(draft.RoleOf(set.Position, "Advisor")!.PersonId));
        await DoneAsync("place");
        var roles = (await StandingAsync()).Roles;
        Assert.Contains(new StandingRole(World["Arno Advisor"], "Advisor", World.Sets[0].Id), roles);
        Assert.DoesNotContain(roles, role => role.Person == World["Otto Outsider"]);
        Assert.Equal(6, roles.Count(role => role.Role == "Champion"));
    }
}
