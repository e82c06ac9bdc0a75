namespace WorkshopHub.Tests.House;

/// <summary>One thing that can be asked of the program beside opening a page, and who may.</summary>
/// <param name="Verb">GET or POST.</param>
/// <param name="Route">The route, as its page or its map says it.</param>
/// <param name="Handler">The named handler, in lower case; empty for the page's own.</param>
/// <param name="Who">Who may.</param>
/// <param name="Address">Where it is on the stage; null where only a secret opens it.</param>
/// <param name="Fields">What is sent.</param>
internal sealed record KnownAct(
    string Verb, string Route, string Handler, May Who, Func<Planted, string>? Address, params (string Name, string Value)[] Fields)
{
    /// <summary>It can be done once, or changes who asks: the first who may is enough, and it comes last.</summary>
    public bool Once { get; init; }

    /// <summary>What it says to those who may, where its status is that of a refusal.</summary>
    public string? Says { get; init; }

    /// <summary>What tells it from all others.</summary>
    public string Key => KeyOf(Verb, Route, Handler);

    /// <summary>The same of what the program itself says that it has.</summary>
    public static string KeyOf(string verb, string route, string? handler) =>
        string.IsNullOrEmpty(handler) ? $"{verb.ToUpperInvariant()} {route}" : $"{verb.ToUpperInvariant()} {route} {handler.ToLowerInvariant()}";

    /// <summary>Everything but opening pages. What is not here fails the house test, and so does what is here but gone.</summary>
    public static IReadOnlyList<KnownAct> All { get; } =
    [
        .. KnownHouseActs.All,

        // The programme office.
        new("POST", "/programmes/new", "", May.House, _ => "/programmes/new"),
        new("POST", "/programmes/{id:long}", "set", May.Facilitator, s => $"/programmes/{s.World.Programme}?handler=set"),
        new("POST", "/programmes/{id:long}", "person", May.Facilitator, s => $"/programmes/{s.World.Programme}?handler=person"),
        new("POST", "/programmes/{id:long}/edit", "", May.Facilitator, s => $"/programmes/{s.World.Programme}/edit"),
        new("POST", "/programmes/{id:long}/rank", "", May.Ranker, s => $"/programmes/{s.World.Programme}/rank"),
        new("POST", "/programmes/{id:long}/problems", "offer", May.Sponsor, s => $"/programmes/{s.World.Programme}/problems?handler=offer&problem={s.Problem}&version=0&offered=true"),
        new("POST", "/programmes/{id:long}/problems", "aside", May.Sponsor, s => $"/programmes/{s.World.Programme}/problems?handler=aside&problem={s.Problem}&version=0&aside=true"),
        new("POST", "/programmes/{id:long}/problems", "two", May.Signer, s => $"/programmes/{s.World.Programme}/problems?handler=two&problem={s.Problem}&version=0&two=true"),
        new("POST", "/programmes/{id:long}/problems/new", "", May.Namer, s => $"/programmes/{s.World.Programme}/problems/new"),
        new("POST", "/problems/{id:long}/write/{step}", "", May.Drafter, s => $"/problems/{s.Problem}/write/hurts"),
        new("POST", "/problems/{id:long}/write/{step}", "keep", May.Drafter, s => $"/problems/{s.Problem}/write/hurts?handler=keep"),
        new("POST", "/programmes/{id:long}/authority", "", May.Signer, s => $"/programmes/{s.World.Programme}/authority"),
        new("POST", "/memberships/{id:long}", "", May.Own, s => $"/memberships/{s.Membership}"),
        new("POST", "/memberships/{id:long}", "decline", May.Own, s => $"/memberships/{s.Membership}?handler=decline"),
        new("POST", "/memberships/{id:long}", "time", May.Overseer, s => $"/memberships/{s.Membership}?handler=time"),
        new("POST", "/memberships/{id:long}", "notime", May.Overseer, s => $"/memberships/{s.Membership}?handler=notime"),
        new("POST", "/memberships/{id:long}", "goal", May.Own, s => $"/memberships/{s.Membership}?handler=goal"),
        new("POST", "/memberships/{id:long}", "share", May.Own, s => $"/memberships/{s.Membership}?handler=share"),
        new("POST", "/memberships/{id:long}", "agree", May.Overseer, s => $"/memberships/{s.Membership}?handler=agree"),
        new("POST", "/memberships/{id:long}/problem", "", May.Author, s => $"/memberships/{s.OtherMembership}/problem"),
        new("POST", "/memberships/{id:long}/problem", "decide", May.Confirmer, s => $"/memberships/{s.OtherMembership}/problem?handler=decide"),
        new("POST", "/memberships/{id:long}/problem", "sign", May.Confirmer, s => $"/memberships/{s.OtherMembership}/problem?handler=sign"),
        new("POST", "/memberships/{id:long}/problem", "agree", May.Confirmer, s => $"/memberships/{s.OtherMembership}/problem?handler=agree"),
        new("POST", "/memberships/{id:long}/problem", "show", May.Author, s => $"/memberships/{s.OtherMembership}/problem?handler=show"),
        new("POST", "/promises/{id:long}", "", May.Own, s => $"/promises/{s.Promise}"),
        new("POST", "/promises/{id:long}/ask", "sign", May.Overseer, s => $"/promises/{s.Promise}/ask?handler=sign"),
        new("POST", "/promises/{id:long}/witnessed", "", May.Witness, s => $"/promises/{s.Witnessed}/witnessed"),
        new("POST", "/promises/{id:long}/ask", "witness", May.Witness, s => $"/promises/{s.Witnessed}/ask?handler=witness"),
        new("POST", "/doors/{id}", "", May.Opener, s => $"/doors/{s.DoorRequest}"),
        new("POST", "/doors/{id}", "wonder", May.Opener, s => $"/doors/{s.DoorRequest}?handler=wonder"),
        new("POST", "/quotes/{id}", "", May.Own, s => $"/quotes/{s.QuoteAsked}"),
        new("POST", "/answers/{id:long}", "", May.Signer, s => $"/answers/{s.Outcome}"),
        new("POST", "/answers/{id:long}/step", "", May.Signer, s => $"/answers/{s.Outcome}/step"),
        new("POST", "/decisions/{id:long}", "", May.Signer, s => $"/decisions/{s.ShownDecision}"),
        new("POST", "/outcomes/{id:long}/became", "", May.Member, s => $"/outcomes/{s.Outcome}/became"),
        new("GET", "/programmes/{id:long}/mine", "file", May.Part, s => $"/programmes/{s.Programme}/mine?handler=file"),
        new("POST", "/programmes/{id:long}/readiness", "override", May.Facilitator, s => $"/programmes/{s.World.Programme}/readiness?handler=override"),
        new("POST", "/programmes/{id:long}/readiness", "undo", May.Facilitator, s => $"/programmes/{s.World.Programme}/readiness?handler=undo"),
        new("POST", "/programmes/{id:long}/readiness", "nudge", May.Facilitator, s => $"/programmes/{s.World.Programme}/readiness?handler=nudge"),
        new("POST", "/programmes/{id:long}/readiness", "mail", May.Facilitator, s => $"/programmes/{s.World.Programme}/readiness?handler=mail"),
        new("POST", "/programmes/{id:long}/readiness", "goon", May.Facilitator, s => $"/programmes/{s.World.Programme}/readiness?handler=goon"),
        new("POST", "/programmes/{id:long}/readiness", "goback", May.Facilitator, s => $"/programmes/{s.World.Programme}/readiness?handler=goback"),
        new("POST", "/programmes/{id:long}/report/edit", "", May.Facilitator, s => $"/programmes/{s.World.Programme}/report/edit"),
        new("POST", "/programmes/{id:long}/report/edit", "ask", May.Facilitator, s => $"/programmes/{s.World.Programme}/report/edit?handler=ask"),
        new("POST", "/programmes/{id:long}/report/edit", "publish", May.Facilitator, s => $"/programmes/{s.World.Programme}/report/edit?handler=publish"),
        new("GET", "/programmes/{id:long}/report/{number:long}/pdf", "", May.Part, s => $"/programmes/{s.World.Programme}/report/1/pdf"),
        new("POST", "/programmes/{id:long}/close", "", May.Facilitator, s => $"/programmes/{s.World.Programme}/close"),
        new("POST", "/programmes/{id:long}/close", "archive", May.Facilitator, s => $"/programmes/{s.World.Programme}/close?handler=archive"),
        new("GET", "/own", "zip", May.SignedIn, _ => "/own?handler=zip"),
        new("GET", "/programmes/{id:long}/report/{number:long}.pptx", "", May.Part, s => $"/programmes/{s.World.Programme}/report/1.pptx"),
        new("GET", "/programmes/{id:long}/report/{number:long}.xlsx", "", May.Part, s => $"/programmes/{s.World.Programme}/report/1.xlsx"),
        new("GET", "/programmes/{id:long}/report/{number:long}.csv", "", May.Part, s => $"/programmes/{s.World.Programme}/report/1.csv"),
        new("GET", "/programmes/{id:long}/report/{number:long}.json", "", May.Part, s => $"/programmes/{s.World.Programme}/report/1.json"),
        new("POST", "/programmes/{id:long}/next", "", May.House, s => $"/programmes/{s.World.Programme}/next"),
        new("POST", "/mail", "", May.House, _ => "/mail"),
        new("POST", "/keeping", "", May.House, _ => "/keeping"),
        new("POST", "/programmes/{id:long}/letters", "", May.House, s => $"/programmes/{s.Programme}/letters"),
        new("POST", "/programmes/{id:long}/letters", "print", May.House, s => $"/programmes/{s.Programme}/letters?handler=print"),
        new("POST", "/programmes/{id:long}/letters", "mail", May.House, s => $"/programmes/{s.Programme}/letters?handler=mail") { Says = "." },
        new("POST", "/programmes/{id:long}/paste", "", May.Facilitator, s => $"/programmes/{s.World.Programme}/paste"),
        new("POST", "/programmes/{id:long}/paste", "keep", May.Facilitator, s => $"/programmes/{s.World.Programme}/paste?handler=keep"),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "", May.Facilitator, s => Alma(s, "")),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "set", May.Facilitator, s => Alma(s, "set")),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "role", May.Facilitator, s => Alma(s, "role")),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "take", May.Facilitator, s => Alma(s, "take")),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "signin", May.House, s => $"/programmes/{s.Programme}/people/{s["Jaan Mets"]}?handler=signin"),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "house", May.House, s => Alma(s, "house")),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "admin", May.Admin, s => Alma(s, "admin")),
        new("POST", "/programmes/{id:long}/people/{personId:long}", "leave", May.Facilitator, s => Leo(s, "leave")) { Once = true },
        new("POST", "/programmes/{id:long}/people/{personId:long}", "remove", May.Facilitator, s => $"/programmes/{s.World.Programme}/people/{s.World["Kaia Lepik"]}?handler=remove") { Once = true },
        new("POST", "/programmes/{id:long}/sets/{setId:long}", "", May.Facilitator, s => $"/programmes/{s.World.Programme}/sets/{s.World.Sets[0].Id}"),
        new("POST", "/programmes/{id:long}/sets/{setId:long}", "remove", May.Facilitator, s => $"/programmes/{s.World.Programme}/sets/{s.World.Sets[5].Id}?handler=remove") { Once = true },
        new("POST", "/programmes/{id:long}/workshops/new", "", May.Facilitator, s => $"/programmes/{s.World.Programme}/workshops/new"),
        new("POST", "/programmes/{id:long}/meetings", "look", May.Facilitator, s => $"/programmes/{s.World.Programme}/meetings?handler=look"),
        new("POST", "/programmes/{id:long}/meetings", "keep", May.Facilitator, s => $"/programmes/{s.World.Programme}/meetings?handler=keep"),
        new("GET", "/sets/{id:long}/meetings/{number:long}/reflect", "part", May.Set, s => Step(s, "reflect?handler=part")),
        new("POST", "/sets/{id:long}/meetings/{number:long}/reflect", "", May.Member, s => Step(s, "reflect")),
        new("POST", "/sets/{id:long}/meetings/{number:long}/reflect", "mine", May.Set, s => Step(s, "reflect?handler=mine")),
        new("POST", "/sets/{id:long}/meetings/{number:long}/reflect", "prompt", May.Set, null), // the advisor alone: ReflectionTests
        new("POST", "/sets/{id:long}/meetings/{number:long}/reflect", "unprompt", May.Set, null),
        new("GET", "/sets/{id:long}/meetings/{number:long}/leaves", "part", May.Set, s => Step(s, "leaves?handler=part&kind=Door")),
        new("POST", "/sets/{id:long}/meetings/{number:long}/leaves", "", May.Set, s => Step(s, "leaves"), ("kind", "Learning")),
        new("POST", "/sets/{id:long}/meetings/{number:long}/leaves", "press", May.Set, s => Step(s, "leaves?handler=press")),
        new("GET", "/sets/{id:long}/journal", "part", May.Set, s => $"/sets/{s.World.Sets[0].Id}/journal?handler=part"),
        new("POST", "/sets/{id:long}/journal", "", May.Set, s => $"/sets/{s.World.Sets[0].Id}/journal"),
        new("POST", "/sets/{id:long}/journal", "share", May.Own, s => $"/sets/{s.World.Sets[0].Id}/journal?handler=share&item={s.Journal}", ("Audience", "Champion")) { Once = true },
        new("POST", "/sets/{id:long}/journal", "withdraw", May.Own, s => $"/sets/{s.World.Sets[0].Id}/journal?handler=withdraw&share={s.JournalShare}") { Once = true },
        new("POST", "/sets/{id:long}/journal", "throwaway", May.Own, s => $"/sets/{s.World.Sets[0].Id}/journal?handler=throwaway&item={s.Journal}") { Once = true },
        new("POST", "/sets/{id:long}/shared", "share", May.Set, s => $"/sets/{s.World.Sets[0].Id}/shared?handler=share"),
        new("POST", "/sets/{id:long}/shared", "press", May.Set, s => $"/sets/{s.World.Sets[0].Id}/shared?handler=press"),
        new("POST", "/sets/{id:long}/doors", "", May.Set, s => $"/sets/{s.World.Sets[0].Id}/doors"),
        new("POST", "/sets/{id:long}/doors", "press", May.Set, s => $"/sets/{s.World.Sets[0].Id}/doors?handler=press"),
        new("GET", "/sets/{id:long}/dates", "file", May.Dates, s => $"/sets/{s.World.Sets[0].Id}/dates?handler=file"),
        new("POST", "/sets/{id:long}/dates", "move", May.Dates, s => $"/sets/{s.World.Sets[0].Id}/dates?handler=move", ("Form.Meeting", "1")),
        new("POST", "/sets/{id:long}/dates", "cancel", May.Dates, s => $"/sets/{s.World.Sets[0].Id}/dates?handler=cancel&meeting={s.Meeting}&version=9&cancel=true"),
        new("POST", "/sets/{id:long}/dates", "add", May.Dates, s => $"/sets/{s.World.Sets[0].Id}/dates?handler=add"),
        new("POST", "/sets/{id:long}/dates", "address", May.Dates, s => $"/sets/{s.World.Sets[0].Id}/dates?handler=address") { Once = true },
        new("POST", "/sets/{id:long}/dates", "revoke", May.Dates, s => $"/sets/{s.World.Sets[0].Id}/dates?handler=revoke") { Once = true },
        new("POST", "/sets/{id:long}/experts", "", May.Set, s => $"/sets/{s.World.Sets[0].Id}/experts"),
        new("POST", "/sets/{id:long}/experts", "link", May.Set, s => $"/sets/{s.World.Sets[0].Id}/experts?handler=link&guest={s.Guest}") { Once = true },
        new("POST", "/sets/{id:long}/experts", "back", May.Set, s => $"/sets/{s.World.Sets[0].Id}/experts?handler=back&guest={s.Guest}&version=9&back=true"),
        new("POST", "/sets/{id:long}/experts", "learn", May.Set, s => $"/sets/{s.World.Sets[0].Id}/experts?handler=learn&guest={s.Guest}&version=9"),
        new("POST", "/sets/{id:long}/advising", "note", May.Set, null), // the advisor alone: AdvisingTests
        new("POST", "/sets/{id:long}/advising", "drop", May.Set, null),
        new("POST", "/sets/{id:long}/questions", "", May.Member, s => $"/sets/{s.World.Sets[0].Id}/questions"),
        new("POST", "/sets/{id:long}/questions", "answer", May.Member, s => $"/sets/{s.World.Sets[0].Id}/questions?handler=answer&ask={s.AskedOfCircle}"),
        new("POST", "/sets/{id:long}/questions", "back", May.Own, s => $"/sets/{s.World.Sets[0].Id}/questions?handler=back&ask={s.AskedOfCecil}") { Once = true },
        new("POST", "/asked/{key}", "", May.Taker, s => $"/asked/{s.AskedOfClio}"),
        new("GET", "/guest/{key}", "file", May.Anybody, s => $"/guest/{s.GuestToken}?handler=file"),
        new("POST", "/guest/{key}", "", May.Anybody, s => $"/guest/{s.GuestToken}"),
        new("GET", "/sets/{id:long}/meetings", "me", May.Set, s => $"/sets/{s.World.Sets[0].Id}/meetings?handler=me"),
        new("GET", "/sets/{id:long}/meetings/{number:long}", "part", May.Set, s => Meeting(s, "?handler=part&part=top")),
        new("GET", "/sets/{id:long}/meetings/{number:long}/airtime", "part", May.Set, s => Meeting(s, "/airtime?handler=part&part=air")),
        .. new[] { "open", "step", "pen", "here" }.Select(act => new KnownAct("POST", "/sets/{id:long}/meetings/{number:long}", act, May.Set, s => Meeting(s, $"?handler={act}&step=airtime&does=ask"))),
        .. new[] { "move", "cut" }.Select(act => new KnownAct("POST", "/sets/{id:long}/meetings/{number:long}/order", act, May.Set, s => Meeting(s, $"/order?handler={act}"))),
        .. new[] { "", "seen", "turn", "give", "ungive", "issue", "tick", "line", "edit" }.Select(act =>
            new KnownAct("POST", "/sets/{id:long}/meetings/{number:long}/airtime", act, May.Set, s => Meeting(s, $"/airtime?handler={act}"))),
        new("POST", "/sets/{id:long}/meetings/{number:long}/close", "", May.Set, s => Meeting(s, "/close")),
        new("GET", "/sets/{id:long}/actions", "slot", May.Set, s => $"/sets/{s.World.Sets[0].Id}/actions?handler=slot&slot=1"),
        new("GET", "/sets/{id:long}/meetings/{number:long}/report", "list", May.Set, s => Step(s, "report?handler=list")),
        new("POST", "/sets/{id:long}/actions", "agree", May.Member, s => $"/sets/{s.World.Sets[0].Id}/actions?handler=agree"),
        .. new[] { "carry", "drop", "back", "adopt", "change", "help", "enough", "note" }.Select(handler =>
            new KnownAct("POST", "/sets/{id:long}/actions/{number:long}", handler, handler is "drop" or "back" or "adopt" or "help" ? May.Member : May.Own, s => $"/sets/{s.World.Sets[0].Id}/actions/1?handler={handler}&version=9")),
        new("POST", "/sets/{id:long}/actions/{number:long}/tell", "", May.Own, s => $"/sets/{s.World.Sets[0].Id}/actions/1/tell"),
        .. new[] { "tell", "back", "drop", "adopt" }.Select(handler =>
            new KnownAct("POST", "/sets/{id:long}/meetings/{number:long}/report", handler, May.Member, s => Step(s, $"report?handler={handler}&action=1&version=9"))), // nothing is done without the pen
        new("GET", "/sets/{id:long}/meetings/{number:long}/record", "file", May.Set, s => Step(s, "record?handler=file")),
        new("GET", "/sets/{id:long}/keep", "file", May.Set, s => $"/sets/{s.World.Sets[0].Id}/keep?handler=file"),
        new("POST", "/sets/{id:long}/keep", "", May.Set, s => $"/sets/{s.World.Sets[0].Id}/keep"),
        new("GET", "/calendar", "file", May.SignedIn, _ => "/calendar?handler=file"),
        new("POST", "/calendar", "", May.SignedIn, _ => "/calendar"),
        new("POST", "/calendar", "revoke", May.SignedIn, _ => "/calendar?handler=revoke"),
        new("GET", "/calendar/{token}.ics", "", May.Anybody, s => $"/calendar/{s.Calendar}.ics"),
        new("POST", "/holidays", "", May.House, _ => "/holidays"),
        new("POST", "/holidays", "take", May.House, _ => "/holidays?handler=take"),
        new("POST", "/holidays", "remove", May.House, _ => "/holidays?handler=remove&date=2000-01-01"),
        new("POST", "/workshops/{id:long}/invitations", "", May.Facilitator, s => $"/workshops/{s.World.Workshop}/invitations"),
        new("POST", "/workshops/{id:long}/reply", "", May.Known, s => $"/workshops/{s.World.Workshop}/reply"),
        new("POST", "/workshops/{id:long}", "", May.Facilitator, s => $"/workshops/{s.World.Workshop}", ("Form.Kind", "moment")),
        new("POST", "/workshops/{id:long}", "minutes", May.Facilitator, s => $"/workshops/{s.World.Workshop}?handler=minutes&item={s.World.Items[0]}&version=0"),
        new("POST", "/workshops/{id:long}", "row", May.Facilitator, s => $"/workshops/{s.World.Workshop}?handler=row"),
        new("POST", "/workshops/{id:long}", "template", May.Facilitator, s => $"/workshops/{s.World.Workshop}?handler=template"),
        new("POST", "/workshops/{id:long}", "open", May.Facilitator, s => $"/workshops/{s.World.Workshop}?handler=open"),
        new("POST", "/workshops/{id:long}/edit", "", May.Facilitator, s => $"/workshops/{s.World.Workshop}/edit"),
        new("GET", "/workshops/{id:long}/templates", "file", May.Facilitator, s => $"/workshops/{s.World.Workshop}/templates?handler=file"),
        new("POST", "/workshops/{id:long}/templates", "keep", May.Facilitator, s => $"/workshops/{s.World.Workshop}/templates?handler=keep"),
        new("POST", "/workshops/{id:long}/templates", "take", May.Facilitator, s => $"/workshops/{s.World.Workshop}/templates?handler=take"),
        new("POST", "/workshops/{id:long}/templates", "remove", May.Facilitator, s => $"/workshops/{s.World.Workshop}/templates?handler=remove&key=own-0"),
        new("POST", "/workshops/{id:long}/sheets", "", May.Facilitator, s => $"/workshops/{s.World.Workshop}/sheets"),
        new("POST", "/workshops/{id:long}/sheets/badges", "", May.Facilitator, s => $"/workshops/{s.World.Workshop}/sheets/badges?person={s.World["Jaan Mets"]}"),
        new("GET", "/workshops/{id:long}/check", "screens", May.Facilitator, s => $"/workshops/{s.World.Workshop}/check?handler=screens"),
        new("GET", "/workshops/{id:long}/check", "way", May.Facilitator, s => $"/workshops/{s.Workshop}/check?handler=way&token={s.Trial}"),
        new("GET", "/workshops/{id:long}/summary", "csv", May.Facilitator, s => $"/workshops/{s.World.Workshop}/summary?handler=csv"),
        new("GET", "/workshops/{id:long}/summary", "table", May.Facilitator, s => $"/workshops/{s.World.Workshop}/summary?handler=table"),
        new("POST", "/workshops/{id:long}/summary", "undo", May.Facilitator, s => $"/workshops/{s.Workshop}/summary?handler=undo&carried={s.Carried}"),
        new("POST", "/workshops/{id:long}/summary", "again", May.Facilitator, s => $"/workshops/{s.Workshop}/summary?handler=again&carried={s.Carried}"),
        new("POST", "/workshops/{id:long}/rehearsal", "", May.Facilitator, s => $"/workshops/{s.World.Workshop}/rehearsal"),
        new("POST", "/workshops/{id:long}/rehearsal", "throwaway", May.Facilitator, s => $"/workshops/{s.World.Workshop}/rehearsal?handler=throwaway"),
        new("POST", "/rehearsal", "tempo", May.Nobody, _ => "/rehearsal?handler=tempo"),
        new("POST", "/rehearsal", "wall", May.Nobody, _ => "/rehearsal?handler=wall"),
        new("POST", "/rehearsal", "phone", May.Nobody, _ => "/rehearsal?handler=phone"),
        new("POST", "/rehearsal/door/{key}", "", May.Nobody, s => $"/rehearsal/door/{s.Badge}"),
        new("GET", "/w/{workshop:long}/mine", "file", May.Known, s => $"/w/{s.World.Workshop}/mine?handler=file"),

        // The composer.
        new("GET", "/programmes/{id:long}/composer", "mark", May.Facilitator, s => $"/programmes/{s.World.Programme}/composer?handler=mark"),
        .. new[]
        {
            "begin", "find", "people", "out", "move", "lock", "sets", "rules", "propose", "roles", "share", "undo", "follow", "place", "back", "discard",
        }.Select(handler => new KnownAct("POST", "/programmes/{id:long}/composer", handler, May.Facilitator, s => $"/programmes/{s.World.Programme}/composer?handler={handler}")),

        // The work of sets, talks with supervisors, goals.
        .. KnownWorkActs.All,

        // The room.
        .. KnownRoomActs.All,
    ];

    private static string Meeting(Planted s, string page) => $"/sets/{s.World.Sets[0].Id}/meetings/1{page}";

    private static string Step(Planted s, string step) => $"/sets/{s.World.Sets[0].Id}/meetings/1/{step}";

    private static string Alma(Planted s, string handler) =>
        $"/programmes/{s.World.Programme}/people/{s.World["Alma Tamm"]}?handler={handler}&facilitator=false";

    private static string Leo(Planted s, string handler) =>
        $"/programmes/{s.World.Programme}/people/{s.World["Leo Dumas"]}?handler={handler}";
}
