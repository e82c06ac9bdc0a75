using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>What has not left a set's room, what each wrote alone, what was shown to few, and who read what, is not in a copy.</summary>
public sealed class ForgottenLeaves : IForgotten
{
    /// <inheritdoc />
    public void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM sheet WHERE state <> 'Gone'");
        writes.Execute("DELETE FROM note_opened");
        writes.Execute("DELETE FROM share");
        writes.Execute("DELETE FROM reflection");
        writes.Execute("DELETE FROM reflection_prompt");
    }
}
