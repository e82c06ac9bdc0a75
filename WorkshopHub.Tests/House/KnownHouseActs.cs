namespace WorkshopHub.Tests.House;

/// <summary>What can be asked at the door of the house and of its people.</summary>
internal static class KnownHouseActs
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<KnownAct> All { get; } =
    [
        // The door of the house.
        new("POST", "/setup", "", May.Nobody, _ => "/setup"),
        new("POST", "/setup/address", "", May.House, _ => "/setup/address"),
        new("POST", "/setup/address", "show", May.House, _ => "/setup/address?handler=show"),
        new("GET", "/check/{token}", "state", May.SignedIn, s => $"/check/{s.Reach}?handler=state"),
        new("GET", "/try/{token}", "state", May.Anybody, s => $"/try/{s.Trial}?handler=state"),
        new("POST", "/try/{token}", "", May.Anybody, s => $"/try/{s.Trial}") { Once = true },
        new("POST", "/signin", "", May.Anybody, _ => "/signin"),
        new("POST", "/signin", "link", May.Anybody, _ => "/signin?handler=link") { Says = "." },
        new("POST", "/signin", "out", May.Anybody, _ => "/signin?handler=out") { Once = true },
        new("POST", "/account", "", May.SignedIn, _ => "/account"),
        new("POST", "/account", "seen", May.SignedIn, _ => "/account?handler=seen"),
        new("GET", "/signin/organisation", "link", May.Anybody, null), // there is none in what is planted: OpenIdTests
        new("GET", "/signin/organisation", "back", May.Anybody, null),
        new("POST", "/account", "unlink", May.SignedIn, _ => "/account?handler=unlink") { Once = true },
        new("POST", "/account", "everywhere", May.SignedIn, _ => "/account?handler=everywhere") { Once = true },
        new("POST", "/i/{token}", "", May.Anybody, s => $"/i/{s.Badge}") { Once = true },
        new("POST", "/i/{token}", "reply", May.Anybody, s => $"/i/{s.Badge}?handler=reply"),
        new("POST", "/i/{token}", "again", May.Anybody, s => $"/i/{s.Badge}?handler=again"),
        new("POST", "/j/{key?}", "pick", May.Anybody, s => $"/j/{World.RoomCode}?handler=pick&person={s.World["Kaia Lepik"]}") { Once = true },
        new("POST", "/j/{key?}", "guest", May.Anybody, _ => $"/j/{World.RoomCode}?handler=guest"),

        // People of the house.
        new("GET", "/people", "csv", May.House, _ => "/people?handler=csv"),
        new("GET", "/people", "xlsx", May.House, _ => "/people?handler=xlsx"),
        new("POST", "/people/new", "", May.House, _ => "/people/new"),
        new("POST", "/people/{id:long}", "", May.House, s => $"/people/{s.World["Alma Tamm"]}"),
        new("POST", "/people/{id:long}", "remove", May.House, s => $"/people/{s.World["Bo Lind"]}?handler=remove"),
        new("POST", "/people/import", "back", May.House, _ => "/people/import?handler=back&list=0"),
        new("POST", "/people/units", "", May.House, _ => "/people/units"),
        new("POST", "/people/units", "remove", May.House, s => $"/people/units?handler=remove&unit={s.UnitId}") { Once = true },
        new("POST", "/people/sites", "", May.House, _ => "/people/sites"),
        new("POST", "/people/sites", "remove", May.House, s => $"/people/sites?handler=remove&site={s.SiteId}") { Once = true },
        new("GET", "/people/import", "empty", May.House, _ => "/people/import?handler=empty"),
        new("POST", "/people/import", "", May.House, _ => "/people/import"),
        new("POST", "/people/import", "look", May.House, _ => "/people/import?handler=look"),
        new("POST", "/people/import", "keep", May.House, _ => "/people/import?handler=keep"),
    ];
}
