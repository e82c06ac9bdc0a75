using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Tests.Sets;

public sealed class RhythmTests
{
    private static readonly DateOnly _first = new(2030, 3, 19); // a Tuesday, two weeks after the kick-off
    private static readonly DateOnly _final = new(2030, 11, 12);

    [Fact]
    public void Meetings_are_every_two_weeks_on_the_same_weekday_until_the_final_over_both_clock_changes()
    {
        var laid = Lay([], []);
        Assert.Equal(17, laid.Count);
        Assert.All(laid, (day, index) => Assert.Equal(_first.AddDays(14 * index), day.Day));
        Assert.All(laid, day => Assert.Equal(DayOfWeek.Tuesday, day.Day!.Value.DayOfWeek));
        Assert.True(laid[^1].Day < _final);
    }

    [Fact]
    public void A_holiday_gives_way_to_the_day_behind_it_and_the_rhythm_goes_on_as_it_was()
    {
        var laid = Lay([(_first.AddDays(14), "Founder’s day")], []);
        Assert.Equal(_first.AddDays(15), laid[1].Day);
        Assert.Equal("2 April is Founder’s day", laid[1].Why);
        Assert.Equal(_first.AddDays(28), laid[2].Day);
    }

    [Fact]
    public void A_weekend_goes_to_the_nearest_working_day()
    {
        var saturdays = Rhythm.Lay(new DateOnly(2030, 3, 23), 14, _final, new WorkingDays(new Dictionary<DateOnly, string>()), new Dictionary<DateOnly, string>());
        Assert.All(saturdays, day => Assert.Equal(DayOfWeek.Friday, day.Day!.Value.DayOfWeek));
        Assert.All(saturdays, day => Assert.EndsWith("is a Saturday", day.Why, StringComparison.Ordinal));
    }

    [Fact]
    public void The_day_of_a_workshop_is_left_to_it()
    {
        var laid = Lay([], [(_first.AddDays(42), "Mid-term")]);
        Assert.Equal(_first.AddDays(43), laid[3].Day);
        Assert.Equal("30 April is the day of Mid-term", laid[3].Why);
    }

    [Fact]
    public void A_shutdown_of_two_weeks_leaves_one_meeting_out_and_says_so()
    {
        var shut = Enumerable.Range(-8, 17).Select(n => (_first.AddDays(28 + n), "Shutdown")).ToArray();
        var laid = Lay(shut, []);
        Assert.Null(laid[2].Day);
        Assert.Equal(_first.AddDays(42), laid[3].Day);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_off_days_rise_people_work_on_them_and_none_is_a_workshop(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var off = Enumerable.Range(0, chance.Next(90)).Select(_ => _first.AddDays(chance.Next(240))).Distinct().Select(day => (day, "Off")).ToArray();
            (DateOnly, string)[] shops = [(_first.AddDays(chance.Next(240)), "Mid-term")];
            var interval = chance.Next(5, 30);
            var laid = Rhythm.Lay(_first, interval, _final, Working(off), shops.ToDictionary(one => one.Item1, one => one.Item2));
            var days = laid.Select(day => day.Day).OfType<DateOnly>().ToList();
            Assert.Equal(days.Order().Distinct(), days);
            Assert.All(days, day => Assert.True(Working(off).Are(day) && day != shops[0].Item1 && day < _final));
            Assert.All(laid.Where(day => day.Day != day.Wished), day => Assert.NotEqual("", day.Why));
        }
    }

    private static IReadOnlyList<RhythmDay> Lay((DateOnly, string)[] holidays, (DateOnly, string)[] workshops) =>
        Rhythm.Lay(_first, 14, _final, Working(holidays), workshops.ToDictionary(one => one.Item1, one => one.Item2));

    private static WorkingDays Working((DateOnly, string)[] holidays) => new(holidays.ToDictionary(one => one.Item1, one => one.Item2));
}
