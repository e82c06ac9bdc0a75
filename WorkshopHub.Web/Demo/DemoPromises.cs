using WorkshopHub.Web.Activities.Commitments;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Demo;

/// <summary>What became of what members promised at a workshop: they tell it at the first meeting of their set that comes on its day or later.</summary>
internal static class DemoPromises
{
    private static readonly (string State, string Became)[] _told =
    [
        ("Done", "They had expected me, and then nothing of it was as I had thought."), ("Done", "It took one morning. I had put it off for a year."),
        ("Partly", "Two of three answered. The third asked why I hadn’t come before."), ("Done", "I listened for longer than I spoke."), ("NotDone", "I looked for a good moment. There is none."),
    ];

    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        foreach (var meeting in programme.SetMeetings ?? [])
        {
            var (set, day) = (sets.People.Set(meeting.SetId), LocalDay.Text(sets.Day.Date(meeting.Date)));
            sets.At(sets.On(meeting.Date, 9, 5), $"Meeting {meeting.Number}, what was promised", writes =>
            {
                foreach (var (id, person) in writes.Query<(long, long)>(
                    """
                    SELECT c.id, c.person_id FROM commitment c JOIN membership m ON m.person_id = c.person_id AND m.set_id = c.set_id AND m.left_at IS NULL
                    WHERE c.set_id = @set AND c.state = 'Agreed' AND c.due IS NOT NULL AND c.due <= @day ORDER BY c.id
                    """, new { set, day }))
                {
                    var (state, became) = _told[(int)(person % _told.Length)];
                    Reminders.Ask(writes, id, "Due");
                    Reminders.Answer(writes, id, person, state, became);
                }
            });
        }
    }
}
