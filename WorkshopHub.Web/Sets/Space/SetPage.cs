using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>
/// A page of a set's own place, for its members and its advisor alone, signed in. For everybody else it is not there: the
/// office has no key to it either, since what is said in a set stays in the set.
/// </summary>
public abstract class SetPage(Db db, Writer writer) : SignedInPage(db, writer)
{
    private bool _archived;

    /// <summary>The set.</summary>
    [FromRoute]
    public long Id { get; set; }

    /// <summary>What every page of a set says of it.</summary>
    public SetFrame Set { get; private set; } = null!;

    /// <summary>Whether the viewer is the set's advisor, who reads, asks and prompts, and owns no action.</summary>
    public bool IsAdvisor { get; private set; }

    /// <summary>The viewer's place in the set; null for its advisor.</summary>
    public long? MembershipId { get; private set; }

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <inheritdoc />
    protected sealed override async Task<IActionResult?> InsteadAsync()
    {
        var id = long.TryParse(RouteData.Values["id"]?.ToString(), out var set) ? set : 0;
        return await Db.ReadAsync(reads => Open(reads, id)) ? await ElsewhereAsync() : NotFound();
    }

    /// <summary>What to answer instead of any handler, for who may open the set's place; null where the page goes on.</summary>
    protected virtual Task<IActionResult?> ElsewhereAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>Whether what is sent now is taken in the archive, too: what was shown is taken back at any time.</summary>
    protected virtual bool GoesInArchive => false;

    /// <summary>
    /// Whether what is sent now is taken when all is over: a figure that is read, what came of an action, what is one's own alone,
    /// and what is shown or taken back. All else stays as the set left it.
    /// </summary>
    protected virtual bool GoesWhenOver => GoesInArchive;

    /// <summary>Whether the handler that was asked for is this one.</summary>
    protected bool IsHandler(string name) => string.Equals($"{Request.Query["handler"]}", name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    protected sealed override bool IsLocked(Reads reads)
    {
        if (_archived)
        {
            return !GoesInArchive;
        }

        if (!Set.IsOver || GoesWhenOver)
        {
            return false;
        }

        HttpContext.Items[typeof(Said)] = Said.Over;
        return true;
    }

    private bool Open(Reads reads, long id)
    {
        var roles = SetRights.Of(Viewer, reads, id);
        if (!roles.Any(role => AccessTable.Reads(Artefact.SetSpace, role) >= Extent.Own) || SetFrame.Find(reads, id) is not { } set)
        {
            return false;
        }

        (Id, Set, _archived) = (id, set, set.IsArchived);
        IsAdvisor = roles.Contains(Role.Advisor);
        MembershipId = reads.First<long?>(
            "SELECT id FROM membership WHERE set_id = @id AND person_id = @Me AND left_at IS NULL", new { id, Me });
        return true;
    }
}
