using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>Section 4 from the rows: when sets met, and what became of their actions. Counts alone; the words stay with the sets.</summary>
internal static class SetsWorkRows
{
    private const string Done = "actions-done";

    /// <summary>The timeline and the bars, with what is done for the first page and the figures.</summary>
    public static (SetsWork Work, Figure Done, IReadOnlyList<Figure> Figures) Read(Ground ground)
    {
        var programme = new { ground.Programme.Id };
        var dated = ground.Reads.Query<MeetingRow>(
            """
            SELECT m.set_id, m.number, m.date, m.first_date, m.state FROM set_meeting m JOIN sets s ON s.id = m.set_id
            WHERE s.programme_id = @Id ORDER BY m.number
            """, programme);
        var meetings = dated.Where(one => one.State != "Cancelled").ToList();
        var actions = ground.Reads.Query<ActionRow>(
            """
            SELECT a.set_id, sum(a.state = 'Done') AS Done, sum(a.state = 'Partly') AS Partly, sum(a.state = 'NotDone') AS NotDone,
                   sum(a.state = 'Dropped') AS Dropped, sum(a.state = 'Agreed') AS Open
            FROM set_action a JOIN sets s ON s.id = a.set_id WHERE s.programme_id = @Id GROUP BY a.set_id
            """, programme);
        var days = DaysOf(ground);
        var counts = ground.Reads.First<CountRow>(
            """
            SELECT (SELECT count(*) FROM guest_invitation g JOIN sets s ON s.id = g.set_id WHERE s.programme_id = @Id AND g.state <> 'TakenBack') AS Asked,
                   (SELECT count(*) FROM guest_invitation g JOIN sets s ON s.id = g.set_id JOIN set_meeting m ON m.id = g.meeting_id
                    WHERE s.programme_id = @Id AND g.state = 'Coming' AND m.state = 'Held') AS Came,
                   ifnull(sum(d.ground = 'OwnAuthority'), 0) AS Own, ifnull(sum(d.ground = 'AskedWhom'), 0) AS AskedFirst,
                   ifnull(sum(d.ground = 'NeedsSponsor'), 0) AS Sponsor, count(DISTINCT d.set_id) AS Deciding,
                   (SELECT count(DISTINCT g.set_id) FROM guest_invitation g JOIN sets s ON s.id = g.set_id WHERE s.programme_id = @Id AND g.state <> 'TakenBack') AS Inviting
            FROM decision d JOIN sets s ON s.id = d.set_id WHERE s.programme_id = @Id AND d.gone_at IS NULL
            """, programme)!;
        var work = new SetsWork(
            Span(ground, dated, (a, b) => a < b), Span(ground, dated, (a, b) => a > b),
            [.. ground.Workshops.Select(one => new WorkshopOn(one.Id, one.Kind, one.Title, one.Day, one.State == "Held"))],
            [.. ground.Sets.Select(set => new MeetingLane(set.Mark, [.. meetings.Where(one => one.SetId == set.Id)
                .Select(one => new MeetingOn((int)one.Number, LocalDay.Parse(one.Date), one.State == "Held", LocalDay.Parse(one.FirstDate)))])
            {
                Cancelled = [.. dated.Where(one => one.SetId == set.Id && one.State == "Cancelled").Select(one => LocalDay.Parse(one.Date)).Order()],
            })],
            Bars(ground, actions))
        {
            WithoutActions = [.. ground.Sets.Where(set => actions.All(row => row.SetId != set.Id)).Select(set => set.Mark)],
        };
        return (work, DoneFigure(ground, actions), [.. MeetingFigures(ground, meetings), .. ActionFigures(ground, actions, days), .. CountFigures(ground, counts)]);
    }

