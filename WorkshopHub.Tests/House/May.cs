namespace WorkshopHub.Tests.House;

/// <summary>Who may open a page.</summary>
public enum May
{
    /// <summary>Everybody, signed in or not.</summary>
    Anybody,

    /// <summary>Everybody who has signed in.</summary>
    SignedIn,

    /// <summary>The office of the house.</summary>
    House,

    /// <summary>The facilitators of the programme, and the office of the house.</summary>
    Facilitator,

    /// <summary>The programme's sponsor, its facilitators and the office of the house.</summary>
    Sponsor,

    /// <summary>Phones that have a place in the workshop.</summary>
    Phone,

    /// <summary>Everybody signed in who has a part in the programme, and facilitators.</summary>
    Part,

    /// <summary>Phones that have a place, and everybody signed in who has a part.</summary>
    PhoneOrPart,

    /// <summary>Phones that are known to be their person's, and everybody signed in who has a part.</summary>
    Known,

    /// <summary>Facilitators, and advisors who are known to be that.</summary>
    Door,

    /// <summary>A set's known members and its known advisor: who writes its report.</summary>
    Writer,

    /// <summary>Paired screens.</summary>
    Screen,

    /// <summary>A tablet on the table of a set.</summary>
    Table,

    /// <summary>The sponsor as themselves: who signs.</summary>
    Signer,

    /// <summary>The members and the advisor of the set Circle, signed in. The office is not among them.</summary>
    Set,

    /// <summary>The member Alma as herself.</summary>
    Own,

    /// <summary>Alma's supervisor.</summary>
    Overseer,

    /// <summary>Who reads a membership: its set, its supervisor, and the programme's office.</summary>
    Near,

    /// <summary>The members of the set Circle alone, signed in: who owns its actions.</summary>
    Member,

    /// <summary>The members of the programme's sets, signed in: who ranks its problems.</summary>
    Ranker,

    /// <summary>The set and whoever runs the programme: who sees the set's people and dates its meetings.</summary>
    Dates,

    /// <summary>A known member or advisor of Circle: who writes the report of that set.</summary>
    SetWriter,

    /// <summary>Olga of the other programme, where everybody has a problem of their own.</summary>
    Author,

    /// <summary>Her supervisor.</summary>
    Confirmer,

    /// <summary>Her set and her supervisor.</summary>
    AuthorNear,

    /// <summary>The witness of a promise.</summary>
    Witness,

    /// <summary>The set and its champion.</summary>
    Opened,

    /// <summary>Alma and her supervisor.</summary>
    Pair,

    /// <summary>Whom Alma asked how she does: Bo.</summary>
    Peer,

    /// <summary>The client of Circle's problem.</summary>
    Taker,

    /// <summary>Who reads how far Circle's work is: the set, its champion, client and supervisors, the sponsor and the office.</summary>
    WorkReader,

    /// <summary>Who answers a door of Circle: its champion and the sponsor.</summary>
    Opener,

    /// <summary>Who writes a problem: the sponsor, its client and the office.</summary>
    Drafter,

    /// <summary>Who begins a problem: the sponsor, clients and the office.</summary>
    Namer,

    /// <summary>Champions, in whatever programme.</summary>
    Champion,

    /// <summary>Clients, in whatever programme.</summary>
    Client,

    /// <summary>Supervisors, in whatever programme.</summary>
    Supervisor,

    /// <summary>Advisors, in whatever programme.</summary>
    Advisor,

    /// <summary>Who looks after the house's accounts.</summary>
    Admin,

    /// <summary>Nobody: what is only open before the house is set up, or in a rehearsal.</summary>
    Nobody,
}
