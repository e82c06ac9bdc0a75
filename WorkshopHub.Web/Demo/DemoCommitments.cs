using WorkshopHub.Web.Activities.Commitments;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Goals;

namespace WorkshopHub.Web.Demo;

/// <summary>Goals with their ratings, promises, first actions and the dates of the first meetings.</summary>
internal static class DemoCommitments
{
    private static readonly KickOffNotes _notes = KickOffNotes.Load();

    /// <summary>What an item asks for.</summary>
    public static void Feed(DemoRoom room, DemoLine line)
    {
        switch (line.Item.Series, room.Plan.Kind)
        {
            case ("goal", "KickOff"):
                Goals(room, line);
                break;
            case ("goal", _):
                Ratings(room, line);
                break;
            case ("first-actions", _):
                Actions(room, line);
                break;
            case ("mid-commitments", _):
                Promises(room, line);
                break;
            default:
                Written(room, line);
                break;
        }
    }

    private static void Goals(DemoRoom room, DemoLine line)
    {
        foreach (var (index, goal) in room.Programme.Goals!.Index())
        {
            var who = room.Programme.Memberships.First(one => one.Id == goal.MembershipId);
            room.Answers(room.At(line, 0.1 + (index * 0.01)), line, who.PersonId, new Dictionary<string, string>
            {
                ["do"] = "goal",
                ["text"] = goal.Text,
                ["why"] = goal.WhyNow,
                ["notice"] = goal.HowOthersWillNotice ?? "",
                ["value"] = DemoData.Text(goal.SelfRatings.First(one => one.Moment == "KickOff").Value),
            });
            if (goal.AgreedWithSupervisorAt == room.Plan.Date)
            {
                room.Answers(room.At(line, 0.5 + (index * 0.015)), line, who.SupervisorId, writes =>
                    Found(writes, room, who) is { } found ? new Dictionary<string, string> { ["do"] = $"agree:{found.Membership}:{found.Version}" } : null);
            }
            else
            {
                // The supervisor was not there: they agreed when they had met.
                room.Happens(room.Day.Morning(goal.AgreedWithSupervisorAt).AddHours(7), writes =>
                {
                    if (Found(writes, room, who) is { } found)
                    {
                        GoalCommands.Agree(writes, found.Membership, found.Version, room.Person(who.SupervisorId));
                    }
                });
            }
        }
    }

    private static (long Membership, long Version)? Found(Writes writes, DemoRoom room, DemoMembership who) =>
        writes.First<long?>(
            "SELECT id FROM membership WHERE person_id = @person AND set_id = @set",
            new { person = room.Person(who.PersonId), set = room.Set(who.SetId) }) is { } membership
        && GoalRow.Of(writes, membership) is { } goal ? (membership, goal.Version) : null;

    private static void Ratings(DemoRoom room, DemoLine line)
    {
        foreach (var (index, goal) in room.Programme.Goals!.Index())
        {
            if (goal.SelfRatings.FirstOrDefault(one => one.Moment == room.Plan.Kind) is { } rating)
            {
                var who = room.Programme.Memberships.First(one => one.Id == goal.MembershipId);
                room.Answers(room.At(line, 0.2 + (index * 0.02)), line, who.PersonId, new Dictionary<string, string>
                {
                    ["do"] = "rate",
                    ["value"] = DemoData.Text(rating.Value),
                    ["note"] = "",
                    ["share"] = index % 3 == 0 ? "" : "Supervisor",
                });
            }
        }
    }

    private static void Actions(DemoRoom room, DemoLine line)
    {
        foreach (var (index, set) in room.Programme.Sets.Index())
        {
            var dates = room.Programme.SetMeetings!.Where(one => one.SetId == set.Id && one.Number <= 2).OrderBy(one => one.Number)
                .Select(one => CommitmentPlan.Text(room.Day.Date(one.Date))).ToList();
            room.Answers(room.At(line, 0.3 + (index * 0.05)), line, set.MemberIds[0], new Dictionary<string, string>
            {
                ["do"] = "meet",
                ["meeting1"] = dates[0],
                ["meeting2"] = dates[1],
            });
            foreach (var (place, member) in set.MemberIds.Index())
            {
                room.Answers(room.At(line, 0.6 + (place * 0.05) + (index * 0.005)), line, member, new Dictionary<string, string>
                {
                    ["do"] = "write",
                    ["text"] = _notes.Actions[((place * 7) + (index * 5)) % _notes.Actions.Count],
                    ["due"] = dates[0],
                    ["share"] = (place + index) % 3 == 0 ? "" : "Room",
                });
            }
        }
    }

    private static void Promises(DemoRoom room, DemoLine line)
    {
        var members = room.Programme.Sets.SelectMany(set => set.MemberIds).ToList();
        foreach (var (index, text) in _notes.Promises.Index())
        {
            room.Answers(room.At(line, 0.4 + (index * 0.06)), line, members[index * 3], new Dictionary<string, string>
            {
                ["do"] = "write",
                ["text"] = text,
                ["share"] = index == 4 ? "" : "Room",
                ["witness"] = DemoData.Text(room.Person(members[((index * 3) + 11) % members.Count])),
            });
        }
    }

    private static void Written(DemoRoom room, DemoLine line)
    {
        foreach (var (index, one) in (line.Content?.Commitments ?? []).Index())
        {
            var fields = new Dictionary<string, string>
            {
                ["do"] = "write",
                ["text"] = one.Text,
                ["share"] = "Room",
                ["due"] = "other",
                ["due-other"] = CommitmentPlan.Text(room.Day.Date(one.Due)),
            };
            if (one.WitnessId is { } witness)
            {
                fields["witness"] = DemoData.Text(room.Person(witness));
            }

            room.Answers(room.At(line, 0.3 + (index * 0.04)), line, one.PersonId, fields);
        }
    }
}
