using System.Globalization;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>Times and parts of a turn in words.</summary>
public static class Clocks
{
    /// <summary>Seconds as the browser counts them on: 15:08, and +0:42 when time is over.</summary>
    public static string Text(long seconds)
    {
        var whole = TimeSpan.FromSeconds(Math.Abs(seconds));
        return (seconds < 0 ? "+" : "") + whole.ToString(whole.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>What a part is called.</summary>
    public static string Word(AirtimePart part) => part switch
    {
        AirtimePart.Account => "Account",
        AirtimePart.Questions => "Questions",
        AirtimePart.Sees => "What I see now",
        AirtimePart.Helped => "What helped",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>The same inside a sentence: what I see now.</summary>
    public static string Inside(AirtimePart part) => char.ToLowerInvariant(Word(part)[0]) + Word(part)[1..];

    /// <summary>The minutes of a part: 10, 35, 10 and 5 of an hour.</summary>
    public static long Minutes(AirtimePart part, long total) => (long)Math.Round(total / 60d * part switch
    {
        AirtimePart.Account => 10,
        AirtimePart.Questions => 35,
        AirtimePart.Sees => 10,
        AirtimePart.Helped => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    });
}
