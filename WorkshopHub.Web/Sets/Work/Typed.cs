using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What was typed into a field, cleaned, or refused with what is wrong.</summary>
internal static class Typed
{
    /// <summary>Lines of text; empty is refused where words are given for it.</summary>
    public static string Lines(string field, string? text, int most, string? empty = null)
    {
        var clean = Slides.Clean(text);
        if (clean.Length == 0 && empty is not null)
        {
            throw new RefusedException(field, empty);
        }

        var count = Slides.Count(clean);
        return count > most ? throw new RefusedException(field, $"{count} characters. Keep it to {most}.") : clean;
    }

    /// <summary>The token of a form; a new one where it is none, or another text has it.</summary>
    public static string Token(string? token, bool isFree) => isFree && Tokens.IsToken(token) ? token! : Tokens.New();

    /// <summary>A day that is not to come; today where nothing was typed.</summary>
    public static DateOnly Past(string field, string? text, DateOnly today)
    {
        var day = string.IsNullOrWhiteSpace(text) ? today : LocalDay.Read(text) ?? throw new RefusedException(field, "A date, please, for example 2026-10-31.");
        return day > today ? throw new RefusedException(field, "That day is still to come.") : day;
    }
}
