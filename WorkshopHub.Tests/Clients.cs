using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace WorkshopHub.Tests;

/// <summary>Plain HTTP clients that reach hub.test on this machine.</summary>
public static partial class Clients
{
    /// <summary>A client with cookies of its own that follows no redirect.</summary>
    /// <param name="url">Where it goes.</param>
    /// <param name="name">A cookie that it has from the start, or null.</param>
    /// <param name="value">That cookie's value.</param>
    public static HttpClient New(string url, string? name = null, string? value = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = With(url, name, value),
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = new Uri(url),
        Timeout = TimeSpan.FromSeconds(30),
    };

    private static CookieContainer With(string url, string? name, string? value)
    {
        var cookies = new CookieContainer();
        if (name is not null)
        {
            cookies.Add(new Uri(url), new Cookie(name, value));
        }

        return cookies;
    }

    /// <summary>Gets a page, takes its antiforgery token and posts a form as a browser would.</summary>
    /// <param name="client">The client.</param>
    /// <param name="page">The page that holds the form.</param>
    /// <param name="action">Where the form goes.</param>
    /// <param name="fields">What was filled in.</param>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await client.GetStringAsync(page);
        var token = TokenIn(html);
        var form = fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token));
        using var content = new FormUrlEncodedContent(form);
        return await client.PostAsync(action, content);
    }

    /// <summary>The fields that an answer to a phone calls wrong, the first one first.</summary>
    public static IEnumerable<string> FaultsIn(HttpResponseMessage answer) =>
    [
        .. answer.Headers.GetValues("X-Field"),
        .. answer.Headers.TryGetValues("X-Faults", out var others) ? others.Single().Split('&').Select(one => Uri.UnescapeDataString(one.Split('=')[0])) : [],
    ];

    /// <summary>The antiforgery token in a page; empty where it has no form.</summary>
    public static string TokenIn(string html) => Token().Match(html) is { Success: true } match ? match.Groups[1].Value : "";

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
