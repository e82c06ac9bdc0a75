using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>The composer by plain forms. The world has twelve members, two in each of six sets.</summary>
public abstract partial class ComposerByForms : IAsyncLifetime
{
    private Site _site = null!;
    private HttpClient _office = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected World World { get; } = World.Plant();

    protected Site Site => _site;

    protected HttpClient Client => _office;

    protected string Page => $"/programmes/{World.Programme}/composer";

    public async ValueTask InitializeAsync()
    {
        _site = new Site(World.File);
        _office = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _office.Dispose();
        await _site.DisposeAsync();
    }

    protected Task MoveAsync(string name, int to) => DoneAsync($"move&person={Id(name)}&to={to}");

    protected async Task DoneAsync(string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(handler, fields);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            Assert.Fail($"{handler}: {(int)answer.StatusCode} {Note().Match(await answer.Content.ReadAsStringAsync(Stop)).Value}");
        }
    }

    /// <summary>A press on the draft as it is now.</summary>
    protected async Task<HttpResponseMessage> PostAsync(string handler, params (string Name, string Value)[] fields) => await _office.PostAsync(
        Page, $"?handler={handler}", [("Version", Version().Match(await HtmlAsync()) is { Success: true } at ? at.Groups[1].Value : "0"), .. fields]);

    protected async Task<string> HtmlAsync(string query = "") => WebUtility.HtmlDecode(await _office.GetStringAsync(Page + query, Stop));

    protected async Task<string> PlaceAsync(string name) => await _site.Db.ReadAsync(
        reads => DraftTable.Find(reads, World.Programme) is { } draft ? draft.NameOf(draft.Person(World[name])?.Position) : "", Stop);

    protected Task<Standing> StandingAsync() => _site.Db.ReadAsync(reads => Standing.Read(reads, World.Programme), Stop);

    protected Task<IReadOnlyList<SetRow>> SetsAsync() => _site.Db.ReadAsync(reads => SetRow.Of(reads, World.Programme), Stop);

    protected string Id(string name) => World[name].ToString(CultureInfo.InvariantCulture);

    protected static async Task<string> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }

    [GeneratedRegex("id=\"press\".*?name=\"Version\" value=\"([0-9]+)\"", RegexOptions.Singleline)]
    protected static partial Regex Version();

    [GeneratedRegex("name=\"placing\" value=\"([0-9]+)\"")]
    protected static partial Regex PlacingId();

    [GeneratedRegex("([0-9]+) (?:go|goes) to another")]
    protected static partial Regex Moves();

    [GeneratedRegex("note note-bad.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Note();
}
