using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>What the report tells of who would ring whom, held against what could be worked out from it.</summary>
public sealed class NetworkToldTests
{
    [Fact]
    public void A_cell_that_is_withheld_is_never_the_whole_less_the_others()
    {
        var net = NetworkTold.Of(new NetworkFinding(Found(Ring: [3, 12, 9, 20]), null)).Now;
        Assert.Equal([null, 12, null, 20], net.Cells.Select(cell => cell.Ring));
        Assert.Equal([12, 9, 20, 8], NetworkTold.Of(new NetworkFinding(Found(Ring: [12, 9, 20, 8]), null)).Now.Cells.Select(cell => cell.Ring));
    }

    [Fact]
    public void Cells_that_are_withheld_hold_five_at_least_together_or_each_would_be_known_to_be_none()
    {
        Assert.Equal([null, null, null, 20], NetworkTold.Of(new NetworkFinding(Found(Ring: [0, 0, 9, 20]), null)).Now.Cells.Select(cell => cell.Ring));
        Assert.Equal([null, null, 9, 20], NetworkTold.Of(new NetworkFinding(Found(Ring: [3, 2, 9, 20]), null)).Now.Cells.Select(cell => cell.Ring));
    }

    [Fact]
    public void Sets_with_fewer_than_five_who_answered_share_one_kind_of_mark()
    {
        var found = Found(Ring: [12, 9, 20, 8]) with
        {
            Dots = [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3],
            Lines = [.. Enumerable.Range(0, 5).Select(dot => (dot, dot + 5, 3L)), .. Enumerable.Range(0, 5).Select(dot => (dot, dot == 4 ? 5 : dot + 6, 2L))],
            Groups = [("One", 1), ("Two and Three", 0)],
        };
        var net = NetworkTold.Of(new NetworkFinding(found, found with { Groups = [] }));
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1], net.Now.Dots);
        Assert.All(net.Then!.Dots, place => Assert.Equal(0, place)); // where not even two groups of five are told, no set is
        Assert.Equal([2, 2, 2, 2, 2, 3, 3, 3, 3, 3], net.Now.Lines.Select(line => line.Strength).Order());
        Assert.All(net.Now.Lines, line => Assert.Equal((0, 1), (net.Now.Dots[line.From], net.Now.Dots[line.To])));
    }

    [Fact]
    public void The_picture_draws_no_bold_line_between_groups_whose_cells_are_withheld_and_none_that_count_one_to_four()
    {
        var lines = Enumerable.Range(0, 6).Select(dot => new DotLine(dot, dot + 6, 3)).Append(new DotLine(0, 7, 2)).ToList();
        Assert.Equal(Enumerable.Repeat(3, 6), Drawn(lines, 7, 6)); // told both ways; the one fine line is left out
        Assert.Equal(Enumerable.Repeat(2, 7), Drawn(lines, null, 6));
        Assert.Equal(Enumerable.Repeat(2, 7), Drawn(lines, null, null));
        Assert.Empty(Drawn(lines[..4], 7, 6)); // most of them are in both directions: still few
        Assert.Empty(Drawn(lines[..4], null, null));

        static IEnumerable<int> Drawn(List<DotLine> lines, int? there, int? back) => NetworkTold.Drawn(new NetworkOn
        {
            On = new DateOnly(2026, 9, 15),
            Workshop = "Final",
            Answered = 12,
            Possible = 72,
            Known = 40,
            Talked = 30,
            Ring = 13,
            Lines = lines,
            Dots = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2],
            Groups = ["One", "Two"],
            Places = [1, 2],
            Cells = [new(0, 0, 0, null), new(0, 1, 36, there), new(1, 0, 36, back), new(1, 1, 0, null)],
        }).Lines.Select(line => line.Strength);
    }

    [Fact]
    public void What_was_asked_three_times_is_told_of_the_first_time_and_the_last()
    {
        var (first, middle, last) = (At("Kick-off", 3), At("Half-way", 6), At("Final", 9));
        var seen = first with { Known = 80 }; // the first time as the second tells it, with the people of both
        var two = TogetherRows.FirstAndLast(TogetherRows.FirstAndLast(null, new NetworkFinding(first, null)), new NetworkFinding(middle, seen));
        Assert.Equal((middle, seen), (two.Now, two.Then));
        var three = TogetherRows.FirstAndLast(two, new NetworkFinding(last, middle));
        Assert.Equal((last, seen), (three.Now, three.Then));
        Assert.Equal((last, first), Told(new NetworkFinding(first, null), new NetworkFinding(last, null)));
        Assert.Equal((last, middle), Told(new NetworkFinding(last, middle)));
        Assert.Equal((last, null), Told(new NetworkFinding(last, null)));
        var told = NetworkTold.Of(three);
        Assert.Equal(("Kick-off", "Final"), (told.Then!.Workshop, told.Now.Workshop));

        static NetworkFound At(string workshop, int month) => Found(Ring: [12, 9, 20, 8]) with { When = new OtherTimes(new DateOnly(2026, month, 15), workshop) };

        static (NetworkFound Now, NetworkFound? Then) Told(params NetworkFinding[] times)
        {
            var found = times.Aggregate((NetworkFinding?)null, TogetherRows.FirstAndLast)!;
            return (found.Now, found.Then);
        }
    }

    private static NetworkFound Found(int[] Ring) => new()
    {
        When = new OtherTimes(new DateOnly(2026, 9, 15), "Final"),
        Answered = 11,
        Expected = 11,
        Possible = 100,
        Known = 90,
        Talked = 60,
        Ring = Ring.Sum(),
        Groups = [("One", 1), ("Two", 2)],
        Cells = [.. Ring.Select((ring, at) => (at / 2, at % 2, 25, ring < 5 ? (int?)null : ring))],
    };
}
