using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>On the real site: starts the rehearsal of a workshop, leads into it, and throws it away.</summary>
public sealed class Start(Db db, Writer writer, IServiceProvider house) : WorkshopPage(db, writer)
{
    /// <summary>What the workshop is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Whether it is still to come.</summary>
    public bool IsPlanned { get; private set; }

    /// <summary>Where this person goes in, while a rehearsal runs.</summary>
    public Uri? Door { get; private set; }

    /// <summary>When it began, on the organisation's clocks.</summary>
    public string Since { get; private set; } = "";

    private Rehearsals Running => house.GetRequiredService<Rehearsals>();

    /// <summary>Says what a rehearsal is, or that one runs.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        house.GetService<Rehearsal>() is not null ? LocalRedirect("/rehearsal") : await LoadAsync() ? Page() : NotFound();

    /// <summary>Starts it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (house.GetService<Rehearsal>() is not null || !await LoadAsync())
        {
            return NotFound();
        }

        if (Door is null && !IsPlanned)
        {
            return Again("start", "Only a workshop that has not begun can be rehearsed.");
        }

        try
        {
            await Running.StartAsync(Id, Title, new Uri(UriHelper.BuildAbsolute(Request.Scheme, Request.Host, path: Request.Path)));
        }
        catch (RefusedException refused)
        {
            return Again(refused.Field, refused.Message);
        }

        return RedirectToPage(new { Id });
    }

    /// <summary>Ends it and deletes the copy.</summary>
    public async Task<IActionResult> OnPostThrowAwayAsync()
    {
        await Running.ThrowAwayAsync(Id);
        return RedirectToPage(new { Id });
    }

    private async Task<bool> LoadAsync()
    {
        if (await Running.FindAsync(Id) is { } rehearsal)
        {
            Door = rehearsal.DoorFor(Viewer.PersonId!.Value);
            Since = await Db.ReadAsync(reads => LocalTime.Clock(rehearsal.Since, LocalTime.ZoneOf(reads)));
        }

        var (title, state) = await Db.ReadAsync(reads => (
            reads.First<string>("SELECT title FROM workshop WHERE id = @Id", new { Id }),
            reads.First<string>("SELECT state FROM workshop WHERE id = @Id", new { Id })));
        (Title, IsPlanned) = (title ?? "", state == "Planned");
        return title is not null;
    }
}
