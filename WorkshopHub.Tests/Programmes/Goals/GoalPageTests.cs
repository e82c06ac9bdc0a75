using System.Net;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Programmes.Goals;

/// <summary>A member's own goal: written, rated at three moments, asked about; each thing shown on purpose only.</summary>
public sealed class GoalPageTests : IAsyncLifetime
{
    private SetWorld _there = null!;
    private HttpClient _alma = null!;
    private string _page = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        _alma = await _there.AsAsync("Alma Tamm");
        _page = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}/goal";
        using var written = await _alma.PostAsync(_page, "", ("Goal.Version", "0"), ("Goal.Text", "Staying in the room"), ("Goal.WhyNow", "I left it twice"), ("Goal.HowNoticed", "I ask once more"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task It_is_its_owners_alone_and_two_devices_do_not_write_over_each_other()
    {
        foreach (var name in new[] { "Bo Lind", "Aada Advisor", "Uma Supervisor", "Cecil Hart", "Chen Champion", "Sven Sponsor", "Mari Kask", "Otto Outsider" })
        {
            var other = await _there.AsAsync(name);
            using var read = await other.GetAsync(_page, Stop);
            using var written = await other.PostFormAsync("/account", _page, ("Goal.Version", "1"), ("Goal.Text", "Forged"));
            Assert.Equal((name, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (name, read.StatusCode, written.StatusCode));
        }

        using var empty = await _alma.PostAsync(_page, "", ("Goal.Version", "1"), ("Goal.Text", ""), ("Goal.WhyNow", "I left it twice"));
        await empty.RefusesAsync("What do you want to get better at?");
        using var late = await _alma.PostAsync(_page, "", ("Goal.Version", "0"), ("Goal.Text", "Leaving the room"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Staying in the room", await _there.Site.OneAsync<string>("SELECT text FROM developmental_goal"));
    }

    [Fact]
    public async Task It_is_rated_at_the_moment_that_has_come_and_an_earlier_rating_stays_and_is_shown_on_purpose()
    {
        using var none = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Note", "I stayed once"));
        await none.RefusesAsync("Choose one of the five", "I stayed once");
        using var first = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "2"), ("Note", "I stayed once"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        using var again = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "5"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await _there.Site.SetAsync(
            "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (@Programme, 'MidTerm', 'Mid-term', '2026-06-09', 'Held', 'now', 'now')",
            new { _there.World.Programme });
        Assert.Contains("Say how far you are with your goal: mid-term", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var second = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "4"));
        Assert.Equal("KickOff 2,MidTerm 4", await _there.Site.OneAsync<string>("SELECT group_concat(moment || ' ' || value) FROM (SELECT moment, value FROM self_rating ORDER BY moment)"));
        var talks = _page.Replace("/goal", "/talks", StringComparison.Ordinal);
        var uma = await _there.AsAsync("Uma Supervisor");
        Assert.DoesNotContain("2 of 5", await uma.GetStringAsync(talks, Stop), StringComparison.Ordinal);
        Assert.Contains("yours alone</span>", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        using var told = await _alma.PostAsync(_page, "?handler=Tell&moment=KickOff&shared=true");
        var mine = await _alma.GetStringAsync(_page, Stop);
        Assert.Contains("Uma reads 1 of 2</span>", mine, StringComparison.Ordinal);
        Assert.Contains("Uma reads it", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("yours alone</span>", mine, StringComparison.Ordinal);
        var read = await uma.GetStringAsync(talks, Stop);
        Assert.Contains("2 of 5", read, StringComparison.Ordinal);
        Assert.DoesNotContain("4 of 5", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_to_one_supervisor_or_set_is_not_shown_to_the_next_one()
    {
        using var rated = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "2"), ("Note", "I stayed once"));
        using var told = await _alma.PostAsync(_page, "?handler=Tell&moment=KickOff&shared=true");
        using var shown = await _alma.PostAsync(_page, "?handler=Share", ("to", "set"));
        var (world, alma) = (_there.World, _there.World["Alma Tamm"]);
        await _there.Site.Writer.RunAsync(writes => SetMembers.Supervise(writes, _there.Set, alma, world["Viktor Supervisor"], null), Stop);
        var viktor = await _there.AsAsync("Viktor Supervisor");
        var talks = _page.Replace("/goal", "/talks", StringComparison.Ordinal);
        Assert.DoesNotContain("Staying in the room", await viktor.GetStringAsync(talks, Stop), StringComparison.Ordinal);
        // The goal is shown to the new one, and with it no rating that the former one was shown.
        using var toViktor = await _alma.PostAsync(_page, "?handler=Share", ("to", "supervisor"));
        var read = await viktor.GetStringAsync(talks, Stop);
        Assert.Contains("Staying in the room", read, StringComparison.Ordinal);
        Assert.DoesNotContain("2 of 5", read, StringComparison.Ordinal);
        using var former = await (await _there.AsAsync("Uma Supervisor")).GetAsync(talks, Stop);
        Assert.Equal(HttpStatusCode.NotFound, former.StatusCode);
        using var anew = await _alma.PostAsync(_page, "?handler=Tell&moment=KickOff&shared=true");
        Assert.Contains("2 of 5", await viktor.GetStringAsync(talks, Stop), StringComparison.Ordinal);
        await _there.Site.Writer.RunAsync(
            writes =>
            {
                SetMembers.Move(writes, _there.Set, world.Sets[2].Id, alma, null);
                return true;
            }, Stop);
        var other = await _there.AsAsync(world.Sets[2].Members[0]);
        var page = $"/memberships/{await _there.MembershipAsync("Alma Tamm")}";
        Assert.DoesNotContain("Staying in the room", await other.GetStringAsync(page, Stop), StringComparison.Ordinal);
        using var again = await _alma.PostAsync($"{page}/goal", "?handler=Share", ("to", "set"));
        Assert.Contains("Staying in the room", await other.GetStringAsync(page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rating_before_the_kick_off_is_told_so_beside_the_five_and_what_was_typed_is_kept()
    {
        await _there.Site.SetAsync("UPDATE workshop SET state = 'Planned', date = '2099-03-01'");
        using var early = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "4"), ("Note", "I stayed once"));
        await early.RefusesAsync("<span class=\"err\" id=\"Value-fault\">", "The first time is at the kick-off.", "value=\"4\" checked", ">I stayed once</textarea>");
    }

    [Fact]
    public async Task That_it_was_shown_and_kept_again_stays_in_the_log_and_not_a_word_of_it()
    {
        foreach (var to in new[] { "set", "set", "nobody" })
        {
            using var shown = await _alma.PostAsync(_page, "?handler=Share", ("to", to));
            Assert.Equal(HttpStatusCode.Redirect, shown.StatusCode);
        }

        using var rated = await _alma.PostAsync(_page, "?handler=Rate", ("Version", "0"), ("Value", "2"), ("Note", "I stayed once"));
        using var told = await _alma.PostAsync(_page, "?handler=Tell&moment=KickOff&shared=true");
        using var kept = await _alma.PostAsync(_page, "?handler=Tell&moment=KickOff&shared=false");
        Assert.Equal(
            "share-goal-with-set,unshare-goal-with-set,share-rating-with-supervisor,unshare-rating-with-supervisor",
            await _there.Site.OneAsync<string>("SELECT group_concat(act) FROM (SELECT act FROM audit WHERE act LIKE '%share-%' AND person_id = @alma ORDER BY id)", new { alma = _there.World["Alma Tamm"] }));
    }

    [Fact]
    public async Task A_peer_is_asked_by_ones_own_choice_reads_the_question_and_not_the_goal_and_only_the_two_read_the_answer()
    {
        using var nobody = await _alma.PostAsync(_page, "?handler=Ask", ("Peer", ""), ("Question", "When did I listen?"));
        await nobody.RefusesAsync("Choose whom you ask", "When did I listen?");
        using var outsider = await _alma.PostAsync(_page, "?handler=Ask", ("Peer", $"{_there.World["Otto Outsider"]}"), ("Question", "When did I listen?"));
        await outsider.RefusesAsync("Choose whom you ask");
        using var asked = await _alma.PostAsync(_page, "?handler=Ask", ("Peer", $"{_there.World["Bo Lind"]}"), ("Question", "When did I listen?"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var bo = await _there.AsAsync("Bo Lind");
        Assert.Contains("Alma asks you what you notice", await bo.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var page = $"/feedback/{await _there.Site.OneAsync<long>("SELECT id FROM peer_feedback")}";
        var read = await bo.GetStringAsync(page, Stop);
        Assert.Contains("When did I listen?", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Staying in the room", read, StringComparison.Ordinal);
        foreach (var name in new[] { "Alma Tamm", "Fay Novak", "Aada Advisor", "Uma Supervisor", "Mari Kask", "Otto Outsider" })
        {
            using var other = await (await _there.AsAsync(name)).GetAsync(page, Stop);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, other.StatusCode));
        }

        using var empty = await bo.PostAsync(page, "", ("Version", "1"), ("Text", " "));
        await empty.RefusesAsync("What did you notice?");
        using var answered = await bo.PostAsync(page, "", ("Version", "1"), ("Text", "When the inspector spoke"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Contains("When the inspector spoke", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        using var late = await bo.PostAsync(page, "", ("Version", "1"), ("Text", "When the gang came in"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("When the inspector spoke", both, StringComparison.Ordinal);
        Assert.Contains(">When the gang came in</textarea>", both, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_can_be_taken_back_and_a_peer_may_say_that_they_would_rather_not()
    {
        var bo = await _there.AsAsync("Bo Lind");
        await _alma.PostAsync(_page, "?handler=Ask", ("Peer", $"{_there.World["Bo Lind"]}"), ("Question", "When did I listen?"));
        using var no = await bo.PostAsync("/feedback/1", "?handler=Decline", ("Version", "1"));
        Assert.Contains("would rather not", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        await _alma.PostAsync(_page, "?handler=Ask", ("Peer", $"{_there.World["Bo Lind"]}"), ("Question", "And when did I not?"));
        using var back = await _alma.PostAsync(_page, "?handler=Unask&feedback=2");
        using var gone = await bo.GetAsync("/feedback/2", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.DoesNotContain("asks you what you notice", await bo.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }
}
