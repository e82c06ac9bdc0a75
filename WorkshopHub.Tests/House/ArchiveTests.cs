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

    private Task<string> ChangesAsync() => _site.Db.ReadAsync(
        reads => reads.First<string>("SELECT number || ' ' || (SELECT count(*) FROM audit) FROM revision")!, Stop);
}
