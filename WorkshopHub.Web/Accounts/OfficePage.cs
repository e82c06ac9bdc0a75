using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>A page of the programme office: facilitators and admins only; each page may allow more, never less is asked.</summary>
public abstract class OfficePage(Db db, Writer writer) : SignedInPage(db, writer)
{
    /// <inheritdoc />
    protected override async Task<IActionResult?> InsteadAsync() =>
        Access.MayRunOffice(Viewer) || await Db.ReadAsync(MayToo) ? null : Forbid();

    /// <summary>Whether somebody without office rights may open this page too, e.g. a facilitator of this programme.</summary>
    protected virtual bool MayToo(Reads reads) => false;
}
