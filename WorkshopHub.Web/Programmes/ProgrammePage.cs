using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Programmes;

/// <summary>A page about one programme, for the office and for the programme's own facilitators.</summary>
public abstract class ProgrammePage(Db db, Writer writer) : OfficePage(db)
{
    /// <summary>The programme.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The two versions, where somebody else saved while the form was open.</summary>
    public Stale? Stale { get; protected set; }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Access.MayRunProgramme(Viewer, reads, Id);

    /// <summary>Runs a command; false where a rule refused it, and then the message stands beside its field.</summary>
    protected async Task<bool> TryAsync(Action<Writes> command)
    {
        try
        {
            return await writer.RunAsync(writes =>
            {
                command(writes);
                return true;
            });
        }
        catch (RefusedException refused)
        {
            Faults[refused.Field] = refused.Message;
            return false;
        }
    }

    /// <summary>The page again with both versions of what two people changed, and status 409.</summary>
    protected IActionResult Conflict(Stale stale)
    {
        Stale = stale;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>A moment of the file in the organisation's local time of day.</summary>
    protected Task<string> LocalTimeAsync(string utc) => Db.ReadAsync(reads =>
        LocalTime.Clock(Utc.Parse(utc), LocalTime.ZoneOf(reads)));
}
