using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Pulses;

namespace WorkshopHub.Tests.Activities.Pulses;

/// <summary>A supervisor reads what all members said of the time they were promised, and never what few said.</summary>
public sealed class PromisedTimeTests
{
    [Fact]
    public async Task The_mean_of_all_is_there_once_five_answered_and_the_room_has_seen_it()
    {
        await using var room = await PulseRoom.StartAsync(Reveal.AfterClose, """{"Standard":[8]}""");
        await PulseRoom.PlantAsync(room, room.Activity, [2.8], 4);
        await StateAsync(room, "Closed");
        Assert.Null(await PartAsync(room, "Uma Supervisor")); // four
        await StateAsync(room, "Open");
        await PulseRoom.PlantAsync(room, room.Activity, [3], 1);
        Assert.Null(await PartAsync(room, "Uma Supervisor")); // not shown yet
        await StateAsync(room, "Closed");
        var line = Assert.Single((IReadOnlyList<PromisedLine>)(await PartAsync(room, "Uma Supervisor"))!.Model);
        Assert.Equal(("Flow", "2.8", 5L), (line.Programme, line.Mean, line.N));
        Assert.StartsWith("I really get the time", line.Statement, StringComparison.Ordinal);
        Assert.Null(await PartAsync(room, "Otto Outsider")); // supervises nobody
    }

    private static Task<RolePart?> PartAsync(KindRoom room, string name) => room.Site.Db.ReadAsync(
        reads => new PromisedTime().Of(reads, room.World[name], TimeProvider.System.GetUtcNow()), TestContext.Current.CancellationToken);

    private static Task<int> StateAsync(KindRoom room, string state) =>
        room.Site.SetAsync("UPDATE activity SET state = @state WHERE id = @Activity", new { state, room.Activity });
}
