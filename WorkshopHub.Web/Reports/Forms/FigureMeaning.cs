using System.Collections.Frozen;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>What each figure of a report counts, so that two who read it mean the same.</summary>
internal static class FigureMeaning
{
    private const string Doors = "A door is one request of a set to somebody for access, people, data or a decision.";

    private static readonly FrozenDictionary<string, string> _all = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sets"] = "Sets of the programme, whatever they have met or told.",
        ["people"] = "Members of the sets on the day of the report; each once.",
        ["units"] = "Different parts of the organisation among the members; a part and the part above it are two.",
        ["meetings-held"] = "Meetings of the sets that took place, out of all that were dated and not cancelled.",
        ["actions-done"] = "Actions that their owners reported as done, out of all that were agreed.",
        ["decisions-asked"] = "Reports told to all at the final that ask for a decision in writing.",
        ["decisions-answered"] = "Decisions asked at the final that have an answer, whatever it is, out of those that were asked.",
        ["decisions-waiting"] = "Decisions asked at the final that nobody has answered yet, out of those that were asked.",
        ["reports-told"] = "Reports whose first slide was shown to all at the final, out of all that could have been.",
        ["meetings-planned"] = "Meetings of the sets that have a day, held or still to come, without those that were cancelled.",
        ["meetings-moved"] = "Meetings whose day is another one than the day that was planned first, out of all that are dated.",
        ["actions-agreed"] = "Things that one member agreed in airtime to do before a day, in whatever state they are.",
        ["actions-partly"] = "Actions that their owners reported as done in part, out of all that were agreed.",
        ["actions-not-done"] = "Actions that their owners reported as not done, out of all that were agreed.",
        ["actions-dropped"] = "Actions that their set gave up with a reason, out of all that were agreed.",
        ["actions-open"] = "Actions of which nothing has been reported, out of all that were agreed.",
        ["actions-otherwise"] = "Actions in the states that the name lists, together, out of all that were agreed.",
        ["days-to-done"] = "Days from the day an action was agreed to the meeting at which it was told as done; n is how many were done.",
        ["guests-asked"] = "Invitations of sets to somebody outside for what they know, without those that were taken back.",
        ["guests-came"] = "Guests who said yes to a meeting that then was held, out of those who were asked.",
        ["decided-own"] = "Decisions that sets noted as taken on their own authority, out of all that they noted.",
        ["decided-asked"] = "Decisions that sets noted as taken after they had asked somebody, out of all that they noted.",
        ["doors-asked"] = Doors,
        ["doors-opened"] = $"{Doors} Opened: whoever was asked has said that it is open.",
        ["doors-waiting"] = $"{Doors} Waiting: asked or accepted, and not open yet.",
        ["doors-not-possible"] = $"{Doors} Not possible: whoever was asked has said so.",
        ["days-to-open"] = "Days from the day a door was asked for to the day it was said to be open; n is how many were opened.",
        ["learnings-released"] = "What sets told everybody, and what people gave for a report: learnings and reflections shown to the whole organisation, or quoted with a yes, and not taken back.",
        ["learnings-kept"] = "Learnings that a workshop gave dots to and kept for later.",
        ["goals-set"] = "Members who have a developmental goal on the day of the report, out of all members.",
        ["goals-agreed"] = "Goals to which the member’s supervisor has agreed, out of all goals.",
        ["ring"] = "Of all pairs of two members of different parts, one of whom answered: the share in which the one who answered would ring the other for help (3 of 3).",
        ["talked"] = "Of all pairs of two members of different parts, one of whom answered: the share in which the one who answered has talked with the other, or more (2 or 3 of 3).",
        ["matches"] = "Offers and requests of the workshops that were brought together, in whatever state they are.",
        ["matches-happened"] = "Of them those of which one of the two has said that the help happened.",
        ["months-saved"] = "The sum of what those who helped each other guess it saved; n is how many guessed.",
        ["promises"] = "Commitments that people made at the final for the ninety days after it.",
        ["promises-witnessed"] = "Commitments whose witness has said yes, out of all.",
        ["promises-kept"] = "Commitments that their owners reported as done or done in part, out of those of which they said something.",
        ["outcomes-kept"] = "Outcomes that those who brought them said are in place as reported, ninety days after the final; n is how many said something.",
        ["outcomes-changed"] = "Outcomes that those who brought them said go on in another form, ninety days after the final; n is how many said something.",
        ["outcomes-stopped"] = "Outcomes that those who brought them said were ended, ninety days after the final; n is how many said something.",
        ["ideas-kept"] = "Ideas for other problems that the final gave dots to and kept.",
        ["volunteers"] = "People who offered at a workshop to help the next programme; each once.",
        ["measures-confirmed"] = "Of the measures that have a figure, those that their client (a member’s supervisor) has confirmed.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Begins, string Ends, string Words)[] _families =
    [
        ("measure-", "-before", "What was measured before the work began, as the set wrote it down, up to the day that is named; n is 1, since it was read once."),
        ("measure-", "-aim", "What the set wants it to become."),
        ("measure-", "", "What was measured last: the result, or while there is none the last reading on the way; n is how often it was read."),
        ("goal-", "", "The mean of how far members said to be with their own goal, from 1, not at all, to 5, fully; n is how many said so."),
        ("pulse-", "-then", "The mean of the answers without names when it was asked first, from 1, not at all, to 5, fully; n is how many answered."),
        ("pulse-", "", "The mean of the answers without names when it was asked last, from 1, not at all, to 5, fully; n is how many answered."),
        ("ring-", "", _all["ring"]), ("talked-", "", _all["talked"]),
    ];

    /// <summary>What a figure counts; what one should know beside it follows.</summary>
    public static string Of(Figure figure) => $"{Counts(figure.Key)} {figure.About}".Trim();

    /// <summary>What a figure counts, by its key; empty where nobody has written it down.</summary>
    public static string Counts(string key) => _all.GetValueOrDefault(key)
        ?? _families.FirstOrDefault(one => key.StartsWith(one.Begins, StringComparison.Ordinal) && key.EndsWith(one.Ends, StringComparison.Ordinal)).Words ?? "";
}
