using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Supervision;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What was studied, decided and said in talks is not in a copy; the solution's words and where they came from neither.</summary>
public sealed class ForgottenWork : IForgotten
{
    /// <inheritdoc />
    public void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM study_note");
        writes.Execute("DELETE FROM decision");
        writes.Execute("DELETE FROM solution_from");
        writes.Execute("DELETE FROM agreement_step");
        writes.Execute("DELETE FROM solution");
        writes.Execute("UPDATE phase_step SET why = ''");
        TalkCommands.Forget(writes);
    }
}
