using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Demo;

/// <summary>What sets report: their slides, written the evening before, their turns, and what the others say of them.</summary>
internal static class DemoReports
{
    /// <summary>The turns of an item, or the sponsor's answers.</summary>
    public static void Feed(DemoRoom room, DemoLine line)
    {
        if (line.Item.Act == "Review")
        {
            Answers(room, line);
            return;
        }

        if (line.Content is null)
        {
            return; // the second half: its turns go by the first one's clock
        }

        room.Happens(room.Hours.Start.AddHours(-14), writes => Prepare(writes, room, line));
        var minutes = room.Hours.Began(line.Order + 1) - room.Hours.Began(line.Order);
        foreach (var (index, set) in room.Programme.Sets.Index())
        {
            // Half-way the turns fill the item; at the end a break stands between the third and the fourth.
            var isShort = line.Content!.Slides is not null;
            var begins = room.Hours.Began(line.Order) + (isShort ? minutes * (index / 6.0) : TimeSpan.FromMinutes((index * 15) + (index > 2 ? 20 : 0) + 1));
            Turn(room, line, set, begins, isShort ? TimeSpan.FromSeconds(75) : TimeSpan.FromSeconds(95), isShort ? 3 : 6);
        }
    }

    private static void Prepare(Writes writes, DemoRoom room, DemoLine line)
    {
        foreach (var set in room.Programme.Sets)
        {
            var id = OutcomeCommands.Ensure(writes, room.Workshop, room.Set(set.Id), null);
            var outcome = room.Programme.Outcomes!.First(one => one.SetId == set.Id);
            IReadOnlyList<(Slide Slide, string Text)> slides = line.Content!.Slides?.FirstOrDefault(one => one.SetId == set.Id) is { } half
                ? [(Slide.Problem, outcome.Problem), (Slide.Surprise, half.Surprise), (Slide.Stuck, half.Stuck)]
                :
                [
                    (Slide.Problem, outcome.Problem), (Slide.Tried, string.Join('\n', outcome.WhatWeTried)), (Slide.Happened, outcome.WhatHappened),
                    (Slide.Learned, outcome.WhatWeLearned), (Slide.Next, outcome.WhatsNext),
                ];
            OutcomeCommands.Write(
                writes, id, Outcome.Find(writes, id)!.Version, [.. slides.Select(one => new SlideText { Slide = one.Slide, Text = one.Text })],
                line.Content.Slides is null && outcome.DecisionAsked is { } asked ? new Ask(asked.Text, LocalDay.Text(room.Day.Date(asked.ByWhen)), asked.WithWhom) : null,
                room.Person(set.MemberIds[0]));
            foreach (var measure in line.Content.Slides is null ? room.Programme.Measures!.Where(one => one.SetId == set.Id) : [])
            {
                // A set that has followed it on the way puts the result to what is there.
                var there = Measure.Of(writes, room.Set(set.Id), null).FirstOrDefault(one => one.Name == measure.Name) ?? new Measure();
                MeasureCommands.Save(writes, there with
                {
                    SetId = room.Set(set.Id),
                    Name = measure.Name,
                    Unit = measure.Unit,
                    LowerIsBetter = measure.LowerIsBetter,
                    Baseline = measure.Baseline,
                    Target = measure.Target,
                    Result = measure.Result,
                    ResultDate = LocalDay.Text(room.Day.Date(measure.ResultDate)),
                    FollowUpDays = measure.FollowUpDays,
                    Source = measure.Source,
                }, room.Person(set.MemberIds[0]));
            }
        }
    }

    private static void Turn(DemoRoom room, DemoLine line, DemoSet set, DateTimeOffset begins, TimeSpan slide, int steps)
    {
        Until(begins, writes => Presenting.Begin(writes, Run(writes), Run(writes).Turns.First(one => one.SetId == room.Set(set.Id))));
        for (var step = 1; step <= steps; step++)
        {
            var to = step;
            Until(begins + (slide * step), writes =>
            {
                if (to <= Run(writes).Settings.LastStep)
                {
                    Presenting.Go(writes, Run(writes), to);
                }
            });
        }

        foreach (var (index, post) in (line.Content!.Posts ?? []).Where(post => post.AboutSetId == set.Id).Index())
        {
            var at = begins + (slide * steps) + TimeSpan.FromSeconds(20 + (index * 25));
            if (!room.IsRunning || at < room.Day.Now)
            {
                room.Answers(at, line, post.AuthorId, writes => new Dictionary<string, string>
                {
                    ["note"] = Of(writes),
                    ["kind"] = post.Kind == "Question" ? "Question" : "Use",
                    ["text"] = post.Text,
                }, Tokens.New());
            }
        }

        if (line.Content.Slides is null && room.Programme.Problems!.First(one => one.Id == set.ProblemId).ClientId is { } client)
        {
            var at = begins + (slide * steps) + TimeSpan.FromSeconds(60);
            foreach (var measure in room.Programme.Measures!.Where(one => one.SetId == set.Id && one.ConfirmedByClient && (!room.IsRunning || at < room.Day.Now)))
            {
                room.Answers(at, line, client, writes => Measure.Of(writes, room.Set(set.Id), null).First(one => one.Name == measure.Name) is var found
                    ? new Dictionary<string, string> { ["confirm"] = $"{found.Id}/Confirmed", [$"seen.{found.Id}"] = DemoData.Text(found.Version) } : null);
            }
        }

        ReportRun Run(Writes writes) => ReportRun.Read(writes, Activity.Find(writes, room.Activities[line.Order])!);

        string Of(Writes writes) => DemoData.Text(Run(writes).Turns.First(one => one.SetId == room.Set(set.Id)).OutcomeId!.Value);

        void Until(DateTimeOffset at, Action<Writes> act)
        {
            if (!room.IsRunning || at < room.Day.Now)
            {
                room.Happens(at, act);
            }
        }
    }

    private static void Answers(DemoRoom room, DemoLine line)
    {
        foreach (var (index, outcome) in room.Programme.Outcomes!.Index())
        {
            room.Answers(room.At(line, 0.1 + (index * 0.14)), line, "sp1", writes =>
            {
                var turns = ReportRun.Read(writes, Activity.Find(writes, room.Activities[line.Order])!).Turns;
                var id = turns.First(one => one.SetId == room.Set(outcome.SetId)).OutcomeId!.Value;
                return new Dictionary<string, string>
                {
                    ["decide"] = DemoData.Text(id),
                    [$"decision.{id}"] = outcome.SponsorResponse.Decision,
                    [$"words.{id}"] = outcome.SponsorResponse.Text,
                    [$"step.{id}"] = outcome.SponsorResponse.NextStep ?? "",
                    [$"owner.{id}"] = outcome.SponsorResponse.Owner ?? "",
                    [$"due.{id}"] = outcome.SponsorResponse.Due is { } due ? LocalDay.Text(room.Day.Date(due)) : "",
                };
            });
        }
    }
}
