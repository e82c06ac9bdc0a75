using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>Writes problems, and which set has taken on which.</summary>
public static class ProblemCommands
{
    /// <summary>Adds a problem at the end of the list, as proposed.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong.</exception>
    public static long Add(Writes writes, long programmeId, ProblemDetails details, long? by)
    {
        Check(writes, programmeId, details, 0);
        var id = writes.Insert("""
            INSERT INTO problem (programme_id, position, title, owner_id, created_at, created_by, changed_at, changed_by)
            VALUES (@programmeId, (SELECT ifnull(max(position), 0) + 1 FROM problem WHERE programme_id = @programmeId), @Title,
              @OwnerId, @Now, @by, @Now, @by)
            """, new { programmeId, details.Title, details.OwnerId, by, writes.Now });
        Fill(writes, id, details);
        return id;
    }

    /// <summary>Changes a problem. False where somebody else changed it since the form was shown.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong, or it is offered and would lack something.</exception>
    public static bool Change(Writes writes, long programmeId, long id, long version, ProblemDetails details, long? by)
    {
        Check(writes, programmeId, details, id);
        if (ProblemRow.Find(writes, programmeId, id) is { OwnerId: not null })
        {
            throw new RefusedException("Form.Title", "A member’s own problem is written by the member alone.");
        }

        if (!Touch(writes, programmeId, id, version, by))
        {
            return false;
        }

        Fill(writes, id, details);
        if (ProblemRow.Find(writes, programmeId, id) is { IsOffered: true, Lacks: { Count: > 0 } lacks })
        {
            throw new RefusedException("Offer", $"It is offered already, and would lack {Words(lacks)}.");
        }

        return true;
    }

    /// <summary>Takes a problem up in a later programme, as proposed: its sponsor decides anew whether it is offered.</summary>
    public static long Carry(Writes writes, long id, long programmeId, long? by)
    {
        var carried = writes.Insert("""
            INSERT INTO problem (programme_id, position, title, description, why_it_matters, success_looks_like, no_clear_expertise,
              no_clear_expertise_note, no_known_answer, no_known_answer_note, client_id, carried_from, created_at, created_by, changed_at, changed_by)
            SELECT @programmeId, (SELECT ifnull(max(position), 0) + 1 FROM problem WHERE programme_id = @programmeId), title, description,
              why_it_matters, success_looks_like, no_clear_expertise, no_clear_expertise_note, no_known_answer, no_known_answer_note,
              client_id, id, @Now, @by, @Now, @by
            FROM problem WHERE id = @id
            """, new { id, programmeId, by, writes.Now });
        writes.Execute("""
            INSERT INTO failed_attempt (problem_id, position, year, what, why_it_failed)
            SELECT @carried, position, year, what, why_it_failed FROM failed_attempt WHERE problem_id = @id
            """, new { carried, id });
        return carried;
    }

    /// <summary>Offers a proposed problem to the sets. False where somebody else changed it since it was shown.</summary>
    /// <exception cref="RefusedException">It lacks something, or it is a member's own.</exception>
    public static bool Offer(Writes writes, long programmeId, long id, long version, long? by)
    {
        if (ProblemRow.Find(writes, programmeId, id) is not { State: "Proposed" } problem || !Touch(writes, programmeId, id, version, by))
        {
            return false;
        }

        if (problem.OwnerId is not null)
        {
            throw new RefusedException("Offer", "A member’s own problem is agreed with the supervisor, not offered to sets.");
        }

        if (problem.Lacks.Count > 0)
        {
            throw new RefusedException("Offer", $"To be offered it lacks {Words(problem.Lacks)}.");
        }

        writes.Execute("UPDATE problem SET state = 'Offered' WHERE id = @id", new { id });
        return true;
    }

    /// <summary>Takes the offer back. False where it isn't offered, or somebody else changed it since it was shown.</summary>
    public static bool Withdraw(Writes writes, long programmeId, long id, long version, long? by) =>
        ProblemRow.Find(writes, programmeId, id) is { State: "Offered" } && Touch(writes, programmeId, id, version, by)
        && writes.Execute("UPDATE problem SET state = 'Proposed' WHERE id = @id", new { id }) == 1;

