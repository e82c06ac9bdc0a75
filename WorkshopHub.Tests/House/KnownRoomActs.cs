namespace WorkshopHub.Tests.House;

/// <summary>What can be asked of a workshop's room, and who may.</summary>
internal static class KnownRoomActs
{
    public static IReadOnlyList<KnownAct> All { get; } =
    [
        new("GET", "/w/{id:long}/control", "part", May.Facilitator, s => Room(s, "/control?handler=part&part=top")),
        new("POST", "/w/{id:long}/control", "", May.Facilitator, s => Room(s, "/control")),
        new("POST", "/w/{id:long}/control/posts", "", May.Facilitator, s => Room(s, "/control/posts")),
        new("POST", "/w/{workshop:long}/control/themes", "", May.Facilitator, s => Room(s, "/control/themes")),
        new("POST", "/w/{workshop:long}/control/choice", "", May.Facilitator, s => Room(s, "/control/choice")),
        new("POST", "/w/{workshop:long}/control/questions", "", May.Facilitator, s => Room(s, "/control/questions")),
        new("POST", "/w/{workshop:long}/control/promises", "", May.Facilitator, s => Room(s, "/control/promises")),
        new("POST", "/w/{workshop:long}/control/report", "", May.Facilitator, s => Room(s, "/control/report")),
        new("POST", "/w/{workshop:long}/control/rounds", "", May.Facilitator, s => Room(s, "/control/rounds")),
        new("POST", "/w/{workshop:long}/control/matches", "", May.Facilitator, s => Room(s, "/control/matches?press=nothing")),
        new("POST", "/w/{workshop:long}/control/cards", "", May.Facilitator, s => Room(s, "/control/cards")),
        new("POST", "/w/{workshop:long}/control/words", "", May.Facilitator, s => Room(s, "/control/words")),
        new("GET", "/w/{id:long}/view", "seen", May.Facilitator, s => Room(s, "/view?handler=seen")),
        new("POST", "/w/{workshop:long}/paper", "", May.Facilitator, s => Room(s, "/paper")),
        new("POST", "/w/{workshop:long}/people", "vouch", May.Door, s => Room(s, $"/people?handler=vouch&participant={s.Place}")),
        new("POST", "/w/{workshop:long}/people", "link", May.Facilitator, s => Room(s, $"/people?handler=link&person={s.World["Bo Lind"]}")),
        new("POST", "/w/{workshop:long}/people", "claim", May.Door, s => Room(s, $"/people?handler=claim&claim={s.Claim}&letIn=false")) { Once = true },
        new("POST", "/w/{workshop:long}/people", "free", May.Door, s => Room(s, $"/people?handler=free&participant={s.Place}")) { Once = true },
        new("GET", "/w/{workshop:long}", "stage", May.Phone, s => Room(s, "?handler=stage")),
        new("GET", "/w/{workshop:long}", "feed", May.Phone, s => Room(s, "?handler=feed")),
        new("GET", "/w/{workshop:long}", "me", May.Phone, s => Room(s, "?handler=me")),
        new("POST", "/w/{workshop:long}", "", May.Phone, s => Room(s, $"?activity={s.World.Activities[0]}")),
        new("POST", "/w/{workshop:long}", "held", May.Phone, s => Room(s, "?handler=held")),
        new("POST", "/w/{workshop:long}", "change", May.Phone, s => Room(s, $"?handler=change&edit={s.Post}")) { Says = "." },
        new("POST", "/w/{workshop:long}", "claim", May.Phone, s => Room(s, $"?handler=claim&claim={s.Claim}&letIn=false")),
        new("POST", "/w/{workshop:long}", "leave", May.Anybody, s => Room(s, "?handler=leave")) { Once = true },
        new("POST", "/w/{workshop:long}/posts/{id}/{handler}", "heart", May.Phone, s => Room(s, $"/posts/{s.Post}/heart")) { Once = true },
        new("POST", "/w/{workshop:long}/posts/{id}/{handler}", "delete", May.Phone, s => Room(s, $"/posts/{s.Post}/delete")) { Says = "." },
        new("POST", "/w/{workshop:long}/report/{activity:long}/slide", "", May.Phone, s => Room(s, $"/report/{s.World.Activities[0]}/slide")) { Says = "not in your workshop" },
        new("POST", "/reports/{activity:long}/{key?}", "", May.Writer, s => $"/reports/{s.Report}?version=1"),

        // Screens and the like.
        new("GET", "/wall/stage", "", May.Screen, _ => "/wall/stage"),
        new("GET", "/wall/pulse", "", May.Screen, _ => "/wall/pulse"),
        new("GET", "/wall/standing", "", May.Screen, _ => "/wall/standing?posts=none"),
        new("GET", "/wall/pairing", "", May.Anybody, _ => "/wall/pairing"),
        new("GET", "/table", "state", May.Table, _ => "/table?handler=state"),
        new("GET", "/table", "sent", May.Table, _ => "/table?handler=sent"),
        new("POST", "/table", "", May.Table, _ => "/table"),
        new("GET", "/health", "", May.Anybody, _ => "/health"),
        new("GET", "/health/live", "", May.Anybody, _ => "/health/live"),
        new("GET", "/health/ready", "", May.Anybody, _ => "/health/ready"),
        new("GET", "/favicon.ico", "", May.Anybody, _ => "/favicon.ico"),
        new("*", "/hub", "", May.Anybody, null),
        new("*", "/hub/negotiate", "", May.Anybody, null),
    ];

    private static string Room(Planted s, string rest) => $"/w/{s.World.Workshop}{rest}";
}
