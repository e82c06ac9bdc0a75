using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Screens;

/// <summary>Finds what a paired screen shows now.</summary>
public sealed class Stages(ActivityKinds kinds, WallViews views, SiteAddress address, Presence presence)
{
    private const int DayRows = 9;

    /// <summary>What this screen shows; null where it is paired no longer.</summary>
    public Stage? Read(Reads reads, long screenId) => StageRows.Screen(reads, screenId) is { } screen ? Read(reads, screen) : null;

    /// <summary>What a screen that was told this shows now; null where its workshop is gone.</summary>
    public Stage? Read(Reads reads, StageScreen screen)
    {
        if (StageRows.Room(reads, screen.WorkshopId, address) is not { } room)
        {
            return null;
        }

        var only = SetsOf(reads, screen);
        var spot = screen.Layout == ScreenLayout.Spotlight ? SpotPost.Find(reads, screen.WorkshopId, screen.PostId) : null;
        var here = screen.Room == 2 && room.SecondItemId is { } second ? room with { CurrentItemId = second } : room;
        var stage = Begin(reads, here) with { Screen = screen, Only = only, Spot = spot };
        var layout = LayoutOf(stage);
        return layout == "split" ? Split(reads, stage, room) : Picture(reads, stage, layout);
    }

    /// <summary>The sets that a screen shows; empty for all. From now on pushes know it.</summary>
    public IReadOnlyList<long> SetsOf(Reads reads, StageScreen screen)
    {
        var only = StageRows.Only(reads, screen);
        if (screen.Id != 0)
        {
            views.Note(screen.WorkshopId, screen.Id, only);
        }

        return only;
    }

    /// <summary>Who is here, for the walls that say so; null where there is no such workshop.</summary>
    public Stage? WhoIsHere(Reads reads, long workshopId) => StageRows.Room(reads, workshopId, address) is not { } room ? null
        : Picture(reads, Begin(reads, room), "join");

    private Stage Begin(Reads reads, StageRoom room)
    {
        var agenda = StageAgenda.Read(reads, room);
        var activity = agenda.Now is { } item ? Activity.Find(reads, item.ActivityId) : null;
        return new Stage
        {
            Screen = new StageScreen(),
            Room = room,
            Layout = "title",
            Now = activity is null ? agenda.Now : agenda.Now! with { Closed = IsClosed(agenda.Now, activity) },
            Next = agenda.Next,
            Activity = activity,
            Revision = reads.Revision,
        };
    }

    /// <summary>A talk and a break go on, whatever is closed on the phones; so does an item that shows what was answered before.</summary>
    private bool IsClosed(StageItem item, Activity activity) => item is { Act: "Run", Runs: true } && activity.State == ActivityState.Closed
        && kinds.Has(activity.Kind) && kinds.Of(activity).DoingOf(activity) is not (Doing.Talk or Doing.Rest);

    private string LayoutOf(Stage stage)
    {
        var (screen, room) = (stage.Screen, stage.Room);
        if (screen.TableSet is not null || screen.Blank)
        {
            return screen.TableSet is not null ? "table" : "blank";
        }

        if (stage.Spot is not null)
        {
            return "spotlight";
        }

        // A spotlight whose post has gone is over: what was held before it stands again.
        var held = screen.Layout == ScreenLayout.Spotlight ? screen.HeldBefore ?? ScreenLayout.Follow : screen.Layout;
        if (!room.Open && (room.State != "Held" || held is ScreenLayout.Follow or ScreenLayout.Join))
        {
            return "waiting";
        }

        return held switch
        {
            ScreenLayout.Follow => Followed(stage.Activity),
            ScreenLayout.Spotlight => "title",
            _ => held.ToString().ToLowerInvariant(),
        };
    }

    /// <summary>How a wall that follows is laid out.</summary>
    private string Followed(Activity? activity) => activity is null ? "join" : kinds.Of(activity).LayoutOf(activity) switch
    {
        WallLayout.Columns => "columns",
        WallLayout.Mosaic => "mosaic",
        WallLayout.Join => "join",
        _ => "activity",
    };

