using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops.Join;
using WorkshopHub.Web.Workshops.Phone;

namespace WorkshopHub.Web.Workshops.View;

/// <summary>
/// What an invented person of a role and set sees on their phone now. It is nobody's phone: it shows what the room may
/// see and nothing that belongs to one person.
/// </summary>
public sealed class ParticipantView(Db db, LiveWire wire, ActivityKinds kinds, TimeProvider time) : PageModel
{
    /// <summary>The workshop.</summary>
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    /// <summary>The role of the invented person.</summary>
    [BindProperty(SupportsGet = true)]
    public Role Role { get; set; }

    /// <summary>The set of the invented person, or null.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Set { get; set; }

    /// <summary>The sets of the programme.</summary>
    public IReadOnlyList<RosterSet> Sets { get; private set; } = [];

    /// <summary>What is now.</summary>
    public PhoneStage Stage { get; private set; } = null!;

    /// <summary>What stands under the field.</summary>
    public PhoneFeed Feed { get; private set; } = null!;

    /// <summary>The bar on top.</summary>
    public PhoneBar Bar { get; private set; } = new(null, "", "", "");

    /// <summary>Where the control channel stands.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The revision that the page shows.</summary>
    public long Revision { get; private set; }

    /// <summary>The whole page.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    /// <summary>The phone's part again.</summary>
    public async Task<IActionResult> OnGetSeenAsync() =>
        await LoadAsync() ?? Partial("~/Workshops/View/_Seen.cshtml", this);

    private async Task<IActionResult?> LoadAsync()
    {
        var viewer = await HttpContext.ViewerAsync();
        if (!viewer.IsSignedIn)
        {
            return Challenge();
        }

        Stamp = wire.Stamp(Channels.Control(Id));
        return await db.ReadAsync(reads => Read(reads, viewer), HttpContext.RequestAborted) ? null : NotFound();
    }

    private bool Read(Reads reads, Viewer viewer)
    {
        if (!Access.MayControl(viewer, reads, Id))
        {
            return false;
        }

        Sets = Roster.Sets(
            reads, reads.First<long>("SELECT programme_id FROM workshop WHERE id = @Id", new { Id }), Id);
        Set = Sets.FirstOrDefault(set => set.Id == Set)?.Id ?? (Role is Role.Member && Sets is [var first, ..] ? first.Id : null);
        if (PhoneStage.Read(
            reads, kinds, Id, time.GetUtcNow(), [Role], null, room: SecondRoom.Of(reads, Id, Set)) is not { } stage)
        {
            return false;
        }

        var invented = new Seat { WorkshopId = Id, Name = "Robin Example", Role = Role, SetId = Set };
        Stage = stage;
        Feed = PhoneFeed.Read(reads, kinds, stage.Context.Activity, invented, "");
        Bar = PhoneFeed.BarOf(reads, invented, stage.Context.WorkshopTitle);
        Revision = reads.Revision;
        return true;
    }
}
