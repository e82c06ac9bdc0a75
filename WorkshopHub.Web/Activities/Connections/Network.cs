using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>A dot of the picture: a set's mark, without a name.</summary>
/// <param name="Position">The set's place in the programme.</param>
/// <param name="X">Middle, from the left.</param>
/// <param name="Y">Middle, from the top.</param>
public sealed record Dot(long Position, double X, double Y);

/// <summary>
/// The connections of one moment: figures that count each direction of a pair of different units, and a picture that joins
/// both. Nobody's place says who they are: within a set they are shuffled, once for the whole programme.
/// </summary>
public sealed record Network
{
    /// <summary>Of fewer answering people only the count is shown.</summary>
    public const int Fewest = 5;

    /// <summary>How many have answered.</summary>
    public required int Answered { get; init; }

    /// <summary>Pairs that could be: who has answered, and everybody of other units.</summary>
    public required int Possible { get; init; }

    /// <summary>Of them: knows at least the name.</summary>
    public required int Known { get; init; }

    /// <summary>Of them: has talked with, or more.</summary>
    public required int Talked { get; init; }

    /// <summary>Of them: would ring for help.</summary>
    public required int Ring { get; init; }

    /// <summary>The people, in places that stay.</summary>
    public required IReadOnlyList<Dot> Dots { get; init; }

    /// <summary>Path of the fine lines: have talked.</summary>
    public required string Some { get; init; }

    /// <summary>Path of the bold lines: would ring.</summary>
    public required string Bold { get; init; }

    /// <summary>The same lines between two of the dots: have talked (2) or would ring (3), in either direction.</summary>
    public IReadOnlyList<(int From, int To, long Strength)> Lines { get; init; } = [];

    /// <summary>How large a mark is drawn.</summary>
    public required double Size { get; init; }

    /// <summary>Whether more than the count may be shown.</summary>
    public bool IsTold => Answered >= Fewest;

    /// <summary>The share of possible pairs who would ring, in per cent.</summary>
    public double Density => Possible == 0 ? 0 : 100.0 * Ring / Possible;

    /// <summary>The density as people read it: 14 %, below ten with one decimal.</summary>
    public string Percent => Density is > 0 and < 9.95
        ? Density.ToString("0.0", CultureInfo.InvariantCulture) : Density.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>The picture in words.</summary>
    public string Words => $"{Ring} of {Possible} would ring for help, {Talked} have talked or more, {Known} know at least the name.";

    /// <summary>The network of some people.</summary>
    /// <param name="people">Everybody in the picture.</param>
    /// <param name="ties">What they said.</param>
    /// <param name="answered">Who has answered; others of the people count as asked about, not as asking.</param>
    /// <param name="programme">Shuffles the places within the sets, the same before and after.</param>
    public static Network Of(IReadOnlyList<KnownPerson> people, IReadOnlyList<Tie> ties, IReadOnlyCollection<long> answered, long programme)
    {
        var known = people.ToDictionary(one => one.PersonId);
        var asked = people.Where(one => answered.Contains(one.PersonId)).ToList();
        var counted = ties.Where(tie => known.TryGetValue(tie.FromId, out var from) && known.TryGetValue(tie.ToId, out var to)
            && from.IsElsewhere(to)).ToList();
        var (places, size) = Places(people, programme);
        var lines = counted.GroupBy(tie => (Math.Min(tie.FromId, tie.ToId), Math.Max(tie.FromId, tie.ToId)))
            .OrderBy(pair => pair.Key).Select(pair => (pair.Key, Strength: pair.Max(tie => tie.Strength))).ToList();
        List<KnownPerson> placed = [.. people.OrderBy(one => one.Position).ThenBy(one => Shuffled(one, programme), StringComparer.Ordinal)];
        var at = placed.Index().ToDictionary(one => one.Item.PersonId, one => one.Index);
        return new Network
        {
            Answered = asked.Count,
            Possible = asked.Sum(from => people.Count(from.IsElsewhere)),
            Known = counted.Count,
            Talked = counted.Count(tie => tie.Strength >= 2),
            Ring = counted.Count(tie => tie.Strength == 3),
            Dots = [.. placed.Select(one => places[one.PersonId])],
            Lines =
            [
                .. lines.Where(line => line.Strength >= 2).Select(line => (From: at[line.Key.Item1], To: at[line.Key.Item2], line.Strength))
                    .Select(line => line.From < line.To ? line : (line.To, line.From, line.Strength)).Order(),
            ],
            Some = Path(2),
            Bold = Path(3),
            Size = size,
        };

        string Path(long strength) => string.Concat(lines.Where(line => line.Strength == strength)
            .Select(line => Line(places[line.Key.Item1], places[line.Key.Item2])));
    }

    private static string Line(Dot from, Dot to)
    {
        // Bent towards the middle, so that lines between neighbours don't run through the marks.
        var (x, y) = ((.35 * (from.X + to.X) / 2) + (.65 * 430), (.35 * (from.Y + to.Y) / 2) + (.65 * 300));
        return string.Create(CultureInfo.InvariantCulture, $"M{from.X:0} {from.Y:0}Q{x:0} {y:0} {to.X:0} {to.Y:0}");
    }

    private static (Dictionary<long, Dot> Places, double Size) Places(IReadOnlyList<KnownPerson> people, long programme)
    {
        var sets = people.GroupBy(one => one.Position).OrderBy(set => set.Key).ToList();
        var gap = sets.Count > 1 ? 1.6 : 0;
        var slots = people.Count + (gap * sets.Count);
        var (across, down) = people.Count > 40 ? (396.0, 272.0) : (275.0, 268.0);
        var places = new Dictionary<long, Dot>();
        var slot = sets.Count > 0 ? -(sets[0].Count() - 1) / 2.0 : 0;
        foreach (var set in sets)
        {
            foreach (var one in set.OrderBy(one => Shuffled(one, programme), StringComparer.Ordinal))
            {
                var angle = 2 * Math.PI * slot / Math.Max(1, slots);
                places[one.PersonId] = new Dot(set.Key, Math.Round(430 + (across * Math.Sin(angle)), 1), Math.Round(300 - (down * Math.Cos(angle)), 1));
                slot++;
            }

            slot += gap;
        }

        return (places, Math.Clamp(Math.Round(.78 * Math.PI * (across + down) / Math.Max(1, slots)), 14, 30));
    }

    private static string Shuffled(KnownPerson one, long programme) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{programme}/{one.PersonId}"))));
}
