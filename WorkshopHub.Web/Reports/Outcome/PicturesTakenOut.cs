using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// When the days after a programme's closing are over, who knows whom becomes counts, in what was published too: the picture with a
/// mark for each person goes, and the figures and the matrix of groups stay.
/// </summary>
public sealed class PicturesTakenOut(Pdfs pdfs) : IForgetting
{
    /// <inheritdoc />
    public void OnClosing(Writes writes, long programme)
    {
        writes.Execute(
            """
            UPDATE report_version SET report = json_replace(
              report, '$.together.then.dots', json('[]'), '$.together.then.lines', json('[]'), '$.together.now.dots', json('[]'), '$.together.now.lines', json('[]'))
            WHERE programme_id = @programme
            """, new { programme });
        foreach (var number in writes.Query<long>("SELECT number FROM report_version WHERE programme_id = @programme", new { programme }))
        {
            pdfs.Forget(new PrintedVersion(programme, number));
        }
    }
}
