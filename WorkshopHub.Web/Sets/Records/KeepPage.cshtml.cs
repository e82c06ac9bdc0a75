using System.Text;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>How long a set's notes stay: the date, told to everybody in it; two may keep them; and each downloads their own before.</summary>
public sealed class KeepPage(Db db, Writer writer) : SetPage(db, writer)
{
    /// <summary>How it stands.</summary>
    public SetKeep Keep { get; private set; } = null!;

    /// <summary>Whether the reader has said that they want them kept.</summary>
    public bool SaidSo => Keep.Keepers.Any(keeper => keeper.PersonId == Me);

    /// <summary>The archive doesn't end the days in which a set may say so; the deleting does.</summary>
    protected override bool GoesInArchive => true;

    /// <inheritdoc />
    protected override async Task<IActionResult?> ElsewhereAsync() => await LoadAsync() ? null : NotFound();

    /// <summary>What is the reader's own, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync()
    {
        var text = await Db.ReadAsync(reads => OwnFile.Of(reads, Set, Me, Viewer.Name));
        await TryAsync(writes => Audit.Note(writes, Me, null, "export-own-set", "sets", Id));
        return File(Encoding.UTF8.GetBytes(text), RecordFile.ContentType, $"{Line.Clean(Set.Name).Replace('/', ' ')}, my own.md");
    }

    /// <summary>Says that one wants them kept, or no longer.</summary>
    /// <param name="keep">Whether they are to be kept.</param>
    public async Task<IActionResult> OnPostAsync(bool keep)
    {
        await TryAsync(writes => SetKeep.Say(writes, Id, Me, keep));
        await LoadAsync();
        Told = Keep.IsKept ? "Two have said so: the set keeps them." : keep ? "You said so. One more of the set keeps them." : "You took it back.";
        return RedirectToPage(new { id = Id });
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Keep = SetKeep.Of(reads, Id, Set.ProgrammeId);
        return true;
    });
}
