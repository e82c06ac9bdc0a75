using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Polls;

/// <summary>Reads polls.</summary>
public static class PollQueries
{
    private const string Select =
        """
        SELECT p.id, p.participant_id, j.person_id, ifnull(j.name, '') AS Who, p.set_id, p.text, p.version, p.answered_at
        FROM poll_answer p LEFT JOIN participant j ON j.id = p.participant_id
        """;

    /// <summary>What people choose from.</summary>
    public static IReadOnlyList<string> Choices(Reads reads, PollSettings settings) => settings switch
    {
        { Form: PollForm.Text } => [],
        { Sites: true } => reads.Once("poll-sites", () => reads.Query<string>(
            "SELECT DISTINCT substr(name, 1, 60) FROM site ORDER BY id LIMIT 12")),
        _ => settings.Choices,
    };

    /// <summary>One person's answer in their room, or null.</summary>
    public static PollRow? Own(Reads reads, long activity, long participant) => WithChoices(reads, reads.Query<PollRow>(
        $"{Select} WHERE p.activity_id = @activity AND p.participant_id = @participant", new { activity, participant }), activity)
        is [var own, ..] ? own : null;

    /// <summary>The whole poll.</summary>
    public static PollResult Result(Reads reads, Activity activity) => reads.Once($"poll-{activity.Id}", () =>
    {
        var settings = PollSettings.Parse(activity.Settings);
        var choices = Choices(reads, settings);
        var answers = WithChoices(reads, reads.Query<PollRow>(
            $"{Select} WHERE p.activity_id = @Id ORDER BY p.answered_at DESC, p.id", activity), activity.Id);
        var sets = RoomSet.Of(reads, activity.WorkshopId);
        var ofSets = settings.PerSet
            ? sets.Select(set => new PollOfSet(set, [.. answers.Where(answer => answer.SetId == set.Id)])).ToList() : [];
        var counted = settings.PerSet ? [.. ofSets.Where(set => set.Agreed is not null).Select(set => set.Agreed!)] : answers;
        return new PollResult
        {
            Activity = activity,
            Settings = settings,
            Choices = choices,
            Answers = answers,
            Sets = ofSets,
            OnPaper = AnsweredMarks.OnPaper(reads, activity.Id),
            Counts = settings.Form == PollForm.Text ? Words(counted, sets) : Count(choices, counted),
        };
    });

    private static List<PollCount> Count(IReadOnlyList<string> choices, IReadOnlyList<PollRow> answers)
    {
        var votes = answers.SelectMany(answer => answer.Choices).ToLookup(choice => choice);
        return [.. choices.Concat(votes.Select(same => same.Key).Except(choices).Order(StringComparer.Ordinal))
            .Select(choice => new PollCount(choice, votes[choice].Count()))];
    }

    private static List<PollCount> Words(IReadOnlyList<PollRow> answers, IReadOnlyList<RoomSet> sets) =>
        [.. answers.GroupBy(answer => answer.Text, StringComparer.OrdinalIgnoreCase)
            .Select(same => new PollCount(
                same.Last().Text, same.Count(),
                same.Select(answer => answer.SetId).Distinct().Count() == 1
                    ? sets.FirstOrDefault(set => set.Id == same.First().SetId)?.Position : null))
            .OrderByDescending(count => count.Count)];

    private static IReadOnlyList<PollRow> WithChoices(Reads reads, IReadOnlyList<PollRow> answers, long activity)
    {
        if (answers.Count == 0)
        {
            return answers;
        }

        var choices = reads.Query<Chosen>(
            """
            SELECT c.answer_id, c.choice FROM poll_choice c JOIN poll_answer p ON p.id = c.answer_id
            WHERE p.activity_id = @activity
            """,
            new { activity }).ToLookup(chosen => chosen.AnswerId, chosen => chosen.Choice);
        return [.. answers.Select(answer => answer with { Choices = [.. choices[answer.Id]] })];
    }

    private sealed record Chosen
    {
        public string AnswerId { get; init; } = "";

        public string Choice { get; init; } = "";
    }
}
