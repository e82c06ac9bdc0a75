using System.Net;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Reports.During;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.During;

/// <content>The versions that the program itself makes of the report.</content>
public sealed partial class BecameTests
{
    [Fact]
    public async Task When_all_have_said_it_the_report_has_a_new_version_and_where_none_was_published_there_is_none()
    {
        await AtAsync(_ninety);
        await SayAsync("Alma Tamm");
        await SayAsync("Clio Client");
        await AtAsync(_ninety.AddDays(1));
        Assert.Equal(0, await VersionsAsync());
        await PublishAsync();
        using var again = await _there.SendAsync("Clio Client", Page, HttpStatusCode.Redirect, ("State", "Stopped"), ("Text", "The bay was sold"), ("Version", "2"));
        await AtAsync(_ninety.AddDays(2));
        Assert.Equal(2, await VersionsAsync());
        Assert.Equal("What became of it, ninety days after the final", await _there.OneAsync<string>("SELECT why FROM report_version WHERE number = 2"));
        Assert.Contains("The bay was sold", await _there.OneAsync<string>("SELECT report FROM report_version WHERE number = 2"), StringComparison.Ordinal);
        Assert.DoesNotContain("The bay was sold", await _there.OneAsync<string>("SELECT report FROM report_version WHERE number = 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sponsor_and_editor_read_who_has_answered_who_has_not_and_when_the_next_version_comes()
    {
        var edit = $"/programmes/{_there.Programme}/report/edit";
        var before = await _there.PageAsync("Sven Sponsor", _there.During);
        Assert.Contains("They are asked on 14 December 2096", before, StringComparison.Ordinal);
        Assert.DoesNotContain("The next version", before, StringComparison.Ordinal); // none is made where nothing was published
        await PublishAsync();
        Assert.Contains("The next version of the report is due on 11 January 2097.", await _there.PageAsync("Sven Sponsor", _there.During), StringComparison.Ordinal);
        await AtAsync(_ninety);
        await SayAsync("Alma Tamm");
        foreach (var page in new[] { await _there.PageAsync("Sven Sponsor", _there.During), await _there.PageAsync("Mari Kask", edit) })
        {
            Assert.Contains("Answered: the set; not yet: the client (asked 14 December 2096).", page, StringComparison.Ordinal);
            Assert.Contains("The next version of the report is due on 11 January 2097, or when all have answered.", page, StringComparison.Ordinal);
        }

        foreach (var name in new[] { "Alma Tamm", "Clio Client", "Chen Champion", "Otto Outsider" })
        {
            Assert.Equal((name, HttpStatusCode.NotFound), (name, await _there.StatusAsync(name, edit)));
        }
    }

    [Theory]
    [InlineData(0, 8, "", "8 witnesses")]
    [InlineData(2, 8, "some of 8 witnesses", "")]
    [InlineData(5, 8, "some of 8 witnesses", "")]
    [InlineData(5, 12, "5 of 12 witnesses", "7 witnesses")]
    [InlineData(8, 8, "all 8 witnesses", "")]
    [InlineData(1, 4, "", "")]
    public void Of_witnesses_nothing_is_told_that_would_be_of_one_to_four(int said, int all, string answered, string notYet)
    {
        var witnesses = new AskedPart("witness", said, all, IsCounted: true);
        Assert.Equal((answered, notYet), (witnesses.Answered, witnesses.NotYet));
    }

    [Fact]
    public async Task An_older_version_says_that_a_newer_one_stands_beside_it_and_stays_as_it_was()
    {
        await PublishAsync();
        Assert.DoesNotContain("stands beside this one", await _there.PageAsync("Alma Tamm", $"/programmes/{_there.Programme}/report/1"), StringComparison.Ordinal);
        await PublishAsync();
        var old = await _there.PageAsync("Alma Tamm", $"/programmes/{_there.Programme}/report/1");
        Assert.Matches($"<a href=\"/programmes/{_there.Programme}/report/2\">A newer version of \\d+ \\w+ \\d+ stands beside this one</a>", old);
        Assert.DoesNotContain("stands beside this one", await _there.PageAsync("Alma Tamm", $"/programmes/{_there.Programme}/report/2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_that_the_program_makes_is_arranged_as_the_last_one_and_nothing_of_an_unfinished_draft_is_in_it()
    {
        var mari = _there.World["Mari Kask"];
        await _there.Site.Writer.RunAsync(writes => ReportDraft.Save(
            writes, new ReportDraft { ProgrammeId = _there.Programme, Introduction = "What we did", Order = ["decisions"], Hidden = ["help"] }, mari), Stop);
        await PublishAsync();
        await _there.Site.Writer.RunAsync(writes => ReportDraft.Save(
            writes, new ReportDraft { ProgrammeId = _there.Programme, Introduction = "To do: ask Ruth whether we may say this", Hidden = ["decisions"], Version = 1 }, mari), Stop);
        await AtAsync(_ninety);
        await AtAsync(_ninety.AddDays(Renewal.Days + 1));
        var last = ReportJson.Read((await _there.OneAsync<string>("SELECT report FROM report_version WHERE number = 2"))!);
        Assert.Equal("What we did", last.Introduction);
        Assert.Equal("decisions", last.Sections[0].Key);
        Assert.Equal(["help"], last.Sections.Where(section => !section.IsShown).Select(section => section.Key));
        Assert.NotNull(last.Decisions);
    }

    [Fact]
    public async Task When_the_days_are_over_the_new_version_is_made_with_what_there_is()
    {
        await PublishAsync();
        await AtAsync(_ninety);
        await SayAsync("Alma Tamm");
        await AtAsync(_ninety.AddDays(Renewal.Days - 1));
        Assert.Equal(1, await VersionsAsync());
        await AtAsync(_ninety.AddDays(Renewal.Days + 1));
        Assert.Equal(2, await VersionsAsync());
        foreach (var (at, words) in new[] { (2, "Two depots of three"), (3, "All three depots now") }) // while the client has said nothing yet
        {
            using var corrected = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.Redirect, ("State", "Changed"), ("Text", words), ("Version", $"{at}"));
            await AtAsync(_ninety.AddDays(Renewal.Days + at));
            Assert.Equal(at + 1, await VersionsAsync());
            Assert.Contains(words, await _there.OneAsync<string>("SELECT report FROM report_version ORDER BY number DESC LIMIT 1"), StringComparison.Ordinal);
            Assert.Equal("What became of it, as it was said or corrected since", await _there.OneAsync<string>("SELECT why FROM report_version ORDER BY number DESC LIMIT 1"));
        }

        await SayAsync("Clio Client"); // late is not too late
        await AtAsync(_ninety.AddDays(Renewal.Days + 4));
        Assert.Equal(5, await VersionsAsync());
    }

    [Fact]
    public async Task Figures_that_are_read_when_the_programme_is_closed_make_one_more_version_within_the_hour()
    {
        await PublishAsync();
        await ReadAsync(9.4);
        Assert.Equal(0, await _there.OneAsync<long>("SELECT count(*) FROM due WHERE kind = 'ReportAfterNinetyDays'")); // while it runs, whoever runs it publishes
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed' WHERE id = @Programme", new { _there.Programme });
        await ReadAsync(9.2);
        await ReadAsync(9.1);
        await AtAsync(_ninety.AddDays(-80));
        Assert.Equal((2, "Figures that were read, corrected or confirmed since"), (await VersionsAsync(), await _there.OneAsync<string>("SELECT why FROM report_version WHERE number = 2")));

        Task<bool> ReadAsync(double value) => _there.Site.Writer.RunAsync(writes =>
        {
            MeasureKeeping.Read(writes, _there.Measure, WorkshopHub.Web.Accounts.Tokens.New(), new ReadingForm { Value = $"{value}" }, new DateOnly(2026, 9, 20), _there.World["Alma Tamm"]);
            return true;
        }, Stop);
    }

    [Fact]
    public async Task The_version_that_the_program_makes_tells_the_ratings_that_were_said_since()
    {
        await PublishAsync();
        await _there.Site.Writer.RunAsync(writes => writes.Execute(
            """
            INSERT INTO self_rating (membership_id, moment, value, note, at)
            SELECT m.id, 'Final', 4, '', @Now FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @Programme AND m.left_at IS NULL
            """, new { _there.Programme, writes.Now }), Stop);
        await AtAsync(_ninety);
        await AtAsync(_ninety.AddDays(Renewal.Days + 1));
        var told = ReportJson.Read((await _there.OneAsync<string>("SELECT report FROM report_version WHERE number = 2"))!).Learned!.Goals;
        Assert.True(Assert.Single(told).N >= 5);
    }
}
