using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Web.Activities.Moments;

/// <summary>What stands on a card.</summary>
public enum CardKind
{
    /// <summary>Title, speaker and clock.</summary>
    Title,

    /// <summary>What the sets may decide.</summary>
    Authority,

    /// <summary>One problem.</summary>
    Problem,

    /// <summary>The road from the kick-off to the final.</summary>
    Road,

    /// <summary>When all meet again.</summary>
    Next,

    /// <summary>Each set with its problem.</summary>
    Board,
}

/// <summary>A card of a moment.</summary>
/// <param name="Kind">What stands on it.</param>
/// <param name="Name">What the facilitator's list calls it.</param>
/// <param name="Problem">The problem on it, or null.</param>
public sealed record MomentCard(CardKind Kind, string Name, ProblemRow? Problem = null);

/// <summary>A moment with the card that is up, as walls, phones and the control room show it.</summary>
public sealed record MomentNow
{
    /// <summary>Minutes that each client has for a problem.</summary>
    public const int MinutesOfProblem = 3;

    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Its settings.</summary>
    public required MomentSettings Settings { get; init; }

    /// <summary>All cards in order; at least one.</summary>
    public required IReadOnlyList<MomentCard> Cards { get; init; }

    /// <summary>Which of them is up, from 0.</summary>
    public int At { get; init; }

    /// <summary>The clock of the card that is up; null where it has none of its own.</summary>
    public TimerView? Timer { get; init; }

    /// <summary>The day around now, where it is a break.</summary>
    public IReadOnlyList<DayRow> Day { get; init; } = [];

    /// <summary>The sponsor's word, where its card is up.</summary>
    public Authority? Authority { get; init; }

    /// <summary>What was tried on the problem that is up.</summary>
    public IReadOnlyList<FailedAttempt> Tried { get; init; } = [];

    /// <summary>The road, where its card is up.</summary>
    public Road? Road { get; init; }

    /// <summary>When all meet again, where its card is up.</summary>
    public NextStop? Next { get; init; }

    /// <summary>The board, where its card is up.</summary>
    public IReadOnlyList<BoardLine> Board { get; init; } = [];

    /// <summary>The card that is up.</summary>
    public MomentCard Card => Cards[At];

    /// <summary>As it is now.</summary>
    public static MomentNow Read(Reads reads, Activity activity) => reads.Once($"moment-{activity.Id}-{activity.RoomId}", () =>
    {
        var settings = MomentSettings.Parse(activity.Settings);
        var programme = reads.First<long>("SELECT programme_id FROM workshop WHERE id = @RoomId", activity);
        var up = settings.HasCards
            ? reads.First<UpRow>("SELECT card, since FROM moment_card WHERE activity_id = @Id", activity) : null;
        var cards = CardsOf(reads, activity, settings, programme);
        var at = (int)Math.Min(up?.Card ?? 0, cards.Count - 1);
        var kind = cards[at].Kind;
        return new MomentNow
        {
            Activity = activity,
            Settings = settings,
            Cards = cards,
            At = at,
            Timer = kind == CardKind.Problem && up is not null ? new TimerView(
                Utc.Parse(up.Since).AddMinutes(MinutesOfProblem).ToUnixTimeMilliseconds(), MinutesOfProblem * 60) : null,
            Day = settings.Doing == Doing.Rest ? DayRow.Around(reads, activity.RoomId) : [],
            Authority = kind == CardKind.Authority ? Authority.Of(reads, programme) : null,
            Tried = cards[at].Problem is { } problem ? FailedAttempt.Of(reads, problem.Id) : [],
            Road = kind == CardKind.Road ? Road.Read(reads, activity.RoomId) : null,
            Next = kind == CardKind.Next ? NextStop.Read(reads, activity.RoomId) : null,
            Board = kind == CardKind.Board ? BoardLine.Of(reads, activity.RoomId) : [],
        };
    });

    /// <summary>Puts a card up. False where another one than the facilitator saw is up by now, or there is no such card.</summary>
    public static bool Show(Writes writes, Activity activity, int card, int seen)
    {
        var now = Read(writes, activity);
        if (now.At != seen || card < 0 || card >= now.Cards.Count)
        {
            return false;
        }

        writes.Execute("""
            INSERT INTO moment_card (activity_id, card, since) VALUES (@Id, @card, @Now)
            ON CONFLICT (activity_id) DO UPDATE SET card = excluded.card, since = excluded.since
            """, new { activity.Id, card, writes.Now });
        return true;
    }

    private static IReadOnlyList<MomentCard> CardsOf(Reads reads, Activity activity, MomentSettings settings, long programme)
    {
        var title = new MomentCard(CardKind.Title, "Title and clock");
        if (!settings.HasCards)
        {
            return [title];
        }

        return settings.Shows switch
        {
            MomentShows.Authority when Authority.Of(reads, programme) is not null => [title, new(CardKind.Authority, "What the sets may decide")],
            MomentShows.Problems =>
                [title, .. ProblemRow.Offered(reads, programme).Select(problem => new MomentCard(CardKind.Problem, problem.Title, problem))],
            MomentShows.Timeline => [new(CardKind.Road, "The road")],
            MomentShows.Next when NextStop.Read(reads, activity.RoomId) is not null => [new(CardKind.Next, "The next date")],
            MomentShows.Board when RoomSet.Of(reads, activity.RoomId).Count > 0 => [new(CardKind.Board, "What the sets work on")],
            _ => [title],
        };
    }

    /// <summary>The whole sentences of a text that fit; of one that doesn't, its last whole word and "…".</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(". ", most - 1, StringComparison.Ordinal);
        var word = text.LastIndexOf(' ', most - 1);
        return end > 0 ? text[..(end + 1)] : text[..(word > 0 ? word : most - 1)].TrimEnd(',', ';', ':') + "…";
    }

    private sealed record UpRow
    {
        public long Card { get; init; }

        public string Since { get; init; } = "";
    }
}

/// <summary>A set on the board.</summary>
public sealed record BoardLine
{
    /// <summary>The set's place.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Title of the problem that it works on, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>The client's name, or null.</summary>
    public string? Client { get; init; }

    /// <summary>The champions' names, or null.</summary>
    public string? Champion { get; init; }

    /// <summary>The sets of a workshop, in order. A member's own problem is not on it: that is told in the set.</summary>
    public static IReadOnlyList<BoardLine> Of(Reads reads, long workshop) => reads.Query<BoardLine>("""
        SELECT s.position, s.name, o.title AS Problem, c.name AS Client,
          (SELECT group_concat(p.name, ', ') FROM role_assignment r JOIN person p ON p.id = r.person_id
           WHERE r.set_id = s.id AND r.role = 'Champion') AS Champion
        FROM sets s
        JOIN workshop w ON w.programme_id = s.programme_id
        LEFT JOIN problem o ON o.id = s.problem_id AND o.owner_id IS NULL
        LEFT JOIN person c ON c.id = o.client_id
        WHERE w.id = @workshop
        ORDER BY s.position
        """, new { workshop });
}
