using System.Net;
using System.Text.RegularExpressions;

namespace WorkshopHub.Bench;

/// <summary>The facilitator at the control room, by plain forms.</summary>
internal sealed partial class Desk : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _control;

    private Desk(Uri site, long workshop) => (_http, _control) = (
        new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site }, $"/w/{workshop}/control");

    /// <summary>Signs in.</summary>
    public static async Task<Desk> SignInAsync(Uri site, long workshop)
    {
        var desk = new Desk(site, workshop);
        await desk.SendAsync(
            "/signin", Found(Token(), await desk._http.GetStringAsync(new Uri("/signin", UriKind.Relative))), new() { ["Email"] = Room.Email, ["Password"] = Room.Password });
        return desk;
    }

    /// <summary>Opens the control room; what comes back presses its large button.</summary>
    public async Task<Func<Task>> NextAsync()
    {
        var page = await _http.GetStringAsync(new Uri(_control, UriKind.Relative));
        var (token, press) = (Found(Token(), page), Found(Next(), page));
        return () => SendAsync(_control, token, new() { ["press"] = press });
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task SendAsync(string path, string token, Dictionary<string, string> form)
    {
        form["__RequestVerificationToken"] = token;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    private static string Found(Regex what, string page) => what.Match(page) is { Success: true } found
        ? WebUtility.HtmlDecode(found.Groups[1].Value) : throw new InvalidOperationException($"The page holds no {what}.");

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*\bvalue="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""id="cr-next"[^>]*\bvalue="([^"]+)""")]
    private static partial Regex Next();
}
