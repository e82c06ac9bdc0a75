using System.Net;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.During;

/// <content>The figure of the ninetieth day beside the result that was confirmed.</content>
public sealed partial class BecameTests
{
    [Fact]
    public async Task A_figure_that_is_said_later_stands_beside_the_confirmed_result_and_is_neither_it_nor_counted_into_its_n()
    {
        await _there.Site.SetAsync("UPDATE report_turn SET tell_at = '2096-09-15T09:00:00.000Z'");
        await _there.Site.SetAsync("UPDATE measure SET result_date = '2096-08-17', client = 'Confirmed', client_by = @clio, client_at = '2096-08-25T09:00:00.000Z' WHERE id = @Measure", new { clio = _there.World["Clio Client"], _there.Measure });
        await _there.Site.SetAsync("INSERT INTO measure_reading (measure_id, date, value, n) VALUES (@Measure, '2096-06-01', 17, 90), (@Measure, '2096-07-01', 14, 95), (@Measure, '2096-10-01', 11.8, 60)", new { _there.Measure });
        await AtAsync(_ninety);
        using var said = await _there.SendAsync("Alma Tamm", Page, HttpStatusCode.Redirect, ("State", "Changed"), ("Figure", "12.4"), ("Text", "One depot less"), ("Version", "1"));
        using var client = await _there.SendAsync("Clio Client", Page, HttpStatusCode.Redirect, ("State", "Kept"), ("Figure", "12.1"), ("Version", "1"));
        await _there.Site.SetAsync("UPDATE outcome_became SET at = '2096-12-14T09:00:00.000Z'");
        await PublishAsync();

        var report = (await _there.Site.Db.ReadAsync(reads => ReportVersion.Report(reads, _there.Programme, 1), Stop))!;
        var story = report.Problems!.First(one => one.Measures.Count > 0);
        var measure = story.Measures[0];
        var figure = report.Find($"measure-{_there.Measure}")!;
        Assert.Equal((10.9, 3, new DateOnly(2096, 8, 17)), (figure.Value, figure.N, figure.AsOf));
        Assert.Contains("Confirmed by Clio Client on 25 August 2096.", figure.About, StringComparison.Ordinal);
        Assert.Equal((10.9, 3), (report.OnePage!.Lines.First(line => line.Main is not null).Main!.Now, measure.Times));

        var line = ReportCharts.Line(measure, LaterFigure.Of(story, measure))!;
        Assert.Equal(["17%", "14%", "10.9%"], line.Points.Select(point => point.Value.Text));
        Assert.Equal(
            [("11.8%", "read 45 days later, not confirmed"), ("12.4%", "said 90 days later by Alma Tamm, not confirmed"), ("12.1%", "said 90 days later by Clio Client, the client")],
            line.Later.Select(one => (one.Value.Text, one.Words)));
        Assert.Contains("n = 3 readings. Confirmed by Clio Client on 25 August 2096. Hollow square: 11.8% read", line.Note, StringComparison.Ordinal);
        Assert.Contains(SlideNotes.Of(report, ReportSection.Problems), words => words.Contains("12.4% said 90 days later by Alma Tamm, not confirmed", StringComparison.Ordinal));
        var table = FormTables.Of(report).First(one => one.Name == "Measures");
        Assert.Equal(3, Convert.ToInt32(table.Rows[0][table.Columns.ToList().IndexOf("Times read")], System.Globalization.CultureInfo.InvariantCulture));

        var page = await _there.PageAsync("Sven Sponsor", $"/programmes/{_there.Programme}/report/1");
        Assert.Matches("<text class=\"strong clear\"[^>]*>10\\.9%</text>", page);
        Assert.Contains("12.4%, said 90 days later by Alma Tamm, not confirmed", page, StringComparison.Ordinal);
        Assert.Contains(">aim 15%</text>", page, StringComparison.Ordinal);
        Assert.Contains("said by Alma Tamm when it was asked what became of it; not a reading", await _there.PageAsync("Bo Lind", $"/measures/{_there.Measure}"), StringComparison.Ordinal);
    }
}
