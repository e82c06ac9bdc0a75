using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.House;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Hostile;

/// <summary>Everything ill at every field, question, header and hub method that there is, by those who may send there at all.</summary>
public sealed class HostileTests : IAsyncLifetime
{
    private static readonly string[] _headers =
        ["User-Agent", "Referer", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Accept-Language", "HX-Current-URL", "HX-Target", "If-None-Match", "Range"];

    private readonly World _world = World.Plant();
    private readonly ConcurrentQueue<string> _wrong = [];
    private Site _site = null!;
    private AccessStage _stage = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        _stage = await AccessStage.SetAsync(_world, _site);
    }

    public async ValueTask DisposeAsync()
    {
        _stage.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_ill_in_a_form_breaks_the_program_or_becomes_part_of_a_page()
    {
        var tables = await TablesAsync();
        var sent = 0;
        foreach (var act in KnownAct.All.Where(act => act is { Verb: "POST", Address: not null }).OrderBy(act => act.Once))
        {
            if (_stage.Callers.LastOrDefault(caller => caller.May(act.Who)) is not { } caller)
            {
                continue;
            }

            var fields = await FieldsAsync(caller, act);
            foreach (var ills in Ill.Rounds(sent++, act.Once ? 1 : int.MaxValue))
            {
                // What is of the right sort lets the words through to where they are kept; then nothing is.
                await PostAsync(caller, act, fields.Select((field, number) => (field.Name, field.Right ?? ills(number).Encoded)));
                if (fields.Exists(field => field.Right is not null))
                {
                    await PostAsync(caller, act, fields.Select((field, number) => (field.Name, ills(number).Encoded)));
                }
            }
        }

        Assert.True(sent > 200, $"Only {sent} forms were sent.");
        await ReadAllAsync(null);
        await WholeAsync(tables);
    }

    [Fact]
    public async Task Nothing_ill_in_an_address_or_a_header_breaks_the_program_or_becomes_part_of_a_page()
    {
        var tables = await TablesAsync();
        foreach (var ills in Ill.Rounds(0))
        {
            await ReadAllAsync(ills);
        }

        await WholeAsync(tables);
    }

    [Fact]
    public async Task Nothing_ill_in_a_call_of_the_hub_breaks_it()
    {
        object?[] ills = [.. Ill.All.Select(ill => Uri.UnescapeDataString(ill.Encoded)), -1L, long.MinValue, long.MaxValue, null, 1e300, new[] { "a" }, new Dictionary<string, object?> { [Ill.Mark] = long.MinValue }];
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition() == method).ToList();
        Assert.Contains(methods, method => method.Name == nameof(LiveHub.Watch));
        foreach (var cookie in new[] { "", _stage.Callers.First(caller => caller.May(May.Phone)).Cookie, _stage.Callers.First(caller => caller.May(May.Screen)).Cookie })
        {
            foreach (var method in methods)
            {
                foreach (var ill in ills)
                {
                    await CallAsync(cookie, method.Name, [.. method.GetParameters().Select(_ => ill)]);
                }

                await CallAsync(cookie, method.Name, []);
                await CallAsync(cookie, method.Name, [.. ills]);
            }
        }

        Assert.Empty(_site.Faults.All);
        using var answer = await _stage.Callers[0].Client.GetAsync("/health", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task CallAsync(string cookie, string method, object?[] with)
    {
        await using var hub = new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{_site.Port}/hub", options =>
        {
            if (cookie.Length > 0)
            {
                options.Headers["Cookie"] = cookie;
            }
        }).Build();
        await hub.StartAsync(Stop);
        try
        {
            await hub.InvokeCoreAsync(method, typeof(object), with, Stop);
        }
        catch (HubException)
        {
            // It says no, and goes on.
        }

        // What is too large for a call ends its connection, and nothing else.
        Assert.True(hub.State == HubConnectionState.Connected || with.Any(one => one is string { Length: > 3_000 }), $"{method}({string.Join(", ", with)})");
    }

    private async Task<List<Field>> FieldsAsync(Caller caller, KnownAct act)
    {
        var found = (await PageOfAsync(act.Route)) is { } page ? Field.Of(page, act.Verb, act.Handler) : [];
        var address = act.Address!(_stage.Planted);
        using var shown = await caller.Client.GetAsync(address.Split('?')[0], Stop);
        var html = shown.Content.Headers.ContentType?.MediaType is "text/html" ? await shown.Content.ReadAsStringAsync(Stop) : "";
        return [.. found.Concat(act.Fields.Select(field => new Field(field.Name, Uri.EscapeDataString(field.Value)))).Concat(Field.In(html)).DistinctBy(field => field.Name)];
    }

    private async Task<CompiledPageActionDescriptor?> PageOfAsync(string route)
    {
        var endpoint = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .FirstOrDefault(one => "/" + one.RoutePattern.RawText!.TrimStart('/') == route && one.Metadata.GetMetadata<PageActionDescriptor>() is not null);
        return endpoint is null ? null
            : await _site.Services.GetRequiredService<PageLoader>().LoadAsync(endpoint.Metadata.GetMetadata<PageActionDescriptor>()!, endpoint.Metadata);
    }

    private async Task PostAsync(Caller caller, KnownAct act, IEnumerable<(string Name, string Encoded)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, act.Address!(_stage.Planted));
        var sent = Ill.Form(fields);
        request.Content = new StringContent(sent);
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.Add("RequestVerificationToken", caller.Token);
        await SendAsync(caller, request, $"{act.Verb} {act.Route} {act.Handler} with {sent[..Math.Min(sent.Length, 2_000)]}");
    }

