using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>A report made by hand, with something in every place of the tree, also what is missing and what is withheld.</summary>
internal static class ReportExample
{
    private static readonly OfSet _circle = new(1, 1, "First Knock");
    private static readonly OfSet _triangle = new(2, 2, "Õnnelik Lõpp 🌍 日本");
    private static readonly DateOnly _kickOff = new(2026, 3, 10);
    private static readonly DateOnly _midTerm = new(2026, 6, 9);
    private static readonly DateOnly _final = new(2026, 9, 15);

    /// <summary>The report as its readers get it. Section 8 is hidden in it.</summary>
    public static OutcomeReport Published { get; } = Whole().ForReaders() is var report
        ? report with { Head = report.Head with { Number = 2, PublishedBy = "Helen Marsh" } } : null!;

    /// <summary>The same as a draft, with section 8 hidden and still in it.</summary>
    public static OutcomeReport Whole() => new()
    {
        Head = new ReportHead
        {
            ProgrammeId = 7,
            Organisation = "Wendmere Water & Light",
            Programme = "Keep the <Lights> On",
            IsOwnProblem = false,
            Sponsors = [new("Ruth Lindqvist", "Chief Operating Officer")],
            Facilitators = [new("Helen Marsh", "Learning")],
            From = _kickOff,
            Until = _final,
            State = "Closed",
            MadeAt = "2026-09-16T10:00:00.000Z",
            MadeOn = new DateOnly(2026, 9, 16),
        },
        Introduction = "# What we **did**\n\nTen people, two problems. See [the plan](https://example.org/plan).\n\n- one\n- two",
        Sections = ReportSection.Arranged([ReportSection.OnePage, ReportSection.Decisions], [ReportSection.Help]),
        OnePage = new("10 people from 7 parts of the organisation worked on 2 problems for 27 weeks.",
        [
            new(_circle, null, "Why are holes dug twice?", "OnTrack", new DateOnly(2026, 9, 1), Dug()),
            new(_triangle, null, "=1+1 Who holds the keys?", null, null, null),
        ]),
        Problems = [Story(), new ProblemStory { Set = _triangle, Title = "=1+1 Who holds the keys?", People = ["Ülle Šmit", "李 小龍"] }],
        Decisions =
        [
            new AskedDecision
            {
                OutcomeId = 1, Set = _circle, Asked = "Two more crews for the night shift", By = new DateOnly(2026, 10, 1), With = "Network Operations",
                Client = "Clio Client", Answer = new("Extend", "One crew now, one in spring.", "Hire", "Clio Client", new DateOnly(2026, 11, 1), "Ruth Lindqvist", _final) { Step = new("Done", "Two from the depot", "Ruth Lindqvist", new DateOnly(2026, 10, 28)) },
                ClientStep = new("I put it into the rota", new DateOnly(2026, 10, 15), "Clio Client"),
            },
            new AskedDecision { OutcomeId = 2, Set = _triangle, Asked = "One cabinet for all keys" },
        ],
        Work = new(_kickOff, _final,
        [
            new(1, "KickOff", "Kick-off", _kickOff, true), new(2, "MidTerm", "Mid-term", _midTerm, true), new(3, "Final", "Final", _final, true),
        ],
        [
            new(_circle, [.. Enumerable.Range(1, 11).Select(n => new MeetingOn(n, _kickOff.AddDays(n * 14), n != 7, _kickOff.AddDays((n * 14) - (n == 3 ? 2 : 0))))]),
            new(_triangle, []),
        ],
        [new(_circle, 9, 3, 2, 1, 0), new(null, 2, 0, 1, 0, 1)]),
        Doors = new(
            [new("Opened", "Opened", 6), new("NotPossible", "Not possible", 1), new("Asked", "Waiting", 1)],
            [new("Chen Champion", [_circle], 6, 5, 4.5), new(null, [_triangle], 2, 1, null)],
            [new(8, "I really get the time I was promised.", null, Agreement.Of([1, 2, 4, 6, 2], _midTerm, "Mid-term")), new(9, "Doors open when we ask.", null, null)]),
        Learned = new(
            [new("People dig where the map ends.", "Alma Tamm", _circle, 9, "Mid-term", _midTerm)],
            [new("reflection-abc", "We asked before we dug.", null, _circle, "Meeting 6", new DateOnly(2026, 6, 1))], 12,
            [
                new("KickOff", "Kick-off", 10, 10, 2.4, ValueBin.Merge([1, 5, 3, 1, 0])), new("MidTerm", "Mid-term", null, 10, null, []),
                new("Final", "Final", 9, 10, 3.78, ValueBin.Merge([0, 0, 3, 5, 1])),
            ],
            [new(10, "My set asks questions before it gives advice.", null, Agreement.Of([0, 1, 2, 8, 4], _midTerm, "Mid-term"))]),
        Together = new(
            [
                new(1, "People in other departments co-operate with mine.", Agreement.Of([2, 5, 6, 2, 0], _kickOff, "Kick-off"), Agreement.Of([0, 1, 5, 7, 2], _final, "Final")),
                new(4, "Morale in my part of the organisation is good.", Agreement.Of([1, 3, 6, 4, 1], _kickOff, "Kick-off"), null),
            ],
            Net(_kickOff, "Kick-off", 9, 6), Net(_final, "Final", 31, 22),
            [new(_kickOff, "Kick-off", 15, [new("curious", 4), new("tired", 2)]), new(_final, "Final", 14, [new("proud", 6), new("connected", 3)])]),
        Help = new(
            [new("Happened", "Happened", 3), new("Agreed", "Agreed", 1), new("FellThrough", "Fell through", 1)],
            [new("Somebody who knows the permits", "The permit came in two days.", _triangle, _circle, 3)]),
        Next = new(
            [new("Extend", "Extended", 1), new("Waits", "Waits for an answer", 1)], new(9, 8, null),
            [new("One map for all", null, _triangle, 7, "Final", _final)], ["Why do meters lie?"], [new("Advisor", 6), new("", 3)]),
        Method = new(
            [new("Where we start from", "Kick-off", _kickOff, 16, 15, 2, true), new("Then and now", "Final", _final, 15, 15, 0, true)],
            [new(_circle, null, "Holes dug twice", "Confirmed by Clio Client on 15 September 2026")],
            [
                new(1, "Reaction", "What people said of it", [ReportSection.Together]), new(2, "Learning", "What people learned", [ReportSection.Learned]),
                new(5, "Results", "What changed", [ReportSection.Problems]),
            ],
            ["There is no comparison group."]),
        Figures =
        [
            Of(ReportSection.OnePage, "sets", "Sets", 2, "", null), Of(ReportSection.OnePage, "people", "People in sets", 10, "", null),
            Of(ReportSection.OnePage, "units", "Parts of the organisation", 7, "", null), Of(ReportSection.OnePage, "meetings-held", "Set meetings held", 10, "", 11),
            Of(ReportSection.OnePage, "actions-done", "Actions done", 9, "", 19), Of(ReportSection.OnePage, "decisions-asked", "Decisions asked", 2, "", null),
            Of(ReportSection.Problems, "measure-5", "Holes dug twice", 9.5, "%", 398) with { Set = _circle, Link = "/measures/5", Needs = "Work" },
            Of(ReportSection.Problems, "measure-6", "Keys found", null, "keys a week", null) with { Set = _triangle },
            Of(ReportSection.Work, "days-to-done", "Median days from agreed to done", 12.5, "days", 9),
            Of(ReportSection.Learned, "goal-MidTerm", "Goal, mid-term", null, "of 5", null) with { IsWithheld = true },
            Of(ReportSection.Help, "months-saved", "Months saved, as guessed", 3, "months", 1),
            Of(ReportSection.Together, "ring-now", "Would ring, final", 31, "%", 70),
        ],
    };

