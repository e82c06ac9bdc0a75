using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Advising;
using WorkshopHub.Web.Sets.Reflections;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Demo;

/// <summary>What the first set and its people noted beside their meetings, so that every page of it has something to show.</summary>
internal static class DemoOwn
{
    private static readonly (int Meeting, string LookedAt, string Found, string Source)[] _notes =
    [
        (1, "1,186 digs of 2025 that were opened again, by crew, stone and weather", "The same crew does well in one district and badly in another. The yard explains more than the crew.", "Job records 2025"),
        (2, "Six reopened holes, with the gangs that dug them", "Wet stone does not hold. Nobody may send it back.", "Walks on 28 and 30 March"),
        (3, "What happens to a note that the surfacing foreman writes", "It is filed under the contract. No gang has ever read one.", "Contract office, two hours"),
    ];

    private static readonly (int Meeting, string Text, string Ground, string Whom)[] _decisions =
    [
        (4, "Ten weeks of trial with a covered bay at Thornby", "OwnAuthority", ""),
        (5, "A Friday list for each gang, with its own holes and no ranking", "AskedWhom", "the two gang leaders"),
        (6, "Two more clamp sizes on the vans of one depot", "OwnAuthority", ""),
        (8, "A second-look permit guide for all depots", "NeedsSponsor", ""),
    ];

    private static readonly (int Meeting, string Text)[] _journal =
    [
        (2, "I talked for twelve minutes before anybody could ask. I was explaining, not looking."),
        (5, "I went to defend my gangs and nobody had attacked them. I stayed in the room this time."),
    ];

    private static readonly (int Meeting, string Text)[] _advisor =
    [
        (1, "They advise each other for an hour before the first real question. The empty card in front of each of them helped."),
        (5, "One of them ticks nobody’s question. Ask what moved him, in private first."),
    ];

    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets)
    {
        var programme = sets.Content.Programmes[0];
        var set = programme.Sets[0];
        var (id, first, second) = (sets.People.Set(set.Id), sets.People.Person(set.MemberIds[0]), sets.People.Person(set.MemberIds[1]));
        var advisor = sets.People.Person(programme.Roles.First(role => role.Role == "Advisor" && role.SetId == set.Id).PersonId);
        foreach (var note in _notes)
        {
            At(note.Meeting, 30, writes => StudyNote.Add(
                writes, Place.OfSet(writes, id)!, new NoteForm { LookedAt = note.LookedAt, Found = note.Found, Source = note.Source, Meeting = note.Meeting, Token = Tokens.New() }, second));
        }

        foreach (var one in _decisions)
        {
            At(one.Meeting, 35, writes => WorkDecision.Add(
                writes, Place.OfSet(writes, id)!, new DecisionForm { Text = one.Text, Ground = one.Ground, Whom = one.Whom, Meeting = one.Meeting, Token = Tokens.New() },
                Data.LocalDay.Today(writes, Data.Utc.Parse(writes.Now)), second));
        }

        foreach (var (meeting, text) in _journal)
        {
            At(meeting, 180, writes => ReflectionCommands.WriteOwn(writes, new ReflectionForm { Id = Tokens.New(), Text = text }, "Own", id, null, first));
        }

        foreach (var (meeting, text) in _advisor)
        {
            At(meeting, 200, writes => AdvisorNotes.Add(writes, id, advisor, text));
        }

        At(6, 210, writes => ReflectionCommands.Prompt(writes, id, null, "What would you ask if nobody in the room knew your trade?", advisor));

        void At(int number, int minutes, Action<Data.Writes> act) => sets.At(
            sets.On(programme.SetMeetings!.First(one => one.SetId == set.Id && one.Number == number).Date, 14, 20).AddMinutes(minutes), $"{set.Name}, beside meeting {number}", act);
    }
}
