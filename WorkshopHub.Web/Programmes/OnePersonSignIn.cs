using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>How the person signs in, and what that opens: the programme office alone gives it.</summary>
public sealed partial class OnePerson
{
    /// <summary>The field of the fault that no address is chosen yet; beside it stands the way to choose one.</summary>
    public const string Nowhere = "Address";

    /// <summary>Whether the viewer may give sign-ins: the office, not a programme's own facilitator.</summary>
    public bool MaySignIn => Access.MayRunOffice(Viewer);

    /// <summary>How the person signs in.</summary>
    public OneAccount Account { get; private set; } = new();

    /// <summary>The ways in that were made for the person, the newest first.</summary>
    public IReadOnlyList<SignInLink> Links { get; private set; } = [];

    /// <summary>A link that was just made: shown once.</summary>
    public string? NewLink { get; private set; }

    /// <summary>Where a new way in was sent, or null.</summary>
    public string? SentTo { get; private set; }

    /// <summary>
    /// Whether a new way in goes to the person's own e-mail and is shown to nobody: for whoever has signed in before, where this house
    /// sends e-mail. Nobody becomes somebody else quietly.
    /// </summary>
    public bool GoesByMail => mail.IsOn && Account is { HasSignedIn: true, Email: not null };

    /// <summary>The organisation's zone, for the moments.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>A moment as people read it.</summary>
    public string Moment(string utc) => LocalTime.DayAndClock(Utc.Parse(utc), Zone);

    /// <summary>
    /// Makes a one-time link by which the person signs in and sets a password: for the first time, and then it is shown once; or anew,
    /// and then it goes to their own e-mail where it can.
    /// </summary>
    public async Task<IActionResult> OnPostSignInAsync()
    {
        if (!await LoadAsync() || !MaySignIn)
        {
            return NotFound();
        }

        var (token, address) = ("", (string?)null);
        var made = await TryAsync(writes =>
        {
            address = site.Of(writes) ?? throw new RefusedException(Nowhere, "This house has no address yet, so a link would lead nowhere.");
            if (mail.IsOn && OneAccount.Find(writes, PersonId) is { HasSignedIn: true, Email: { } email } whose)
            {
                SignInLinks.RefuseFor(writes, whose, Me);
                Mailbox.Put(writes, new NewMail(
                    PersonId, MailKind.WayIn, $"new-way-in:{writes.Now}", $"A new way into {Settings.NameOf(writes)}",
                    $"{Viewer.Name} made a new way in for you. It works once, within a day, and you set a new password then. All your sessions have ended. If you did not ask for it, talk with them now.", "/"), Me);
                SentTo = email;
            }
            else
            {
                token = SignInLinks.Make(writes, PersonId, Me);
            }
        });
        if (made)
        {
            endings.Of(PersonId);
            soon.Ring();
            NewLink = token.Length > 0 ? $"{address}/i/{token}" : null;
        }

        await LoadAsync();
        Fill();
        return made ? Page() : Again();
    }

    /// <summary>Makes the person facilitator of the whole house, or takes that away.</summary>
    /// <param name="facilitator">Whether they are to be one.</param>
    public async Task<IActionResult> OnPostHouseAsync(bool facilitator)
    {
        if (!await LoadAsync() || !MaySignIn)
        {
            return NotFound();
        }

        if (await TryAsync(writes => HouseRights.Give(writes, PersonId, facilitator, Viewer.PersonId!.Value)))
        {
            endings.Of(PersonId);
            return Back();
        }

        Fill();
        return Again();
    }

    /// <summary>Lets the person look after this house, or no longer: an admin's to say.</summary>
    /// <param name="admin">Whether they are to.</param>
    public async Task<IActionResult> OnPostAdminAsync(bool admin)
    {
        if (!await LoadAsync() || !Viewer.IsAdmin)
        {
            return NotFound();
        }

        if (await TryAsync(writes => HouseRights.GiveAdmin(writes, PersonId, admin, Me)))
        {
            endings.Of(PersonId);
            return Back();
        }

        Fill();
        return Again();
    }

    private void LoadSignIn(Reads reads)
    {
        if (MaySignIn && OneAccount.Find(reads, PersonId) is { } account)
        {
            (Account, Links, Zone) = (account, SignInLinks.Of(reads, PersonId), LocalTime.ZoneOf(reads));
        }
    }
}
