using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;
using WorkshopHub.Web.Sets.Space;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>Whom a set asks into its meetings for what they know, and what it learned from them.</summary>
public sealed class ExpertsPage(Db db, Writer writer, TimeProvider time, SiteAddress site) : SetPage(db, writer)
{
    private readonly Writer _writer = writer;

    /// <summary>The form of an invitation.</summary>
    [BindProperty]
    public GuestForm Form { get; set; } = new();

    /// <summary>What the set learned, as typed.</summary>
    [BindProperty]
    public string? Learned { get; set; }

    /// <summary>Everybody who was asked, the last meeting first.</summary>
    public IReadOnlyList<GuestInvitation> Guests { get; private set; } = [];

    /// <summary>The meetings to which somebody can still be asked.</summary>
    public IReadOnlyList<Meeting> Coming { get; private set; } = [];

    /// <summary>Names to choose from: who offered something or would come, in this programme.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The invitation whose link is shown now, this once; null else.</summary>
    public GuestInvitation? Made { get; private set; }

    /// <summary>That link.</summary>
    public string NewLink { get; private set; } = "";

    /// <summary>The invitation whose field is being written, where it was refused or somebody else was first; 0 else.</summary>
    public long Writing { get; private set; }

    /// <summary>Today in the organisation's zone.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Who comes, or has not answered yet, to a meeting that is still to come.</summary>
    public IReadOnlyList<GuestInvitation> Ahead => [.. Guests.Where(guest => !guest.IsBehind(Today) && guest.State != "TakenBack").Reverse()];

    /// <summary>Who was there, or could not be.</summary>
    public IReadOnlyList<GuestInvitation> Behind => [.. Guests.Where(guest => guest.IsBehind(Today) && guest.State != "TakenBack")];

    /// <summary>Whose invitation was taken back and could be given again.</summary>
    public IReadOnlyList<GuestInvitation> Back => [.. Guests.Where(guest => !guest.IsBehind(Today) && guest.State == "TakenBack")];

    /// <inheritdoc />
    protected override bool GoesWhenOver => IsHandler("back") && Request.HasFormContentType && Request.Form["back"] == "true";

    /// <summary>Shows them.</summary>
    /// <param name="name">Somebody of the directory who is to be asked.</param>
    /// <param name="expertise">What they offered.</param>
    public async Task<IActionResult> OnGetAsync(string? name, string? expertise)
    {
        await LoadAsync();
        Form = new GuestForm { Name = name, Expertise = expertise, Meeting = Coming is [var next, ..] ? next.Id : 0, Starts = "13:00", Ends = "13:45" };
        return Page();
    }

    /// <summary>Asks somebody; shows the link of their page, this once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        (long Id, string Token) made = (0, "");
        if (await TryAsync(writes => made = GuestCommands.Invite(writes, Id, Form, Me)))
        {
            return await ShowLinkAsync(made.Id, made.Token);
        }

        await LoadAsync();
        return Again();
    }

    /// <summary>Makes another link: the one before ends.</summary>
    public async Task<IActionResult> OnPostLinkAsync(long guest) =>
        await _writer.RunAsync(writes => GuestCommands.NewLink(writes, Id, guest, Me)) is { } token ? await ShowLinkAsync(guest, token) : NotFound();

    /// <summary>Takes an invitation back, or gives it again.</summary>
    public async Task<IActionResult> OnPostBackAsync(long guest, long version, bool back)
    {
        var done = await _writer.RunAsync(writes => GuestCommands.TakeBack(writes, Id, guest, version, back, Me));
        Told = !done ? "Something has changed since. This is how it stands now." : back ? "Taken back. Their page says so." : "Asked again, by the same link.";
        return RedirectToPage(new { id = Id });
    }

    /// <summary>Keeps what the set learned from somebody.</summary>
    public async Task<IActionResult> OnPostLearnAsync(long guest, long version)
    {
        var kept = false;
        var taken = await TryAsync(writes => kept = GuestCommands.Learn(writes, Id, guest, version, Learned, Me));
        if (taken && kept)
        {
            Told = "Kept.";
            return RedirectToPage(null, null, new { id = Id }, $"guest-{guest}");
        }

        await LoadAsync();
        if (Guests.FirstOrDefault(one => one.Id == guest) is not { } now)
        {
            return NotFound();
        }

        Writing = guest;
        return !taken ? Again() : await BothAsync(
            now.ChangedBy ?? now.Name, now.ChangedAt, StaleField.Different(new StaleField("What we learned", Learned ?? "", now.Learned)), $"learn-{guest}");
    }

    private async Task<IActionResult> ShowLinkAsync(long guest, string token)
    {
        await LoadAsync();
        if (Guests.FirstOrDefault(one => one.Id == guest) is not { } made)
        {
            return NotFound();
        }

        (Made, NewLink) = (made, $"{await Db.ReadAsync(site.Of)}/guest/{token}");
        Form = new GuestForm { Meeting = made.MeetingId, Starts = "13:00", Ends = "13:45" };
        ModelState.Clear();
        return Page();
    }

    private Task<bool> LoadAsync() => Db.ReadAsync(reads =>
    {
        Today = LocalDay.Today(reads, time.GetUtcNow());
        Guests = GuestInvitation.OfSet(reads, Id);
        Coming = [.. Meeting.Of(reads, Id).Where(meeting => meeting.State == "Open" || (meeting.IsPlanned && meeting.Day >= Today))];
        Names = WhoKnows.Names(reads, Set.ProgrammeId, Id);
        return true;
    });
}
