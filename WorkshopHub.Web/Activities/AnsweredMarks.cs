using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>Who has answered an activity. The mark carries no time, and nothing joins it to an anonymous answer.</summary>
public static class AnsweredMarks
{
    /// <summary>The participant of an anonymous answer from paper: nobody.</summary>
    public const long Paper = 0;

    /// <summary>Notes that somebody has answered (once more).</summary>
    public static void Add(Writes writes, long activity, long participant) => writes.Execute(
        participant == Paper
            ? """
            INSERT INTO paper_answer (activity_id, entered) VALUES (@activity, 1)
            ON CONFLICT (activity_id) DO UPDATE SET entered = entered + 1
            """
            : """
            INSERT INTO answered (activity_id, participant_id, times) VALUES (@activity, @participant, 1)
            ON CONFLICT (activity_id, participant_id) DO UPDATE SET times = times + 1
            """,
        new { activity, participant });

    /// <summary>Takes the mark away: what was answered was taken back.</summary>
    public static void Remove(Writes writes, long activity, long participant) => writes.Execute(
        "DELETE FROM answered WHERE activity_id = @activity AND participant_id = @participant", new { activity, participant });

    /// <summary>One of several answers was taken back; with the last one the mark goes.</summary>
    public static void OneLess(Writes writes, long activity, long participant)
    {
        var who = new { activity, participant };
        writes.Execute("DELETE FROM answered WHERE activity_id = @activity AND participant_id = @participant AND times <= 1", who);
        writes.Execute("UPDATE answered SET times = times - 1 WHERE activity_id = @activity AND participant_id = @participant", who);
    }

    /// <summary>How often somebody has answered.</summary>
    public static long Of(Reads reads, long activity, long participant) => reads.First<long?>(
        "SELECT times FROM answered WHERE activity_id = @activity AND participant_id = @participant",
        new { activity, participant }) ?? 0;

    /// <summary>Keeps who entered an answer from paper, and for whom. Anonymous ones have nobody to keep.</summary>
    public static void EnteredFor(Writes writes, long activity, Answer answer)
    {
        if (answer.Seat.ParticipantId != Paper)
        {
            writes.Execute(
                """
                INSERT INTO entered_for (activity_id, participant_id, answer, entered_by, entered_at)
                VALUES (@activity, @ParticipantId, @Id, @EnteredBy, @Now)
                ON CONFLICT DO NOTHING
                """,
                new { activity, answer.Seat.ParticipantId, answer.Id, answer.EnteredBy, writes.Now });
        }
    }

    /// <summary>How many people have answered, on phones and on paper.</summary>
    public static long Count(Reads reads, long activity) => reads.First<long>(
        "SELECT count(*) FROM answered WHERE activity_id = @activity", new { activity }) + WithoutName(reads, activity);

    /// <summary>How many of them answered on paper, with or without a name.</summary>
    public static long OnPaper(Reads reads, long activity) => WithoutName(reads, activity) + reads.First<long>(
        "SELECT count(DISTINCT participant_id) FROM entered_for WHERE activity_id = @activity", new { activity });

    /// <summary>What a wall's foot says of them behind the number of answers; empty where none came from paper.</summary>
    public static string PaperNote(long onPaper) => onPaper == 0 ? "" : $", of which {onPaper} on paper";

    private static long WithoutName(Reads reads, long activity) => reads.First<long?>(
        "SELECT entered FROM paper_answer WHERE activity_id = @activity", new { activity }) ?? 0;
}
