using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Activities.SetQuestions;

/// <summary>All pushes of questions between sets.</summary>
public sealed class SetQuestionsLive(LiveWire wire)
{
    private const string Folder = "~/Activities/SetQuestions/";

    /// <summary>A question was asked, answered, taken back, hidden or shown again.</summary>
    public void Changed(Activity activity, QuestionPlace question)
    {
        var (room, id, set) = (activity.RoomId, question.Id, question.ToSet);
        wire.Changed(
            new Piece($"sq-{id}", reads => Of(reads, id) is { } shown
                ? new PieceState.Put(Folder + "_Question.cshtml", shown, $"asked-{activity.Id}", shown.SortKey) : new PieceState.Gone()),
            Channels.Room(room));
        wire.Changed(
            new Piece($"qa-{id}", reads => Of(reads, id) is { IsAnswered: true } shown
                ? new PieceState.Put(Folder + "_Qa.cshtml", shown, $"qas-{activity.Id}-{set} qas-{activity.Id}", shown.AnswerKey) : new PieceState.Gone()),
            Channels.Wall(room));
        wire.Changed(
            new Piece(
                $"sq-count-{activity.Id}-{set}",
                reads => new PieceState.Put(Folder + "_Count.cshtml", SetQuestionKind.CountOf(Asking.Read(reads, Activity.Find(reads, activity.Id)!), set)),
                Calm: true),
            Channels.Room(room));
        foreach (var (piece, partial) in new[] { ("sq-board", "_Board"), ("sq-foot", "_Foot") })
        {
            wire.Changed(Now($"{piece}-{activity.Id}", activity.Id, partial), Channels.Wall(room));
        }

        if (question.TurnsWall)
        {
            wire.Reread(Channels.Wall(room)); // from questions to answers, or back
        }

        Desk(activity);
        wire.Reread(Channels.Set(room, set), Channels.Beside(room, set), Channels.Participant(question.ParticipantId));
    }

    /// <summary>It was opened, closed or revealed: lists that were kept back may show now.</summary>
    public void State(Activity activity)
    {
        wire.Reread(Channels.Room(activity.RoomId), Channels.Wall(activity.RoomId));
        Desk(activity);
    }

    private void Desk(Activity activity) =>
        wire.Changed(Now($"sq-desk-{activity.Id}", activity.Id, "_Desk"), Channels.Control(activity.RoomId));

    private static QuestionRow? Of(Reads reads, string id) =>
        QuestionRow.Find(reads, id) is { IsHidden: false } question && Activity.Find(reads, question.ActivityId) is { IsRevealed: true }
            ? question : null;

    private static Piece Now(string id, long activity, string partial) => new(
        id, reads => new PieceState.Put($"{Folder}{partial}.cshtml", Asking.Read(reads, Activity.Find(reads, activity)!)), Calm: true);
}
