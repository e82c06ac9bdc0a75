using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes;

/// <summary>How the person signs in, and what that opens: the programme office alone gives it.</summary>
public sealed partial class OnePerson
{
    /// <summary>Whether the viewer may give sign-ins: the office, not a programme's own facilitator.</summary>
    public bool MaySignIn => Access.MayRunOffice(Viewer);

    /// <summary>How the person signs in.</summary>
    public OneAccount Account { get; private set; } = new();

    /// <summary>The ways in that were made for the person, the newest first.</summary>
    public IReadOnlyList<SignInLink> Links { get; private set; } = [];

    /// <summary>A link that was just made: shown once.</summary>
    public string? NewLink { get; private set; }

    /// <summary>The organisation's zone, for the moments.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>A moment as people read it.</summary>
    public string Moment(string utc) => LocalTime.DayAndClock(Utc.Parse(utc), Zone);

    /// <summary>Makes a one-time link by which the person signs in and sets a password: for the first time, or anew.</summary>
    public async Task<IActionResult> OnPostSignInAsync()
    {
        if (!await LoadAsync() || !MaySignIn)
        {
            return NotFound();
        }

        var (token, address) = ("", (string?)null);
        var made = await TryAsync(writes =>
        {
            address = site.Of(writes)
                ?? throw new RefusedException("SignIn", "This house has no address yet, so a link would lead nowhere. Choose it first.");
            token = SignInLinks.Make(writes, PersonId, Viewer.PersonId!.Value);
        });
        if (made)
        {
            endings.Of(PersonId);
            NewLink = $"{address}/i/{token}";
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

    private void LoadSignIn(Reads reads)
    {
        if (MaySignIn && OneAccount.Find(reads, PersonId) is { } account)
        {
            (Account, Links, Zone) = (account, SignInLinks.Of(reads, PersonId), LocalTime.ZoneOf(reads));
        }
    }
}
