using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Tests.Workshops.Rehearsal;

public sealed class SayingsTests
{
    [Fact]
    public async Task Invented_people_never_say_the_same_sentence_twice_in_one_activity()
    {
        await using var room = await KindRoom.StartAsync("posts", "What happened?");
        await room.GoAsync(0);
        using var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(sockets);
        var phones = new List<SimulatedPhone>();
        foreach (var name in new[] { "Alma Tamm", "Bo Lind", "Cecil Hart" })
        {
            var phone = new SimulatedPhone(http, new Uri($"http://127.0.0.1:{room.Site.Port}"), room.World.Workshop, seatToken: null);
            await phone.JoinAsync(World.RoomCode, room.World[name], TestContext.Current.CancellationToken);
            await phone.OpenAsync(TestContext.Current.CancellationToken);
            phones.Add(phone);
        }

        var answering = new Answering(
            room.Site.Services.GetRequiredService<Db>(), room.Site.Services.GetRequiredService<ActivityKinds>(), room.World.Workshop);
        foreach (var _ in Enumerable.Range(0, 30))
        {
            Assert.True(await answering.NextAsync(phones, TimeSpan.FromTicks(-1), _ => true, TestContext.Current.CancellationToken));
        }

        var said = await room.Site.Db.ReadAsync(reads => reads.Query<string>("SELECT text FROM post"), TestContext.Current.CancellationToken);
        Assert.Equal((30, 30), (said.Count, said.Distinct().Count()));
    }
}
