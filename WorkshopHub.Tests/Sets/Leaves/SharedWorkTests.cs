using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Leaves;

/// <summary>An action is shown by its owner, the set's work by two; each to the audience that was named and to nobody else.</summary>
public sealed class SharedWorkTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        await _there.Site.Writer.RunAsync(writes =>
        {
            writes.Execute(
                """
                INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, created_at, changed_at)
                VALUES (@key, @Set, 1, @alma, 'Sit in the night shift', '2026-03-24', '2026-04-07', @Now, @Now)
                """, new { key = Tokens.New(), _there.Set, alma = _there.World["Alma Tamm"], writes.Now });
            return writes.Execute(
                """
                INSERT INTO decision (set_id, token, text, ground, on_date, created_at, created_by, changed_at, changed_by)
                VALUES (@Set, @token, 'We ask before we dig', 'OwnAuthority', '2026-03-24', @Now, @alma, @Now, @alma)
                """, new { token = Tokens.New(), _there.Set, alma = _there.World["Alma Tamm"], writes.Now });
        });
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task An_action_is_shown_by_its_owner_to_their_own_supervisor_and_taken_back()
    {
        await _there.Site.SetAsync(
            "UPDATE membership SET supervisor_id = @viktor WHERE person_id = @bo", new { viktor = _there.World["Viktor Supervisor"], bo = _there.World["Bo Lind"] });
        await PostAsync("Bo Lind", "share", HttpStatusCode.Conflict, ("kind", "Action"), ("item", "1"), ("audience", "Supervisor"));
        await PostAsync("Alma Tamm", "share", HttpStatusCode.UnprocessableEntity, ("kind", "Action"), ("item", "1"), ("audience", "Sponsor"));
        await PostAsync("Alma Tamm", "share", HttpStatusCode.Redirect, ("kind", "Action"), ("item", "1"), ("audience", "Supervisor"));
        Assert.Contains("Sit in the night shift", await PageAsync("Uma Supervisor", "/as/supervisor"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sit in the night shift", await PageAsync("Viktor Supervisor", "/as/supervisor"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sit in the night shift", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await PostAsync("Bo Lind", "press", HttpStatusCode.Conflict, ("press", "no/1"));
        await PostAsync("Alma Tamm", "press", HttpStatusCode.Redirect, ("press", "no/1"));
        Assert.DoesNotContain("Sit in the night shift", await PageAsync("Uma Supervisor", "/as/supervisor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_becomes_the_supervisor_reads_what_is_shown_to_them_anew_and_nothing_that_the_one_before_was_shown()
    {
        await PostAsync("Alma Tamm", "share", HttpStatusCode.Redirect, ("kind", "Action"), ("item", "1"), ("audience", "Supervisor"));
        Assert.Contains("night shift", await PageAsync("Uma Supervisor", "/search?q=night+shift"), StringComparison.Ordinal);
        await _there.Site.SetAsync(
            "UPDATE membership SET supervisor_id = @viktor WHERE person_id = @alma", new { viktor = _there.World["Viktor Supervisor"], alma = _there.World["Alma Tamm"] });
        foreach (var name in new[] { "Uma Supervisor", "Viktor Supervisor" })
        {
            Assert.DoesNotContain("Sit in the night shift", await PageAsync(name, "/as/supervisor") + await PageAsync(name, "/search?q=sit"), StringComparison.Ordinal);
        }

        Assert.Contains("Somebody else is your supervisor now", await PageAsync("Alma Tamm", _there.At("shared")), StringComparison.Ordinal);
        await PostAsync("Alma Tamm", "share", HttpStatusCode.Redirect, ("kind", "Action"), ("item", "1"), ("audience", "Supervisor"));
        Assert.Contains("Sit in the night shift", await PageAsync("Viktor Supervisor", "/as/supervisor"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sit in the night shift", await PageAsync("Uma Supervisor", "/as/supervisor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_of_the_set_is_shown_when_a_second_one_says_yes()
    {
        await PostAsync("Alma Tamm", "share", HttpStatusCode.Redirect, ("kind", "Decision"), ("item", "1"), ("audience", "Champion"));
        Assert.DoesNotContain("We ask before we dig", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await PostAsync("Alma Tamm", "press", HttpStatusCode.Conflict, ("press", "yes/1"));
        await PostAsync("Bo Lind", "press", HttpStatusCode.Redirect, ("press", "yes/1"));
        Assert.Contains("We ask before we dig", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        Assert.DoesNotContain("We ask before we dig", await PageAsync("Sven Sponsor", $"/programmes/{_there.World.Programme}/during"), StringComparison.Ordinal);
        Assert.Contains("To: Your champion. Alma Tamm and Bo Lind", await PageAsync("Fay Novak", _there.At("shared")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_said_yes_to_the_words_as_they_were_and_other_words_are_shown_to_nobody_until_two_say_yes_again()
    {
        await PostAsync("Alma Tamm", "share", HttpStatusCode.Redirect, ("kind", "Decision"), ("item", "1"), ("audience", "Champion"));
        await PostAsync("Bo Lind", "press", HttpStatusCode.Redirect, ("press", "yes/1"));
        var decision = _there.At("decisions/1");
        using var other = await (await _there.AsAsync("Fay Novak")).PostFormAsync(decision, decision,
            ("Decision.Version", "1"), ("Decision.Text", "We dig before we ask"), ("Decision.Ground", "OwnAuthority"), ("Decision.On", "2026-03-24"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        var champion = await PageAsync("Chen Champion", "/as/champion") + await PageAsync("Chen Champion", "/search?q=dig") + await PageAsync("Chen Champion", _there.At("shown"));
        Assert.DoesNotContain("We ask before we dig", champion, StringComparison.Ordinal);
        Assert.DoesNotContain("We dig before we ask", champion, StringComparison.Ordinal);
        Assert.Contains("Taken back by Fay Novak", await PageAsync("Alma Tamm", _there.At("shared")), StringComparison.Ordinal);
        Assert.Equal("withdraw-share", await _there.Site.OneAsync<string>("SELECT act FROM audit WHERE thing = 'decision' ORDER BY id DESC LIMIT 1"));
    }

    private async Task PostAsync(string name, string handler, HttpStatusCode says, params (string, string)[] fields)
    {
        using var answer = await (await _there.AsAsync(name)).PostFormAsync(_there.At("shared"), $"{_there.At("shared")}?handler={handler}", fields);
        Assert.Equal((name, says), (name, answer.StatusCode));
    }

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
