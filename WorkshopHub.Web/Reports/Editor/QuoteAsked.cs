using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Editor;

/// <summary>
/// What somebody wrote under their name in a workshop, or what was shown of a reflection to the programme, and whether the outcome
/// report may quote it: whoever arranges the report asks, and only the author's yes makes it quotable. What is the set's own needs
/// two of it. The yes can be taken back, and a no by the one who said it.
/// </summary>
public sealed record QuoteAsked
{
    /// <summary>The post, or the reflection.</summary>
    public string Id { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its author; null for a reflection that is the set's own.</summary>
    public long? AuthorId { get; init; }

    /// <summary>Their name, or the set's.</summary>
    public string Author { get; init; } = "";

    /// <summary>The set of a reflection; else null.</summary>
    public long? SetId { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>It is in the archive: nothing changes any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The workshop in which it was written; of a reflection the meeting, or the journal.</summary>
    public string Place { get; init; } = "";

    /// <summary>Whether it may be asked for: that workshop is over.</summary>
    public bool MayAsk { get; init; }

    /// <summary>How many people it helped.</summary>
    public long Hearts { get; init; }

    /// <summary>Who asked, or null where nobody has.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Yes or No; null where it was not said yet.</summary>
    public string? Says { get; init; }

    /// <summary>Who of the set said so; null where nobody has, and where two have said no.</summary>
    public long? SaidBy { get; init; }

    /// <summary>Who of the set gave the second yes, or null.</summary>
    public long? SecondBy { get; init; }

    /// <summary>It is the set's own, and not one person's.</summary>
    public bool IsOfSet => AuthorId is null;

    /// <summary>It has one yes of the set and waits for another.</summary>
    public bool WantsSecond => IsOfSet && Says == "Yes" && SecondBy is null;

    /// <summary>How many are offered to be asked for: those that helped most people.</summary>
    public const int Most = 30;

    /// <summary>What may be asked for in a programme, or was and has no yes: those that were asked for first, then those that helped most.</summary>
    public static IReadOnlyList<QuoteAsked> Of(Reads reads, long programme) => reads.Query<QuoteAsked>(
        $"""
        {QuoteAskedSql.All} SELECT * FROM asked WHERE ProgrammeId = @programme AND MayAsk AND NOT {QuoteAskedSql.IsGiven} AND NOT IsShown
        ORDER BY AskedAt IS NULL, SetId IS NULL, Hearts DESC, Id LIMIT @Most
        """, new { programme, Most });

    /// <summary>One, or null where it is no named word that is shown.</summary>
    public static QuoteAsked? Find(Reads reads, string id) => reads.First<QuoteAsked>($"{QuoteAskedSql.All} SELECT * FROM asked WHERE Id = @id", new { id });

    /// <summary>What waits for somebody's answer: their own, and of what is their set's what they have not said yes to.</summary>
    public static IReadOnlyList<QuoteAsked> For(Reads reads, long person) => reads.Query<QuoteAsked>(
        $"""
        {QuoteAskedSql.All} SELECT * FROM asked WHERE AskedAt IS NOT NULL AND NOT IsArchived AND (
          (AuthorId = @person AND Says IS NULL)
          OR (AuthorId IS NULL AND (Says IS NULL OR (Says = 'Yes' AND SecondBy IS NULL AND SaidBy <> @person)) AND (
            EXISTS (SELECT 1 FROM membership m WHERE m.set_id = asked.SetId AND m.person_id = @person AND m.left_at IS NULL)
            OR EXISTS (SELECT 1 FROM role_assignment a WHERE a.set_id = asked.SetId AND a.person_id = @person AND a.role = 'Advisor'))))
        ORDER BY AskedAt LIMIT 20
        """, new { person });

    /// <summary>Whether the viewer is the one who says yes or no: its author, or where it is the set's own one of that set or its advisor.</summary>
    public bool MayAnswer(Viewer viewer, Reads reads) => AuthorId is { } author ? author == viewer.PersonId
        : SetId is { } set && SetRights.Of(viewer, reads, set).Any(role => role is Role.Member or Role.Advisor);

    /// <summary>Asks its author. What was asked already stays as it is: a no is not asked twice.</summary>
    /// <exception cref="RefusedException">It can't be asked for any more (field Ask).</exception>
    public static void Ask(Writes writes, long programme, string id, long by)
    {
        if (Find(writes, id) is not { MayAsk: true } one || one.ProgrammeId != programme)
        {
            throw new RefusedException("Ask", "That text is no longer there to be asked for.");
        }

        if (writes.Execute(
            one.SetId is null
                ? "INSERT INTO quote_asked (post_id, asked_by, asked_at) VALUES (@id, @by, @Now) ON CONFLICT DO NOTHING"
                : "INSERT INTO reflection_asked (reflection_id, asked_by, asked_at) VALUES (@id, @by, @Now) ON CONFLICT DO NOTHING",
            new { id, by, writes.Now }) > 0)
        {
            Audit.Note(writes, by, null, "tell-author-of-quote", Thing(one), id, programme);
        }
    }

    /// <summary>
    /// Somebody who may says yes or no, takes back what was said, or gives the second yes to what is their set's. A no of the set
    /// is taken back by the one who said it alone, and by nobody where a second has said no.
    /// </summary>
    /// <exception cref="RefusedException">Somebody else of the set said no (field says).</exception>
    public static void Answer(Writes writes, QuoteAsked quote, long me, bool yes)
    {
        var said = new { quote.Id, me, says = yes ? "Yes" : "No", quote.IsOfSet, writes.Now };
        if (quote.SetId is null)
        {
            writes.Execute("UPDATE quote_asked SET says = @says, said_at = @Now WHERE post_id = @Id", said);
        }
        else if (!(yes ? SayYes(writes, said) : SayNo(writes, said)))
        {
            throw new RefusedException("says", "One of you said no. Only who said it can take it back, and nobody where two have.");
        }

        Audit.Note(writes, me, null, yes ? "share-with-report" : "withdraw-from-report", Thing(quote), quote.Id, quote.ProgrammeId);
    }

    private static bool SayYes(Writes writes, object said) =>
        writes.Execute("UPDATE reflection_asked SET second_by = @me WHERE reflection_id = @Id AND @IsOfSet AND says = 'Yes' AND said_by <> @me AND second_by IS NULL", said) > 0
        || writes.Execute(
            """
            UPDATE reflection_asked SET says = 'Yes', said_by = @me, said_at = @Now, second_by = NULL
            WHERE reflection_id = @Id AND (says IS NULL OR (says = 'No' AND (said_by = @me OR NOT @IsOfSet)))
            """, said) > 0
        || writes.First<string>("SELECT says FROM reflection_asked WHERE reflection_id = @Id", said) == "Yes";

    private static bool SayNo(Writes writes, object said)
    {
        // A second no bears no one's name: nobody alone takes both back.
        if (writes.Execute("UPDATE reflection_asked SET says = 'No', said_by = @me, said_at = @Now, second_by = NULL WHERE reflection_id = @Id AND says IS NOT 'No'", said) == 0)
        {
            writes.Execute("UPDATE reflection_asked SET said_by = NULL WHERE reflection_id = @Id AND @IsOfSet AND said_by <> @me", said);
        }

        return true;
    }

    private static string Thing(QuoteAsked quote) => quote.SetId is null ? "post" : "reflection";
}
