using System.Net;
using WorkshopHub.Tests.Sets.Actions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Reflections;

/// <summary>"Reflection on action": what somebody writes for themselves may be about an action of their set, and of no other.</summary>
public sealed class AboutAnActionTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _acting = await ActingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task A_reflection_names_the_action_that_it_is_about_and_never_one_of_another_set()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var action = (await _acting.ActionAsync(number))!.Id;
        await _acting.Site.SetAsync(
            """
            INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
            VALUES (@key, @other, 1, @cecil, 'Ring the other depot', '2026-03-24', '2026-04-07', 'now', 'now')
            """, new { key = Tokens.New(), other = _acting.There.World.Sets[1].Id, cecil = _acting.There.World["Cecil Hart"] });
        var alma = await _acting.AsAsync("Alma Tamm");
        var journal = _acting.There.At("journal");
        using var foreign = await alma.PostFormAsync(journal, journal, ("Mine.Id", Tokens.New()), ("Mine.Text", "I asked them first"), ("Mine.ActionId", $"{action + 1}"));
        await foreign.RefusesAsync("That action isn’t one of yours any more.", "I asked them first</textarea>");
        using var kept = await alma.PostFormAsync(journal, journal, ("Mine.Id", Tokens.New()), ("Mine.Text", "I asked them first"), ("Mine.ActionId", $"{action}"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using var page = await alma.GetAsync(journal, Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("About: Go out with the gang", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring the other depot", words, StringComparison.Ordinal);
        Assert.Equal(action, await _acting.Site.OneAsync<long>("SELECT action_id FROM reflection"));
    }

    [Fact]
    public async Task What_the_set_writes_together_names_its_action_wherever_it_is_read_and_stays_shared_when_only_that_changes()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var action = (await _acting.ActionAsync(number))!.Id;
        await _acting.BeginAsync("Alma Tamm");
        var (alma, id) = (await _acting.AsAsync("Alma Tamm"), Tokens.New());
        var reflect = _acting.There.At("meetings/4/reflect");
        using var foreign = await WriteAsync($"{action + 1}");
        await foreign.RefusesAsync("That action isn’t one of yours any more.", "We walked too fast</textarea>");
        using var kept = await WriteAsync("");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        await _acting.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
            VALUES (@Set, 'Reflection', @id, 'Programme', @alma, '2030-01-15T09:00:00.000Z', @bo, '2030-01-15T09:00:00.000Z')
            """, new { _acting.Set, id, alma = _acting.There.World["Alma Tamm"], bo = _acting.There.World["Bo Lind"] });
        using var about = await WriteAsync($"{action}", 1);
        Assert.Equal(HttpStatusCode.Redirect, about.StatusCode);
        Assert.Equal((action, 0), (await _acting.Site.OneAsync<long>("SELECT action_id FROM reflection"), await _acting.Site.OneAsync<int>("SELECT count(*) FROM share WHERE withdrawn_at IS NOT NULL")));
        Assert.Contains($"<option value=\"{action}\" selected=\"selected\">Alma Tamm: Go out with the gang", await alma.GetStringAsync(reflect, Stop), StringComparison.Ordinal);
        foreach (var (who, page, says) in new[]
        {
            ("Bo Lind", reflect, "About: Go out with the gang"), ("Aada Advisor", reflect, "About: Go out with the gang"),
            ("Bo Lind", _acting.There.At("reflections"), "About: Go out with the gang"), ("Bo Lind", _acting.There.At("meetings/4/record"), "About an action Go out with the gang"),
            ("Bo Lind", $"{_acting.List}/{number}", "We walked too fast"), ("Aada Advisor", _acting.There.At("advising"), "The set’s reflection: Go out with the gang"),
            ("Bo Lind", _acting.There.At("meetings/4/record?handler=file"), "### About an action"),
        })
        {
            using var read = await (await _acting.AsAsync(who)).GetAsync(page, Stop);
            Assert.True((await ActingWorld.WordsAsync(read)).Contains(says, StringComparison.Ordinal), $"{who} {page}: {says}");
        }

        await _acting.Site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE id = @id", new { id = _acting.Meetings[0] });
        var held = await (await _acting.AsAsync("Bo Lind")).GetStringAsync(reflect, Stop);
        Assert.Equal(1, held.Split("<div class=\"ask\">").Length - 1); // of what is over only what was answered stands there

        Task<HttpResponseMessage> WriteAsync(string of, int version = 0) => alma.PostFormAsync(
            reflect, reflect, ("Ours.Id", id), ("Ours.Version", $"{version}"), ("Ours.Why", "We walked too fast"), ("Ours.ActionId", of));
    }
}
