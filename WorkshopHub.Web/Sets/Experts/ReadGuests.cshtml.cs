using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Space;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>Whom a set has asked in, for its champion, who may know somebody better and can open a door.</summary>
public sealed class ReadGuests(Db db, Writer writer, TimeProvider time) : SignedInPage(db, writer)
{
    /// <summary>The set.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What is said of it.</summary>
    public SetFrame Set { get; private set; } = null!;

    /// <summary>Today in the organisation's zone.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Everybody who was asked and whose invitation stands, the last meeting first.</summary>
    public IReadOnlyList<GuestInvitation> Guests { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync() => await Db.ReadAsync(Load) ? Page() : NotFound();

    private bool Load(Reads reads)
    {
        if (SetRights.Reads(Viewer, reads, Id, Artefact.GuestInvitations) < Extent.Own || SetFrame.Find(reads, Id) is not { } set)
        {
            return false;
        }

        (Set, Today) = (set, LocalDay.Today(reads, time.GetUtcNow()));
        Guests = [.. GuestInvitation.OfSet(reads, Id).Where(guest => guest.State != "TakenBack")];
        return true;
    }
}
