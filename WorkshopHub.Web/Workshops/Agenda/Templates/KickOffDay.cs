using static WorkshopHub.Web.Workshops.Agenda.Templates.Parts;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>
/// A day on which the large group meets, sets become sets, and everybody says what they will do. In the order of the field.
/// </summary>
public static class KickOffDay
{
    private static readonly string[] _around = ["Supervisor", "Client", "Champion", "Sponsor"];

    /// <summary>Each set takes one of the sponsor's problems.</summary>
    public static AgendaTemplate Common { get; } = new("kick-off", "Kick-off, one day",
        "Problems, choice, goal, promises: each set takes a problem of the sponsor’s",
        [.. Morning, .. Problems, .. Afternoon]);

    /// <summary>Each member brings a problem of their own.</summary>
    public static AgendaTemplate Own { get; } = new("kick-off-own", "Kick-off, own problems",
        "Member and supervisor finish the problem in pairs, then the set hears it",
        [.. Morning, .. OwnProblems, .. Afternoon]);

    private static IEnumerable<TemplateItem> Morning =>
    [
        Arrive(20, "Arrive and join") with { Prompt = "Which site did you travel from?", Note = "See who is missing, by role." },
        Talk(20, "Why these problems, and what you may decide", "The sponsor") with { Purpose = "The sets know what authority they have", Note = "Start the timer. Show the authority statement." },
        Talk(15, "How sets, airtime and questions work") with { Purpose = "Everybody has the same picture", Note = "Explain confidentiality in one minute." },
        Talk(10, "Where we start from") with { Prompt = "Seven statements about how we work together. Nobody sees who said what.", Note = "Don’t comment. Shown again at the end." },
        Talk(10, "Who do I know here") with { Prompt = "Who in other units do you know, have talked with, would ring for help?", Note = "No one sees single answers." },
        Conversation(30, "A time a problem crossed departments") with { Prompt = "A time a problem crossed departments: what happened?", Purpose = "Experience before opinion", Note = "Three rounds of ten minutes at mixed tables. Sound the change." },
        Posts(15, "What we heard", "Learning", "Question") with { Prompt = "What did you hear that you did not know this morning? Say what happened, not what you think of it.", Roles = ["Member", "Supervisor", "Advisor", "Client"], Note = "Read three aloud." },
        Rest(20, "Break"),
    ];

    private static IEnumerable<TemplateItem> Problems =>
    [
        Talk(30, "Sponsor and clients present the problems", "Sponsor and clients") with { Prompt = "Three minutes each: why it is hard, and what has failed.", Note = "A timer for each client." },
        Posts(20, "Questions to the clients", "Question") with { Prompt = "What do you need to know before you choose?", Roles = ["Member", "Advisor"], Note = "Pick from the top. Clients answer aloud." },
        Conversation(10, "Rank by vested interest, alone") with { Prompt = "Which of these do you live with? Rank three, and say why.", Note = "Eight minutes quiet, on paper." },
        Rest(50, "Lunch") with { Note = "Look for sets that want the same problem." },
        Conversation(30, "Sets choose their problem") with { Prompt = "Look at your ranks, talk, and choose together.", Purpose = "The set chooses. Nobody assigns.", Note = "Walk to sets with a conflict." },
        Talk(10, "Each set says its choice", "One of each set") with { Prompt = "One minute: what, and why us.", Note = "The client stands up and joins the set." },
    ];

    private static IEnumerable<TemplateItem> OwnProblems =>
    [
        Conversation(60, "Member and supervisor finish the problem") with { Prompt = "Is it crucial, real, and within your supervisor’s sphere?", Note = "Find stand-ins for absent supervisors." },
        Rest(50, "Lunch"),
        Conversation(30, "Each member tells the set the problem") with { Prompt = "Two minutes each. What is it, and what does it cost you?" },
    ];

    private static IEnumerable<TemplateItem> Afternoon =>
    [
        Conversation(45, "First short airtime, questions only") with { Prompt = "What is my stake? The others only ask questions.", Purpose = "Questions before answers", Note = "Eight minutes each. Advisors lead." },
        Rest(20, "Break, and a name for the set") with { Prompt = "Choose a name for your set." },
        Conversation(30, "Developmental goal, with the supervisor") with { Prompt = "What do you want to get better at, and how will others notice?", Note = "Write, then ten minutes in pairs. Find stand-ins." },
        Posts(15, "What I will do so the time is really there", "Offer") with { Prompt = "One thing that you will do in the next four weeks.", Roles = _around, Note = "Ask the sponsor to go last." },
        Posts(25, "Offers and requests", "Offer", "Request") with { Prompt = "What can you give another set? What do you need?", Note = "Point out what fits together." },
        Conversation(20, "First dates, first actions") with { Prompt = "Two dates for your set, and one action each before the first." },
        Talk(10, "This morning’s picture") with { Prompt = "What do you see?", Note = "Ask one question, give no verdict." },
        Posts(5, "One word", "Learning") with { Prompt = "One word for today.", NameMode = "Anonymous" },
        Talk(10, "The sponsor closes", "The sponsor") with { Note = "Say the next date." },
    ];
}