    /// <summary>Every page by somebody who may; where something ill is said, each with that in its questions and headers.</summary>
    private async Task ReadAllAsync(Func<int, Ill>? ills)
    {
        var pages = KnownPage.All.Where(page => page.Address is not null).Select(page => new KnownAct("GET", page.Route, "", page.Who, page.Address));
        foreach (var (number, page) in pages.Concat(KnownAct.All.Where(act => act is { Verb: "GET", Address: not null })).Index())
        {
            if (_stage.Callers.LastOrDefault(caller => caller.May(page.Who)) is not { } caller)
            {
                continue;
            }

            var address = page.Address!(_stage.Planted);
            using var request = new HttpRequestMessage(HttpMethod.Get, "");
            if (ills is not null)
            {
                var fields = await PageOfAsync(page.Route) is { } known ? Field.Of(known, "GET", page.Handler) : [];
                address += (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Ill.Form(
                    fields.Where(field => !address.Contains(field.Name + "=", StringComparison.Ordinal)).Select((field, at) => (field.Name, ills(number + at).Short)).Append(("unknown", ills(number).Short)));
                foreach (var (at, header) in _headers.Index())
                {
                    request.Headers.TryAddWithoutValidation(header, ills(number + at).Short);
                }
            }

            request.RequestUri = new Uri(address, UriKind.Relative);
            await SendAsync(caller, request, $"GET {address}");
        }
    }

    private async Task SendAsync(Caller caller, HttpRequestMessage request, string what)
    {
        using var answer = await caller.Client.SendAsync(request, Stop);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            _wrong.Enqueue($"{what} answers {(int)answer.StatusCode} to {caller.Name}");
        }

        if (answer.Headers.Contains(Ill.Header) || (answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("ill=", StringComparison.Ordinal))))
        {
            _wrong.Enqueue($"{what} has a header that was sent as words");
        }

        if (answer.Headers.Location is { IsAbsoluteUri: true } there && there.Authority != new Uri(_site.Url).Authority)
        {
            _wrong.Enqueue($"{what} leads to {there}");
        }

        if (answer.Content.Headers.ContentType?.MediaType is "text/html" && (await answer.Content.ReadAsStringAsync(Stop)).Contains(Ill.Mark, StringComparison.Ordinal))
        {
            _wrong.Enqueue($"{what} takes words for markup");
        }
    }

    private Task<long> TablesAsync() => _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM sqlite_schema"), Stop);

    /// <summary>The program had no fault, and its file is whole.</summary>
    private async Task WholeAsync(long tables)
    {
        Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong.Distinct()));
        Assert.Empty(_site.Faults.All);
        Assert.Equal(tables, await TablesAsync());
        Assert.Equal("ok", await _site.Db.ReadAsync(reads => reads.First<string>("PRAGMA integrity_check"), Stop));
        Assert.Empty(await _site.Db.ReadAsync(reads => reads.Query<string>("SELECT \"table\" FROM pragma_foreign_key_check"), Stop));
    }
}
