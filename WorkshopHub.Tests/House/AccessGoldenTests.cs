using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.House;

/// <summary>
/// Who may see what, as the domain's eighth section writes it, row by row, beside what the program's table says: a change of
/// either is noticed here. Columns: member of the set, member of another set, advisor, supervisor, client, champion, sponsor,
/// facilitator, guest, wall; at the end of the letters the office of the house.
/// </summary>
public sealed class AccessGoldenTests
{
    private static readonly (string Row, string Letters, Artefact[] Of)[] _rows =
    [
        ("Programme, timeline, sets, roles | R | R | R | R | R | R | R | W | R in room | R",
            "R R R R R R R W - R  W", [Artefact.Timeline, Artefact.Programme]),
        ("Offered problems (format 2) | R | R | R | R | W own | R | W | W | – | R",
            "R R R R w R W W - R  W", [Artefact.Problems]),
        ("Own problem (format 1) | W own, R in set | title | R | R + confirm or send back, own member's | – | title | title | title | – | title at final",
            "w T r w - T T T - T  T", [Artefact.OwnProblem]),
        ("Preferences with names | own; set once revealed | – | set | – | – | – | N | R | – | N",
            "w - r - - - N R - N  R", [Artefact.Ranks]),
        ("Authority statement | R | R | R | R | R | R | W | R | – | R",
            "R R R R R R W R - R  R", [Artefact.Authority]),
        ("Developmental goal text | own W; set S | – | R | own member's R/countersign | – | – | – | N | – | –",
            "w - r r - - - N - -  N", [Artefact.Goals]),
        ("Self-ratings | own | – | S | S | – | – | N | N | – | N",
            "w - S S - - N N - N  N", [Artefact.SelfRatings]),
        ("Airtime notes, questions, assumptions | R/W | – | R/W | – | – | – | – | – (that the meeting was held) | – | –",
            "w - w - - - - - - -  -", [Artefact.Airtime]),
        ("Actions and report backs | R/W | – | R | S | S | S | N | N | – | –",
            "w - r S S S N N - -  N", [Artefact.Actions]),
        ("Reflections | Me: own; Set: R | S | Set: R | – | – | S | S | S | – | S",
            "w S r - - S S S - S  S", [Artefact.Reflections]),
        ("Supervisor meeting record | own | – | – | own member's W | – | – | – | N | – | –",
            "w - - w - - - N - -  N", [Artefact.SupervisorMeetings]),
        ("Progress note | W | R after mid-term | W | R | R | R | R | R | – | –",
            "w R w r r r R R - -  R", [Artefact.ProgressNotes]),
        ("Door request | W | – | W | – | – | accepts, answers own sets' | R, may answer | R | – | title at mid-term",
            "w - w - - w W R - S  R", [Artefact.DoorRequests]),
        ("Client agreement, measures, solution | W | R at final | R | R; W own member's (format 1) | W own | R | R | R | – | R at final",
            "w R r w w r R R - S  R", [Artefact.Work]),
        ("Study notes, decisions | W | – | W | – | S | S | S; N | N | – | –",
            "w - w - S S S N - -  N", [Artefact.StudyNotes]),
        ("Guest invitation | W | – | W | – | – | R | – | N | own | –",
            "w - w - - r - N - -  N", [Artefact.GuestInvitations]),
        ("Workshop posts (named) | R/W | R/W | R/W | R/W | R/W | R/W | R/W | R/W, hide | R | R",
            "W W W W W W W W W R  -", [Artefact.Room]),
        ("Anonymous answers (pulse, word) | N | N | N | N | N | N | N | N | – | N",
            "N N N N N N N N - N  N", [Artefact.Anonymous]),
        ("Connections | own | – | – | – | – | – | N | N | – | N",
            "w - w w w w w w - N  N", [Artefact.Connections]),
        ("Commitments | own; S | S | S | own member's if S | own; S | own; S | own; S | N; S | – | S",
            "w S S S w w w S - S  S", [Artefact.Commitments]),
        ("Outcome report-out | W until final | R from final | R/W | R from final | R | R | W response | R | R in room | R",
            "w S w w w S W R S S  R", [Artefact.Report, Artefact.ReportAnswer]),
        ("Final report | R | R | R | R | R | R | R | W | – | –",
            "R R R R R R R W - -  W", [Artefact.FinalReport]),
        ("Willing to risk, time share | own W; set R | S | R | time share W own member's | – | – | – | N | – | –",
            "w - r w - - - N - -  N", [Artefact.Consent]),
        ("Private notes, peer feedback, \"what I noticed\" | writer and addressee only | – | writer/addressee | writer/addressee | writer/addressee | writer/addressee | writer/addressee | – | – | –",
            "w - w w w w w - - -  -", [Artefact.PrivateNotes]),
        ("Witnessed commitment | own; its witness R | witness R | witness R | witness R | witness R | witness R | witness R | N | – | –",
            "w r w w w w w N - -  N", [Artefact.Witnessed]),
        ("Expert directory, matches, workshop summary | R | R | R | R | R | R | R | R | – | matches R",
            "R R R R R R R R - -  R", [Artefact.ExpertDirectory]),
        ("Audit log (no text) | – | – | – | – | – | – | – | Admin R | – | –",
            "- - - - - - - - - -  -", [Artefact.Audit]),
    ];