    private Stage Picture(Reads reads, Stage stage, string layout)
    {
        // What is not for walls is on none, whatever a kind would draw: the plan of the day stands there.
        layout = layout is "activity" && AccessTable.ScreenReads(kinds.Of(stage.Activity!).Holds) == Extent.None ? "agenda" : layout;
        stage = stage with { Layout = layout };
        return layout switch
        {
            "join" => stage with { Sets = SetsHere.Of(reads, presence, stage.Room.Id), Roles = StageRole.Of(reads, presence, stage.Room.Id) },
            "columns" or "mosaic" => WithBoard(reads, stage),
            "themes" => WithThemes(reads, stage),
            "agenda" => stage with { Day = DayRow.Around(reads, stage.Room.Id, DayRows) },
            "activity" => stage with { KindPartial = kinds.Of(stage.Activity!).Partial("Wall"), KindModel = Context(reads, stage) },
            _ => stage,
        };
    }

    /// <summary>Two items side by side: those of the two rooms, else what is now and the chosen or the newest earlier one.</summary>
    private Stage Split(Reads reads, Stage stage, StageRoom room)
    {
        var left = Begin(reads, room) with { Screen = stage.Screen, Only = stage.Only };
        var beside = room.SecondItemId ?? StageRows.Beside(reads, stage.Screen, left.Now);
        var right = beside is { } item ? Begin(reads, room with { CurrentItemId = item }) with { Screen = stage.Screen, Only = stage.Only } : left;
        // What was before has ended long since: what is next comes after what is now.
        right = room.SecondItemId is null ? right with { Next = left.Next } : right;
        return left with
        {
            Layout = "split",
            Halves = [Half(reads, left, "join"), beside is null ? Picture(reads, right, "agenda") : Half(reads, right, "title")],
            HasRooms = room.SecondItemId is not null,
        };
    }

    /// <summary>Half a wall is too narrow for a column a set: the same posts stand there as a mosaic.</summary>
    private Stage Half(Reads reads, Stage stage, string join) =>
        Picture(reads, stage, Followed(stage.Activity) switch { "columns" => "mosaic", "join" => join, var layout => layout });

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
        new { workshop }).Distinct().Select(id => Activity.Find(reads, id)).OfType<Activity>().Where(activity => kinds.Has(activity.Kind));

    /// <summary>The board of what is now, or of the newest activity that had one: a held wall keeps it.</summary>
    private Stage WithBoard(Reads reads, Stage stage)
    {
        foreach (var activity in Begun(reads, stage.Room.Id).Prepend(stage.Activity).OfType<Activity>())
        {
            if (kinds.Of(activity).BoardOf(reads, activity, stage.Only) is { } board)
            {
                return stage with { Board = board, BoardOf = activity.Id };
            }
        }

        return stage;
    }

    private WallContext Context(Reads reads, Stage stage)
    {
        var (room, activity) = (stage.Room, stage.Activity!);
        var kind = kinds.Of(activity);
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
            Timer = stage.Now.Counts ? stage.Now.Clock : null,
            NextTitle = stage.Next?.Title,
            NextAt = stage.Next?.Starts.Clock,
            Next = stage.Next?.Starts,
            Model = kind.WallModel(reads, activity),
            Settings = kind.SettingsOf(activity.Settings),
            JoinAddress = room.Qr is null ? null : room.Address,
            JoinUrl = room.Qr?.Text,
            RoomCode = room.Code,
            Sets = stage.Only,
            Back = kind.DoingOf(activity) == Doing.Rest
                ? Begun(reads, room.Id).Where(old => old.Id != activity.Id).Select(old => kinds.Of(old).LookBackOf(reads, old)).FirstOrDefault(back => back is not null)
                : null,
        };
    }
}
