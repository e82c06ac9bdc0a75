using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>What my page has for somebody of the house whom a set asks into a meeting for what they know.</summary>
public sealed class OwnGuests(TimeProvider time) : IOwnLinks
{
    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person) =>
    [
        .. GuestInvitation.OfPerson(reads, person, LocalDay.Text(LocalDay.Today(reads, time.GetUtcNow())))
            .Where(guest => !guest.IsArchived && guest.MeetingState != "Cancelled" && (guest.State != "NotComing" || guest.IsMoved))
            .Select(guest => new OwnLink(
                string.Create(CultureInfo.InvariantCulture, $"/guest/{guest.Id}"), $"{guest.SetName} asks you into a meeting",
                $"{LocalDay.WithWeekday(guest.Day)}, {guest.Window}{(guest.Place.Length > 0 ? $", {guest.Place}" : "")}",
                0, ToDo: guest.State == "Asked" || guest.IsMoved)
            {
                By = guest.Date,
                Verb = guest.State == "Asked" || guest.IsMoved ? "Say yes or no" : "Read",
                SetPosition = guest.SetPosition,
                SetName = guest.SetName,
            }),
    ];
}
