using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Invitations;

/// <summary>What somebody answered to an invitation goes with them; that they came stays.</summary>
public sealed class RepliesGo : IPersonGoes
{
    /// <inheritdoc />
    public void Gone(Writes writes, long person) =>
        writes.Execute("DELETE FROM workshop_attendance WHERE person_id = @person AND came IS NOT 1", new { person });
}
