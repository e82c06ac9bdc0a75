using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.Rounds;

/// <summary>The plan of the rounds and where they stand, read once for phone, wall, control room and paper.</summary>
public sealed record Seating
{
    /// <summary>The activity.</summary>
    public required Activity Activity { get; init; }

    /// <summary>Its settings.</summary>
    public required RoundsSettings Settings { get; init; }

    /// <summary>Where the rounds stand; null without a plan.</summary>
    public required SeatingRow? Row { get; init; }

    /// <summary>Everybody in the plan, also who has left.</summary>
    public required IReadOnlyList<SeatedPerson> People { get; init; }

    /// <summary>Who is here and takes part; with or without a place.</summary>
    public required IReadOnlyList<RoomPerson> Here { get; init; }

    /// <summary>The questions that came to the sets in the activity that these rounds are about, newest first.</summary>
    public IReadOnlyList<Received> Received { get; init; } = [];

    /// <summary>The moment at which it was read.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The table of somebody in a round.</summary>
    public required IReadOnlyDictionary<(long Round, long Participant), long> Places { get; init; }

    /// <summary>The round whose tables are shown: the one that is now, else the first.</summary>
    public long Shown => Math.Clamp(Row?.Round ?? 1, 1, Row?.Rounds ?? 1);

    /// <summary>Who is here and has no place yet.</summary>
    public IReadOnlyList<RoomPerson> Late
    {
        get
        {
            var seated = People.Select(one => one.ParticipantId).ToHashSet();
            return Row is null ? [] : [.. Here.Where(one => !seated.Contains(one.ParticipantId!.Value))];
        }
    }

    /// <summary>The time of what is now; null where none runs.</summary>
    public TimerView? Timer => Row?.EndsAt is { } ends && Row.Phase is RoundPhase.Moving or RoundPhase.Talking
        ? new TimerView(Utc.Parse(Row.EndsAt!).ToUnixTimeMilliseconds(), (long)Math.Ceiling((Utc.Parse(Row.EndsAt!) - Now).TotalSeconds)) : null;

    /// <summary>As it is now.</summary>
    public static Seating Read(Reads reads, Activity activity, DateTimeOffset now = default) => new()
    {
        Activity = activity,
        Settings = RoundsSettings.Parse(activity.Settings),
        Row = SeatingRow.Find(reads, activity.Id),
        People = SeatedPerson.Of(reads, activity.Id),
        Here = HereIn(reads, activity),
        Places = PlaceRow.Of(reads, activity.Id).ToDictionary(row => (row.Round, row.ParticipantId), row => row.TableNo),
        Now = now,
    };

    /// <summary>The table of somebody in a round, or null.</summary>
    public long? TableOf(long participant, long round) => Places.TryGetValue((round, participant), out var table) ? table : null;

    /// <summary>Who sits at a table in a round: who stays first, then by set; with those who have left only if asked.</summary>
    public IReadOnlyList<SeatedPerson> At(long table, long round, bool gone = false) =>
        [.. People.Where(one => (gone || !one.Gone) && TableOf(one.ParticipantId, round) == table).OrderByDescending(one => one.Stays)];

    /// <summary>The numbers of all tables.</summary>
    public IEnumerable<long> Tables => Enumerable.Range(1, (int)(Row?.Tables ?? 0)).Select(table => (long)table);

    /// <summary>The set whose member stays at a table, and what came to it; null where nothing did.</summary>
    public (SeatedPerson Host, IReadOnlyList<Received> Questions)? QuestionsAt(long table, long round) =>
        At(table, round).FirstOrDefault(one => one is { Stays: true, SetId: not null }) is { } host
            && Received.Where(question => question.SetId == host.SetId).ToList() is { Count: > 0 } questions ? (host, questions) : null;

    /// <summary>In sets: whose round it is at a table, or null.</summary>
    public SeatedPerson? TurnAt(long table, long round) =>
        People.FirstOrDefault(one => !one.Gone && one.Turn == round && TableOf(one.ParticipantId, round) == table);

    /// <summary>A first name, with as much of the rest as tells it from the others.</summary>
    public string Called(SeatedPerson person)
    {
        var same = People.Where(one => one.First == person.First && one.ParticipantId != person.ParticipantId).ToList();
        var last = person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., var end] ? end : "";
        return same.Count == 0 || last.Length == 0 ? person.First : $"{person.First} {last[..1]}.";
    }

    /// <summary>How many pairs share a table in these rounds, how many of them more than once, how many across sets.</summary>
    public (int Pairs, int Twice, int Across) Met(long upTo)
    {
        var sets = People.ToDictionary(one => one.ParticipantId, one => one.SetId);
        var pairs = new Dictionary<(long, long), int>();
        foreach (var table in Places.Where(place => place.Key.Round <= upTo && sets.ContainsKey(place.Key.Participant))
            .GroupBy(place => (place.Key.Round, place.Value)))
        {
            var ids = table.Select(place => place.Key.Participant).Order().ToArray();
            for (var one = 0; one < ids.Length; one++)
            {
                for (var other = one + 1; other < ids.Length; other++)
                {
                    pairs[(ids[one], ids[other])] = pairs.GetValueOrDefault((ids[one], ids[other])) + 1;
                }
            }
        }

        return (pairs.Count, pairs.Values.Count(times => times > 1),
            pairs.Keys.Count(pair => sets[pair.Item1] is null || sets[pair.Item1] != sets[pair.Item2]));
    }

    private static IReadOnlyList<RoomPerson> HereIn(Reads reads, Activity activity)
    {
        var settings = RoundsSettings.Parse(activity.Settings);
        var room = reads.First<long?>(
            "SELECT room FROM agenda_item WHERE activity_id = @Id AND state = 'Running' AND room > 0 LIMIT 1", activity);
        return
        [
            .. RoomPerson.Of(reads, activity.WorkshopId).Where(one => one is { IsHere: true, ParticipantId: not null }
                && one.Role != Role.Facilitator && activity.IsFor(one.Role)
                && (settings.Mixing != Mixing.InSets || one.SetId is not null)
                && (room is null || SecondRoom.Of(reads, activity.WorkshopId, one.SetId) == room)),
        ];
    }
}
