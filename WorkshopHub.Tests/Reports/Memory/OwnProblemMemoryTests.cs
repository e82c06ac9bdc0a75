using System.Net;

namespace WorkshopHub.Tests.Reports.Memory;

/// <summary>Where everybody has a problem of their own, each releases their own outcome, and nobody else can.</summary>
public sealed class OwnProblemMemoryTests
{
    [Fact]
    public async Task A_member_releases_their_own_outcome_alone()
    {
        await using var world = await RememberingWorld.OpenAsync(ownProblem: true);
        await world.ShareAsync("Bo Lind", "Outcome", $"{world.Outcome}", HttpStatusCode.Conflict);
        Assert.DoesNotContain(RememberingWorld.Learned, await world.MemoryAsync("Otto Outsider"), StringComparison.Ordinal);
        await world.ShareAsync("Alma Tamm", "Outcome", $"{world.Outcome}");
        var page = await world.MemoryAsync("Otto Outsider");
        Assert.Contains(RememberingWorld.Learned, page, StringComparison.Ordinal);
        Assert.Contains("Alma Tamm", page, StringComparison.Ordinal);
        await world.PressAsync("Bo Lind", "no", "Outcome", HttpStatusCode.Conflict);
        await world.PressAsync("Alma Tamm", "no", "Outcome");
        Assert.DoesNotContain(RememberingWorld.Learned, await world.MemoryAsync("Otto Outsider"), StringComparison.Ordinal);
    }
}
