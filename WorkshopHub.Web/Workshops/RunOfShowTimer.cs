using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops;

public static partial class RunOfShow
{
    /// <summary>Stops the timer of what runs now; what is used is kept.</summary>
    public static Pressed Pause(Writes w, Press press) => Timed(w, press, item =>
    {
        if (!item.Timer.Running)
        {
            return Pressed.Conflict("The timer is paused already.");
        }

        w.Execute("""
            UPDATE agenda_item
            SET timer_used_seconds = timer_used_seconds + @used, timer_running_since = NULL, version = version + 1
            WHERE id = @Id
            """, new { item.Id, used = RunSeconds(w, item.Id) });
        Note(w, press, "pause", item.Id);
        return Pressed.Done("Paused.");
    });

    /// <summary>Lets the timer of what runs now run on.</summary>
    public static Pressed Resume(Writes w, Press press) => Timed(w, press, item =>
    {
        if (item.Timer.Running)
        {
            return Pressed.Conflict("The timer runs already.");
        }

        w.Execute("UPDATE agenda_item SET timer_running_since = @Now, version = version + 1 WHERE id = @Id",
            new { w.Now, item.Id });
        Note(w, press, "resume", item.Id);
        return Pressed.Done("Running on.");
    });

    /// <summary>
    /// Gives or takes minutes, of what runs now or of a later item. Taking never goes below what is used, nor below
    /// one minute of an item that has not begun.
    /// </summary>
    /// <param name="w">The command's writes.</param>
    /// <param name="press">The item and the version that were seen.</param>
    /// <param name="minutes">Minutes to give; negative to take; at most 60 at once.</param>
    public static Pressed Extend(Writes w, Press press, long minutes)
    {
        if (Item(w, press.Workshop, press.Item) is not { } item || minutes is 0 or > 60 or < -60)
        {
            return Pressed.Unknown;
        }

        if (Unchanged(w, press, item) is { } conflict)
        {
            return conflict;
        }

        if (item.State is not ("Running" or "Planned"))
        {
            return Pressed.Conflict($"“{item.Title}” is over.");
        }

        var used = (long)Math.Ceiling(item.Timer.Used(Utc.Parse(w.Now)).TotalSeconds);
        var least = (item.State == "Running" ? used : 60) - (item.Minutes * 60);
        var extra = Math.Max(item.ExtraSeconds + (minutes * 60), Math.Min(least, item.ExtraSeconds));
        if (extra == item.ExtraSeconds)
        {
            return Pressed.Conflict("There is no more time to take away.");
        }

        w.Execute("UPDATE agenda_item SET timer_extra_seconds = @extra, version = version + 1 WHERE id = @Id",
            new { extra, item.Id });
        Note(w, press, minutes > 0 ? "extend" : "shorten", item.Id);
        return Pressed.Done(minutes > 0 ? $"{minutes} min more." : $"{-minutes} min less.");
    }

    /// <summary>Closes what is on the phones; its results stay on the walls and the timer runs on.</summary>
    public static Pressed CloseActivity(Writes w, Press press) => Timed(w, press, item =>
        SetActivity(w, press, item, "Open", "Closed") > 0
            ? Pressed.Done("Closed on the phones. The results stay.")
            : Pressed.Conflict("It is closed already."));

    /// <summary>Opens what was closed again; only for the item that runs now.</summary>
    public static Pressed Reopen(Writes w, Press press) => Timed(w, press, item =>
        item.Act != "Run" ? Pressed.Conflict("This item shows results; there is nothing to open.")
        : SetActivity(w, press, item, "Closed", "Open") > 0 ? Pressed.Done("Open on the phones again.")
        : Pressed.Conflict("It is open already."));

    private static int SetActivity(Writes w, Press press, ItemRow item, string from, string to)
    {
        var changed = w.Execute(
            "UPDATE activity SET state = @to, closed_at = CASE @to WHEN 'Closed' THEN @Now END, version = version + 1 WHERE id = @ActivityId AND state = @from",
            new { item.ActivityId, from, to, w.Now });
        if (changed > 0)
        {
            w.Execute("UPDATE agenda_item SET version = version + 1 WHERE id = @Id", new { item.Id });
            Note(w, press, to == "Open" ? "reopen" : "close", item.Id);
        }

        return changed;
    }

    private static Pressed Timed(Writes w, Press press, Func<ItemRow, Pressed> change) =>
        Item(w, press.Workshop, press.Item) is not { } item ? Pressed.Unknown
            : Seen(w, press) ?? change(item);
}
