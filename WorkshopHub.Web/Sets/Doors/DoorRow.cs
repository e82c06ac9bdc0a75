using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Doors;

/// <summary>A door that a set asks somebody to open.</summary>
public sealed record DoorRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The activity in which it was asked, or null: outside a workshop.</summary>
    public long? ActivityId { get; init; }

    /// <summary>The meeting at which the set asked, or null.</summary>
    public long? MeetingId { get; init; }

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The set that asks.</summary>
    public long SetId { get; init; }

    /// <summary>Its place.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string SetName { get; init; } = "";

    /// <summary>Who wrote it.</summary>
    public long AskedBy { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>Who is to open it.</summary>
    public long AskedOf { get; init; }

    /// <summary>Their name.</summary>
    public string Opener { get; init; } = "";

    /// <summary>What the room may read.</summary>
    public string Title { get; init; } = "";

    /// <summary>For the set, its advisor and who opens doors; never on a wall.</summary>
    public string Text { get; init; } = "";

    /// <summary>Local date by when the set needs it, or null.</summary>
    public string? NeededBy { get; init; }

    /// <summary>Asked, Accepted, Opened or NotPossible.</summary>
    public string State { get; init; } = "";

    /// <summary>What whoever was asked wrote; as little for walls as the text.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Local date that they gave, or null.</summary>
    public string? OpensOn { get; init; }

    /// <summary>Rises with each change.</summary>
    public long Version { get; init; }

    /// <summary>When it was asked (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>Where it is not possible: Somebody (ask another), Smaller (or later), None; else empty.</summary>
    public string Another { get; init; } = "";

    /// <summary>When it was last answered (UTC), or null.</summary>
    public string? AnsweredAt { get; init; }

    /// <summary>When it opened, or turned out to be shut (UTC), or null.</summary>
    public string? ClosedAt { get; init; }

    /// <summary>The sponsor who asked how it stands, since there was last a word to the set; or null.</summary>
    public string? Wonders { get; init; }

    /// <summary>When they asked (UTC), or null.</summary>
    public string? WonderedAt { get; init; }

    /// <summary>It waits for an answer, or to be opened.</summary>
    public bool Waits => State is "Asked" or "Accepted";

    /// <summary>The state in words, with the date where one was given.</summary>
    public string Words => State switch
    {
        "Accepted" => $"{Called.First(Opener)} opens it{(OpensOn is null ? "" : $" by {DayOf(OpensOn)}")}",
        "Opened" => "Open",
        "NotPossible" => "Not possible",
        _ => "Asked",
    };

    /// <summary>Whether somebody may answer: whoever was asked, and the sponsor of the programme.</summary>
    public bool MayAnswer(Reads reads, long person) => AskedOf == person || reads.First<long?>(
        "SELECT id FROM role_assignment WHERE programme_id = @ProgrammeId AND person_id = @person AND role = 'Sponsor'",
        new { ProgrammeId, person }) is not null;

    /// <summary>All of an activity that were not taken back, newest first.</summary>
    public static IReadOnlyList<DoorRow> All(Reads reads, long activity) => reads.Once($"offer-doors-{activity}", () => reads.Query<DoorRow>(
        $"{Select} WHERE d.activity_id = @activity AND d.state <> 'TakenBack' ORDER BY d.asked_at DESC, d.id DESC", new { activity }));

    /// <summary>One as it is now, or null.</summary>
    public static DoorRow? Find(Reads reads, string id) => reads.First<DoorRow>($"{Select} WHERE d.id = @id AND d.state <> 'TakenBack'", new { id });

    /// <summary>A local date for people, e.g. 12 June.</summary>
    public static string DayOf(string date) => DateOnly.TryParseExact(
        date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("d MMMM", CultureInfo.InvariantCulture) : date;

    /// <summary>All that a set asked for and did not take back: those that wait first, the longest waiting first.</summary>
    public static IReadOnlyList<DoorRow> OfSet(Reads reads, long set) =>
        reads.Query<DoorRow>($"{Select} WHERE d.set_id = @set AND d.state <> 'TakenBack' {Order}", new { set });

    /// <summary>All that somebody was asked to open, over the programmes that are not closed: those that wait first.</summary>
    public static IReadOnlyList<DoorRow> OfPerson(Reads reads, long person) => reads.Query<DoorRow>(
        $"{Select} WHERE d.asked_of = @person AND d.state <> 'TakenBack' AND g.state <> 'Closed' {Order}", new { person });

    /// <summary>All of a programme's sets: those that wait first.</summary>
    public static IReadOnlyList<DoorRow> OfProgramme(Reads reads, long programme) =>
        reads.Query<DoorRow>($"{Select} WHERE s.programme_id = @programme AND d.state <> 'TakenBack' {Order}", new { programme });

    private const string Order = "ORDER BY d.state IN ('Opened', 'NotPossible'), d.closed_at DESC, d.asked_at, d.id";

    private const string Select =
        """
        SELECT d.id, d.activity_id, d.meeting_id, d.set_id, s.position, s.name AS SetName, s.programme_id, d.asked_by, k.name AS Asker,
               d.asked_of, p.name AS Opener, d.title, d.text, d.needed_by, d.state, d.answer, d.another, d.opens_on, d.version, d.asked_at,
               d.answered_at, d.closed_at, y.name AS Wonders, x.at AS WonderedAt
        FROM door_request d
        LEFT JOIN door_wondered x ON x.door_id = d.id AND d.state IN ('Asked', 'Accepted') AND x.at > ifnull(d.answered_at, '')
          AND x.at = (SELECT max(z.at) FROM door_wondered z WHERE z.door_id = d.id)
        LEFT JOIN person y ON y.id = x.by
        JOIN sets s ON s.id = d.set_id
        JOIN programme g ON g.id = s.programme_id
        JOIN person k ON k.id = d.asked_by
        JOIN person p ON p.id = d.asked_of
        """;
}
