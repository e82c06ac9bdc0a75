using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 8 from the rows: matches that the room could read, and what came of them.</summary>
internal static class HelpRows
{
    private static readonly (string State, string Words)[] _states =
        [("Happened", "Happened"), ("Agreed", "Agreed"), ("Suggested", "Suggested"), ("FellThrough", "Fell through")];

    /// <summary>The matches, with their figures.</summary>
    public static (HelpThatHappened Help, IReadOnlyList<Figure> Figures) Read(Ground ground)
    {
        var matches = Of(ground.Reads, ground.Programme.Id);
        var guessed = matches.Where(match => match.MonthsSaved is not null).ToList();
        var link = $"/programmes/{ground.Programme.Id}/help";
        const string Source = "Offers and requests of the workshops";
        return (
            new HelpThatHappened(
                [.. _states.Select(state => new MatchCount(state.State, state.Words, matches.Count(match => match.State == state.State))).Where(count => count.Count > 0)],
                [
                    .. matches.Where(match => match.IsTold).Select(match => new HelpStory(
                        match.Need, match.CameOfIt, ground.SetOf(match.HelperSet), ground.SetOf(match.AskerSet), (int?)match.MonthsSaved)),
                ]),
            [
                .. new[]
                {
                    ground.Count(ReportSection.Help, "matches", "Offers and requests that met", matches.Count, matches.Count, Source),
                    ground.Count(ReportSection.Help, "matches-happened", "Help that happened", matches.Count(match => match.State == "Happened"), matches.Count, Source),
                    new(
                        ReportSection.Help, "months-saved", "Months saved, as they guess", guessed.Count == 0 ? null : guessed.Sum(match => match.MonthsSaved!.Value), "months", guessed.Count,
                        "The two who helped each other", ground.Today, "An estimate of those who said so, not a measurement."),
                }.Select(figure => figure with { Link = link, Needs = "Summary" }),
            ]);
    }

    /// <summary>The words of what came of help in a programme, as they may be read now.</summary>
    public static HashSet<(string Need, string CameOfIt)> Standing(Reads reads, long programme) =>
        [.. Of(reads, programme).Where(match => match.IsTold).Select(match => (match.Need, match.CameOfIt))];

    private static IReadOnlyList<Row> Of(Reads reads, long programme) => reads.Query<Row>(
        """
        WITH seat AS (
          SELECT m.person_id, min(m.set_id) AS set_id FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @programme AND m.left_at IS NULL GROUP BY m.person_id)
        SELECT m.state, ifnull(r.text, m.words) AS Need, m.came_of_it, m.months_saved, h.set_id AS HelperSet, k.set_id AS AskerSet
        FROM offer_match m
        JOIN activity a ON a.id = m.activity_id
        JOIN workshop w ON w.id = a.workshop_id
        LEFT JOIN offer r ON r.id = m.request_id
        LEFT JOIN offer o ON o.id = m.offer_id
        LEFT JOIN seat h ON h.person_id = m.helper_id
        LEFT JOIN seat k ON k.person_id = m.asker_id
        WHERE w.programme_id = @programme AND ifnull(r.state, 'Shown') = 'Shown' AND ifnull(o.state, 'Shown') = 'Shown'
        ORDER BY m.made_at DESC, m.id
        """, new { programme });

    private sealed record Row
    {
        public bool IsTold => State == "Happened" && CameOfIt.Length > 0;

        public string State { get; init; } = "";

        public string Need { get; init; } = "";

        public string CameOfIt { get; init; } = "";

        public long? MonthsSaved { get; init; }

        public long? HelperSet { get; init; }

        public long? AskerSet { get; init; }
    }
}
