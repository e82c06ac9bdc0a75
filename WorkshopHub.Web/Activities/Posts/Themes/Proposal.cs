using System.Globalization;
using System.Text;

namespace WorkshopHub.Web.Activities.Posts.Themes;

/// <summary>
/// Groups that the words of posts suggest. It only proposes: posts that share rare words stand together, and the words
/// that they share are the name until somebody finds a better one.
/// </summary>
/// <param name="Name">The shared words.</param>
/// <param name="Posts">The posts, at least two.</param>
public sealed record Proposal(string Name, IReadOnlyList<PostCard> Posts)
{
    private const int ShortestWord = 4;
    private const double Alike = 0.16; // of the smaller post's words, weighed by how rare they are
    private const int Most = 6;

    private static readonly HashSet<string> _common = new(
        ("about after again also another because been before being between both could does doing done each every from have having here "
        + "into just know like made make many more most much must never only other over really said same should since some still such "
        + "than that their them then there these they thing things this those through time under until very want well were what when "
        + "where which while will with without would your ours yours asked told didn doesn don").Split(' '), StringComparer.Ordinal);

    /// <summary>Proposes groups of posts that are in no theme yet; the largest first.</summary>
    public static IReadOnlyList<Proposal> Of(IReadOnlyList<PostCard> posts)
    {
        var words = posts.ToDictionary(post => post.Id, post => WordsOf(post.Text), StringComparer.Ordinal);
        var often = words.Values.SelectMany(set => set).CountBy(word => word).ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        double Weight(string word) => Math.Log(1 + ((double)posts.Count / often[word]));
        double WeightOf(IEnumerable<string> set) => set.Sum(Weight);

        // Average link: a group takes the post or group that is most like it, until nothing is alike enough.
        var groups = posts.Select(post => new List<PostCard> { post }).ToList();
        while (groups.Count > 1)
        {
            var best = (Score: Alike, A: -1, B: -1);
            for (var a = 0; a < groups.Count; a++)
            {
                for (var b = a + 1; b < groups.Count; b++)
                {
                    var score = groups[a].SelectMany(_ => groups[b], (x, y) => Likeness(words[x.Id], words[y.Id])).Average();
                    best = score > best.Score ? (score, a, b) : best;
                }
            }

            if (best.A < 0)
            {
                break;
            }

            groups[best.A].AddRange(groups[best.B]);
            groups.RemoveAt(best.B);
        }

        return [.. groups.Where(group => group.Count > 1).OrderByDescending(group => group.Count).Take(Most)
            .Select(group => new Proposal(NameOf(group), group))];

        double Likeness(HashSet<string> x, HashSet<string> y)
        {
            var least = Math.Min(WeightOf(x), WeightOf(y));
            return least > 0 ? WeightOf(x.Where(y.Contains)) / least : 0;
        }

        string NameOf(List<PostCard> group)
        {
            var shared = group.SelectMany(post => words[post.Id]).CountBy(word => word).Where(one => one.Value > 1)
                .OrderByDescending(one => one.Value).ThenByDescending(one => Weight(one.Key)).ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(3).Select(one => one.Key);
            var name = string.Join(", ", shared);
            return name.Length == 0 ? "These belong together?" : char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..];
        }
    }

    /// <summary>The words that tell something: lower case, without the commonest, a plural as its singular.</summary>
    private static HashSet<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sign in text.ToLowerInvariant() + " ")
        {
            if (char.IsLetter(sign))
            {
                word.Append(sign);
                continue;
            }

            var whole = word.ToString();
            whole = whole.Length > ShortestWord && whole.EndsWith('s') && !whole.EndsWith("ss", StringComparison.Ordinal) ? whole[..^1] : whole;
            if (whole.Length >= ShortestWord && !_common.Contains(whole))
            {
                words.Add(whole);
            }

            word.Clear();
        }

        return words;
    }
}
