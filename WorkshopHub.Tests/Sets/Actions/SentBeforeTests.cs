using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Actions;

/// <summary>What is sent again under the same id is kept once; other words under it, or another person's, are never taken for kept.</summary>
public sealed partial class SentBeforeTests : IAsyncLifetime
{
    private readonly string _key = Tokens.New();
    private ActingWorld _acting = null!;

    public async ValueTask InitializeAsync() => _acting = await ActingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task The_same_promise_for_another_day_or_by_another_person_is_refused_and_its_words_stay()
    {
        using var first = await _acting.AgreeAsync("Alma Tamm", "Go out", key: _key);
        using var otherDay = await _acting.AgreeAsync("Alma Tamm", "Go out", ActingWorld.Second, key: _key);
        using var otherPerson = await _acting.AgreeAsync("Bo Lind", "Go out", key: _key);
        using var otherGround = await _acting.AgreeAsync("Alma Tamm", "Go out", slot: true, key: _key, questions: [_acting.Questions[0]]);
        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict),
            (first.StatusCode, otherDay.StatusCode, otherPerson.StatusCode, otherGround.StatusCode));
        Assert.Single(await _acting.AllAsync());
        var form = await otherDay.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Go out</textarea>", form, StringComparison.Ordinal);
        using var again = await _acting.AgreeAsync("Alma Tamm", "Go out", ActingWorld.Second, key: Key().Match(form).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal([ActingWorld.First, ActingWorld.Second], (await _acting.AllAsync()).Select(action => action.Due));
    }

    [Fact]
    public async Task A_promise_from_questions_that_is_sent_twice_is_one_and_with_other_questions_it_is_refused()
    {
        foreach (var (questions, says) in new[]
        {
            (_acting.Questions.Take(1), HttpStatusCode.Redirect), (_acting.Questions.Take(1), HttpStatusCode.Redirect), (_acting.Questions.Take(2), HttpStatusCode.Conflict),
        })
        {
            using var sent = await _acting.AgreeAsync("Alma Tamm", "Go out", slot: true, key: _key, questions: [.. questions]);
            Assert.Equal(says, sent.StatusCode);
        }

        Assert.Single(await _acting.AllAsync());
    }

    [Fact]
    public async Task Help_with_other_words_or_from_another_person_is_refused_and_its_words_stay()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        foreach (var (who, words, says) in new[]
        {
            ("Alma Tamm", "A van", HttpStatusCode.Redirect), ("Alma Tamm", "A van", HttpStatusCode.Redirect),
            ("Alma Tamm", "A van and a driver", HttpStatusCode.Conflict), ("Bo Lind", "A van", HttpStatusCode.Conflict),
        })
        {
            using var sent = await _acting.DoAsync(who, number, "help", ("Words", words), ("Key", _key));
            Assert.Equal((who, words, says), (who, words, sent.StatusCode));
            if (says == HttpStatusCode.Conflict)
            {
                Assert.Contains($"{words}</textarea>", await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }

        Assert.Equal(1, await _acting.Site.OneAsync<long>("SELECT count(*) FROM set_action_help"));
    }

    [Fact]
    public async Task A_report_with_other_words_or_another_day_shows_both_and_the_words_stay()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        foreach (var (state, learned, says) in new[]
        {
            ("Done", "Take boots", HttpStatusCode.Redirect), ("Done", "Take boots", HttpStatusCode.Redirect), ("NotDone", "Ask before", HttpStatusCode.Conflict),
        })
        {
            using var sent = await _acting.TellAsync("Alma Tamm", number, state, ("Form.Key", _key), ("Form.Learned", learned));
            Assert.Equal((state, says), (state, sent.StatusCode));
            if (says == HttpStatusCode.Conflict)
            {
                var page = await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.Contains("Ask before</textarea>", page, StringComparison.Ordinal);
                using var mine = await _acting.TellAsync("Alma Tamm", number, state, ("Form.Key", Key().Match(page).Groups[1].Value), ("Form.Learned", learned));
                Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
            }
        }

        Assert.Equal("Ask before", Assert.Single((await _acting.ActionAsync(number))!.Reports).Learned);
    }

    [Fact]
    public async Task An_action_that_is_carried_twice_with_the_same_id_goes_to_one_day_and_to_another_only_when_it_is_said()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        foreach (var (day, says) in new[] { (ActingWorld.Second, HttpStatusCode.Redirect), (ActingWorld.Second, HttpStatusCode.Redirect), ("2030-02-12", HttpStatusCode.Conflict) })
        {
            using var sent = await _acting.DoAsync("Alma Tamm", number, "carry", ("Day", day), ("Key", _key));
            Assert.Equal((day, says), (day, sent.StatusCode));
        }

        Assert.Equal((ActingWorld.Second, 1L), ((await _acting.ActionAsync(number))!.Due, (await _acting.ActionAsync(number))!.Carried));
    }

    [GeneratedRegex("name=\"(?:Form\\.)?Key\" value=\"([a-z0-9]{26})\"", RegexOptions.IgnoreCase)]
    private static partial Regex Key();
}
