using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>The order of airtime: the set says who needs it first, and how its day is cut.</summary>
public sealed class OrderPage(Db db, Writer writer, MeetingDesk desk) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => MeetingStep.Order;

    /// <summary>How the day is cut, as typed.</summary>
    [BindProperty]
    public DayCutForm Form { get; set; } = new();

    /// <summary>Shows it.</summary>
    public IActionResult OnGet()
    {
        Form = DayCutForm.Of(View.Run!);
        return Page();
    }

    /// <summary>Moves somebody to an earlier or later place, or to the first.</summary>
    public Task<IActionResult> OnPostMoveAsync(long slot, string? to)
    {
        Form = DayCutForm.Of(View.Run!);
        return ActAsync(writes => Airtimes.Move(writes, Meeting.Id, Hand, slot, to ?? ""));
    }

    /// <summary>Cuts the day anew.</summary>
    public Task<IActionResult> OnPostCutAsync() => ActAsync(writes =>
        MeetingRuns.Cut(writes, Meeting.Id, Hand, DayCut.Read(View.IsCommon, Form.Slot, Form.Guest, Form.Work)));
}

/// <summary>The fields of how a day is cut, in minutes.</summary>
public sealed class DayCutForm
{
    /// <summary>For each member.</summary>
    public long Slot { get; set; } = 60;

    /// <summary>For a guest.</summary>
    public long Guest { get; set; }

    /// <summary>For joint work.</summary>
    public long Work { get; set; }

    /// <summary>As it stands.</summary>
    public static DayCutForm Of(MeetingRun run) => new() { Slot = run.SlotMinutes, Guest = run.GuestMinutes, Work = run.WorkMinutes };
}
