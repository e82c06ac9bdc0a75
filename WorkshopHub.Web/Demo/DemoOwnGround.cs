using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// The work in the first set of the programme where each member has a problem of their own: what each studied, how far the first
/// of them is with a solution and its figure, and what the set let others know.
/// </summary>
internal static class DemoOwnGround
{
    private static readonly (string Member, int Meeting, string LookedAt, string Found, string Source)[] _studied =
    [
        ("n11", 1, "The permit rule, and who applies it", "Weekend permits exist. In eleven years nobody has asked for one.", "Road authority, by telephone"),
        ("n11", 2, "Two Saturdays with permits", "Seven jobs closed that would have waited until Monday.", "Job records, 24 and 31 October"),
        ("n12", 1, "Five claims, decided on the phone", "Eleven minutes each; one needed a second look.", "Own list"),
        ("n13", 1, "Three mornings at the gate", "62 lorries. Half of them come at seven as their depots open then.", "Own count"),
        ("n14", 2, "A round with a courier", "The cool box is opened eleven times before it reaches us.", "Ride along"),
    ];

    private static readonly (int Meeting, string Light, string Text)[] _notes =
    [
        (1, "OnTrack", "Four problems, four first looks. Each of us found that the rule was not where we had thought."),
        (2, "Slow", "Two trials run, two wait for a supervisor’s yes."),
        (3, "OnTrack", "Weekend permits work. The chalk board is up; the boxes are cooler. Claims are next."),
    ];

    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets)
    {
        var programme = sets.Content.Programmes[1];
        var set = programme.Sets[0];
        var (id, first, second) = (sets.People.Set(set.Id), sets.People.Person(set.MemberIds[0]), sets.People.Person(set.MemberIds[1]));
        var supervisor = sets.People.Person(programme.Memberships.First(one => one.PersonId == set.MemberIds[0]).SupervisorId);
        At(1, 5, writes =>
        {
            foreach (var one in Place.OfMembers(writes, id).Where(one => one.ProblemId is not null))
            {
                ProblemStage.Put(writes, one.ProblemId!.Value, "Agreed", "InWork", Today(writes), "", one.OwnerId);
            }
        });
        foreach (var note in _studied)
        {
            var person = sets.People.Person(note.Member);
            At(note.Meeting, 30, writes => StudyNote.Add(
                writes, Of(writes, person), new NoteForm { LookedAt = DemoTexts.Moved(note.LookedAt, sets.Day.Weeks), Found = note.Found, Source = DemoTexts.Moved(note.Source, sets.Day.Weeks), Meeting = note.Meeting, Token = Tokens.New() }, person));
        }

        At(2, 40, writes => WorkDecision.Add(
            writes, Of(writes, first), new Sets.Work.DecisionForm { Text = "Two Saturdays of trial, within my own area", Ground = "OwnAuthority", Meeting = 2, Token = Tokens.New() }, Today(writes), first));
        At(2, 50, writes =>
        {
            var measure = Measure.Find(writes, MeasureKeeping.Begin(writes, id, first, "Jobs that wait from Saturday to Monday", "per weekend", lowerIsBetter: true, first))!;
            MeasureKeeping.Keep(writes, measure with { Baseline = 9, Target = 3, Source = "Job records", BaselineDate = LocalDay.Text(Today(writes)) }, measure.Version, null, first);
            MeasureKeeping.ConfirmBaseline(writes, measure.Id, Measure.Find(writes, measure.Id)!.Version, supervisor);
        });
        At(3, 20, writes => MeasureKeeping.Read(writes, Measure.Of(writes, id, first)[0].Id, Tokens.New(), new ReadingForm { Value = 5.ToString(CultureInfo.InvariantCulture) }, Today(writes), first));
        At(3, 55, writes =>
        {
            Solution.Write(writes, Of(writes, first), new SolutionForm { Text = "The night planner asks for weekend permits on Friday at noon.\nTwo crews are on call on Saturdays, by turns." }, first);
            var draft = Solution.Of(writes, id, Of(writes, first).MembershipId)[0];
            Solution.Decide(writes, draft.Id, draft.Version, Today(writes), first);
        });
        foreach (var note in _notes)
        {
            Leaves(note.Meeting, new SheetForm { Id = Tokens.New(), Kind = "Progress", Light = note.Light, Text = note.Text });
        }

        Leaves(3, new SheetForm { Id = Tokens.New(), Kind = "Learning", Text = "None of our supervisors was the obstacle. Each of us had obeyed something that nobody had written." });

        Place Of(Reads reads, long person) => Place.OfMembers(reads, id).First(one => one.OwnerId == person);

        void Leaves(int number, SheetForm sheet)
        {
            At(number, 60, writes => SheetCommands.Write(writes, sheet, id, writes.First<long>("SELECT id FROM set_meeting WHERE set_id = @id AND number = @number", new { id, number }), first));
            At(number, 64, writes => SheetCommands.Confirm(writes, id, sheet.Id!, 1, second));
        }

        void At(int number, int minutes, Action<Writes> act) => sets.At(
            sets.On(programme.SetMeetings!.First(one => one.SetId == set.Id && one.Number == number).Date, 14, 30).AddMinutes(minutes), $"{set.Name}, beside meeting {number}", act);
    }

    private static DateOnly Today(Writes writes) => LocalDay.Today(writes, Utc.Parse(writes.Now));
}
