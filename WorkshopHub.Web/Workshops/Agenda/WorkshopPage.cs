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

    /// <inheritdoc />
    protected override bool IsLocked(Reads reads) => reads.First<string>(
        "SELECT p.archived_at FROM workshop w JOIN programme p ON p.id = w.programme_id WHERE w.id = @Id", new { Id }) is not null;
}
