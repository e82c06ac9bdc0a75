using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>Asks experts into meetings, and keeps what they say and what the set learned from them.</summary>
public static class GuestCommands
{
    /// <summary>Characters of what a guest answers.</summary>
    public const int AnswerMax = 280;

    /// <summary>Characters of what the set learned from a guest.</summary>
    public const int LearnedMax = 1000;

    /// <summary>Asks somebody. Answers the secret of their page, which is shown once: the file keeps its hash alone.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong, or the person belongs to the set or is asked already.</exception>
    public static (long Id, string Token) Invite(Writes writes, long set, GuestForm form, long by)
    {
        var who = GuestDetails.Read(writes, set, form);
        if (who.Person is { } person && IsOf(writes, set, person))
        {
            throw new RefusedException("Form.Name", $"{who.Name} is of this set already. Experts are asked from outside.");
        }

        if (writes.First<long?>(
            """
            SELECT id FROM guest_invitation
            WHERE meeting_id = @Id AND state <> 'TakenBack' AND (person_id = @Person OR (@Person IS NULL AND person_id IS NULL AND name = @Name COLLATE NOCASE))
            """, new { who.Meeting.Id, who.Person, who.Name }) is not null)
        {
            throw new RefusedException("Form.Name", $"{who.Name} is asked to this meeting already.");
        }

        var token = Tokens.New();
        var id = writes.Insert(
            """
            INSERT INTO guest_invitation (set_id, meeting_id, person_id, name, email, expertise, invited_for, for_date, starts, ends, token_hash,
              created_at, created_by, changed_at, changed_by)
            VALUES (@set, @meeting, @Person, @Name, @Email, @Expertise, @InvitedFor, @Date, @Starts, @Ends, @hash, @Now, @by, @Now, @by)
            """,
            new
            {
                set,
                meeting = who.Meeting.Id,
                who.Person,
                who.Name,
                who.Email,
                who.Expertise,
                who.InvitedFor,
                who.Meeting.Date,
                who.Starts,
                who.Ends,
                hash = Tokens.Hash(token),
                writes.Now,
                by,
            });
        Audit.Note(writes, by, null, "invite-expert", "guest_invitation", id);
        return (id, token);
    }

    /// <summary>Another secret for their page: the one before opens nothing any more. Null where the invitation is gone.</summary>
    public static string? NewLink(Writes writes, long set, long id, long by)
    {
        var token = Tokens.New();
        if (writes.Execute(
            "UPDATE guest_invitation SET token_hash = @hash WHERE id = @id AND set_id = @set AND state <> 'TakenBack'",
            new { id, set, hash = Tokens.Hash(token) }) == 0)
        {
            return null;
        }

        Audit.Note(writes, by, null, "make-expert-link", "guest_invitation", id);
        return token;
    }

    /// <summary>Takes an invitation back, or asks again. False where it doesn't stand as it was shown.</summary>
    public static bool TakeBack(Writes writes, long set, long id, long version, bool back, long by)
    {
        var done = writes.Execute(
            """
            UPDATE guest_invitation SET state = @after, answer = '', answered_at = NULL, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND set_id = @set AND version = @version AND (state = 'TakenBack') <> @back
            """, new { id, set, version, back, after = back ? "TakenBack" : "Asked", writes.Now, by }) == 1;
        if (done)
        {
            Audit.Note(writes, by, null, back ? "take-back-expert-invitation" : "invite-expert", "guest_invitation", id);
        }

        return done;
    }

    /// <summary>The guest says whether they come, and may say it anew until the day. It holds for the day that the meeting has now.</summary>
    /// <exception cref="RefusedException">The invitation was taken back, the meeting lies behind, or the words are too long.</exception>
    public static void Answer(Writes writes, GuestInvitation seen, bool coming, string? words)
    {
        var clean = Line.Clean(words);
        if (clean.Length > AnswerMax)
        {
            throw new RefusedException("Answer", $"{clean.Length} characters. Keep it to {AnswerMax}.");
        }

        if (writes.Execute(
            """
            UPDATE guest_invitation SET state = @state, answer = @clean, answered_at = @Now, version = version + 1, changed_at = @Now, changed_by = NULL,
              for_date = (SELECT date FROM set_meeting WHERE id = meeting_id)
            WHERE id = @Id AND state <> 'TakenBack'
              AND EXISTS (SELECT 1 FROM set_meeting m WHERE m.id = meeting_id AND m.state IN ('Planned', 'Open') AND m.date >= @today)
            """,
            new { seen.Id, state = coming ? "Coming" : "NotComing", clean, writes.Now, today = LocalDay.Text(LocalDay.Today(writes, Utc.Parse(writes.Now))) }) == 0)
        {
            throw new RefusedException("Answer", "This invitation can’t be answered any more.");
        }
    }

    /// <summary>Keeps what the set learned from a guest. False where somebody else wrote since the form was shown.</summary>
    /// <exception cref="RefusedException">It is too long.</exception>
    public static bool Learn(Writes writes, long set, long id, long version, string? text, long by)
    {
        var clean = (text ?? "").Trim();
        return clean.Length > LearnedMax ? throw new RefusedException("Learned", $"{clean.Length} characters. Keep it to {LearnedMax}.")
            : writes.Execute(
                """
                UPDATE guest_invitation SET learned = @clean, version = version + 1, changed_at = @Now, changed_by = @by
                WHERE id = @id AND set_id = @set AND version = @version AND state <> 'TakenBack'
                """, new { id, set, version, clean, writes.Now, by }) == 1;
    }

    private static bool IsOf(Reads reads, long set, long person) => reads.First<long?>(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM membership WHERE set_id = @set AND person_id = @person AND left_at IS NULL)
          OR EXISTS (SELECT 1 FROM role_assignment WHERE set_id = @set AND person_id = @person AND role = 'Advisor')
        """, new { set, person }) is not null;
}
