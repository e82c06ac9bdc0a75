using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Consents;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Programmes.Problems;
using WorkshopHub.Web.Sets.Supervision;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Demo;

/// <summary>The work on the problems: phases, solutions in their versions, what the client confirmed, readings; talks with supervisors.</summary>
internal static class DemoWork
{
    /// <summary>Lays it out.</summary>
    public static void Plan(DemoSets sets, DemoProgramme programme)
    {
        foreach (var set in programme.Sets)
        {
            Phases(sets, programme, set);
            Solutions(sets, programme, set);
        }

        foreach (var measure in programme.Measures ?? [])
        {
            Measured(sets, programme, measure);
        }

        foreach (var talk in programme.SupervisorMeetings)
        {
            Talked(sets, programme, talk);
        }
    }

    private static void Phases(DemoSets sets, DemoProgramme programme, DemoSet set)
    {
        var last = "";
        foreach (var note in programme.ProgressNotes.Where(one => one.SetId == set.Id))
        {
            var meeting = programme.SetMeetings!.First(one => one.Id == note.MeetingId);
            if (note.Phase != last)
            {
                last = note.Phase;
                sets.At(sets.On(meeting.Date, 14, 50), $"{set.Name}, {note.Phase}", writes =>
                {
                    var id = sets.People.Set(set.Id);
                    PhaseStep.Go(writes, id, PhaseStep.Of(writes, id) is [.., var before] ? before.Id : 0, new PhaseForm { To = note.Phase }, Today(writes), Member(sets, set));
                    if (writes.First<long?>("SELECT problem_id FROM sets WHERE id = @id", new { id }) is { } problem)
                    {
                        ProblemStage.Put(writes, problem, "Chosen", "InWork", Today(writes), "", Member(sets, set));
                    }
                });
            }
        }
    }

    private static void Solutions(DemoSets sets, DemoProgramme programme, DemoSet set)
    {
        if (programme.ClientAgreements.FirstOrDefault(one => one.SetId == set.Id) is not { } agreed
            || programme.Outcomes?.FirstOrDefault(one => one.SetId == set.Id) is not { } outcome)
        {
            return;
        }

        var trial = agreed.Steps.First(one => one.Step == "TrialAgreed").At;
        Version(trial.AddDays(-1), outcome.WhatWeTried.Take(2));
        Version(trial.AddDays(56), outcome.WhatWeTried);
        foreach (var step in agreed.Steps.Where(one => !sets.IsRunning(one.At)))
        {
            sets.At(sets.On(step.At, 16, 20), $"{set.Name}, {step.Step}", writes =>
            {
                AgreementStep.Ask(writes, Place(writes), new StepForm { Step = step.Step, Text = step.Step == "Understood" ? "" : agreed.Text }, Today(writes), Member(sets, set));
                var asked = AgreementStep.Of(writes, sets.People.Set(set.Id))[^1];
                var client = sets.People.Person(agreed.ClientId);
                AgreementStep.Confirm(writes, asked, asked.Version, client);
                if (step.Step == "Adopted" && Place(writes).ProblemId is { } problem)
                {
                    ProblemStage.Put(writes, problem, "InWork", "HandedOver", Today(writes), "", client);
                }
            });
        }

        void Version(DateOnly on, IEnumerable<string> parts) => sets.At(sets.On(on, 16, 0), $"{set.Name}, solution", writes =>
        {
            Solution.Write(writes, Place(writes), new SolutionForm { Text = string.Join("\n", parts) }, Member(sets, set));
            var draft = Solution.Of(writes, sets.People.Set(set.Id), null)[0];
            Solution.Decide(writes, draft.Id, draft.Version, Today(writes), Member(sets, set));
        });

        Place Place(Reads reads) => Sets.Work.Place.OfSet(reads, sets.People.Set(set.Id))!;
    }

    private static void Measured(DemoSets sets, DemoProgramme programme, DemoMeasure measure)
    {
        var set = programme.Sets.First(one => one.Id == measure.SetId);
        var trial = programme.ClientAgreements.First(one => one.SetId == set.Id).Steps.First(one => one.Step == "InTrial").At;
        var client = sets.People.Person(programme.ClientAgreements.First(one => one.SetId == set.Id).ClientId);
        var what = $"{set.Name}, {measure.Name}";
        sets.At(sets.On(trial.AddDays(-6), 14, 0), what, writes =>
        {
            var id = MeasureKeeping.Begin(writes, sets.People.Set(set.Id), null, measure.Name, measure.Unit, measure.LowerIsBetter, Member(sets, set));
            var begun = Measure.Find(writes, id)!;
            MeasureKeeping.Keep(writes, begun with
            {
                Baseline = measure.Baseline,
                Target = measure.Target,
                Source = measure.Source,
                FollowUpDays = measure.FollowUpDays,
                BaselineDate = LocalDay.Text(sets.Day.Date(measure.BaselineDate)),
                TrialFrom = LocalDay.Text(sets.Day.Date(trial)),
            }, begun.Version, null, Member(sets, set));
        });
        sets.At(sets.On(trial.AddDays(-3), 9, 30), what, writes => MeasureKeeping.ConfirmBaseline(writes, Now(writes).Id, Now(writes).Version, client));
        var days = measure.ResultDate.DayNumber - trial.DayNumber;
        var digits = double.IsInteger(measure.Baseline) && double.IsInteger(measure.Result) ? 0 : 1; // what is counted whole is never half on the way
        for (var reading = measure.IsReadOnce ? 4 : 1; reading <= 4 && days > 20; reading++)
        {
            // On the way, not in a straight line.
            var share = (reading / 4.0) + (reading % 2 == 0 ? 0.06 : -0.08);
            var value = measure.Baseline + ((measure.Result - measure.Baseline) * Math.Min(1, share));
            sets.At(sets.On(trial.AddDays(days * reading / 4), 17, 0), what, writes => MeasureKeeping.Read(
                writes, Now(writes).Id, Tokens.New(), new ReadingForm { Value = Math.Round(value, digits).ToString(CultureInfo.InvariantCulture) }, Today(writes), Member(sets, set)));
        }

        Measure Now(Reads reads) => Measure.Of(reads, sets.People.Set(set.Id), null).First(one => one.Name == measure.Name);
    }

    private static void Talked(DemoSets sets, DemoProgramme programme, DemoTalk talk)
    {
        var member = programme.Memberships.First(one => one.Id == talk.MembershipId);
        var (person, supervisor) = (sets.People.Person(member.PersonId), sets.People.Person(talk.SupervisorId));
        sets.At(sets.On(talk.Date, 16, 30), $"Talk of {member.PersonId}", writes =>
        {
            var consent = Consent.Of(writes, sets.People.Programme(programme.Id), person)!;
            var open = TalkCommands.Next(writes, consent);
            TalkCommands.Write(writes, consent, open?.Id ?? 0, new RecordForm
            {
                Progress = talk.Progress,
                AgreedNext = talk.AgreedNext,
                NextDate = talk.NextDate is { } next ? LocalDay.Text(sets.Day.Date(next)) : "",
                Version = open?.Version ?? 0,
            }, sure: true, Today(writes), person);
            var written = Talk.Of(writes, sets.People.Programme(programme.Id), person, supervisor).First(one => one.WrittenBy is not null && one.StandsAt is null);
            TalkCommands.Yes(writes, consent, written.Id, written.Version, supervisor);
        });
    }

    private static long Member(DemoSets sets, DemoSet set) => sets.People.Person(set.MemberIds[1]);

    private static DateOnly Today(Writes writes) => LocalDay.Today(writes, Utc.Parse(writes.Now));
}
