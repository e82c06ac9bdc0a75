using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Web.Activities.Words;

/// <summary>A word in a cloud.</summary>
/// <param name="Word">The word.</param>
/// <param name="Count">How many gave it.</param>
/// <param name="Size">Its size, from 1 to 7; the more gave it, the larger.</param>
/// <param name="Both">Whether it was said at both workshops.</param>
/// <param name="Key">Names it on a page; its place follows from it.</param>
public sealed record CloudWord(string Word, long Count, int Size, bool Both, string Key);

/// <summary>Where clouds stand: a wall's two columns or one, or a page that scrolls.</summary>
public enum CloudPlace
{
    /// <summary>A wall under a short heading.</summary>
    Wall,

    /// <summary>A wall under a heading of two or three lines.</summary>
    WallUnderMuch,

    /// <summary>A wall under the longest heading.</summary>
    WallUnderMost,

    /// <summary>A phone or a page: as long as it has to be.</summary>
    Page,
}

/// <summary>
/// Sets words as running text. Their order is random but stays, so that a word that comes in pushes others aside and none
/// jumps. Both clouds use one scale: the sizes of the mockup where all fit, smaller steps where they don't.
/// </summary>
public static class CloudFit
{
    private const double Gap = 16;
    private const double Lighter = 1.07; // the letters of then take less
    private const int Crowded = 3;
    private const int Few = 12;
    private static readonly int[] _sizes = [30, 42, 56, 72, 92, 114, 136];

    /// <summary>Sizes and order of the words now and then. Where even two sizes don't give all a place, the rarest are left out.</summary>
    public static (IReadOnlyList<CloudWord> Now, IReadOnlyList<CloudWord> Then) Set(
        long activity, IReadOnlyList<WordCount> now, IReadOnlyList<WordCount> then, CloudPlace place)
    {
        var (width, height) = place switch
        {
            CloudPlace.Wall => (then.Count > 0 ? 880d : 1820d, 688d),
            CloudPlace.WallUnderMuch => (then.Count > 0 ? 880d : 1820d, 600d),
            CloudPlace.WallUnderMost => (then.Count > 0 ? 880d : 1820d, 440d),
            _ => (700d, double.MaxValue),
        };
        var most = now.Concat(then).Select(word => word.Count).DefaultIfEmpty(1).Max();
        for (var top = _sizes.Length; top >= 2; top--)
        {
            // Few words stand larger than their count says; a handful on a wall, each said once, as large as there is room.
            var highest = place != CloudPlace.Page && now.Count + then.Count <= Few ? top : 2;
            for (var lift = top == _sizes.Length && most < top ? Math.Min(highest, top - (int)most) : 0; lift >= 0; lift--)
            {
                if (Fits(now, top, lift, most, width, height, activity) && Fits(then, top, lift, most, width * Lighter, height, activity))
                {
                    return (Done(now, then, top, lift, most, activity), Done(then, now, top, lift, most, activity));
                }
            }
        }

        return (Done(Cut(now, most, width, height, activity), then, Crowded, 0, most, activity),
            Done(Cut(then, most, width * Lighter, height, activity), now, Crowded, 0, most, activity));
    }

    /// <summary>The same word of the same activity always has the same key.</summary>
    public static string Key(long activity, string word) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity} {word}")).AsSpan(0, 6));

    private static List<WordCount> Cut(IReadOnlyList<WordCount> words, long most, double width, double height, long activity)
    {
        var kept = words.OrderByDescending(word => word.Count).ThenBy(word => Key(activity, word.Word), StringComparer.Ordinal).ToList();
        while (kept.Count > 0 && !Fits(kept, Crowded, 0, most, width, height, activity))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static List<CloudWord> Done(
        IReadOnlyList<WordCount> words, IReadOnlyList<WordCount> others, int top, int lift, long most, long activity)
    {
        var other = others.Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
        return [.. words
            .Select(word => new CloudWord(word.Word, word.Count, Size(word.Count, top, lift, most), other.Contains(word.Word), Key(activity, word.Word)))
            .OrderBy(word => word.Key, StringComparer.Ordinal)];
    }

    private static int Size(long count, int top, int lift, long most) => most + lift <= top
        ? (int)count + lift
        : 1 + (int)Math.Round((count - 1) * (top - 1) / (double)(most - 1));

    private static bool Fits(IReadOnlyList<WordCount> words, int top, int lift, long most, double width, double height, long activity)
    {
        double used = 0, line = 0, tall = 0;
        foreach (var word in words.OrderBy(word => Key(activity, word.Word), StringComparer.Ordinal))
        {
            var size = _sizes[Size(word.Count, top, lift, most) - 1];
            var wide = Width(word.Word) * size;
            if (wide > width && top > 2)
            {
                return false;
            }

            if (line > 0 && line + Gap + wide > width)
            {
                used += tall;
                (line, tall) = (0, 0);
            }

            line += (line > 0 ? Gap : 0) + wide;
            tall = Math.Max(tall, size * 1.09);
        }

        return used + tall <= height;
    }

    // In em of the bold letters, a little more than they take.
    private static double Width(string word) => word.Sum(letter => letter switch
    {
        'i' or 'j' or 'l' or '\'' or '.' => .31,
        'f' or 'r' or 't' or '-' => .41,
        'm' or 'w' => .82,
        > '\u2e80' => 1.02,
        _ => .57,
    });
}
