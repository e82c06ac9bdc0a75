using System.Text.Json;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>Finds what a paired screen shows now.</summary>
public sealed class Stages(ActivityKinds kinds, SiteAddress address, Presence presence)
{
    private const int DayRows = 9;

    /// <summary>What this screen shows; null where it is paired no longer.</summary>
    public Stage? Read(Reads reads, long screenId) => Screen(reads, screenId) is { } screen ? Read(reads, screen) : null;

    /// <summary>What a screen that was told this shows now; null where its workshop is gone.</summary>
    public Stage? Read(Reads reads, StageScreen screen)
    {
        if (Room(reads, screen.WorkshopId) is not { } room)
        {
            return null;
        }

        room = screen.Room == 2 && room.SecondItemId is { } second ? room with { CurrentItemId = second } : room;
        var agenda = StageAgenda.Read(reads, room);
        var spot = screen.Layout == ScreenLayout.Spotlight
            ? SpotPost.Find(reads, screen.WorkshopId, screen.PostId)
            : null;
        var activity = agenda.Now is { } now ? Activity.Find(reads, now.ActivityId) : null;
        var layout = LayoutOf(screen, room, activity, spot);
        var stage = new Stage
        {
            Screen = screen,
            Room = room,
            Layout = layout,
            Now = agenda.Now,
            Next = agenda.Next,
            Spot = spot,
            Sets = layout is "join" or "columns" or "mosaic" or "waiting" ? Sets(reads, room) : [],
            Revision = reads.Revision,
        };
        return layout switch
        {
            "columns" or "mosaic" => OfSets(WithBoard(reads, stage, activity)),
            "themes" => WithThemes(reads, stage),
            "agenda" => stage with { Day = DayRow.Around(reads, room.Id, DayRows) },
            "activity" => stage with
            {
                KindPartial = kinds.Of(activity!).Partial("Wall"),
                KindModel = Context(stage, activity!, reads),
            },
            _ => stage,
        };
    }

    /// <summary>Who is here, for the walls that say so; null where there is no such workshop.</summary>
    public Stage? WhoIsHere(Reads reads, long workshopId) => Room(reads, workshopId) is not { } room ? null : new Stage
    {
        Screen = new StageScreen(),
        Room = room,
        Layout = "join",
        Now = StageAgenda.Read(reads, room).Now,
        Sets = Sets(reads, room),
        Revision = reads.Revision,
    };

    private string LayoutOf(StageScreen screen, StageRoom room, Activity? activity, SpotPost? spot)
    {
        if (screen.TableSet is not null)
        {
            return "table";
        }

        if (screen.Blank)
        {
            return "blank";
        }

        if (spot is not null)
        {
            return "spotlight";
        }

        if (!room.Open && (room.State != "Held" || screen.Layout is ScreenLayout.Follow or ScreenLayout.Join))
        {
            return "waiting";
        }

        return screen.Layout switch
        {
            ScreenLayout.Join => "join",
            ScreenLayout.Columns => "columns",
            ScreenLayout.Mosaic => "mosaic",
            ScreenLayout.Timer => "timer",
            ScreenLayout.Title => "title",
            ScreenLayout.Themes => "themes",
            ScreenLayout.Agenda => "agenda",
            _ => activity is null ? "join" : kinds.Of(activity).LayoutOf(activity) switch
            {
                WallLayout.Columns => "columns",
                WallLayout.Mosaic => "mosaic",
                WallLayout.Join => "join",
                _ => "activity",
            },
        };
    }

    /// <summary>A screen that shows some sets only has their columns and their posts.</summary>
    private static Stage OfSets(Stage stage)
    {
        var only = JsonSerializer.Deserialize<long[]>(stage.Screen.Sets)!;
        return only.Length == 0 || stage.Board is not { } board ? stage : stage with
        {
            Board = board with { Columns = [.. board.Columns.Where(column => only.Contains(column.SetId))] },
        };
    }

