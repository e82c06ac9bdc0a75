namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>One row of the run of show.</summary>
/// <param name="Show">The whole run of show.</param>
/// <param name="Item">The row's item.</param>
public sealed record Step(Show Show, ShowItem Item)
{
    /// <summary>When it began or will begin, as people say it; the plan where it is skipped.</summary>
    public string At => Show.Local(Item.Real ?? Item.Planned);

    /// <summary>When it was planned to begin, if that is another minute; otherwise null.</summary>
    public string? Planned => Item.Real is not null && Show.Local(Item.Planned) != At && !Item.AddedLive ? Show.Local(Item.Planned) : null;

    /// <summary>How long it may take, in minutes.</summary>
    public long Minutes => (Item.Timer.TotalSeconds + 59) / 60;

    /// <summary>What stands under the title, or null.</summary>
    public string? Under => Item.State switch
    {
        "Skipped" => "Skipped",
        "Planned" when Item.Real is null => "Passed over",
        "Planned" when Item.AddedLive => "Put in today",
        _ => null,
    };

    /// <summary>The value of a button on this item.</summary>
    public string Act(string verb, long argument = 0) => FormattableString.Invariant($"{verb}/{Item.Id}/{Item.Version}/{argument}");

    /// <summary>The value of a button that jumps here from what runs now.</summary>
    public string Jump => FormattableString.Invariant($"jump/{Show.On?.Id ?? 0}/{Show.On?.Version ?? 0}/{Item.Id}");

    /// <summary>The value of a button that swaps it with the item before it, as it stands on the page; null where it can't.</summary>
    public string? Up => Swap("up", Show.Items.LastOrDefault(item => item.Position < Item.Position));

    /// <summary>The value of a button that swaps it with the item after it, as it stands on the page; null where it can't.</summary>
    public string? Down => Swap("down", Show.Items.FirstOrDefault(item => item.Position > Item.Position));

    private string? Swap(string verb, ShowItem? other) =>
        Item.State is "Planned" or "Skipped" && other?.State is "Planned" or "Skipped" ? Act(verb, other!.Id) : null;
}
