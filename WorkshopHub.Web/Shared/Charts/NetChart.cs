using System.Globalization;

namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A line between two places of a circle, either way.</summary>
/// <param name="From">A place, from 0.</param>
/// <param name="To">The other.</param>
/// <param name="IsBold">Drawn bold: would ring for help; fine: have talked.</param>
public sealed record NetLine(int From, int To, bool IsBold);

/// <summary>A mark on the circle, without a name.</summary>
/// <param name="Position">The set's place in the programme.</param>
/// <param name="X">Middle, from the left.</param>
/// <param name="Y">Middle, from the top.</param>
public sealed record Dot(long Position, double X, double Y);

/// <summary>
/// Who is connected with whom, as marks on a circle, set beside set, and lines bent towards the middle. Both moments have the
/// same places, so that the eye compares lines and nothing else. Nobody has a name.
/// </summary>
public sealed record NetChart : Chart
{
    /// <summary>The width of the drawing.</summary>
    public const int Width = 860;

    /// <summary>Its height.</summary>
    public const int Height = 600;

    /// <summary>The place of the set of each mark, 0 for sets that stand together, in the order in which they stand round the circle.</summary>
    public required IReadOnlyList<long> Sets { get; init; }

    /// <summary>The lines.</summary>
    public required IReadOnlyList<NetLine> Lines { get; init; }

    /// <summary>The figures in words.</summary>
    public required string Figures { get; init; }

    /// <summary>The figures as rows.</summary>
    public ChartTable Rows { get; init; } = new([], []);

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Net.cshtml";

    /// <inheritdoc />
    public override string Words => Figures;

    /// <inheritdoc />
    public override ChartTable Table => Rows;

    private bool IsWide => Sets.Count > 40;

    private double Across => IsWide ? 396 : 275;

    private double Down => IsWide ? 272 : 268;

    /// <summary>What of the drawing is used: a circle of few people needs no room at its sides.</summary>
    public string ViewBox => IsWide ? $"0 0 {Width} {Height}" : "130 0 600 600";

    /// <summary>How large a mark is drawn.</summary>
    public double Size => Math.Clamp(Math.Round(.78 * Math.PI * (Across + Down) / Math.Max(1, Slots)), 14, 30);

    /// <summary>The marks in the order of the places.</summary>
    public IReadOnlyList<Dot> Dots
    {
        get
        {
            var dots = new List<Dot>();
            var slot = Sets.Count > 0 ? -(Sets.TakeWhile(set => set == Sets[0]).Count() - 1) / 2.0 : 0;
            foreach (var (place, set) in Sets.Index())
            {
                slot += place > 0 && set != Sets[place - 1] ? Gap : 0;
                var angle = 2 * Math.PI * slot / Math.Max(1, Slots);
                dots.Add(new Dot(set, Math.Round((Width / 2.0) + (Across * Math.Sin(angle)), 1), Math.Round((Height / 2.0) - (Down * Math.Cos(angle)), 1)));
                slot++;
            }

            return dots;
        }
    }

    private int Groups => Sets.Where((set, place) => place == 0 || set != Sets[place - 1]).Count();

    private double Gap => Groups > 1 ? 1.6 : 0;

    private double Slots => Sets.Count + (Gap * Groups);

    /// <summary>The lines of one kind as a path.</summary>
    public string Path(bool bold)
    {
        var dots = Dots;
        return string.Concat(Lines.Where(line => line.IsBold == bold).Select(line => Bent(dots[line.From], dots[line.To])));
    }

    // Bent towards the middle, so that lines between neighbours don't run through the marks.
    private static string Bent(Dot from, Dot to)
    {
        var (x, y) = ((.35 * (from.X + to.X) / 2) + (.65 * Width / 2), (.35 * (from.Y + to.Y) / 2) + (.65 * Height / 2));
        return string.Create(CultureInfo.InvariantCulture, $"M{from.X:0} {from.Y:0}Q{x:0} {y:0} {to.X:0} {to.Y:0}");
    }
}
