using WorkshopHub.Web.Sets.Meetings;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>The computed agenda of a day.</summary>
public sealed class DayTests
{
    [Theory]
    [InlineData(6, 60, 0, 0, "17:05")]
    [InlineData(5, 60, 0, 0, "16:05")]
    [InlineData(4, 60, 0, 0, "15:05")]
    [InlineData(5, 40, 0, 100, "16:05")] // shorter turns make room for the work
    [InlineData(5, 60, 30, 0, "16:35")]
    public void It_follows_from_who_is_here_and_how_the_day_is_cut(int people, long slot, long guest, long work, string ends)
    {
        var day = Of(people, slot, guest, work);

        Assert.Equal(TimeOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), day[^1].Ends);
        Assert.Equal(people, day.Count(item => item.Slot is not null));
        Assert.Equal(75, day.Where(item => item.Step is null).Sum(item => item.Minutes));
    }

    [Fact]
    public void Five_have_a_break_after_two_lunch_after_three_and_a_break_after_four()
    {
        Assert.Equal(
            ["8:30 Check-in", "8:50 Report back", "9:20 Order of airtime", "9:20 A", "10:20 B", "11:20 Break", "11:35 C", "12:35 Lunch", "13:20 D",
                "14:20 Break", "14:35 E", "15:35 Reflection", "16:05 What leaves the room"],
            Of(5, 60, 0, 0).Select(item => $"{item.Clock} {item.Title}"));
    }

    [Theory]
    [InlineData("8:45", "9:20 A guest, 10:05 A")]
    [InlineData("12:20", "12:35 A guest, 13:20 Lunch")]
    [InlineData("13:00", "13:20 A guest, 14:05 D")]
    [InlineData("15:40", "15:35 A guest, 16:20 Reflection")]
    public void A_guest_comes_in_between_two_turns_as_near_as_can_be_to_when_they_were_asked(string asked, string comes)
    {
        var day = Of(5, 60, 45, 0, TimeOnly.Parse(asked, System.Globalization.CultureInfo.InvariantCulture));
        var at = day.Index().Single(item => item.Item.IsGuest).Index;
        Assert.Equal(comes, string.Join(", ", day.Skip(at).Take(2).Select(item => $"{item.Clock} {item.Title}")));
        Assert.Equal("16:50", day[^1].Clock);
    }

    [Fact]
    public void Members_with_problems_of_their_own_have_an_hour_each_and_no_block_of_work()
    {
        Assert.DoesNotContain(MeetingStep.Work, MeetingStep.Of(common: false));
        Assert.Equal(0, DayCut.Read(common: false, 60, 0, 90).WorkMinutes);
        Assert.Throws<WorkshopHub.Web.Data.RefusedException>(() => DayCut.Read(common: false, 45, 0, 0));
    }

    private static IReadOnlyList<DayItem> Of(int people, long slot, long guest, long work, TimeOnly? asked = null) => MeetingDay.Of(
        new TimeOnly(8, 30), [.. Enumerable.Range(0, people).Select(index => new DaySlot(index + 1, ((char)('A' + index)).ToString(), slot))],
        new DayCut(slot, guest, work), common: true, asked);
}
