using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What a set (or a member with a problem of their own) looked at, and what it found: "study the issue".</summary>
public sealed record StudyNote : IWorkItem
{
    /// <summary>The longest answer, in characters.</summary>
    public const int TextMax = 600;

    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>The membership whose problem it is about; null for the set's.</summary>
    public long? MembershipId { get; init; }

    /// <summary>What was looked at.</summary>
    public string LookedAt { get; init; } = "";

    /// <summary>What was found; empty while nobody knows.</summary>
    public string Found { get; init; } = "";

    /// <summary>Where it comes from; may be empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>The meeting in which it was noted, or null.</summary>
    public long? Meeting { get; init; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    public string? GoneAt { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    /// <summary>When it was noted (UTC).</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>Who noted it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When it was last written (UTC).</summary>
    public string ChangedAt { get; init; } = "";

    /// <summary>Who wrote last.</summary>
    public string ChangedBy { get; init; } = "";

    private const string Select =
        """
        SELECT n.id, n.set_id, n.membership_id, n.looked_at, n.found, n.source, t.number AS Meeting, n.gone_at, n.version,
          n.created_at, p.name AS CreatedBy, n.changed_at, c.name AS ChangedBy
        FROM study_note n
        JOIN person p ON p.id = n.created_by
        JOIN person c ON c.id = n.changed_by
        LEFT JOIN set_meeting t ON t.id = n.meeting_id
        """;

    /// <summary>The notes on a problem, the newest first; those taken back last.</summary>
    public static IReadOnlyList<StudyNote> Of(Reads reads, long set, long? membership) => reads.Query<StudyNote>(
        $"{Select} WHERE n.set_id = @set AND n.membership_id IS @membership ORDER BY n.gone_at IS NOT NULL, n.id DESC", new { set, membership });

    /// <summary>What a set shared with an audience: Client, Champion or Sponsor.</summary>
    public static IReadOnlyList<StudyNote> SharedWith(Reads reads, long set, string audience) => reads.Query<StudyNote>(
        $"""
        {Select} JOIN share w ON w.kind = 'StudyNote' AND w.thing_id = CAST(n.id AS TEXT) AND w.audience = @audience
          AND w.shared_at IS NOT NULL AND w.withdrawn_at IS NULL
        WHERE n.set_id = @set AND n.gone_at IS NULL
        ORDER BY n.id DESC
        """, new { set, audience });

    /// <summary>One note of a set, or null.</summary>
    public static StudyNote? Find(Reads reads, long set, long id) => reads.First<StudyNote>($"{Select} WHERE n.set_id = @set AND n.id = @id", new { set, id });

    /// <summary>Notes it. Sent twice with the same token, it is noted once.</summary>
    /// <exception cref="RefusedException">A field is wrong, named as in the form.</exception>
    public static void Add(Writes writes, Place place, NoteForm typed, long by)
    {
        var (lookedAt, found, source) = typed.Read();
        if (writes.First<long?>("SELECT id FROM study_note WHERE token = @Token AND looked_at = @lookedAt AND found = @found", new { typed.Token, lookedAt, found }) is not null)
        {
            return;
        }

        writes.Execute(
            """
            INSERT INTO study_note (set_id, membership_id, meeting_id, token, looked_at, found, source, created_at, created_by, changed_at, changed_by)
            VALUES (@SetId, @MembershipId, (SELECT id FROM set_meeting WHERE set_id = @SetId AND number = @meeting), @token, @lookedAt, @found, @source, @Now, @by, @Now, @by)
            """,
            new
            {
                place.SetId,
                place.MembershipId,
                meeting = typed.Meeting,
                token = Typed.Token(typed.Token, writes.First<long?>("SELECT id FROM study_note WHERE token = @Token", new { typed.Token }) is null),
                lookedAt,
                found,
                source,
                by,
                writes.Now,
            });
    }

    /// <summary>Changes it. False where it reads otherwise by now.</summary>
    /// <exception cref="RefusedException">A field is wrong, named as in the form.</exception>
    public static bool Change(Writes writes, long id, NoteForm typed, long by)
    {
        var (lookedAt, found, source) = typed.Read();
        return writes.Execute(
            """
            UPDATE study_note SET looked_at = @lookedAt, found = @found, source = @source, version = version + 1, changed_at = @Now, changed_by = @by
            WHERE id = @id AND version = @version AND gone_at IS NULL
            """,
            new { id, version = typed.Version, lookedAt, found, source, by, writes.Now }) == 1;
    }

    /// <summary>Takes it back, also from whom it was shown to; or puts it back.</summary>
    public static bool TakeBack(Writes writes, long set, long id, bool back, long by) => writes.Execute(
        """
        UPDATE study_note SET gone_at = iif(@back, NULL, @Now), version = version + 1, changed_at = @Now, changed_by = @by
        WHERE set_id = @set AND id = @id AND (gone_at IS NULL) <> @back
        """,
        new { set, id, back, by, writes.Now }) == 1;
}

/// <summary>A study note as typed.</summary>
public sealed class NoteForm
{
    /// <summary>What was looked at.</summary>
    public string? LookedAt { get; set; }

    /// <summary>What was found.</summary>
    public string? Found { get; set; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; set; }

    /// <summary>The number of the meeting that it is noted in, or null.</summary>
    public long? Meeting { get; set; }

    /// <summary>Made with the form, so that it is written once.</summary>
    public string Token { get; set; } = "";

    /// <summary>The version that the form was shown.</summary>
    public long Version { get; set; }

    /// <summary>The form of a note as it stands.</summary>
    public static NoteForm Of(StudyNote note) => new() { LookedAt = note.LookedAt, Found = note.Found, Source = note.Source, Version = note.Version };

    internal (string LookedAt, string Found, string Source) Read()
    {
        var wrong = new Refusals();
        var note = (
            wrong.Of(() => Typed.Lines("Note.LookedAt", LookedAt, 280, "What did you look at?"), ""),
            wrong.Of(() => Typed.Lines("Note.Found", Found, StudyNote.TextMax), ""), wrong.Of(() => Typed.Lines("Note.Source", Source, 280), ""));
        wrong.Throw();
        return note;
    }
}
