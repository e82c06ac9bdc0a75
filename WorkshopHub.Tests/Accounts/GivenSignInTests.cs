using System.Net;
using System.Text.RegularExpressions;

namespace WorkshopHub.Tests.Accounts;

/// <summary>How a second facilitator comes in, and how somebody comes in again: by the real pages, from an empty house.</summary>
public sealed partial class GivenSignInTests : IAsyncLifetime
{
    private const string Nora = "nora@wendmere.example";
    private const string New = "another four ordinary words";

    private readonly Site _site = new();
    private HttpClient _samuel = null!;
    private string _programme = "";

    public async ValueTask InitializeAsync()
    {
        _samuel = await Office.SetUpAsync(_site);
        _samuel.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var answer = await _samuel.PostAsync("/programmes/new", "", ("Form.Name", "Common Ground"), ("Form.Format", "CommonProblem"), ("Form.TimeMode", "PartTime"));
        _programme = $"/programmes/{Office.Leads(answer)}";
    }

    public ValueTask DisposeAsync()
    {
        _samuel.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task A_second_facilitator_gets_a_link_sets_a_password_and_runs_the_house()
    {
        var person = await AddAsync("Nora Second", Nora);
        var link = await GiveAsync(person);
        using var nora = Browser();
        Assert.Contains("Continue as Nora Second", await nora.GetStringAsync(link));
        Assert.Contains("Continue as Nora Second", await nora.GetStringAsync(link));
        await ContinueAsync(nora, link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nora.PostAsync("/account", "", ("Password", "short"))).StatusCode);
        Assert.Equal("/", (await nora.PostAsync("/account", "", ("Password", New))).Headers.Location?.OriginalString);

        // Signed in, and yet nobody's office: that is given by somebody who has it.
        Assert.Equal("/errors/403", (await nora.GetAsync("/programmes/new")).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.Redirect, (await _samuel.PostAsync(person, "?handler=House", ("facilitator", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await nora.GetAsync("/programmes/new")).StatusCode);
        using var elsewhere = Browser();
        var signIn = await elsewhere.PostAsync("/signin", "", ("Email", Nora), ("Password", New));
        Assert.Equal(HttpStatusCode.Redirect, signIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync(_programme)).StatusCode);
        Assert.Equal(["make-link", "use-link", "set-password", "make-house-facilitator"], await AuditAsync());
    }

    [Fact]
    public async Task A_link_works_once_and_a_newer_one_ends_it()
    {
        var person = await AddAsync("Nora Second", Nora);
        var (old, link) = (await GiveAsync(person), await GiveAsync(person));
        using var nora = Browser();
        Assert.Equal(HttpStatusCode.Gone, (await nora.GetAsync(old)).StatusCode);
        await ContinueAsync(nora, link);
        using var thief = Browser();
        Assert.Equal(HttpStatusCode.Gone, (await thief.GetAsync(link)).StatusCode);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE account SET signed_in_at = NULL"), TestContext.Current.CancellationToken);
        link = await GiveAsync(person);
        await _site.Writer.RunAsync(writes => writes.Execute("UPDATE personal_link SET expires_at = '2026-01-01T00:00:00.000Z' WHERE used_at IS NULL"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, (await thief.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_new_way_in_for_somebody_who_has_one_ends_their_sessions_and_they_read_who_made_it()
    {
        var person = await AddAsync("Nora Second", Nora);
        using var nora = Browser();
        await ContinueAsync(nora, await GiveAsync(person));
        await nora.PostAsync("/account", "", ("Password", New));
        Assert.DoesNotContain("A new way in was made for you", await nora.GetStringAsync("/account"));

        var link = await GiveAsync(person);
        Assert.Equal("/signin", (await nora.GetAsync("/account")).Headers.Location?.AbsolutePath);
        await nora.PostAsync("/signin", "", ("Email", Nora), ("Password", New));
        var says = await nora.GetStringAsync("/");
        Assert.Contains("A new way in was made for you", says, StringComparison.Ordinal);
        Assert.Contains("Samuel Okafor made a new way in for you", await nora.GetStringAsync("/account"), StringComparison.Ordinal);

        // Whoever uses it, the person's own password no longer fits, and the page says that it was used.
        await ContinueAsync(nora, link);
        using var old = Browser();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await old.PostAsync("/signin", "", ("Email", Nora), ("Password", New))).StatusCode);
        Assert.Contains("It was used", await nora.GetStringAsync("/account"), StringComparison.Ordinal);
        await nora.PostAsync("/account", "?handler=Seen");
        Assert.DoesNotContain("A new way in was made for you", await nora.GetStringAsync("/account"), StringComparison.Ordinal);
        Assert.Contains("make-new-sign-in", await AuditAsync());
        Assert.Contains("Samuel Okafor", await _samuel.GetStringAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_password_is_changed_by_who_knows_it_and_signing_out_everywhere_ends_every_session()
    {
        using var second = await Samuel();
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await _samuel.PostAsync("/account", "", ("Current", "not this one"), ("Password", New))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/programmes/new")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Redirect, (await _samuel.PostAsync("/account", "", ("Current", Office.Password), ("Password", New))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _samuel.GetAsync("/programmes/new")).StatusCode);
        Assert.Equal("/signin", (await second.GetAsync("/programmes/new")).Headers.Location?.AbsolutePath);

        using var third = await Samuel(New);
        await third.PostAsync("/account", "?handler=Everywhere");
        foreach (var client in new[] { _samuel, third })
        {
            Assert.Equal("/signin", (await client.GetAsync("/programmes/new")).Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task Nobody_rises_or_becomes_somebody_else_by_a_link()
    {
        var nora = await AddAsync("Nora Second", Nora);
        using var second = Browser();
        await ContinueAsync(second, await GiveAsync(nora));
        await _samuel.PostAsync(nora, "?handler=House", ("facilitator", "true"));
        await second.PostAsync("/account", "", ("Password", New));

        // A facilitator of the house: not for an admin, not for herself, not for who has no e-mail.
        await _samuel.PostAsync(_programme, "?handler=Person", ("Form.Name", "Samuel Okafor"), ("Form.Role", "Facilitator"));
        var admin = $"{_programme}/people/{await IdAsync("Samuel Okafor")}";
        var mailless = await AddAsync("No Mail", "");
        foreach (var (page, handler, says) in new[]
        {
            (admin, "SignIn", "Only another admin"), (admin, "House", "Only another admin"),
            (nora, "SignIn", "This is you"), (nora, "House", "their own rights"), (mailless, "SignIn", "e-mail address first"),
        })
        {
            var answer = await second.PostAsync(page, $"?handler={handler}", ("facilitator", "false"));
            Assert.Equal((page, handler, HttpStatusCode.UnprocessableEntity), (page, handler, answer.StatusCode));
            Assert.Contains(says, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // A programme's own facilitator gives roles there and no sign-in.
        await _samuel.PostAsync(nora, "?handler=House", ("facilitator", "false"));
        await _samuel.PostAsync(nora, "?handler=Role", ("Form.Role", "Facilitator"));
        Assert.DoesNotContain("Give a sign-in", await second.GetStringAsync(mailless), StringComparison.Ordinal);
        foreach (var handler in new[] { "SignIn", "House" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await second.PostAsync(mailless, $"?handler={handler}", ("facilitator", "true"))).StatusCode);
        }
    }

    [Fact]
    public async Task An_admin_makes_another_one_and_nobody_makes_or_ends_their_own_right()
    {
        var nora = await AddAsync("Nora Second", Nora);
        using var second = Browser();
        await ContinueAsync(second, await GiveAsync(nora));
        await _samuel.PostAsync(nora, "?handler=House", ("facilitator", "true"));
        var samuel = $"{_programme}/people/{await IdAsync("Samuel Okafor")}";
        Assert.Equal(HttpStatusCode.NotFound, (await second.PostAsync(nora, "?handler=Admin", ("admin", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _samuel.PostAsync(samuel, "?handler=Admin", ("admin", "false"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _samuel.PostAsync(nora, "?handler=Admin", ("admin", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/audit")).StatusCode);
        using var ended = await second.PostAsync(samuel, "?handler=Admin", ("admin", "false"));
        Assert.Equal("/errors/403", (await _samuel.GetAsync("/audit")).Headers.Location?.AbsolutePath);
        Assert.Contains("no longer admin of the house:", await second.GetStringAsync("/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_e_mail_of_an_account_is_not_changed_by_a_programmes_own_facilitator_from_the_moment_it_is_given()
    {
        var nora = await AddAsync("Nora Second", Nora);
        var oli = await AddAsync("Oli Owner", "oli@wendmere.example");
        await _samuel.PostAsync(oli, "?handler=Role", ("Form.Role", "Facilitator"));
        using var owner = Browser();
        await ContinueAsync(owner, await GiveAsync(oli));
        (string, string)[] change = [("Form.Name", "Nora Second"), ("Form.Email", "oli.too@wendmere.example"), ("Form.Version", "1")];
        await GiveAsync(nora);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.PostAsync(nora, "", change)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await _samuel.PostAsync(nora, "", change)).StatusCode);
    }

    [Fact]
    public async Task Roles_that_are_given_or_taken_by_form_or_paste_leave_a_row_of_who_did_it()
    {
        await AddAsync("Ada By Form", "");
        await _samuel.PostAsync(_programme, "?handler=Set", ("SetName", "Circle"));
        var ada = $"{_programme}/people/{await IdAsync("Ada By Form")}";
        await _samuel.PostAsync($"{_programme}/paste", "?handler=Keep", ("List", "name\tset\trole\tsupervisor\nBea By Paste\tCircle\tMember\tSue Super\nCy By Paste\tCircle\tAdvisor\t"), ("NewSupervisors", "true"));
        var given = await NamedAuditAsync();
        Assert.Contains("give-sponsor Ada By Form by Samuel Okafor", given);
        Assert.Contains("join-set Bea By Paste by Samuel Okafor", given);
        Assert.Contains("give-supervisor Sue Super by Samuel Okafor", given);
        Assert.Contains("give-advisor Cy By Paste by Samuel Okafor", given);
        await _samuel.PostAsync(ada, "?handler=Remove");
        var bea = await IdAsync("Bea By Paste");
        await _samuel.PostAsync($"{_programme}/people/{bea}", "?handler=Leave", ("Form.Membership", $"{await _site.OneAsync<long>("SELECT id FROM membership WHERE person_id = @bea", new { bea })}"), ("Form.MembershipVersion", "1"));
        Assert.Equal(["take-sponsor Ada By Form by Samuel Okafor", "remove-from-programme Ada By Form by Samuel Okafor", "leave-set Bea By Paste by Samuel Okafor", "take-supervisor Sue Super by Samuel Okafor"],
            (await NamedAuditAsync()).Skip(given.Count));
        var before = await NamedAuditAsync();
        await _samuel.PostAsync($"{_programme}/paste", "", ("List", "name\trole\nDan Preview\tClient"));
        Assert.Equal(before, await NamedAuditAsync());
    }

    private HttpClient Browser()
    {
        var client = _site.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    private async Task<HttpClient> Samuel(string password = Office.Password)
    {
        var client = Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync("/signin", "", ("Email", "samuel@wendmere.example"), ("Password", password))).StatusCode);
        return client;
    }

    private async Task<string> AddAsync(string name, string email)
    {
        await _samuel.PostAsync(_programme, "?handler=Person", ("Form.Name", name), ("Form.Email", email), ("Form.Role", "Sponsor"));
        return $"{_programme}/people/{await IdAsync(name)}";
    }

    private async Task<string> GiveAsync(string person)
    {
        var answer = await _samuel.PostAsync(person, "?handler=SignIn");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Link().Match(await answer.Content.ReadAsStringAsync()).Value is { Length: > 0 } link ? link : throw new InvalidOperationException("No link.");
    }

    private static async Task ContinueAsync(HttpClient client, string link) =>
        Assert.Equal("/account", (await client.PostAsync(link, "")).Headers.Location?.OriginalString);

    private Task<long> IdAsync(string name) =>
        _site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM person WHERE name = @name", new { name }));

    private async Task<IReadOnlyList<string>> AuditAsync() => [.. (await _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT act FROM audit WHERE act LIKE '%link' OR act LIKE '%sign-in' OR act LIKE '%password' OR act LIKE '%house%' ORDER BY id")))];

    private Task<IReadOnlyList<string>> NamedAuditAsync() => _site.Db.ReadAsync(reads => reads.Query<string>(
        """
        SELECT a.act || ' ' || p.name || ' by ' || b.name
        FROM audit a JOIN person p ON p.id = a.thing_id JOIN person b ON b.id = a.person_id
        WHERE a.thing = 'person' AND (a.act LIKE 'give-%' OR a.act LIKE 'take-%' OR a.act LIKE '%-set' OR a.act LIKE 'remove%')
          AND p.name <> 'Samuel Okafor'
        ORDER BY a.id
        """));

    [GeneratedRegex("/i/[a-z2-7]{26}")]
    private static partial Regex Link();
}
