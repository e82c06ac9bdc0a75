using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Advising;
using WorkshopHub.Web.Sets.Reflections;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Demo;

/// <summary>What two sets and their people noted beside their meetings, so that every page of them has something to show.</summary>
internal static class DemoOwn
{
    private static readonly Beside[] _sets =
    [
        new(0, "What would you ask if nobody in the room knew your trade?")
        {
            Notes =
            [
                (1, "1,186 digs of 2025 that were opened again, by crew, stone and weather", "The same crew does well in one district and badly in another. The yard explains more than the crew.", "Job records 2025"),
                (2, "Five reopened holes, with two gangs that dug them", "Wet stone does not hold. Nobody may send it back.", "Walks on 28 and 30 March"),
                (3, "What happens to a note that the surfacing foreman writes", "It is filed under the contract. No gang has ever read one.", "Contract office, two hours"),
            ],
            Decisions =
            [
                (4, "Ten weeks of trial with a covered bay at Thornby", "OwnAuthority", ""),
                (5, "A Friday list for each gang, with its own holes and no ranking", "AskedWhom", "the two gang leaders"),
                (6, "Two more clamp sizes on the vans of one depot", "OwnAuthority", ""),
                (8, "A second-look permit guide for all depots", "NeedsSponsor", ""),
            ],
            Journal =
            [
                (2, "I talked for twelve minutes before anybody could ask. I was explaining, not looking."),
                (5, "I went to defend my gangs and nobody had attacked them. I stayed in the room this time."),
            ],
            Advisor =
            [
                (1, "They advise each other for an hour before the first real question. The empty card in front of each of them helped."),
                (5, "One of them ticks nobody’s question. Ask what moved him, in private first."),
            ],
        },
        new(1, "Whose sleep is this list for?")
        {
            Notes =
            [
                (1, "Two nights at the desk, alarm by alarm", "2,611 heard, 171 acted on. What counts is on a notepad beside the keyboard.", "Pencil list, two nights"),
                (2, "All alarms of a year, by instrument", "41 instruments make 60 per cent of the night. Some of them are ours.", "Alarm log, one year"),
                (3, "What the permits ask for by name", "Nine alarms so far. We would have guessed three hundred.", "22 of 31 permits"),
            ],
            Journal =
            [
                (2, "Eleven of them are mine. I said it aloud before I could think of a reason."),
                (6, "I drove there instead of writing. He took off more than I had come to ask for."),
            ],
            Advisor =
            [
                (2, "The quietest of them asks across the widest gap. Leave room after her questions."),
                (5, "Twenty minutes of advice before anybody heard it. A watch on the table was enough."),
            ],
        },
    ];

    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets)
    {
        foreach (var beside in _sets)
        {
            Plan(sets, beside);
        }
    }

    private static void Plan(DemoSets sets, Beside beside)
    {
        var programme = sets.Content.Programmes[0];
        var set = programme.Sets[beside.Set];
        var (id, first, second) = (sets.People.Set(set.Id), sets.People.Person(set.MemberIds[0]), sets.People.Person(set.MemberIds[1]));
        var advisor = sets.People.Person(programme.Roles.First(role => role.Role == "Advisor" && role.SetId == set.Id).PersonId);
        foreach (var note in beside.Notes)
        {
            At(note.Meeting, 30, writes => StudyNote.Add(
                writes, Place.OfSet(writes, id)!, new NoteForm { LookedAt = DemoTexts.Moved(note.LookedAt, sets.Day.Weeks), Found = note.Found, Source = DemoTexts.Moved(note.Source, sets.Day.Weeks), Meeting = note.Meeting, Token = Tokens.New() }, second));
        }

        foreach (var one in beside.Decisions)
        {
            At(one.Meeting, 35, writes => WorkDecision.Add(
                writes, Place.OfSet(writes, id)!, new DecisionForm { Text = one.Text, Ground = one.Ground, Whom = one.Whom, Meeting = one.Meeting, Token = Tokens.New() },
                Data.LocalDay.Today(writes, Data.Utc.Parse(writes.Now)), second));
        }

        foreach (var (meeting, text) in beside.Journal)
        {
            At(meeting, 180, writes => ReflectionCommands.WriteOwn(writes, new ReflectionForm { Id = Tokens.New(), Text = text }, "Own", id, null, first));
        }

        foreach (var (meeting, text) in beside.Advisor)
        {
            At(meeting, 200, writes => AdvisorNotes.Add(writes, id, advisor, text));
        }

        At(6, 210, writes => ReflectionCommands.Prompt(writes, id, null, beside.Prompt, advisor));

        void At(int number, int minutes, Action<Data.Writes> act) => sets.At(
            sets.On(programme.SetMeetings!.First(one => one.SetId == set.Id && one.Number == number).Date, 14, 20).AddMinutes(minutes), $"{set.Name}, beside meeting {number}", act);
    }

    /// <summary>What one set noted: its place, and what its advisor asked it to think about.</summary>
    private sealed record Beside(int Set, string Prompt)
    {
        public (int Meeting, string LookedAt, string Found, string Source)[] Notes { get; init; } = [];

        public (int Meeting, string Text, string Ground, string Whom)[] Decisions { get; init; } = [];

        public (int Meeting, string Text)[] Journal { get; init; } = [];

        public (int Meeting, string Text)[] Advisor { get; init; } = [];
    }
}
