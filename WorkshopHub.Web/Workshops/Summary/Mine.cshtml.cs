using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>"Send me mine": what one person said in a workshop, to read and to take along. For a known person only.</summary>
public sealed class Mine(Db db, Writer writer, ActivityKinds kinds) : PageModel
{
    private long? _person;

    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Workshop { get; set; }

    /// <summary>The workshop's name and date.</summary>
    public SummaryHead Head { get; private set; } = new();

    /// <summary>Whose words these are.</summary>
    public string Name { get; private set; } = "";

    /// <summary>False where a name was only picked from the list: then nothing is shown.</summary>
    public bool IsKnown => _person is not null;

    /// <summary>Whether this person may read the whole summary: a known person with a part in the programme.</summary>
    public bool MayReadAll { get; private set; }

    /// <summary>What the person said, by activity.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<Said> Said)> Words { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>The same as a text file.</summary>
    public async Task<IActionResult> OnGetFileAsync()
    {
        if (await LoadAsync() is { } refused)
        {
            return refused;
        }

        if (!IsKnown)
        {
            return NotFound();
        }

        var text = new StringBuilder($"{Head.Title}, {Head.Day}\r\n{Name}\r\n");
        foreach (var (title, said) in Words)
        {
            text.Append("\r\n").Append(title).Append("\r\n");
            foreach (var one in said)
            {
                text.Append("- ").Append(one.Label).Append(": ").Append(one.Text).Append("\r\n");
            }
        }

        await writer.RunAsync(writes =>
        {
            Audit.Note(writes, _person, Workshop, "export-own-workshop", "workshop", Workshop);
            return true;
        });
        return File(
            (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/plain; charset=utf-8",
            $"{Head.Title} {Head.Date}.txt");
    }

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        var seat = viewer.Seat?.WorkshopId == Workshop ? viewer.Seat : null;
        var person = seat is null ? viewer.PersonId
            : (Access.IsSure(seat, Artefact.OwnWords) && seat.All.Any(hat => AccessTable.Reads(Artefact.OwnWords, hat.Role) == Extent.Own)) || viewer.PersonId == seat.PersonId ? seat.PersonId : null;
        if (seat is null && viewer.PersonId is null)
        {
            return LocalRedirect("/j");
        }

        _person = person;
        Name = seat?.Name ?? viewer.Name;
        return await db.ReadAsync(reads =>
        {
            if (SummaryView.Read(reads, kinds, Workshop, new SummaryQuery("", [], [])) is not { } view
                || (seat is null && !Access.HasPart(viewer, reads, Workshop)))
            {
                return false;
            }

            Head = view.Head;
            MayReadAll = SummaryReader.Of(viewer, reads, Workshop) is not null;
            Words = person is not { } one ? [] :
            [
                .. SummaryView.Activities(reads, Workshop).Where(activity => kinds.Has(activity.Kind))
                    .Select(activity => (activity.Title, kinds.Of(activity).SaidBy(reads, activity, one)))
                    .Where(part => part.Item2.Count > 0),
            ];
            return true;
        }, HttpContext.RequestAborted) ? null : NotFound();
    }
}
