using WorkshopHub.Web.Data;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>What must be before a first meeting, and how one ends.</summary>
public sealed partial class MeetingTests
{
    [Fact]
    public async Task What_was_held_before_its_day_was_held_on_the_day_on_which_it_was()
    {
        await using var one = await StartAsync(open: false);
        await one.There.Site.SetAsync("UPDATE set_meeting SET date = '2199-01-0' || number");
        await one.DoesAsync(Alma, "?handler=open");
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        var today = await one.There.Site.Db.ReadAsync(reads => LocalDay.Today(reads, DateTimeOffset.UtcNow), TestContext.Current.CancellationToken);
        Assert.Equal(LocalDay.Text(today), await one.There.Site.OneAsync<string>("SELECT date FROM set_meeting WHERE id = @id", new { id = one.There.Meetings[0] }));
        Assert.Equal("2199-01-02", await one.There.Site.OneAsync<string>("SELECT date FROM set_meeting WHERE id = @id", new { id = one.There.Meetings[1] }));
    }

    [Fact]
    public async Task Before_its_first_meeting_a_set_has_chosen_its_problem()
    {
        await using var one = await StartAsync(open: false);
        await one.There.Site.SetAsync("UPDATE sets SET problem_id = NULL WHERE id = @Set", new { one.There.Set });

        await one.RefusesAsync(Alma, "?handler=open", "Before its first meeting the set chooses its problem.");

        Assert.Equal("Planned", await one.StateAsync());
    }

    [Fact]
    public async Task With_problems_of_their_own_each_is_confirmed_and_each_challenge_agreed_before_the_first_meeting()
    {
        await using var one = await StartAsync(open: false, ownProblem: true);
        await one.RefusesAsync(Alma, "?handler=open", "It waits for Alma Tamm, Bo Lind, Fay Novak, Hugo Kern and Jaan Mets.");
        await one.There.Site.SetAsync(
            """
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, state, owner_id, within_sphere_at, created_at, changed_at)
            SELECT s.programme_id, 10 + m.id, 'Mine', '', '', 'Agreed', m.person_id, m.joined_at, m.joined_at, m.joined_at
            FROM membership m JOIN sets s ON s.id = m.set_id WHERE m.set_id = @Set
            """, new { one.There.Set });
        await one.RefusesAsync(Alma, "?handler=open", "each challenge is agreed");
        await one.There.Site.SetAsync(
            """
            INSERT INTO developmental_goal (membership_id, text, agreed_at, agreed_by, created_at, changed_at)
            SELECT id, 'Listen', joined_at, supervisor_id, joined_at, joined_at FROM membership WHERE set_id = @Set
            """, new { one.There.Set });

        await one.DoesAsync(Alma, "?handler=open");

        Assert.DoesNotContain(one.At("/work"), await one.SeesAsync(Bo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_says_who_had_no_airtime_and_stops_while_somebody_has_the_floor()
    {
        await using var one = await StartAsync();
        await one.DoesAsync(Alma, "?handler=here");
        await one.BeginAsync(Bo);
        await one.RefusesAsync(Alma, "/close", "Bo Lind still has the floor.", ("allTheSame", "true"));
        await one.TurnAsync(Bo, "end");

        await one.RefusesAsync(Alma, "/close", "Alma Tamm, Fay Novak, Hugo Kern and Jaan Mets had no airtime today.");

        Assert.Equal("Open", await one.StateAsync());
        await one.DoesAsync(Alma, "/close", ("allTheSame", "true"));
        Assert.Equal("Held", await one.StateAsync());
    }

    [Fact]
    public async Task Closing_asks_about_everybody_of_whom_nobody_said_whether_they_are_here()
    {
        await using var one = await StartAsync();
        await one.BeginAsync(Bo);
        await one.TurnAsync(Bo, "end");
        await one.DoesAsync(Alma, $"?handler=here&person={one.There.World["Hugo Kern"]}&state=Absent");
        await one.RefusesAsync(Alma, "/close", "Nobody said whether Alma Tamm, Fay Novak, Jaan Mets and Aada Advisor were here.");
        await one.DoesAsync(Alma, "?handler=here");
        Assert.DoesNotContain("Nobody said whether", await one.SeesAsync(Alma, "/close"), StringComparison.Ordinal);
    }
}
