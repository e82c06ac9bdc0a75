using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// What of a published version still stands. It is frozen, but for the words of people: they are told as long as these very words
/// may be read. What was taken back, hidden or put into other words since is in no version any more.
/// </summary>
internal static class Standing
{
    /// <summary>The report without what stands no longer.</summary>
    public static OutcomeReport Of(Reads reads, OutcomeReport report)
    {
        var programme = report.Head.ProgrammeId;
        var (released, kept, helped, hidden) = (Releases.Standing(reads, programme), LearnedRows.Standing(reads, programme), HelpRows.Standing(reads, programme), Hidden(reads, programme));
        var back = LearnedRows.TakenBack(reads, programme);
        var learnt = report.Learned is { } all ? OutOf("Learning", all.Kept) : new TakenOut(0, 0);
        var ideas = report.Next is { } ahead ? OutOf("ProposedProblem", ahead.Ideas) : new TakenOut(0, 0);
        return (report with
        {
            Figures = [.. report.Figures.Select(figure => figure.Key switch { "learnings-kept" => Told(figure, learnt), "ideas-kept" => Told(figure, ideas), _ => figure })],
            Learned = report.Learned is { } learned ? learned with { Quotes = Quotes(learned.Quotes), Kept = Kept("Learning", learned.Kept), TakenOut = learnt + QuotesOut(learned.Quotes) } : null,
            Problems = report.Problems is { } stories ? [.. stories.Select(story => story with { Quotes = Quotes(story.Quotes) })] : null,
            Work = report.Work is { } work ? work with { Actions = BarsTold.Of(work.Actions) } : null,
            Help = report.Help is { } help ? help with { Stories = [.. help.Stories.Where(story => helped.Contains((story.Need, story.CameOfIt)))] } : null,
            Next = report.Next is { } next ? next with { Ideas = [.. Kept("ProposedProblem", next.Ideas).Select(idea => idea with { Who = null })], TakenOut = ideas } : null,
            Together = report.Together is { } together ? together with
            {
                Then = together.Then is { } then ? NetworkTold.Drawn(then) : null,
                Now = together.Now is { } now ? NetworkTold.Drawn(now) : null,
                Words = [.. together.Words.Select(words => words with { Most = [.. words.Most.Where(said => !hidden.Contains((words.On, said.Word))).Select(said => WordSaid.Of(said.Word, said.Count))] })],
            } : null,
        }).ForReaders();

        // That of the room's own choice something is missing is said beside its count, in every form.
        static Figure Told(Figure figure, TakenOut gone) => gone.Words.Length == 0 ? figure : figure with { About = $"{figure.About} {gone.Words}".TrimStart() };

        TakenOut OutOf(string target, IReadOnlyList<KeptText> texts)
        {
            var gone = texts.Where(one => !kept.Contains((target, one.Text))).ToList();
            var byAuthors = gone.Count(one => back.Contains((target, one.Text)));
            return new TakenOut(byAuthors, gone.Count - byAuthors);
        }

        // A reflection is shown or taken back by its author alone; other words can have been hidden too.
        TakenOut QuotesOut(IReadOnlyList<Quote> quotes)
        {
            var gone = quotes.Where(quote => released.GetValueOrDefault(quote.Key) != quote.Text).ToList();
            var byAuthors = gone.Count(quote => quote.Key.StartsWith("reflection-", StringComparison.Ordinal) && !released.ContainsKey(quote.Key));
            return new TakenOut(byAuthors, gone.Count - byAuthors);
        }

        IReadOnlyList<Quote> Quotes(IReadOnlyList<Quote> all) => [.. all.Where(quote => released.GetValueOrDefault(quote.Key) == quote.Text)];

        IReadOnlyList<KeptText> Kept(string target, IReadOnlyList<KeptText> all) => [.. all.Where(one => kept.Contains((target, one.Text))).Select(one => (kept[(target, one.Text)].Contains(one.Who) ? one : one with { Who = null }).Told())];
    }

    /// <summary>Words at the end of a workshop that were taken off the walls, each with the day.</summary>
    private static HashSet<(DateOnly On, string Word)> Hidden(Reads reads, long programme) =>
    [
        .. reads.Query<(string Date, string Word)>(
            """
            SELECT w.date, h.word FROM word_hidden h JOIN activity a ON a.id = h.activity_id JOIN workshop w ON w.id = a.workshop_id
            WHERE w.programme_id = @programme
            """, new { programme }).Select(row => (LocalDay.Parse(row.Date), row.Word)),
    ];
}
