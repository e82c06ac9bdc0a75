using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>Guests, an advisor's notes and the index of the search are not in a copy on which somebody rehearses.</summary>
public sealed class ForgottenAround : IForgotten
{
    /// <inheritdoc />
    public void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM guest_invitation");
        writes.Execute("DELETE FROM advisor_note");
        writes.Execute("DELETE FROM search_text");
    }
}
