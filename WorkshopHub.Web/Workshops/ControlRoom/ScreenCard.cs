using System.Globalization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>One screen in the control room.</summary>
public sealed record ScreenCard
{
    /// <summary>The screen.</summary>
    public long Id { get; init; }

    /// <summary>What the facilitator calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it was told: to follow, or to hold a layout.</summary>
    public ScreenLayout Layout { get; init; }

    /// <summary>Whether it was told to be black.</summary>
    public bool Blank { get; init; }

    /// <summary>Whether it was told to keep what it shows.</summary>
    public bool Frozen { get; init; }

    /// <summary>Light or Dark.</summary>
    public string Theme { get; init; } = "Light";

    /// <summary>The room that it stands in, 1 or 2.</summary>
    public long Room { get; init; } = 1;

    /// <summary>The set on whose table it stands as a tablet; null for a wall.</summary>
    public long? TableSet { get; init; }

    /// <summary>JSON list of the sets that it shows; empty means all.</summary>
    public string Sets { get; init; } = "[]";

    /// <summary>Whether it shows a set.</summary>
    public bool Has(long set) => Sets == "[]" || System.Text.Json.JsonSerializer.Deserialize<long[]>(Sets)!.Contains(set);

    /// <summary>The version that a press names.</summary>
    public long Version { get; init; }

    /// <summary>When it was paired.</summary>
    public string PairedAt { get; init; } = "";

    /// <summary>The item beside what is now where it is split; null for the newest earlier one.</summary>
    public long? SplitItem { get; init; }

    /// <summary>What it reported to show: the title of the item, of both where it is split, or the post; empty while it has not.</summary>
    public string Title { get; init; } = "";

    /// <summary>The place of the set whose post it reported in the spotlight; 0 without one.</summary>
    public long SetPosition { get; init; }

    /// <summary>How it is reached, and what it reported.</summary>
    public ScreenReach Reach { get; init; } = new(0, Contact.Unknown, null, TimeSpan.Zero, 0, null);

    /// <summary>The organisation's zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether it is not connected.</summary>
    public bool IsLost => Reach.State is Contact.Gone or Contact.Unknown;

    /// <summary>Whether it has said that it may fall asleep.</summary>
    public bool MaySleep => Reach.Showing?.Sleeps ?? false;

    /// <summary>The layout that it has reported; empty until it has.</summary>
    public string Shows => Reach.Showing?.Layout ?? "";

    /// <summary>What it shows, in words, as it reported it.</summary>
    public string Told => Reach.Showing is not { } showing ? "Has not reported yet" : Word(showing.Layout)
        + (showing is { Page: { } page, Pages: > 1 } ? string.Create(CultureInfo.InvariantCulture, $", page {page} of {showing.Pages}") : "")
        + (showing.Frozen ? ", frozen" : showing.Held ? ", held" : "");

    /// <summary>How well it is reached, in words.</summary>
    public string Line => Reach.State switch
    {
        Contact.Live => "live",
        Contact.Behind => string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Max(1, (long)Reach.BehindBy.TotalSeconds)} s behind{(Reach.BehindPushes > 1 ? $", {Reach.BehindPushes} changes not shown" : "")}"),
        Contact.Gone when Reach.Since is { } since => $"Lost since {LocalTime.Clock(since, Zone)}",
        _ => "Not heard from yet",
    };

    /// <summary>What it was told, in words: to compare with what it reports.</summary>
    public string Order => (Layout is ScreenLayout.Follow ? "follow the activity" : $"hold {Layout.ToString().ToLowerInvariant()}")
        + (Frozen ? ", to keep its picture" : "") + (Blank ? ", and to be blank" : "");

    /// <summary>The card with what the screen reported to show, by the words that the file has for it now.</summary>
    public ScreenCard Named(Reads reads, long workshop, IReadOnlyDictionary<string, string> items) => Reach.Showing switch
    {
        { Layout: "spotlight" } shown => SpotPost.Find(reads, workshop, shown.Item) is { } post
            ? this with { Title = post.Text, SetPosition = post.SetPosition } : this,
        { Item: { } item } => this with { Title = string.Join(" | ", item.Split(' ').Select(id => items.GetValueOrDefault(id)).OfType<string>()) },
        _ => this,
    };

    /// <summary>The value of a button on this screen.</summary>
    public string Act(string verb, string argument = "0") => FormattableString.Invariant($"{verb}/{Id}/{Version}/{argument}");

    private static string Word(string layout) => layout switch
    {
        "columns" => "Sets",
        "mosaic" => "Newest posts",
        "spotlight" => "Spotlight",
        "join" => "Join",
        "timer" => "Timer",
        "themes" => "Themes",
        "agenda" => "Agenda",
        "split" => "Split",
        "table" => "Tablet",
        "title" => "Title",
        "blank" => "Blank",
        "waiting" => "Waiting",
        _ => "Activity",
    };
}
