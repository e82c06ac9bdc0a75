using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Activities.Connections;

/// <summary>
/// The connections of one moment: figures that count each direction of a pair of different units, and a picture that joins
/// both. Nobody's place says who they are: within a set they are shuffled, the same as long as this program runs and by a key that
/// stands nowhere, so that no list of people's numbers leads back to it.
/// </summary>
public sealed record Network
{
    /// <summary>Of fewer answering people only the count is shown.</summary>
    public const int Fewest = 5;

    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

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

    /// <summary>The people as marks in places that stay, and their lines; null where only the counts were kept.</summary>
    public NetChart? Picture { get; init; }

    /// <summary>The marks, or none.</summary>
    public IReadOnlyList<Dot> Dots => Picture?.Dots ?? [];

    /// <summary>The lines between two of the dots: have talked (2) or would ring (3), in either direction.</summary>
    public IReadOnlyList<(int From, int To, long Strength)> Lines => [.. (Picture?.Lines ?? []).Select(line => (line.From, line.To, line.IsBold ? 3L : 2L))];

    /// <summary>Whether more than the count may be shown.</summary>
    public bool IsTold => Answered >= Fewest;

    /// <summary>The share of possible pairs who would ring, in per cent.</summary>
    public double Density => Possible == 0 ? 0 : 100.0 * Ring / Possible;

    /// <summary>The density as people read it: 14%, below ten with up to one decimal.</summary>
    public string Percent => Amount.Say(Math.Round(Density, Density is > 0 and < 9.95 ? 1 : 0), "%");

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
        var places = people.OrderBy(one => one.Position).ThenBy(one => Shuffled(one, programme), StringComparer.Ordinal).ToList();
        var at = places.Index().ToDictionary(one => one.Item.PersonId, one => one.Index);
        var net = new Network
        {
            Answered = asked.Count,
            Possible = asked.Sum(from => people.Count(from.IsElsewhere)),
            Known = counted.Count,
            Talked = counted.Count(tie => tie.Strength >= 2),
            Ring = counted.Count(tie => tie.Strength == 3),
        };
        return net with
        {
            Picture = new NetChart
            {
                Title = "",
                Figures = net.Words,
                Sets = [.. places.Select(one => one.Position)],
                Lines =
                [
                    .. counted.GroupBy(tie => (From: Math.Min(at[tie.FromId], at[tie.ToId]), To: Math.Max(at[tie.FromId], at[tie.ToId])))
                        .OrderBy(pair => pair.Key).Select(pair => (pair.Key, Strength: pair.Max(tie => tie.Strength))).Where(pair => pair.Strength >= 2)
                        .Select(pair => new NetLine(pair.Key.From, pair.Key.To, pair.Strength == 3)),
                ],
            },
        };
    }

    private static string Shuffled(KnownPerson one, long programme) => Convert.ToHexString(HMACSHA256.HashData(
        _key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{programme}/{one.PersonId}"))));
}
