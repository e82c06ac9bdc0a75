using System.Net;
using WorkshopHub.Web.Workshops;

namespace WorkshopHub.Tests.Workshops;

public sealed class ControlPressesTests : IAsyncLifetime
{
    private readonly World _world = RoomOfToday.Plant();
    private Site _site = null!;

    private string Home => $"/w/{_world.Workshop}/control";

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_second_of_two_presses_on_the_same_thing_gets_409_and_sees_what_the_first_did()
    {
        using var one = await SignedInAsync();
        using var two = await SignedInAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(one, "start/0/0")).StatusCode);
        var late = await PressAsync(two, "start/0/0");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("was first: now it is “What have you learned?”", page, StringComparison.Ordinal);
        Assert.Equal(_world.Items[0], (await ShowAsync()).Now!.Id);
    }

    [Fact]
    public async Task The_queue_opens_on_what_waits_or_on_the_wall_where_nothing_does_and_new_posts_go_there()
    {
        using var client = await SignedInAsync();
        await _site.BeginAsync(_world);
        Assert.Contains("id=\"queue-Shown\"", await client.GetStringAsync(Home, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("id=\"queue-Hidden\"", await client.GetStringAsync(Home + "?tab=Hidden", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute("UPDATE workshop SET approve_first = 1"));
        Assert.Contains("id=\"queue-Waiting\"", await client.GetStringAsync(Home, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute("UPDATE workshop SET approve_first = 0"));
        await _site.PostAsync(_world, "Alma Tamm", "Let me in.", state: "Late");
        Assert.Contains("id=\"queue-Waiting\"", await client.GetStringAsync(Home, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_is_held_nothing_of_an_activity_can_be_run_any_more_but_what_came_late_is_still_sorted()
    {
        using var client = await SignedInAsync();
        await _site.BeginAsync(_world);
        await _site.WriteAsync(w => w.Execute("UPDATE activity SET kind = 'rounds', settings = '{}' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.Contains("class=\"rounds-desk", await client.GetStringAsync(Home, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute(
            """
            UPDATE agenda_item SET state = 'Done', ended_at = @Now, timer_running_since = NULL WHERE state = 'Running';
            UPDATE workshop SET state = 'Held', current_item_id = NULL;
            """, new { w.Now }));
        Assert.DoesNotContain("class=\"rounds-desk", await client.GetStringAsync(Home, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await _site.WriteAsync(w => w.Execute("UPDATE activity SET kind = 'posts', settings = '{}' WHERE id = @id", new { id = _world.Activities[0] }));
        Assert.Contains("data-queue-tabs", await client.GetStringAsync(Home, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_with_what_was_typed_and_nothing_changes()
    {
        using var client = await SignedInAsync();
        var title = new string('x', 121);
        var refused = await PressAsync(client, "insert/0/0", ("text", title), ("kind", "moment"), ("minutes", "5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(title, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PressAsync(client, "say/0/0", ("text", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PressAsync(client, "explode/0/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PressAsync(client, "pause/999/1")).StatusCode);
        Assert.Equal(3, (await ShowAsync()).Items.Count);
    }

    [Fact]
    public async Task What_a_form_refuses_stands_in_it_once_and_a_new_activity_is_a_talk_until_somebody_says_otherwise()
    {
        using var client = await SignedInAsync();
        using var refused = await PressAsync(client, "pair/0/0", ("code", "AAAAAA"), ("text", "Foyer"));
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (refused.StatusCode, page.Split("No wall shows this code").Length));
        Assert.Contains("value=\"moment\" selected", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Kind\" value=\"moment\"", await client.GetStringAsync(
            $"/workshops/{_world.Workshop}?after=-1", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_came_by_the_code_can_be_vouched_for_and_stands_first_members_too()
    {
        using var client = await SignedInAsync();
        await PressAsync(client, "start/0/0");
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Cecil Hart");
        var page = await client.GetStringAsync(Home, TestContext.Current.CancellationToken);
        var list = page[page.IndexOf("id=\"cr-everybody\"", StringComparison.Ordinal)..];
        Assert.InRange(list.IndexOf("Vouch for Cecil", StringComparison.Ordinal), 0, list.IndexOf("Alma Tamm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_without_its_token_is_refused()
    {
        using var client = await SignedInAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("press", "start/0/0")]);
        var answer = await client.PostAsync(Home, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await ShowAsync()).Now);
    }

    [Fact]
    public async Task Finishing_closes_the_room_and_undo_opens_it_again()
    {
        using var client = await SignedInAsync();
        await PressAsync(client, "start/0/0");
        var now = (await ShowAsync()).Now!;
        await PressAsync(client, $"finish/{now.Id}/{now.Version}");
        var show = await ShowAsync();
        Assert.Equal(("Held", null), (show.Workshop.State, show.Workshop.RoomCode));
        Assert.Matches("id=\"cr-approve\"[^>]* hidden", await client.GetStringAsync(Home, TestContext.Current.CancellationToken)); // nothing new comes to be approved
        await PressAsync(client, $"undo/0/0/{show.Undo!.Id}");
        show = await ShowAsync();
        Assert.Equal(("Live", now.Id), (show.Workshop.State, show.Now!.Id));
        Assert.NotNull(show.Workshop.RoomCode);
    }

    [Fact]
    public async Task A_post_is_hidden_at_once_told_why_and_comes_back_and_the_second_press_is_refused()
    {
        using var client = await SignedInAsync();
        await PressAsync(client, "start/0/0");
        var post = await _site.PostAsync(_world, "Alma Tamm", "Ring me on 0113 496 0999");
        var desk = Home + "/posts";
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync(Home, desk, ("press", $"hide/{post}/1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostFormAsync(Home, desk, ("press", $"hide/{post}/1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostFormAsync(Home, desk, ("press", $"why2/{post}/2"))).StatusCode);
        Assert.Equal(("Hidden", "Sent by mistake"), await PostAsync(post));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.PostFormAsync(Home, desk, ("press", $"why/{post}/3"), ("reason", " "))).StatusCode);
        await client.PostFormAsync(Home, desk, ("press", $"unhide/{post}/3"));
        Assert.Equal(("Shown", null), await PostAsync(post));
    }

    [Theory]
    [InlineData("Member", "Post")]
    [InlineData("Sponsor", "Post")]
    public async Task The_participants_view_shows_what_an_invented_person_sees_and_only_to_facilitators(string role, string sees)
    {
        using var client = await SignedInAsync();
        await PressAsync(client, "start/0/0");
        var view = $"/w/{_world.Workshop}/view?role={role}";
        var page = await client.GetStringAsync(view, TestContext.Current.CancellationToken);
        Assert.Contains("Tell what happened, then what you learned from it.", page, StringComparison.Ordinal);
        Assert.Contains(sees, page, StringComparison.Ordinal);
        using var sponsor = await SignedInAsync("sven.sponsor");
        Assert.Equal(HttpStatusCode.NotFound, (await sponsor.GetAsync(view, TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<HttpClient> SignedInAsync(string who = "mari.kask")
    {
        var client = _site.NewClient();
        await client.PostFormAsync("/signin", "/signin", ("Email", $"{who}@flow.test"), ("Password", World.Password));
        return client;
    }

    private Task<HttpResponseMessage> PressAsync(HttpClient client, string press, params (string, string)[] typed) =>
        client.PostFormAsync(Home, Home, [("press", press), .. typed]);

    private Task<Show> ShowAsync() => _site.Db.ReadAsync(
        reads => Show.Read(reads, _world.Workshop, TimeProvider.System.GetUtcNow())!, TestContext.Current.CancellationToken);

    private Task<(string?, string?)> PostAsync(string id) => _site.Db.ReadAsync(
        reads => (
            reads.First<string>("SELECT state FROM post WHERE id = @id", new { id }),
            reads.First<string>("SELECT hidden_reason FROM post WHERE id = @id", new { id })),
        TestContext.Current.CancellationToken);
}