    private static Figure Of(string section, string key, string name, double? value, string unit, int? n) =>
        new(section, key, name, value, unit, n, "From the programme’s own record", _final, "");

    private static MeasureStory Dug() => new()
    {
        Id = 5,
        Name = "Holes dug twice",
        Unit = "%",
        LowerIsBetter = true,
        Baseline = 19.1,
        BaselineNote = "76 of 398",
        BaselineOn = _kickOff,
        IsBaselineConfirmed = true,
        Target = 10,
        Now = 9.5,
        NowNote = "38 of 398",
        NowOn = _final,
        IsResult = true,
        FollowUpDays = 30,
        TrialFrom = new DateOnly(2026, 5, 4),
        Source = "Work orders",
        Standing = "Confirmed",
        StandingBy = "Clio Client",
        StandingOn = _final,
        Readings = [new(new DateOnly(2026, 5, 31), 17.2, 120), new(new DateOnly(2026, 7, 31), 12, 131), new(_final, 9.5, 398)],
    };

    private static ProblemStory Story() => new()
    {
        Set = _circle,
        Title = "Why are holes dug twice?",
        WhyItMatters = "Each costs a day.",
        Client = "Clio Client",
        People = ["Alma Tamm", "Bo Lind", "Dora Voss", "Emil Ek", "Фёдор"],
        ToldOn = _final,
        Problem = ["One hole in five is dug twice"],
        Tried = ["Walked the streets with the crews", "Put both maps into one"],
        Happened = ["From 19 to 9.5 %"],
        Learned = ["The map was right; nobody trusted it."],
        Next = ["All districts by spring"],
        Solution = "One map, two owners",
        SolutionOn = new DateOnly(2026, 5, 2),
        Measures = [Dug()],
        Phases = [new("Study", _kickOff), new("Develop", new DateOnly(2026, 4, 20)), new("Study", new DateOnly(2026, 5, 1)), new("Implement", new DateOnly(2026, 5, 20))],
        From = _kickOff,
        Until = _final,
        ClientSteps = [new("Understood", "Understood", "Confirmed", new DateOnly(2026, 4, 1), ""), new("TrialAgreed", "Trial agreed", "Declined", new DateOnly(2026, 4, 20), "Not before the audit")],
        Became = [new("Clio Client", "Kept", 9.1, "All districts now", new DateOnly(2026, 12, 20))],
        Ended = "Implemented",
        EndedOn = _final,
        Quotes = [new("reflection-abc", "We asked before we dug.", "Alma Tamm", _circle, "Meeting 6", new DateOnly(2026, 6, 1))],
    };

    private static NetworkOn Net(DateOnly on, string workshop, int ring, int half) => new()
    {
        On = on,
        Workshop = workshop,
        Answered = 10,
        Expected = 11,
        Possible = 70,
        Known = 60,
        Talked = ring + 20,
        Ring = ring,
        Dots = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2],
        Lines = [new(0, 5, 3), new(1, 6, 2), new(4, 9, 3)],
        Groups = ["First Knock", "Õnnelik Lõpp 🌍 日本"],
        Places = [1, 2],
        Cells = [new(0, 0, 10, null), new(0, 1, 25, half), new(1, 0, 25, ring - half), new(1, 1, 10, null)],
    };
}
