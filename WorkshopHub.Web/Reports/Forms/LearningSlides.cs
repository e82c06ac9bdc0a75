using System.Globalization;
using WorkshopHub.Web.Reports.Forms.Deck;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>Sections 6 and 7 as slides: what people learned, and how the organisation works together. Nobody stands in them by a rating.</summary>
internal static class LearningSlides
{
    // As many learnings as are read from a distance; all of them stand in the notes.
    private const int MostKept = 5;
    private const int MostQuotes = 2;

    /// <summary>Section 6.</summary>
    public static void Learned(Flow flow, WhatWasLearned learned)
    {
        var hasFigures = learned.Goals.Count > 0 || learned.Statements.Any(one => one.Now is not null || one.Then is not null);
        var hasWords = learned.Kept.Count + learned.Quotes.Count > 0;
        if (hasFigures && hasWords)
        {
            flow.Beside((1, left => Words(left, learned)), (1, right => Figures(right, learned)));
        }
        else if (hasWords)
        {
            Words(flow, learned);
        }
        else
        {
            Figures(flow, learned);
        }
    }

    private static void Words(Flow flow, WhatWasLearned learned)
    {
        Kept(flow, "What the room chose to keep", [.. learned.Kept.OrderByDescending(one => one.Dots).Take(MostKept)]);
        if (learned.Quotes.Count > 0)
        {
            flow.Head("In their words").Say(learned.Quotes.OrderBy(quote => quote.Text.Length).Take(MostQuotes).Select(quote => new Para(
                [new Run($"“{quote.Text}”", true, quote.Set is { } set ? Ink.OfSet(set.Position) : Ink.Black), new Run($"  {string.Join(", ", new[] { quote.Who, quote.Set?.Name, quote.Place }.Where(part => part is { Length: > 0 }))}", false, Ink.Soft)])
            { Size = 13, After = 6 }));
        }

        var more = Math.Max(0, learned.Kept.Count - MostKept) + Math.Max(0, learned.Quotes.Count - MostQuotes);
        flow.Note(more == 0 ? "" : $"{more} more in the notes.");
    }

    private static void Figures(Flow flow, WhatWasLearned learned)
    {
        var rated = learned.Goals.Where(goal => goal.Bins.Count > 0).ToList();
        if (rated.Count > 0)
        {
            // Where few gave a value, neighbouring values stand together: each moment has parts of its own.
            var bins = rated.SelectMany(goal => goal.Bins).Select(bin => (bin.From, bin.To)).Distinct().OrderBy(bin => bin.From).ThenBy(bin => bin.To).ToList();
            flow.Head("How far with their own goals, 1 not at all to 5 fully").Chart("Goals", new DeckChart(
                "How many members gave which value: " + string.Join("; ", rated.Select(goal => $"{Name(goal)}: {string.Join(", ", goal.Bins.Select(bin => $"{FormTables.Values(bin.From, bin.To)}: {bin.Count}"))}")),
                [.. rated.Select(Name)],
                [
                    .. bins.Index().Select(bin => new ChartSeries(
                        FormTables.Values(bin.Item.From, bin.Item.To), Shade(bin.Index, bins.Count),
                        [.. rated.Select(goal => goal.Bins.FirstOrDefault(one => (one.From, one.To) == bin.Item) is { } there ? there.Count : (double?)null)])),
                ])
            { IsStacked = true }, 70 + (rated.Count * 36));
        }

        foreach (var few in learned.Goals.Where(goal => goal.Bins.Count == 0))
        {
            flow.Say(new Para($"{few.Words}: {Figure.FewerThanFive} of {few.Of} said so.", 12, false, Ink.Soft));
        }

        Statements(flow, "Asking, risk and each other’s experience, half-way", learned.Statements);
    }

    /// <summary>Section 7.</summary>
    public static void Together(Flow flow, WorkTogether together)
    {
        var networks = new[] { together.Then, together.Now }.OfType<NetworkOn>().ToList();
        if (networks.Count == 0 && together.Words.Count == 0)
        {
            Statements(flow, "The same statements, before and after", together.Statements);
            return;
        }

        flow.Beside((1, left => Statements(left, "The same statements, before and after", together.Statements)), (1, right => Network(right, networks, together)));
    }

    private static void Network(Flow flow, List<NetworkOn> networks, WorkTogether together)
    {
        if (networks.Count > 0)
        {
            flow.Head("Who knows whom in other parts of the organisation").Table("Connections", new DeckTable(
                ["When", "Answered", "Have talked", "Would ring"], [2.4, 1.5, 2, 2],
                [
                    .. networks.Select(one => (IReadOnlyList<DeckCell>)
                    [
                        new DeckCell(one.Workshop) { Bold = true }, new DeckCell($"{one.Answered} of {one.Expected}") { IsNumber = true },
                        new DeckCell(Share(one.Talked, one.TalkedShare)) { IsNumber = true }, new DeckCell(Share(one.Ring, one.RingShare)) { IsNumber = true },
                    ]),
                ])
            { Size = 11, Pad = 3 });
        }

        if (networks is [.., { Groups.Count: > 1 } last])
        {
            Matrix(flow, last);
        }

        foreach (var words in together.Words.Where(words => words.Most.Count > 0))
        {
            flow.Say(new Para([new Run($"One word, {words.Workshop}: ", true), new Run(string.Join(", ", words.Most.Take(6).Select(word => word.Words)))]) { Size = 11, After = 3 });
        }
    }

