using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Workshops.Rehearsal;

/// <summary>A simulated phone: real requests with cookies of its own, forms with their token, as a browser sends them.</summary>
/// <param name="http">Connections, without cookies of their own.</param>
/// <param name="site">Where the site is.</param>
/// <param name="workshop">The workshop.</param>
/// <param name="seatToken">The place that it has already, or null.</param>
/// <param name="prefix">What the names of the site's cookies begin with; see <see cref="CopyCookies"/>.</param>
internal sealed partial class SimulatedPhone(HttpClient http, Uri site, long workshop, string? seatToken, string prefix = "")
{
    private readonly Dictionary<string, string> _cookies = seatToken is null
        ? [] : new Dictionary<string, string> { [prefix + Viewers.SeatCookie] = seatToken };

    private string? _token;

    /// <summary>What a browser sends as Cookie.</summary>
    public string Cookie => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <summary>Whom the phone acts for; 0 until the place's page has been opened.</summary>
    public long Participant { get; private set; }

    /// <summary>Comes in by the room's code and picks a name from the list; true where the place is theirs.</summary>
    public async Task<bool> JoinAsync(string code, long person, CancellationToken stop)
    {
        using var door = await SendAsync(HttpMethod.Get, $"/j/{code}?as=others", null, stop);
        _token = Found(TokenField(), await door.Content.ReadAsStringAsync(stop));
        await PressAsync($"/j/{code}?handler=pick", new() { ["person"] = $"{person}" }, stop);
        return _cookies.ContainsKey(prefix + Viewers.SeatCookie);
    }

    /// <summary>The place's page, for the token that its forms carry.</summary>
    public async Task OpenAsync(CancellationToken stop)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/w/{workshop}", null, stop);
        var page = await answer.Content.ReadAsStringAsync(stop);
        _token = Found(TokenField(), page);
        Participant = Found(Me(), page) is { } me ? long.Parse(me, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Answers an activity with the fields of its form; true where the server has taken it.</summary>
    public async Task<bool> AnswerAsync(long activity, IReadOnlyDictionary<string, string> fields, CancellationToken stop) =>
        await TryAnswerAsync(activity, fields, stop) is >= 200 and < 300;

    /// <summary>The same, and the status that came back.</summary>
    public Task<int> TryAnswerAsync(long activity, IReadOnlyDictionary<string, string> fields, CancellationToken stop) => StatusAsync(
        $"/w/{workshop}", new(fields) { ["activity"] = $"{activity}", ["id"] = Tokens.New() }, stop);

    /// <summary>Posts under a given id; true where the server has taken it.</summary>
    public Task<bool> PostAsync(long activity, string id, string kind, string text, CancellationToken stop) => PressAsync(
        $"/w/{workshop}",
        new()
        {
            ["activity"] = $"{activity}",
            ["id"] = id,
            ["kind"] = kind,
            ["text"] = text,
        },
        stop);

    /// <summary>Says "this helps us" of a post.</summary>
    public Task<bool> HeartAsync(string post, CancellationToken stop) => PressAsync($"/w/{workshop}/posts/{post}/heart", [], stop);

    /// <summary>Takes an own post back.</summary>
    public Task<bool> DeleteAsync(string post, CancellationToken stop) => PressAsync($"/w/{workshop}/posts/{post}/delete", [], stop);

    private async Task<bool> PressAsync(string path, Dictionary<string, string> form, CancellationToken stop) =>
        await StatusAsync(path, form, stop) is >= 200 and < 300;

    private async Task<int> StatusAsync(string path, Dictionary<string, string> form, CancellationToken stop)
    {
        if (_token is null)
        {
            await OpenAsync(stop);
        }

        form["__RequestVerificationToken"] = _token ?? "";
        using var answer = await SendAsync(HttpMethod.Post, path, form, stop);
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            _token = null; // stale: the next press gets a new one
        }

        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, Dictionary<string, string>? form, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, new Uri(site, path));
        request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form);
            request.Headers.Add("X-Script", "1");
        }

        var answer = await http.SendAsync(request, stop);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    private static string? Found(Regex what, string html) => what.Match(html) is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*\bvalue="([^"]+)""")]
    private static partial Regex TokenField();

    [GeneratedRegex("""data-me="(\d+)""")]
    private static partial Regex Me();
}
