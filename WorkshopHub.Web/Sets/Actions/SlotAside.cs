using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Beside somebody's airtime: what was agreed in it, and the form by which more is agreed.</summary>
/// <param name="Set">The set.</param>
/// <param name="First">The presenter's first name.</param>
/// <param name="Agreed">What was agreed.</param>
/// <param name="Form">The form; null for who does not write.</param>
/// <param name="Stamp">Where the set's channel stands.</param>
/// <param name="Revision">The revision that is shown.</param>
public sealed record SlotAside(long Set, string First, SlotActions Agreed, AgreeForm? Form, string Stamp, long Revision)
{
    /// <summary>As it is now.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="set">The set.</param>
    /// <param name="slot">The airtime.</param>
    /// <param name="back">The page that it stands on.</param>
    /// <param name="may">Whether whoever looks writes.</param>
    /// <param name="stamp">Where the set's channel stands, taken before.</param>
    public static SlotAside Read(Reads reads, long set, long slot, string back, bool may, string stamp)
    {
        var form = AgreeForm.OfSlot(reads, set, slot, back);
        return new SlotAside(set, form?.Owner ?? "", new SlotActions(slot, SetAction.OfSlot(reads, set, slot)), may ? form : null, stamp, reads.Revision);
    }
}
