using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Doors;

namespace WorkshopHub.Web.Demo;

/// <summary>Doors that sets asked for between the workshops, and what their champions said.</summary>
internal static class DemoDoors
{
    /// <summary>Lays them out. Those of a workshop's day are asked there; what came of them is told here.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        foreach (var door in programme.DoorRequests ?? [])
        {
            var (set, champion) = (sets.People.Set(door.SetId), sets.People.Person(door.ChampionId));
            var what = $"Door {door.Id}";
            if (programme.Workshops.All(one => one.Date != door.AskedAt))
            {
                var member = sets.People.Person(programme.Sets.First(one => one.Id == door.SetId).MemberIds[0]);
                sets.At(sets.On(door.AskedAt, 15, 50), what, writes => DoorCommands.Ask(
                    writes, new NewDoor(Tokens.New(), set, member, champion, door.Text, "", "")));
            }

            if (door.ClosedAt is { } closed && (closed.DayNumber - door.AskedAt.DayNumber) is > 7 and var days)
            {
                sets.At(sets.On(door.AskedAt.AddDays(days / 3), 9, 20), what, writes => Say(writes, new DoorWord("Accepted", "", "")));
            }

            sets.At(sets.On(door.ClosedAt ?? door.AskedAt.AddDays(6), 11, 10), what, writes => Say(writes, new DoorWord(door.State, door.Answer, "", door.State == "NotPossible" ? "Smaller" : "")));

            void Say(Data.Writes writes, DoorWord word)
            {
                if (DoorRow.OfSet(writes, set).FirstOrDefault(one => one.Title == door.Text) is { } row)
                {
                    DoorCommands.Answer(writes, row, word, champion);
                }
            }
        }
    }
}