    /// <summary>
    /// Puts a proposed problem aside, or takes it up again: it is neither offered nor carried forward, and nothing of it is lost.
    /// False where it isn't proposed (put aside), or somebody else changed it since it was shown.
    /// </summary>
    public static bool PutAside(Writes writes, long programmeId, long id, long version, bool aside, long? by) =>
        ProblemRow.Find(writes, programmeId, id) is { OwnerId: null } row && row.State == (aside ? "Proposed" : "Stopped")
        && Touch(writes, programmeId, id, version, by)
        && writes.Execute("UPDATE problem SET state = @state WHERE id = @id", new { id, state = aside ? "Stopped" : "Proposed" }) == 1;

    /// <summary>
    /// The sponsor lets two sets take one problem, or one only again. False where it is no problem of the sponsor's list, where two have
    /// it already, or where somebody else changed it since it was shown.
    /// </summary>
    public static bool AllowTwo(Writes writes, long programmeId, long id, long version, bool two, long? by) =>
        ProblemRow.Find(writes, programmeId, id) is { OwnerId: null, State: "Offered" or "Chosen" } row && (two || row.Taken < 2)
        && Touch(writes, programmeId, id, version, by)
        && writes.Execute(
            "UPDATE problem SET two_sets_at = iif(@two, @Now, NULL), two_sets_by = iif(@two, @by, NULL) WHERE id = @id", new { id, two, by, writes.Now }) == 1;

    /// <summary>A set takes a problem on. Answers what it had before, or null; TakeBack needs it.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="setId">The set.</param>
    /// <param name="problemId">An offered problem of its programme.</param>
    /// <param name="reason">Why this set has this problem, in a sentence.</param>
    /// <param name="by">Who closed the choice.</param>
    /// <exception cref="RefusedException">It isn't on offer, or another set has it; two have it where the sponsor allows two.</exception>
    public static long? Choose(Writes writes, long setId, long problemId, string reason, long? by)
    {
        var values = new { setId, problemId, reason = Line.Clean(reason), by, writes.Now };
        if (writes.First<long?>("""
            SELECT p.id FROM problem p JOIN sets s ON s.programme_id = p.programme_id
            WHERE p.id = @problemId AND s.id = @setId AND p.state IN ('Offered', 'Chosen')
            """, values) is null)
        {
            throw new RefusedException("Problem", "This problem is not on offer.");
        }

        if (OthersOf(writes, problemId, setId) is { Room: <= 0, Names: var other })
        {
            throw new RefusedException("Problem", $"{other} {(other.Contains(" and ", StringComparison.Ordinal) ? "have" : "has")} this problem already.");
        }

        var before = writes.First<long?>("SELECT problem_id FROM sets WHERE id = @setId", values);
        Put(writes, setId, problemId, values.reason, by);
        Settle(writes, before);
        Settle(writes, problemId);
        return before;
    }

    /// <summary>Takes back that a set has taken a problem on; nothing happens where it has another by now.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="setId">The set.</param>
    /// <param name="problemId">What it had taken on.</param>
    /// <param name="before">What it had before, or null.</param>
    /// <param name="by">Who takes it back, or null.</param>
    public static void TakeBack(Writes writes, long setId, long problemId, long? before, long? by)
    {
        if (writes.First<long?>("SELECT problem_id FROM sets WHERE id = @setId", new { setId }) != problemId)
        {
            return;
        }

        var free = before is { } old && OthersOf(writes, old, setId).Room > 0;
        Put(writes, setId, free ? before : null, "", by);
        Settle(writes, problemId);
        Settle(writes, free ? before : null);
    }

