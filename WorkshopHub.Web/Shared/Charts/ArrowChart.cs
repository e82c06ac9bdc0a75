namespace WorkshopHub.Web.Shared.Charts;

/// <summary>
/// One measure on a scale of its own that begins at zero: a hollow dot for what it was, solid for what it is, a dotted line for
/// the aim. On a wall the solid end is the head of an arrow, so that its way is seen from the last row.
/// </summary>
public sealed record ArrowChart : Chart
{
    /// <summary>What it was before, or null where nobody knows.</summary>
    public ChartValue? Then { get; init; }

    /// <summary>What it is, or null while it isn't known.</summary>
    public ChartValue? Now { get; init; }

    /// <summary>What it should become, or null.</summary>
    public ChartValue? Aim { get; init; }

    /// <summary>A unit as a short sentence under the drawing, e.g. In minutes. or Per month.</summary>
    public static string InUnit(string unit) =>
        unit.StartsWith("per ", StringComparison.OrdinalIgnoreCase) ? $"{char.ToUpperInvariant(unit[0])}{unit[1..]}." : $"In {unit}.";

    /// <summary>Drawn for a wall: larger letters, thicker lines.</summary>
    public bool IsLarge { get; init; }

    /// <summary>The width that it is drawn for. Letters keep their size in it.</summary>
    public int Width { get; init; } = 358;

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Arrow.cshtml";

    /// <summary>Whether there is anything to draw: one end at least.</summary>
    public bool IsDrawn => Then is not null || Now is not null;

    /// <summary>Whether both ends are known.</summary>
    public bool IsWhole => Then is not null && Now is not null;

    /// <summary>The height of the drawing.</summary>
    public int Height => IsLarge ? 142 : 74;

    /// <summary>Where the line is.</summary>
    public int Line => IsLarge ? 78 : 38;

    /// <summary>Where words above the line stand.</summary>
    public int Above => IsLarge ? 44 : 21;

    /// <summary>Where words under the line stand.</summary>
    public int Below => IsLarge ? 136 : 66;

    /// <summary>The radius of the hollow dot.</summary>
    public double Dot => IsLarge ? 13 : 6;

    /// <summary>Where the line begins.</summary>
    public int Edge => IsLarge ? 20 : 10;

    /// <inheritdoc />
    public override string Words => string.Join(", ", new[]
    {
        Then is null ? "before not recorded" : $"before {Then.Text}", Now is null ? "no figure yet" : $"now {Now.Text}", Aim is null ? null : $"aim {Aim.Text}",
    }.OfType<string>());

    /// <inheritdoc />
    public override ChartTable Table => new(["Measure", "Before", "Now", "Aim"], [[Title, Then?.Text ?? "not recorded", Now?.Text ?? "no figure yet", Aim?.Text ?? "none"]]);

    /// <summary>Where a value stands on the line.</summary>
    public double At(ChartValue value)
    {
        double[] all = [0, .. new[] { Then, Now, Aim }.OfType<ChartValue>().Select(one => one.At)];
        // Room is left beyond the largest, so that its words stand over it and the line goes on.
        return new Scale(all.Min(), all.Max(), Edge, Edge + ((Width - (2 * Edge)) * .86))[value.At];
    }

    /// <summary>Where the words of a value stand, whole within the drawing.</summary>
    public double Label(ChartValue value, string before = "")
    {
        var half = Half(value, before.Length);
        return Math.Clamp(At(value), half, Math.Max(half, Width - half));
    }

    /// <summary>The two ends are so near that what it was is written under the line.</summary>
    public bool IsTight => IsWhole && Math.Abs(Label(Then!) - Label(Now!)) < Half(Then!) + Half(Now!) + (IsLarge ? 12 : 8);

    /// <summary>Where the aim's words stand: under the line, over it where what it was stands there, or beside that.</summary>
    public (double X, int Y) AimWords
    {
        get
        {
            var at = Label(Aim!, "aim ");
            double Room(ChartValue other) => Half(Aim!, 4) + Half(other) + 8;
            if (!IsTight || Math.Abs(at - Label(Then!)) >= Room(Then!))
            {
                return (at, Below);
            }

            if (Math.Abs(at - Label(Now!)) >= Room(Now!))
            {
                return (at, Above);
            }

            var beside = Label(Then!) + (At(Aim!) < At(Then!) ? -Room(Then!) : Room(Then!));
            return (beside - Half(Aim!, 4) >= 0 && beside + Half(Aim!, 4) <= Width ? beside : (2 * Label(Then!)) - beside, Below);
        }
    }

    /// <summary>The way from before to now.</summary>
    public string Way
    {
        get
        {
            var (from, to) = (At(Then!), At(Now!));
            return Math.Abs(to - from) <= (IsLarge ? 34 : 2) ? "" : $"M{Draw.N(from)} {Line}H{Draw.N(IsLarge ? to + (to < from ? 20 : -20) : to)}";
        }
    }

    /// <summary>The ends are far enough apart for the head of an arrow; otherwise a solid dot stands for now.</summary>
    public bool HasHead => IsLarge && (Then is null || Math.Abs(At(Then) - At(Now!)) > 46);

    /// <summary>The head of the arrow, pointing where it went.</summary>
    public string Head => Then is not null && At(Then) > At(Now!) ? $"M{Draw.N(At(Now!))} {Line}l30 -19v38z" : $"M{Draw.N(At(Now!))} {Line}l-30 -19v38z";

    private double Half(ChartValue value, int more = 0) => (value.Text.Length + more) * (IsLarge ? value == Now ? 44 : 34 : 13) * .29;
}
