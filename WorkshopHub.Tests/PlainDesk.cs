using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace WorkshopHub.Tests;

/// <summary>
/// Somebody at a browser without scripts: opens pages, follows links by their words, fills in the fields of a form that is
/// really there and presses a button that is really there. What is hidden in the form goes along.
/// </summary>
public sealed partial class PlainDesk(HttpClient client, string name) : IDisposable
{
    private Sheet _sheet = new("");

    /// <summary>Where the hand is, e.g. /programmes/1.</summary>
    public string At { get; private set; } = "/";

    /// <summary>How the last page answered.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>The words of the page, as people read them.</summary>
    public string Words => _sheet.Words;

    /// <summary>The page as it was sent.</summary>
    public string Html => _sheet.Html;

    /// <summary>Opens a page that must be there.</summary>
    public async Task<PlainDesk> OpenAsync(string address)
    {
        await GoAsync(await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)), address);
        Assert.True(Status == HttpStatusCode.OK, $"{name} finds {(int)Status} at {address}");
        return this;
    }

    /// <summary>Opens a page whatever it answers.</summary>
    public async Task LookAsync(string address) => await GoAsync(await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)), address);

    /// <summary>Follows the first link with these words, or whose label begins with them.</summary>
    public Task<PlainDesk> FollowAsync(string words) => OpenAsync(_sheet.Link(words) is { } there ? Beside(there)
        : throw new InvalidOperationException($"{name} finds no link “{words}” at {At}: {Words}"));

    /// <summary>Fills in fields and presses a button that begins with these words; the page that follows must not refuse it.</summary>
    public async Task<PlainDesk> PressAsync(string button, params (string Name, string Value)[] fields)
    {
        await SendAsync(button, fields);
        Assert.True(Status == HttpStatusCode.OK, $"{name} presses “{button}” and gets {(int)Status}: {Words}");
        return this;
    }

    /// <summary>Presses a button and is refused with these words.</summary>
    public async Task<PlainDesk> IsRefusedAsync(string button, string says, params (string Name, string Value)[] fields)
    {
        await SendAsync(button, fields);
        Assert.True(Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict, $"{name} presses “{button}” and is not refused: {(int)Status}");
        return Sees(says);
    }

    /// <summary>The page says this.</summary>
    public PlainDesk Sees(params string[] words)
    {
        Assert.All(words, one => Assert.True(Words.Contains(one, StringComparison.Ordinal), $"{name} misses “{one}” at {At}: {Words}"));
        return this;
    }

    /// <summary>The page doesn't say this.</summary>
    public PlainDesk Misses(params string[] words)
    {
        Assert.All(words, one => Assert.False(Words.Contains(one, StringComparison.Ordinal), $"{name} reads “{one}” at {At}: {Words}"));
        return this;
    }

    /// <summary>Whether there is a link or a button that begins with these words.</summary>
    public bool Has(string words) => _sheet.Link(words) is not null || _sheet.Button(words) is not null;

    /// <summary>The value of the tick or choice whose label begins with these words.</summary>
    public string Tick(string words) => _sheet.Tick(words) ?? throw new InvalidOperationException($"{name} finds no tick “{words}” at {At}");

    /// <summary>The value of the option that begins with these words.</summary>
    public string Option(string words) => _sheet.Option(words) ?? throw new InvalidOperationException($"{name} finds no option “{words}” at {At}");

    /// <summary>The secret address that the page shows once.</summary>
    public string Secret() => Once().Match(Html) is { Success: true } found ? new Uri(found.Groups[1].Value).AbsolutePath
        : throw new InvalidOperationException($"{name} finds no link at {At}: {Words}");

    /// <summary>Sends a file by the form of the page.</summary>
    public async Task<PlainDesk> BringAsync(string button, string field, string file, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var (form, at) = _sheet.Button(button) ?? throw new InvalidOperationException($"{name} finds no button “{button}” at {At}");
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, file } };
        foreach (var (key, value) in form.Fields.Where(one => fields.All(other => other.Name != one.Name)).Concat(fields).Concat(at.Fields))
        {
            content.Add(new StringContent(value), key);
        }

        var action = Beside(at.Action ?? form.Action ?? At);
        await GoAsync(await client.PostAsync(new Uri(action, UriKind.Relative), content), action);
        return this;
    }

    public void Dispose() => client.Dispose();

    /// <summary>Fills in fields and presses a button, whatever comes of it.</summary>
    public async Task SendAsync(string button, params (string Name, string Value)[] fields)
    {
        var (form, at) = _sheet.Button(button) ?? throw new InvalidOperationException($"{name} finds no button “{button}” at {At}: {Words}");
        foreach (var (key, _) in fields)
        {
            Assert.True(form.Names.Contains(key), $"{name} finds no field {key} beside “{button}” at {At}, only {string.Join(", ", form.Names)}");
        }

        var given = fields.Select(field => field.Name).ToHashSet();
        var all = form.Fields.Where(field => !given.Contains(field.Name)).Concat(fields).Concat(at.Fields);
        using var content = new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var action = Beside(at.Action ?? form.Action ?? At);
        await GoAsync(await client.PostAsync(new Uri(action, UriKind.Relative), content), action);
    }

    private async Task GoAsync(HttpResponseMessage answer, string address)
    {
        for (var steps = 0; answer.Headers.Location is { } there && steps < 5; steps++)
        {
            answer.Dispose();
            address = there.IsAbsoluteUri ? there.PathAndQuery : there.OriginalString;
            answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        }

        (At, Status, _sheet) = (address.Split('#')[0], answer.StatusCode, new Sheet(await answer.Content.ReadAsStringAsync()));
        answer.Dispose();
    }

    private string Beside(string there) => there switch
    {
        ['?', ..] => At.Split('?')[0] + there,
        ['#', ..] => At,
        _ => there,
    };

    /// <summary>A number in the address where the hand is: the first, or the last.</summary>
    public long Number(bool last = false)
    {
        var all = Digits().Matches(At.Split('?')[0]);
        return long.Parse(all[last ? all.Count - 1 : 0].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("<code class=\"link-once\">([^<]+)</code>")]
    private static partial Regex Once();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
