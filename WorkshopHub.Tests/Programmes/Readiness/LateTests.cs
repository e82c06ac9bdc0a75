namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>Who is reminded, and until when.</summary>
public sealed class LateTests
{
    [Fact]
    public async Task Nobody_is_reminded_of_a_kick_off_that_is_over_nor_of_anything_once_the_programme_is_closed()
    {
        await using var room = await ReadyRoom.OpenAsync();
        Assert.Contains("whether you come to the kick-off", await room.BoardAsync(), StringComparison.Ordinal);
        await room.BreakAsync("UPDATE programme SET state = 'Running' WHERE id = @Id; DELETE FROM authority_statement WHERE programme_id = @Id");
        var running = await room.BoardAsync();
        Assert.DoesNotContain("whether you come to the kick-off", running, StringComparison.Ordinal);
        Assert.Contains("Nudge everybody who is late", running, StringComparison.Ordinal);
        await room.BreakAsync("UPDATE programme SET state = 'Closed' WHERE id = @Id");
        var closed = await room.BoardAsync();
        Assert.Contains("It is over", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("Nudge", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("Go on all the same", closed, StringComparison.Ordinal);
    }
}
