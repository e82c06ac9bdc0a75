namespace WorkshopHub.Tests.House;

/// <summary>
/// What is done with the work of sets, in talks with supervisors and with goals. Most of it belongs to one person alone.
/// </summary>
internal static class KnownWorkActs
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<KnownAct> All { get; } =
    [
        new("POST", "/sets/{id:long}/work/{membership:long?}", "note", May.Set, s => $"/sets/{s.World.Sets[0].Id}/work?handler=note", ("Note.LookedAt", "A night on the desk")),
        new("POST", "/sets/{id:long}/work/{membership:long?}", "decide", May.Set, s => $"/sets/{s.World.Sets[0].Id}/work?handler=decide"),
        new("GET", "/sets/{id:long}/work/{membership:long?}", "part", May.Set, s => $"/sets/{s.World.Sets[0].Id}/work?handler=part&part=notes"),
        new("GET", "/sets/{id:long}/meetings/{number:long}/work", "part", May.Set, s => $"/sets/{s.Sets[0].Id}/meetings/1/work?handler=part&part=notes"),
        .. Each("/sets/{id:long}/work/{membership:long?}", May.Member, s => $"/sets/{s.Sets[0].Id}/work", "phase", "state", "measure", "read", "ask", "unask"),
        .. Each("/sets/{id:long}/solution/{membership:long?}", May.Member, s => $"/sets/{s.Sets[0].Id}/solution", "", "back"),
        .. Each("/sets/{id:long}/notes/{note:long}", May.Set, s => $"/sets/{s.Sets[0].Id}/notes/{s.Note}", "", "take"),
        .. Each("/sets/{id:long}/decisions/{decision:long}", May.Set, s => $"/sets/{s.Sets[0].Id}/decisions/{s.Decision}", "", "take"),
        .. Each("/measures/{id:long}", May.Member, s => $"/measures/{s.Measure}", "", "read", "take"),
        .. Each("/measures/{id:long}", May.Taker, s => $"/measures/{s.Measure}", "before", "confirm", "otherwise"),
        .. Each("/agreements/{id:long}", May.Taker, s => $"/agreements/{s.Agreement}", "", "decline", "undo", "keeper"),
        .. Each("/memberships/{id:long}/talks", May.Pair, s => $"/memberships/{s.Membership}/talks", "plan", "yes", "did", "noticed"),
        .. Each("/memberships/{id:long}/talks", May.Own, s => $"/memberships/{s.Membership}/talks", "word"),
        .. Each("/memberships/{id:long}/talks/{talk:long}", May.Pair, s => $"/memberships/{s.Membership}/talks/{s.Talk}", ""),
        .. Each("/memberships/{id:long}/goal", May.Own, s => $"/memberships/{s.Membership}/goal", "", "share", "rate", "tell", "ask", "unask"),
        .. Each("/feedback/{id:long}", May.Peer, s => $"/feedback/{s.Feedback}", "", "decline"),
    ];

    private static IEnumerable<KnownAct> Each(string route, May who, Func<Planted, string> page, params string[] handlers) =>
        handlers.Select(handler => new KnownAct("POST", route, handler, who, s => handler.Length == 0 ? page(s) : $"{page(s)}?handler={handler}"));
}
