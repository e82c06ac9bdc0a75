namespace WorkshopHub.Web.Shared.Charts;

/// <summary>A set came to a phase of its work.</summary>
/// <param name="Name">Study, Develop or Implement.</param>
/// <param name="Since">Since which day.</param>
public sealed record PhaseSpan(string Name, DateOnly Since);

/// <summary>
/// "1) study the issue, 2) develop a solution, and 3) work with the appropriate client to implement", as a strip of time: solid
/// until today, an outline after. A set can return to an earlier phase.
/// </summary>
public sealed record PhaseChart : Chart
{
    private const double Gap = 2;

    /// <summary>The phases in the order in which the set came to them.</summary>
    public required IReadOnlyList<PhaseSpan> Phases { get; init; }

    /// <summary>The first day of the strip.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The day on which it is drawn.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Drawn for a wall.</summary>
    public bool IsLarge { get; init; }

    /// <summary>The width that it is drawn for.</summary>
    public int Width { get; init; } = 390;

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Phases.cshtml";

    /// <summary>How large its letters are.</summary>
    public int Letters => IsLarge ? 28 : 13;

    /// <summary>How high the strip is.</summary>
    public int Strip => IsLarge ? 40 : 22;

    /// <summary>Where the names stand.</summary>
    public int Names => Strip + (IsLarge ? 40 : 22);

    /// <summary>Where the days stand.</summary>
    public int Days => Names + (IsLarge ? 34 : 16);

    /// <summary>The height of the drawing.</summary>
    public int Height => Days + (IsLarge ? 8 : 4);

    /// <summary>Whether today is within the strip, so that the line of today says something.</summary>
    public bool ShowsToday => Today > From && Today < To;

    /// <summary>The parts: where each begins, how wide it is, whether it is still to come.</summary>
    public IEnumerable<(double X, double Width, bool IsToCome)> Bars
    {
        get
        {
            var now = X(Today);
            foreach (var (place, phase) in Phases.Index())
            {
                var isLast = place + 1 == Phases.Count;
                var (from, to) = (X(phase.Since), isLast ? Width : X(Phases[place + 1].Since) - Gap);
                if (isLast && to > now)
                {
                    yield return (from + 0.75, Math.Max(1, to - from - 1.5), true);
                    to = now;
                }

                if (to > from)
                {
                    yield return (from, Math.Max(1, to - from), false);
                }
            }
        }
    }

    /// <summary>The names under the parts with their days, as far as there is room.</summary>
    public IEnumerable<(double X, string Name, string Day)> Labels
    {
        get
        {
            for (var place = 0; place < Phases.Count; place++)
            {
                var phase = Phases[place];
                var day = Draw.Day(phase.Since);
                var room = place + 1 == Phases.Count ? double.MaxValue : X(Phases[place + 1].Since) - X(phase.Since);
                if (room >= Draw.Width(phase.Name, Letters) + 4)
                {
                    yield return (Math.Min(X(phase.Since), Width - Draw.Width(phase.Name, Letters)), phase.Name, room >= Draw.Width(day, Letters) + 4 ? day : "");
                }
            }
        }
    }

    /// <summary>Whether the last day's date has room.</summary>
    public bool ShowsEnd => Phases.Count == 0 || X(Phases[^1].Since) < Width - (Draw.Width(Draw.Year(To), Letters) * 2.2);

    /// <inheritdoc />
    public override string Words => Phases.Count == 0 ? "not recorded"
        : string.Join(", ", Phases.Select(phase => $"{phase.Name} from {Draw.Day(phase.Since)}").Append($"until {Draw.Year(To)}"));

    /// <inheritdoc />
    public override ChartTable Table => new(["Phase", "Since"], [.. Phases.Select(phase => (string[])[phase.Name, Draw.Year(phase.Since)])]);

    /// <summary>Where a day is.</summary>
    public double X(DateOnly day) => Scale.Of(From, To, 0, Width)[day];
}
