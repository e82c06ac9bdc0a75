using System.Collections.Frozen;

namespace WorkshopHub.Web.Accounts;

/// <summary>Who may see and do what, as data: a row an artefact, a column a role.</summary>
public static class AccessTable
{
    // Columns: member, supervisor, advisor, client, champion, sponsor, facilitator, guest; the office of the house; a screen;
    // where it is of a set: a member of another set (progress notes after the mid-term, the work at the final).
    // W and R: all of it. w and r: one's own. S: what was shared. T: its title. N: counts. -: nothing.
    private static readonly (Artefact Artefact, Assurance Needs, string Cells)[] _rows =
    [
        (Artefact.House, Assurance.SignedIn, "- - - - - - - -  W  -"),
        (Artefact.Programme, Assurance.SignedIn, "- - - - - - W -  W  -"),
        (Artefact.Readiness, Assurance.SignedIn, "- - - - - R W -  W  -"),
        (Artefact.ControlRoom, Assurance.SignedIn, "- - - - - - W -  W  -"),
        (Artefact.Door, Assurance.Vouched, "- - w - - - - -  -  -"),
        (Artefact.Room, Assurance.Claimed, "W W W W W W W W  -  R"),
        (Artefact.Summary, Assurance.Vouched, "R R R R R R W -  W  -"),
        (Artefact.OwnWords, Assurance.Vouched, "r r r r r r r -  -  -"),
        (Artefact.Ranks, Assurance.Vouched, "w - r - - N R -  R  N  -"),
        (Artefact.SetChoice, Assurance.Vouched, "w - - - - - - -  -  -"),
        (Artefact.Goals, Assurance.Vouched, "w r r - - - N -  N  -  -"),
        (Artefact.Countersign, Assurance.Vouched, "- w - w w - - -  -  -"),
        (Artefact.Meetings, Assurance.Vouched, "w - w - - - W -  W  R"),
        (Artefact.DoorRequests, Assurance.Vouched, "w - w - w W R -  R  S  -"),
        (Artefact.Report, Assurance.Vouched, "w S w S S S R S  R  S  S"),
        (Artefact.ReportAnswer, Assurance.Vouched, "S w S w S W R S  R  S  S"),
        (Artefact.Connections, Assurance.Vouched, "w w w w w w w -  N  N  -"),
        (Artefact.Timeline, Assurance.SignedIn, "R R R R R R R -  R  R"),
        (Artefact.Invitations, Assurance.SignedIn, "- - - - - - W -  W  -"),
        (Artefact.Reply, Assurance.Vouched, "w w w w w w w -  -  -"),
        (Artefact.Problems, Assurance.SignedIn, "R R R w R W W -  W  R"),
        (Artefact.OwnProblem, Assurance.SignedIn, "w w r - T T T -  T  T  T"),
        (Artefact.Authority, Assurance.SignedIn, "R R R R R W R -  R  R"),
        (Artefact.Consent, Assurance.SignedIn, "w w r - - - N -  N  -  -"),
        (Artefact.Decline, Assurance.SignedIn, "w - - - - - R -  R  -"),
        (Artefact.SetSpace, Assurance.SignedIn, "w - w - - - - -  -  -  -"),
        (Artefact.Airtime, Assurance.SignedIn, "w - w - - - - -  -  -  -"),
        (Artefact.Actions, Assurance.SignedIn, "w S r S S N N -  N  -  -"),
        (Artefact.Reflections, Assurance.SignedIn, "w - r - S S S -  S  S  S"),
        (Artefact.ProgressNotes, Assurance.SignedIn, "w r w r r R R -  R  -  R"),
        (Artefact.Work, Assurance.SignedIn, "w w r w r R R -  R  S  R"),
        (Artefact.StudyNotes, Assurance.SignedIn, "w - w S S S N -  N  -  -"),
        (Artefact.GuestInvitations, Assurance.SignedIn, "w - w - r - N -  N  -  -"),
        (Artefact.SupervisorMeetings, Assurance.SignedIn, "w w - - - - N -  N  -  -"),
        (Artefact.SelfRatings, Assurance.SignedIn, "w S S - - N N -  N  N  -"),
        (Artefact.PrivateNotes, Assurance.SignedIn, "w w w w w w - -  -  -  -"),
        (Artefact.Commitments, Assurance.SignedIn, "w S S w w w S -  S  S  S"),
        (Artefact.Witnessed, Assurance.SignedIn, "w w w w w w N -  N  -  w"),
        (Artefact.Anonymous, Assurance.Claimed, "N N N N N N N -  N  N"),
        (Artefact.ExpertDirectory, Assurance.SignedIn, "R R R R R R R -  R  -  R"),
        (Artefact.FinalReport, Assurance.SignedIn, "R R R R R R W -  W  -  R"),
        (Artefact.ReportDraft, Assurance.SignedIn, "- - - - - R W -  W  -  -"),
        (Artefact.Audit, Assurance.SignedIn, "- - - - - - - -  -  -  -"), // the admin alone, see below
    ];

    private static readonly FrozenDictionary<Artefact, (Assurance Needs, string[] Cells)> _byArtefact = _rows.ToFrozenDictionary(
        row => row.Artefact, row => (row.Needs, row.Cells.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>How sure one must be of somebody who is more than counted in this artefact.</summary>
    public static Assurance Needs(Artefact artefact) => _byArtefact[artefact].Needs;

    /// <summary>How far a role reads, where we are sure enough of the person.</summary>
    public static Extent Reads(Artefact artefact, Role role) => Read(Cell(artefact, (int)role));

    /// <summary>How far a role writes, where we are sure enough of the person.</summary>
    public static Extent Writes(Artefact artefact, Role role) => Write(Cell(artefact, (int)role));

    /// <summary>Whether the admin reads it, beside what the office reads: who looks after accounts sees what was done with rights.</summary>
    public static bool AdminReads(Artefact artefact) => artefact is Artefact.Audit;

    /// <summary>How far the office of the house reads.</summary>
    public static Extent OfficeReads(Artefact artefact) => Read(Cell(artefact, OfficeColumn));

    /// <summary>How far the office of the house writes.</summary>
    public static Extent OfficeWrites(Artefact artefact) => Write(Cell(artefact, OfficeColumn));

    /// <summary>How far a paired screen reads; it never writes.</summary>
    public static Extent ScreenReads(Artefact artefact) => Read(Cell(artefact, ScreenColumn));

    /// <summary>How far a member of another set of the programme reads.</summary>
    public static Extent OtherSetReads(Artefact artefact) => Read(Cell(artefact, OtherSetColumn));

    private const int OfficeColumn = 8;
    private const int ScreenColumn = 9;
    private const int OtherSetColumn = 10;

    private static string Cell(Artefact artefact, int column) =>
        _byArtefact.TryGetValue(artefact, out var row) && column < row.Cells.Length ? row.Cells[column] : "-";

    private static Extent Read(string cell) => cell switch
    {
        "W" or "R" => Extent.All,
        "w" or "r" => Extent.Own,
        "S" => Extent.Shared,
        "T" => Extent.Title,
        "N" => Extent.Counts,
        _ => Extent.None,
    };

    private static Extent Write(string cell) => cell switch
    {
        "W" => Extent.All,
        "w" => Extent.Own,
        _ => Extent.None,
    };
}
