using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>Questions to clients: those who are asked write nothing, and read what all sets ask.</summary>
public sealed class ReadAlongTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_asked_reads_along_what_all_sets_write_at_once_and_writes_nothing()
    {
        await using var room = await KindRoom.StartAsync(
            "posts", "What do you need to know?", """["Member","Advisor"]""", settings: """{"Kinds":["Question"],"Readers":["Client","Sponsor"]}""");
        await room.GoAsync(0);
        using var clio = await room.PhoneAsync("Clio Client");
        using var uma = await room.PhoneAsync("Uma Supervisor");
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        var wire = room.Site.Services.GetRequiredService<LiveWire>();
        var before = wire.Age([Channels.Set(room.World.Workshop, null)]);
        await room.TakenAsync(alma, ("kind", "Question"), ("text", "Who pays when it fails?"));
        Assert.NotEqual(before, wire.Age([Channels.Set(room.World.Workshop, null)]));
        await room.TakenAsync(cecil, ("kind", "Question"), ("text", "Who was asked last time?"));
        var home = $"/w/{room.World.Workshop}";
        var page = await clio.Client.GetStringAsync(home, Stop);
        Assert.All(["Read along.", "Who pays when it fails?", "Who was asked last time?", "2 posts"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("data-composer", page, StringComparison.Ordinal);
        using var own = await room.SendAsync(clio, ("kind", "Question"), ("text", "Me too?"));
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        var other = await uma.Client.GetStringAsync(home, Stop);
        Assert.Contains("Listen.", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Who pays when it fails?", other, StringComparison.Ordinal);
        Assert.DoesNotContain("Who was asked last time?", await alma.FeedAsync(), StringComparison.Ordinal);
    }
}
