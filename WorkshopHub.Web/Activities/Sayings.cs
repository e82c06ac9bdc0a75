namespace WorkshopHub.Web.Activities;

/// <summary>
/// What invented people of a rehearsal or a demo say: two halves that fit whichever way they meet, so that a full room has
/// something to say without saying the same twice.
/// </summary>
public static class Sayings
{
    private static readonly (string[] First, string[] Second) _learnings = (
        [
            "I rang instead of writing.", "I went along on a night shift.", "We asked the driver first.", "I showed the raw list, with its gaps.",
            "We left a form away for two weeks.", "I sat in on another team’s morning call.", "We opened one job again, together.", "I asked why three times and said nothing else.",
        ],
        [
            "It took four minutes; the mails had taken three weeks.", "Everybody knew, and nobody had been asked.", "Two of our three guesses were wrong.",
            "The same word meant two things in two teams.", "Nothing broke, and nobody missed it.", "Now they ring us before it burns.",
            "What I took for laziness was a missing key.", "It held what no system of ours knows.",
        ]);

    private static readonly (string[] First, string[] Second) _questions = (
        ["Who would notice first if", "What would you lose if", "What keeps us from seeing what happens if", "How would we know that it helps if", "Who would be against it if", "What would you do on Monday if"],
        [
            "the Friday figures stopped?", "the night shift planned its own jobs?", "two depots shared one store?", "customers got the true date?",
            "drivers closed their own orders?", "the second signature went?", "we showed the list unfinished?",
        ]);

    private static readonly (string[] First, string[] Second) _needs = (
        [
            "Somebody who has run a trial in a depot", "A person who knows the old drawings", "Somebody from surfacing", "A planner with an hour to spare",
            "Somebody who was there last winter", "A driver of the night round",
        ],
        ["and would tell us what went wrong.", "for one hour this month.", "to read our plan before we try it.", "to sit with us at our next meeting.", "to say no to us, and why.", "to show us how they do it."]);

    private static readonly (string[] First, string[] Second) _gifts = (
        [
            "A day beside me in the control room,", "Two seats on any night shift,", "Our template for the first talk,", "What we learned from three failed trials,",
            "A drawing of any street with its history,", "An hour of mine each week,",
        ],
        ["coffee included.", "until the summer.", "for whoever asks first.", "with the figures, also the bad ones.", "no report needed.", "and my number with it."]);

    private static readonly (string[] First, string[] Second) _helps = (
        ["I know somebody:", "I have done that twice:", "You can have my Thursday:", "We keep that at our depot:", "My neighbour did it last year:"],
        ["I’ll bring you together.", "ask me anything.", "come and look.", "I’ll ring you this week.", "bring your list."]);

    private static readonly (string[] First, string[] Second) _promises = (
        ["Each week I will", "Until we meet again I will", "On Mondays I will", "From tomorrow on I will", "Once a fortnight I will"],
        [
            "ask two questions before I give advice.", "ring the other depot before I write to it.", "show our figures to the night shift.", "sit with the planners for a morning.",
            "take one rule away that nobody can explain.", "answer what my set asks within three days.", "teach a colleague what I know about the old pumps.",
        ]);

    private static readonly (string[] First, string[] Second) _uses = (
        ["The same people go back to look.", "You asked the night shift first.", "A list without ranking.", "You showed it unfinished.", "The client walked along.", "You stopped before you began again."],
        ["I will try that with our faults.", "We never did; on Monday we will.", "That would calm our Mondays.", "I take that to my own set.", "That is our next small trial."]);

    private static readonly (string[] First, string[] Second) _answers = (
        ["We went and looked.", "We asked the night shift.", "We tried it on one street.", "We don’t know yet.", "The client told us."],
        ["Two of our three guesses were wrong.", "They had known for years.", "It goes on our list for the next meeting.", "Ask us again in a month.", "It took an hour."]);

    /// <summary>What happened, and what was learned from it.</summary>
    public static string Learning(Random chance) => Of(_learnings, chance);

    /// <summary>Something that one would like to know.</summary>
    public static string Question(Random chance) => Of(_questions, chance);

    /// <summary>Something that one needs.</summary>
    public static string Need(Random chance) => Of(_needs, chance);

    /// <summary>Something that one can give.</summary>
    public static string Gift(Random chance) => Of(_gifts, chance);

    /// <summary>How one can help with what another needs.</summary>
    public static string Help(Random chance) => Of(_helps, chance);

    /// <summary>What one will do.</summary>
    public static string Promise(Random chance) => Of(_promises, chance);

    /// <summary>What one can use of another set’s work.</summary>
    public static string Use(Random chance) => Of(_uses, chance);

    /// <summary>What a set answers another.</summary>
    public static string Answer(Random chance) => Of(_answers, chance);

    private static string Of((string[] First, string[] Second) halves, Random chance) =>
        $"{halves.First[chance.Next(halves.First.Length)]} {halves.Second[chance.Next(halves.Second.Length)]}";
}
