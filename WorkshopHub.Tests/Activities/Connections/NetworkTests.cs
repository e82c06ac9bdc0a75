using System.Globalization;
using WorkshopHub.Web.Activities.Connections;

namespace WorkshopHub.Tests.Activities.Connections;

public sealed class NetworkTests
{
    private static readonly long[] _both = [1, 6];

    [Fact]
    public void Only_pairs_of_different_units_count_and_each_direction_by_itself()
    {
        var people = People(30);
        var net = Network.Of(people, [Tied(1, 6, 3), Tied(6, 1, 2), Tied(1, 2, 3), Tied(1, 11, 1), Tied(1, 999, 3)], _both, 7);
        Assert.Equal((2, 3, 2, 1), (net.Answered, net.Known, net.Talked, net.Ring));
        Assert.Equal(50, net.Possible); // two have answered, 25 others each are of another unit
        Assert.Equal("2%", net.Percent);
        Assert.False(net.IsTold);
        Assert.Equal(1, net.Picture!.Path(bold: true).Count(sign => sign == 'M')); // both directions are one line, as strong as the stronger
        Assert.Empty(net.Picture!.Path(bold: false));
    }

    [Fact]
    public void Everybody_keeps_their_place_and_no_name_stands_in_the_picture()
    {
        var people = People(60);
        var then = Network.Of(people, [], [1, 2, 3, 4, 5], 7);
        var now = Network.Of([.. Enumerable.Reverse(people)], [Tied(1, 6, 3)], [1, 2], 7);
        Assert.Equal(then.Dots, now.Dots);
        Assert.Equal(60, then.Dots.Distinct().Count());
        Assert.All(then.Dots, dot => Assert.True(dot.X is > 20 and < 840 && dot.Y is > 15 and < 585));
        for (var one = 0; one < 60; one++)
        {
            for (var other = one + 1; other < 60; other++)
            {
                var (a, b) = (then.Dots[one], then.Dots[other]);
                Assert.True(Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2)) >= then.Picture!.Size * .8, "marks lie on one another");
            }
        }
    }

    [Fact]
    public void No_place_can_be_worked_out_from_a_persons_number_by_whoever_reads_the_page_or_the_file()
    {
        List<KnownPerson> people = [.. Enumerable.Range(1, 30).Select(id => Person(id, 1, 1)), Person(31, 2, 2)];
        var places = Enumerable.Range(1, 30).Select(id => Network.Of(people, [Tied(id, 31, 3)], [id], 7).Lines[0].From).ToList();
        var hashed = Enumerable.Range(1, 30).OrderBy(id => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"7/{id}")))), StringComparer.Ordinal).ToList();
        Assert.Equal(30, places.Distinct().Count());
        Assert.NotEqual(Enumerable.Range(1, 30).Select(id => hashed.IndexOf(id)), places);
        Assert.NotEqual(Enumerable.Range(0, 30), places);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Few_people_are_no_trouble(int count)
    {
        var net = Network.Of(People(count), [], [], 7);
        Assert.Equal((count, "0%"), (net.Dots.Count, net.Percent));
    }

    [Fact]
    public void Without_a_unit_the_set_decides()
    {
        var (one, mate, other) = (Person(1, 1, null), Person(2, 1, 5), Person(3, 2, null));
        Assert.False(one.IsElsewhere(mate));
        Assert.True(one.IsElsewhere(other));
        Assert.False(one.IsElsewhere(one));
    }

    private static Tie Tied(long from, long to, long strength) => new() { FromId = from, ToId = to, Strength = strength };

    private static List<KnownPerson> People(int count) => [.. Enumerable.Range(0, count).Select(at => Person(at + 1, 1 + (at / 5 % 6), 1 + (at / 5 % 6)))];

    private static KnownPerson Person(long id, long set, long? unit) => new()
    {
        PersonId = id,
        Name = id.ToString(CultureInfo.InvariantCulture),
        SetId = set,
        Position = set,
        SetName = $"Set {set}",
        UnitId = unit,
    };
}
