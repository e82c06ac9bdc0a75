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

    /// <summary>The sponsor as themselves: who signs.</summary>
    Signer,

    /// <summary>The members and the advisor of the set Circle, signed in. The office is not among them.</summary>
    Set,

    /// <summary>The members of the set Circle alone, signed in: who owns its actions.</summary>
    Member,

    /// <summary>The set and whoever runs the programme: who sees the set's people and dates its meetings.</summary>
    Dates,
}

/// <summary>A page of the house and who may open it.</summary>
/// <param name="Route">The route, as its file says it.</param>
/// <param name="Who">Who may open it.</param>
/// <param name="Address">Where it is in the world; null where it only takes what is sent, or needs what the world lacks.</param>
public sealed record KnownPage(string Route, May Who, Func<World, string>? Address = null)
{
    /// <summary>Every page. One that is not here fails the house test, and so does one that is here but gone.</summary>
    public static IReadOnlyList<KnownPage> All { get; } =
    [
        new("/", May.Anybody, _ => "/"),
        new("/errors/{code}", May.Anybody),
        new("/promises/{id:long}", May.Part),
        new("/promises/{id:long}/ask", May.Part),
        new("/doors/{id}", May.Part),
        new("/answers/{id:long}", May.Part),
        new("/as/{role}", May.Part),
        new("/signin", May.Anybody, _ => "/signin"),
        new("/setup", May.Anybody),
        new("/check/{token}", May.Anybody),
        new("/try/{token}", May.Anybody),
        new("/i/{token}", May.Anybody),
        new("/j/{key?}", May.Anybody, _ => $"/j/{World.RoomCode}"),
        new("/j/wait", May.Anybody),
        new("/table", May.Anybody, _ => "/table"),
        new("/wall", May.Anybody, _ => "/wall"),
        new("/account", May.SignedIn, _ => "/account"),
        new("/setup/address", May.House, _ => "/setup/address"),
        new("/setup/try", May.House),
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
        new("/programmes/{id:long}/problems/new", May.Sponsor, world => $"/programmes/{world.Programme}/problems/new"),
        new("/problems/{id:long}", May.Part),
        new("/problems/{id:long}/write/{step}", May.Sponsor),
        new("/programmes/{id:long}/authority", May.Part, world => $"/programmes/{world.Programme}/authority"),
        new("/programmes/{id:long}/consents", May.Facilitator, world => $"/programmes/{world.Programme}/consents"),
        new("/memberships/{id:long}", May.Part),
        new("/memberships/{id:long}/problem", May.Part),
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
        new("/learnings", May.SignedIn, _ => "/learnings"),
        new("/programmes/{id:long}/learnings", May.Part, world => $"/programmes/{world.Programme}/learnings"),
        new("/sets/{id:long}/dates", May.Dates, world => $"/sets/{world.Sets[0].Id}/dates"),
        new("/sets/{id:long}", May.Set, world => $"/sets/{world.Sets[0].Id}"),
        new("/sets/{id:long}/experts", May.Set, world => $"/sets/{world.Sets[0].Id}/experts"),
        new("/sets/{id:long}/guests", May.Set, world => $"/sets/{world.Sets[0].Id}/guests"),
        new("/programmes/{id:long}/experts", May.Part, world => $"/programmes/{world.Programme}/experts"),
        new("/sets/{id:long}/advising", May.Set, world => $"/sets/{world.Sets[0].Id}/advising"),
        new("/guest/{key}", May.Anybody),
        new("/search", May.SignedIn, _ => "/search?q=holes"),
        new("/sets/{id:long}/meetings", May.Set, world => $"/sets/{world.Sets[0].Id}/meetings"),
        new("/sets/{id:long}/meetings/{number:long}", May.Set),
        new("/sets/{id:long}/meetings/{number:long}/order", May.Set),
        new("/sets/{id:long}/meetings/{number:long}/work", May.Set),
        new("/sets/{id:long}/meetings/{number:long}/airtime", May.Set),
        new("/sets/{id:long}/meetings/{number:long}/close", May.Set),
        new("/sets/{id:long}/work/{membership:long?}", May.Set, world => $"/sets/{world.Sets[0].Id}/work"),
        new("/sets/{id:long}/solution/{membership:long?}", May.Set),
        new("/sets/{id:long}/notes/{note:long}", May.Set),
        new("/sets/{id:long}/decisions/{decision:long}", May.Set),
        new("/sets/{id:long}/shown/{membership:long?}", May.Part),
        new("/measures/{id:long}", May.Part),
        new("/agreements/{id:long}", May.Part),
        new("/memberships/{id:long}/talks", May.Part),
        new("/memberships/{id:long}/talks/{talk:long}", May.Part),
        new("/memberships/{id:long}/goal", May.Part),
        new("/feedback/{id:long}", May.Part),
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
        new("/rehearsal", May.Facilitator),
        new("/rehearsal/door/{key}", May.Anybody),
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
        new("/w/{id:long}/control/posts", May.Facilitator),
        new("/w/{workshop:long}/control/themes", May.Facilitator, world => $"/w/{world.Workshop}/control/themes"),
        new("/w/{workshop:long}/paper", May.Facilitator, world => $"/w/{world.Workshop}/paper"),
        new("/w/{workshop:long}/control/choice", May.Facilitator),
        new("/w/{workshop:long}/control/questions", May.Facilitator),
        new("/w/{workshop:long}/control/promises", May.Facilitator),
        new("/w/{workshop:long}/control/report", May.Facilitator),
        new("/w/{workshop:long}/report/{activity:long}/slide", May.Phone),
        new("/reports/{activity:long}/{key?}", May.Writer),
        new("/rounds/{activity:long}/questions", May.Phone),
        new("/w/{workshop:long}/control/rounds", May.Facilitator),
        new("/w/{workshop:long}/control/rounds/print", May.Facilitator),
        new("/w/{workshop:long}/control/matches", May.Facilitator),
        new("/w/{workshop:long}/control/words", May.Facilitator),
        new("/w/{workshop:long}/control/cards", May.Facilitator),
        new("/w/{id:long}/view", May.Facilitator, world => $"/w/{world.Workshop}/view"),
        new("/w/{workshop:long}/people", May.Door, world => $"/w/{world.Workshop}/people"),
        new("/w/{workshop:long}", May.Phone, world => $"/w/{world.Workshop}"),
        new("/w/{workshop:long}/posts/{id}/{handler}", May.Phone),
    ];

    /// <inheritdoc />
    public override string ToString() => Route;
}
