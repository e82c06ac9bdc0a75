using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.House;

/// <summary>Everybody who may come asks for everything that can be asked.</summary>
public sealed partial class AccessTests : IAsyncLifetime
{
    private static readonly string[] _doors = ["/signin?", "/errors", "/j", "/wall"];

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
    public async Task Every_endpoint_says_who_may()
    {
        var loader = _site.Services.GetRequiredService<PageLoader>();
        var there = new HashSet<string>();
        foreach (var endpoint in _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            // Styles, scripts and pictures are for everybody.
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                && endpoint.RoutePattern.RawText?.StartsWith("{**path", StringComparison.Ordinal) is not true))
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                there.Add($"GET {route}");
                foreach (var handler in (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods
                    .Where(handler => handler.HttpMethod is not "Page"))
                {
                    there.Add(KnownAct.KeyOf(handler.HttpMethod, route, handler.Name));
                }
            }
            else
            {
                there.UnionWith((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(verb => $"{verb} {route}"));
            }
        }

        var known = KnownPage.All.Select(page => $"GET {page.Route}").Concat(KnownAct.All.Select(act => act.Key));
        Assert.Equal(known.Distinct().Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_one_may_not_is_refused_and_changes_nothing_and_each_of_it_is_open_to_somebody()
    {
        using var stage = await AccessStage.SetAsync(_world, _site);
        var pages = KnownPage.All.Select(page => new KnownAct("GET", page.Route, "", page.Who, page.Address) { Says = page.Says });
        var acts = pages.Concat(KnownAct.All).Where(act => act.Address is not null && act.Verb is not "*").ToList();
        var wrong = new ConcurrentQueue<string>();
        var before = await ChangesAsync();

        // Nothing of this may change anything, so all come at once; only where something did are they asked one by one.
        await Parallel.ForEachAsync(stage.Callers, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stop }, async (caller, _) =>
        {
            foreach (var act in acts.Where(act => !caller.May(act.Who)))
            {
                await CheckAsync(stage, caller, act, may: false, wrong);
            }
        });
        if (before != (before = await ChangesAsync()))
        {
            wrong.Enqueue("Somebody who may not has changed something.");
            foreach (var (caller, act) in stage.Callers.SelectMany(caller => acts.Where(act => !caller.May(act.Who)).Select(act => (caller, act))))
            {
                await CheckAsync(stage, caller, act, may: false, new ConcurrentQueue<string>());
                if (before != (before = await ChangesAsync()))
                {
                    wrong.Enqueue($"{act.Verb} {act.Route} {act.Handler} changed something for {caller.Name}");
                }
            }
        }

        foreach (var act in acts.OrderBy(act => act.Once))
        {
            var may = stage.Callers.Where(caller => caller.May(act.Who)).ToList();
            Assert.True(may.Count > 0 || act.Who == May.Nobody, $"Nobody may {act.Verb} {act.Route} {act.Handler}");
            foreach (var caller in act.Once ? may.Take(1) : may)
            {
                await CheckAsync(stage, caller, act, may: true, wrong);
            }
        }

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_hub_lets_each_watch_what_is_theirs()
    {
        using var stage = await AccessStage.SetAsync(_world, _site);
        var (wrong, there) = (new List<string>(), stage.Planted);
        (string View, long Of, Func<Caller, bool> May)[] views =
        [
            ("phone", _world.Workshop, caller => caller.May(May.Phone)),
            ("wall", _world.Workshop, caller => caller.Name is "a screen" or "a table’s tablet"),
            ("control", _world.Workshop, caller => caller.May(May.Facilitator)),
            ("set", _world.Sets[0].Id, caller => caller.May(May.Set)),
            ("composer", _world.Programme, caller => caller.May(May.Facilitator)),

            // Other sets of the programme: Aada advises the second too, and Arno the fourth, whose members have not come.
            ("set", _world.Sets[1].Id, caller => caller.Name is "a member of another set" or "the set’s advisor"),
            ("set", _world.Sets[3].Id, caller => caller.Name is "the advisor of other sets"),

            // A second room of the same programme, open at the same time.
            ("phone", stage.Beside, caller => caller.Name is "a phone in the second room"),
            ("wall", stage.Beside, caller => caller.Name is "a screen in the second room"),
            ("control", stage.Beside, caller => caller.May(May.Facilitator)),

            // The other programme: its own people, and the office of the house where it may everywhere.
            ("phone", there.OtherWorkshop, caller => caller.Name is "a phone of another programme"),
            ("wall", there.OtherWorkshop, caller => caller.Name is "a screen of another programme"),
            ("control", there.OtherWorkshop, caller => caller.Name is "a facilitator of another programme" or "the office"),
            ("set", there.OtherSet, caller => caller.Name is "a member of another programme" or "an advisor of another programme"),
            ("composer", there.OtherProgramme, caller => caller.Name is "a facilitator of another programme" or "the office"),
        ];
        foreach (var caller in stage.Callers)
        {
            var viewer = await ViewerAsync(caller);
            await using var wire = await ConnectAsync(caller);
            foreach (var (view, of, may) in views)
            {
                var channels = await _site.Db.ReadAsync(reads => Audience.ChannelsOf(viewer, reads, view, of), Stop);
                var heard = await WatchAsync(wire, view, of);
                if (channels is not null != may(caller) || heard is not null != may(caller) || (heard is not null && !channels!.Order().SequenceEqual(heard.Order())))
                {
                    wrong.Add($"{view} {of} for {caller.Name}: {string.Join(' ', channels ?? [])}; over the wire {string.Join(' ', heard ?? [])}");
                }
            }
        }

        // Each view is open to somebody, so that "nobody" is never the reason for a pass.
        wrong.AddRange(views.Where(view => !stage.Callers.Any(view.May)).Select(view => $"{view.View} {view.Of} for nobody"));

        // A view that is added is walked here; a method that is added is looked at: it may answer only by what Watch has let in.
        var source = await File.ReadAllTextAsync(System.IO.Path.Combine(Repo.Web, "Live", "Audience.cs"), Stop);
        Assert.Equal(views.Select(view => view.View).Distinct().Order(), View().Matches(source).Select(match => match.Groups[1].Value).Order());
        Assert.Equal(
            ["OnConnectedAsync", "OnDisconnectedAsync", "Queueing", "Seen", "Showing", "Watch"],
            typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).Order());
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>A connection of that caller's, with the cookies of their browser.</summary>
    private async Task<HubConnection> ConnectAsync(Caller caller)
    {
        var wire = new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{_site.Port}/hub", options =>
        {
            if ((caller.Cookie + caller.SignedIn) is { Length: > 0 } cookie)
            {
                options.Headers["Cookie"] = cookie;
            }
        }).Build();
        await wire.StartAsync(Stop);
        return wire;
    }

