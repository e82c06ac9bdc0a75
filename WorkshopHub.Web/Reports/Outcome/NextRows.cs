using WorkshopHub.Web.Programmes.Next;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 9 from the rows.</summary>
internal static class NextRows
{
    private static readonly (string Decision, string Words)[] _decisions =
        [("Adopt", "Adopted"), ("Extend", "Extended"), ("Stop", "Stopped"), ("Later", "Later"), ("Other", "Otherwise"), ("Waits", "Waits for an answer")];

    /// <summary>What goes on, with its figures.</summary>
    public static (WhatNext Next, IReadOnlyList<Figure> Figures) Read(Ground ground, IReadOnlyList<AskedDecision> decisions)
    {
        var promised = ground.Reads.First<PromiseRow>(
            """
            SELECT count(*) AS Count, ifnull(sum(c.witness_says = 'Yes'), 0) AS Witnessed, ifnull(sum(c.state IN ('Done', 'Partly')), 0) AS Done,
                   ifnull(sum(c.state <> 'Agreed'), 0) AS Said
            FROM commitment c JOIN activity a ON a.id = c.activity_id WHERE a.workshop_id = @final
            """, new { final = ground.Final?.Id })!;
        var hands = ground.Reads.Query<HandRow>(
            """
            SELECT c.text, count(DISTINCT c.person_id) AS Count FROM carried c
            JOIN activity a ON a.id = c.activity_id JOIN workshop w ON w.id = a.workshop_id
            WHERE w.programme_id = @Id AND c.target = 'Volunteer' AND c.state <> 'Undone' AND c.person_id IS NOT NULL
            GROUP BY c.text ORDER BY 2 DESC, 1
            """, new { ground.Programme.Id });
        var few = hands.Where(hand => hand.Count < Figure.Enough).Sum(hand => hand.Count);
        var became = Became.Of(ground.Reads, ground.Programme.Id).Where(one => one.Part == BecamePart.Owner).ToList();
        var ideas = LearnedRows.Kept(ground, "ProposedProblem");
        var source = ground.Final is { } final ? final.Title : "The final";
        return (
            new WhatNext(
                [
                    .. _decisions.Select(one => new DecidedCount(one.Decision, one.Words, decisions.Count(decision => (decision.Answer?.Decision ?? "Waits") == one.Decision)))
                        .Where(count => count.Count > 0),
                ],
                promised.Count == 0 ? null : new PromiseCount((int)promised.Count, (int)promised.Witnessed, promised.Said == 0 ? null : (int)promised.Done),
                ideas, [.. OpenProblem.Of(ground.Reads, ground.Programme.Id).Where(problem => problem.State == "Offered").Select(problem => problem.Title)],
                [
                    .. hands.Where(hand => hand.Count >= Figure.Enough).Select(hand => new VolunteerCount(hand.Text, (int)hand.Count)),
                    .. few == 0 ? [] : new[] { new VolunteerCount("", (int)few) },
                ]),
            [
                ground.Count(ReportSection.Next, "promises", "Commitments for ninety days", promised.Count, promised.Count, source, "Counted; the words are their people’s."),
                ground.Count(ReportSection.Next, "promises-witnessed", "Commitments with a witness who said yes", promised.Witnessed, promised.Count, source),
                ground.Count(ReportSection.Next, "promises-kept", "Commitments reported as done, at least in part", promised.Said == 0 ? null : promised.Done, promised.Count, "Their owners, when they were asked"),
                .. became.Count == 0 ? [] : new[] { (BecameState.Kept, "kept", "in place as they were reported"), (BecameState.Changed, "changed", "that go on in another form"), (BecameState.Stopped, "stopped", "that were ended") }
                    .Select(one => ground.Count(
                        ReportSection.Next, $"outcomes-{one.Item2}", $"Outcomes {one.Item3}, ninety days after", became.All(said => said.State is null) ? null : became.Count(said => said.State == one.Item1),
                        became.Count, "Those who brought them, when they were asked")),
                ground.Count(ReportSection.Next, "ideas-kept", "Ideas that the room chose", ideas.Count, ideas.Count, source),
                ground.Count(ReportSection.Next, "volunteers", "People who offered to help next time", hands.Sum(hand => hand.Count), hands.Count, source) with { N = null },
            ]);
    }

    private sealed record PromiseRow
    {
        public long Count { get; init; }

        public long Witnessed { get; init; }

        public long Done { get; init; }

        public long Said { get; init; }
    }

    private sealed record HandRow
    {
        public string Text { get; init; } = "";

        public long Count { get; init; }
    }
}
