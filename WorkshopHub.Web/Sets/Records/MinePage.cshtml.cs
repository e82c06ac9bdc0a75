using System.Text;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>What is somebody's own in a programme, how long it stays, and all of it as one file. Only they read it.</summary>
public sealed class MinePage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>Its name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>The sets that the viewer is in, was in or advises.</summary>
    public IReadOnlyList<SetFrame> Sets { get; private set; } = [];

    /// <summary>The day on which confidential notes go; null while the programme goes on, and afterwards.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>How many days after the closing that is.</summary>
    public int Days { get; private set; }

    /// <summary>When they went (local day), or null.</summary>
    public DateOnly? Gone { get; private set; }

    /// <summary>The page.</summary>
    public void OnGet()
    {
    }

    /// <summary>All of it, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync()
    {
        var text = await Db.ReadAsync(reads =>
        {
            var whole = new Markdown().Head(1, $"{Viewer.Name}, {Programme}").Say("My own.");
            OwnAround.Into(whole, reads, Id, Me);
            return string.Join('\n', Sets.Select(set => OwnFile.Of(reads, set, Me, Viewer.Name)).Prepend(whole.ToString()));
        }, HttpContext.RequestAborted);
        await TryAsync(writes => Audit.Note(writes, Me, null, "export-own-programme", "programme", Id));
        return File(Encoding.UTF8.GetBytes(text), RecordFile.ContentType, $"{Line.Clean(Programme).Replace('/', ' ')}, my own.md");
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    private bool Load(Reads reads)
    {
        var sets = reads.Query<long>(
            """
            SELECT s.id FROM sets s
            WHERE s.programme_id = @Id AND (EXISTS (SELECT 1 FROM membership m WHERE m.set_id = s.id AND m.person_id = @Me)
              OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.set_id = s.id AND r.person_id = @Me AND r.role = 'Advisor'))
            ORDER BY s.position
            """, new { Id, Me });
        if (sets.Count == 0 && !Access.MayReadTimeline(Viewer, reads, Id))
        {
            return false;
        }

        Programme = reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) ?? "";
        Sets = [.. sets.Select(set => SetFrame.Find(reads, set)).OfType<SetFrame>()];
        (Until, Days) = (OwnRetention.DayOf(reads, Id), KeptFor.NoteDays(reads));
        Gone = reads.First<string>(
            "SELECT max(done_at) FROM due WHERE kind = @Work AND thing_id = @Id", new { KeptFor.Work, Id }) is { } at
            ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), LocalTime.ZoneOf(reads)).DateTime) : null;
        return Programme.Length > 0;
    }
}
