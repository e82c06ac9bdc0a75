namespace WorkshopHub.Web.Workshops;

/// <summary>A way to win time back. The facilitator applies it with one press, and can undo it.</summary>
/// <param name="Item">What it is done to.</param>
/// <param name="Minutes">How many minutes it wins.</param>
/// <param name="Skip">True to skip the item, false to shorten it.</param>
public sealed record Cut(ShowItem Item, long Minutes, bool Skip);

/// <summary>"Catch up": what could be cut so that the workshop ends on time. It only proposes.</summary>
public static class CatchUp
{
    private const long Step = 5;

    /// <summary>
    /// Proposals, the gentlest first: give back time that was added, then shorten long items that are still to come by
    /// up to a quarter, then skip what was put in today or the shortest that wins enough. The last item is never skipped.
    /// </summary>
    /// <param name="show">The run of show as it stands.</param>
    /// <param name="max">How many proposals at most.</param>
    public static IReadOnlyList<Cut> Propose(Show show, int max = 5)
    {
        var late = (long)Math.Ceiling((show.ProjectedEnd - show.PlannedEnd).TotalMinutes);
        if (late < 1 || !show.Begun)
        {
            return [];
        }

        var ahead = show.Items.Where(i => i.State == "Planned" && i.Position > (show.Now?.Position ?? 0)).ToList();
        var givenBack = ahead.Where(i => i.TimerExtraSeconds >= 60)
            .Select(i => new Cut(i, i.TimerExtraSeconds / 60, false));
        var shorter = ahead.Where(i => i.TimerExtraSeconds < 60 && i.TimerExtraSeconds > -60)
            .Select(i => new Cut(i, i.Minutes / 4 / Step * Step, false))
            .Where(c => c.Minutes >= Step).OrderByDescending(c => c.Minutes).ThenByDescending(c => c.Item.Position);
        var skips = ahead.SkipLast(1).Where(i => i.Act == "Run")
            .Select(i => new Cut(i, i.Timer.TotalSeconds / 60, true))
            .OrderByDescending(c => c.Item.AddedLive).ThenBy(c => c.Minutes < late).ThenBy(c => c.Minutes);
        return [.. givenBack.Concat(shorter.Select(c => c with { Minutes = Math.Min(c.Minutes, Up(late)) })).Take(max - 2),
            .. skips.Take(2)];
    }

    private static long Up(long minutes) => (minutes + Step - 1) / Step * Step;
}
