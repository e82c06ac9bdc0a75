namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>Whom a set works for is not one of its members.</summary>
public sealed class ClientNeedTests
{
    [Fact]
    public async Task A_member_who_is_the_client_of_what_their_set_takes_on_is_told()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync(
            "UPDATE problem SET client_id = @one WHERE programme_id = @Id AND position = 1; UPDATE sets SET problem_id = (SELECT id FROM problem WHERE programme_id = @Id AND position = 1) WHERE id = @set");
        Assert.Contains("Nils1 Next is client and member of Set 1", (await room.OpenAsync("mix")).Plain, StringComparison.Ordinal);
    }
}
