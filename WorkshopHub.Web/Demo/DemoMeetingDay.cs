using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Experts;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Reflections;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Demo;

/// <summary>One day on which a set met: check-in, report back, airtime, reflection, and what left the room.</summary>
internal sealed class DemoMeetingDay(DemoSets sets, DemoProgramme programme, DemoMeeting plan)
{
    private readonly DemoSet _set = programme.Sets.First(set => set.Id == plan.SetId);
    private readonly long _id = sets.People.Set(plan.SetId);

    private IReadOnlyList<string> Here => [.. _set.MemberIds.Where(key => plan.Attendance.FirstOrDefault(one => one.PersonId == key) is not { Present: false })];

    private long Advisor => sets.People.Person(programme.Roles.First(role => role.Role == "Advisor" && role.SetId == _set.Id).PersonId);

    // Whoever writes for all on this day, on the set's own laptop.
    private Hand Hand => new(sets.People.Person(Here[plan.Number % Here.Count]), "demo");

    /// <summary>Lays the day out.</summary>
    public void Plan()
    {
        Guests();
        At(8, 30, writes => MeetingRuns.Open(writes, Row(writes), Hand));
        At(8, 34, writes =>
        {
            var meeting = Row(writes).Id;
            foreach (var key in _set.MemberIds)
            {
                Airtimes.Attend(writes, meeting, Hand, sets.People.Person(key), Here.Contains(key) ? "Here" : "Absent");
            }

            Airtimes.Attend(writes, meeting, Hand, Advisor, "Here");
        });
        Reports();
        if (plan.Airtime.Count > 0)
        {
            At(9, 16, Order);
        }

        foreach (var slot in plan.Airtime)
        {
            Turn(slot);
        }

        if (plan.Reflection is { } reflection)
        {
            At(15, 28, writes => Must(ReflectionCommands.WriteOfSet(
                writes, new ReflectionForm { Id = Tokens.New(), Happened = reflection.Text }, "Ours", _id, Row(writes).Id, Hand.Person)));
        }

        Leaves();
        At(16, 2, writes => MeetingRuns.Close(writes, Row(writes), Hand, [], allTheSame: true));
    }

    private static void Must(bool done)
    {
        if (!done)
        {
            throw new RefusedException("", "It was not taken.");
        }
    }

    private void Guests()
    {
        foreach (var guest in plan.Guests)
        {
            At(sets.On(plan.Date.AddDays(-8), 16, 10), writes => GuestCommands.Invite(writes, _id, new GuestForm
            {
                Name = guest.Name,
                Expertise = guest.Expertise,
                InvitedFor = guest.InvitedFor,
                Meeting = Row(writes).Id,
                Starts = "12:20",
                Ends = "13:00",
            }, Hand.Person));
            At(sets.On(plan.Date.AddDays(-6), 9, 40), writes => GuestCommands.Answer(writes, Asked(writes, guest), coming: true, "I’ll be there."));
            At(15, 46, writes => Must(GuestCommands.Learn(writes, _id, Asked(writes, guest).Id, Asked(writes, guest).Version, guest.WhatWeLearned, Hand.Person)));
        }
    }

    private GuestInvitation Asked(Reads reads, DemoGuest guest) => GuestInvitation.OfSet(reads, _id).First(one => one.Name == guest.Name && one.Number == plan.Number);

    private void Reports()
    {
        foreach (var (index, action) in programme.Actions.Where(one => one.ReportBack?.MeetingId == plan.Id).Index())
        {
            At(sets.On(plan.Date, 8, 50).AddSeconds(index * 150), writes =>
            {
                var told = action.ReportBack!;
                var owner = sets.People.Person(action.OwnerId);
                Must(Reporting.Add(writes, SetAction.ByKey(writes, sets.Actions[action.Id])!, new ToldAction(Tokens.New(), action.State)
                {
                    Did = told.WhatIDid,
                    Happened = told.WhatHappened,
                    Learned = told.WhatILearned,
                    MeetingId = Row(writes).Id,
                }, owner));
            });
        }
    }

    private void Order(Writes writes)
    {
        var meeting = Row(writes).Id;
        foreach (var slot in plan.Airtime.Reverse())
        {
            Airtimes.Move(writes, meeting, Hand, Slot(writes, slot).Id, "first");
        }
    }

