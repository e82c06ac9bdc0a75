using System.Text;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>The record of a meeting, for the set and its advisor alone: to read, to print, and as a file.</summary>
public sealed class RecordPage(Db db, Writer writer) : SetPage(db, writer)
{
    /// <summary>The number of the meeting.</summary>
    [FromRoute]
    public long Number { get; set; }

    /// <summary>The record.</summary>
    public MeetingRecord Record { get; private set; } = null!;

    /// <summary>Since when airtime notes are deleted, e.g. 9 March; null where they are there.</summary>
    public string? Forgotten { get; private set; }

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync() => await LoadAsync() ? null : NotFound();

    /// <summary>The record as Markdown.</summary>
    public async Task<IActionResult> OnGetFileAsync()
    {
        await TryAsync(writes => Audit.Note(writes, Me, null, "export-record", "sets", Id));
        return File(
            Encoding.UTF8.GetBytes(RecordFile.Of(Set.Name, Record)), RecordFile.ContentType, $"{Line.Clean(Set.Name).Replace('/', ' ')}, meeting {Number}.md");
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Record = MeetingRecord.Read(reads, Id, Number)!;
        Forgotten = Record?.ForgottenAt is { } at ? LocalTime.DayAndClock(Utc.Parse(at), LocalTime.ZoneOf(reads)).Split(',')[0] : null;
        return Record is not null;
    });
}
