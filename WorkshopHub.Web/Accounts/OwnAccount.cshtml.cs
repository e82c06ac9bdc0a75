using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts.OpenId;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Accounts;

/// <summary>One's own sign-in: the password, signing out everywhere, and who made a way in and when.</summary>
public sealed class OwnAccount(Db db, Writer writer, SignIns signIns, Endings endings, OpenIdHouse organisation, LinkProofs proofs) : FormPage
{
    /// <summary>What the organisation's own sign-in is called; null where there is none.</summary>
    public string? Organisation => organisation.Settings?.Name;

    /// <summary>Where linking it begins.</summary>
    public string LinkAddress => "/signin/organisation" + new QueryString().Add("handler", "Link").Add("proof", proofs.Of(Account.PersonId));

    /// <summary>When it was linked (UTC), or null.</summary>
    public string? LinkedAt { get; private set; }

    /// <summary>The password as it was; never shown again.</summary>
    [BindProperty]
    public string? Current { get; set; }

    /// <summary>The new password; never shown again.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>How one signs in.</summary>
    public OneAccount Account { get; private set; } = new();

    /// <summary>Whether the present password is asked for: whoever came by a link a moment ago may have forgotten it.</summary>
    public bool AsksCurrent => Account.HasPassword && !signIns.CameByLink(User);

    /// <summary>The ways in that were made for this person, the newest first.</summary>
    public IReadOnlyList<SignInLink> Links { get; private set; } = [];

    /// <summary>Whether there is one that this person has not said to know of.</summary>
    public bool HasNewWayIn { get; private set; }

    /// <summary>The organisation's zone, for the moments.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>A moment as people read it, e.g. 25 November, 14:05.</summary>
    public string Moment(string utc) => LocalTime.DayAndClock(Utc.Parse(utc), Zone);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Challenge();

    /// <summary>Sets the password: the first one, or another where the present one is known.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return Challenge();
        }

        if (Passwords.Fault(Password) is { } fault)
        {
            Faults["Password"] = fault;
        }

        if (AsksCurrent && (await signIns.CheckAsync(Account.Email ?? "", Current ?? "")).Problem is { } problem)
        {
            Faults["Current"] = problem.StartsWith("Too many", StringComparison.Ordinal) ? problem : "This is not your present password.";
        }

        if (Faults.Count > 0)
        {
            return Again();
        }

        var first = !Account.HasPassword;
        var hash = SignIns.HashOf(Password!);
        await writer.RunAsync(writes =>
        {
            SignIns.SetPassword(writes, Account.PersonId, hash);
            return true;
        });
        endings.Of(Account.PersonId);
        await signIns.SignInAsync(HttpContext, Account.PersonId);
        if (first)
        {
            return LocalRedirect("/");
        }

        Told = "Your password is set. Wherever else you were signed in, you are no longer.";
        return RedirectToPage();
    }

    /// <summary>Ends every session, this one too.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        if (!await LoadAsync())
        {
            return Challenge();
        }

        await writer.RunAsync(writes =>
        {
            SignIns.EndAll(writes, Account.PersonId);
            Audit.Note(writes, Account.PersonId, null, "sign-out-everywhere", "person", Account.PersonId);
            return true;
        });
        endings.Of(Account.PersonId);
        await HttpContext.SignOutAsync();
        return LocalRedirect("/signin");
    }

    /// <summary>The organisation's sign-in leads in no more.</summary>
    public async Task<IActionResult> OnPostUnlinkAsync()
    {
        if (!await LoadAsync())
        {
            return Challenge();
        }

        try
        {
            await writer.RunAsync(writes =>
            {
                OpenIdLinks.Unlink(writes, Account.PersonId);
                return true;
            });
        }
        catch (RefusedException refused)
        {
            Faults["OpenId"] = refused.Message;
            return Again();
        }

        endings.Of(Account.PersonId);
        await signIns.SignInAsync(HttpContext, Account.PersonId);
        Told = $"{Organisation ?? "It"} leads in no more. Sessions that it opened have ended.";
        return RedirectToPage();
    }

    /// <summary>The person knows of the ways in that were made for them.</summary>
    public async Task<IActionResult> OnPostSeenAsync()
    {
        if (!await LoadAsync())
        {
            return Challenge();
        }

        await writer.RunAsync(writes =>
        {
            SignInLinks.Seen(writes, Account.PersonId);
            return true;
        });
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (viewer.PersonId is not { } person)
        {
            return false;
        }

        HasNewWayIn = viewer.HasNewWayIn;
        await db.ReadAsync(reads =>
        {
            LinkedAt = OpenIdLinks.Since(reads, person);
            (Account, Links, Zone) = (OneAccount.Find(reads, person)!, SignInLinks.Of(reads, person), LocalTime.ZoneOf(reads));
            return true;
        }, HttpContext.RequestAborted);
        return true;
    }
}
