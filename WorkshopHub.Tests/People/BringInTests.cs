using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;

namespace WorkshopHub.Tests.People;

/// <summary>A file is brought in through the pages: looked at, mended, confirmed; and what goes out comes back unchanged.</summary>
public sealed partial class BringInTests : IAsyncLifetime
{
    private const string Page = "/people/import";

    private const string Messy = """
        Full name;E-mail;Position;Dept.;Line manager e-mail;Office;Payroll no.
        Dewi Morgan;d.morgan@wendmere;Sewer modeller;Asset Planning;;Hexley House;17
        Amara Osei;amara@w.example;Repair team leader;Network Operations;mari.kask@flow.test;Thornby Depot;18
        Sven <Sponsor>;sven.sponsor@flow.test;Chief;;;;
        """;

    private readonly World _world;
    private readonly Site _site;
    private HttpClient _mari = null!;

    public BringInTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_stored_before_it_is_confirmed_and_a_wrong_row_is_mended_in_the_row()
    {
        var look = await SendAsync("people-4-february.csv", Encoding.GetEncoding("utf-16").GetBytes(Messy));
        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Contains("people-4-february.csv, 3 rows", look.Html, StringComparison.Ordinal);
        Assert.Contains("Add 1 and change 1, leave 1 out", look.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"vh\">from now on </span>Sven &lt;Sponsor&gt;</ins>", look.Html, StringComparison.Ordinal);
        Assert.True(look.Html.IndexOf("Dewi Morgan", StringComparison.Ordinal) < look.Html.IndexOf("Amara Osei", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync("person WHERE name LIKE 'Amara%'"));

        // Mended, and pressed at once: what happens now is not what was seen, so it is shown first.
        var held = await PressAsync(look.Html, "Keep", ("m-2-email", "d.morgan@wendmere.example"));
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Contains("Nothing is stored yet", held.Html, StringComparison.Ordinal);
        Assert.Contains(">Add 2 and change 1<", held.Html, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("person WHERE name LIKE 'Amara%'"));
        var kept = await PressAsync(held.Html, "Keep");
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Contains("2 people came in and 1 person changed. Nobody got an e-mail.", await _mari.GetStringAsync("/people", Stop), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("person p JOIN site s ON s.id = p.site_id JOIN person m ON m.id = p.manager_id WHERE p.name = 'Amara Osei' AND s.name = 'Thornby Depot' AND m.name = 'Mari Kask'"));
        Assert.Equal(1, await CountAsync("person WHERE email = 'd.morgan@wendmere.example'"));
        var again = await SendAsync("again.csv", Encoding.UTF8.GetBytes(Messy.Replace("d.morgan@wendmere;", "d.morgan@wendmere.example;", StringComparison.Ordinal)));
        Assert.Contains("0 people come in, 0 change, 3 stay as they are", again.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_shown_before_anything_happens()
    {
        var look = await SendAsync("a.csv", Encoding.UTF8.GetBytes("Name,E-mail,Job\nAmara Osei,amara@w.example,Leader\n"));
        await _mari.PostAsync("/people/new", "", ("Form.Name", "Amara Osei"), ("Form.Email", "amara@w.example"));
        var held = await PressAsync(look.Html, "Keep");
        Assert.Equal(HttpStatusCode.Conflict, held.Status);
        Assert.Contains(">Change 1<", held.Html, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("person WHERE name = 'Amara Osei' AND job_title = ''"));
    }

    [Fact]
    public async Task Columns_are_taken_otherwise_when_somebody_says_so_and_two_for_one_thing_are_refused()
    {
        var look = await SendAsync("a.csv", Encoding.UTF8.GetBytes("Who,Where they are,Post\nAmara Osei,Thornby,Leader\n"));
        Assert.Contains("No column is taken for the e-mail", look.Html, StringComparison.Ordinal);
        var both = await PressAsync(look.Html, "Look", ("Columns[1]", "name"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.Status);
        Assert.Contains("Two columns are taken for “Name”", both.Html, StringComparison.Ordinal);
        var none = await PressAsync(both.Html, "Look", ("Columns[0]", ""), ("Columns[1]", ""));
        Assert.Contains("No column is taken for the name yet", none.Html, StringComparison.Ordinal);
        var site = await PressAsync(none.Html, "Look", ("Columns[0]", "name"), ("Columns[1]", "site"));
        Assert.Contains("1 new site", site.Html, StringComparison.Ordinal);
        await PressAsync(site.Html, "Keep");
        Assert.Equal(1, await CountAsync("site WHERE name = 'Thornby'"));
    }

    [Theory]
    [InlineData("", "This file is empty")]
    [InlineData("\u0089PNG\u0000\u0000", "This is no list")]
    public async Task A_file_that_is_none_is_refused_beside_the_field(string content, string says)
    {
        var answer = await SendAsync("a.csv", Encoding.Latin1.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(says, answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_forged_stores_nothing()
    {
        var look = await SendAsync("a.csv", Encoding.UTF8.GetBytes("Name\nAmara Osei\n"));
        foreach (var table in new[] { "", "{}", """{"File":"a","Headings":["Name"],"Lines":[{"N":0,"C":["Eve"]}]}""" })
        {
            var answer = await PressAsync(look.Html, "Keep", ("Table", table));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        }

        var other = await PressAsync(look.Html, "Keep", ("Table", """{"File":"a","Headings":["Name"],"Lines":[{"N":2,"C":["Eve"]}]}"""));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Equal(0, await CountAsync("person WHERE name IN ('Eve', 'Amara Osei')"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_goes_out_runs_in_no_spreadsheet_and_changes_nothing_when_it_comes_back(string ending)
    {
        await _mari.PostAsync("/people/new", "", ("Form.Name", "=HYPERLINK(\"http://x\")"), ("Form.Email", "eve@w.example"), ("Form.JobTitle", "+1; \"Leader\", acting"),
            ("Form.Unit", "@Networks"), ("Form.Site", "-Thornby"), ("Form.Discipline", "Müll, Straße"), ("Form.Manager", "Mari Kask"));
        await _mari.PostAsync("/people/new", "", ("Form.Name", "Ivo Klima"), ("Form.Manager", "eve@w.example"));
        var before = await PeopleAsync();
        var file = await _mari.GetByteArrayAsync($"/people?handler={ending}", Stop);
        if (ending == "csv")
        {
            var text = Encoding.UTF8.GetString(file);
            Assert.StartsWith("\uFEFFName,E-mail,Job title,", text, StringComparison.Ordinal);
            Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("(^|,|\\n|\")[=+@-]", text);
        }
        else
        {
            using var stream = new MemoryStream(file);
            Assert.All(stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().SelectMany(row => row.Values).OfType<string>(),
                cell => Assert.DoesNotMatch("^[=+@-]", cell));
        }

        var look = await SendAsync($"people.{ending}", file);
        Assert.Contains($"0 people come in, 0 change, {before.Count} stay as they are", look.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("is wrong", look.Html, StringComparison.Ordinal);
        Assert.Equal(before, await PeopleAsync());
        Assert.Equal(1, await CountAsync("audit WHERE act = 'export-people'"));
    }

    [Fact]
    public async Task A_thousand_rows_fit_through_the_form_there_and_back()
    {
        var rows = string.Concat(Enumerable.Range(1, 1000).Select(n => $"Person Number {n},person.number.{n}@organisation.example,Something {n % 90},Department {n % 30},Site {n % 8},person.number.{(n + 9) / 10}@organisation.example\n"));
        var look = await SendAsync("all.csv", Encoding.UTF8.GetBytes("Name,Mail,Job,Unit,Site,Manager\n" + rows.Replace("Site 1,person.number.1@organisation.example\n", "Site 1,\n", StringComparison.Ordinal)));
        Assert.Contains("Add 1000", look.Html, StringComparison.Ordinal);
        Assert.Contains("Show the other 950 rows", look.Html, StringComparison.Ordinal);
        Assert.InRange(look.Html.Length, 100_000, 600_000);
        var kept = await PressAsync(look.Html, "Keep");
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        Assert.Equal(1000, await CountAsync("person WHERE email LIKE 'person.number.%' AND org_unit_id IS NOT NULL AND site_id IS NOT NULL"));
    }

    private async Task<(HttpStatusCode Status, string Html)> SendAsync(string name, byte[] content)
    {
        var token = Clients.TokenIn(await _mari.GetStringAsync(Page, Stop));
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "File", name } };
        using var answer = await _mari.PostAsync(Page, form, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Presses a button of the form that a page shows, with what stands in its fields.</summary>
    private async Task<(HttpStatusCode Status, string Html)> PressAsync(string html, string handler, params (string Name, string Value)[] typed)
    {
        var fields = Input().Matches(html).Select(match => (Name: WebUtility.HtmlDecode(match.Groups[1].Value), Value: WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Concat(Select().Matches(html).Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(Chosen().Match(match.Groups[2].Value).Groups[1].Value))))
            .Where(field => field.Name != "__RequestVerificationToken" && typed.All(other => other.Name != field.Name)).Concat(typed)
            .Append(("__RequestVerificationToken", Clients.TokenIn(html)));
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        using var answer = await _mari.PostAsync($"{Page}?handler={handler}", form, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    private Task<IReadOnlyList<string>> PeopleAsync() => _site.Db.ReadAsync(reads => reads.Query<string>(
        "SELECT id || name || ifnull(email, '') || job_title || discipline || ifnull(org_unit_id, 0) || ifnull(site_id, 0) || ifnull(manager_id, 0) || version FROM person ORDER BY id"), Stop);

    private Task<long> CountAsync(string of) => _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM " + of), Stop);

    [GeneratedRegex("""<input (?![^>]*type="(?:checkbox|file)")[^>]*name="([^"]+)"[^>]*value="([^"]*)""")]
    private static partial Regex Input();

    [GeneratedRegex("""<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>""", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("""<option value="([^"]*)" selected""")]
    private static partial Regex Chosen();
}