    /// <summary>The channels that the server lets that connection hear; null where it refuses.</summary>
    private static async Task<IEnumerable<string>?> WatchAsync(HubConnection wire, string view, long of)
    {
        try
        {
            return (await wire.InvokeAsync<WatchAnswer>("Watch", view, of, Stop)).Channels.Keys;
        }
        catch (HubException refused) when (refused.Message.Contains("refused", StringComparison.Ordinal))
        {
            return null;
        }
    }

    [GeneratedRegex("\"([a-z]+)\" when ")]
    private static partial Regex View();

    private static async Task CheckAsync(AccessStage stage, Caller caller, KnownAct act, bool may, ConcurrentQueue<string> wrong)
    {
        var address = act.Address!(stage.Planted);
        using var request = new HttpRequestMessage(new HttpMethod(act.Verb), address);
        if (act.Verb == "POST")
        {
            request.Content = new FormUrlEncodedContent(act.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            request.Headers.Add("RequestVerificationToken", caller.Token);
        }

        using var answer = await caller.Client.SendAsync(request, Stop);
        var isIn = act.Says is { } says && answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? (await answer.Content.ReadAsStringAsync(Stop)).Contains(act.Says!, StringComparison.Ordinal) : IsIn(answer, act);
        if (isIn != may)
        {
            wrong.Enqueue($"{act.Verb} {address} answers {(int)answer.StatusCode} {answer.Headers.Location} to {caller.Name}, who may{(may ? "" : " not")}");
        }
    }

    // Bad words are told to those who may speak; 400 for a missing token is everybody's and no sign of anything.
    private static bool IsIn(HttpResponseMessage answer, KnownAct act) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests => false,
        HttpStatusCode.Redirect => answer.Headers.Location is { } there
            && (act.Who == May.Anybody || !_doors.Any(door => Path(there).StartsWith(door, StringComparison.Ordinal))),
        < HttpStatusCode.InternalServerError => true,
        _ => false,
    };

    private static string Path(Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;

    private Task<string> ChangesAsync() => _site.Db.ReadAsync(
        reads => reads.First<string>("SELECT number || ' ' || (SELECT count(*) FROM audit) FROM revision")!, Stop);

    /// <summary>Who that is to the hub: by the cookies of its connection.</summary>
    private async Task<Viewer> ViewerAsync(Caller caller)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = caller.Cookie;
        if (caller.Person is { } person)
        {
            var stamp = await _site.Db.ReadAsync(reads => reads.First<string>("SELECT stamp FROM account WHERE person_id = @person", new { person }), Stop);
            http.User = new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim(ClaimTypes.NameIdentifier, Planted.N(person)), new Claim(SignIns.StampClaim, stamp!)], "cookie"));
        }

        return await _site.Services.GetRequiredService<Viewers>().ReadAsync(http);
    }
}
