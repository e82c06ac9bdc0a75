using System.Collections.Frozen;

namespace WorkshopHub.Web.Accounts;

/// <summary>What there is to see or to do. What has no row in <see cref="AccessTable"/> is for nobody.</summary>
public enum Artefact
{
    /// <summary>Accounts, settings of the house, new programmes.</summary>
    House,

    /// <summary>A programme as the office edits it: people, sets, roles, problems, workshops and their agendas.</summary>
    Programme,

    /// <summary>What a programme still needs before it begins, and what was overridden with which reason.</summary>
    Readiness,

    /// <summary>Running a workshop: control room, moderation, screens, paper, personal links, export.</summary>
    ControlRoom,

    /// <summary>The door of a room: letting phones in, vouching for members.</summary>
    Door,

    /// <summary>What is now in the room, and what the room writes with names.</summary>
    Room,

    /// <summary>What was said in a workshop, when it is over.</summary>
    Summary,

    /// <summary>What one wrote oneself, to take home.</summary>
    OwnWords,

    /// <summary>What was answered without names: counts and nothing else.</summary>
    Anonymous,

    /// <summary>How members rank the problems.</summary>
    Ranks,

    /// <summary>The problem that a set wishes for.</summary>
    SetChoice,

    /// <summary>Developmental goals.</summary>
    Goals,

    /// <summary>Signing what somebody has promised.</summary>
    Countersign,

    /// <summary>The dates of a set's meetings.</summary>
    Meetings,

    /// <summary>Doors that a set asks to be opened.</summary>
    DoorRequests,

    /// <summary>A report's words and its presenting.</summary>
    Report,

    /// <summary>The answer to a report, and the figures in it.</summary>
    ReportAnswer,

    /// <summary>Whom one knows among other units.</summary>
    Connections,

    /// <summary>When all meet and when each set does: the programme's line of time.</summary>
    Timeline,

    /// <summary>Who is asked to a workshop, what they answered and who came.</summary>
    Invitations,

    /// <summary>One's own answer to an invitation.</summary>
    Reply,

    /// <summary>The sponsor's problems: what sets may choose from, and what is written towards it.</summary>
    Problems,

    /// <summary>A member's own problem.</summary>
    OwnProblem,

    /// <summary>What may be decided without asking, as it is signed.</summary>
    Authority,

    /// <summary>What a member is willing to risk, and the share of their time.</summary>
    Consent,

    /// <summary>Why somebody who was asked into a set said no: written to the programme office.</summary>
    Decline,
}

/// <summary>How far a right goes.</summary>
public enum Extent
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>How many, and nothing else.</summary>
    Counts,

    /// <summary>What it is called, and nothing else.</summary>
    Title,

    /// <summary>What its owner has shown on purpose.</summary>
    Shared,

    /// <summary>One's own, one's set's, or that of the people one answers for.</summary>
    Own,

    /// <summary>All of it.</summary>
    All,
}

/// <summary>Who may see and do what, as data: a row an artefact, a column a role.</summary>
public static class AccessTable
{
    // Columns: member, supervisor, advisor, client, champion, sponsor, facilitator, guest; the office of the house; a screen.
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
        (Artefact.Anonymous, Assurance.Claimed, "N N N N N N N -  N  N"),
        (Artefact.Ranks, Assurance.Vouched, "w - r - - N R -  R  N"),
        (Artefact.SetChoice, Assurance.Vouched, "w - r - - R R -  R  R"),
        (Artefact.Goals, Assurance.Vouched, "w r r - - - N -  N  -"),
        (Artefact.Countersign, Assurance.Vouched, "- w - w w - - -  -  -"),
        (Artefact.Meetings, Assurance.Vouched, "w - w - - - W -  W  R"),
        (Artefact.DoorRequests, Assurance.Vouched, "w - w - w W R -  R  S"),
        (Artefact.Report, Assurance.Vouched, "w S w S S S R S  R  S"),
        (Artefact.ReportAnswer, Assurance.Vouched, "S w S w S W R S  R  S"),
        (Artefact.Connections, Assurance.Vouched, "w w w w w w w -  N  N"),
        (Artefact.Timeline, Assurance.SignedIn, "R R R R R R R -  R  R"),
        (Artefact.Invitations, Assurance.SignedIn, "- - - - - - W -  W  -"),
        (Artefact.Reply, Assurance.Vouched, "w w w w w w w -  -  -"),
        (Artefact.Problems, Assurance.SignedIn, "R R R w R W W -  W  R"),
        (Artefact.OwnProblem, Assurance.SignedIn, "w w r - T T T -  T  T"),
        (Artefact.Authority, Assurance.SignedIn, "R R R R R W R -  R  R"),
        (Artefact.Consent, Assurance.SignedIn, "w w r - - - N -  N  -"),
        (Artefact.Decline, Assurance.SignedIn, "w - - - - - R -  R  -"),
    ];

    private static readonly FrozenDictionary<Artefact, (Assurance Needs, string[] Cells)> _byArtefact = _rows.ToFrozenDictionary(
        row => row.Artefact, row => (row.Needs, row.Cells.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>How sure one must be of somebody who is more than counted in this artefact.</summary>
    public static Assurance Needs(Artefact artefact) => _byArtefact[artefact].Needs;

    /// <summary>How far a role reads, where we are sure enough of the person.</summary>
    public static Extent Reads(Artefact artefact, Role role) => Read(Cell(artefact, (int)role));

    /// <summary>How far a role writes, where we are sure enough of the person.</summary>
    public static Extent Writes(Artefact artefact, Role role) => Write(Cell(artefact, (int)role));

    /// <summary>How far the office of the house reads.</summary>
    public static Extent OfficeReads(Artefact artefact) => Read(Cell(artefact, OfficeColumn));

    /// <summary>How far the office of the house writes.</summary>
    public static Extent OfficeWrites(Artefact artefact) => Write(Cell(artefact, OfficeColumn));

    /// <summary>How far a paired screen reads; it never writes.</summary>
    public static Extent ScreenReads(Artefact artefact) => Read(Cell(artefact, ScreenColumn));

    private const int OfficeColumn = 8;
    private const int ScreenColumn = 9;

    private static string Cell(Artefact artefact, int column) =>
        _byArtefact.TryGetValue(artefact, out var row) ? row.Cells[column] : "-";

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
