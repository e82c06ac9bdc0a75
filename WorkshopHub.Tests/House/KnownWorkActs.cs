namespace WorkshopHub.Tests.House;

/// <summary>
/// What is done with the work of sets, in talks with supervisors and with goals. Most of it belongs to one person alone, or to a
/// row that the world lacks: the tests of those pages say who may.
/// </summary>
internal static class KnownWorkActs
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<KnownAct> All { get; } =
    [
        new("POST", "/sets/{id:long}/work/{membership:long?}", "note", May.Set, s => $"/sets/{s.World.Sets[0].Id}/work?handler=note", ("Note.LookedAt", "A night on the desk")),
        new("POST", "/sets/{id:long}/work/{membership:long?}", "decide", May.Set, s => $"/sets/{s.World.Sets[0].Id}/work?handler=decide"),
        new("GET", "/sets/{id:long}/work/{membership:long?}", "part", May.Set, s => $"/sets/{s.World.Sets[0].Id}/work?handler=part&part=notes"),
        new("GET", "/sets/{id:long}/meetings/{number:long}/work", "part", May.Set, null),
        .. Alone("/sets/{id:long}/work/{membership:long?}", May.Set, "phase", "state", "measure", "read", "ask", "unask"),
        .. Alone("/sets/{id:long}/solution/{membership:long?}", May.Set, "", "back"),
        .. Alone("/sets/{id:long}/notes/{note:long}", May.Set, "", "take"),
        .. Alone("/sets/{id:long}/decisions/{decision:long}", May.Set, "", "take"),
        .. Alone("/measures/{id:long}", May.Part, "", "read", "take", "before", "confirm", "otherwise"),
        .. Alone("/agreements/{id:long}", May.Part, "", "decline", "undo", "keeper"),
        .. Alone("/memberships/{id:long}/talks", May.Part, "plan", "word", "yes", "did", "noticed"),
        .. Alone("/memberships/{id:long}/talks/{talk:long}", May.Part, ""),
        .. Alone("/memberships/{id:long}/goal", May.Part, "", "share", "rate", "tell", "ask", "unask"),
        .. Alone("/feedback/{id:long}", May.Part, "", "decline"),
    ];

    private static IEnumerable<KnownAct> Alone(string route, May who, params string[] handlers) =>
        handlers.Select(handler => new KnownAct("POST", route, handler, who, null));
}
