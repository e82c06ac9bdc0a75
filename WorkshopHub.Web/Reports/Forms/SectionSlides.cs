using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>Sections 3, 4, 5, 8, 9 and 10 as slides; those of learning and of working together stand in <see cref="LearningSlides"/>.</summary>
internal static class SectionSlides
{
    /// <summary>Fills the slides of a section.</summary>
    public static void Fill(Flow flow, OutcomeReport report, string section)
    {
        // What people answered to a statement stands in its chart, and what is of one set beside that set.
        var numbers = report.Of(section).Where(figure => figure.Set is null && figure.Unit != "of 5").ToList();
        if (numbers.Count > 0)
        {
            // Of what nothing is recorded there is a line in the notes and no number here, where there are many.
            numbers = numbers.Count > 6 && numbers.Exists(figure => figure.Value is not null) ? [.. numbers.Where(figure => figure.Value is not null || figure.Open is not null)] : numbers;
            flow.Numbers([.. numbers.Select(figure => (figure.Words, $"{figure.Name}{(figure.N is { } n ? $", n {n}" : "")}{(figure.Sets is { } sets ? $", from {sets}" : "")}"))], numbers.Count switch { 1 or 2 or 4 => 4, 3 => 3, 5 => 5, 6 or 12 => 6, _ => 5 });
        }

        switch (section)
        {
            case ReportSection.Decisions when report.Decisions is { Count: > 0 } asked:
                Decisions(flow, asked);
                break;
            case ReportSection.Work when report.Work is { } work:
                Work(flow, work);
                break;
            case ReportSection.Doors when report.Doors is { } doors:
                Doors(flow, doors);
                break;
            case ReportSection.Learned when report.Learned is { } learned:
                LearningSlides.Learned(flow, learned);
                break;
            case ReportSection.Together when report.Together is { } together:
                LearningSlides.Together(flow, together);
                break;
            case ReportSection.Help when report.Help is { } help:
                Help(flow, help);
                break;
            case ReportSection.Next when report.Next is { } next:
                Next(flow, next);
                break;
            case ReportSection.Method when report.Method is { } method:
                Method(flow, report, method);
                break;
        }

        if (numbers.Count > 0 && flow.Pages.Count > 0)
        {
            flow.Note($"Sources: {string.Join("; ", numbers.Select(figure => figure.Source).Where(source => source.Length > 0).Distinct())}.{(numbers.Max(figure => figure.AsOf) is { } day ? $" Figures of {ReportDeck.Day(day)}." : "")}");
        }
    }

    private static void Decisions(Flow flow, IReadOnlyList<AskedDecision> asked) => flow.Table("Decisions", new DeckTable(
        ["Set", "What is asked", "By when, with whom", "Answer"], [1.2, 2.1, 1.7, 4.4],
        [
            .. asked.Select(one => (IReadOnlyList<DeckCell>)
            [
                new DeckCell(one.Member is { } member ? $"{one.Set.Name}\n{member}" : one.Set.Name) { Bold = true, Colour = Ink.OfSet(one.Set.Position) },
                new DeckCell(one.Asked.Length > 0 ? one.Asked : "Nothing is asked"),
                new DeckCell(Lines(one.By is { } by ? ReportDeck.Day(by) : "", one.With, one.Client is { } client ? $"client: {client}" : "")),
                Answer(one),
            ]),
        ]));

    private static DeckCell Answer(AskedDecision asked) => asked.Answer is not { } answer ? new DeckCell("Waits for an answer") { Colour = Ink.Soft }
        : new DeckCell(Lines(
            answer.Words + (answer.Text.Length > 0 ? $": {answer.Text}" : ""),
            string.Join(". ", new[] { $"{answer.By}, {ReportDeck.Day(answer.On)}", answer.Next(ReportDeck.Day) }.Where(part => part.Length > 0)), answer.Step?.Words(ReportDeck.Day) ?? ""));

    private static void Work(Flow flow, SetsWork work)
    {
        if (work.Actions.Count == 0)
        {
            return;
        }

        var chart = ReportCharts.Actions(work);
        flow.Head("Actions of each set, by what came of them").Chart("Actions", new DeckChart(
            $"Actions by set: {chart.Words}", [.. work.Actions.Select(bar => ReportCharts.NameOf(bar) + (bar.HasFew ? ", and some not told" : ""))],
            [
                .. chart.Keys.Index().Select(key => new ChartSeries(key.Item.Name, Ink.Shades[key.Index % Ink.Shades.Count], [.. work.Actions.Select(bar => bar.Counts.Append(bar.Together).ElementAt(key.Index) is { } count ? count : (double?)null)])),
            ])
        { IsStacked = true }, Math.Clamp(70 + (work.Actions.Count * 34), 150, 280));
        flow.Note($"{(work.Actions.Any(bar => bar.Counts.Any(count => count is null)) ? "What is fewer than five of a state in a set is not told alone. " : "")}{work.NotRecorded}".Trim());
    }

