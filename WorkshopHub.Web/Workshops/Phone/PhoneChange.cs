using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Phone;

/// <summary>One's own answer in the form that changes it, whatever runs now.</summary>
public static class PhoneChange
{
    /// <summary>The form with the words as they are, or as they were typed; null where it is nobody's to change, or not this person's.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="kinds">All kinds of activity.</param>
    /// <param name="workshop">The workshop.</param>
    /// <param name="id">The answer; null for none.</param>
    /// <param name="seat">Who asks.</param>
    /// <param name="secret">What the phone holds of an anonymous answer, or null.</param>
    /// <param name="typed">What was typed and could not be taken, or null.</param>
    public static EditContext? Read(
        Reads reads, ActivityKinds kinds, long workshop, string? id, Seat seat, string? secret, Typed? typed = null)
    {
        foreach (var kind in id is null ? [] : kinds.All)
        {
            if (kind.EditOf(reads, id!, seat, secret) is var (activity, fields, version))
            {
                return new EditContext(
                    workshop, activity, kind.Partial("Edit"), kind.SettingsOf(activity.Settings), kind.PhoneModel(reads, activity), id!, version,
                    typed ?? new Typed(fields, "", null));
            }
        }

        return null;
    }
}