    private void Turn(DemoSlot slot)
    {
        var (begins, ends) = (sets.On(slot.StartedAt), sets.On(slot.EndedAt));
        var presenter = sets.People.Person(slot.PresenterId);
        var asked = slot.Questions.Select(one => (One: one, Id: Tokens.New())).ToList();
        At(begins, writes => Turns.Begin(writes, Row(writes).Id, Hand, Slot(writes, slot).Id, Slot(writes, slot).Version));
        At(begins.AddMinutes(1), writes => Turns.Name(writes, Row(writes).Id, Hand, Slot(writes, slot).Id, slot.Issue));
        At(begins.AddMinutes(11), writes => Go(writes, slot, AirtimePart.Questions));
        foreach (var (index, (one, id)) in asked.Index())
        {
            At(begins.AddMinutes(14 + (index * 9)), writes => Questions.Add(
                writes, Row(writes).Id, Hand, new NewQuestion(id, Slot(writes, slot).Id, sets.People.Person(one.AskedById), one.Text)));
        }

        At(ends.AddMinutes(-14), writes =>
        {
            Go(writes, slot, AirtimePart.Sees);
            foreach (var text in slot.Assumptions)
            {
                AirtimeAssumption.Add(writes, Row(writes).Id, Hand, new NewQuestion(Tokens.New(), Slot(writes, slot).Id, null, text));
            }
        });
        foreach (var action in programme.Actions.Where(one => slot.ActionIds.Contains(one.Id, StringComparer.Ordinal)))
        {
            var key = sets.Actions[action.Id] = Tokens.New();
            At(ends.AddMinutes(-8), writes => ActionCommands.Agree(
                writes,
                new NewAction(key, _id, sets.People.Person(action.OwnerId), action.Text, LocalDay.Text(sets.Day.Date(action.Due)))
                {
                    SlotId = Slot(writes, slot).Id,
                    MeetingId = Row(writes).Id,
                    Questions = [.. asked.Where(one => one.One.Insightful).Select(one => one.Id)],
                },
                Hand.Person));
        }

        At(ends.AddMinutes(-4), writes =>
        {
            Go(writes, slot, AirtimePart.Helped);
            foreach (var (_, id) in asked.Where(one => one.One.Insightful))
            {
                Questions.Tick(writes, Row(writes).Id, new Hand(presenter, "phone"), id, moved: true);
            }
        });
        At(ends, writes => Turns.End(writes, Row(writes).Id, Hand, Slot(writes, slot).Id, Slot(writes, slot).Version));
    }

    private void Go(Writes writes, DemoSlot slot, AirtimePart part) =>
        Turns.Go(writes, Row(writes).Id, Hand, Slot(writes, slot).Id, Slot(writes, slot).Version, part);

    private void Leaves()
    {
        if (programme.ProgressNotes.FirstOrDefault(one => one.MeetingId == plan.Id) is not { } note)
        {
            return;
        }

        var id = Tokens.New();
        At(15, 40, writes => Must(SheetCommands.Write(
            writes, new SheetForm { Id = id, Kind = "Progress", Phase = note.Phase, Light = note.Light, Text = note.Text }, _id, Row(writes).Id, Hand.Person)));
        At(15, 44, writes => Must(SheetCommands.Confirm(writes, _id, id, 1, Advisor)));
        if (plan.SharedSummary is { Length: > 0 } learned)
        {
            var learning = Tokens.New();
            At(15, 46, writes => Must(SheetCommands.Write(writes, new SheetForm { Id = learning, Kind = "Learning", Text = learned }, _id, Row(writes).Id, Hand.Person)));
            At(15, 49, writes => Must(SheetCommands.Confirm(writes, _id, learning, 1, Advisor)));
        }
    }

    private Meeting Row(Reads reads) => Meeting.Of(reads, _id).First(one => one.Number == plan.Number);

    private AirtimeSlot Slot(Reads reads, DemoSlot slot)
    {
        var presenter = sets.People.Person(slot.PresenterId);
        return AirtimeSlot.Of(reads, Row(reads).Id).First(one => one.PresenterId == presenter);
    }

    private void At(int hour, int minute, Action<Writes> act) => At(sets.On(plan.Date, hour, minute), act);

    private void At(DateTimeOffset at, Action<Writes> act) => sets.At(at, $"{_set.Name}, meeting {plan.Number}", act);
}
