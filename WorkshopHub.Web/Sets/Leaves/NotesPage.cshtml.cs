using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>
/// What the sets of a programme wrote for those who "monitor their progress", one note after another, the newest first. Who has
/// this page open has opened the notes on it: what was new to them is marked this once.
/// </summary>
public sealed class NotesPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <summary>The programme.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; private set; } = "";

    /// <summary>The notes that the viewer may read, with the set that wrote each.</summary>
    public IReadOnlyList<(ProgressNote Note, long Position, string SetName)> Notes { get; private set; } = [];

    /// <summary>Those that the viewer has not opened before.</summary>
    public IReadOnlySet<string> New { get; private set; } = new HashSet<string>();

    private TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The day on which a note left.</summary>
    public string Day(ProgressNote note) => LocalDay.WithMonth(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(note.GoneAt), Zone).DateTime));

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        if (New.Count > 0)
        {
            await TryAsync(writes => UnopenedNote.Open(writes, Me, [.. New]));
        }
    }

    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() => await Db.ReadAsync(Load) ? null : NotFound();

    private bool Load(Reads reads)
    {
        if (reads.First<string>("SELECT name FROM programme WHERE id = @Id", new { Id }) is not { } name
            || ToSet.NotesOf(reads, Viewer, Id) is not { } sets)
        {
            return false;
        }

        (Programme, Zone) = (name, LocalTime.ZoneOf(reads));
        var json = JsonSerializer.Serialize(sets);
        var named = reads.Query<(long Id, long Position, string Name)>(
            "SELECT id, position, name FROM sets WHERE id IN (SELECT value FROM json_each(@json))", new { json }).ToDictionary(set => set.Id);
        Notes = [.. ProgressNote.Of(reads, json).SelectMany(of => of).OrderByDescending(note => note.GoneAt, StringComparer.Ordinal)
            .Select(note => (note, named[note.SetId].Position, named[note.SetId].Name))];
        New = UnopenedNote.Of(reads, Id, Me).Where(note => sets.Contains(note.SetId)).Select(note => note.Id).ToHashSet(StringComparer.Ordinal);
        return true;
    }
}
