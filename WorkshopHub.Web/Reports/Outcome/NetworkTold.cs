using System.Security.Cryptography;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// Who would ring whom, with nothing by which a mark could be led back to a person or a small group be worked out. The marks of a
/// set stand in an order that is thrown anew for each report, the same before and after; sets with fewer than five who answered
/// share one kind of mark; and no cell of the matrix is withheld alone.
/// </summary>
internal static class NetworkTold
{
    /// <summary>The two moments as they are told.</summary>
    public static (NetworkOn? Then, NetworkOn Now) Of(NetworkFinding found)
    {
        var order = Thrown(found.Now);
        return (
            found.Then is { } then ? Of(then, then.Dots.SequenceEqual(found.Now.Dots) ? order : Thrown(then)) : null,
            Of(found.Now, order));
    }

    private static NetworkOn Of(NetworkFound found, IReadOnlyList<int> order)
    {
        var place = order.Index().ToDictionary(mark => mark.Item, mark => mark.Index);
        return Drawn(new NetworkOn
        {
            On = found.When.Date,
            Workshop = found.When.Workshop,
            Answered = found.Answered,
            Expected = found.Expected,
            Possible = found.Possible,
            Known = found.Known,
            Talked = found.Talked,
            Ring = found.Ring,
            Dots = [.. order.Select(dot => PlaceOf(found, dot))],
            Lines =
            [
                .. found.Lines.Select(line => new DotLine(Math.Min(place[line.From], place[line.To]), Math.Max(place[line.From], place[line.To]), (int)line.Strength))
                    .OrderBy(line => line.From).ThenBy(line => line.To),
            ],
            Groups = [.. found.Groups.Select(group => group.Name)],
            Places = [.. found.Groups.Select(group => (int)group.Place)],
            Cells = Cells(found),
        });
    }

    /// <summary>
    /// The picture with nothing in it that the matrix withholds. Bold lines between two groups are drawn where both directions are
    /// told and there are five at least; others are drawn fine. Of either kind, fewer than five between two groups are left out.
    /// </summary>
    public static NetworkOn Drawn(NetworkOn net)
    {
        var withheld = net.Cells.Where(cell => cell is { Possible: > 0, Ring: null }).SelectMany(cell => new[] { (cell.From, cell.To), (cell.To, cell.From) }).ToHashSet();
        return net with
        {
            Lines =
            [
                .. net.Lines.GroupBy(line => Pair(GroupOf(net, line.From), GroupOf(net, line.To))).SelectMany(pair =>
                {
                    var isBold = !withheld.Contains(pair.Key) && pair.Count(line => line.Strength == 3) >= Figure.Enough;
                    return pair.Select(line => isBold ? line : line with { Strength = 2 }).GroupBy(line => line.Strength).Where(kind => kind.Count() >= Figure.Enough).SelectMany(kind => kind);
                }).OrderBy(line => line.From).ThenBy(line => line.To),
            ],
        };

        static (int, int) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
    }

    private static int GroupOf(NetworkOn net, int dot) => net.Places.Index().FirstOrDefault(group => group.Item == net.Dots[dot]).Index;

    /// <summary>The marks in their new order: set by set, and within one by lot.</summary>
    private static List<int> Thrown(NetworkFound found)
    {
        var dots = Enumerable.Range(0, found.Dots.Count).ToArray();
        RandomNumberGenerator.Shuffle(dots.AsSpan());
        return [.. dots.OrderBy(dot => PlaceOf(found, dot))];
    }

    private static int PlaceOf(NetworkFound found, int dot) => found.Groups.Any(group => group.Place == found.Dots[dot]) ? (int)found.Dots[dot] : 0;

    // The whole less all others is what one withheld cell holds: the smallest that are told go with it, until two at least hold five.
    private static List<MatrixCell> Cells(NetworkFound found)
    {
        List<MatrixCell> cells = [.. found.Cells.Select(cell => new MatrixCell(cell.From, cell.To, cell.Possible, cell.Ring))];
        var told = new Queue<MatrixCell>(cells.Where(cell => cell is { Possible: > 0, Ring: not null }).OrderBy(cell => cell.Ring));
        var (withheld, held) = (cells.Count(cell => cell is { Possible: > 0, Ring: null }), found.Ring - told.Sum(cell => cell.Ring!.Value));
        while (withheld > 0 && (withheld < 2 || held < Figure.Enough) && told.TryDequeue(out var least))
        {
            cells[cells.IndexOf(least)] = least with { Ring = null };
            (withheld, held) = (withheld + 1, held + least.Ring!.Value);
        }

        return cells;
    }
}
