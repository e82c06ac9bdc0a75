using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>What activities found out, then and now. Asked of the kinds, so that it is the same as on the wall.</summary>
internal sealed class TogetherRows
{
    private const int HouseTogether = 7; // the first seven of the house's statements are on how people work together
    private const int MostWords = 12;

    private readonly List<StatementThenNow> _statements = [];
    private readonly List<WordsOn> _words = [];
    private readonly HashSet<string> _twice = [];
    private NetworkFinding? _network;

    private TogetherRows()
    {
    }

    /// <summary>The connections at the first time, or null.</summary>
    public NetworkOn? Then { get; private set; }

    /// <summary>The connections at the last time, or null.</summary>
    public NetworkOn? Now { get; private set; }

    /// <summary>On time and doors.</summary>
    public IReadOnlyList<StatementThenNow> OnDoors => [.. _statements.Where(one => one.Number is 8 or 9).OrderBy(one => one.Number)];

    /// <summary>On asking, risk and each other's experience, and what was asked once in the programme's own words.</summary>
    public IReadOnlyList<StatementThenNow> OnLearning =>
        [.. _statements.Where(one => one.Number > 9 || (one.Number == 0 && !_twice.Contains(one.Text))).OrderBy(one => one.Number == 0).ThenBy(one => one.Number)];

    /// <summary>On how people work together: those of the house, and of the programme's own what was asked twice.</summary>
    public WorkTogether Together => new(
        [.. _statements.Where(one => one.Number is > 0 and <= HouseTogether || _twice.Contains(one.Text)).OrderBy(one => one.Number == 0).ThenBy(one => one.Number)],
        Then, Now, _words);

    /// <summary>Asks the kinds of all activities of the programme, the first workshop's first.</summary>
    public static TogetherRows Read(Ground ground, ActivityKinds kinds)
    {
        var found = new TogetherRows();
        foreach (var finding in Activity.OfProgramme(ground.Reads, ground.Programme.Id).Where(activity => kinds.Has(activity.Kind))
            .Select(activity => kinds.Of(activity).FindingOf(ground.Reads, activity)).OfType<Finding>())
        {
            found.Take(finding);
        }

        if (found._network is { } network)
        {
            (found.Then, found.Now) = NetworkTold.Of(network);
        }

        return found;
    }

    /// <summary>Means and shares as figures.</summary>
    public IEnumerable<Figure> Figures(Ground ground)
    {
        foreach (var (section, statement) in OnDoors.Select(one => (ReportSection.Doors, one)).Concat(OnLearning.Select(one => (ReportSection.Learned, one)))
            .Concat(Together.Statements.Select(one => (ReportSection.Together, one))))
        {
            var key = statement.Number > 0 ? $"pulse-{statement.Number}" : $"pulse-own-{_statements.IndexOf(statement) + 1}";
            if (statement.Then is { } then)
            {
                yield return Mean(ground, section, key + "-then", statement.Text, then);
            }

            yield return statement.Now is { } now ? Mean(ground, section, key, statement.Text, now)
                : new Figure(section, key, statement.Text, null, "of 5", null, "Answers without names", ground.Today, "Fewer than five answered.") { IsWithheld = true };
        }

        foreach (var (net, key) in new[] { (Then, "-then"), (Now, "-now") })
        {
            var when = net?.Workshop ?? (key == "-then" ? "at first" : "at last");
            yield return Share(ground, "ring" + key, $"Pairs of different parts who would ring for help, {when}", net?.RingShare, net);
            yield return Share(ground, "talked" + key, $"Pairs of different parts who have talked, or more, {when}", net?.TalkedShare, net);
        }
    }

    private static Figure Mean(Ground ground, string section, string key, string text, Agreement counts) => new(
        section, key, text, counts.Mean, "of 5", counts.N, $"Answers without names, {counts.Workshop}", counts.On, "Mean; 1 = not at all, 5 = fully.")
    {
        Link = LinkOf(ground, counts.On),
        Needs = "Summary",
    };

    private static Figure Share(Ground ground, string key, string name, double? value, NetworkOn? net) => new(
        ReportSection.Together, key, name, value is { } share ? Math.Round(share, 1) : null, "%", net?.Possible,
        net is null ? "Whom people know, as counts" : $"Whom people know, as counts, {net.Workshop}", net?.On ?? ground.Today,
        net is null ? "" : $"{net.Answered} of {net.Expected} answered.")
    {
        Link = net is null ? null : LinkOf(ground, net.On),
        Needs = "Summary",
    };

    private static string? LinkOf(Ground ground, DateOnly on) =>
        ground.Workshops.FirstOrDefault(one => one.Day == on) is { } workshop ? $"/workshops/{workshop.Id}/summary" : null;

    private static Agreement? Of(CountsFound? found) => found is null ? null : Agreement.Of([.. found.Counts.Select(count => (int)count)], found.When.Date, found.When.Workshop);

    private void Take(Finding finding)
    {
        switch (finding)
        {
            case StatementsFinding statements:
                foreach (var one in statements.Statements)
                {
                    Take(one);
                }

                break;
            case NetworkFinding network:
                _network = FirstAndLast(_network, network);
                break;
            case WordsFinding words:
                _words.Add(new WordsOn(
                    words.When.Date, words.When.Workshop, (int)words.Answered, [.. words.Words.Take(MostWords).Select(word => WordSaid.Of(word.Word, word.Count))]));
                break;
        }
    }

    /// <summary>
    /// The last time, with the first one before it, whatever lies between; both are drawn together. Where the later activity tells of
    /// the first time itself, it is told as that one does: with the people and groups of both.
    /// </summary>
    internal static NetworkFinding FirstAndLast(NetworkFinding? before, NetworkFinding next)
    {
        var first = before?.Then ?? before?.Now;
        return first is null || next.Then?.When == first.When ? next : next with { Then = first };
    }

    // A later time takes the place of an earlier one; then is the first time, whatever lies between.
    private void Take(StatementFound one)
    {
        var at = _statements.FindIndex(other => one.Number > 0 ? other.Number == one.Number : other.Text == one.Text);
        var before = at < 0 ? null : _statements[at];
        if (before is not null || one.Then is not null)
        {
            _twice.Add(one.Text);
        }

        if (before is { Now: not null } && one.Now is null)
        {
            return;
        }

        var next = new StatementThenNow(Math.Max(0, one.Number), one.Text, before?.Then ?? before?.Now ?? Of(one.Then), Of(one.Now));
        if (at < 0)
        {
            _statements.Add(next);
        }
        else
        {
            _statements[at] = next;
        }
    }
}
