using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Invitations;

namespace WorkshopHub.Web.Demo;

/// <summary>What people answered when they were asked to a workshop: who came had said yes; of the others one in two said no.</summary>
internal static class DemoReplies
{
    /// <summary>Writes it, some days before the workshop.</summary>
    public static async Task RunAsync(Writer writer, DemoClock clock, DemoRoom room)
    {
        if (room.Plan.Attendance is not { Count: > 0 } guests)
        {
            return;
        }

        var before = room.Hours.Start.AddDays(-5);
        clock.Now = before < room.Day.Now ? before : room.Day.Now.AddHours(-1);
        await writer.RunAsync(writes =>
        {
            var absent = 0;
            foreach (var guest in guests.Where(guest => guest.Present || absent++ % 2 == 0))
            {
                Attendance.Answer(writes, room.Workshop, room.Person(guest.PersonId), guest.Present);
            }

            return true;
        });
    }
}
