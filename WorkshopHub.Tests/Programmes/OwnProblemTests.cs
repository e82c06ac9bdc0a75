using System.Net;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Programmes;

/// <summary>A member drafts a problem and a goal of their own; the supervisor says yes, or sends it back. Neither does the other’s part.</summary>
public sealed class OwnProblemTests : TwoPersons
{
    [Fact]
    public async Task What_a_member_may_decide_is_signed_after_the_yes_too_and_changed_by_one_at_a_time()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        await DecideAsync("yes");
        Assert.Contains("Sign what Alma Tamm may decide", await Uma.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);
        using var forged = await PostAsync(Alma, "?handler=Sign", ("Decision.MayDecide", "Everything"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        using var empty = await PostAsync(Uma, "?handler=Sign", ("Decision.MayDecide", " "), ("Decision.SpendLimit", "500"));
        await empty.RefusesAsync("What may they decide without asking?", "value=\"500\"");
        await Site.SetAsync(
            "INSERT INTO authority_statement (programme_id, may_decide, currency, signed_by, signed_at, created_at, changed_at) VALUES (@Programme, 'Trials', 'EUR', @signer, '2026-03-02', 'now', 'now')",
            new { World.Programme, signer = World["Sven Sponsor"] });
        Assert.Contains("<option value=\"EUR\" selected", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        using var signed = await PostAsync(
            Uma, "?handler=Sign", ("Decision.MayDecide", "Weekend work"), ("Decision.SpendLimit", "500"), ("Decision.Currency", "CHF"), ("Decision.AuthorityVersion", "0"));
        Assert.Equal(HttpStatusCode.Redirect, signed.StatusCode);
        Assert.Contains("<option value=\"CHF\" selected", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        using var late = await PostAsync(Uma, "?handler=Sign", ("Decision.MayDecide", "Nothing"), ("Decision.AuthorityVersion", "0"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Weekend work", await Alma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("Sign what Alma Tamm", await Uma.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_written_sent_back_with_a_note_written_anew_and_confirmed_and_the_difference_is_quoted()
    {
        using var kept = await WriteAsync("keep", "Permits wait", "");
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.DoesNotContain("Permits wait", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        using var early = await DecideAsync("yes");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);

        using var bare = await WriteAsync("send", "Permits wait", "");
        await bare.RefusesAsync("What happens, and to whom?", "Permits wait");
        using var aimless = await WriteAsync("send", "Permits wait", "Jobs wait in the whole company", goal: "");
        await aimless.RefusesAsync("What do you want to get better at?", "Jobs wait in the whole company");
        Assert.Equal(HttpStatusCode.Redirect, (await WriteAsync("send", "Permits wait", "Jobs wait in the whole company")).StatusCode);
        var read = await Uma.GetStringAsync(Form, Stop);
        Assert.Contains("Jobs wait in the whole company", read, StringComparison.Ordinal);
        Assert.Contains("Speak first", read, StringComparison.Ordinal);
        Assert.Contains("asks you to look at", await Uma.GetStringAsync("/", Stop), StringComparison.Ordinal);

        // Taken back as it reads, it waits for the member, until it is sent again.
        Assert.Contains("Taken back, it waits for you and not for Uma", WebUtility.HtmlDecode(await Alma.GetStringAsync(Form, Stop)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await WriteAsync("keep", "Permits wait", "Jobs wait in the whole company")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync("yes")).StatusCode);
        Assert.DoesNotContain("asks you to look at", await Uma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await WriteAsync("send", "Permits wait", "Jobs wait in the whole company")).StatusCode);

        using var undecided = await DecideAsync("", decide: "Her own gang", spend: "a lot");
        await undecided.RefusesAsync("Say yes, or send it back.", "Her own gang", "Write it in whole figures");
        using var mute = await DecideAsync("no", note: " ");
        await mute.RefusesAsync("Say in a sentence what is missing");
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync("no", note: "I can only answer for the north.")).StatusCode);
        Assert.Contains("I can only answer for the north.", await Alma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        using var twice = await DecideAsync("yes");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await WriteAsync("send", "Permits wait", "Jobs wait in Cottering")).StatusCode);
        read = await Uma.GetStringAsync(Form, Stop);
        Assert.Contains("Changed since you sent it back", read, StringComparison.Ordinal);
        Assert.Contains("<q>the whole company</q> became <q>Cottering</q>", read, StringComparison.Ordinal);
        Assert.Contains("You had written: “I can only answer for the north.”", read, StringComparison.Ordinal);
        Assert.Contains("You sent it back", read, StringComparison.Ordinal);

        using var dear = await DecideAsync("yes", decide: "Weekend work", spend: "fifteen hundred");
        await dear.RefusesAsync("Write it in whole figures. 0 is an answer too.", "fifteen hundred");
        Assert.Null(await Site.OneAsync<string>("SELECT within_sphere_at FROM problem"));
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync("yes", decide: "Weekend work", spend: "1500", agrees: true)).StatusCode);
        Assert.Equal("Agreed Uma Supervisor 1500 yes", await Site.OneAsync<string>(
            """
            SELECT p.state || ' ' || u.name || ' ' || a.spend_limit || ' ' || (SELECT iif(agreed_at IS NULL, 'no', 'yes') FROM developmental_goal)
            FROM problem p JOIN person u ON u.id = p.within_sphere_by JOIN authority_statement a ON a.problem_id = p.id AND a.signed_by = u.id
            """));
        Assert.Equal("Sent Sent Back Sent Confirmed", await Site.OneAsync<string>("SELECT group_concat(kind, ' ') FROM (SELECT kind FROM problem_step ORDER BY id)"));
        Assert.Contains("Weekend work", await Alma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_does_the_others_part_and_nobody_else_does_either()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait");
        var before = await ProblemAsync();
        using var self = await PostAsync(Alma, "?handler=Decide", ("Decision.Sphere", "yes"), ("Decision.ProblemVersion", "1"));
        using var agreed = await PostAsync(Alma, "?handler=Agree", ("goalVersion", "1"));
        using var ghost = await PostAsync(Uma, "", ("go", "send"), ("Own.Version", "1"), ("Own.Title", "Hers"), ("Own.Description", "Hers"), ("Own.WhyItMatters", "Hers"), ("Goal.Text", "Hers"), ("Goal.Version", "1"));
        using var shown = await PostAsync(Uma, "?handler=Show");
        Assert.All(new[] { self, agreed, ghost, shown }, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        foreach (var (name, status) in new[]
        {
            ("Bo Lind", HttpStatusCode.Forbidden), ("Aada Advisor", HttpStatusCode.Forbidden), ("Cecil Hart", HttpStatusCode.NotFound), ("Viktor Supervisor", HttpStatusCode.NotFound),
            ("Sven Sponsor", HttpStatusCode.NotFound), ("Chen Champion", HttpStatusCode.NotFound), ("Clio Client", HttpStatusCode.NotFound), ("Mari Kask", HttpStatusCode.NotFound), ("Otto Outsider", HttpStatusCode.NotFound),
        })
        {
            using var other = await Site.AsAsync(World, name);
            using var decided = await PostAsync(other, "?handler=Decide", ("Decision.Sphere", "yes"), ("Decision.ProblemVersion", "1"));
            using var written = await PostAsync(other, "", ("go", "send"), ("Own.Version", "1"), ("Own.Title", "Forged"));
            Assert.Equal((name, status, status), (name, decided.StatusCode, written.StatusCode));
            Assert.Equal(status == HttpStatusCode.Forbidden, (await other.GetAsync(Form, Stop)).IsSuccessStatusCode);
        }

        Assert.Equal(before, await ProblemAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await DecideAsync("yes")).StatusCode);
    }

    [Fact]
    public async Task What_changes_under_the_supervisor_or_on_another_device_is_told_field_by_field_and_what_was_typed_stays()
    {
        await WriteAsync("send", "Permits wait", "Jobs wait in the yard");
        var seen = await VersionAsync();
        await WriteAsync("send", "Permits wait", "Jobs wait in the street");
        using var late = await DecideAsync("yes", decide: "Weekend work", version: seen);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync(Stop);
        Assert.Contains("<q>yard</q> became <q>street</q>", page, StringComparison.Ordinal);
        Assert.Contains("Weekend work", page, StringComparison.Ordinal);
        Assert.Null(await Site.OneAsync<string>("SELECT within_sphere_at FROM problem"));

        using var second = await WriteAsync("send", "Permits wait", "Jobs wait on my other phone", version: seen);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        page = await second.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Jobs wait on my other phone", page, StringComparison.Ordinal);
        Assert.Contains("Jobs wait in the street", page, StringComparison.Ordinal);
        Assert.Equal("Jobs wait in the street", await Site.OneAsync<string>("SELECT description FROM problem"));
    }

    [Fact]
    public async Task What_is_said_in_a_workshop_stands_in_the_same_history_and_other_words_need_a_new_yes()
    {
        await Site.Writer.RunAsync(writes =>
        {
            OwnProblem.Draft(writes, World.Programme, World["Alma Tamm"], World["Uma Supervisor"], "Twice done", "One job in five comes back", "It costs");
            return true;
        });
        Assert.Contains("One job in five comes back", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        var own = (await Site.Db.ReadAsync(reads => OwnProblem.Of(reads, World.Programme, World["Alma Tamm"]), Stop))!;
        Assert.True(await Site.Writer.RunAsync(writes => OwnProblem.Confirm(writes, own.Id, own.Version, World["Uma Supervisor"])));
        Assert.Contains("You said yes", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
        await WriteAsync("keep", "Twice done", "One job in four comes back");
        Assert.Equal("Proposed", await Site.OneAsync<string>("SELECT state FROM problem"));
        Assert.Contains("One job in five comes back", await Uma.GetStringAsync(Form, Stop), StringComparison.Ordinal);
    }
}
