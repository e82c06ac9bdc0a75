using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>One study note.</summary>
public sealed class NotePage(Db db, Writer writer, WorkLive live) : WorkItemPage<StudyNote>(db, writer, live)
{
    /// <summary>The note's number.</summary>
    [FromRoute(Name = "note")]
    public long NoteId { get; set; }

    /// <summary>The note as typed.</summary>
    [BindProperty]
    public NoteForm Note { get; set; } = new();

    /// <inheritdoc />
    public override long Item => NoteId;

    /// <inheritdoc />
    public override string Here => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/notes/{NoteId}");

    /// <inheritdoc />
    protected override (string Kind, string Place) Is => ("StudyNote", "study");

    /// <inheritdoc />
    protected override StudyNote? Find(Reads reads) => StudyNote.Find(reads, Id, NoteId);

    /// <inheritdoc />
    protected override void Fill() => Note = NoteForm.Of(There);

    /// <inheritdoc />
    protected override bool Change(Writes writes) => StudyNote.Change(writes, NoteId, Note, Me);

    /// <inheritdoc />
    protected override bool TakeBack(Writes writes, bool back) => StudyNote.TakeBack(writes, Id, NoteId, back, Me);

    /// <inheritdoc />
    protected override IReadOnlyList<StaleField> Different()
    {
        Note.Version = There.Version;
        return StaleField.Different(
            new StaleField("What we looked at", Slides.Clean(Note.LookedAt), There.LookedAt), new StaleField("What we found", Slides.Clean(Note.Found), There.Found),
            new StaleField("Where it comes from", Slides.Clean(Note.Source), There.Source), new StaleField("State", "", There.GoneAt is null ? "" : "Taken back"));
    }
}
