using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Join;
using WorkshopHub.Web.Workshops.Phone;

namespace WorkshopHub.Web.Workshops.Table;

/// <summary>What a tablet on a set's table shows.</summary>
public sealed record TabletView
{
    private const int CardsOnTable = 4;

    /// <summary>The workshop.</summary>
    public long Workshop { get; private init; }

    /// <summary>The set whose table it stands on.</summary>
    public RoomSet Set { get; private init; } = new();

    /// <summary>What is now, as a phone of the set would show it.</summary>
    public PhoneStage Stage { get; private init; } = null!;

    /// <summary>The set's members and its advisor.</summary>
    public IReadOnlyList<RosterName> People { get; private init; } = [];

    /// <summary>What this table has put on the wall, the newest; null where there is nothing of that sort.</summary>
    public WallColumn? Column { get; private init; }

    /// <summary>The partial of a card of <see cref="Column"/>.</summary>
    public string CardPartial { get; private init; } = "";

    /// <summary>Whether the activity of now may be answered on a tablet that others see.</summary>
    public bool Fits { get; private init; }


    /// <summary>The activity of now, or null.</summary>
    public Activity? Activity => Stage.Context.Activity;

    /// <summary>Whether somebody can answer here now.</summary>
    public bool IsOpen => Fits && Activity is { State: ActivityState.Open } && Stage.KindPartial is not null;

    /// <summary>Names what is now; another value means that the idle tablet shows something else.</summary>
    public string State => $"{Stage.Item}-{IsOpen}-{Column?.Count ?? 0}";

    /// <summary>Reads it; null where the screen is no tablet, or is paired no longer.</summary>
    public static TabletView? Read(Reads reads, ActivityKinds kinds, ScreenPass screen, DateTimeOffset now, Typed? typed)
    {
        var set = reads.First<long?>("SELECT table_set FROM screen WHERE id = @ScreenId AND unpaired_at IS NULL", screen);
        if (set is null || RoomSet.Of(reads, screen.WorkshopId).FirstOrDefault(one => one.Id == set) is not { } table
            || PhoneStage.Read(
                reads, kinds, screen.WorkshopId, now, Role.Member, null, typed, SecondRoom.Of(reads, screen.WorkshopId, set)) is not { } stage)
        {
            return null;
        }

        var activity = stage.Context.Activity;
        var kind = activity is null ? null : kinds.Of(activity);
        var fits = activity is { NameMode: NameMode.Named or NameMode.SetOnly } && kind!.FitsTable(activity);
        var board = activity is { IsRevealed: true } && fits ? kind!.BoardOf(reads, activity) : null;
        var column = board?.Columns.FirstOrDefault(one => one.SetId == set);
        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", screen);
        return new TabletView
        {
            Workshop = screen.WorkshopId,
            Set = table,
            Stage = stage,
            Fits = fits,
            People = [.. Roster.Everybody(reads, programme, screen.WorkshopId).Where(one => one.SetId == set)
                .OrderBy(one => one.Role)],
            Column = column is null ? null : column with { Cards = [.. column.Cards.Take(CardsOnTable)] },
            CardPartial = board?.CardPartial ?? "",
        };
    }

    /// <summary>The place of somebody who stands before the tablet.</summary>
    public Seat SeatOf(RosterName person, long participant) => new()
    {
        ParticipantId = participant,
        WorkshopId = Workshop,
        PersonId = person.PersonId,
        Name = person.Name,
        Role = person.Role,
        SetId = person.SetId,
        Assurance = Assurance.Claimed,
    };
}
