using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Demo;

/// <summary>Keeps the problems of a programme: the sponsor's are offered, members' own are proposed.</summary>
internal static class DemoProblems
{
    /// <summary>Writes one.</summary>
    public static long Add(Writes writes, long programme, DemoProblem problem, IReadOnlyDictionary<string, long> people, long by)
    {
        var id = ProblemCommands.Add(writes, programme, new ProblemDetails
        {
            Title = problem.Title,
            Description = problem.Description,
            WhyItMatters = problem.WhyItIsHard,
            SuccessLooksLike = problem.SuccessLooksLike,
            NoClearExpertise = problem.NoClearExpertise ?? false,
            NoClearExpertiseNote = problem.NoClearExpertiseNote,
            NoKnownAnswer = problem.NoKnownAnswer ?? false,
            NoKnownAnswerNote = problem.NoKnownAnswerNote,
            ClientId = problem.ClientId is null ? null : people[problem.ClientId],
            OwnerId = problem.OwnerMemberId is null ? null : people[problem.OwnerMemberId],
            Attempts = [.. (problem.FailedAttempts ?? []).Select(one => new FailedAttempt
            {
                Year = one.Year,
                What = one.What,
                WhyItFailed = one.WhyItFailed,
            })],
        }, by);
        if (problem.OwnerMemberId is null)
        {
            ProblemCommands.Offer(writes, programme, id, 1, by);
        }

        return id;
    }
}
