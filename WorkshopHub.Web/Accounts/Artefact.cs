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

    /// <summary>A set's own place: its pages, its meetings as they go, the record of them.</summary>
    SetSpace,

    /// <summary>Airtime: accounts, questions and ticks, assumptions.</summary>
    Airtime,

    /// <summary>Actions and what their owners report of them.</summary>
    Actions,

    /// <summary>Reflections of a set and of persons.</summary>
    Reflections,

    /// <summary>What a set lets its champion and its sponsor know after a meeting.</summary>
    ProgressNotes,

    /// <summary>Solutions, measures and the steps of an agreement with the client.</summary>
    Work,

    /// <summary>What was looked at and found; what was decided and on what ground.</summary>
    StudyNotes,

    /// <summary>Experts whom a set invites into a meeting.</summary>
    GuestInvitations,

    /// <summary>Talks of a member with their supervisor.</summary>
    SupervisorMeetings,

    /// <summary>How far members say to be with their goals.</summary>
    SelfRatings,

    /// <summary>Notes for oneself, and words from one person to another alone.</summary>
    PrivateNotes,

    /// <summary>What somebody promised at a workshop.</summary>
    Commitments,

    /// <summary>The same for whoever was asked to ask about it, and what they heard.</summary>
    Witnessed,

    /// <summary>Answers with which no name is kept: pulses and words.</summary>
    Anonymous,

    /// <summary>Who offered what they know.</summary>
    ExpertDirectory,

    /// <summary>The outcome report of a programme, as it was published.</summary>
    FinalReport,

    /// <summary>The same as it would be published now.</summary>
    ReportDraft,

    /// <summary>Who did what of roles, sharing, overrides, moderation and exports, and when: never a text.</summary>
    Audit,
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
