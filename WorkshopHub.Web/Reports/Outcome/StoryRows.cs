using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 2 from the rows: what was reported, by whom, with its measures, phases and the client's words.</summary>
internal static class StoryRows
{
    /// <summary>A story for each set, or where members have problems of their own for each member.</summary>
    public static IReadOnlyList<ProblemStory> Read(Ground ground, IReadOnlyList<Told> told, IReadOnlyList<Quote> quotes)
    {
        var reads = ground.Reads;
        var slides = reads.Query<SlideRow>(
            """
            SELECT l.outcome_id, l.slide, l.text FROM outcome_slide l JOIN outcome o ON o.id = l.outcome_id
            WHERE o.workshop_id = @final AND EXISTS (SELECT 1 FROM report_turn t WHERE t.outcome_id = o.id AND t.tell_at IS NOT NULL)
            """, new { final = ground.Final?.Id }).ToLookup(row => row.OutcomeId);
        var measures = MeasuresOf(ground);
        var phases = PhaseStep.Of(reads, ground.SetIds).ToLookup(step => step.SetId);
        var steps = AgreementStep.Of(reads, ground.SetIds).ToLookup(step => step.SetId);
        var solutions = reads.Query<SolutionRow>(
            """
            SELECT s.set_id, s.membership_id, s.text, s.decided_on FROM solution s
            WHERE s.decided_on IS NOT NULL AND s.set_id IN (SELECT value FROM json_each(@SetIds)) ORDER BY s.number
            """, new { ground.SetIds }).ToLookup(row => (row.SetId, row.MembershipId));
        var ends = reads.Query<StageRow>(
            """
            SELECT g.problem_id, g.state, g.on_date FROM problem_stage g JOIN problem b ON b.id = g.problem_id
            WHERE b.programme_id = @Id AND g.state = b.state AND g.state <> 'InWork' ORDER BY g.id
            """, new { ground.Programme.Id }).ToLookup(row => row.ProblemId);
        var became = Became.Of(reads, ground.Programme.Id).Where(one => one is { State: not null, At: not null }).ToLookup(one => one.OutcomeId);
        var members = ground.Members.ToLookup(member => member.SetId);
        return ground.IsOwnProblem
            ? [.. ground.Sets.SelectMany(set => members[set.Id].Select(member => Story(set, member)))]
            : [.. ground.Sets.Select(set => Story(set, null))];

        ProblemStory Story(Ground.Set set, Ground.Member? member)
        {
            var outcome = told.FirstOrDefault(one => one.SetId == set.Id && one.PersonId == member?.PersonId);
            var solution = solutions[(set.Id, member?.Id)].LastOrDefault();
            var end = ends[member is null ? set.ProblemId ?? 0 : member.ProblemId ?? 0].LastOrDefault();
            IReadOnlyList<string> Lines(Slide slide) =>
                slides[outcome?.Id ?? 0].FirstOrDefault(row => row.Slide == slide) is { Text.Length: > 0 } row ? row.Text.Split('\n') : [];
            return new ProblemStory
            {
                Set = set.Mark,
                Member = member?.Name,
                Title = (member is null ? set.Title : member.Title) ?? "",
                WhyItMatters = member is null ? set.WhyItMatters : "", // of a member's own problem others know the title
                Client = member is null ? set.Client : member.Supervisor,
                People = [.. members[set.Id].Where(one => member is null || one == member).Select(one => one.Name)],
                ToldOn = outcome is null ? null : ground.Day(outcome.TellAt),
                Problem = Lines(Slide.Problem),
                Tried = Lines(Slide.Tried),
                Happened = Lines(Slide.Happened),
                Learned = Lines(Slide.Learned),
                Next = Lines(Slide.Next),
                Solution = solution?.Text ?? "",
                SolutionOn = LocalDay.Read(solution?.DecidedOn),
                Measures = [.. measures[(set.Id, member?.PersonId)]],
                Phases = member is null ? [.. phases[set.Id].Select(step => new PhaseFrom(step.Phase, LocalDay.Parse(step.OnDate)))] : [],
                From = LocalDay.Read(ground.Programme.StartDate),
                Until = LocalDay.Read(ground.Programme.EndDate),
                ClientSteps = member is null
                    ? [.. steps[set.Id].Select(step => new ClientWord(step.Step, step.Words, step.State, LocalDay.Parse(step.OnDate), step.State == "Declined" ? step.Why : ""))] : [],
                Ended = end?.State,
                EndedOn = LocalDay.Read(end?.OnDate),
                Became = [.. became[outcome?.Id ?? 0].Select(one => new BecameOf(one.By ?? "", Became.WordsOf(one.State), one.Figure, one.Text, ground.Day(one.At!)))],
                Quotes = [.. quotes.Where(quote => quote.Set?.Id == set.Id && (member is null || quote.Who == member.Name))],
            };
        }
    }

