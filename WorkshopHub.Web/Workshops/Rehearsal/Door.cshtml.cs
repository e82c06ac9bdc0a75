using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>In the copy: where the person who was sent here by the real site comes in. The address is known to them alone.</summary>
public sealed class Door(Db db, SignIns signIns, IServiceProvider house) : PageModel
{
    private long? _person;

    /// <summary>The key in the address.</summary>
    [FromRoute]
    public string Key { get; set; } = "";

    /// <summary>Who may come in.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The workshop.</summary>
    public string Title => house.GetRequiredService<Rehearsing>().Title;

    /// <summary>Asks for one press.</summary>
    public async Task<IActionResult> OnGetAsync() =>
        !await LoadAsync() ? NotFound() : (await HttpContext.ViewerAsync()).PersonId == _person ? LocalRedirect("/rehearsal") : Page();

    /// <summary>Comes in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        await signIns.SignInAsync(HttpContext, _person!.Value);
        return LocalRedirect("/rehearsal");
    }

    private async Task<bool> LoadAsync()
    {
        _person = house.GetService<Rehearsal>()?.BehindDoor(Key);
        Name = await db.ReadAsync(reads => reads.First<string>("SELECT name FROM person WHERE id = @_person", new { _person })) ?? "";
        return _person is not null;
    }
}
