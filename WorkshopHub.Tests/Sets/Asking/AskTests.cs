using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Asking;

/// <summary>Between meetings a set asks another set or one person; they answer, and nobody else reads it.</summary>
public sealed class AskTests : IAsyncLifetime
{
    private const string Question = "Who told you that the night shift says no?";

    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    private string Ours => _there.At("questions");

    private long Other => _there.World.Sets[1].Id;

    private string Theirs => $"/sets/{Other}/questions";

    [Fact]
    public async Task Another_set_answers_itself_and_nobody_else_reads_it()
    {
        var key = await AskAsync($"set-{Other}");
        using var again = await SendAsync("Alma Tamm", Ours, "", ("Form.Key", key), ("Form.Whom", $"set-{Other}"), ("Form.Text", Question)); // sent twice, it is one
        Assert.Equal((HttpStatusCode.Redirect, 1), (again.StatusCode, await _there.Site.OneAsync<long>("SELECT count(*) FROM set_ask")));
        Assert.Contains("Circle asks your set a question", await PageAsync("Cecil Hart", "/"), StringComparison.Ordinal);
        Assert.Contains(Question, await PageAsync("Cecil Hart", Theirs), StringComparison.Ordinal);
        var state = await _there.Site.OneAsync<string>("SELECT state FROM programme WHERE id = @Programme", new { _there.World.Programme });
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed' WHERE id = @Programme", new { _there.World.Programme });
        Assert.DoesNotContain("Circle asks your set a question", await PageAsync("Cecil Hart", "/"), StringComparison.Ordinal); // a set that is closed answers no more
        await _there.Site.SetAsync("UPDATE programme SET state = @state WHERE id = @Programme", new { state, _there.World.Programme });
        using var forged = await SendAsync("Bo Lind", Ours, "?handler=answer", ("ask", key), ("version", "1"), ("Answer", "We know"));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        using var empty = await SendAsync("Cecil Hart", Theirs, "?handler=answer", ("ask", key), ("version", "1"), ("Answer", " "));
        await empty.RefusesAsync("is an answer.");
        using var answered = await SendAsync("Cecil Hart", Theirs, "?handler=answer", ("ask", key), ("version", "1"), ("Answer", "Nobody did. We never asked."));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        using var late = await SendAsync("Cecil Hart", Theirs, "?handler=answer", ("ask", key), ("version", "1"), ("Answer", "Something else"));
        var both = await late.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Nobody did. We never asked.", both, StringComparison.Ordinal);
        Assert.Contains("Something else", both, StringComparison.Ordinal);
        Assert.Contains("Nobody did. We never asked.", await PageAsync("Aada Advisor", Ours), StringComparison.Ordinal);
        Assert.DoesNotContain("asks your set", await PageAsync("Cecil Hart", "/"), StringComparison.Ordinal);
        foreach (var name in new[] { "Cecil Hart", "Aada Advisor", "Bo Lind" })
        {
            Assert.Contains("/questions\"", await PageAsync(name, "/search?q=nobody+did"), StringComparison.Ordinal);
        }
        foreach (var name in new[] { "Uma Supervisor", "Chen Champion", "Clio Client", "Sven Sponsor", "Mari Kask", "Otto Outsider" })
        {
            Assert.DoesNotContain("night shift", await PageAsync(name, "/") + await PageAsync(name, "/search?q=shift"), StringComparison.Ordinal);
            foreach (var page in new[] { Ours, Theirs, $"/asked/{key}" })
            {
                using var closed = await (await _there.AsAsync(name)).GetAsync(page, Stop);
                Assert.Equal((name, page, HttpStatusCode.NotFound), (name, page, closed.StatusCode));
            }
        }

        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM audit WHERE act || thing || thing_id LIKE '%shift%'"));
    }

    [Fact]
    public async Task A_person_finds_it_on_their_own_page_answers_there_and_sees_nothing_of_the_set()
    {
        var key = await AskAsync($"person-{_there.World["Clio Client"]}");
        Assert.Contains("Alma Tamm asks you a question", await PageAsync("Clio Client", "/"), StringComparison.Ordinal);
        Assert.Contains(Question, await PageAsync("Clio Client", $"/asked/{key}"), StringComparison.Ordinal);
        using var answered = await SendAsync("Clio Client", $"/asked/{key}", "", ("version", "1"), ("Answer", "Ask the yard"));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);
        Assert.Contains("Ask the yard", await PageAsync("Bo Lind", Ours), StringComparison.Ordinal);
        using var other = await (await _there.AsAsync("Uma Supervisor")).GetAsync($"/asked/{key}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var notHers = await SendAsync("Bo Lind", Ours, "?handler=back", ("ask", key));
        Assert.Equal(HttpStatusCode.NotFound, notHers.StatusCode);
        using var back = await SendAsync("Alma Tamm", Ours, "?handler=back", ("ask", key));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        using var gone = await (await _there.AsAsync("Clio Client")).GetAsync($"/asked/{key}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_was_taken_back_is_gone_at_the_other_set_and_is_answered_by_nobody()
    {
        var key = await AskAsync($"set-{Other}");
        Assert.Contains(Question, await PageAsync("Cecil Hart", Theirs), StringComparison.Ordinal);
        using var back = await SendAsync("Alma Tamm", Ours, "?handler=back", ("ask", key));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain(Question, await PageAsync("Cecil Hart", Theirs), StringComparison.Ordinal);
        Assert.DoesNotContain("asks your set a question", await PageAsync("Cecil Hart", "/"), StringComparison.Ordinal);
        Assert.DoesNotContain(Question, await PageAsync("Bo Lind", Ours), StringComparison.Ordinal);
        using var late = await SendAsync("Cecil Hart", Theirs, "?handler=answer", ("ask", key), ("version", "2"), ("Answer", "Nobody did."));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.Equal("", await _there.Site.OneAsync<string>("SELECT answer FROM set_ask"));
    }

    [Theory]
    [InlineData("Form.Text", "", "What do you want to know?")]
    [InlineData("Form.Whom", "", "Choose a set or a person.")]
    [InlineData("Form.Whom", "set-1", "Choose a set or a person.")] // one's own
    [InlineData("Form.Whom", "person-x", "Choose a set or a person.")]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays(string field, string typed, string says)
    {
        var fields = new (string Name, string Value)[] { ("Form.Key", Tokens.New()), ("Form.Whom", $"set-{Other}"), ("Form.Text", Question) };
        using var refused = await SendAsync("Alma Tamm", Ours, "", [.. fields.Select(one => one.Name == field ? (field, typed) : one)]);
        await refused.RefusesAsync(says, field == "Form.Text" ? "" : Question);
        Assert.Equal(0, await _there.Site.OneAsync<long>("SELECT count(*) FROM set_ask"));
    }

    private async Task<string> AskAsync(string whom)
    {
        var key = Tokens.New();
        using var asked = await SendAsync("Alma Tamm", Ours, "", ("Form.Key", key), ("Form.Whom", whom), ("Form.Text", Question));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return key;
    }

    private async Task<HttpResponseMessage> SendAsync(string name, string page, string handler, params (string, string)[] fields) =>
        await (await _there.AsAsync(name)).PostFormAsync(page, page + handler, fields);

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await _there.AsAsync(name)).GetStringAsync(page, Stop));
}
