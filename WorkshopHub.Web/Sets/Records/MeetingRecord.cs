using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>What a meeting left, for the set alone: who was there, airtime, questions, actions, what was told, who was invited, what was looked at, and the reflection.</summary>
public sealed record MeetingRecord
{
    /// <summary>The meeting.</summary>
    public required Meeting Meeting { get; init; }

    /// <summary>Who was there, in the order of names.</summary>
    public IReadOnlyList<Attendant> Attendance { get; init; } = [];

    /// <summary>Members of whom nobody said whether they were there; nobody before the meeting is over.</summary>
    public IReadOnlyList<string> Unsaid { get; init; } = [];

    /// <summary>What was told of earlier actions.</summary>
    public IReadOnlyList<SetAction> Told { get; init; } = [];

    /// <summary>Each member's own time, in the order in which it was; once the meeting is over, without those that nobody took.</summary>
    public IReadOnlyList<Turn> Turns { get; init; } = [];

    /// <summary>Who was there and had no time of their own while others had; nobody before the meeting is over.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>What was agreed outside of anybody's airtime.</summary>
    public IReadOnlyList<SetAction> Others { get; init; } = [];

    /// <summary>What was decided in the work on the problem.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>What was looked at in it, and what was found there.</summary>
    public IReadOnlyList<string> Studied { get; init; } = [];

    /// <summary>Who was invited to it, and what was learned from them.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>The set's reflection, or null.</summary>
    public MeetingReflection? Reflection { get; init; }

    /// <summary>What left the room: two had said yes.</summary>
    public IReadOnlyList<LeftTheRoom> Left { get; init; } = [];

    /// <summary>Since when its airtime notes are deleted (UTC), or null.</summary>
    public string? ForgottenAt { get; init; }

    /// <summary>How many questions were asked.</summary>
    public int Questions => Turns.Sum(turn => turn.Questions.Count);

    /// <summary>Reads the record of a meeting by its number; null where there is none.</summary>
    public static MeetingRecord? Read(Reads reads, long set, long number)
    {
        if (Meeting.Of(reads, set).FirstOrDefault(one => one.Number == number) is not { } meeting)
        {
            return null;
        }

        var of = new { meeting.Id };
        var actions = SetAction.Of(reads, set);
        var turns = Turn.Of(reads, meeting.Id, actions);
        var attendance = reads.Query<Attendant>(
            "SELECT p.name, a.state FROM meeting_attendance a JOIN person p ON p.id = a.person_id WHERE a.meeting_id = @Id ORDER BY p.name COLLATE NAMES", of);
        var forgotten = reads.First<string>("SELECT at FROM set_forgotten WHERE set_id = @set", new { set });
        var empty = meeting.State == "Held" ? turns.Where(turn => turn.IsEmpty).ToList() : [];
        return new MeetingRecord
        {
            Meeting = meeting,
            Attendance = attendance,
            Unsaid = meeting.State != "Held" ? [] : reads.Query<string>(
                """
                SELECT DISTINCT p.name FROM airtime_slot l JOIN person p ON p.id = l.presenter_id
                WHERE l.meeting_id = @Id AND NOT EXISTS (SELECT 1 FROM meeting_attendance a WHERE a.meeting_id = l.meeting_id AND a.person_id = p.id) ORDER BY p.name COLLATE NAMES
                """, of),
            Told = [.. actions.Where(action => MeetingActions.WasTold(action, meeting.Id))],
            Turns = [.. turns.Except(empty)],
            Without = forgotten is not null || empty.Count == turns.Count ? [] : [.. empty.Select(turn => turn.Presenter).Where(name => !attendance.Any(one => one.Name == name && one.State == "Absent"))],
            Others = [.. actions.Where(action => action.Meeting == number && turns.All(turn => turn.Id != action.SlotId))],
            Decisions = reads.Query<string>("SELECT text FROM decision WHERE meeting_id = @Id AND gone_at IS NULL ORDER BY id", of),
            Studied = reads.Query<string>(
                "SELECT looked_at || CASE WHEN found = '' THEN '' ELSE ': ' || found END FROM study_note WHERE meeting_id = @Id AND gone_at IS NULL ORDER BY id", of),
            Guests = reads.Query<string>(
                "SELECT name || CASE WHEN learned = '' THEN '' ELSE ': ' || learned END FROM guest_invitation WHERE meeting_id = @Id AND state NOT IN ('NotComing', 'TakenBack') ORDER BY id", of),
            Reflection = reads.First<MeetingReflection>(
                """
                SELECT r.set_out, r.happened, r.why, r.otherwise, r.asking, r.text, ifnull(a.text, '') AS About
                FROM reflection r LEFT JOIN set_action a ON a.id = r.action_id WHERE r.meeting_id = @Id AND r.author_id IS NULL
                """, of),
            Left = reads.Query<LeftTheRoom>(
                "SELECT kind, title, text, light, help_wanted FROM sheet WHERE meeting_id = @Id AND state = 'Gone' ORDER BY gone_at, id", of),
            ForgottenAt = forgotten,
        };
    }
}

/// <summary>Somebody who belongs to the meeting.</summary>
public sealed record Attendant
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Here, Late or Absent.</summary>
    public string State { get; init; } = "";
}

/// <summary>A set's reflection at a meeting: the four questions after action, and how it asked.</summary>
public sealed record MeetingReflection
{
    /// <summary>What did we set out to do?</summary>
    public string SetOut { get; init; } = "";

    /// <summary>What happened?</summary>
    public string Happened { get; init; } = "";

    /// <summary>Why the difference?</summary>
    public string Why { get; init; } = "";

    /// <summary>What will we do otherwise?</summary>
    public string Otherwise { get; init; } = "";

    /// <summary>How did we ask today?</summary>
    public string Asking { get; init; } = "";

    /// <summary>In one piece.</summary>
    public string Text { get; init; } = "";

    /// <summary>The action that it is about; empty where it is about none.</summary>
    public string About { get; init; } = "";

    /// <summary>What was answered, with its question.</summary>
    public IReadOnlyList<(string Question, string Answer)> Answers =>
    [
        .. new[]
        {
            ("What did we set out to do?", SetOut), ("What happened?", Happened), ("Why the difference?", Why),
            ("What will we do otherwise?", Otherwise), ("How did we ask today?", Asking), ("", Text), ("About an action", About),
        }.Where(one => one.Item2.Length > 0),
    ];
}

/// <summary>What a set let out of the room.</summary>
public sealed record LeftTheRoom
{
    /// <summary>Progress, Learning or Door.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its title; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its words.</summary>
    public string Text { get; init; } = "";

    /// <summary>OnTrack, Slow or Stuck, or null.</summary>
    public string? Light { get; init; }

    /// <summary>Help that is wanted; may be empty.</summary>
    public string HelpWanted { get; init; } = "";

    /// <summary>What kind it is, in words.</summary>
    public string Word => Kind switch
    {
        "Progress" => $"Progress note{Light switch { "OnTrack" => ", on track", "Slow" => ", slow", "Stuck" => ", stuck", _ => "" }}",
        "Learning" => "Shared learning",
        _ => "A door was asked for",
    };
}
