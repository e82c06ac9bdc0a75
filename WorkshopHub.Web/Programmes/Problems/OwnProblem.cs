using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Problems;

/// <summary>
/// A member's own problem or opportunity (format 1): the member drafts, only the member's supervisor confirms that it lies
/// within their sphere, or sends it back with a note.
/// </summary>
public sealed record OwnProblem
{
    private const string Select =
        """
        SELECT id, title, description, why_it_matters, cannot_see, tried, success_looks_like, sent_at, within_sphere_at,
          within_sphere_note, state, version, changed_at
        FROM problem
        WHERE programme_id = @programme AND owner_id = @owner
        """;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Description { get; init; } = "";

    /// <summary>Why it matters.</summary>
    public string WhyItMatters { get; init; } = "";

    /// <summary>What the member can't see yet.</summary>
    public string CannotSee { get; init; } = "";

    /// <summary>What has been tried.</summary>
    public string Tried { get; init; } = "";

    /// <summary>What the member would call a success.</summary>
    public string SuccessLooksLike { get; init; } = "";

    /// <summary>When it was sent to the supervisor as it reads (UTC); null while the member writes.</summary>
    public string? SentAt { get; init; }

    /// <summary>When the supervisor confirmed it (UTC), or null.</summary>
    public string? WithinSphereAt { get; init; }

    /// <summary>What the supervisor wrote when it was sent back; empty where nothing waits for the member.</summary>
    public string WithinSphereNote { get; init; } = "";

    /// <summary>Proposed, Agreed, InWork, Implemented, HandedOver or Stopped.</summary>
    public string State { get; init; } = "";

    /// <summary>Raised by each change.</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Whether it may be started.</summary>
    public bool IsConfirmed => WithinSphereAt is not null;

    /// <summary>Whether the supervisor is to say yes or send it back; once more where somebody else came to be it while it is in work.</summary>
    public bool Waits => SentAt is not null && !IsConfirmed && WithinSphereNote.Length == 0 && State is "Proposed" or "InWork";

    /// <summary>What it says.</summary>
    public OwnWords Words => new()
    {
        Title = Title,
        Description = Description,
        WhyItMatters = WhyItMatters,
        CannotSee = CannotSee,
        Tried = Tried,
        SuccessLooksLike = SuccessLooksLike,
    };

    /// <summary>A member's own problem in a programme before work begins, or null.</summary>
    public static OwnProblem? Of(Reads reads, long programme, long owner) => reads.First<OwnProblem>(
        $"{Select} AND state IN ('Proposed', 'Agreed') ORDER BY id LIMIT 1", new { programme, owner });

    /// <summary>A member's own problem in a programme whatever has become of it, or null.</summary>
    public static OwnProblem? Newest(Reads reads, long programme, long owner) =>
        reads.First<OwnProblem>($"{Select} ORDER BY id DESC LIMIT 1", new { programme, owner });

    /// <summary>Writes the draft and sends it, or changes it; a changed one has to be confirmed anew.</summary>
    public static void Draft(Writes writes, long programme, long owner, long? supervisor, string title, string description, string why)
    {
        var mine = Of(writes, programme, owner);
        var words = (mine?.Words ?? new OwnWords()) with { Title = title, Description = description, WhyItMatters = why };
        if (mine is null || mine.SentAt is null || mine.WithinSphereNote.Length > 0 || words != mine.Words)
        {
            Write(writes, programme, owner, supervisor, mine?.Version ?? 0, words, send: true);
        }
    }

