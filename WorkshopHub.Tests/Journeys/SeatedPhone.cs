using System.Globalization;
using System.Net;
using System.Text.Json;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Journeys;

/// <summary>A phone that has a place in a workshop, as plain HTTP.</summary>
/// <param name="site">The program.</param>
/// <param name="seat">Whose it is, and how sure that is.</param>
/// <param name="token">The phone's secret.</param>
public sealed class SeatedPhone(Site site, Seat seat, string token) : IDisposable
{
    private readonly HttpClient _client = NewClient(site, token);
    private readonly string _secret = Tokens.New();
    private string? _form;

    public Seat Seat => seat;

    public string Token => token;

    public string Home => string.Create(CultureInfo.InvariantCulture, $"/w/{seat.WorkshopId}");

    public HttpClient Client => _client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Reads a page that has to be there, decoded.</summary>
    public Task<string> ReadAsync(string? page = null) => _client.PageAsync(page ?? Home, $"{seat.Role} {seat.Name}, {seat.Assurance}");

    /// <summary>Sends an answer as the page's script does.</summary>
    public async Task<(HttpStatusCode Status, string Says)> SendAsync(long activity, IEnumerable<KeyValuePair<string, string>> fields)
    {
        _form ??= JsonDocument.Parse(await _client.GetStringAsync(Home + "?handler=me", Stop)).RootElement.GetProperty("token").GetString()!;
        using var request = new HttpRequestMessage(HttpMethod.Post, Home)
        {
            Content = new FormUrlEncodedContent(fields.Concat(
            [
                KeyValuePair.Create("activity", activity.ToString(CultureInfo.InvariantCulture)),
                KeyValuePair.Create("id", Tokens.New()), KeyValuePair.Create("secret", _secret),
            ])),
        };
        request.Headers.Add("RequestVerificationToken", _form);
        request.Headers.Add("X-Script", "1");
        using var answer = await _client.SendAsync(request, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    public void Dispose() => _client.Dispose();

    private static HttpClient NewClient(Site site, string token)
    {
        var client = site.NewClient();
        client.DefaultRequestHeaders.Add("Cookie", $"{Viewers.SeatCookie}={token}");
        return client;
    }
}

/// <summary>Reading pages that have to be there.</summary>
public static class PageReading
{
    /// <summary>A page, decoded; fails with who read it and what it says.</summary>
    public static async Task<string> PageAsync(this HttpClient client, string page, string who)
    {
        using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{who} reads {page}: {answer.StatusCode} {html}");
        return html;
    }
}