    /// <summary>What has no row of its own in that section, and why it is there.</summary>
    private static readonly (Artefact Of, string Letters)[] _others =
    [
        (Artefact.House, "- - - - - - - - - -  W"), // accounts, settings, new programmes: rule (d), rights to accounts and none to content
        (Artefact.Readiness, "- - - - - - R W - -  W"), // what the checklist lacks and who went on without it
        (Artefact.ControlRoom, "- - - - - - - W - -  W"), // running a workshop
        (Artefact.Door, "- - w - - - - - - -  -"), // vouching for members: rule (h)
        (Artefact.Summary, "R - R R R R R W - -  W"), // the workshop summary of the row above, with what the facilitator hides
        (Artefact.OwnWords, "r - r r r r r r - -  -"), // rule (f), what one takes along
        (Artefact.SetChoice, "w - - - - - - - - -  -"), // a set speaks for itself; what it chose is the programme's
        (Artefact.Countersign, "- - - w w w - - - -  -"), // an act of a role: rule (h)
        (Artefact.Meetings, "w - w - - - - W - R  W"), // the dates of the timeline, and who moves them
        (Artefact.Invitations, "- - - - - - - W - -  W"), // R38, who is asked and who came
        (Artefact.Reply, "w - w w w w w w - -  -"), // one's own answer to it
        (Artefact.Decline, "w - - - - - - R - -  R"), // why somebody said no: to the office alone
        (Artefact.SetSpace, "w - w - - - - - - -  -"), // the set's own pages
        (Artefact.ReportDraft, "- - - - - - R W - -  W"), // the final report before it is published
    ];

    /// <summary>What the words of a cell allow as a letter.</summary>
    private static readonly Dictionary<string, string> _means = new(StringComparer.Ordinal)
    {
        ["–"] = "-",
        ["– (that the meeting was held)"] = "-",
        ["Admin R"] = "-",
        ["N"] = "N",
        ["S"] = "S",
        ["S; N"] = "S",
        ["N; S"] = "S",
        ["own member's if S"] = "S",
        ["R from final"] = "S",
        ["title at mid-term"] = "S",
        ["title"] = "T",
        ["title at final"] = "T",
        ["R"] = "Rr",
        ["R after mid-term"] = "R",
        ["R at final"] = "R",
        ["R in room"] = "R",
        ["matches R"] = "R",
        ["set"] = "r",
        ["Set: R"] = "r",
        ["own member's R/countersign"] = "r",
        ["W"] = "Ww",
        ["R/W"] = "Ww",
        ["R/W, hide"] = "W",
        ["R, may answer"] = "W",
        ["W response"] = "W",
        ["own"] = "w",
        ["own; S"] = "w",
        ["own W; set S"] = "w",
        ["own W; set R"] = "w",
        ["own; set once revealed"] = "w",
        ["own; its witness R"] = "w",
        ["own member's W"] = "w",
        ["time share W own member's"] = "w",
        ["W own"] = "w",
        ["W own, R in set"] = "w",
        ["W until final"] = "w",
        ["R; W own member's (format 1)"] = "w",
        ["R + confirm or send back, own member's"] = "w",
        ["accepts, answers own sets'"] = "w",
        ["Me: own; Set: R"] = "w",
        ["writer and addressee only"] = "w",
        ["writer/addressee"] = "w",
        ["witness R"] = "wr",
    };

