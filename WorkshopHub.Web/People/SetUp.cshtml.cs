using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>The first page of a new house: who looks after it, and what the organisation is called.</summary>
public sealed class SetUp(Db db, Writer writer, SignIns signIns, TimeProvider time) : FormPage
{
    /// <summary>The printed link's token.</summary>
    [BindProperty(SupportsGet = true, Name = "t")]
    public string? Token { get; set; }

    /// <summary>What the organisation is called, as typed.</summary>
    [BindProperty]
    public string? Organisation { get; set; }

    /// <summary>The first person's name, as typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Their e-mail, as typed.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Their password; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The chosen time zone.</summary>
    [BindProperty]
    public string? TimeZone { get; set; }

    /// <summary>Whether the link may still be used.</summary>
    public bool IsGood { get; private set; }

    /// <summary>The time zones to choose from.</summary>
    public IReadOnlyList<IGrouping<string, SetUpZone>> Zones => SetUpZones.All(time.GetUtcNow());

    /// <summary>Shows the form; the link is not used by that.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if ((await HttpContext.ViewerAsync()).IsAdmin)
        {
            return RedirectToPage("/Accounts/SetUpAddress");
        }

        TimeZone = SetUpZones.Own();
        return await ShowAsync();
    }

    /// <summary>Sets up and signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var typed = new SetUpPerson(Organisation, Name, Email, Password, TimeZone);
        foreach (var (field, message) in typed.Faults())
        {
            Faults[field] = message;
        }

        if (Faults.Count > 0)
        {
            await ShowAsync();
            return IsGood ? Again() : Page();
        }

        var hash = SignIns.HashOf(Password!);
        if (await writer.RunAsync(writes => typed.Keep(writes, Token, hash)) is not { } person)
        {
            return await ShowAsync();
        }

        await signIns.SignInAsync(HttpContext, person);
        return RedirectToPage("/Accounts/SetUpAddress");
    }

    private async Task<IActionResult> ShowAsync()
    {
        IsGood = await db.ReadAsync(reads => SetUpLink.IsGood(reads, Token));
        Response.StatusCode = IsGood ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        return Page();
    }
}
