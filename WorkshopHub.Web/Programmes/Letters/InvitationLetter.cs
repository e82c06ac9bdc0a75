using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Letters;

/// <summary>The words of a programme's invitation letters, in the sponsor's name.</summary>
public sealed record InvitationLetter
{
    /// <summary>The longest heading, in characters.</summary>
    public const int HeadingMax = 120;

    /// <summary>The longest letter, in characters: with more it would not fit its page.</summary>
    public const int WordsMax = 900;

    /// <summary>What stands above; {first} is the person's first name.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The letter, in paragraphs.</summary>
    public string Words { get; init; } = "";

    /// <summary>By which day an answer is asked for (local, yyyy-MM-dd), or null.</summary>
    public string? AnswerBy { get; init; }

    /// <summary>Raised by each change; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who changed it last, or null.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>The paragraphs.</summary>
    public IEnumerable<string> Paragraphs => Words.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    /// <summary>As it was kept, or a letter to begin from.</summary>
    public static InvitationLetter Of(Reads reads, ProgrammeRow programme) => reads.First<InvitationLetter>(
        """
        SELECT l.heading, l.words, l.answer_by, l.version, l.changed_at, p.name AS ChangedBy
        FROM invitation_letter l LEFT JOIN person p ON p.id = l.changed_by WHERE l.programme_id = @Id
        """, new { programme.Id }) ?? new InvitationLetter
        {
            Heading = "{first}, will you take part?",
            Words = programme.Format == "OwnProblem"
                ? "In " + programme.Name + " four to six people from different parts of the organisation meet every two weeks for a day. Each works on a problem or opportunity of their own, agreed with their supervisor, and the others help by asking questions.\n\nNobody has to join, and a no has no consequences. Who says yes also chooses something to get better at as a person."
                : "There are problems that have beaten us more than once. Each crosses several departments, and each of us sees only one part.\n\nI would like you to work on one of them, in a set of four to six people from different parts of the organisation. You choose the problem together, and meet every two weeks for a day.\n\nNobody has to join, and a no has no consequences. Who says yes also chooses something to get better at as a person.",
        };

    /// <summary>The heading for one person.</summary>
    public string HeadingFor(string first) => Heading.Replace("{first}", first, StringComparison.OrdinalIgnoreCase);

    /// <summary>Keeps the words. False where somebody else changed them since they were shown.</summary>
    /// <exception cref="RefusedException">Something is missing, too long or no date.</exception>
    public static bool Keep(Writes writes, long programme, long version, string? heading, string? words, string? answerBy, long by)
    {
        var (head, text) = (Line.Clean(heading), (words ?? "").ReplaceLineEndings("\n").Trim());
        var length = new StringInfo(text).LengthInTextElements;
        var wrong = new Refusals();
        wrong.If(head.Length == 0, "Heading", "What stands above the letter?");
        wrong.If(head.Length > HeadingMax, "Heading", $"{head.Length} characters. Keep it to {HeadingMax}.");
        wrong.If(length == 0, "Words", "Write the letter, in a few sentences.");
        wrong.If(length > WordsMax, "Words", $"{length} characters. Keep it to {WordsMax}, so that it fits the page.");
        wrong.If(!string.IsNullOrWhiteSpace(answerBy) && LocalDay.Read(answerBy) is null, "AnswerBy", "A day, or nothing.");
        wrong.If(
            LocalDay.Read(answerBy) < LocalDay.Today(writes, Utc.Parse(writes.Now)) && answerBy?.Trim() != writes.First<string>("SELECT answer_by FROM invitation_letter WHERE programme_id = @programme", new { programme }), "AnswerBy",
            "That day is over. Choose one to come, or none.");
        wrong.Throw();
        return writes.Execute(
            """
            INSERT INTO invitation_letter (programme_id, heading, words, answer_by, changed_at, changed_by)
            SELECT @programme, @head, @text, @answerBy, @Now, @by
            WHERE @version = ifnull((SELECT version FROM invitation_letter WHERE programme_id = @programme), 0)
            ON CONFLICT (programme_id) DO UPDATE SET heading = excluded.heading, words = excluded.words, answer_by = excluded.answer_by,
              version = version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """, new { programme, version, head, text, answerBy = string.IsNullOrWhiteSpace(answerBy) ? null : answerBy.Trim(), writes.Now, by }) == 1;
    }
}
