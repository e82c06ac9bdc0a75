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
