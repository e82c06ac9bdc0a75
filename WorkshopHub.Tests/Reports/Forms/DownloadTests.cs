using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>The files of a published version: for whoever reads its page and for nobody else, under a name that says what they are.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        var report = ReportExample.Whole();
        await _there.Site.Writer.RunAsync(writes => ReportVersion.Publish(
            writes, report with { Head = report.Head with { ProgrammeId = _there.World.Programme, Programme = "Koju: õhtuks/hommikuks “日本”" } }, "", _there.World["Mari Kask"]));
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task Whoever_has_a_part_gets_each_form_under_a_name_that_every_system_takes()
    {
        foreach (var form in ReportForm.All)
        {
            foreach (var name in new[] { "Alma Tamm", "Sven Sponsor", "Clio Client", "Chen Champion", "Uma Supervisor", "Aada Advisor", "Mari Kask" })
            {
                using var answer = await (await _there.AsAsync(name)).GetAsync(form.Of(_there.World.Programme, 1), Stop);
                Assert.Equal((name, form.Ending, HttpStatusCode.OK), (name, form.Ending, answer.StatusCode));
                var disposition = answer.Content.Headers.ContentDisposition!;
                Assert.Equal(("attachment", $"Koju õhtuks hommikuks “日本”, outcome report 1, 2026-09-16.{form.Ending}"), (disposition.DispositionType, disposition.FileNameStar));
                Assert.True(disposition.FileName!.All(char.IsAscii), disposition.FileName);
                Assert.Equal(form.ContentType.Split(';')[0], answer.Content.Headers.ContentType!.MediaType);
                Assert.Contains("no-cache", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Stop));
            }
        }
    }

    [Fact]
    public async Task Whoever_has_no_part_finds_nothing_and_so_does_everybody_where_nothing_was_published()
    {
        using var nobody = _there.Site.NewClient();
        foreach (var form in ReportForm.All)
        {
            var address = form.Of(_there.World.Programme, 1);
            using var outside = await (await _there.AsAsync("Otto Outsider")).GetAsync(address, Stop);
            Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
            using var unknown = await nobody.GetAsync(address, Stop);
            Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
            using var later = await (await _there.AsAsync("Mari Kask")).GetAsync(form.Of(_there.World.Programme, 2), Stop);
            Assert.Equal(HttpStatusCode.NotFound, later.StatusCode);
        }

        using var other = await (await _there.AsAsync("Mari Kask")).GetAsync($"/programmes/{_there.World.Programme}/report/1.exe", Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Words_that_were_taken_back_since_are_in_no_file_and_figures_stay()
    {
        var json = await (await _there.AsAsync("Alma Tamm")).GetByteArrayAsync($"/programmes/{_there.World.Programme}/report/1.json", Stop);
        var report = JsonForm.Read(json);
        Assert.Empty(report.Learned!.Quotes); // what the example quotes was never released in this file
        Assert.Equal(9.0, report.Find("actions-done")!.Value);
    }

    [Fact]
    public async Task A_published_version_stays_as_it_is_when_the_days_after_the_closing_are_over_but_for_the_picture_of_who_knows_whom()
    {
        var address = $"/programmes/{_there.World.Programme}/report/1.json";
        var client = await _there.AsAsync("Alma Tamm");
        var before = JsonForm.Read(await client.GetByteArrayAsync(address, Stop));
        Assert.Empty(before.Together!.Now!.Lines); // other systems get counts alone
        Assert.Empty(before.Together.Now.Dots);
        await _there.Site.SetAsync("UPDATE programme SET state = 'Closed'");
        var retention = ActivatorUtilities.CreateInstance<Retention>(_there.Site.Services);
        await _there.Site.Writer.RunAsync(writes =>
        {
            retention.Do(writes, _there.World.Programme);
            return true;
        });
        var after = JsonForm.Read(await client.GetByteArrayAsync(address, Stop));
        Assert.Equal(ReportJson.Write(before with { Together = before.Together with { Then = Counted(before.Together.Then!), Now = Counted(before.Together.Now) } }), ReportJson.Write(after));

        static NetworkOn Counted(NetworkOn net) => net with { Dots = [], Lines = [] };
    }
}
