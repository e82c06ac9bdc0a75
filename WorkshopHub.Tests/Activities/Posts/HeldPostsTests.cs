using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>The room has moved on: "You can still finish: 30 s."</summary>
public sealed class HeldPostsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "true", HttpStatusCode.OK)]
    [InlineData(30, "true", HttpStatusCode.OK)]
    [InlineData(31, "true", HttpStatusCode.Conflict)]
    [InlineData(0, "", HttpStatusCode.Conflict)]
    public async Task A_phone_that_was_told_so_posts_for_thirty_seconds_and_then_asks_to_be_let_in(int seconds, string held, HttpStatusCode status)
    {
        await using var room = await KindRoom.StartAsync("posts", "What happened?");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        await room.GoAsync(1);
        await ClosedAsync(room, 0, seconds);

        var id = Tokens.New();
        (string, string)[] fields = [("id", id), ("kind", "Learning"), ("text", "One more thing"), ("held", held)];
        using var answer = await room.SendAsync(alma, fields);
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal("Closed", answer.Headers.GetValues("X-Answered").Single());
            await room.TakenAsync(alma, [.. fields, ("late", "true")]);
        }

        Assert.Equal(status == HttpStatusCode.OK ? "Shown" : "Late", (await alma.RowAsync(id))!.State);
    }

    [Fact]
    public async Task So_does_one_whose_activity_is_closed_while_its_item_runs_on()
    {
        await using var room = await KindRoom.StartAsync("posts", "What happened?");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        var version = await room.Site.OneAsync<long>("SELECT version FROM agenda_item WHERE id = @id", new { id = room.Items[0] });
        await room.Site.Writer.RunAsync(
            w => RunOfShow.CloseActivity(w, new Press(room.World.Workshop, room.World["Mari Kask"], room.Items[0], version)), Stop);
        using var answer = await room.SendAsync(alma, ("kind", "Learning"), ("text", "One more thing"), ("held", "true"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_end_of_a_later_look_at_it_opens_nothing()
    {
        await using var room = await KindRoom.StartAsync("posts", "What happened?");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        await room.GoAsync(2);
        await room.GoAsync(1);
        await ClosedAsync(room, 0, 600);
        using var answer = await room.SendAsync(alma, ("kind", "Learning"), ("text", "One more thing"), ("held", "true"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private static Task<int> ClosedAsync(KindRoom room, int item, int seconds) => room.Site.Writer.RunAsync(
        w => w.Execute(
            "UPDATE activity SET closed_at = @at WHERE id = (SELECT activity_id FROM agenda_item WHERE id = @id) AND closed_at IS NOT NULL",
            new { at = Utc.Text(Utc.Parse(w.Now).AddSeconds(-seconds)), id = room.Items[item] }),
        Stop);
}
