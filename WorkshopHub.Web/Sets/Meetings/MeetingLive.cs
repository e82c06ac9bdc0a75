using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>All pushes of a meeting, to the people of its set and to nobody else. Each piece is read as it is when it is sent.</summary>
public sealed class MeetingLive(LiveWire wire, TimeProvider time)
{
    private const string Folder = "~/Sets/Meetings/";

    /// <summary>
    /// Where the meeting stands: steps, pen, who is here, agenda, order, turns and clock. A page shows those that it has.
    /// </summary>
    public IReadOnlyList<Piece> Of(long meeting) =>
    [
        View(meeting, "mt-top", "_Top"), View(meeting, "mt-here", "_Here"), View(meeting, "mt-day", "_Day"),
        View(meeting, "mt-order", "_Order"), View(meeting, "mt-turns", "_Turns"), View(meeting, "mt-clock", "_Clock"),
    ];

    /// <summary>A question as the lists of its airtime show it.</summary>
    public static Piece Question(string id) => new($"q-{id}", reads =>
        AirtimeQuestion.Find(reads, id) is { State: not "Removed" } question
            ? new PieceState.Put(Folder + "_Question.cshtml", question, $"qs-{question.SlotId}", question.SortKey) : new PieceState.Gone());

    /// <summary>An assumption as the list of its airtime shows it.</summary>
    public static Piece Assumption(string id) => new($"as-{id}", reads =>
        AirtimeAssumption.Find(reads, id) is { State: not "Removed" } assumption
            ? new PieceState.Put(Folder + "_Assumption.cshtml", assumption, $"seen-{assumption.SlotId}", assumption.SortKey) : new PieceState.Gone());

    /// <summary>Something of the meeting changed: its step, the pen, who is here, the order, a turn, the clock.</summary>
    public void Changed(long set, long meeting)
    {
        foreach (var piece in Of(meeting))
        {
            wire.Changed(piece, Channels.Space(set));
        }
    }

    /// <summary>A question came, was let in, written anew, ticked or taken out.</summary>
    public void QuestionChanged(long set, string id) => wire.Changed(Question(id), Channels.Space(set));

    /// <summary>An assumption came, was let in or taken out.</summary>
    public void AssumptionChanged(long set, string id) => wire.Changed(Assumption(id), Channels.Space(set));

    private Piece View(long meeting, string id, string partial) =>
        new(id, reads => new PieceState.Put($"{Folder}{partial}.cshtml", MeetingView.Read(reads, meeting, time.GetUtcNow())));
}