    /// <summary>
    /// The member writes by a form that was shown a version of it, 0 where there was none, and may send it. What was
    /// confirmed has to be confirmed anew. False where it reads otherwise by now.
    /// </summary>
    public static bool Write(Writes writes, long programme, long owner, long? supervisor, long version, OwnWords words, bool send)
    {
        var mine = Of(writes, programme, owner);
        if ((mine?.Version ?? 0) != version)
        {
            return false;
        }

        var id = mine?.Id ?? writes.Insert(
            """
            INSERT INTO problem (programme_id, position, title, owner_id, created_at, created_by, changed_at, version)
            VALUES (@programme, (SELECT ifnull(max(position), 0) + 1 FROM problem WHERE programme_id = @programme), @Title,
              @owner, @Now, @owner, @Now, 0)
            """, new { programme, owner, words.Title, writes.Now });
        writes.Execute(
            """
            UPDATE problem SET title = @Title, description = @Description, why_it_matters = @WhyItMatters, cannot_see = @CannotSee,
              tried = @Tried, success_looks_like = @SuccessLooksLike, supervisor_id = @supervisor, within_sphere_by = NULL,
              within_sphere_at = NULL, within_sphere_note = iif(@send, '', within_sphere_note), state = 'Proposed',
              sent_at = iif(@send, @Now, NULL), version = version + 1, changed_at = @Now, changed_by = @owner
            WHERE id = @id
            """, new
            {
                id,
                supervisor,
                owner,
                words.Title,
                words.Description,
                words.WhyItMatters,
                words.CannotSee,
                words.Tried,
                words.SuccessLooksLike,
                send,
                writes.Now,
            });
        if (send)
        {
            OwnStep.Add(writes, id, "Sent", owner);
        }

        return true;
    }

    /// <summary>The supervisor confirms the words that they saw; what is in work stays in work. False where it reads otherwise by now.</summary>
    public static bool Confirm(Writes writes, long id, long version, long supervisor)
    {
        var done = writes.Execute(
            """
            UPDATE problem SET within_sphere_by = @supervisor, within_sphere_at = @Now, within_sphere_note = '', state = iif(state = 'Proposed', 'Agreed', state),
              supervisor_id = @supervisor, version = version + 1, changed_at = @Now, changed_by = @supervisor
            WHERE id = @id AND version = @version AND state IN ('Proposed', 'InWork') AND owner_id IS NOT NULL AND sent_at IS NOT NULL
            """, new { id, version, supervisor, writes.Now }) == 1;
        if (done)
        {
            OwnStep.Add(writes, id, "Confirmed", supervisor);
        }

        return done;
    }

    /// <summary>The supervisor sends it back with a note, and it is written anew. False where it reads otherwise by now.</summary>
    public static bool SendBack(Writes writes, long id, long version, long supervisor, string note)
    {
        var done = writes.Execute(
            """
            UPDATE problem SET within_sphere_by = NULL, within_sphere_at = NULL, within_sphere_note = @note, state = 'Proposed',
              version = version + 1, changed_at = @Now, changed_by = @supervisor
            WHERE id = @id AND version = @version AND state IN ('Proposed', 'Agreed', 'InWork') AND owner_id IS NOT NULL AND sent_at IS NOT NULL
            """, new { id, version, supervisor, note, writes.Now }) == 1;
        if (done)
        {
            OwnStep.Add(writes, id, "Back", supervisor, note);
        }

        return done;
    }

    /// <summary>
    /// Somebody else is the member's supervisor: it lies within that person's sphere only when they say so. What is done or was
    /// stopped stays confirmed by who it was. A list of numbers, as JSON.
    /// </summary>
    public static void NewSupervisors(Writes writes, string memberships) => OwnStep.AddAll(writes, "Supervisor", writes.Query<long>(
        """
        UPDATE problem SET supervisor_id = n.supervisor_id, within_sphere_by = NULL, within_sphere_at = NULL, within_sphere_note = '',
          state = iif(state = 'Agreed', 'Proposed', state), version = version + 1, changed_at = @Now
        FROM (
          SELECT m.person_id, m.supervisor_id, s.programme_id FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE m.id IN (SELECT value FROM json_each(@memberships))) n
        WHERE problem.owner_id = n.person_id AND problem.programme_id = n.programme_id AND state IN ('Proposed', 'Agreed', 'InWork')
        RETURNING id
        """, new { memberships, writes.Now }));

    /// <summary>In a copy that is played with: takes out what members wrote to their supervisors, all but the titles of what was sent.</summary>
    public static void Forget(Writes writes)
    {
        writes.Execute("DELETE FROM problem_step");
        writes.Execute(
            """
            UPDATE problem SET title = iif(sent_at IS NULL AND state = 'Proposed', 'Not sent yet', title), description = '', why_it_matters = '', cannot_see = '', tried = '', success_looks_like = '', within_sphere_note = ''
            WHERE owner_id IS NOT NULL
            """);
    }
}