    /// <summary>For how many sets more there is room beside the others that have a problem, and what those are called.</summary>
    private static (long Room, string Names) OthersOf(Reads reads, long problemId, long setId) => reads.First<(long, string)>("""
        SELECT iif(p.two_sets_at IS NULL, 1, 2) - (SELECT count(*) FROM sets s WHERE s.problem_id = p.id AND s.id <> @setId),
          ifnull((SELECT group_concat(s.name, ' and ') FROM sets s WHERE s.problem_id = p.id AND s.id <> @setId), '')
        FROM problem p WHERE p.id = @problemId
        """, new { problemId, setId });

    private static void Put(Writes writes, long setId, long? problemId, string reason, long? by) => writes.Execute("""
        UPDATE sets SET problem_id = @problemId, problem_reason = @reason, version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @setId
        """, new { setId, problemId, reason, by, writes.Now });

    /// <summary>Before work begins, a problem is chosen where a set has it, and offered where none has.</summary>
    private static void Settle(Writes writes, long? problemId) => writes.Execute("""
        UPDATE problem SET state = CASE WHEN EXISTS (SELECT 1 FROM sets WHERE problem_id = @problemId) THEN 'Chosen' ELSE 'Offered' END
        WHERE id = @problemId AND state IN ('Offered', 'Chosen')
        """, new { problemId });

    private static bool Touch(Writes writes, long programmeId, long id, long version, long? by) => writes.Execute("""
        UPDATE problem SET version = version + 1, changed_at = @Now, changed_by = @by
        WHERE id = @id AND programme_id = @programmeId AND version = @version
        """, new { id, programmeId, version, by, writes.Now }) == 1;

    private static void Fill(Writes writes, long id, ProblemDetails details)
    {
        writes.Execute("""
            UPDATE problem SET title = @Title, description = @Description, why_it_matters = @WhyItMatters,
              success_looks_like = @SuccessLooksLike, no_clear_expertise = @NoClearExpertise,
              no_clear_expertise_note = @NoClearExpertiseNote, no_known_answer = @NoKnownAnswer,
              no_known_answer_note = @NoKnownAnswerNote, answer_is_known = @AnswerIsKnown, client_id = @ClientId
            WHERE id = @id
            """, new
        {
            id,
            details.Title,
            details.Description,
            details.WhyItMatters,
            details.SuccessLooksLike,
            details.NoClearExpertise,
            details.NoClearExpertiseNote,
            details.NoKnownAnswer,
            details.NoKnownAnswerNote,
            details.AnswerIsKnown,
            details.ClientId,
        });
        writes.Execute("DELETE FROM failed_attempt WHERE problem_id = @id", new { id });
        foreach (var (index, attempt) in details.Attempts.Index())
        {
            writes.Execute("""
                INSERT INTO failed_attempt (problem_id, position, year, what, why_it_failed)
                VALUES (@id, @index, @Year, @What, @WhyItFailed)
                """, new { id, index, attempt.Year, attempt.What, attempt.WhyItFailed });
        }
    }

    private static void Check(Writes writes, long programmeId, ProblemDetails details, long id)
    {
        var wrong = new Refusals();
        wrong.Of(() => details.Check(LocalDay.Today(writes, Utc.Parse(writes.Now)).Year));
        wrong.If(details.OwnerId is null && writes.First<long?>("""
            SELECT id FROM problem WHERE programme_id = @programmeId AND title = @Title COLLATE NOCASE AND id <> @id AND owner_id IS NULL
            """, new { programmeId, details.Title, id }) is not null, "Form.Title", $"There is a problem called {details.Title} already.");
        wrong.If(details.ClientId is not null && details.ClientId != ProblemRow.Find(writes, programmeId, id)?.ClientId && writes.First<long?>("""
            SELECT id FROM role_assignment WHERE programme_id = @programmeId AND person_id = @ClientId AND role = 'Client'
            """, new { programmeId, details.ClientId }) is null, "Form.ClientId", "Choose one of the programme’s clients.");
        wrong.Throw();
    }

    private static string Words(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join("; ", words.SkipLast(1))}; and {words[^1]}";
}
