using System.IO.Enumeration;

namespace WorkshopHub.Web.Accounts.Trail;

/// <summary>A sort of things that are noted, e.g. who got which role.</summary>
/// <param name="Key">In the address of the page.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Acts">The acts that belong to it, with * for any signs.</param>
public sealed record TrailSort(string Key, string Name, IReadOnlyList<string> Acts)
{
    /// <summary>All sorts; an act belongs to the first that it fits.</summary>
    public static IReadOnlyList<TrailSort> All { get; } =
    [
        new("exports", "Exports", ["export*", "download*"]),
        new("programmes", "Programmes and people", ["enter-*", "back-to-*", "close", "archive", "take-from-archive", "begin-after", "publish-report", "lay-out-meetings", "add-person", "change-person", "delete-person", "undo-import"]),
        new("shares", "Sharing", ["share*", "unshare*", "show-*", "withdraw*", "tell-*", "retain*", "keep-*", "forget*"]),
        new("overrides", "Overrides", ["override*", "end-override*"]),
        new("moderation", "Moderation", ["hide*", "unhide*", "*-hide", "*-show", "approve*", "ask-edit*", "say-why*", "report-note-*", "carry.*", "reset-anonymous*"]),
        new("accounts", "Accounts and ways in", ["make-*", "end-house*", "end-admin", "end-calendar*", "use-link", "*link-openid", "set-password", "sign-out*", "let-in", "refuse", "vouch*", "free*", "reserve-code", "mail-*"]),
        new("roles", "Roles and sets", ["give-*", "take-*", "join-set", "leave-set", "change-supervisor", "accept", "decline*", "confirm*", "send-back", "place-sets", "remove*"]),
    ];

    /// <summary>The sort of an act, or null where it is only of the running of a workshop.</summary>
    public static TrailSort? Of(string act) => All.FirstOrDefault(sort => sort.Acts.Any(form => FileSystemName.MatchesSimpleExpression(form, act)));

    /// <summary>The sort of that key, or null.</summary>
    public static TrailSort? Named(string? key) => All.FirstOrDefault(sort => sort.Key == key);
}
