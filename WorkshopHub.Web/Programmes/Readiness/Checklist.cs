using System.Globalization;

namespace WorkshopHub.Web.Programmes.Readiness;

/// <summary>
/// What a programme needs before it is ready, and before its sets meet: computed from what is stored and nothing else, for
/// the readiness board, the programme's page and everybody's own page alike. In a draft nobody but the office and the sponsor is
/// named as somebody to remind: nobody else is asked yet.
/// </summary>
/// <remarks>
/// How strong each is, after the checklist (3.6 in the description of the field): "Each set 4–6 members and an advisor; every member has
/// accepted; every supervisor has confirmed time share; format 1: each problem drafted and sent to the supervisor (warn); format 2:
/// problem list Offered with clients, sponsor's authority statement, champion per set; three workshops and the fortnightly meetings
/// dated; kick-off invitation list complete." What is not marked there as a warning is needed: of a yes to the time the essay says
/// "Set members are expected to devote 20-30% of their time", of the statement that the third element of action learning is
/// "authority to take action on the problem/opportunity", of meetings "every two weeks", and of the list that "the kick-off is attended
/// by set members, their direct supervisors, set advisors, clients and the sponsor". What experience advises beside it, as the length,
/// the number of sets, their mix and odd dates of meetings, are warnings. "Before set meeting 1: format 1, problem within sphere and
/// challenge agreed (hard); format 2, the set's problem chosen (hard), goals written (warn)."
/// </remarks>
public static class Checklist
{
    /// <summary>The sorts of need in the order in which they are told, with their sentence where all is there.</summary>
    public static IReadOnlyList<NeedGroup> Groups { get; } =
    [
        new("sponsor", "A sponsor is named", ""),
        new("dates", "First and last day are known", ""),
        new("length", "It is as long as most", ""),
        new("workshops", "Kick-off, mid-term and final have a date, in this order", ""),
        new("sets", "There are sets", ""),
        new("number", "Five or six sets", ""),
        new("size", "Every set has four to six members", "{done} of {n} sets have four to six members"),
        new("mix", "No two from one part, and no supervisor in the room", "{done} of {n} sets are well mixed"),
        new("advisor", "Every set has an advisor", "{done} of {n} sets have an advisor"),
        new("champion", "Every set has a champion", "{done} of {n} sets have a champion"),
        new("meetings", "All sets have dated their meetings", "{done} of {n} sets have dated their meetings"),
        new("list", "Every member has a supervisor named", ""),
        new("time", "The supervisors of all who said yes have released the time", "{done} of {n} supervisors have released the time"),
        new("accepted", "Everybody said yes", "In {done} of {n} sets everybody said yes"),
        new("draft", "Everybody has sent a problem to the supervisor", "In {done} of {n} sets everybody has sent a problem"),
        new("problems", "There are enough problems to choose from", ""),
        new("authority", "What the sets may decide is signed", ""),
        new("unoffered", "", ""),
        new("coming", "Nobody has said no to the kick-off", ""),
        new("replies", "Everybody has said whether they come", ""),
        new("chosen", "Every set has chosen its problem", "{done} of {n} sets have chosen"),
        new("sphere", "All problems are confirmed", "{done} of {n} supervisors have confirmed"),
        new("signed", "What members may decide is signed", "{done} of {n} supervisors have signed what their members may decide"),
        new("challenge", "All challenges are agreed", "In {done} of {n} sets all challenges are agreed"),
        new("goals", "Everybody has written a goal", "In {done} of {n} sets everybody has written a goal"),
    ];

    /// <summary>Everything that the programme needs, fulfilled or not, in the order in which it is told.</summary>
    public static IReadOnlyList<Need> Of(ReadyRows rows)
    {
        var overrides = rows.Overrides.ToDictionary(one => one.Need, StringComparer.Ordinal);
        var nudges = rows.Nudges.ToDictionary(one => one.Need, one => one.At, StringComparer.Ordinal);
        return
        [
            .. ProgrammeNeeds.Of(rows).Concat(rows.Sets.SelectMany(set => SetNeeds.Of(rows, set))).Concat(PeopleNeeds.Of(rows)).Concat(InvitedNeeds.Of(rows))
                .Select(need => need with
                {
                    People = rows.Programme.State == "Draft" && need.Who is not (Doer.Office or Doer.Sponsor) ? [] : need.People,
                    Over = need.Weight == Weight.Warn ? overrides.GetValueOrDefault(need.Key) : null,
                    NudgedAt = nudges.GetValueOrDefault(need.Key),
                })
                .OrderBy(need => Groups.Index().First(group => group.Item.Name == need.Group).Index),
        ];
    }

    /// <summary>
    /// What still holds a step up: hard rules that are open, and warnings that nobody has overridden. The start asks once more
    /// what had to be there before the programme was ready; only how many a set has by now stops it no more, since people leave.
    /// </summary>
    public static IReadOnlyList<Need> Holding(IEnumerable<Need> needs, Stage stage) =>
    [
        .. needs.Where(need => need.State == NeedState.Open && need.Weight != Weight.Show
            && (need.Stage == stage || (stage == Stage.FirstMeeting && need is { Stage: Stage.Ready, Weight: Weight.Hard } and not { Group: "size" }))),
    ];

    /// <summary>What experience advises against in one set, and what is missing in it: the short sentences of its card.</summary>
    public static IReadOnlyList<Need> OfSet(IEnumerable<Need> needs, SetRow set) =>
        [.. needs.Where(need => need.Set?.Id == set.Id && need.State == NeedState.Open && need.Group is ("size" or "mix" or "advisor" or "champion"))];

    /// <summary>
    /// The same for the sponsor, who reads how it stands and not who of the members and supervisors is late; what members write
    /// about themselves is not told at all.
    /// </summary>
    public static IReadOnlyList<Need> ForSponsor(IEnumerable<Need> needs) =>
    [
        .. needs.Where(need => need.Group is not ("goals" or "challenge")).Select(need => need.Text.Length == 0 || need.Who is not (Doer.Members or Doer.Supervisors) || need.Group == "chosen"
            ? need : need with
            {
                Text = need.Who == Doer.Supervisors ? "A supervisor is not done yet" : "Somebody of {set} is not done yet",
                Detail = Groups.First(group => group.Name == need.Group).All switch { "" => "", var all => $"It is done when this is so: {char.ToLowerInvariant(all[0])}{all[1..]}." },
                People = [],
            }),
    ];

    /// <summary>A number in words up to twelve, as a sentence begins with it.</summary>
    public static string Number(int number) => number is >= 0 and <= 12
        ? ((string[])["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"])[number]
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Names as people list them: Alma, Bo and Cecil.</summary>
    public static string Listed(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>Names the people that a need is about, in an order that doesn't change.</summary>
    internal static string Ids(IEnumerable<long> ids) => string.Join('.', ids.Order());
}
