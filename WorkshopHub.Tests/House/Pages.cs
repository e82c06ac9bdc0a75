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

/// <summary>A page of the house and who may open it.</summary>
/// <param name="Route">The route, as its file says it.</param>
/// <param name="Who">Who may open it.</param>
/// <param name="Address">Where it is in what is planted.</param>
public sealed record KnownPage(string Route, May Who, Func<Planted, string>? Address = null)
{
    /// <summary>What it says to those who may, where its status is that of a refusal.</summary>
    public string? Says { get; init; }

    /// <summary>It only leads on to another page.</summary>
    public bool LeadsOn { get; init; }

    /// <summary>Every page, some at several addresses. One that is not here fails the house test, and so does one that is here but gone.</summary>
    public static IReadOnlyList<KnownPage> All { get; } =
    [
        new("/", May.Anybody, _ => "/"),
        new("/errors/{code}", May.Anybody, _ => "/errors/404") { Says = "." },
        new("/promises/{id:long}", May.Own, s => $"/promises/{s.Promise}"),
        new("/promises/{id:long}/ask", May.Overseer, s => $"/promises/{s.Promise}/ask"),
        new("/promises/{id:long}/ask", May.Witness, s => $"/promises/{s.Witnessed}/ask"),
        new("/doors/{id}", May.Opener, s => $"/doors/{s.DoorRequest}"),
        new("/answers/{id:long}", May.Signer, s => $"/answers/{s.Outcome}"),
        new("/as/{role}", May.Champion, _ => "/as/champion"),
        new("/as/{role}", May.Client, _ => "/as/client"),
        new("/as/{role}", May.Supervisor, _ => "/as/supervisor"),
        new("/as/{role}", May.Advisor, _ => "/as/advisor"),
        new("/signin", May.Anybody, _ => "/signin"),
        new("/setup", May.House, _ => $"/setup?t={new string('a', 26)}") { LeadsOn = true },
        new("/check/{token}", May.Anybody, s => $"/check/{s.Reach}"),
        new("/try/{token}", May.Anybody, s => $"/try/{s.Trial}"),
        new("/i/{token}", May.Anybody, s => $"/i/{s.Badge}"),
        new("/j/{key?}", May.Anybody, _ => $"/j/{World.RoomCode}"),
        new("/j/wait", May.Anybody, _ => "/j/wait") { LeadsOn = true },
        new("/table", May.Anybody, _ => "/table"),
        new("/wall", May.Anybody, _ => "/wall"),
        new("/account", May.SignedIn, _ => "/account"),
        new("/audit", May.Admin, _ => "/audit"),
        new("/mail", May.House, _ => "/mail"),
        new("/setup/address", May.House, _ => "/setup/address"),
        new("/setup/try", May.House, _ => "/setup/try"),
        new("/people", May.House, _ => "/people"),
        new("/people/new", May.House, _ => "/people/new"),
        new("/people/{id:long}", May.House, world => $"/people/{world["Alma Tamm"]}"),
        new("/people/units", May.House, _ => "/people/units"),
        new("/people/sites", May.House, _ => "/people/sites"),
        new("/people/import", May.House, _ => "/people/import"),
        new("/programmes/new", May.House, _ => "/programmes/new"),
        new("/programmes/{id:long}", May.Facilitator, world => $"/programmes/{world.Programme}"),
        new("/programmes/{id:long}/edit", May.Facilitator, world => $"/programmes/{world.Programme}/edit"),
        new("/programmes/{id:long}/readiness", May.Sponsor, world => $"/programmes/{world.Programme}/readiness"),
        new("/programmes/{id:long}/close", May.Facilitator, world => $"/programmes/{world.Programme}/close"),
        new("/programmes/{id:long}/next", May.House, world => $"/programmes/{world.Programme}/next"),
        new("/programmes/{id:long}/composer", May.Facilitator, world => $"/programmes/{world.Programme}/composer"),
        new("/programmes/{id:long}/problems", May.Part, world => $"/programmes/{world.Programme}/problems"),
        new("/programmes/{id:long}/problems/new", May.Namer, world => $"/programmes/{world.Programme}/problems/new"),
        new("/problems/{id:long}", May.Part, s => $"/problems/{s.Problem}"),
        new("/problems/{id:long}", May.Drafter, s => $"/problems/{s.Draft}"),
        new("/problems/{id:long}/write/{step}", May.Drafter, s => $"/problems/{s.Problem}/write/hurts"),
        new("/programmes/{id:long}/authority", May.Part, world => $"/programmes/{world.Programme}/authority"),
        new("/programmes/{id:long}/letters", May.House, world => $"/programmes/{world.Programme}/letters"),
        new("/programmes/{id:long}/consents", May.Facilitator, world => $"/programmes/{world.Programme}/consents"),
        new("/memberships/{id:long}", May.Near, s => $"/memberships/{s.Membership}"),
        new("/memberships/{id:long}/problem", May.AuthorNear, s => $"/memberships/{s.OtherMembership}/problem"),
        new("/programmes/{id:long}/paste", May.Facilitator, world => $"/programmes/{world.Programme}/paste"),
        new(
            "/programmes/{id:long}/people/{personId:long}", May.Facilitator,
            world => $"/programmes/{world.Programme}/people/{world["Alma Tamm"]}"),
        new(
            "/programmes/{id:long}/sets/{setId:long}", May.Dates,
            world => $"/programmes/{world.Programme}/sets/{world.Sets[0].Id}"),
        new("/programmes/{id:long}/timeline", May.Part, world => $"/programmes/{world.Programme}/timeline"),
        new("/programmes/{id:long}/meetings", May.Facilitator, world => $"/programmes/{world.Programme}/meetings"),
        new("/sets/{id:long}/meetings/{number:long}/reflect", May.Set, world => $"/sets/{world.Sets[0].Id}/meetings/1/reflect"),
        new("/sets/{id:long}/meetings/{number:long}/leaves", May.Set, world => $"/sets/{world.Sets[0].Id}/meetings/1/leaves"),
        new("/sets/{id:long}/journal", May.Set, world => $"/sets/{world.Sets[0].Id}/journal"),
        new("/sets/{id:long}/reflections", May.Set, world => $"/sets/{world.Sets[0].Id}/reflections"),
        new("/sets/{id:long}/shared", May.Set, world => $"/sets/{world.Sets[0].Id}/shared"),
        new("/sets/{id:long}/doors", May.Set, world => $"/sets/{world.Sets[0].Id}/doors"),
        new("/programmes/{id:long}/progress", May.Part, world => $"/programmes/{world.Programme}/progress"),
        new("/programmes/{id:long}/learnings", May.Part, world => $"/programmes/{world.Programme}/learnings"),
        new("/sets/{id:long}/dates", May.Dates, world => $"/sets/{world.Sets[0].Id}/dates"),
        new("/sets/{id:long}", May.Set, world => $"/sets/{world.Sets[0].Id}"),
        new("/sets/{id:long}/experts", May.Set, world => $"/sets/{world.Sets[0].Id}/experts"),
        new("/sets/{id:long}/guests", May.Opened, world => $"/sets/{world.Sets[0].Id}/guests"),
        new("/programmes/{id:long}/experts", May.Part, world => $"/programmes/{world.Programme}/experts"),
        new("/guest/{key}", May.Anybody, s => $"/guest/{s.GuestToken}"),
        new("/search", May.SignedIn, _ => "/search?q=holes"),
        new("/sets/{id:long}/meetings", May.Set, world => $"/sets/{world.Sets[0].Id}/meetings"),
        new("/sets/{id:long}/meetings/{number:long}", May.Set, s => $"/sets/{s.Sets[0].Id}/meetings/1"),
        new("/sets/{id:long}/meetings/{number:long}/order", May.Set, s => $"/sets/{s.Sets[0].Id}/meetings/1/order"),
        new("/sets/{id:long}/meetings/{number:long}/work", May.Set, s => $"/sets/{s.Sets[0].Id}/meetings/1/work"),
        new("/sets/{id:long}/meetings/{number:long}/airtime", May.Set, s => $"/sets/{s.Sets[0].Id}/meetings/1/airtime"),
        new("/sets/{id:long}/meetings/{number:long}/close", May.Set, s => $"/sets/{s.Sets[0].Id}/meetings/1/close"),
        new("/sets/{id:long}/work/{membership:long?}", May.Set, world => $"/sets/{world.Sets[0].Id}/work"),
        new("/sets/{id:long}/solution/{membership:long?}", May.Member, s => $"/sets/{s.Sets[0].Id}/solution"),
        new("/sets/{id:long}/notes/{note:long}", May.Set, s => $"/sets/{s.Sets[0].Id}/notes/{s.Note}"),
        new("/sets/{id:long}/decisions/{decision:long}", May.Set, s => $"/sets/{s.Sets[0].Id}/decisions/{s.Decision}"),
        new("/sets/{id:long}/shown/{membership:long?}", May.WorkReader, s => $"/sets/{s.Sets[0].Id}/shown"),
        new("/measures/{id:long}", May.WorkReader, s => $"/measures/{s.Measure}"),
        new("/agreements/{id:long}", May.Taker, s => $"/agreements/{s.Agreement}"),
        new("/memberships/{id:long}/talks", May.Pair, s => $"/memberships/{s.Membership}/talks"),
        new("/memberships/{id:long}/talks/{talk:long}", May.Pair, s => $"/memberships/{s.Membership}/talks/{s.Talk}"),
        new("/memberships/{id:long}/goal", May.Own, s => $"/memberships/{s.Membership}/goal"),
        new("/feedback/{id:long}", May.Peer, s => $"/feedback/{s.Feedback}"),
        new("/sets/{id:long}/actions", May.Set, world => $"/sets/{world.Sets[0].Id}/actions"),
        new("/sets/{id:long}/actions/{number:long}", May.Set),
        new("/sets/{id:long}/actions/{number:long}/tell", May.Set),
        new("/sets/{id:long}/meetings/{number:long}/report", May.Set),
        new("/sets/{id:long}/meetings/{number:long}/record", May.Set),
        new("/sets/{id:long}/keep", May.Set, world => $"/sets/{world.Sets[0].Id}/keep"),
        new("/calendar", May.SignedIn, _ => "/calendar"),
        new("/holidays", May.House, _ => "/holidays?country=england"),
        new("/workshops/{id:long}/invitations", May.Facilitator, world => $"/workshops/{world.Workshop}/invitations"),
        new("/workshops/{id:long}/reply", May.Known, world => $"/workshops/{world.Workshop}/reply"),
        new("/workshops/{id:long}", May.Facilitator, world => $"/workshops/{world.Workshop}"),
        new(
            "/programmes/{id:long}/workshops/new", May.Facilitator, world => $"/programmes/{world.Programme}/workshops/new"),
        new("/workshops/{id:long}/rehearsal", May.Facilitator, world => $"/workshops/{world.Workshop}/rehearsal"),
        new("/rehearsal", May.Nobody, _ => "/rehearsal"),
        new("/rehearsal/door/{key}", May.Nobody, s => $"/rehearsal/door/{s.Badge}"),
        new("/workshops/{id:long}/edit", May.Facilitator, world => $"/workshops/{world.Workshop}/edit"),
        new("/workshops/{id:long}/print", May.Facilitator, world => $"/workshops/{world.Workshop}/print"),
        new("/workshops/{id:long}/sheets", May.Facilitator, world => $"/workshops/{world.Workshop}/sheets"),
        new("/workshops/{id:long}/sheets/poster", May.Facilitator, world => $"/workshops/{world.Workshop}/sheets/poster"),
        new("/workshops/{id:long}/sheets/badges", May.Facilitator, world => $"/workshops/{world.Workshop}/sheets/badges"),
        new("/workshops/{id:long}/sheets/tables", May.Facilitator, world => $"/workshops/{world.Workshop}/sheets/tables"),
        new("/workshops/{id:long}/summary", May.Known, world => $"/workshops/{world.Workshop}/summary"),
        new("/w/{workshop:long}/mine", May.PhoneOrPart, world => $"/w/{world.Workshop}/mine"),
        new("/workshops/{id:long}/templates", May.Facilitator, world => $"/workshops/{world.Workshop}/templates"),
        new("/workshops/{id:long}/check", May.Facilitator, world => $"/workshops/{world.Workshop}/check"),
        new("/w/{id:long}/control", May.Facilitator, world => $"/w/{world.Workshop}/control"),
        new("/w/{id:long}/control/posts", May.Facilitator, s => $"/w/{s.Workshop}/control/posts?why={s.Post}"),
        new("/w/{workshop:long}/control/themes", May.Facilitator, world => $"/w/{world.Workshop}/control/themes"),
        new("/w/{workshop:long}/paper", May.Facilitator, world => $"/w/{world.Workshop}/paper"),
        new("/w/{workshop:long}/control/choice", May.Facilitator, s => $"/w/{s.Workshop}/control/choice?activity={s.Choice}&problem={s.Problem}"),
        new("/w/{workshop:long}/control/questions", May.Anybody, s => $"/w/{s.Workshop}/control/questions") { LeadsOn = true },
        new("/w/{workshop:long}/control/promises", May.Anybody, s => $"/w/{s.Workshop}/control/promises") { LeadsOn = true },
        new("/w/{workshop:long}/control/report", May.Facilitator, s => $"/w/{s.Workshop}/control/report") { LeadsOn = true },
        new("/w/{workshop:long}/report/{activity:long}/slide", May.Anybody, s => $"/w/{s.Workshop}/report/{s.Report}/slide") { LeadsOn = true },
        new("/reports/{activity:long}/{key?}", May.Writer, s => $"/reports/{s.Report}"),
        new("/reports/{activity:long}/{key?}", May.SetWriter, s => $"/reports/{s.Report}/{s.Sets[0].Id}-0"),
        new("/rounds/{activity:long}/questions", May.Writer, s => $"/rounds/{s.Rounds}/questions"),
        new("/w/{workshop:long}/control/rounds", May.Facilitator, s => $"/w/{s.Workshop}/control/rounds?activity={s.Rounds}"),
        new("/w/{workshop:long}/control/rounds/print", May.Facilitator, s => $"/w/{s.Workshop}/control/rounds/print?activity={s.Rounds}"),
        new("/w/{workshop:long}/control/matches", May.Facilitator, s => $"/w/{s.Workshop}/control/matches?of={s.Offer}"),
        new("/w/{workshop:long}/control/words", May.Anybody, s => $"/w/{s.Workshop}/control/words") { LeadsOn = true },
        new("/w/{workshop:long}/control/cards", May.Anybody, s => $"/w/{s.Workshop}/control/cards") { LeadsOn = true },
        new("/w/{id:long}/view", May.Facilitator, world => $"/w/{world.Workshop}/view"),
        new("/w/{workshop:long}/people", May.Door, world => $"/w/{world.Workshop}/people"),
        new("/w/{workshop:long}", May.Phone, world => $"/w/{world.Workshop}"),
        new("/w/{workshop:long}/posts/{id}/{handler}", May.Anybody, s => $"/w/{s.Workshop}/posts/{s.Post}/heart") { LeadsOn = true },
    ];

    /// <inheritdoc />
    public override string ToString() => Route;
}
