using System.Globalization;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;

namespace WorkshopHub.Web.Workshops.ControlRoom;

/// <summary>The screens of a room, each with what it has reported to show, not what it was told.</summary>
public sealed record ScreensHere
{
    /// <summary>The sets of the programme.</summary>
    public IReadOnlyList<RoomSet> Sets { get; init; } = [];

    /// <summary>Whether the day has items for two rooms, so that a screen stands in one of them.</summary>
    public bool HasRooms { get; init; }

    /// <summary>The workshop.</summary>
    public long Workshop { get; init; }

    /// <summary>The paired screens.</summary>
    public required IReadOnlyList<ScreenCard> Screens { get; init; }

    /// <summary>Keys of the sets' marks, for the small picture of columns.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>What has run and does not run now, newest first: it can stand beside what is now.</summary>
    public required IReadOnlyList<RanItem> Ran { get; init; }

    /// <summary>The turn of all screens: a press on all of them names it.</summary>
    public long Turn { get; init; }

    /// <summary>Whether phones can reach the address that walls show; without one there is no QR.</summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>The newest posts that the room may see, to put one of them on one screen.</summary>
    public required IReadOnlyList<NewPost> Newest { get; init; }

    /// <summary>Whether every screen is blank.</summary>
    public bool AllBlank => Screens.Count > 0 && Screens.All(screen => screen.Blank);

    /// <summary>Whether any screen shows a spotlight.</summary>
    public bool AnySpotlight => Screens.Any(screen => screen.Layout == ScreenLayout.Spotlight);

    /// <summary>The screens as they are now.</summary>
    public static ScreensHere Read(Reads reads, Presence presence, long workshop, SiteAddress address)
    {
        var items = reads.Query<RanItem>("""
            SELECT i.id, i.title, i.started_at IS NOT NULL AND i.state <> 'Running' AS HasRun
            FROM agenda_item i WHERE i.workshop_id = @workshop ORDER BY i.started_at DESC
            """, new { workshop });
        var titles = items.ToDictionary(item => item.Id.ToString(CultureInfo.InvariantCulture), item => item.Title);
        var reached = presence.Of(workshop);
        var zone = LocalTime.ZoneOf(reads);
        return new ScreensHere
        {
            Workshop = workshop,
            Screens =
            [
                .. reads.Query<ScreenCard>("""
                    SELECT s.id, s.name, s.layout, s.blank, s.frozen, s.theme, s.room, s.sets, s.table_set, s.split_item, s.version, s.paired_at
                    FROM screen s
                    WHERE s.workshop_id = @workshop AND s.unpaired_at IS NULL ORDER BY s.name COLLATE NAMES, s.id
                    """, new { workshop })
                    .Select(screen => (screen with { Reach = reached.Screen(screen.Id), Zone = zone }).Named(reads, workshop, titles)),
            ],
            Marks =
            [
                .. reads.Query<long>("""
                    SELECT s.position FROM sets s JOIN workshop w ON w.programme_id = s.programme_id
                    WHERE w.id = @workshop ORDER BY s.position
                    """, new { workshop }).Select(position => Shared.Marks.For(position).Key),
            ],
            Sets = RoomSet.Of(reads, workshop),
            HasRooms = reads.First<long?>("SELECT id FROM agenda_item WHERE workshop_id = @workshop AND room > 0 LIMIT 1", new { workshop }) is not null,
            Ran = [.. items.Where(item => item.HasRun).Take(8)],
            Turn = AllScreens.Turn(reads, workshop),
            HasAddress = WallAddress.Of(reads, address).Reaches,
            Newest = reads.Query<NewPost>("""
                SELECT p.id, p.text FROM post p JOIN activity a ON a.id = p.activity_id
                WHERE a.workshop_id = @workshop AND p.state = 'Shown'
                  AND a.name_mode <> 'Private'
                  AND (a.revealed_at IS NOT NULL OR a.reveal = 'Live' OR (a.reveal = 'AfterClose' AND a.state = 'Closed'))
                  AND a.id = (SELECT i.activity_id FROM agenda_item i JOIN workshop w ON w.current_item_id = i.id WHERE w.id = @workshop)
                ORDER BY p.sort_key DESC LIMIT 5
                """, new { workshop }),
        };
    }
}

/// <summary>A post that can be put on a screen.</summary>
public sealed record NewPost
{
    /// <summary>The post.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";
}

/// <summary>An item of the run of show.</summary>
public sealed record RanItem
{
    /// <summary>The item.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether it has run and does not run now.</summary>
    public bool HasRun { get; init; }
}
