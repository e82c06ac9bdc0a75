using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Three days before it is due an open action begins to wait on its owner's page. Nothing of its text goes anywhere.</summary>
public sealed class ActionSoon : IDueWork
{
    /// <summary>Its kind.</summary>
    public const string Word = "ActionSoon";

    /// <summary>How many days before.</summary>
    public const int Days = 3;

    private static readonly TimeOnly _morning = new(8, 0);

    /// <inheritdoc />
    public string Kind => Word;

    /// <summary>Plans the reminder of an action for its day, or takes it back where there is none.</summary>
    public static void Plan(Writes writes, long action, DateOnly? due)
    {
        if (due is { } day)
        {
            Due.Plan(writes, Word, action, LocalTime.Moment(day.AddDays(-Days).ToDateTime(_morning), LocalTime.ZoneOf(writes)));
        }
        else
        {
            Due.Cancel(writes, Word, action);
        }
    }

    /// <inheritdoc />
    public void Do(Writes writes, long thing) => writes.Execute(
        "UPDATE set_action SET soon_at = @Now WHERE id = @thing AND state = 'Agreed'", new { thing, writes.Now });
}
