using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>What an activity's result became elsewhere. It can be undone, and taken up by the room that it belongs to.</summary>
public sealed record Carried
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The activity that it came from.</summary>
    public long ActivityId { get; init; }

    /// <summary>What it became: SetName, SetProblem, SetQuestion, ProblemQuestion, Action, ProposedProblem, Learning ...</summary>
    public string Target { get; init; } = "";

    /// <summary>The set that it belongs to, or null.</summary>
    public long? SetId { get; init; }

    /// <summary>The person that it belongs to, or null.</summary>
    public long? PersonId { get; init; }

    /// <summary>The row that it became or belongs to, or null.</summary>
    public long? ThingId { get; init; }

    /// <summary>Id of the post, word or answer that it came from; empty where there is none.</summary>
    public string Source { get; init; } = "";

    /// <summary>The words, as far as the room may read them; empty for what is private.</summary>
    public string Text { get; init; } = "";

    /// <summary>Local date by when, or null.</summary>
    public string? Due { get; init; }

    /// <summary>What stood there before, for <see cref="ActivityKind.PutBack"/>.</summary>
    public string? Before { get; init; }

    /// <summary>Carried, Undone or TakenUp.</summary>
    public string State { get; init; } = "Carried";

    /// <summary>Who undid it, or null.</summary>
    public long? UndoneBy { get; init; }

    /// <summary>Why, if they said so.</summary>
    public string UndoneReason { get; init; } = "";

    private const string Select =
        """
        SELECT c.id, c.activity_id, c.target, c.set_id, c.person_id, c.thing_id, c.source, c.text, c.due, c.before, c.state,
               c.undone_by, c.undone_reason
        FROM carried c
        """;

    /// <summary>Stores one thing that was carried over.</summary>
    public static long Add(Writes writes, Carried carried) => writes.Insert(
        """
        INSERT INTO carried (activity_id, target, set_id, person_id, thing_id, source, text, due, before)
        VALUES (@ActivityId, @Target, @SetId, @PersonId, @ThingId, @Source, @Text, @Due, @Before)
        """,
        carried);

    /// <summary>All of a workshop that stands, with what was undone.</summary>
    public static IReadOnlyList<Carried> Of(Reads reads, long workshop) => reads.Query<Carried>(
        $"{Select} JOIN activity a ON a.id = c.activity_id WHERE a.workshop_id = @workshop ORDER BY c.activity_id, c.id",
        new { workshop });

    /// <summary>What one answer had become stands no longer: it was taken up, or the answer was withdrawn.</summary>
    public static void Resolve(Writes writes, long activity, string source, bool takenUp) => writes.Execute(
        "UPDATE carried SET state = @state WHERE activity_id = @activity AND source = @source AND state = 'Carried'",
        new { activity, source, state = takenUp ? "TakenUp" : "Undone" });

    /// <summary>The words that stand with what one commitment or action became: empty once the room may not read them any longer.</summary>
    public static void Reword(Writes writes, long activity, string source, string text) => writes.Execute(
        "UPDATE carried SET text = @text WHERE activity_id = @activity AND source = @source AND target IN ('Action', 'Commitment')",
        new { activity, source, text });

    /// <summary>In a copy that is played with: takes out what is for one set alone.</summary>
    public static void Forget(Writes writes) => writes.Execute("UPDATE carried SET text = '' WHERE target = 'FirstQuestion'");

    /// <summary>Undoes one thing. False where it doesn't stand any longer.</summary>
    /// <param name="writes">The command.</param>
    /// <param name="kinds">All kinds of activity.</param>
    /// <param name="id">What is undone.</param>
    /// <param name="by">Who undoes it; null where the program does, as its activity is open again.</param>
    /// <param name="reason">Why, or empty.</param>
    public static bool Undo(Writes writes, ActivityKinds kinds, long id, long? by, string reason = "")
    {
        if (writes.First<Carried>($"{Select} WHERE c.id = @id AND c.state = 'Carried'", new { id }) is not { } carried
            || Activity.Find(writes, carried.ActivityId) is not { } activity)
        {
            return false;
        }

        kinds.Of(activity).PutBack(writes, carried);
        writes.Execute(
            "UPDATE carried SET state = 'Undone', undone_by = @by, undone_at = @Now, undone_reason = @reason WHERE id = @id",
            new { id, by, writes.Now, reason });
        return true;
    }

    /// <summary>Carries over again what a person undid, where nothing elsewhere has to be changed for it.</summary>
    public static void Again(Writes writes, long id) => writes.Execute(
        """
        UPDATE carried SET state = 'Carried', undone_by = NULL, undone_at = NULL, undone_reason = ''
        WHERE id = @id AND state = 'Undone' AND undone_by IS NOT NULL
        """,
        new { id });

    /// <summary>
    /// Answers came after the activity had closed, from paper: its result is carried over anew. What a person undid stays undone,
    /// and what was taken up is not carried a second time.
    /// </summary>
    public static void Renew(Writes writes, ActivityKinds kinds, long id)
    {
        if (Activity.Find(writes, id) is not { State: ActivityState.Closed } activity || !kinds.Of(activity).CarriesAtClose)
        {
            return;
        }

        var before = writes.Query<Carried>($"{Select} WHERE c.activity_id = @id ORDER BY c.id DESC", new { id });
        foreach (var one in before.Where(one => one.State == "Carried"))
        {
            Undo(writes, kinds, one.Id, null);
        }

        kinds.Of(activity).CarryOver(writes, activity);
        writes.Execute("INSERT INTO settled (activity_id) VALUES (@id) ON CONFLICT DO NOTHING", new { id });
        var settled = before.Where(one => one.State == "TakenUp" || one.UndoneBy is not null).ToList();
        var newest = before.Count == 0 ? 0 : before[0].Id;
        foreach (var one in writes.Query<Carried>($"{Select} WHERE c.activity_id = @id AND c.id > @newest", new { id, newest })
            .Where(one => settled.Any(other => other.IsSameAs(one))))
        {
            kinds.Of(activity).PutBack(writes, one);
            writes.Execute("DELETE FROM carried WHERE id = @Id", one);
        }
    }

    /// <summary>
    /// After anything that may have opened or closed activities of a workshop: results of what has closed are carried
    /// over, and taken back from what has been opened again.
    /// </summary>
    public static void Settle(Writes writes, ActivityKinds kinds, long workshop)
    {
        foreach (var id in writes.Query<long>(
            """
            SELECT a.id FROM activity a JOIN settled s ON s.activity_id = a.id
            WHERE a.workshop_id = @workshop AND a.state <> 'Closed'
            """,
            new { workshop }))
        {
            foreach (var one in writes.Query<long>(
                "SELECT id FROM carried WHERE activity_id = @id AND state = 'Carried' ORDER BY id DESC", new { id }))
            {
                Undo(writes, kinds, one, null);
            }

            writes.Execute("DELETE FROM settled WHERE activity_id = @id", new { id });
        }

        // One of an earlier workshop that goes on here keeps what it has become; what comes now is added when it closes again.
        writes.Execute(
            """
            DELETE FROM settled WHERE activity_id IN (
              SELECT a.id FROM activity a JOIN agenda_item i ON i.activity_id = a.id
              WHERE i.workshop_id = @workshop AND a.workshop_id <> @workshop AND a.state <> 'Closed')
            """,
            new { workshop });
        foreach (var id in writes.Query<long>(
            """
            SELECT a.id FROM activity a
            WHERE (a.workshop_id = @workshop OR EXISTS (SELECT 1 FROM agenda_item i WHERE i.activity_id = a.id AND i.workshop_id = @workshop))
              AND a.state = 'Closed' AND NOT EXISTS (SELECT 1 FROM settled s WHERE s.activity_id = a.id)
            """,
            new { workshop }))
        {
            var activity = Activity.Find(writes, id)!;
            if (activity.WorkshopId == workshop)
            {
                kinds.Of(activity).CarryOver(writes, activity);
            }
            else
            {
                Renew(writes, kinds, id);
            }

            writes.Execute("INSERT INTO settled (activity_id) VALUES (@id) ON CONFLICT DO NOTHING", new { id });
        }
    }

    private bool IsSameAs(Carried other) => (Target, SetId, PersonId, Source, Text)
        == (other.Target, other.SetId, other.PersonId, other.Source, other.Text);
}
