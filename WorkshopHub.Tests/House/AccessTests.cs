using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WorkshopHub.Tests.House;

public sealed class AccessTests : IAsyncLifetime
{
    private static readonly string[] _doors = ["/signin", "/errors", "/j"];

    private readonly World _world = World.Plant();
    private Site _site = null!;

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var there = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Order();

        Assert.Equal(KnownPage.All.Select(page => page.Route).Order(), there);
    }

    [Fact]
    public async Task Pages_open_for_those_who_may_and_for_nobody_else()
    {
        using var nobody = _site.NewClient();
        using var outsider = await SignedInAsync("Otto Outsider");
        using var sponsor = await SignedInAsync("Sven Sponsor");
        using var facilitator = await SignedInAsync("Mari Kask");
        using var phone = await JoinedAsync("Alma Tamm");
        var wrong = new List<string>();
        foreach (var page in KnownPage.All.Where(page => page.Address is not null))
        {
            var address = page.Address!(_world);
            (HttpClient Client, bool May, string Who)[] visitors =
            [
                (nobody, page.Who is May.Anybody, "nobody"),
                (outsider, page.Who is May.Anybody, "an outsider"),
                (sponsor, page.Who is May.Anybody or May.Part or May.PhoneOrPart, "the sponsor"),
                (facilitator, page.Who is not May.Phone, "the facilitator"),
                (phone, page.Who is not (May.Facilitator or May.Part), "a phone"),
            ];
            foreach (var (client, may, who) in visitors)
            {
                var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                if (may != IsOpen(answer))
                {
                    wrong.Add($"{address} answers {(int)answer.StatusCode} {answer.Headers.Location} to {who}, who may{(may ? "" : " not")}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // A phone that opens the door is led to its place: that is open too.
    private static bool IsOpen(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.OK
        || (answer.Headers.Location is { } there
            && !_doors.Any(door => Path(there).StartsWith(door, StringComparison.Ordinal)));

    private static string Path(Uri address) => address.IsAbsoluteUri ? address.AbsolutePath : address.OriginalString;

    private async Task<HttpClient> SignedInAsync(string name)
    {
        var client = _site.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var answer = await client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    private async Task<HttpClient> JoinedAsync(string name)
    {
        var client = _site.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var answer = await client.PostFormAsync(
            $"/j/{World.RoomCode}?set={_world.Sets[0].Id}", $"/j/{World.RoomCode}?handler=pick", ("person", $"{_world[name]}"));
        Assert.Equal($"/w/{_world.Workshop}", answer.Headers.Location?.OriginalString);
        return client;
    }
}
