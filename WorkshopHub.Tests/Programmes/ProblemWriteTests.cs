using System.Net;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes;

/// <summary>The sponsor writes a good problem by five questions and offers it to the sets.</summary>
public sealed class ProblemWriteTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private HttpClient _sven = null!;

    public ProblemWriteTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string List => $"/programmes/{_world.Programme}/problems";

    public async ValueTask InitializeAsync() => _sven = await _site.AsAsync(_world, "Sven Sponsor");

    public ValueTask DisposeAsync()
    {
        _sven.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Five_questions_lead_to_a_problem_that_lacks_nothing_and_what_is_typed_wrongly_stays_beside_its_message()
    {
        using var nameless = await _sven.PostAsync($"{List}/new", "", ("Form.Title", " "), ("Form.Description", "<b>Dug twice</b>"));
        await nameless.RefusesAsync("What is it called?", "&lt;b&gt;Dug twice&lt;/b&gt;");
        var id = Office.Leads(await _sven.PostAsync(
            $"{List}/new", "", ("go", "next"), ("Form.Title", "Holes we dig twice"), ("Form.Description", "One in five is opened again."), ("Form.WhyItMatters", "It costs.")));
        var write = $"/problems/{id}/write";
        await MovedAsync(await StepAsync(id, "hard", ("Form.Expert", "Nobody"), ("Form.NoClearExpertiseNote", "Each has a part.")), $"{write}/tried");

        using var silent = await StepAsync(id, "tried", ("Form.Attempts[0].Year", "2021"), ("Form.Attempts[0].What", "Penalty clause"), ("Form.Attempts[0].Why", " "));
        await silent.RefusesAsync("Say why, or it can’t count as an attempt.", "Penalty clause");
        using var undated = await StepAsync(id, "tried", ("Form.Attempts[0].Year", ""), ("Form.Attempts[0].What", "Penalty clause"), ("Form.Attempts[0].Why", "Disputed."));
        await undated.RefusesAsync("Roughly when?", "Disputed.");
        using var odd = await StepAsync(id, "tried", ("Form.Attempts[0].Year", "last year"), ("Form.Attempts[0].What", "Penalty clause"), ("Form.Attempts[0].Why", "Disputed."));
        await odd.RefusesAsync("A year in four figures", "last year");
        var next = DateTime.UtcNow.AddDays(1).Year + 1;
        using var future = await StepAsync(id, "tried", ("Form.Attempts[0].Year", $"{next}"), ("Form.Attempts[0].What", "Penalty clause"), ("Form.Attempts[0].Why", "Disputed."));
        await future.RefusesAsync($"{next} is still to come. When was it tried?", "Disputed.");
        await MovedAsync(await StepAsync(id, "tried", One), $"{write}/good");
        await MovedAsync(await StepAsync(id, "good", ("Form.SuccessLooksLike", "At most 15 in 100.")), $"{write}/lives");
        foreach (var other in new[] { "Alma Tamm", "Chen Champion" })
        {
            using var forged = await StepAsync(id, "lives", ("Form.ClientId", $"{_world[other]}"));
            await forged.RefusesAsync("one of the programme’s clients");
        }

        await MovedAsync(await StepAsync(id, "lives", ("Form.ClientId", $"{_world["Clio Client"]}")), $"{List}#problem-{id}");

        // One attempt counts and two are needed: that stands on its line with the one button to press, and nothing is offered.
        var list = await _sven.GetStringAsync(List, Stop);
        Assert.Contains("One failed attempt, two needed", list, StringComparison.Ordinal);
        Assert.Contains($"href=\"{write}/tried\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Offer it", list, StringComparison.Ordinal);
        using var early = await OfferAsync(id);
        await early.RefusesAsync("it lacks two failed attempts");
        Assert.Equal("Proposed", (await ProblemAsync(id)).State);

        await MovedAsync(await StepAsync(id, "tried", [.. One, ("Form.Attempts[1].Year", "2023"), ("Form.Attempts[1].What", "Checklist"), ("Form.Attempts[1].Why", "Filled in later.")]), $"{write}/good");
        Assert.Contains("Offer it", await _sven.GetStringAsync(List, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await OfferAsync(id)).StatusCode);
        Assert.Equal("Offered", (await ProblemAsync(id)).State);

        // What is offered stays good: nobody takes an attempt out of it.
        using var worse = await StepAsync(id, "tried", One);
        await worse.RefusesAsync("It is offered already, and would lack two failed attempts", "Penalty clause");
    }

    [Theory]
    [InlineData("None", "", 0, "a word on why nobody knows an answer")]
    [InlineData("None", "We asked everybody.", 0, null)]
    [InlineData("Failed", "", 0, "two failed attempts")]
    [InlineData("Failed", "", 1, "two failed attempts")]
    [InlineData("Failed", "", 2, null)]
    [InlineData("Known", "", 2, "an open answer")]
    [InlineData("Known", "It only has to be done.", 0, "an open answer")]
    public async Task Offered_is_what_has_no_known_answer_or_at_least_two_failed_attempts(string answer, string note, int attempts, string? lacks)
    {
        var id = await BeginAsync("Holes");
        await StepAsync(id, "hard", ("Form.Expert", "Nobody"), ("Form.NoClearExpertiseNote", "Each has a part."));
        await StepAsync(id, "lives", ("Form.ClientId", $"{_world["Clio Client"]}"));
        await StepAsync(id, "tried", [
            ("Form.Answer", answer), ("Form.NoKnownAnswerNote", note),
            .. Enumerable.Range(0, attempts).SelectMany(i => new[] { ($"Form.Attempts[{i}].Year", $"202{i}"), ($"Form.Attempts[{i}].What", $"Try {i}"), ($"Form.Attempts[{i}].Why", "It failed.") })]);
        using var offered = await OfferAsync(id);
        if (lacks is null)
        {
            Assert.Equal(HttpStatusCode.Redirect, offered.StatusCode);
        }
        else
        {
            await offered.RefusesAsync($"To be offered it lacks {lacks}");
        }
    }

    [Theory]
    [InlineData("hard", "Form.Expert", "Somebody", "that nobody is clearly the expert")]
    [InlineData("hard", "Form.NoClearExpertiseNote", "", "a word on why nobody is the expert")]
    [InlineData("lives", "Form.ClientId", "", "a client")]
    [InlineData("hurts", "Form.WhyItMatters", "", "a word on why it matters")]
    public async Task Nothing_is_offered_without_each_of_the_tests(string step, string field, string value, string lacks)
    {
        var id = await GoodAsync("Holes");
        (string Name, string Value)[] fields = step switch
        {
            "hard" => [("Form.Expert", "Nobody"), ("Form.NoClearExpertiseNote", "Each has a part.")],
            "hurts" => [("Form.Title", "Holes"), ("Form.WhyItMatters", "It costs.")],
            _ => [],
        };
        await StepAsync(id, step, [.. fields.Where(one => one.Name != field), (field, value)]);
        using var offered = await OfferAsync(id);
        await offered.RefusesAsync(lacks);
        Assert.Equal("Proposed", (await ProblemAsync(id)).State);
    }

    [Fact]
    public async Task It_is_kept_while_one_types_and_a_half_told_attempt_does_not_stop_that()
    {
        var id = await BeginAsync("Holes");
        using var kept = await KeepAsync(id, "tried", 1, [.. One, ("Form.Attempts[1].Year", "2023"), ("Form.Attempts[1].What", "Checklist"), ("Form.Attempts[2].Why", "Nobody looked")]);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var page = await kept.Content.ReadAsStringAsync(Stop);
        Assert.Contains("One failed attempt, two needed", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Version\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Equal((2, 1), ((int)(await ProblemAsync(id)).Attempts, (int)(await ProblemAsync(id)).Counting));
    }

    [Fact]
    public async Task A_second_editor_sees_both_versions_and_loses_nothing()
    {
        var id = await BeginAsync("Holes");
        using var mari = await _site.AsAsync(_world, "Mari Kask");
        using var first = await mari.PostAsync($"/problems/{id}/write/hurts", "", ("Form.Version", "1"), ("go", "leave"), ("Form.Title", "Holes"), ("Form.Description", "Theirs, from the office"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        foreach (var handler in new[] { "", "?handler=keep" })
        {
            using var second = await _sven.PostAsync(
                $"/problems/{id}/write/hurts", handler, ("Form.Version", "1"), ("Form.Title", "Holes"), ("Form.Description", "Mine, from the sponsor"));
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
            var page = await second.Content.ReadAsStringAsync(Stop);
            Assert.Contains("Mari Kask changed this", page, StringComparison.Ordinal);
            Assert.Contains("Theirs, from the office", page, StringComparison.Ordinal);
            Assert.Contains("Mine, from the sponsor", page, StringComparison.Ordinal);
            Assert.Contains("name=\"Form.Version\" value=\"2\"", page, StringComparison.Ordinal);
        }

        Assert.Equal("Theirs, from the office", (await ProblemAsync(id)).Description);
        using var stale = await _sven.PostAsync(List, "?handler=Offer", ("problem", $"{id}"), ("version", "1"), ("offered", "true"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Fact]
    public async Task Fewer_problems_than_sets_and_one_warn_and_what_lacks_something_comes_first()
    {
        var good = new List<long>();
        foreach (var title in new[] { "A", "B", "C", "D", "E", "F", "G" })
        {
            good.Add(await GoodAsync(title));
            await OfferAsync(good[^1]);
            var page = await _sven.GetStringAsync(List, Stop);
            Assert.Equal(good.Count < 7, page.Contains("id=\"few\"", StringComparison.Ordinal));
        }

        var lacking = await BeginAsync("Lacks nearly everything");
        var list = await _sven.GetStringAsync(List, Stop);
        Assert.True(list.IndexOf($"problem-{lacking}\"", StringComparison.Ordinal) < list.IndexOf($"problem-{good[0]}\"", StringComparison.Ordinal));
        Assert.Contains("1 is not ready to be offered", list, StringComparison.Ordinal);
        Assert.Contains("Eight problems, six sets", list, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] One =>
        [("Form.Attempts[0].Year", "2021"), ("Form.Attempts[0].What", "Penalty clause"), ("Form.Attempts[0].Why", "Disputed.")];

    private async Task<long> BeginAsync(string title) =>
        Office.Leads(await _sven.PostAsync($"{List}/new", "", ("go", "next"), ("Form.Title", title), ("Form.WhyItMatters", "It costs.")));

    private async Task<long> GoodAsync(string title)
    {
        var id = await BeginAsync(title);
        await StepAsync(id, "hard", ("Form.Expert", "Nobody"), ("Form.NoClearExpertiseNote", "Each has a part."));
        await StepAsync(id, "tried", ("Form.Answer", "None"), ("Form.NoKnownAnswerNote", "We asked."));
        await StepAsync(id, "lives", ("Form.ClientId", $"{_world["Clio Client"]}"));
        return id;
    }

    private async Task<HttpResponseMessage> StepAsync(long id, string step, params (string Name, string Value)[] fields) =>
        await _sven.PostAsync($"/problems/{id}/write/{step}", "", [("go", "next"), ("Form.Version", $"{(await ProblemAsync(id)).Version}"), .. fields]);

    private Task<HttpResponseMessage> KeepAsync(long id, string step, long version, params (string Name, string Value)[] fields) =>
        _sven.PostAsync($"/problems/{id}/write/{step}", "?handler=keep", [("Form.Version", $"{version}"), .. fields]);

    private async Task<HttpResponseMessage> OfferAsync(long id) => await _sven.PostAsync(
        List, "?handler=Offer", ("problem", $"{id}"), ("version", $"{(await ProblemAsync(id)).Version}"), ("offered", "true"));

    private async Task<ProblemRow> ProblemAsync(long id) => (await _site.Db.ReadAsync(reads => ProblemRow.Find(reads, id), Stop))!;

    private static Task MovedAsync(HttpResponseMessage answer, string to)
    {
        Assert.Equal((HttpStatusCode.Redirect, to), (answer.StatusCode, answer.Headers.Location?.ToString()));
        answer.Dispose();
        return Task.CompletedTask;
    }
}
