using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>The run of show on paper, for whoever runs the room when everything else fails.</summary>
public sealed class Print(Db db, Writer writer, ActivityKinds kinds) : WorkshopPage(db, writer)
{
    /// <summary>The agenda.</summary>
    public AgendaView View { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.ReadAsync(reads => AgendaView.Read(reads, kinds, Id)) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