    /// <summary>Statements that people agreed with, then and now.</summary>
    public static void Statements(Flow flow, string title, IReadOnlyList<StatementThenNow> statements)
    {
        var answered = statements.Where(statement => statement.Now is not null || statement.Then is not null).ToList();
        if (answered.Count == 0)
        {
            return;
        }

        ChartSeries Of(string word, string colour, Func<StatementThenNow, Agreement?> of) => new(
            $"{word}: {Where(answered.Select(of).OfType<Agreement>())}", colour, [.. answered.Select(one => of(one) is { } counts ? (double)Agreement.OneDecimal((decimal)counts.Mean) : (double?)null)]);
        List<ChartSeries> series =
        [
            .. answered.Any(one => one.Then is not null) ? [Of("Then", Ink.Sheet, one => one.Then)] : Array.Empty<ChartSeries>(),
            .. answered.Any(one => one.Now is not null) ? [Of("Now", Ink.Black, one => one.Now)] : Array.Empty<ChartSeries>(),
        ];
        flow.Head(title).Chart(title, new DeckChart(
            $"Means from 1, not at all, to 5, fully. {string.Join(" ", answered.Select(one => $"{one.Text} {string.Join(", ", new[] { one.Then, one.Now }.OfType<Agreement>().Select(counts => $"{counts.Workshop}: {Agreement.OneDecimal((decimal)counts.Mean).ToString("0.0", CultureInfo.InvariantCulture)}, n {counts.N}"))}."))}",
            [.. answered.Select(one => one.Text)], series)
        { From = 1, To = 5, Format = "0.0" }, Math.Clamp(56 + (answered.Count * (series.Count == 1 ? 32 : 42)), 110, 350));
        flow.Note("Means, 1 not at all to 5 fully; of fewer than five answers none.");
    }

    /// <summary>Words that the room chose with its dots.</summary>
    public static void Kept(Flow flow, string title, IReadOnlyList<KeptText> kept)
    {
        if (kept.Count > 0)
        {
            flow.Head(title).Table(title, new DeckTable(
                ["Words", "Whose", "Dots"], [5.4, 2, 1],
                [
                    .. kept.Select(one => (IReadOnlyList<DeckCell>)
                    [
                        new DeckCell(one.Text) { Bold = true }, new DeckCell(string.Join("\n", new[] { one.Who, one.Set?.Name }.OfType<string>())) { Colour = one.Set is { } set ? Ink.OfSet(set.Position) : Ink.Soft },
                        one.Dots is { } dots ? DeckCell.Of(dots) : new DeckCell(""),
                    ]),
                ]));
        }
    }

    private static readonly string[] _shades = ["8C3B2A", "C9A08F", "E3D8C0", "7E97A5", "1C3D4F"];

    // From the darkest of one end to that of the other; each part has a shade of its own, also where more than five stand side by side.
    private static string Shade(int place, int of)
    {
        var at = of < 2 ? 0 : place * (_shades.Length - 1.0) / (of - 1);
        var (below, above) = (_shades[(int)at], _shades[Math.Min((int)at + 1, _shades.Length - 1)]);
        return string.Concat(Enumerable.Range(0, 3).Select(part => Mixed(part).ToString("X2", CultureInfo.InvariantCulture)));

        int Mixed(int part) => (int)Math.Round(Of(below, part) + ((Of(above, part) - Of(below, part)) * (at - (int)at)));

        static int Of(string colour, int part) => int.Parse(colour.AsSpan(part * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string Name(GoalMoment goal) => $"{goal.Words}, n {goal.N} of {goal.Of}{(goal.Mean is { } mean ? $", mean {Agreement.OneDecimal((decimal)mean).ToString("0.0", CultureInfo.InvariantCulture)}" : "")}";

    private static void Matrix(Flow flow, NetworkOn network)
    {
        var cells = network.Cells.ToDictionary(cell => (cell.From, cell.To));
        flow.Head($"Would ring for help, {network.Workshop}").Table($"Who would ring whom, {network.Workshop}", new DeckTable(
            ["From, to", .. network.Groups], [1.9, .. network.Groups.Select(_ => 1.3)],
            [
                .. network.Groups.Index().Select(from => (IReadOnlyList<DeckCell>)
                [
                    new DeckCell(from.Item) { Bold = true }, .. network.Groups.Index().Select(to => Cell(cells.GetValueOrDefault((from.Index, to.Index)))),
                ]),
            ])
        { Size = 10, Pad = 3 });
        flow.Note("Pairs that would ring, of those that could. · is not told, being of few.");
    }

    private static DeckCell Cell(MatrixCell? cell)
    {
        if (cell is not { Possible: > 0 })
        {
            return new DeckCell("–") { IsNumber = true };
        }

        var share = cell.Ring is { } ring ? (double)ring / cell.Possible : 0;
        return new DeckCell(cell.Ring is { } told ? $"{told} of {cell.Possible}" : "·")
        {
            IsNumber = true,
            Fill = share switch { >= 0.5 => "4D6B7C", >= 0.3 => "9FB3BF", >= 0.15 => "D3DDE2", _ => "F3EEE2" },
            Colour = share >= 0.5 ? "FFFFFF" : Ink.Black,
        };
    }

    private static string Share(int count, double? share) => share is { } known ? $"{count} ({Figure.Say(Math.Round(known), "%")})" : $"{count}";

    private static string Where(IEnumerable<Agreement> counts)
    {
        var all = counts.ToList();
        var (least, most) = (all.Min(one => one.N), all.Max(one => one.N));
        return string.Create(CultureInfo.InvariantCulture, $"{all[0].Workshop}, {ReportDeck.Day(all[0].On)}, n {(least == most ? $"{least}" : $"{least} to {most}")}");
    }
}