    /// <summary>Days from agreed to done, of what is done: to the meeting at which it was told, else to the day on which it was written.</summary>
    private static List<double> DaysOf(Ground ground) =>
    [
        .. ground.Reads.Query<DoneRow>(
            """
            SELECT a.agreed_on, m.date, r.created_at
            FROM set_action a JOIN sets s ON s.id = a.set_id
            JOIN set_action_report r ON r.action_id = a.id AND r.state = 'Done'
              AND r.round = (SELECT max(x.round) FROM set_action_report x WHERE x.action_id = a.id AND x.state = 'Done')
            LEFT JOIN set_meeting m ON m.id = r.meeting_id
            WHERE s.programme_id = @Id AND a.state = 'Done'
            """, new { ground.Programme.Id })
            .Select(row => (double)((LocalDay.Read(row.Date) ?? ground.Day(row.CreatedAt)).DayNumber - LocalDay.Parse(row.AgreedOn).DayNumber))
            .Where(days => days >= 0),
    ];

    private static DateOnly? Span(Ground ground, IReadOnlyList<MeetingRow> meetings, Func<DateOnly, DateOnly, bool> beats) =>
        meetings.Select(one => LocalDay.Parse(one.Date)).Concat(ground.Workshops.Select(one => one.Day))
            .Concat(new[] { ground.Programme.StartDate, ground.Programme.EndDate }.Select(LocalDay.Read).OfType<DateOnly>())
            .Aggregate((DateOnly?)null, (best, day) => best is null || beats(day, best.Value) ? day : best);

    private static List<ActionBar> Bars(Ground ground, IReadOnlyList<ActionRow> actions)
    {
        var (alone, few) = Few.Split(ground.Sets.Join(actions, set => set.Id, row => row.SetId, (set, row) => row.As(set.Mark)).Where(bar => bar.Total > 0), bar => bar.Total!.Value);
        return
        [
            .. BarsTold.Of(alone.Concat(few.Count == 0 ? [] :
            [
                new ActionBar(null, few.Sum(bar => bar.Done), few.Sum(bar => bar.Partly), few.Sum(bar => bar.NotDone), few.Sum(bar => bar.Dropped), few.Sum(bar => bar.Open)),
            ]).ToList()),
        ];
    }

    private static IEnumerable<Figure> MeetingFigures(Ground ground, IReadOnlyList<MeetingRow> meetings)
    {
        var link = $"/programmes/{ground.Programme.Id}/timeline";
        return new[]
        {
            ground.Count(ReportSection.Work, "meetings-planned", "Set meetings that were dated", meetings.Count, meetings.Count, "Dates of the sets"),
            ground.Count(
                ReportSection.Work, "meetings-moved", "Set meetings that were moved", meetings.Count(one => one.Date != one.FirstDate), meetings.Count,
                "Dates of the sets", "Another day than the one planned first."),
        }.Select(figure => figure.From(meetings.DistinctBy(one => one.SetId).Count(), ground.Sets.Count) with { Link = link, Needs = "Timeline" });
    }

    private static List<ActionState> StatesOf(IReadOnlyList<ActionRow> actions) =>
    [
        new(Done, "done", actions.Sum(row => row.Done), ""),
        new("actions-partly", "done in part", actions.Sum(row => row.Partly), ""),
        new("actions-not-done", "reported as not done", actions.Sum(row => row.NotDone), "That it did not work is a full result."),
        new("actions-dropped", "given up", actions.Sum(row => row.Dropped), "By the set, with a reason."),
        new("actions-open", "not reported yet", actions.Sum(row => row.Open), ""),
    ];

    /// <summary>A state that counts few would be the rest of the whole: it stands together with others, in the order of the states.</summary>
    private static IReadOnlyList<ActionState> FewOf(IReadOnlyList<ActionState> states) => Few.Split(states.Where(state => state.Count > 0), state => state.Count).Together;

    private static Figure One(Ground ground, string section, string key, string words, long value, long all, string about)
    {
        var figure = ground.Count(section, key, $"Actions {words}", value, all, "Actions of the sets, as their owners reported them", about);
        return all is > 0 and < Figure.Enough ? figure.ForFew(all) with { N = null } : figure;
    }

