namespace WorkshopHub.Web.Accounts.Trail;

/// <summary>Acts of the log as people read them. What has no words here is read by its own name.</summary>
public static class TrailWords
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.Ordinal)
    {
        ["export"] = "took out all that was said",
        ["export-people"] = "took out people as a file",
        ["export-calendar"] = "took out as a file the dates of",
        ["export-own-calendar"] = "took out their own dates as a file:",
        ["export-template"] = "took out as a template the agenda of",
        ["export-record"] = "took out the record of a meeting of",
        ["export-own"] = "took out what is their own everywhere:",
        ["export-own-programme"] = "took out what is their own in",
        ["export-own-set"] = "took out what is their own in",
        ["export-own-workshop"] = "took out what is their own in",
        ["override"] = "went on in spite of a warning",
        ["end-override"] = "took an override back",
        ["override-meeting-date"] = "dated a meeting in spite of a warning",
        ["make-link"] = "made a personal link for",
        ["ask-link"] = "a new link was asked for:",
        ["make-badge"] = "made a badge for",
        ["make-badges"] = "made badges for",
        ["make-new-sign-in"] = "made a new way in for",
        ["make-house-facilitator"] = "made facilitator of the house:",
        ["end-house-facilitator"] = "no longer facilitator of the house:",
        ["make-admin"] = "made admin of the house:",
        ["end-admin"] = "no longer admin of the house:",
        ["make-calendar-address"] = "made a calendar address for",
        ["end-calendar-address"] = "ended the calendar address of",
        ["use-link"] = "came in by a personal link:",
        ["link-openid"] = "linked the organisation’s sign-in:",
        ["unlink-openid"] = "took back the link of the organisation’s sign-in:",
        ["set-password"] = "set a password:",
        ["sign-out-everywhere"] = "signed out everywhere:",
        ["reserve-code"] = "reserved a room code for",
        ["mail-invitation"] = "sent an invitation by e-mail to",
        ["mail-nudge"] = "sent a reminder by e-mail to",
        ["let-in"] = "let a second phone in",
        ["refuse"] = "refused a second phone",
        ["join-set"] = "brought into a set:",
        ["leave-set"] = "took out of a set:",
        ["change-supervisor"] = "named another supervisor for",
        ["accept"] = "said yes to taking part:",
        ["decline"] = "said no, or withdrew:",
        ["confirm-time"] = "confirmed the time of",
        ["decline-time"] = "could not confirm the time of",
        ["confirm"] = "confirmed a member’s problem",
        ["send-back"] = "sent a member’s problem back",
        ["place-sets"] = "put sets in place in",
        ["take-back-sets"] = "took sets back in",
        ["remove"] = "removed a set",
        ["remove-from-programme"] = "removed from a programme:",
        ["remove-unit"] = "removed a part of the organisation",
        ["remove-site"] = "removed a site",
        ["share-progress-note"] = "showed a progress note to champion, client, supervisors and sponsor",
        ["ask-for-door"] = "asked for a door",
        ["withdraw-share"] = "took back what was shown",
        ["tell-author-of-quote"] = "asked whether the outcome report may quote something",
        ["share-with-report"] = "said yes to a quote in the outcome report",
        ["withdraw-from-report"] = "said no to a quote in the outcome report",
        ["share-goal-with-set"] = "showed a goal to the set:",
        ["unshare-goal-with-set"] = "keeps a goal again:",
        ["share-goal-with-supervisor"] = "showed a goal to the supervisor:",
        ["share-rating-with-supervisor"] = "showed a rating to the supervisor:",
        ["unshare-rating-with-supervisor"] = "keeps a rating again:",
        ["share-rating-with-advisor"] = "showed a rating to the set’s advisor:",
        ["unshare-rating-with-advisor"] = "keeps a rating from the advisor again:",
        ["share-commitment-with-room"] = "showed a commitment to all in the room",
        ["share-commitment-with-set"] = "showed a commitment to the set",
        ["share-commitment-with-signer"] = "showed a commitment to who countersigns it",
        ["unshare-commitment"] = "keeps a commitment again",
        ["close"] = "closed",
        ["archive"] = "put into the archive:",
        ["take-from-archive"] = "took from the archive:",
        ["publish-report"] = "published the outcome report of",
        ["answer-decision"] = "answered what a set had asked:",
        ["begin-after"] = "began a next programme:",
        ["lay-out-meetings"] = "laid out the meetings of",
        ["add-person"] = "added",
        ["change-person"] = "changed by a list:",
        ["delete-person"] = "deleted a person",
        ["undo-import"] = "took a list of people back",
        ["carry.undo"] = "took back what was carried over",
        ["carry.again"] = "carried over once more",
        ["open"] = "opened",
    };

    /// <summary>What somebody did, as a verb that what it was done to follows.</summary>
    public static string Of(string act) => _words.TryGetValue(act, out var words) ? words
        : act.StartsWith("export-report-", StringComparison.Ordinal) ? $"took out the outcome report (.{act[14..]}) of"
        : act.StartsWith("give-", StringComparison.Ordinal) ? $"gave the role of {act[5..]} to"
        : act.StartsWith("take-", StringComparison.Ordinal) ? $"took the role of {act[5..]} from"
        : act.StartsWith("share-with-", StringComparison.Ordinal) ? $"showed something to the {act[11..]}"
        : act.StartsWith("enter-", StringComparison.Ordinal) ? $"led on to {act[6..]}:"
        : act.StartsWith("back-to-", StringComparison.Ordinal) ? $"led back to {act[8..]}:"
        : act.EndsWith("-hide", StringComparison.Ordinal) ? $"took off the walls: a {act[..^5].Replace('-', ' ')}"
        : act.EndsWith("-show", StringComparison.Ordinal) ? $"showed again: a {act[..^5].Replace('-', ' ')}"
        : act.Replace('-', ' ').Replace('.', ' ');
}
