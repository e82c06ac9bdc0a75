using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Search;

/// <summary>
/// Posts whose words can't be found yet. To take up each as it comes would double what a room of three hundred writes; so whoever
/// looks for something next takes up all that came since, and finds what was said a moment ago as before.
/// </summary>
public static class SearchDue
{
    /// <summary>Whether something came since.</summary>
    public static bool Waits(Reads reads) => reads.First<bool>("SELECT EXISTS (SELECT 1 FROM search_due)");

    /// <summary>Takes it up. What was hidden, taken back or changed meanwhile is not found, or stands already.</summary>
    public static void TakeUp(Writes writes) => writes.Execute(
        """
        INSERT INTO search_text (kind, thing, text)
        SELECT 'Post', p.id, p.text FROM search_due d JOIN post p ON p.id = d.post_id WHERE p.state = 'Shown'
        ON CONFLICT DO NOTHING;
        DELETE FROM search_due
        """);
}
