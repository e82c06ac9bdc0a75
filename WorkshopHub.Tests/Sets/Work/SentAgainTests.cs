using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Work;

/// <summary>
/// The forms of the work get through a room with bad Wi-Fi: what a phone sends again, because it heard no answer, is kept once, and
/// what somebody else wrote meanwhile stands beside it.
/// </summary>
public sealed partial class SentAgainTests : IAsyncLifetime
{
    private SetWorld _there = null!;
    private HttpClient _alma = null!;
    private HttpClient _bo = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Work => _there.At("work");

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        (_alma, _bo) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Bo Lind"));
        using var note = await _alma.PostAsync(Work, "?handler=Note", ("Note.LookedAt", "A night on the desk"));
        using var decision = await _alma.PostAsync(Work, "?handler=Decide", ("Decision.Text", "We listen"), ("Decision.Ground", "OwnAuthority"), ("Decision.On", "2026-03-24"));
        using var measure = await _alma.PostAsync(Work, "?handler=Measure", ("New.Name", "Digs opened again"), ("New.Unit", "%"));
        Assert.Equal(HttpStatusCode.Redirect, measure.StatusCode);
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Theory]
    [InlineData("solution", "Solution.Version=0&Solution.Text=The gang goes back&go=keep", "Solution.Version=0&Solution.Text=Nobody goes back&go=keep")]
    [InlineData("solution", "Solution.Version=0&Solution.Text=The gang goes back&go=decide", "")]
    [InlineData("notes/1", "Note.Version=1&Note.LookedAt=Two nights on the desk", "Note.Version=1&Note.LookedAt=Three nights on the desk")]
    [InlineData("decisions/1", "Decision.Version=1&Decision.Text=We listen at night&Decision.Ground=OwnAuthority&Decision.On=2026-03-24",
        "Decision.Version=1&Decision.Text=We talk at night&Decision.Ground=OwnAuthority&Decision.On=2026-03-24")]
    [InlineData("/measures/1", "Version=1&Name=Digs opened again&Unit=%&Baseline=19,1&BaselineNote=76 of 398", "Version=1&Name=Digs opened again&Unit=%&Baseline=17&BaselineNote=76 of 401")]
    public async Task What_is_sent_again_is_kept_once_and_the_second_of_two_sees_both(string page, string typed, string others)
    {
        var at = page.StartsWith('/') ? page : _there.At(page);
        var form = await _alma.GetStringAsync(at, Stop);
        Assert.Matches("<form[^>]* id=\"edit\"[^>]* data-away", form);
        Assert.Contains("data-away-me=", form, StringComparison.Ordinal);
        Assert.Contains("js/away.", form, StringComparison.Ordinal);
        var first = await SendAsync(_alma, at, typed);
        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        var versions = await VersionsAsync();
        Assert.Equal(first, await SendAsync(_alma, at, typed));
        Assert.Equal(versions, await VersionsAsync());
        if (others.Length == 0)
        {
            return;
        }

        var (status, both) = await SendAsync(_bo, at, others);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Alma Tamm changed this", both, StringComparison.Ordinal);
        foreach (var words in typed.Split('&').Concat(others.Split('&')).Select(field => field.Split('=')[1].Replace(',', '.')).Where(words => words.Length > 4))
        {
            Assert.Contains(words, both, StringComparison.Ordinal);
        }

        Assert.Equal(versions, await VersionsAsync());
    }

    [Fact]
    public async Task Another_figure_from_the_same_page_is_another_reading()
    {
        var token = Tokens.New();
        foreach (var figure in new[] { "11.5", "11.5", "12" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(_alma, "/measures/1?handler=Read", $"Token={token}&Reading.Value={figure}")).Status);
        }

        Assert.Equal("11.5,12", await _there.Site.OneAsync<string>("SELECT group_concat(printf('%g', value)) FROM (SELECT value FROM measure_reading ORDER BY id)"));
    }

    private Task<string?> VersionsAsync() => _there.Site.OneAsync<string>(
        """
        SELECT (SELECT group_concat(number || ':' || version) FROM solution) || '' || (SELECT version FROM study_note) || (SELECT version FROM decision) || (SELECT version FROM measure)
        UNION ALL SELECT 'no solution ' || (SELECT version FROM study_note) || (SELECT version FROM decision) || (SELECT version FROM measure) WHERE NOT EXISTS (SELECT 1 FROM solution)
        ORDER BY 1 DESC LIMIT 1
        """);

    private static async Task<(HttpStatusCode Status, string Says)> SendAsync(HttpClient client, string page, string typed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent(typed.Split('&').Select(field => KeyValuePair.Create(field.Split('=')[0], field.Split('=')[1]))),
        };
        request.Headers.Add("RequestVerificationToken", Clients.TokenIn(await client.GetStringAsync("/account", Stop)));
        request.Headers.Add("X-Script", "1");
        using var answer = await client.SendAsync(request, Stop);
        return (answer.StatusCode, answer.Headers.TryGetValues("X-Go", out var go) ? go.Single()
            : WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(Stop), match => match.Value.Contains("value=", StringComparison.Ordinal) ? match.Value : " ")));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
