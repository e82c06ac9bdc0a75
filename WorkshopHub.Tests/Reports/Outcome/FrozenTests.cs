using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>A published version changes no more, and still tells nothing that was taken back, hidden or deleted since.</summary>
public sealed partial class FrozenTests : IAsyncLifetime
{
    private const string Learned = "People dig where the map ends.";
    private const string Need = "Somebody who knows the permits";
    private const string Came = "The permit came in two days.";
    private const string Quoted = "We asked before we dug.";

    private static readonly string _id = new('a', 26);

    private readonly World _world = World.Plant();
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.Writer.RunAsync(Plant, Stop);
        foreach (var words in new[] { Learned, Need, Came, Quoted, "curious", "Alma Tamm", "First Knock" })
        {
            Assert.Contains(words, await VersionAsync(), StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_post_that_was_hidden_since_is_not_among_what_the_room_kept()
    {
        await _site.SetAsync("UPDATE post SET state = 'Hidden' WHERE id = @_id", new { _id });
        var version = await VersionAsync();
        Assert.DoesNotContain(Learned, version, StringComparison.Ordinal);
        Assert.Contains("<p class=\"soft\">1 text that stood here is not shown any more.</p>", version, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE quote_asked SET says = 'No', said_at = '2026-10-01T09:00:00.000Z'")]
    [InlineData("UPDATE post SET state = 'Deleted' WHERE kind = 'Learning'", false, "1 text that stood here is not shown any more.")]
    [InlineData("UPDATE share SET withdrawn_by = owner_id, withdrawn_at = '2026-10-01T09:00:00.000Z' WHERE kind = 'Post'", true)]
    public async Task What_the_room_kept_bears_a_name_after_its_author_s_yes_alone_and_goes_with_their_no(string no, bool isShown = false, string says = "1 text was taken back by its author since.")
    {
        await _site.Writer.RunAsync(writes =>
        {
            var by = new { _id, activity = _world.Activities[0], _world.Workshop, alma = _world["Alma Tamm"], set = _world.Sets[0].Id, mari = _world["Mari Kask"], writes.Now };
            var seat = writes.Insert("INSERT INTO participant (workshop_id, person_id, name, role, joined_at) VALUES (@Workshop, @alma, 'Alma Tamm', 'Member', @Now)", by);
            writes.Execute("UPDATE post SET participant_id = @seat WHERE id = @_id", new { seat, _id });
            writes.Execute("UPDATE activity SET name_mode = 'Named', reveal = 'Live' WHERE id = @activity", by);
            writes.Execute("INSERT INTO dot (id, activity_id, participant_id, item) VALUES (@_id, @activity, @seat, @_id)", new { by.activity, _id, seat });
            return writes.Execute("INSERT INTO carried (activity_id, target, set_id, source, text) VALUES (@activity, 'ProposedProblem', @set, @_id, 'One map for all')", by);
        }, Stop);
        Assert.All(await BothAsync(), one => Assert.Equal([(Learned, null)], one.Learned!.Kept.Select(kept => (kept.Text, kept.Who))));
        await _site.SetAsync(isShown
            ? "INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at) VALUES (@set, 'Post', @_id, @alma, 'Organisation', @alma, '2026-09-20T09:00:00.000Z', '2026-09-20T09:00:00.000Z')"
            : "INSERT INTO quote_asked (post_id, asked_by, asked_at, says, said_at) VALUES (@_id, 1, '2026-09-20T09:00:00.000Z', 'Yes', '2026-09-20T09:00:00.000Z')",
            new { _id, alma = _world["Alma Tamm"], set = _world.Sets[0].Id });
        Assert.All(await BothAsync(), one => Assert.Equal([(Learned, "Alma Tamm")], one.Learned!.Kept.Select(kept => (kept.Text, kept.Who))));
        Assert.All(await BothAsync(), one => Assert.Equal(["One map for all"], one.Next!.Ideas.Select(idea => idea.Text)));
        Assert.DoesNotContain(says, await VersionAsync(), StringComparison.Ordinal);
        await _site.SetAsync(no);
        Assert.All(await BothAsync(), one => Assert.Empty(one.Learned!.Kept));
        Assert.All(await BothAsync(), one => Assert.Empty(one.Next!.Ideas));
        var version = await VersionAsync();
        Assert.DoesNotContain(Learned, version, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(version, Regex.Escape($"<p class=\"soft\">{says}</p>"))); // where the learning and where the idea stood
        Assert.All((await BothAsync())[..1], one => Assert.EndsWith(says, one.Find("learnings-kept")!.About, StringComparison.Ordinal));
        Assert.All((await BothAsync())[1..], one => Assert.Equal(("", ""), (one.Learned!.TakenOut.Words, one.Next!.TakenOut.Words)));
    }

    /// <summary>The version and the draft.</summary>
    private Task<OutcomeReport[]> BothAsync() => _site.Db.ReadAsync(
        reads => new[] { ReportVersion.Report(reads, _world.Programme, 1)!, LiveReport.Read(reads, _site.Services.GetRequiredService<Web.Activities.ActivityKinds>(), _world.Programme, DateTimeOffset.UtcNow)! }, Stop);

    [Fact]
    public async Task A_decision_stands_with_its_client_beside_whom_the_set_named()
    {
        var page = await PageAsync();
        Assert.Contains("Network Operations<span class=\"meta line-b\">Clio Client, client</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_day_bears_its_year_for_it_is_read_for_years()
    {
        var days = Regex.Matches(WebUtility.HtmlDecode(Regex.Replace(await PageAsync(), "<[^>]+>", "|")), @"\b\d{1,2} (January|February|March|April|June|July|August|September|October|November|December)\b( \d{4})?");
        Assert.NotEmpty(days);
        Assert.Empty(days.Where(day => !day.Groups[2].Success).Select(day => day.Value));
    }

    [Fact]
    public async Task What_was_kept_and_then_undone_is_not_in_it()
    {
        await _site.SetAsync("UPDATE carried SET state = 'Undone' WHERE source = @_id", new { _id });
        Assert.DoesNotContain(Learned, await VersionAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE offer SET state = 'Hidden' WHERE kind = 'Request'")]
    [InlineData("UPDATE offer SET state = 'TakenBack' WHERE kind = 'Offer'")]
    [InlineData("UPDATE offer_match SET came_of_it = ''")]
    [InlineData("UPDATE offer_match SET state = 'FellThrough'")]
    public async Task A_story_of_help_goes_with_the_words_that_it_is_made_of(string takenBack)
    {
        await _site.SetAsync(takenBack);
        var version = await VersionAsync();
        Assert.DoesNotContain(Came, version, StringComparison.Ordinal);
        Assert.DoesNotContain(Need, version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_within_one_set_reads_as_that_and_not_as_if_the_set_had_helped_itself()
    {
        Assert.Contains(" helped <", await PageAsync(), StringComparison.Ordinal);
        await _site.SetAsync("UPDATE report_version SET report = json_set(report, '$.help.stories[0].helper', json_extract(report, '$.help.stories[0].asker'))");
        var page = await PageAsync();
        Assert.Contains("Within <", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" helped <", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idea_for_next_time_is_told_of_the_set_in_every_version_and_of_no_person()
    {
        await _site.Writer.RunAsync(writes => writes.Execute(
            "INSERT INTO carried (activity_id, target, set_id, source, text) VALUES (@activity, 'ProposedProblem', @set, 'none', 'One map for all')",
            new { activity = _world.Activities[0], set = _world.Sets[1].Id }), Stop);
        await _site.SetAsync("UPDATE report_version SET report = json_set(report, '$.next.ideas[0].who', 'Zora Zweig')");
        var version = await VersionAsync();
        Assert.Contains("One map for all", version, StringComparison.Ordinal);
        Assert.DoesNotContain("Zora Zweig", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_was_taken_off_the_walls_since_is_not_in_it()
    {
        await _site.SetAsync("INSERT INTO word_hidden (activity_id, word) VALUES (@activity, 'curious')", new { activity = _world.Activities[0] });
        var version = await VersionAsync();
        Assert.DoesNotContain("curious", version, StringComparison.Ordinal);
        Assert.DoesNotContain("tired (2)", version, StringComparison.Ordinal); // it was frozen when few were still counted
        Assert.Matches("\"word\": \"tired\",\\s+\"count\": null", version);
        Assert.Contains("tired", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_was_taken_back_and_shown_again_in_other_words_stays_away_in_the_old_ones()
    {
        await _site.SetAsync("UPDATE reflection SET text = 'We asked before we began.'");
        Assert.DoesNotContain(Quoted, await VersionAsync(), StringComparison.Ordinal);
    }

    /// <summary>All that is told of the version to a reader: its page, and its tree as other programs get it.</summary>
    private async Task<string> VersionAsync()
    {
        using var reader = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        return await PageAsync() + await reader.GetStringAsync($"/programmes/{_world.Programme}/report/1.json", Stop);
    }

    private async Task<string> PageAsync()
    {
        using var reader = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        return await reader.GetStringAsync($"/programmes/{_world.Programme}/report/1", Stop);
    }

    private bool Plant(Writes writes)
    {
        var by = new
        {
            _id,
            other = new string('b', 26),
            activity = _world.Activities[0],
            _world.Programme,
            set = _world.Sets[0].Id,
            alma = _world["Alma Tamm"],
            bo = _world["Bo Lind"],
            Learned,
            Need,
            Came,
            Quoted,
            writes.Now,
        };
        writes.Execute("INSERT INTO post (id, activity_id, set_id, kind, text, sort_key, state) VALUES (@_id, @activity, @set, 'Learning', @Learned, 'a', 'Shown')", by);
        writes.Execute("INSERT INTO carried (activity_id, target, set_id, source, text) VALUES (@activity, 'Learning', @set, @_id, @Learned)", by);
        writes.Execute("INSERT INTO offer (id, activity_id, person_id, kind, text, posted_at) VALUES (@_id, @activity, @alma, 'Request', @Need, @Now), (@other, @activity, @bo, 'Offer', 'Permits', @Now)", by);
        writes.Execute(
            """
            INSERT INTO offer_match (id, activity_id, request_id, offer_id, helper_id, asker_id, state, came_of_it, made_at, changed_at)
            VALUES (@other, @activity, @_id, @other, @bo, @alma, 'Happened', @Came, @Now, @Now)
            """, by);
        writes.Execute("INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) VALUES (@_id, @set, @alma, @Quoted, @Now, @Now)", by);
        writes.Execute(
            """
            INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at)
            VALUES (@set, 'Reflection', @_id, @alma, 'Organisation', @alma, @Now, @Now)
            """, by);
        var whole = ReportExample.Whole();
        var on = DateOnly.Parse(writes.First<string>("SELECT date FROM workshop WHERE id = @Workshop", new { _world.Workshop })!, System.Globalization.CultureInfo.InvariantCulture);
        var quote = whole.Learned!.Quotes[0] with { Key = $"reflection-{_id}" };
        ReportVersion.Publish(
            writes,
            whole with
            {
                Head = whole.Head with { ProgrammeId = _world.Programme, Sponsors = [new("Salma Tamme", "Sponsor")] },
                Sections = ReportSection.Arranged([], []),
                Figures = [.. whole.Figures, new Figure(ReportSection.Learned, "learnings-kept", "Learnings that the room chose to keep", 1, "", 1, "Dots in the workshops", on, "")],
                Learned = whole.Learned with { Quotes = [quote], Kept = [whole.Learned.Kept[0] with { Text = Learned }] },
                Problems = [.. whole.Problems!.Select(story => story with { Quotes = [] })],
                Together = whole.Together! with { Words = [whole.Together.Words[0] with { On = on }] },
            }, "", null);
        return true;
    }
}
