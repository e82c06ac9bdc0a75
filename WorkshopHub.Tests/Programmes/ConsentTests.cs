using System.Net;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Consents;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Nobody is enrolled without saying yes personally; a no is an answer with its reason; the supervisor confirms the time.</summary>
public sealed class ConsentTests : IAsyncLifetime
{
    private const string Risk = "Say which of our checks are not done";

    private readonly World _world;
    private readonly Site _site;
    private HttpClient _alma = null!;
    private HttpClient _uma = null!;
    private HttpClient _mari = null!;
    private string _page = "";

    public ConsentTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Consents => $"/programmes/{_world.Programme}/consents";

    public async ValueTask InitializeAsync()
    {
        (_alma, _uma, _mari) = (await _site.AsAsync(_world, "Alma Tamm"), await _site.AsAsync(_world, "Uma Supervisor"), await _site.AsAsync(_world, "Mari Kask"));
        _page = await _site.MembershipAsync(_world, "Alma Tamm");
    }

    public ValueTask DisposeAsync()
    {
        _alma.Dispose();
        _uma.Dispose();
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Theory]
    [InlineData("CommonProblem")]
    [InlineData("OwnProblem")]
    public async Task A_member_says_yes_personally_with_one_sentence_on_what_they_are_willing_to_risk(string format)
    {
        await _site.SetAsync("UPDATE programme SET format = @format", new { format });
        Assert.Contains($"href=\"{_page}\"", await _alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var safe = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", " "));
        await safe.RefusesAsync("Say in one sentence what you are willing to risk");
        using var lengthy = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", new string('x', 281)));
        await lengthy.RefusesAsync("281 characters", new string('x', 281));
        foreach (var name in new[] { "Uma Supervisor", "Mari Kask", "Bo Lind", "Aada Advisor" })
        {
            using var other = await _site.AsAsync(_world, name);
            using var forged = await PostAsync(other, "", ("Version", "1"), ("WillingToRisk", "Forged"));
            using var declined = await PostAsync(other, "?handler=Decline", ("Version", "1"), ("Reason", "Forged"));
            Assert.Equal((name, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (name, forged.StatusCode, declined.StatusCode));
        }

        foreach (var name in new[] { "Sven Sponsor", "Chen Champion", "Clio Client", "Cecil Hart", "Viktor Supervisor", "Otto Outsider" })
        {
            using var other = await _site.AsAsync(_world, name);
            using var forged = await PostAsync(other, "", ("Version", "1"), ("WillingToRisk", "Forged"));
            Assert.Equal((name, HttpStatusCode.NotFound), (name, forged.StatusCode));
        }

        Assert.Contains("No answer yet", await _mari.GetStringAsync(Consents, Stop), StringComparison.Ordinal);
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE accepted_at IS NOT NULL OR declined_at IS NOT NULL"));
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync()).StatusCode);
        Assert.Equal(1, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE accepted_at IS NOT NULL"));
        Assert.Contains("<b>1</b><span>of 12 said yes", await _mari.GetStringAsync(Consents, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_who_cant_release_the_time_says_why_and_office_and_member_read_it()
    {
        using var without = await PostAsync(_uma, "?handler=NoTime", ("Version", "1"), ("TimeReason", " "));
        await without.RefusesAsync("what stands in the way");
        using var forged = await PostAsync(_alma, "?handler=NoTime", ("Version", "1"), ("TimeReason", "Forged"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await AcceptAsync()).StatusCode);
        using var no = await PostAsync(_uma, "?handler=NoTime", ("Version", "2"), ("TimeReason", "Two of five are ill"));
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        foreach (var (name, reads) in new[] { ("Alma Tamm", true), ("Mari Kask", true), ("Uma Supervisor", true), ("Bo Lind", false) })
        {
            using var hand = await _site.AsAsync(_world, name);
            Assert.Equal((name, reads), (name, (await hand.GetStringAsync(_page, Stop)).Contains("Two of five are ill", StringComparison.Ordinal)));
        }

        Assert.Contains("Uma Supervisor can’t release it", WebUtility.HtmlDecode(await _mari.GetStringAsync(Consents, Stop)), StringComparison.Ordinal);
        Assert.Contains("Uma Supervisor can’t release Alma’s time", WebUtility.HtmlDecode(await _mari.GetStringAsync($"/programmes/{_world.Programme}/readiness", Stop)), StringComparison.Ordinal);
        Assert.DoesNotContain("Two of five", await _site.OneAsync<string>("SELECT group_concat(act || thing || thing_id) FROM audit") ?? "", StringComparison.Ordinal);
        using var yes = await PostAsync(_uma, "?handler=Time", ("Version", "3"), ("TimeSharePercent", "25"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.DoesNotContain("Two of five", await _mari.GetStringAsync(_page, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentence_is_read_by_the_set_and_its_advisor_and_by_nobody_else()
    {
        await AcceptAsync();
        var set = $"/programmes/{_world.Programme}/sets/{_world.Sets[0].Id}";
        foreach (var name in new[] { "Alma Tamm", "Bo Lind", "Aada Advisor" })
        {
            using var near = await _site.AsAsync(_world, name);
            Assert.Contains(Risk, await near.GetStringAsync(_page, Stop), StringComparison.Ordinal);
            Assert.Contains(Risk, await near.GetStringAsync(set, Stop), StringComparison.Ordinal);
        }

        foreach (var page in new[] { _page, Consents, set, $"/programmes/{_world.Programme}" })
        {
            Assert.DoesNotContain(Risk, await _mari.GetStringAsync(page, Stop), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Risk, await _uma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        foreach (var name in new[] { "Cecil Hart", "Sven Sponsor", "Chen Champion", "Clio Client", "Viktor Supervisor", "Otto Outsider" })
        {
            using var far = await _site.AsAsync(_world, name);
            Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(_page, Stop)).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await far.GetAsync(Consents, Stop)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _alma.GetAsync("/memberships/9999", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_no_has_its_reason_takes_the_person_out_of_the_set_and_is_told_to_the_office_alone()
    {
        using var mute = await PostAsync(_alma, "?handler=Decline", ("Version", "1"), ("Reason", ""));
        await mute.RefusesAsync("Say why, in a sentence.");
        Assert.Equal(HttpStatusCode.Redirect, (await DeclineAsync("My mother is ill")).StatusCode);
        Assert.Equal(0, await _site.OneAsync<long>(
            "SELECT count(*) FROM membership WHERE person_id = @person AND left_at IS NULL", new { person = _world["Alma Tamm"] }));
        var list = await _mari.GetStringAsync(Consents, Stop);
        Assert.Contains("My mother is ill", list, StringComparison.Ordinal);
        Assert.Contains("said no", list, StringComparison.Ordinal);
        Assert.Contains("My mother is ill", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        foreach (var name in new[] { "Uma Supervisor", "Bo Lind", "Aada Advisor", "Sven Sponsor", "Chen Champion", "Clio Client" })
        {
            using var other = await _site.AsAsync(_world, name);
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await other.GetAsync(_page, Stop)).StatusCode));
            Assert.DoesNotContain("My mother", await other.GetStringAsync("/", Stop), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await AcceptAsync()).StatusCode);

        // The office asks again: that is a new question, and the old no goes from the list.
        await _site.Writer.RunAsync(writes => SetMembers.Join(writes, _world.Sets[0].Id, _world["Alma Tamm"], null, _world["Uma Supervisor"]));
        Assert.DoesNotContain("My mother is ill", await _mari.GetStringAsync(Consents, Stop), StringComparison.Ordinal);
        Assert.Equal("Asked", (await _site.Db.ReadAsync(reads => Consent.Of(reads, _world.Programme, _world["Alma Tamm"]), Stop))!.State);
    }

    [Fact]
    public async Task Who_has_said_yes_can_withdraw_and_loses_access_to_the_set_at_once()
    {
        await AcceptAsync();
        var set = $"/programmes/{_world.Programme}/sets/{_world.Sets[0].Id}";
        Assert.Equal(HttpStatusCode.OK, (await _alma.GetAsync(set, Stop)).StatusCode);
        Assert.Contains("The problems to choose from", await _alma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        await DeclineAsync("A new job");
        Assert.DoesNotMatch("not confirmed yet|The problems to choose from|Only you can say", $"{await _alma.GetStringAsync(_page, Stop)}{await _mari.GetStringAsync(_page, Stop)}");
        Assert.Equal(HttpStatusCode.Forbidden, (await _alma.GetAsync(set, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _alma.GetAsync($"/programmes/{_world.Programme}/problems", Stop)).StatusCode);
        Assert.Contains("withdrew", await _mari.GetStringAsync(Consents, Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PartTime", "19", "Between 20 and 30 per cent")]
    [InlineData("PartTime", "31", "Between 20 and 30 per cent")]
    [InlineData("PartTime", "much", "Between 20 and 30 per cent")]
    [InlineData("PartTime", "20", null)]
    [InlineData("PartTime", "30 %", null)]
    [InlineData("FullTime", "90", "100 per cent")]
    [InlineData("FullTime", "100", null)]
    public async Task The_supervisor_confirms_the_share_of_time_that_the_programme_asks_for(string mode, string share, string? says)
    {
        await _site.SetAsync("UPDATE programme SET time_mode = @mode", new { mode });
        using var answer = await TimeAsync(_uma, share.Replace(" %", "%", StringComparison.Ordinal));
        if (says is null)
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(_world["Uma Supervisor"], await _site.OneAsync<long>("SELECT time_share_confirmed_by FROM membership WHERE time_share_percent IS NOT NULL"));
            Assert.Contains("Uma Supervisor, ", await _mari.GetStringAsync(Consents, Stop), StringComparison.Ordinal);
        }
        else
        {
            await answer.RefusesAsync(says, $"value=\"{share}\"");
        }
    }

    [Fact]
    public async Task Nobody_but_the_supervisor_confirms_the_time_and_another_one_confirms_it_anew()
    {
        foreach (var (name, status) in new[]
        {
            ("Alma Tamm", HttpStatusCode.Forbidden), ("Bo Lind", HttpStatusCode.Forbidden), ("Mari Kask", HttpStatusCode.Forbidden),
            ("Viktor Supervisor", HttpStatusCode.NotFound), ("Sven Sponsor", HttpStatusCode.NotFound),
        })
        {
            using var other = await _site.AsAsync(_world, name);
            Assert.Equal((name, status), (name, (await TimeAsync(other, "25")).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await TimeAsync(_uma, "25")).StatusCode);
        await PostAsync(_alma, "?handler=Goal", ("Goal.Version", "0"), ("Goal.Text", "Speak first"));
        Assert.Contains("Speak first", await _uma.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        await _site.Writer.RunAsync(writes => SetMembers.Supervise(writes, _world.Sets[0].Id, _world["Alma Tamm"], _world["Viktor Supervisor"], null));
        Assert.Equal(HttpStatusCode.NotFound, (await _uma.GetAsync(_page, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await TimeAsync(_uma, "25")).StatusCode);
        using var viktor = await _site.AsAsync(_world, "Viktor Supervisor");
        var page = await viktor.GetStringAsync(_page, Stop);
        Assert.Contains("Confirm it", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Speak first", page, StringComparison.Ordinal);
        await PostAsync(_alma, "?handler=Share", ("to", "supervisor"));
        Assert.Contains("Speak first", await viktor.GetStringAsync(_page, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await TimeAsync(viktor, "20")).StatusCode);
    }

    [Fact]
    public async Task A_yes_on_two_devices_is_told_and_a_move_to_another_set_keeps_it()
    {
        await AcceptAsync();
        using var second = await PostAsync(_alma, "", ("Version", "1"), ("WillingToRisk", "Something from my other phone"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Something from my other phone", page, StringComparison.Ordinal);
        Assert.Contains(Risk, page, StringComparison.Ordinal);
        await TimeAsync(_uma, "25");
        await PostAsync(_alma, "?handler=Goal", ("Goal.Version", "0"), ("Goal.Text", "Handle conflict"));
        await _site.Writer.RunAsync(writes =>
        {
            SetMembers.Move(writes, _world.Sets[0].Id, _world.Sets[2].Id, _world["Alma Tamm"], null);
            return true;
        });
        var now = (await _site.Db.ReadAsync(reads => Consent.Of(reads, _world.Programme, _world["Alma Tamm"]), Stop))!;
        Assert.Equal((_world.Sets[2].Id, "Accepted", Risk, 25L), (now.SetId, now.State, now.WillingToRisk, now.TimeSharePercent));
        Assert.Contains("Handle conflict", await _alma.GetStringAsync($"/memberships/{now.Id}", Stop), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AcceptAsync() => VersionedAsync(_alma, "", ("WillingToRisk", Risk));

    private Task<HttpResponseMessage> DeclineAsync(string reason) => VersionedAsync(_alma, "?handler=Decline", ("Reason", reason));

    private Task<HttpResponseMessage> TimeAsync(HttpClient client, string share) => VersionedAsync(client, "?handler=Time", ("TimeSharePercent", share));

    private async Task<HttpResponseMessage> VersionedAsync(HttpClient client, string handler, (string Name, string Value) field) => await PostAsync(client, handler, field,
        ("Version", $"{await _site.OneAsync<long>("SELECT version FROM membership WHERE id = @id", new { id = _page.Split('/')[^1] })}"));

    private Task<HttpResponseMessage> PostAsync(HttpClient client, string handler, params (string Name, string Value)[] fields) =>
        client.PostFormAsync("/account", _page + handler, fields);
}
