using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Home;

/// <summary>
/// What somebody has to do as champion, client, supervisor or advisor, for whom and by when, over all programmes; and the sets
/// and people that they do it for.
/// </summary>
public sealed class RolePage(Db db, TimeProvider time, IEnumerable<IOwnLinks> links, IEnumerable<IRolePart> parts) : PageModel
{
    private static readonly Role[] _roles = [Role.Champion, Role.Client, Role.Supervisor, Role.Advisor];

    /// <summary>The role in the address, e.g. champion.</summary>
    [FromRoute(Name = "role")]
    public string Name { get; set; } = "";

    /// <summary>Who is asking.</summary>
    public Viewer Viewer { get; private set; } = Viewer.Nobody;

    /// <summary>The role, and of how many; null where every programme of it is closed.</summary>
    public OwnRole Own { get; private set; } = null!;

    /// <summary>The role in the address.</summary>
    public Role Role { get; private set; }

    /// <summary>Where the person has no set in this role any more, or none yet: the closed programmes in which they had one.</summary>
    public IReadOnlyList<OverRole> Over { get; private set; } = [];

    /// <summary>What waits in this role, beside what a part shows itself.</summary>
    public IReadOnlyList<WaitingLine> Waiting { get; private set; } = [];

    /// <summary>The sets of a champion, an advisor or a client.</summary>
    public IReadOnlyList<OwnSet> Sets { get; private set; } = [];

    /// <summary>What other rooms show on this page.</summary>
    public IReadOnlyList<RolePart> Parts { get; private set; } = [];

    /// <summary>The workshops that are still to come.</summary>
    public IReadOnlyList<WorkshopLine> Coming { get; private set; } = [];

    /// <summary>Whether a room of the person's programmes is open now, so that there is one although nothing is to come.</summary>
    public bool IsNow { get; private set; }

    /// <summary>Now, in the organisation's zone.</summary>
    public DateTime Now { get; private set; }

    /// <summary>What the page says first.</summary>
    public string Title => Parts.Select(part => part.Title).FirstOrDefault(title => title is not null) ?? Own.Role switch
    {
        Role.Client => Sets.Count switch { 0 => "Your problems", 1 => "One set works for your area", var n => $"{Number(n)} sets work for your area" },
        Role.Supervisor => "Your people",
        _ => Sets.Count == 1 ? "The set you advise" : "The sets you advise",
    };

    /// <summary>Shows the page; nothing for somebody who never had the role.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Viewer = await HttpContext.ViewerAsync();
        if (Viewer.PersonId is not { } me)
        {
            return Challenge();
        }

        if (_roles.Where(one => one.ToString().Equals(Name, StringComparison.OrdinalIgnoreCase)).ToList() is not [var role])
        {
            return NotFound();
        }

        return await db.ReadAsync(reads => Load(reads, me, role), HttpContext.RequestAborted) ? Page() : NotFound();
    }

    private bool Load(Reads reads, long me, Role role)
    {
        (Role, Own) = (role, OwnRole.Of(reads, me).FirstOrDefault(one => one.Role == role)!);
        Over = Own is null or { Count: 0 } ? OverRole.Of(reads, me, role) : [];
        if (Own is null && Over.Count == 0)
        {
            return false;
        }

        Now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), LocalTime.ZoneOf(reads)).DateTime;
        Parts = Own is null ? [] : [.. parts.Where(part => part.Role == role).Select(part => part.Of(reads, me, time.GetUtcNow())).OfType<RolePart>()];
        Waiting = WaitingLine.Of(
            links.SelectMany(room => room.Of(reads, me)).Where(link => (link.As == role || link.InEachRole) && !Parts.Any(part => part.Shows is { } shown && link.Href.StartsWith(shown, StringComparison.Ordinal)))
                .Select(link => link with { Href = $"{link.Href}{(link.Href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}back=/as/{Name}" }),
            [], Now);
        Sets = role == Role.Supervisor ? [] : OwnSet.Of(reads, me, role, Now);
        var workshops = HomeRows.WorkshopsOf(reads, me);
        (Coming, IsNow) = ([.. workshops.Where(workshop => workshop.State == "Planned")], workshops.Any(workshop => workshop.IsLive));
        return true;
    }

    private static string Number(int count) => count is > 1 and <= 12
        ? ((string[])["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"])[count - 2] : $"{count}";
}
