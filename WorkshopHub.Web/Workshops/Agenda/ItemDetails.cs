using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>What the form says about an item and its activity, cleaned.</summary>
/// <param name="Kind">Key of the activity's kind; never changed after it was made.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Prompt">What stands on wall and phones.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="Note">For whoever runs the room.</param>
/// <param name="Audience">JSON list of roles; empty means everybody.</param>
/// <param name="NameMode">Named, SetOnly, Anonymous or Private.</param>
/// <param name="Reveal">Live, AfterClose or Never.</param>
/// <param name="Settings">The kind's own settings, JSON.</param>
public sealed record ItemDetails(
    string Kind, string Title, string Prompt, long Minutes, string Purpose, string Note, string Audience, string NameMode,
    string Reveal, string Settings)
{
    /// <summary>For the set advisors.</summary>
    public string AdvisorNote { get; init; } = "";

    /// <summary>The word that the same thing carries in other workshops of the programme.</summary>
    public string Series { get; init; } = "";

    /// <summary>The activity that its own one is about, or null.</summary>
    public long? SourceId { get; init; }

    /// <summary>Run, Reveal or Review.</summary>
    public string Act { get; init; } = "Run";

    /// <summary>The activity that it takes up; null for one of its own.</summary>
    public long? Of { get; init; }

    /// <summary>0 for all, 1 or 2 where two groups of sets work at once.</summary>
    public int Room { get; init; }

    /// <summary>What it was to take up but is not there, e.g. KickOff:offers; empty for nothing.</summary>
    public string Wanted { get; init; } = "";

    /// <summary>The longest item.</summary>
    public const int MinutesMax = 600;

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public void Check()
    {
        Limit("Title", Title, 120);
        Limit("Prompt", Prompt, 280);
        Limit("Purpose", Purpose, 200);
        Limit("Note", Note, 1000);
        Limit("AdvisorNote", AdvisorNote, 1000);
        Limit("Series", Series, 60);
        if (Act is not ("Run" or "Reveal" or "Review"))
        {
            throw new RefusedException("Act", "Choose one from the list.");
        }

        if (Room is < 0 or > 2)
        {
            throw new RefusedException("Room", "Choose one from the list.");
        }

        if (Title.Length == 0)
        {
            throw new RefusedException("Title", "What is it called? It stands in the run of show and on the phones.");
        }

        CheckMinutes(Minutes, null);
        if (!Enum.TryParse<NameMode>(NameMode, out _) || !Enum.TryParse<Reveal>(Reveal, out _))
        {
            throw new RefusedException("NameMode", "Choose one from the list.");
        }
    }

    /// <summary>Refuses minutes that no item can take.</summary>
    /// <param name="minutes">As typed.</param>
    /// <param name="now">What stands now, to say that it stays; null for something new.</param>
    /// <exception cref="RefusedException">Fewer than one or more than ten hours.</exception>
    public static void CheckMinutes(long minutes, long? now)
    {
        if (minutes is < 1 or > MinutesMax)
        {
            var stays = now is null ? "" : $" Until then it keeps its {now}.";
            throw new RefusedException("Minutes", minutes < 1
                ? $"Give it at least one minute, or remove it.{stays}" : $"That is over ten hours.{stays}");
        }
    }

    /// <summary>Minutes as typed; 0 where that is no number.</summary>
    public static long ReadMinutes(string? typed) =>
        long.TryParse((typed ?? "").Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Roles as chosen, as JSON; what is no role is left out.</summary>
    public static string AudienceOf(IEnumerable<string> chosen) => System.Text.Json.JsonSerializer.Serialize(
        chosen.Where(word => Enum.TryParse<Role>(word, out var role) && role.ToString() == word).Distinct().ToArray());

    private static void Limit(string field, string text, int most)
    {
        if (new StringInfo(text).LengthInTextElements is var length && length > most)
        {
            throw new RefusedException(field, $"{length} characters, {length - most} too many. Trim a little.");
        }
    }
}
