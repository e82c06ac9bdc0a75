using System.Globalization;
using WorkshopHub.Web.Programmes.Next;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 9 from the rows.</summary>
internal static class NextRows
{
    private static readonly (string Decision, string Words)[] _decisions =
        [.. Enum.GetNames<Decision>().Select(decision => (decision, AnswerGiven.WordsOf(decision))), ("Waits", "Waits for an answer")];

    /// <summary>What goes on, with its figures.</summary>
    public static (WhatNext Next, IReadOnlyList<Figure> Figures) Read(Ground ground, IReadOnlyList<AskedDecision> decisions)
    {
        var promised = ground.Reads.First<PromiseRow>(
            """
            SELECT count(*) AS Count, ifnull(sum(c.witness_says = 'Yes'), 0) AS Witnessed, count(c.witness_says) AS Answered, count(c.witness_id) AS Asked, ifnull(sum(c.state IN ('Done', 'Partly')), 0) AS Done,
                   ifnull(sum(c.state <> 'Agreed'), 0) AS Said
            FROM commitment c JOIN activity a ON a.id = c.activity_id WHERE a.workshop_id = @final
            """, new { final = ground.Final?.Id })!;
        var hands = ground.Reads.Query<HandRow>(
            """
            SELECT DISTINCT c.text, c.person_id FROM carried c
            JOIN activity a ON a.id = c.activity_id JOIN workshop w ON w.id = a.workshop_id
            WHERE w.programme_id = @Id AND c.target = 'Volunteer' AND c.state <> 'Undone' AND c.person_id IS NOT NULL
            """, new { ground.Programme.Id });
        var offers = hands.GroupBy(hand => hand.Text).Select(offer => new VolunteerCount(offer.Key, offer.Count()))
            .OrderByDescending(offer => offer.Count).ThenBy(offer => offer.Words, StringComparer.Ordinal);
        var (alone, few) = Few.Split(offers, offer => offer.Count);
        var (isFew, noWitness) = (promised.Count < Figure.Enough, promised.Answered == 0);
        // A witness was named and asked, and silence is no missing record.
        var open = noWitness && !isFew && promised.Asked > 0 ? $"{(promised.Asked < Figure.Enough ? Figure.FewerThanFive : promised.Asked.ToString(CultureInfo.InvariantCulture))} asked, none has answered yet" : null;
        var became = Became.Of(ground.Reads, ground.Programme.Id).Where(one => one.Part == BecamePart.Owner).ToList();
        var said = became.Count(one => one.State is not null);
        var ideas = LearnedRows.Kept(ground, "ProposedProblem");
        var source = ground.Final is { } final ? final.Title : "The final";
        return (
            new WhatNext(
                [
                    .. _decisions.Select(one => new DecidedCount(one.Decision, one.Words, decisions.Count(decision => (decision.Answer?.Decision ?? "Waits") == one.Decision)))
                        .Where(count => count.Count > 0),
                ],
                promised.Count == 0 ? null : new PromiseCount((int)promised.Count, isFew || noWitness || Figure.TellsFew(promised.Witnessed, promised.Count) ? null : (int)promised.Witnessed, promised.Said < Figure.Enough || Figure.TellsFew(promised.Done, promised.Said) ? null : (int)promised.Done)
                {
                    Said = (int)promised.Said,
                    WitnessesOpen = open,
                },
                ideas, [.. OpenProblem.Of(ground.Reads, ground.Programme.Id).Where(problem => problem.State == "Offered").Select(problem => problem.Title)],
                [
                    .. alone,
                    .. few.Count == 0 ? [] : new[] { new VolunteerCount("", few.Sum(offer => offer.Count)) },
                ]),
            [
                .. new[]
                {
                    ground.Count(ReportSection.Next, "promises", "Commitments for ninety days", promised.Count, promised.Count, source, "Counted; the words are their people’s."),
                    (ground.Count(ReportSection.Next, "promises-witnessed", "Commitments with a witness who said yes", noWitness ? null : promised.Witnessed, promised.Count, source) with { Open = open }).ForFewOf(promised.Count),
                    ground.Count(ReportSection.Next, "ideas-kept", "Ideas that the room chose", ideas.Count, ideas.Count, source),
                    ground.Count(ReportSection.Next, "volunteers", "People who offered to help next time", hands.Select(hand => hand.PersonId).Distinct().Count(), hands.Count, source, "Each once, whatever they offered.") with { N = null },
                }.Select(figure => figure with { Link = ground.Final is { State: not "Planned" } at ? string.Create(CultureInfo.InvariantCulture, $"/workshops/{at.Id}/summary") : null, Needs = "Summary" }),
                ground.Count(ReportSection.Next, "promises-kept", "Commitments reported as done, at least in part", promised.Said == 0 ? null : promised.Done, promised.Said, "Their owners, when they were asked", $"Of {promised.Said} who said; {promised.Count} in all.").ForFewOf(promised.Said),
                .. became.Count == 0 ? [] : new[] { (BecameState.Kept, "kept", "in place as they were reported"), (BecameState.Changed, "changed", "that go on in another form"), (BecameState.Stopped, "stopped", "that were ended") }
                    .Select(one => ground.Count(
                        ReportSection.Next, $"outcomes-{one.Item2}", $"Outcomes {one.Item3}, ninety days after", said == 0 ? null : became.Count(told => told.State == one.Item1),
                        said, "Those who brought them, when they were asked", $"Of {said} who said; {became.Count} in all.").ForFew(said)),
            ]);
    }

    private sealed record PromiseRow
    {
        public long Count { get; init; }

        public long Witnessed { get; init; }

        public long Answered { get; init; }

        public long Asked { get; init; }

        public long Done { get; init; }

        public long Said { get; init; }
    }

    private sealed record HandRow
    {
        public string Text { get; init; } = "";

        public long PersonId { get; init; }
    }
}