    /// <summary>Where the program goes another way than the words of a cell, and why.</summary>
    private static readonly (string Row, int Column, char Letter, string Why)[] _otherwise =
    [
        ("Programme, timeline", 8, '-', "A guest reads in the room what the room shows: rule (h)."),
        ("Client agreement", 9, 'S', "A wall has what a set shows in its report at the final."),
        ("Guest invitation", 8, '-', "The invited open theirs by the key of their link, and hold no role."),
        ("Workshop posts", 8, 'W', "Rule (h): who has a place in the room posts there."),
        ("Connections", 2, 'w', "Whoever an activity asks tells whom they know: their own."),
        ("Connections", 3, 'w', "The same."),
        ("Connections", 4, 'w', "The same."),
        ("Connections", 5, 'w', "The same."),
        ("Connections", 6, 'w', "The same; of others the count."),
        ("Connections", 7, 'w', "The same; of others the count."),
        ("Outcome report-out", 3, 'w', "Where members report each for themselves, their supervisor answers and confirms the figures."),
        ("Outcome report-out", 4, 'w', "The client confirms the figures and says the next step."),
        ("Outcome report-out", 5, 'S', "What a set presents, from the final on."),
        ("Outcome report-out", 8, 'S', "The same, in the room."),
        ("Outcome report-out", 9, 'S', "The same."),
        ("Willing to risk", 1, '-', "There is no act that shows it to another set."),
        ("Expert directory", 9, '-', "Matches stand on the wall with the posts of the room."),
    ];

    [Fact]
    public void The_programs_table_says_what_the_domain_says_row_by_row() => Assert.Equal(
        _rows.Select(row => $"{row.Row}: {row.Letters}"), _rows.Select(row => $"{row.Row}: {Letters(row.Of, AsMember(row.Row))}"));

    [Fact]
    public void What_has_no_row_in_the_domain_stands_as_it_is_written_here() => Assert.Equal(
        _others.Select(one => $"{one.Of}: {one.Letters}"), _others.Select(one => $"{one.Of}: {Letters([one.Of], asMember: false)}"));

    [Fact]
    public void Each_artefact_is_in_one_of_the_two() => Assert.Equal(
        Enum.GetValues<Artefact>().Order(), _rows.SelectMany(row => row.Of).Concat(_others.Select(one => one.Of)).Order());

    [Fact]
    public void No_letter_gives_another_right_than_the_words_of_its_cell_but_where_it_says_why()
    {
        var found = from row in _rows
                    let words = row.Row.Split(" | ")
                    from cell in words.Skip(1).Index()
                    let letter = row.Letters.Split(' ')[cell.Index][0]
                    where !_means[cell.Item].Contains(letter, StringComparison.Ordinal)
                    select (words[0], cell.Index, letter);
        Assert.Equal(_otherwise.Select(one => (_rows.Single(row => row.Row.StartsWith(one.Row, StringComparison.Ordinal)).Row.Split(" | ")[0], one.Column, one.Letter)), found);
        Assert.All(_rows, row => Assert.Equal((11, 11), (row.Row.Split(" | ").Length, row.Letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)));
    }

    [Fact]
    public void The_admin_alone_reads_the_log_beside_the_table() => Assert.Equal([Artefact.Audit], Enum.GetValues<Artefact>().Where(AccessTable.AdminReads));

    /// <summary>Where members of all sets have the same, nothing asks which set somebody is in.</summary>
    private static bool AsMember(string row) => row.Split(" | ") is var cells && cells[1] == cells[2];

    private static string Letters(Artefact[] of, bool asMember)
    {
        char Cell(Role role) => Best(of.Select(one => Letter(AccessTable.Reads(one, role), AccessTable.Writes(one, role))));
        var other = asMember ? Cell(Role.Member) : Best(of.Select(one => Letter(AccessTable.OtherSetReads(one), Extent.None)));
        return string.Join(' ', new[]
        {
            Cell(Role.Member), other, Cell(Role.Advisor), Cell(Role.Supervisor), Cell(Role.Client),
            Cell(Role.Champion), Cell(Role.Sponsor), Cell(Role.Facilitator), Cell(Role.Guest),
            Best(of.Select(one => Letter(AccessTable.ScreenReads(one), Extent.None))),
        }) + "  " + Best(of.Select(one => Letter(AccessTable.OfficeReads(one), AccessTable.OfficeWrites(one))));
    }

    private static char Best(IEnumerable<char> letters) => letters.MaxBy(letter => "-NTSrRwW".IndexOf(letter, StringComparison.Ordinal));

    private static char Letter(Extent reads, Extent writes) => (reads, writes) switch
    {
        (_, Extent.All) => 'W',
        (_, Extent.Own) => 'w',
        (Extent.All, _) => 'R',
        (Extent.Own, _) => 'r',
        (Extent.Shared, _) => 'S',
        (Extent.Title, _) => 'T',
        (Extent.Counts, _) => 'N',
        _ => '-',
    };
}
