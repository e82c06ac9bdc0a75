using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>People of two rooms write at once: the facilitator reads, hides and brings back what each of them sent.</summary>
public sealed class SecondDeskTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;

    public SecondDeskTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Control => $"/w/{_world.Workshop}/control";

    public async ValueTask InitializeAsync() => await _site.Writer.RunAsync(w =>
    {
        var rooms = new { first = _world.Items[0], second = _world.Items[2], _world.Workshop, w.Now };
        w.Execute(
            """
            UPDATE agenda_item SET state = 'Running', started_at = @Now, timer_running_since = @Now, room = iif(id = @second, 2, 1)
            WHERE id IN (@first, @second)
            """, rooms);
        w.Execute("UPDATE workshop SET current_item_id = @first, second_item_id = @second WHERE id = @Workshop", rooms);
        return w.Execute("UPDATE activity SET state = 'Open' WHERE id IN (SELECT activity_id FROM agenda_item WHERE id IN (@first, @second))", rooms);
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_hides_a_post_of_the_second_room_without_scripts_comes_back_to_what_is_hidden_there()
    {
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var kaia = await PlainPhone.JoinAsync(_world, _site, "Kaia Lepik");
        var (hers, theirs) = (Tokens.New(), Tokens.New());
        (await alma.PostAsync("Said in room one", hers)).EnsureSuccessStatusCode();
        (await kaia.PostAsync("Said in room two", theirs, item: 2)).EnsureSuccessStatusCode();
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));

        Assert.Equal($"{Control}?tab=room-2-Hidden", await WhereAsync(mari, $"hide/{theirs}/1"));
        Assert.Equal($"{Control}?tab=Hidden", await WhereAsync(mari, $"hide/{hers}/1"));
        Assert.Equal($"{Control}?tab=Waiting", await WhereAsync(mari, $"unhide/{theirs}/2"));
    }

    private async Task<string?> WhereAsync(HttpClient facilitator, string press)
    {
        using var answer = await facilitator.PostFormAsync(Control, $"{Control}/posts", ("press", press));
        return answer.Headers.Location?.OriginalString;
    }

    [Fact]
    public async Task Each_room_has_its_wall_and_what_is_hidden_and_what_waits_is_one_list()
    {
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var kaia = await PlainPhone.JoinAsync(_world, _site, "Kaia Lepik");
        var (hers, theirs) = (Tokens.New(), Tokens.New());
        (await alma.PostAsync("Said in room one", hers)).EnsureSuccessStatusCode();
        (await kaia.PostAsync("Said in room two", theirs, item: 2)).EnsureSuccessStatusCode();
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        var first = await mari.GetStringAsync($"{Control}?handler=part&part=queue&tab=Shown", Stop);
        Assert.Contains("Said in room one", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Said in room two", first, StringComparison.Ordinal);
        var second = await mari.GetStringAsync($"{Control}?handler=part&part=queue&tab=room-2-Shown", Stop);
        Assert.Contains("Said in room two", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Said in room one", second, StringComparison.Ordinal);
        Assert.Contains("control?tab=room-2-Hidden\"", await mari.GetStringAsync($"{Control}?handler=part&part=queue&tab=room-2", Stop), StringComparison.Ordinal);

        // What is pushed comes into the list of its room, on whichever desk stands open.
        Assert.Equal(("queue-Shown", "queue-room-2-Shown", "queue-Waiting"),
            (PostQueue.ListOf("Shown", false), PostQueue.ListOf("Shown", true), PostQueue.ListOf("Waiting", true)));
        Assert.Contains("id=\"queue-room-2-Shown\"", second, StringComparison.Ordinal);
        Assert.All(
            await _site.Db.ReadAsync(reads => new[] { hers, theirs }.Select(id => PostQueue.CardIn(reads, id, "Shown")).ToList(), Stop), Assert.NotNull);

        await _site.Writer.RunAsync(w => w.Execute("UPDATE post SET state = 'Hidden' WHERE id = @theirs", new { theirs }), Stop);
        Assert.Contains("Said in room two", await mari.GetStringAsync($"{Control}?handler=part&part=queue&tab=room-2-Hidden", Stop), StringComparison.Ordinal);
        await _site.Writer.RunAsync(w => w.Execute("UPDATE post SET state = 'Waiting' WHERE id = @theirs", new { theirs }), Stop);
        Assert.Contains("Said in room two", await mari.GetStringAsync($"{Control}?handler=part&part=queue&tab=Waiting", Stop), StringComparison.Ordinal);
    }
}
