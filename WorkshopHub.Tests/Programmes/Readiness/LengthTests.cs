using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>How long a programme usually is: by its format first, and by its time mode where sets take the sponsor’s problems.</summary>
public sealed class LengthTests
{
    [Theory]
    [InlineData("OwnProblem", "PartTime", "4 to 6", "06-15", "07-01", "09-01", "09-15")]
    [InlineData("OwnProblem", "FullTime", "4 to 6", "06-15", "07-01", "09-01", "09-15")]
    [InlineData("CommonProblem", "FullTime", "3 to 4", "05-15", "06-01", "07-01", "07-15")]
    [InlineData("CommonProblem", "PartTime", "5 to 7", "07-15", "08-01", "10-01", "10-15")]
    public async Task Shorter_and_longer_than_usual_is_told_and_both_bounds_are_usual(string format, string mode, string usual, string tooShort, string least, string most, string tooLong)
    {
        await using var room = await ReadyRoom.OpenAsync(format, sets: 1);
        await room.BreakAsync($"UPDATE programme SET time_mode = '{mode}' WHERE id = @Id");
        foreach (var (end, state) in new[] { (tooShort, NeedState.Open), (least, NeedState.Done), (most, NeedState.Done), (tooLong, NeedState.Open) })
        {
            await room.BreakAsync($"UPDATE programme SET end_date = '2027-{end}' WHERE id = @Id");
            var need = Assert.Single(await room.NeedsAsync(), need => need.Group == "length");
            Assert.Equal((end, state, $"Usual are {usual}."), (end, need.State, need.Detail));
        }
    }
}
