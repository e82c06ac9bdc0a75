using System.Collections.Concurrent;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>Lets invented people answer whatever runs in a workshop, in both of its rooms.</summary>
internal sealed class Answering(Db db, ActivityKinds kinds, long workshop)
{
    private const int Tries = 16;
    private const int Shortest = 16; // characters of a sentence; a name or a choice may well come twice

    private readonly Dictionary<(long Activity, long Participant), DateTimeOffset> _answered = [];
    private readonly HashSet<(long Activity, string Words)> _said = [];
    private readonly ConcurrentDictionary<long, int> _taken = [];

    /// <summary>How many answers were taken, by activity.</summary>
    public IReadOnlyDictionary<long, int> Taken => _taken;

    /// <summary>What runs now: open, or shown and reviewed again, which some kinds have questions about too.</summary>
    public Task<IReadOnlyList<(Activity Activity, int Room)>> NowAsync(CancellationToken stop) => db.ReadAsync(Now, stop);

    /// <summary>
    /// Somebody who has not answered for a while sends what an invented person would. Without names nobody does it twice.
    /// </summary>
    /// <param name="here">Who holds a phone.</param>
    /// <param name="pause">For how long somebody is quiet who has said something.</param>
    /// <param name="fits">What may be answered.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>False where nobody has anything to say, or it was not taken.</returns>
    public async Task<bool> NextAsync(
        IReadOnlyList<SimulatedPhone> here, TimeSpan pause, Func<Activity, bool> fits, CancellationToken stop)
    {
        var phones = here.ToArray();
        Random.Shared.Shuffle(phones);
        var now = TimeProvider.System.GetUtcNow();
        var found = await db.ReadAsync(
            reads =>
            {
                var running = Now(reads).Where(one => fits(one.Activity)).ToList();
                return phones.SelectMany(phone => running.Select(one => (Phone: phone, one.Activity, one.Room)))
                    .Where(one => IsDue(one.Activity, one.Phone.Participant, now, pause))
                    .Take(Tries * Math.Max(1, running.Count))
                    .Select(one => (one.Phone, one.Activity, Fields: Invent(reads, one.Activity, one.Room, one.Phone.Participant)))
                    .FirstOrDefault(one => one.Fields is not null);
            },
            stop);
        if (found.Fields is null)
        {
            return false;
        }

        _answered[(found.Activity.Id, found.Phone.Participant)] = now;
        if (!await found.Phone.AnswerAsync(found.Activity.Id, found.Fields, stop))
        {
            return false;
        }

        if (Sentence(found.Fields) is { Length: > 0 } words)
        {
            _said.Add((found.Activity.Id, words));
        }

        _taken.AddOrUpdate(found.Activity.Id, 1, (_, before) => before + 1);
        return true;
    }

    private bool IsDue(Activity activity, long participant, DateTimeOffset now, TimeSpan pause) =>
        !_answered.TryGetValue((activity.Id, participant), out var last) || (activity.NameMode == NameMode.Named && now - last > pause);

    private IReadOnlyDictionary<string, string>? Invent(Reads reads, Activity activity, int room, long participant) =>
        SeatOf(reads, participant) is { } seat && activity.IsFor(seat.Role) && (room == 0 || room == SecondRoom.Of(reads, workshop, seat.SetId))
            ? Enumerable.Range(0, 2 * Tries).Select(n => (Sure: n < Tries, Fields: kinds.Of(activity).Invent(reads, activity, seat, Random.Shared)))
                .FirstOrDefault(one => one.Fields is null || IsNew(activity, Sentence(one.Fields), one.Sure)).Fields : null;

    /// <summary>
    /// What the room reads is not said twice, and as long as there is something else, nothing that ends alike; whoever finds
    /// nothing to say listens.
    /// </summary>
    private bool IsNew(Activity activity, string words, bool sure) =>
        words.Length == 0 || activity.NameMode == NameMode.Private || !_said.Any(said => said.Activity == activity.Id
            && (said.Words == words || (sure && said.Words[^Shortest..] == words[^Shortest..])));

    private static string Sentence(IReadOnlyDictionary<string, string> fields) =>
        fields.Values.FirstOrDefault(value => value.Length >= Shortest && value.Contains(' ', StringComparison.Ordinal)) ?? "";

    private IReadOnlyList<(Activity Activity, int Room)> Now(Reads reads) => [.. reads.Query<(long Activity, int Room)>(
        """
        SELECT a.id, i.room
        FROM workshop w
        JOIN agenda_item i ON i.workshop_id = w.id AND i.state = 'Running'
        JOIN activity a ON a.id = i.activity_id
        WHERE w.id = @workshop AND w.state = 'Live' AND (a.state = 'Open' OR i.act <> 'Run')
        """,
        new { workshop }).Select(row => (Activity.Find(reads, row.Activity)!, row.Room))];

    private static Seat? SeatOf(Reads reads, long participant) => reads.First<Seat>(
        """
        SELECT d.id AS DeviceId, p.id AS ParticipantId, p.workshop_id, p.person_id, p.name, p.role, p.set_id, d.assurance
        FROM participant p JOIN device d ON d.participant_id = p.id AND d.revoked_at IS NULL
        WHERE p.id = @participant
        LIMIT 1
        """,
        new { participant });
}
