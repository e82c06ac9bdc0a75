using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Calendars;

/// <summary>A person's calendar address ends with them.</summary>
public sealed class CalendarGoes : IPersonGoes
{
    /// <inheritdoc />
    public void Gone(Writes writes, long person) => writes.Execute("DELETE FROM calendar_feed WHERE person_id = @person", new { person });
}
