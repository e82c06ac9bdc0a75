using System.IO.Compression;
using System.Net;
using System.Text;
using MiniExcelLibs;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What was said in a workshop: to read, to search, to take along.</summary>
public sealed class SummaryTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;

    public SummaryTests() => (_world, _site) = World.Start();

    public async ValueTask InitializeAsync()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var dora = await PlainPhone.JoinAsync(_world, _site, "Dora Voss");
        await alma.PostAsync("We rang the depot and it took four minutes");
        await alma.PostAsync("=HYPERLINK(\"http://evil.test\")", kind: "Learning");
        await dora.PostAsync("A trainee asked about the red handle", kind: "Learning");
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task It_shows_what_was_said_and_finds_words_and_sets()
    {
        var mari = await SignedInAsync("Mari Kask");
        var all = await mari.GetStringAsync(Summary);
        Assert.Contains("it took four minutes", all, StringComparison.Ordinal);
        Assert.Contains("red handle", all, StringComparison.Ordinal);
        var found = Found(await mari.GetStringAsync($"{Summary}?q=TRAINEE"));
        Assert.Contains("red handle", found, StringComparison.Ordinal);
        Assert.DoesNotContain("four minutes", found, StringComparison.Ordinal);
        found = Found(await mari.GetStringAsync($"{Summary}?set={_world.Sets[0].Id}"));
        Assert.Contains("four minutes", found, StringComparison.Ordinal);
        Assert.DoesNotContain("red handle", found, StringComparison.Ordinal);
        Assert.Contains("Nothing fits", await mari.GetStringAsync($"{Summary}?q=zebra"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_the_programme_may_read_it_and_nobody_else()
    {
        Assert.Contains("four minutes", await (await SignedInAsync("Sven Sponsor")).GetStringAsync(Summary), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync("Otto Outsider")).GetAsync(Summary)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync("Sven Sponsor")).GetAsync($"{Summary}?handler=table")).StatusCode);
    }

    [Fact]
    public async Task The_workbook_holds_a_sheet_an_activity_and_no_formula()
    {
        var mari = await SignedInAsync("Mari Kask");
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        Assert.Equal(["What have you learned"], stream.GetSheetNames());
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal("Alma Tamm", rows[0]["Name"]);
        Assert.Equal("'=HYPERLINK(\"http://evil.test\")", rows[1]["Post"]);
    }

    [Fact]
    public async Task The_csv_quotes_what_it_must()
    {
        var mari = await SignedInAsync("Mari Kask");
        using var zip = new ZipArchive(new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=csv")));
        using var text = new StreamReader(zip.Entries.Single().Open(), Encoding.UTF8);
        var lines = (await text.ReadToEndAsync()).Split("\r\n");
        Assert.Equal("Set,Name,Kind,Post,Helps us,Time", lines[0]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\"", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shows_only_after_closing_stands_as_a_count_until_then()
    {
        await _site.Writer.RunAsync(w => w.Execute("UPDATE activity SET reveal = 'AfterClose' WHERE id = @id", new { id = _world.Activities[0] }));
        var mari = await SignedInAsync("Mari Kask");
        var page = await mari.GetStringAsync(Summary);
        Assert.DoesNotContain("four minutes", page, StringComparison.Ordinal);
        Assert.Contains("2 people wrote", page, StringComparison.Ordinal);
        using var stream = new MemoryStream(await mari.GetByteArrayAsync($"{Summary}?handler=table"));
        Assert.Equal(2.0, stream.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Single()["People who wrote"]);
    }

    [Fact]
    public async Task A_picked_name_gets_nobodys_words_and_a_confirmed_one_its_own()
    {
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Bo Lind");
        var mine = $"/w/{_world.Workshop}/mine";
        await alma.PostAsync("Bo was here");
        Assert.DoesNotContain("Bo was here", await alma.Client.GetStringAsync(mine), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await alma.Client.GetAsync($"{mine}?handler=file")).StatusCode);
        await _site.Writer.RunAsync(w => w.Execute("UPDATE device SET assurance = 'Vouched'"));
        Assert.Contains("Bo was here", await alma.Client.GetStringAsync(mine), StringComparison.Ordinal);
        var file = await alma.Client.GetStringAsync($"{mine}?handler=file");
        Assert.Contains("- Learning: Bo was here", file, StringComparison.Ordinal);
        Assert.DoesNotContain("four minutes", file, StringComparison.Ordinal);
    }

    private string Summary => $"/workshops/{_world.Workshop}/summary";

    private static string Found(string page)
    {
        var from = page.IndexOf("Everything said aloud", StringComparison.Ordinal);
        var to = page.IndexOf("sum-part", from, StringComparison.Ordinal);
        return page[from..to];
    }

    private Task<HttpClient> SignedInAsync(string name) => Office.SignInAsync(_site, World.Mail(name));
}
