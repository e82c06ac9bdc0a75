using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>A page about one workshop, for those who may run it.</summary>
public abstract class WorkshopPage(Db db, Writer writer) : OfficePage(db, writer)
{
    /// <summary>The workshop.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Access.MayControl(Viewer, reads, Id);
}