    /// <summary>The themes of the newest activity that has any.</summary>
    private Stage WithThemes(Reads reads, Stage stage)
    {
        foreach (var activity in Begun(reads, stage.Room.Id))
        {
            if (kinds.Of(activity).ThemesOf(reads, activity) is { } themes)
            {
                return stage with { Themes = themes, ThemesTitle = activity.Title, BoardOf = activity.Id };
            }
        }

        return stage;
    }

    private IEnumerable<Activity> Begun(Reads reads, long workshop) => reads.Query<long>(
        """
        SELECT activity_id FROM agenda_item
        WHERE workshop_id = @workshop AND started_at IS NOT NULL ORDER BY started_at DESC LIMIT 12
        """,
        new { workshop }).Select(id => Activity.Find(reads, id)).OfType<Activity>().Where(activity => kinds.Has(activity.Kind));

    /// <summary>The board of what is now, or of the newest activity that had one: a held wall keeps it.</summary>
    private Stage WithBoard(Reads reads, Stage stage, Activity? activity)
    {
        if (activity is not null && kinds.Of(activity).BoardOf(reads, activity) is { } board)
        {
            return stage with { Board = board, BoardOf = activity.Id };
        }

        foreach (var old in Begun(reads, stage.Room.Id))
        {
            if (kinds.Of(old).BoardOf(reads, old) is { } its)
            {
                return stage with { Board = its, BoardOf = old.Id };
            }
        }

        return stage;
    }

    private WallContext Context(Stage stage, Activity activity, Reads reads)
    {
        var kind = kinds.Of(activity);
        var room = stage.Room;
        return new WallContext
        {
            WorkshopId = room.Id,
            WorkshopTitle = room.KindName,
            ProgrammeName = room.Programme,
            Organisation = room.Organisation,
            ItemId = stage.Now!.Id,
            Number = (int)stage.Now.Number,
            Of = (int)stage.Now.Count,
            Activity = activity,
            Timer = new TimerView(stage.Now.Ends, stage.Now.Left),
            NextTitle = stage.Next?.Title,
            NextAt = stage.Next?.Starts,
            Model = kind.WallModel(reads, activity),
            Settings = kind.SettingsOf(activity.Settings),
            JoinAddress = room.Open ? room.Address : null,
            JoinUrl = room.Qr?.Text,
            RoomCode = room.Code,
        };
    }

    /// <summary>The row of a paired screen.</summary>
    public static StageScreen? Screen(Reads reads, long screenId) => reads.First<StageScreen>(
        """
        SELECT id AS Id, workshop_id AS WorkshopId, name AS Name, layout AS Layout, post_id AS PostId, blank AS Blank,
               frozen AS Frozen, theme AS Theme, room AS Room, sets AS Sets, table_set AS TableSet, version AS Version
        FROM screen
        WHERE id = @screenId AND unpaired_at IS NULL
        """,
        new { screenId });

    private StageRoom? Room(Reads reads, long workshopId)
    {
        var room = reads.First<StageRoom>(
            """
            SELECT w.id AS Id, w.kind AS Kind, w.title AS Title, w.date AS Date, w.starts AS Starts, w.place AS Place,
                   w.state AS State, w.room_code AS Code, w.room_token AS Token, w.current_item_id AS CurrentItemId, w.second_item_id AS SecondItemId,
                   p.name AS Programme,
                   ifnull((SELECT value FROM setting WHERE name = 'Site:Name'), '') AS Organisation
            FROM workshop w
            JOIN programme p ON p.id = w.programme_id
            WHERE w.id = @workshopId
            """,
            new { workshopId });
        if (room is null)
        {
            return null;
        }

        var typed = WallAddress.Of(reads, address);
        return room with { Address = typed.Typed("/j"), Qr = room.Open ? Qr.Of(typed.Qr("/j/" + room.Token)) : null };
    }

    private IReadOnlyList<StageSet> Sets(Reads reads, StageRoom room) => SetsHere.Of(reads, presence, room.Id);
}
