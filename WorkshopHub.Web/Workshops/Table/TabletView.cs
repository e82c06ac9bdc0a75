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

    /// <summary>The set's members and its advisor, as far as they take part.</summary>
    public IReadOnlyList<RosterName> People { get; private init; } = [];

    /// <summary>Who may sit at this table too: people who take part and sit in no set.</summary>
    public IReadOnlyList<RosterName> Others { get; private init; } = [];

    /// <summary>The kind's _Feed, where its field does not hold the whole answer; null where it does.</summary>
    public string? FeedPartial { get; private init; }

    /// <summary>Its model, with nothing that anybody wrote elsewhere.</summary>
    public object? Feed { get; private init; }

    /// <summary>How many of the set have answered, where walls don't list what they wrote.</summary>
    public TurnoutRow? Answers { get; private init; }

    /// <summary>What this table has put on the wall, the newest; null where there is nothing of that sort.</summary>
    public WallColumn? Column { get; private init; }

    /// <summary>The partial of a card of <see cref="Column"/>.</summary>
    public string CardPartial { get; private init; } = "";

    /// <summary>Whether the activity of now may be answered on a tablet that others see.</summary>
    public bool Fits { get; private init; }

    /// <summary>Whether there is something to send now.</summary>
    public bool Takes { get; private init; }

    /// <summary>What most people do now.</summary>
    public Doing Doing { get; private init; } = Doing.Rest;

    /// <summary>The activity of now, or null.</summary>
    public Activity? Activity => Stage.Context.Activity;

    /// <summary>Why nobody can answer here now, in a sentence for the idle screen.</summary>
    public string WhyNot => Activity is null || Fits || Doing == Doing.Rest ? "There is nothing to write just now."
        : Doing != Doing.Phones ? "Nothing to press here: this one is for talking."
        : Activity.NameMode is NameMode.Named or NameMode.SetOnly ? "This one is answered from a known phone: your own."
        : "This one is on your own phone only: what you give stays with you.";

    /// <summary>Whether somebody can answer here now.</summary>
    public bool IsOpen => Fits && Takes && People.Count + Others.Count > 0;

    /// <summary>Names what is now; another value means that the idle tablet shows something else.</summary>
    public string State => $"{Stage.Item}-{IsOpen}-{Column?.Count ?? Answers?.Answered ?? 0}";

    /// <summary>Reads it; null where the screen is no tablet, or is paired no longer.</summary>
    public static TabletView? Read(Reads reads, ActivityKinds kinds, ScreenPass screen, DateTimeOffset now, Typed? typed, long? who)
    {
        var set = reads.First<long?>("SELECT table_set FROM screen WHERE id = @ScreenId AND unpaired_at IS NULL", screen);
        if (set is null || RoomSet.Of(reads, screen.WorkshopId).FirstOrDefault(one => one.Id == set) is not { } table
            || PhoneStage.Read(
                reads, kinds, screen.WorkshopId, now, null, null, typed, SecondRoom.Of(reads, screen.WorkshopId, set)) is not { } stage)
        {
            return null;
        }

        var activity = stage.Context.Activity;
        var kind = activity is null ? null : kinds.Of(activity);
        var fits = activity is { NameMode: NameMode.Named or NameMode.SetOnly } && kind!.FitsTable(activity);
        var board = activity is { IsRevealed: true } && fits ? kind!.BoardOf(reads, activity) : null;
        var column = board is { BySet: true } ? board.Columns.FirstOrDefault(one => one.SetId == set) : null;
        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @WorkshopId", screen);
        var here = Roster.Everybody(reads, programme, screen.WorkshopId).Where(one => activity?.IsFor(one.Role) == true).ToList();
        var view = new TabletView
        {
            Workshop = screen.WorkshopId,
            Set = table,
            Stage = stage,
            Fits = fits,
            Doing = kind?.DoingOf(activity!) ?? Doing.Rest,
            Takes = kind?.DoingOf(activity!) == Doing.Phones && kind.TakesAnswers(activity!),
            People = [.. here.Where(one => one.SetId == set).OrderBy(one => one.Role)],
            Others = [.. here.Where(one => one.SetId is null && one.Role != Role.Facilitator).OrderBy(one => one.Role)],
            Column = column is null ? null : column with { Cards = [.. column.Cards.Take(CardsOnTable)] },
            Answers = fits && column is null ? Turnout.Of(reads, activity!).Sets.FirstOrDefault(one => one.SetId == set) ?? new TurnoutRow() : null,
            CardPartial = board?.CardPartial ?? "",
        };
        // Somebody who has only picked a name sees nothing of what that name wrote on another phone.
        var feed = view.IsOpen && view.Find(who) is { } person
            ? kind!.TableModel(reads, activity!, view.SeatOf(person, AnsweredMarks.Paper) with { PersonId = null }) : null;
        return feed is null ? view : view with { Feed = feed, FeedPartial = kind!.Partial("Feed") };
    }

    /// <summary>Somebody who may answer here, or null.</summary>
    public RosterName? Find(long? person) => People.Concat(Others).FirstOrDefault(one => one.PersonId == person);

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
