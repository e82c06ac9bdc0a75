using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Closing a meeting: what is still open, each with the step where it is settled.</summary>
public sealed class ClosePage(Db db, Writer writer, MeetingDesk desk) : MeetingPage(db, writer, desk)
{
    /// <inheritdoc />
    public override MeetingStep Step => View.Step;

    /// <summary>What is still open.</summary>
    public IReadOnlyList<StillOpen> Open { get; private set; } = [];

    /// <summary>Whether something stops it.</summary>
    public bool Stops => Open.Any(one => one.Stops);

    /// <summary>Shows it; a meeting that isn't open has nothing to close.</summary>
    public IActionResult OnGet() => View.IsOpen ? Page() : LocalRedirect(View.Home);

    /// <summary>Closes it.</summary>
    /// <param name="allTheSame">Whether what is only a warning was read.</param>
    public async Task<IActionResult> OnPostAsync(bool allTheSame)
    {
        var closed = false;
        if (!await TryAsync(writes => closed = MeetingRuns.Close(writes, Meeting, Hand, Desk.Asked, allTheSame)))
        {
            return await RefusedAsync();
        }

        if (!closed)
        {
            await LoadAsync();
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        Desk.Live.Changed(Id, Meeting.Id);
        Told = $"Meeting {Number} was held.";
        return LocalRedirect(View.Home);
    }

    /// <inheritdoc />
    protected override void Fill(Reads reads) => Open = View.IsOpen ? StillOpen.Of(reads, Meeting, Desk.Asked) : [];
}
