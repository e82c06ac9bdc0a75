using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Goals;

/// <summary>
/// How far members said to be with their goals at one workshop, as far as it is told: in the report, in the summary, to everybody the
/// same. What is told follows only when five ratings or more are new or read otherwise; from two looks between which one person rated,
/// that rating could be worked out.
/// </summary>
/// <param name="Moment">KickOff, MidTerm or Final.</param>
/// <param name="Rated">How many have rated, told or not.</param>
/// <param name="Counts">How often each of 1 to 5 was said, of those that are told: of five at least, or of none.</param>
public sealed record RatingsTold(string Moment, int Rated, IReadOnlyList<int> Counts)
{
    /// <summary>Fewer are never told, and fewer changes neither.</summary>
    public const int Enough = 5;

    /// <summary>How many are told.</summary>
    public int N => Counts.Sum();

    /// <summary>All moments of a programme at which somebody rated. Who has left since said it too: without them theirs would be what is missing.</summary>
    public static IReadOnlyList<RatingsTold> Of(Reads reads, long programme)
    {
        var rows = reads.Query<Row>(
            """
            SELECT r.moment, r.told, count(*) AS Count FROM self_rating r
            JOIN membership m ON m.id = r.membership_id JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @programme GROUP BY r.moment, r.told
            """, new { programme }).ToLookup(row => row.Moment);
        return
        [
            .. Moments.All.Where(moment => rows[moment].Any()).Select(moment => new RatingsTold(
                moment, (int)rows[moment].Sum(row => row.Count),
                [.. Enumerable.Range(1, 5).Select(value => (int)rows[moment].Where(row => row.Told == value).Sum(row => row.Count))])),
        ];
    }

    /// <summary>Tells what was said at a moment, where it tells of five at least.</summary>
    public static void Tell(Writes writes, long programme, string moment)
    {
        const string Differs = "told IS NOT value AND moment = @moment AND membership_id IN (SELECT m.id FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme)";
        if (writes.First<long>($"SELECT count(*) FROM self_rating WHERE {Differs}", new { programme, moment }) >= Enough)
        {
            writes.Execute($"UPDATE self_rating SET told = value WHERE {Differs}", new { programme, moment });
        }
    }

    /// <summary>The same for all moments of a programme: with a report that is published.</summary>
    public static void Tell(Writes writes, long programme)
    {
        foreach (var moment in Moments.All)
        {
            Tell(writes, programme, moment);
        }
    }

    /// <summary>After a rating outside the room. While its workshop is on, what is said there is told at once when its question closes.</summary>
    public static void Said(Writes writes, long membership, string moment)
    {
        if (writes.First<long?>(
            """
            SELECT s.programme_id FROM membership m JOIN sets s ON s.id = m.set_id
            WHERE m.id = @membership AND NOT EXISTS (SELECT 1 FROM workshop w WHERE w.programme_id = s.programme_id AND w.kind = @moment AND w.state = 'Live')
            """, new { membership, moment }) is { } programme)
        {
            Tell(writes, programme, moment);
        }
    }

    private sealed record Row
    {
        public string Moment { get; init; } = "";

        public long? Told { get; init; }

        public long Count { get; init; }
    }
}
