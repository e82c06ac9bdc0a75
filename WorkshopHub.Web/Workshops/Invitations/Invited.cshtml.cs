using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops.Agenda;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>Who is asked to a workshop, who has said yes, who came, and whose supervisor is missing; for whoever runs it.</summary>
public sealed class Invited(Db db, Writer writer) : WorkshopPage(db, writer)
{
    private static readonly (string Word, string Title)[] _presses =
        [("yes", "Said yes"), ("no", "Said no"), ("open", "Not answered"), ("came", "Came"), ("absent", "Did not come"), ("phones", "As the phones say")];

    /// <summary>As it prints: on A4, always light.</summary>
    [FromQuery]
    public bool Print { get; set; }

    /// <summary>The list.</summary>
    public GuestList List { get; private set; } = null!;

    /// <inheritdoc />
    protected override bool MayToo(Reads reads) => Access.MayInvite(Viewer, reads, Id);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Enters what somebody said, or whether they came.</summary>
    /// <param name="press">What, for whom and on which version, e.g. yes:12:0.</param>
    public async Task<IActionResult> OnPostAsync(string? press)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (press?.Split(':') is not [var word, var who, var seen] || !_presses.Any(one => one.Word == word)
            || !long.TryParse(who, CultureInfo.InvariantCulture, out var person) || !long.TryParse(seen, CultureInfo.InvariantCulture, out var version)
            || List.All.FirstOrDefault(guest => guest.Who.PersonId == person) is not { } guest)
        {
            return Again("Press", "That person is not asked to this workshop any longer.");
        }

        var saved = false;
        await TryAsync(writes => saved = Roster.One(writes, List.Workshop.ProgrammeId, Id, person) is not null && word switch
        {
            "yes" or "no" or "open" => Attendance.Enter(
                writes, Id, person, version, word switch { "yes" => "Yes", "no" => "No", _ => null }, Viewer.PersonId),
            _ => Attendance.Tick(writes, Id, person, version, word switch { "came" => true, "absent" => false, _ => null }, Viewer.PersonId),
        });
        if (saved)
        {
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/workshops/{Id}/invitations#p{person}"));
        }

        await LoadAsync();
        var now = List.All.FirstOrDefault(one => one.Who.PersonId == person) ?? guest;
        return await BothAsync(now.Kept.ChangedBy, now.Kept.ChangedAt, StaleField.Different(
            new StaleField(guest.Who.Name, _presses.First(one => one.Word == word).Title, Words(now))), "none");
    }

    /// <summary>How somebody stands, in words.</summary>
    public static string Words(Guest guest) =>
        $"{guest.Kept.Reply switch { "Yes" => "Said yes", "No" => "Said no", _ => "Not answered" }}{guest.Kept.Came switch { true => ", came", false => ", did not come", _ => guest.Joined ? ", joined by phone" : "" }}";

    private Task<bool> LoadAsync() => Db.ReadAsync(reads => (List = GuestList.Read(reads, Id)!) is not null);
}