    private static void Doors(Flow flow, DoorsAndTime doors)
    {
        if (doors.Champions.Count > 0)
        {
            flow.Table("Doors by whom they were asked of", new DeckTable(
                ["Asked of", "Sets", "Asked for", "Opened", "Median days to open"], [2.4, 3, 1, 1, 1.6],
                [
                    .. doors.Champions.Select(one => (IReadOnlyList<DeckCell>)
                    [
                        new DeckCell(doors.NameOf(one)) { Bold = true }, new DeckCell(string.Join(", ", one.Sets.Select(set => set.Name))), DeckCell.Of(one.Asked), DeckCell.Of(one.Opened),
                        new DeckCell(one.Days) { IsNumber = true },
                    ]),
                ]));
        }

        LearningSlides.Statements(flow, "Is the time there? Do doors open?", doors.Statements);
    }

    private static void Help(Flow flow, HelpThatHappened help)
    {
        if (help.Stories.Count > 0)
        {
            flow.Table("What came of it", new DeckTable(
                ["What was needed", "What came of it", "Between", "Months saved, as they guess"], [3, 4, 2, 1.4],
                [
                    .. help.Stories.Select(one => (IReadOnlyList<DeckCell>)
                    [
                        new DeckCell(one.Need), new DeckCell(one.CameOfIt), new DeckCell(one.Between),
                        new DeckCell(one.MonthsSaved is { } months ? $"{months}" : Figure.NotRecorded) { IsNumber = true },
                    ]),
                ]));
        }
    }

    private static void Next(Flow flow, WhatNext next)
    {
        if (next.Decided.Count > 0)
        {
            flow.Say(new Para($"What was decided: {string.Join(", ", next.Decided.Select(one => $"{one.Count} {one.Words.ToLowerInvariant()}"))}.", 14) { After = 8 });
        }

        if (next.Ideas.Count + next.OpenProblems.Count + next.Volunteers.Count > 0)
        {
            flow.Beside(
                (3, left => LearningSlides.Kept(left, "What else we could do differently", next.Ideas)),
                (2, right =>
                {
                    Bullets(right, "Problems that wait for a set", next.OpenProblems);
                    Bullets(right, "Who would be there next time", [.. next.Volunteers.Select(one => $"{(one.Words.Length > 0 ? one.Words : "Others together")}: {one.Count}")]);
                }
            ));
        }
    }

    private static void Method(Flow flow, OutcomeReport report, MethodAndLimits method)
    {
        if (method.Limits.Count + method.Evidence.Count + method.Asked.Count == 0)
        {
            return;
        }

        flow.Beside(
            (1, left =>
            {
                Bullets(left, "What this can’t show", method.Limits);
                Bullets(left, "Five levels of evidence", [.. method.Evidence.Select(one => $"{one.Level} {one.Name}: {one.Words.TrimEnd('.')}. {(one.Sections.Count == 0 ? $"{one.None(report)}." : $"See {string.Join(", ", one.Sections.Select(ReportSection.TitleOf))}.")}")]);
            }
        ),
            (1, right =>
            {
                if (method.Asked.Count > 0)
                {
                    right.Head("Who was asked, and how many answered").Table("Who was asked", new DeckTable(
                        ["What", "When", "Answered"], [3, 2.2, 1.3],
                        [
                            .. method.Asked.Select(one => (IReadOnlyList<DeckCell>)
                            [
                                new DeckCell(one.Title), new DeckCell(one.Workshop), new DeckCell($"{one.Answered} of {one.Here}") { IsNumber = true },
                            ]),
                        ])
                    { Size = 11, Pad = 3 });
                }
            }
        ));
    }

    private static void Bullets(Flow flow, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            flow.Head(title).Say(lines.Select(line => new Para($"– {line}", 13) { After = 4 }));
        }
    }

    private static string Lines(params string[] parts) => string.Join('\n', parts.Where(part => part.Length > 0));
}
