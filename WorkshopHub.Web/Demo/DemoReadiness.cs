using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// How far the programmes are prepared: the first one was ready before its kick-off, for the next people are asked, with what
/// its facilitator goes on without and whom she reminded.
/// </summary>
internal static class DemoReadiness
{
    private const string TwoSets = "Two depots begin and show the others what it gives them. Four more sets follow in spring.";

    /// <summary>Writes it, a few days before the demo's moment.</summary>
    public static async Task RunAsync(Writer writer, DemoClock clock, DemoDay day, long first, long next, long facilitator)
    {
        clock.Now = day.Now.AddDays(-12);
        await writer.RunAsync(writes =>
        {
            ProgrammeCommands.Enter(writes, first, "Ready", facilitator);
            ProgrammeCommands.Enter(writes, next, "Recruiting", facilitator);
            return true;
        });
        clock.Now = day.Now.AddDays(-3);
        await writer.RunAsync(writes =>
        {
            var open = Checklist.Of(ReadyRows.Read(writes, next)!).Where(need => need.State == NeedState.Open).ToList();
            if (open.Find(need => need.Group == "number") is { } number)
            {
                ReadinessCommands.Override(writes, next, number.Key, TwoSets, facilitator);
            }

            if (open.Find(need => need.People.Count > 0) is { } late)
            {
                ReadinessCommands.Nudge(writes, next, late.Key, facilitator);
            }

            return true;
        });
    }
}
