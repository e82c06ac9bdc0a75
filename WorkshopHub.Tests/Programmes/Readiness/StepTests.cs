using System.Net;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>The board says what the next step asks, and a step is taken back to where it came from.</summary>
public sealed class StepTests
{
    private const string Choose = "UPDATE sets SET problem_id = (SELECT p.id FROM problem p WHERE p.programme_id = @Id AND p.position = sets.position) WHERE programme_id = @Id";

    [Fact]
    public async Task What_stops_the_start_on_the_board_stops_it()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Ready");
        await room.BreakAsync(Choose);
        await room.BreakAsync("DELETE FROM role_assignment WHERE role = 'Advisor' AND set_id = @set");
        var board = WebUtility.HtmlDecode(await room.BoardAsync());
        var (status, _) = await room.PostAsync("?handler=GoOn", ("from", "Ready"));
        Assert.Equal((true, HttpStatusCode.UnprocessableEntity, "Ready"), (board.Contains("One thing stops the start", StringComparison.Ordinal), status, await room.StateAsync()));
        Assert.DoesNotContain("sets have an advisor", board, StringComparison.Ordinal); // four of five is not done
    }

    [Fact]
    public async Task What_stops_the_start_stands_on_the_board()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Ready");
        var board = WebUtility.HtmlDecode(await room.BoardAsync());
        var (status, _) = await room.PostAsync("?handler=GoOn", ("from", "Ready"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Five things stop the start.", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing stops the start.", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wanted_before_the_first_meeting_is_counted_once_it_has_begun()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Running");
        var open = (await room.NeedsAsync()).Count(need => need.Stage == Stage.FirstMeeting && need.State == NeedState.Open);
        Assert.True(open > 1, $"{open} are open");
        Assert.Contains($"{Checklist.Number(open)} more are wanted before the sets meet for the first time.", WebUtility.HtmlDecode(await room.BoardAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_that_somebody_has_left_since_stops_the_start_no_more()
    {
        await using var room = await ReadyRoom.OpenAsync(state: "Ready");
        await room.BreakAsync(Choose);
        await room.BreakAsync("UPDATE membership SET left_at = @Now WHERE person_id = @one");
        Assert.Contains("Nothing stops the start", WebUtility.HtmlDecode(await room.BoardAsync()), StringComparison.Ordinal);
        await room.PostAsync("?handler=GoOn", ("from", "Ready"));
        Assert.Equal("Running", await room.StateAsync());
    }

    [Fact]
    public async Task An_early_close_is_taken_back_to_where_it_was()
    {
        await using var room = await ReadyRoom.OpenAsync();
        using var closed = await room.Mari.PostAsync($"/programmes/{ReadyRoom.N(room.Id)}/close", "", ("Reason", "The depot burnt down, and everybody is needed there."));
        Assert.Equal("Closed", await room.StateAsync());
        Assert.Contains("One step back, to Recruiting", await room.BoardAsync(), StringComparison.Ordinal);
        await room.PostAsync("?handler=GoBack", ("from", "Closed"));
        Assert.Equal("Recruiting", await room.StateAsync());
    }
}
