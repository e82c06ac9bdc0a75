using System.Globalization;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Demo;

/// <summary>The sponsor reads what sets wrote for her, of most a day later; two of them wait for a journey of hers to end.</summary>
internal static class DemoReading
{
    private static readonly int[] _later = [2, 5];

    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        var sponsor = sets.People.Person(programme.Roles.First(role => role.Role == "Sponsor").PersonId);
        foreach (var note in programme.ProgressNotes)
        {
            var place = programme.Sets.Index().First(set => set.Item.Id == note.SetId).Index;
            var meeting = programme.SetMeetings!.First(one => one.Id == note.MeetingId);
            var set = sets.People.Set(note.SetId);
            sets.At(
                sets.On(meeting.Date.AddDays(_later.Contains(place) ? 27 : 1), 7, 20), string.Create(CultureInfo.InvariantCulture, $"Note of set {place + 1}, read"),
                writes => UnopenedNote.Open(writes, sponsor, writes.Query<string>(
                    """
                    SELECT h.id FROM sheet h JOIN set_meeting m ON m.id = h.meeting_id
                    WHERE h.set_id = @set AND h.kind = 'Progress' AND h.state = 'Gone' AND m.number <= @Number
                    """, new { set, meeting.Number })));
        }
    }
}
