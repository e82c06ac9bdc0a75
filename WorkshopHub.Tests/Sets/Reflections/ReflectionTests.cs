using System.Net;
using WorkshopHub.Tests.Sets.Meetings;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Reflections;

/// <summary>What a set writes together, what each writes alone, and how far each of it goes.</summary>
public sealed class ReflectionTests : IAsyncLifetime
{
    private const string Secret = "Success makes us give speeches";

    private LiveMeeting _meeting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _meeting = await LiveMeeting.StartAsync();

    public ValueTask DisposeAsync() => _meeting.DisposeAsync();

    private SetWorld There => _meeting.There;

    private string Reflect => There.At("meetings/1/reflect");

    private string Journal => There.At("journal");

    private string Shared => There.At("shared");

    private string Learnings => $"/programmes/{There.World.Programme}/learnings";

    [Fact]
    public async Task A_member_writes_what_the_set_agrees_on_and_the_advisor_asks()
    {
        await PostAsync("Aada Advisor", Reflect, "?handler=prompt", HttpStatusCode.Redirect, ("Prompt", "What did nobody say today?"));
        await OursAsync("Alma Tamm");
        Assert.Equal("leaves", (await _meeting.RunAsync())!.Step); // the set comes along with who has the pen
        var page = await PageAsync("Aada Advisor", Reflect);
        Assert.Contains(Secret, page, StringComparison.Ordinal);
        Assert.Contains("What did nobody say today?", await PageAsync("Bo Lind", Reflect), StringComparison.Ordinal);
        using var advisor = await (await There.AsAsync("Aada Advisor")).PostFormAsync(Reflect, Reflect, ("Ours.Id", Tokens.New()), ("Ours.Why", "I say so"));
        Assert.Equal(HttpStatusCode.Forbidden, advisor.StatusCode);
        using var member = await (await There.AsAsync("Alma Tamm")).PostFormAsync(Reflect, $"{Reflect}?handler=prompt", ("Prompt", "And?"));
        Assert.Equal(HttpStatusCode.Forbidden, member.StatusCode);
        using var nothing = await (await There.AsAsync("Alma Tamm")).PostFormAsync(Reflect, Reflect, ("Ours.Id", Tokens.New()), ("Ours.Why", "  "));
        await nothing.RefusesAsync("Answer one of them first");
        using var penless = await (await There.AsAsync("Bo Lind")).PostFormAsync(Reflect, Reflect, ("Ours.Id", Tokens.New()), ("Ours.Why", "It was <i>late</i>"));
        Assert.Equal(HttpStatusCode.Conflict, penless.StatusCode);
        var kept = await penless.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Alma Tamm holds the pen now", kept, StringComparison.Ordinal);
        Assert.Contains("It was &lt;i&gt;late&lt;/i&gt;</textarea>", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Ours.Why\"", await PageAsync("Bo Lind", Reflect), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_and_sees_both_versions_question_by_question()
    {
        await OursAsync("Alma Tamm");
        await PenAsync("Bo Lind");
        using var late = await (await There.AsAsync("Bo Lind")).PostFormAsync(
            Reflect, Reflect, ("Ours.Id", Tokens.New()), ("Ours.Version", "0"), ("Ours.Why", "We were tired"), ("Ours.Happened", "We asked less"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Stop));
        Assert.Contains("Alma Tamm changed this", page, StringComparison.Ordinal);
        Assert.Contains(Secret, page, StringComparison.Ordinal);
        Assert.Contains("We were tired", page, StringComparison.Ordinal);
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM reflection"));
    }

    [Fact]
    public async Task What_one_writes_alone_is_read_by_nobody_else_until_it_is_shared_and_then_by_whom_was_named()
    {
        var id = await MineAsync("Alma Tamm");
        foreach (var name in new[] { "Bo Lind", "Aada Advisor" })
        {
            Assert.DoesNotContain("I stayed when Bill called", await PageAsync(name, Journal) + await PageAsync(name, Reflect) + await PageAsync(name, Shared)
                + await PageAsync(name, There.At("meetings/1/record")) + await PageAsync(name, There.At("meetings/1/record?handler=file")), StringComparison.Ordinal);
            using var taken = await (await There.AsAsync(name)).PostFormAsync(Journal, $"{Journal}?handler=share", ("item", id), ("Audience", "Programme"));
            Assert.Equal((name, HttpStatusCode.NotFound), (name, taken.StatusCode));
            using var thrown = await (await There.AsAsync(name)).PostFormAsync(Journal, $"{Journal}?handler=throwaway", ("item", id));
            Assert.Equal((name, HttpStatusCode.NotFound), (name, thrown.StatusCode));
        }

        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Redirect, ("item", id), ("Audience", "Set"));
        Assert.Contains("I stayed when Bill called", await PageAsync("Bo Lind", Journal), StringComparison.Ordinal);
        Assert.DoesNotContain("I stayed when Bill called", await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Redirect, ("item", id), ("Audience", "Programme"));
        Assert.Contains("I stayed when Bill called", await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        Assert.DoesNotContain("I stayed when Bill called", await PageAsync("Uma Supervisor", Learnings), StringComparison.Ordinal); // supervisors and clients read no reflection
        Assert.DoesNotContain("I stayed when Bill called", await PageAsync("Clio Client", Learnings), StringComparison.Ordinal);
        foreach (var share in await There.Site.Db.ReadAsync(reads => reads.Query<long>("SELECT id FROM share"), Stop))
        {
            await PostAsync("Alma Tamm", Journal, "?handler=withdraw", HttpStatusCode.Redirect, ("share", $"{share}"));
        }

        Assert.DoesNotContain("I stayed when Bill called", await PageAsync("Bo Lind", Journal) + await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        Assert.Equal(
            ["share-with-set", "share-with-programme", "withdraw-share", "withdraw-share"],
            await There.Site.Db.ReadAsync(reads => reads.Query<string>("SELECT act FROM audit WHERE thing = 'reflection' ORDER BY id"), Stop));
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM audit WHERE act || thing || thing_id LIKE '%Bill%'"));
    }

    [Fact]
    public async Task A_reflection_of_the_set_is_shared_by_two_and_other_words_are_shared_no_longer()
    {
        await OursAsync("Alma Tamm");
        var id = (await There.Site.OneAsync<string>("SELECT id FROM reflection"))!;
        await PostAsync("Alma Tamm", Shared, "?handler=share", HttpStatusCode.Redirect, ("kind", "Reflection"), ("item", id), ("audience", "Programme"));
        Assert.DoesNotContain(Secret, await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        Assert.Contains("A second yes: a shared reflection", await PageAsync("Bo Lind", "/"), StringComparison.Ordinal);
        await PostAsync("Alma Tamm", Shared, "?handler=press", HttpStatusCode.Conflict, ("press", "yes/1"));
        await PostAsync("Aada Advisor", Shared, "?handler=press", HttpStatusCode.Redirect, ("press", "yes/1"));
        Assert.Contains(Secret, await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        await PenAsync("Bo Lind");
        using var other = await (await There.AsAsync("Bo Lind")).PostFormAsync(Reflect, Reflect, ("Ours.Id", id), ("Ours.Version", "1"), ("Ours.Why", "Somebody was rude"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        var learned = await PageAsync("Cecil Hart", Learnings);
        Assert.DoesNotContain(Secret, learned, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody was rude", learned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_on_what_is_shown_go_to_its_readers_only_where_the_writer_says_so()
    {
        var id = await MineAsync("Alma Tamm");
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Redirect, ("item", id), ("Audience", "Programme"));
        Assert.Contains("It is shown to: Everybody in the programme.", await PageAsync("Alma Tamm", $"{Journal}?edit={id}"), StringComparison.Ordinal);
        (string, string)[] other = [("Mine.Id", id), ("Mine.Version", "1"), ("Mine.Text", "Bill was drunk, and I stayed")];
        using var asked = await (await There.AsAsync("Alma Tamm")).PostFormAsync(Journal, Journal, other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        await asked.RefusesAsync("It is shown to others. Do they read the new words?", "Bill was drunk, and I stayed</textarea>");
        Assert.DoesNotContain("drunk", await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
        await PostAsync("Alma Tamm", Journal, "", HttpStatusCode.Redirect, [.. other, ("Mine.Shown", "back")]);
        var learned = await PageAsync("Cecil Hart", Learnings);
        Assert.DoesNotContain("drunk", learned, StringComparison.Ordinal);
        Assert.DoesNotContain("I stayed", learned, StringComparison.Ordinal);
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Redirect, ("item", id), ("Audience", "Programme"));
        await PostAsync("Alma Tamm", Journal, "", HttpStatusCode.Redirect, ("Mine.Id", id), ("Mine.Version", "2"), ("Mine.Text", "I stayed, and heard him out"), ("Mine.Shown", "stay"));
        Assert.Contains("I stayed, and heard him out", await PageAsync("Cecil Hart", Learnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_is_taken_back_in_the_archive_too_and_nothing_else_is_done_there()
    {
        var id = await MineAsync("Alma Tamm");
        await OursAsync("Alma Tamm");
        var ours = (await There.Site.OneAsync<string>("SELECT id FROM reflection WHERE author_id IS NULL"))!;
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Redirect, ("item", id), ("Audience", "Programme"));
        await PostAsync("Alma Tamm", Shared, "?handler=share", HttpStatusCode.Redirect, ("kind", "Reflection"), ("item", ours), ("audience", "Programme"));
        await PostAsync("Bo Lind", Shared, "?handler=press", HttpStatusCode.Redirect, ("press", "yes/2"));
        await There.Site.SetAsync("UPDATE programme SET state = 'Closed', archived_at = '2026-12-01T09:00:00.000Z'");
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Locked, ("item", id), ("Audience", "Sponsor"));
        await PostAsync("Alma Tamm", Journal, "", HttpStatusCode.Locked, ("Mine.Id", Tokens.New()), ("Mine.Text", "Too late"));
        await PostAsync("Bo Lind", Shared, "?handler=press", HttpStatusCode.Locked, ("press", "yes/2"));
        await PostAsync("Alma Tamm", Journal, "?handler=withdraw", HttpStatusCode.Redirect, ("share", "1"));
        await PostAsync("Bo Lind", Shared, "?handler=press", HttpStatusCode.Redirect, ("press", "no/2"));
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM share WHERE withdrawn_at IS NULL"));
        await PostAsync("Alma Tamm", There.At("keep"), "", HttpStatusCode.Redirect, ("keep", "true"));
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM set_keep"));
    }

    [Fact]
    public async Task The_whole_organisation_reads_it_from_the_final_on_and_not_before()
    {
        var id = await MineAsync("Alma Tamm");
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.UnprocessableEntity, ("item", id), ("Audience", "Organisation"));
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM share"));
        await There.Site.SetAsync("UPDATE programme SET state = 'Reporting'");
        await PostAsync("Alma Tamm", Journal, "?handler=share", HttpStatusCode.Redirect, ("item", id), ("Audience", "Organisation"));
        Assert.Contains("I stayed when Bill called", await PageAsync("Otto Outsider", "/learnings"), StringComparison.Ordinal);
        await PostAsync("Alma Tamm", Journal, "?handler=withdraw", HttpStatusCode.Redirect, ("share", "1"));
        Assert.DoesNotContain("I stayed when Bill called", await PageAsync("Otto Outsider", "/learnings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_keeps_their_own_and_nothing_else_of_the_set()
    {
        await MineAsync("Alma Tamm");
        await OursAsync("Alma Tamm");
        await There.Site.SetAsync("UPDATE membership SET left_at = '2026-05-12T09:00:00.000Z' WHERE person_id = @alma", new { alma = There.World["Alma Tamm"] });
        var page = await PageAsync("Alma Tamm", Journal);
        Assert.Contains("I stayed when Bill called", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        using var gone = await (await There.AsAsync("Alma Tamm")).GetAsync(Reflect, Stop);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var never = await (await There.AsAsync("Cecil Hart")).GetAsync(Journal, Stop);
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    private Task<int> PenAsync(string name) =>
        There.Site.SetAsync("UPDATE meeting_run SET pen_person = @to, pen_device = NULL", new { to = There.World[name] });

    private async Task OursAsync(string name)
    {
        using var sent = await (await There.AsAsync(name)).PostFormAsync(
            Reflect, Reflect, ("Ours.Id", Tokens.New()), ("Ours.Version", "0"), ("Ours.SetOut", "Look at three weeks of the trial"), ("Ours.Why", Secret), ("then", "leaves"));
        Assert.Equal(There.At("meetings/1/leaves"), sent.Headers.Location?.ToString());
    }

    private async Task<string> MineAsync(string name)
    {
        var id = Tokens.New();
        foreach (var _ in new[] { 1, 2 }) // sent twice, it is one
        {
            using var sent = await (await There.AsAsync(name)).PostFormAsync(Reflect, $"{Reflect}?handler=mine", ("Mine.Id", id), ("Mine.Text", "I stayed when Bill called. Twice."));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM reflection WHERE author_id IS NOT NULL"));
        return id;
    }

    private async Task PostAsync(string name, string page, string query, HttpStatusCode says, params (string, string)[] fields)
    {
        using var answer = await (await There.AsAsync(name)).PostFormAsync(page, page + query, fields);
        Assert.Equal((name, says), (name, answer.StatusCode));
    }

    private async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await There.AsAsync(name)).GetStringAsync(page, Stop));
}
