using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Records;

namespace WorkshopHub.Web.Sets.Space;

/// <summary>The front page of a set's own place: what it works on, who is in it, when it meets, what is promised and what has left the room.</summary>
public sealed class SetHome(Db db, Writer writer, TimeProvider time, IEnumerable<IOwnLinks> links) : SetPage(db, writer)
{
    /// <summary>What is shown.</summary>
    public Front Front { get; private set; } = null!;

    /// <summary>What other rooms have for the viewer as somebody of this set: the report to write, what was kept.</summary>
    public IReadOnlyList<OwnLink> Links { get; private set; } = [];

    /// <summary>What the set has promised itself.</summary>
    public ActionList Actions { get; private set; } = null!;

    /// <summary>How long its airtime notes stay.</summary>
    public SetKeep Keep { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => await Db.ReadAsync(reads =>
    {
        Front = Front.Of(reads, Set, Me, IsAdvisor, time.GetUtcNow());
        Actions = ActionList.Read(reads, Id, Set.ProgrammeId, Me, LocalDay.Today(reads, time.GetUtcNow()));
        Keep = SetKeep.Of(reads, Id, Set.ProgrammeId);
        Links = [.. links.SelectMany(room => room.Of(reads, Me)).Where(link => link.SetId == Id)];
        return true;
    });
}