    private static Figure DoneFigure(Ground ground, IReadOnlyList<ActionRow> actions)
    {
        var states = StatesOf(actions);
        var (done, all) = (states[0], states.Sum(state => state.Count));
        var figure = One(ground, ReportSection.OnePage, Done, done.Words, done.Count, all, done.About).From(actions.Count, ground.Sets.Count);
        return !FewOf(states).Contains(done) ? figure : figure with
        {
            Value = null,
            IsWithheld = true,
            Open = done.Count < Figure.Enough ? null : all - done.Count < Figure.Enough ? Figure.AllButFew : Figure.NotAlone,
        };
    }

    private static IEnumerable<Figure> ActionFigures(Ground ground, IReadOnlyList<ActionRow> actions, List<double> days)
    {
        var states = StatesOf(actions);
        var (few, all) = (FewOf(states), states.Sum(state => state.Count));
        var middle = new Figure(ReportSection.Work, "days-to-done", "Days from agreed to done, in the middle", Ground.Median(days), "days", days.Count, "Actions that are done", ground.Today, "Median: half took fewer days, half more.");
        return
        [
            .. states.Skip(1).Except(few).Select(state => Of(state.Key, state.Words, state.Count, state.About)).Prepend(Of("actions-agreed", "agreed", all, "What one member will do before a day."))
                .Concat(few is [] or [{ Key: Done }] ? [] : [few is [var only] ? Of(only.Key, only.Words, only.Count, only.About).ForFew(only.Count) : Together()])
                .Append(few.Contains(states[0]) ? middle.ForFew(days.Count) with { N = null } : middle.ForFew(days.Count))
                .Select(figure => figure.From(actions.Count, ground.Sets.Count)),
        ];

        Figure Of(string key, string words, long value, string about) => One(ground, ReportSection.Work, key, words, value, all, about);

        Figure Together() => Of("actions-otherwise", string.Join(", or ", states.Where(few.Contains).Select(state => state.Words)), few.Sum(state => state.Count), "Told together, since one of them counts few.").ForFew(few.Sum(state => state.Count));
    }

    private static IEnumerable<Figure> CountFigures(Ground ground, CountRow counts)
    {
        var all = counts.Own + counts.AskedFirst + counts.Sponsor;
        return
        [
            ground.Count(ReportSection.Work, "guests-asked", "Guests asked into set meetings", counts.Asked, counts.Asked, "Invitations of the sets").From((int)counts.Inviting, ground.Sets.Count),
            ground.Count(ReportSection.Work, "guests-came", "Guests who said yes to a meeting that was held", counts.Came, counts.Asked, "Invitations of the sets").From((int)counts.Inviting, ground.Sets.Count),
            ground.Count(ReportSection.Work, "decided-own", "Decisions that sets made on their own authority", counts.Own, all, "Decisions noted by the sets", "Authority moved to those who live with the consequences.").From((int)counts.Deciding, ground.Sets.Count),
            ground.Count(ReportSection.Work, "decided-asked", "Decisions for which they asked somebody first", counts.AskedFirst, all, "Decisions noted by the sets").From((int)counts.Deciding, ground.Sets.Count),
        ];
    }

    private sealed record ActionState(string Key, string Words, long Count, string About);

    private sealed record MeetingRow
    {
        public long SetId { get; init; }

        public long Number { get; init; }

        public string Date { get; init; } = "";

        public string FirstDate { get; init; } = "";

        public string State { get; init; } = "";
    }

    private sealed record ActionRow
    {
        public long SetId { get; init; }

        public long Done { get; init; }

        public long Partly { get; init; }

        public long NotDone { get; init; }

        public long Dropped { get; init; }

        public long Open { get; init; }

        public ActionBar As(OfSet? set) => new(set, (int)Done, (int)Partly, (int)NotDone, (int)Dropped, (int)Open);
    }

    private sealed record DoneRow
    {
        public string AgreedOn { get; init; } = "";

        public string? Date { get; init; }

        public string CreatedAt { get; init; } = "";
    }

    private sealed record CountRow
    {
        public long Asked { get; init; }

        public long Came { get; init; }

        public long Own { get; init; }

        public long AskedFirst { get; init; }

        public long Sponsor { get; init; }

        public long Deciding { get; init; }

        public long Inviting { get; init; }
    }
}
