using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Demo;

/// <summary>Who said yes and what they are willing to risk, whose time is confirmed, and how members' own problems were agreed.</summary>
internal sealed class DemoConsents(Writer writer, DemoClock clock, DemoContent content, DemoDay day, DemoOrganisationSeed people)
{
    // What the members of the second programme said, in the order in which they were asked.
    private static readonly string[] _risks =
    [
        "Say in the area meeting what I only say in the van", "Let the customer hear how long it really takes", "Ask the laboratory for help before I know the answer",
        "Show my own figures first, and not last", "Hand over a job that I like doing", "Say no to a director, with the reason",
        "Try it on my own shift, where everybody sees it", "Tell my team that I don’t know either",
    ];

    /// <summary>Everything that has been said by the moment of the demo.</summary>
    public async Task RunAsync()
    {
        foreach (var programme in content.Programmes)
        {
            foreach (var (index, one) in programme.Memberships.Index().OrderBy(one => one.Item.AcceptedAt))
            {
                await AtAsync(one.AcceptedAt, 1, writes =>
                {
                    var mine = Of(writes, programme, one);
                    ConsentCommands.Accept(writes, mine.Id, mine.Version, mine.PersonId, one.WillingToRisk ?? _risks[index % _risks.Length]);
                });
                await AtAsync(one.SupervisorConfirmedTimeAt ?? one.AcceptedAt.AddDays(4), 2, writes =>
                {
                    var mine = Of(writes, programme, one);
                    ConsentCommands.ConfirmTime(writes, mine.Id, mine.Version, people.Person(one.SupervisorId), one.TimeSharePercent ?? 20);
                });
            }

            foreach (var (index, problem) in (programme.Problems ?? []).Where(problem => problem.OwnerMemberId is not null).Index())
            {
                await AgreeAsync(programme, problem, isFirst: index == 0);
            }
        }
    }

    // The first one went back once: its supervisor can only answer for the north.
    private async Task AgreeAsync(DemoProgramme programme, DemoProblem problem, bool isFirst)
    {
        if (problem.WithinSphere is not { } yes)
        {
            return;
        }

        var member = programme.Memberships.First(one => one.PersonId == problem.OwnerMemberId);
        var supervisor = people.Person(member.SupervisorId);
        if (isFirst)
        {
            await AtAsync(yes.At.AddDays(-3), 0, writes => Send(writes, programme, member, problem.Description.Replace(
                "Jobs that", "In the whole company jobs that", StringComparison.Ordinal)));
            await AtAsync(yes.At.AddDays(-2), 0, writes =>
            {
                var own = Own(writes, programme, member);
                OwnProblem.SendBack(writes, own.Id, own.Version, supervisor, "I can only answer for the north.");
            });
        }

        await AtAsync(yes.At.AddDays(-1), 0, writes => Send(writes, programme, member, isFirst
            ? problem.Description.Replace("Jobs that", "In Cottering jobs that", StringComparison.Ordinal) : problem.Description));
        await AtAsync(yes.At, 0, writes =>
        {
            var own = Own(writes, programme, member);
            OwnProblem.Confirm(writes, own.Id, own.Version, supervisor);
        });
    }

    private void Send(Writes writes, DemoProgramme programme, DemoMembership member, string description)
    {
        var own = Own(writes, programme, member);
        OwnProblem.Write(writes, people.Programme(programme.Id), people.Person(member.PersonId), people.Person(member.SupervisorId), own.Version, own.Words with
        {
            Description = description,
            WhyItMatters = own.WhyItMatters.Length > 0 ? own.WhyItMatters : "People wait for it, and my own team stands beside it and can’t help.",
            CannotSee = "Whether the rule sits with somebody, or only in people’s heads.",
            SuccessLooksLike = own.SuccessLooksLike.Length > 0 ? own.SuccessLooksLike : "Three weeks in a row in which nobody waited for it.",
        }, send: true);
    }

    private OwnProblem Own(Reads reads, DemoProgramme programme, DemoMembership member) =>
        OwnProblem.Of(reads, people.Programme(programme.Id), people.Person(member.PersonId))!;

    private Consent Of(Reads reads, DemoProgramme programme, DemoMembership member) =>
        Consent.Of(reads, people.Programme(programme.Id), people.Person(member.PersonId))!;

    /// <summary>What lies in the future of the demo has not been said.</summary>
    private async Task AtAsync(DateOnly content, int hours, Action<Writes> act)
    {
        var at = day.Morning(content).AddHours(hours);
        if (at < day.Now)
        {
            clock.Now = at;
            await writer.RunAsync(writes =>
            {
                act(writes);
                return true;
            });
        }
    }
}
