using System.Net;

namespace WorkshopHub.Tests.House;

/// <summary>What is in the archive stays as it is, whoever presses what.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    /// <summary>Under these stands what belongs to one programme.</summary>
    private static readonly string[] _ofProgramme =
    [
        "/programmes/{", "/sets/{", "/memberships/{", "/problems/{", "/workshops/{", "/measures/{", "/agreements/{", "/feedback/{", "/promises/{", "/doors/{",
        "/answers/{", "/decisions/{", "/outcomes/{", "/asked/{", "/quotes/{", "/reports/{",
    ];

    /// <summary>
    /// What is pressed in the archive all the same: to take a programme out of it, to begin a next one after it, to take back
    /// what one has shown, to say how long one's own is kept, and to answer how it went with a promise.
    /// </summary>
    private static readonly string[] _inArchive =
    [
        "POST /programmes/{id:long}/close archive", "POST /programmes/{id:long}/next", "POST /sets/{id:long}/journal withdraw", "POST /sets/{id:long}/journal throwaway",
        "POST /sets/{id:long}/dates address", "POST /sets/{id:long}/dates revoke", "POST /sets/{id:long}/keep",
        "POST /promises/{id:long}", "POST /promises/{id:long}/witnessed",
    ];

    /// <summary>What was over before it came into the archive, and is refused for that: to close what is closed, to reply to what has begun.</summary>
    private static readonly string[] _isOver = ["POST /programmes/{id:long}/close", "POST /workshops/{id:long}/reply"];

    /// <summary>What goes on in a set's place when its programme is closed: figures, what came of an action, one's own, how long it is kept, and what is shown or taken back.</summary>
    private static readonly string[] _whenOver =
    [
        "POST /sets/{id:long}/journal", "POST /sets/{id:long}/journal share", "POST /sets/{id:long}/journal withdraw", "POST /sets/{id:long}/journal throwaway",
        "POST /sets/{id:long}/meetings/{number:long}/reflect mine", "POST /sets/{id:long}/meetings/{number:long}/leaves press", "POST /sets/{id:long}/shared share",
        "POST /sets/{id:long}/shared press", "POST /sets/{id:long}/dates address", "POST /sets/{id:long}/dates revoke", "POST /sets/{id:long}/keep",
        "POST /sets/{id:long}/experts back", "POST /sets/{id:long}/questions back", "POST /sets/{id:long}/actions/{number:long} note",
        "POST /sets/{id:long}/actions/{number:long}/tell", "POST /sets/{id:long}/work/{membership:long?} read", "POST /sets/{id:long}/work/{membership:long?} unask",
        "POST /sets/{id:long}/meetings/{number:long} open", // refuses itself: MeetingRightsTests
    ];

    private readonly World _world = World.Plant();
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task In_the_archive_nothing_is_pressed_any_more()
    {
        using var stage = await AccessStage.SetAsync(_world, _site);
        await _site.SetAsync("UPDATE workshop SET state = 'Held'");
        await _site.SetAsync("UPDATE programme SET state = 'Closed', archived_at = '2026-03-11T09:00:00.000Z' WHERE id = @Programme", new { _world.Programme });
        var wrong = new List<string>();
        var before = await ChangesAsync();
        var asked = 0;
        foreach (var act in KnownAct.All.Where(act => act is { Verb: "POST", Address: not null } && !_inArchive.Contains(act.Key)
            && _ofProgramme.Any(one => act.Route.StartsWith(one, StringComparison.Ordinal))
            && !act.Address!(stage.Planted).Contains($"/{stage.Planted.OtherMembership}/", StringComparison.Ordinal)))
        {
            if (stage.Callers.FirstOrDefault(caller => caller.Person is not null && caller.May(act.Who)) is not { } caller)
            {
                continue;
            }

            asked++;
            using var request = new HttpRequestMessage(HttpMethod.Post, act.Address!(stage.Planted));
            request.Content = new FormUrlEncodedContent(act.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            request.Headers.Add("RequestVerificationToken", caller.Token);
            using var answer = await caller.Client.SendAsync(request, Stop);
            if (answer.StatusCode is not (HttpStatusCode.Locked or HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                && !(answer.StatusCode is HttpStatusCode.UnprocessableEntity && _isOver.Contains(act.Key)))
            {
                wrong.Add($"{act.Key} answers {(int)answer.StatusCode} {answer.Headers.Location} to {caller.Name}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await ChangesAsync());
        Assert.True(asked > 100, $"Only {asked} were asked.");
    }

    [Fact]
    public async Task When_a_programme_is_closed_what_its_sets_wrote_is_only_read()
    {
        using var stage = await AccessStage.SetAsync(_world, _site);
        await _site.SetAsync("UPDATE workshop SET state = 'Held'");
        await _site.SetAsync("UPDATE set_meeting SET state = 'Held' WHERE state = 'Open'");
        await _site.SetAsync("UPDATE programme SET state = 'Closed' WHERE id = @Programme", new { _world.Programme });
        var (wrong, asked, before) = (new List<string>(), 0, await ChangesAsync());
        foreach (var act in KnownAct.All.Where(act => act is { Verb: "POST", Address: not null } && act.Route.StartsWith("/sets/{", StringComparison.Ordinal) && !_whenOver.Contains(act.Key)))
        {
            var caller = stage.Callers.First(caller => caller.Person is not null && caller.May(act.Who));
            asked++;
            using var request = new HttpRequestMessage(HttpMethod.Post, act.Address!(stage.Planted));
            request.Content = new FormUrlEncodedContent(act.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            request.Headers.Add("RequestVerificationToken", caller.Token);
            request.Headers.Add("Accept", "text/html");
            using var answer = await caller.Client.SendAsync(request, Stop);
            if (answer.StatusCode is not HttpStatusCode.Locked || !(await answer.Content.ReadAsStringAsync(Stop)).Contains("This programme is closed", StringComparison.Ordinal))
            {
                wrong.Add($"{act.Key} answers {(int)answer.StatusCode} {answer.Headers.Location} to {caller.Name}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await ChangesAsync());
        Assert.True(asked > 40, $"Only {asked} were asked.");
        Assert.All(_whenOver, key => Assert.Contains(KnownAct.All, act => act.Key == key));
        // Nothing is offered that is refused: each form that is left goes where it is taken.
        var alma = stage.Callers.First(caller => caller.May(May.Member)).Client;
        foreach (var page in KnownPage.All.Where(page => page.Address is not null && page.Route.StartsWith("/sets/{", StringComparison.Ordinal)))
        {
            using var answer = await alma.GetAsync(page.Address!(stage.Planted), Stop);
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            string[] refused =
            [
                "handler=Note\"", "handler=Decide", "handler=Phase", "handler=State", "handler=Measure", "handler=Ask\"", "handler=agree", "handler=Learn", "handler=Link",
                "handler=Move", "handler=Add\"", "handler=Cancel", "handler=Answer", "Write the next version", "Write the solution", "Write on it", "Something I will try", "Ask for a door</h2>",
            ];
            Assert.All(refused, words => Assert.False(html.Contains(words, StringComparison.OrdinalIgnoreCase) && !page.Route.EndsWith("/actions/{number:long}", StringComparison.Ordinal), $"{page.Route} offers {words}"));
        }
    }

    [Fact]
    public async Task A_meeting_that_ran_when_the_programme_was_closed_is_brought_to_its_end()
    {
        await using var one = await Sets.Meetings.LiveMeeting.StartAsync();
        await one.There.Site.SetAsync("UPDATE programme SET state = 'Closed'");
        await one.DoesAsync("Alma Tamm", "?handler=here");
        await one.DoesAsync("Alma Tamm", "/close", ("allTheSame", "true"));
        Assert.Equal("Held", await one.StateAsync());
        using var late = await one.PressAsync("Alma Tamm", "?handler=here");
        Assert.Equal(HttpStatusCode.Locked, late.StatusCode);
    }

    private Task<string> ChangesAsync() => _site.Db.ReadAsync(
        reads => reads.First<string>("SELECT number || ' ' || (SELECT count(*) FROM audit) FROM revision")!, Stop);
}
