using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Screens;

/// <summary>What the facilitator says on every screen, for twenty seconds.</summary>
/// <param name="Text">The words; empty where nothing is said.</param>
/// <param name="UntilUnixMs">Until when, Unix milliseconds; null where nothing is said.</param>
public sealed record Say(string Text, long? UntilUnixMs)
{
    /// <summary>What is said in a workshop at a moment.</summary>
    public static Say Read(Reads reads, long workshopId, DateTimeOffset now)
    {
        var row = reads.First<Row>(
            "SELECT say_text AS Text, say_until AS Until FROM workshop WHERE id = @workshopId", new { workshopId });
        return row is { Text.Length: > 0, Until: { } until } && Utc.Parse(until) > now
            ? new Say(row.Text, Utc.Parse(until).ToUnixTimeMilliseconds())
            : new Say("", null);
    }

    private sealed record Row
    {
        public string? Text { get; init; }

        public string? Until { get; init; }
    }
}
