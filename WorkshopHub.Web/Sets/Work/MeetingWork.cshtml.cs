using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Meetings;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>
/// The block of work in a meeting: what the set noted and decided today, where it is, the measures, how far it is with the client.
/// What is written here goes to the page of the work, comes back here, and stands on all devices that follow.
/// </summary>
public sealed class MeetingWork(Db db, Writer writer, MeetingDesk desk) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.Work;

    /// <summary>The work in this meeting; null where each member has a problem of their own.</summary>
    public WorkToday? Now { get; private set; }

    /// <summary>Whether the viewer notes what was studied and decided.</summary>
    public bool MayNote { get; private set; }

    /// <summary>A note in this meeting, empty.</summary>
    public NoteForm Note => new() { Token = Tokens.New(), Meeting = Number };

    /// <summary>A decision in this meeting, empty.</summary>
    public DecisionForm Decision => new() { Token = Tokens.New(), Meeting = Number };

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
    }

    /// <summary>The live part again.</summary>
    public PartialViewResult OnGetPart() => Partial("~/Sets/Work/_TodayRegion.cshtml", this);

    /// <inheritdoc />
    protected override void Fill(Reads reads)
    {
        Now = WorkToday.Read(reads, Id, Number, Desk.Now);
        MayNote = !Set.IsOver && SetRights.Writes(Viewer, reads, Id, Artefact.StudyNotes) >= Extent.Own;
    }
}
