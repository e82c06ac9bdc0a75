using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Demo;

/// <summary>
/// What members of those sets agreed to do whose meetings the content tells in a summary alone: agreed in one meeting and told of in
/// another one, by whoever was there.
/// </summary>
internal sealed record DemoActions(IReadOnlyList<DemoTold> Actions)
{
    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        foreach (var (index, one) in DemoContent.Read<DemoActions>("between-meetings", sets.Day.Weeks).Actions.Index())
        {
            var set = programme.Sets.First(set => set.Id == one.SetId);
            var (id, owner, key) = (sets.People.Set(set.Id), sets.People.Person(one.OwnerId), Tokens.New());
            var (agreed, told) = (On(one.Agreed), On(one.Told));
            sets.At(sets.On(agreed, 14, 20).AddSeconds(index * 40), $"{set.Name}, an action", writes => ActionCommands.Agree(
                writes, new NewAction(key, id, owner, one.Text, LocalDay.Text(sets.Day.Date(told))) { MeetingId = Row(writes, one.Agreed).Id }, owner));
            sets.At(sets.On(told, 8, 50).AddSeconds(index * 20), $"{set.Name}, told of an action", writes =>
            {
                var seen = SetAction.ByKey(writes, key)!;
                if (!Reporting.Add(writes, seen, new ToldAction(Tokens.New(), one.State)
                {
                    Did = one.Did,
                    Happened = one.Happened,
                    Learned = one.Learned,
                    MeetingId = Row(writes, one.Told).Id,
                }, owner))
                {
                    throw new RefusedException("", "It was not taken.");
                }
            });

            DateOnly On(int number) => programme.SetMeetings!.First(meeting => meeting.SetId == set.Id && meeting.Number == number).Date;

            Meeting Row(Reads reads, int number) => Meeting.Of(reads, id).First(meeting => meeting.Number == number);
        }
    }
}

/// <summary>An action, with the numbers of the meetings at which it was agreed and told of.</summary>
internal sealed record DemoTold(string SetId, string OwnerId, int Agreed, int Told, string State, string Text, string Did, string Happened, string Learned);