    private static ILookup<(long, long?), MeasureStory> MeasuresOf(Ground ground)
    {
        var measures = Measure.OfAll(ground.Reads, ground.SetIds);
        var readings = MeasureReading.Of(ground.Reads, JsonSerializer.Serialize(measures.Select(one => one.Id)))
            .Where(reading => reading.GoneAt is null).ToLookup(reading => reading.MeasureId);
        return measures.ToLookup(one => (one.SetId, one.PersonId), one => Of(ground, one, [.. readings[one.Id]]));
    }

    private static MeasureStory Of(Ground ground, Measure measure, IReadOnlyList<MeasureReading> newestFirst)
    {
        var last = newestFirst.Count > 0 ? newestFirst[0] : null;
        // While there is no result, what was read after a yes is another figure than the one that was confirmed.
        var stands = measure is { Client: "Confirmed", Result: null, ClientAt: { } at } && LocalDay.Read(last?.Date) > ground.Day(at) ? null : measure.Client;
        return new MeasureStory
        {
            Id = measure.Id,
            Name = measure.Name,
            Unit = measure.Unit,
            LowerIsBetter = measure.LowerIsBetter,
            Baseline = measure.Baseline,
            BaselineNote = measure.BaselineNote,
            BaselineOn = LocalDay.Read(measure.BaselineDate),
            IsBaselineConfirmed = measure.IsLocked,
            Target = measure.Target,
            Now = measure.Now,
            NowNote = measure.Result is null ? last?.Note ?? "" : measure.ResultNote,
            NowOn = LocalDay.Read(measure.Result is null ? last?.Date : measure.ResultDate),
            IsResult = measure.Result is not null,
            IsTooEarly = measure.IsTooEarly,
            FollowUpDays = (int?)measure.FollowUpDays,
            TrialFrom = LocalDay.Read(measure.TrialFrom),
            Source = measure.Source,
            Standing = stands,
            StandingBy = stands is null ? null : measure.ClientName,
            StandingOn = stands is null || measure.ClientAt is null ? null : ground.Day(measure.ClientAt),
            StandingValue = measure.Client == "Disputed" ? measure.ClientValue : null,
            StandingWhy = stands is null ? "" : measure.ClientWhy,
            Readings = [.. newestFirst.Reverse().Select(reading => new ReadOn(LocalDay.Parse(reading.Date), reading.Value, (int?)reading.N))],
        };
    }

    /// <summary>An outcome that was told to all at the final: from then on others may read it.</summary>
    internal sealed record Told
    {
        public long Id { get; init; }

        public long SetId { get; init; }

        public long? PersonId { get; init; }

        public string Asked { get; init; } = "";

        public string? AskedBy { get; init; }

        public string AskedWith { get; init; } = "";

        public string TellAt { get; init; } = "";

        /// <summary>All that were told.</summary>
        public static IReadOnlyList<Told> Of(Ground ground) => ground.Final is not { } final ? [] : ground.Reads.Query<Told>(
            """
            SELECT o.id, o.set_id, o.person_id, o.asked, o.asked_by, o.asked_with, min(t.tell_at) AS TellAt
            FROM outcome o JOIN report_turn t ON t.outcome_id = o.id AND t.tell_at IS NOT NULL
            WHERE o.workshop_id = @Id GROUP BY o.id
            """, final);
    }

    private sealed record SlideRow
    {
        public long OutcomeId { get; init; }

        public Slide Slide { get; init; }

        public string Text { get; init; } = "";
    }

    private sealed record SolutionRow
    {
        public long SetId { get; init; }

        public long? MembershipId { get; init; }

        public string Text { get; init; } = "";

        public string? DecidedOn { get; init; }
    }

    private sealed record StageRow
    {
        public long ProblemId { get; init; }

        public string State { get; init; } = "";

        public string OnDate { get; init; } = "";
    }
}
