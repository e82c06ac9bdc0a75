using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Screens;

/// <summary>A facilitator who works the screens by plain forms, and what a test plants beside them.</summary>
internal sealed class ScreenDesk(World world, Site site, HttpClient client) : IDisposable
{
    private string Control => $"/w/{world.Workshop}/control";

    public static async Task<ScreenDesk> OpenAsync(World world, Site site) =>
        new(world, site, await Office.SignInAsync(site, World.Mail("Mari Kask")));

    /// <summary>The control room as it is now.</summary>
    public Task<string> PageAsync(string ask = "") => client.GetStringAsync(Control + ask, TestContext.Current.CancellationToken);

    /// <summary>Presses a button as it stands.</summary>
    public Task<HttpResponseMessage> RawAsync(string press, params (string, string)[] typed) =>
        client.PostFormAsync(Control, Control, [("press", press), .. typed]);

    /// <summary>Presses a button of a screen as the page shows it now.</summary>
    public async Task<HttpStatusCode> ScreenAsync(string name, string verb, string argument)
    {
        var (id, version) = await site.Db.ReadAsync(reads => (
            reads.First<long>("SELECT id FROM screen WHERE name = @name", new { name }),
            reads.First<long>("SELECT version FROM screen WHERE name = @name", new { name })));
        using var answer = await RawAsync(string.Create(CultureInfo.InvariantCulture, $"{verb}/{id}/{version}/{argument}"));
        return answer.StatusCode;
    }

    /// <summary>Hides a post in the queue.</summary>
    public async Task HideAsync(string post)
    {
        var version = await site.Db.ReadAsync(reads => reads.First<long>("SELECT version FROM post WHERE id = @post", new { post }));
        using var answer = await client.PostFormAsync(Control, Control + "/posts", ("press", $"hide/{post}/{version}"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Goes on to the next item.</summary>
    public async Task NextAsync()
    {
        var (item, version) = await site.Db.ReadAsync(reads => (
            reads.First<long>("SELECT current_item_id FROM workshop WHERE id = @Workshop", world),
            reads.First<long>("SELECT i.version FROM agenda_item i JOIN workshop w ON w.current_item_id = i.id WHERE w.id = @Workshop", world)));
        using var answer = await RawAsync($"next/{item}/{version}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Says that a planted post has come, as its handler does.</summary>
    public static async Task SayAsync(Site site, string post)
    {
        var card = await site.Db.ReadAsync(reads => PostQueries.One(reads, post));
        site.Services.GetRequiredService<PostsLive>().Changed(PostPlace.Of(card!));
    }

    public void Dispose() => client.Dispose();
}
