using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Tests.Reports.Pdf;

/// <summary>A published version as a file, printed by the Chromium that is there.</summary>
public sealed class PdfTests : IAsyncDisposable
{
    private readonly World _world = World.Plant();
    private Site? _site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Version => $"/programmes/{_world.Programme}/report/2";

    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_version_comes_as_one_tagged_file_with_outline_and_page_numbers_and_is_made_once()
    {
        var reader = await StartAsync(await Chromium.FindAsync());
        using var answer = await reader.GetAsync($"{Version}/pdf", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Keep the Lights On, outcome report 2, 2026-09-16.pdf", answer.Content.Headers.ContentDisposition?.FileNameStar);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
        using (var file = new PrintedFile(bytes))
        {
            Assert.StartsWith("Keep the <Lights> On, outcome report, version 2", file.Title, StringComparison.Ordinal);
            Assert.True(file.IsTagged);
            Assert.All(ReportExample.Published.Shown, section => Assert.Contains(file.Outline, title => title.EndsWith(section.Title, StringComparison.Ordinal)));
            Assert.Contains(file.Outline, title => title.Contains("Õnnelik Lõpp 🌍 日本", StringComparison.Ordinal));
            Assert.Contains(file.Alternatives, words => words.Contains("Holes dug twice", StringComparison.Ordinal));
            Assert.All(file.Texts, (text, place) => Assert.Contains($"{place + 1}of{file.Pages.Count}", text, StringComparison.Ordinal));
            Assert.All(file.Texts.Skip(1), text => Assert.Contains("Keepthe<Lights>On·Outcomereport·Version2", text, StringComparison.Ordinal));
            var all = string.Concat(file.Texts);
            string[] names = ["Фёдор", "ÜlleŠmit", "AlmaTamm"];
            Assert.All(names, name => Assert.Contains(name, all, StringComparison.Ordinal));
        }

        // The second time it is the same file, without another browser.
        var made = Assert.Single(Directory.GetFiles(Path.Combine(_site!.File.Folder, "reports")));
        var when = File.GetLastWriteTimeUtc(made);
        Assert.Equal(bytes, await reader.GetByteArrayAsync($"{Version}/pdf", Stop));
        Assert.Equal(when, File.GetLastWriteTimeUtc(made));
        Assert.Equal(2, await _site.OneAsync<long>("SELECT count(*) FROM audit WHERE act = 'export-report-pdf' AND person_id IS NOT NULL"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(made));
        }

        // Other words: what was printed of the old ones is gone as soon as somebody looks, before anything is printed anew.
        await _site.SetAsync("UPDATE report_version SET report = replace(report, 'Why are holes dug twice?', 'Why is it dug again?')");
        await reader.GetStringAsync(Version, Stop);
        Assert.Empty(Directory.GetFiles(Path.Combine(_site.File.Folder, "reports")));
    }

    [Fact]
    public async Task Only_readers_get_it_and_the_page_behind_it_opens_once()
    {
        await StartAsync("none");
        using var stranger = _site!.NewClient();
        using var asked = await stranger.GetAsync($"{Version}/pdf", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        stranger.DefaultRequestHeaders.Add("Accept", "text/html");
        using var led = await stranger.GetAsync($"{Version}/pdf", Stop);
        Assert.Equal("/signin", led.Headers.Location?.AbsolutePath);

        var key = _site.Services.GetRequiredService<PrintTickets>().Give(new PrintedVersion(_world.Programme, 2));
        var page = await stranger.GetStringAsync($"/reports/print/{key}", Stop);
        Assert.Contains("Why are holes dug twice?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/measures", page, StringComparison.Ordinal); // what only some may follow is no link here
        using var again = await stranger.GetAsync($"/reports/print/{key}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public void The_page_that_is_printed_opens_to_this_computer_alone()
    {
        var (own, other) = (IPAddress.Parse("192.168.7.4"), IPAddress.Parse("192.168.7.5"));
        Assert.True(PrintPage.IsThisComputer(IPAddress.Loopback, IPAddress.Loopback));
        Assert.True(PrintPage.IsThisComputer(IPAddress.Loopback.MapToIPv6(), IPAddress.Loopback.MapToIPv6()));
        Assert.True(PrintPage.IsThisComputer(IPAddress.IPv6Loopback, IPAddress.IPv6Loopback));
        Assert.True(PrintPage.IsThisComputer(own, own)); // where the program listens at that address only
        Assert.False(PrintPage.IsThisComputer(other, own));
    }

    [Fact]
    public void The_address_of_the_page_that_is_printed_ends_after_two_minutes()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 9, 16, 10, 0, 0, TimeSpan.Zero));
        var (tickets, version) = (new PrintTickets(clock), new PrintedVersion(1, 2));
        var (early, late) = (tickets.Give(version), tickets.Give(version));
        clock.Pass(119);
        Assert.Equal(version, tickets.Take(early));
        clock.Pass(1);
        Assert.Null(tickets.Take(late));
    }

    [Fact]
    public async Task Without_a_browser_the_button_opens_the_print_dialog_and_says_so()
    {
        var reader = await StartAsync("none");
        using var answer = await reader.GetAsync($"{Version}/pdf", Stop);
        Assert.Equal(Version, answer.Headers.Location?.ToString());
        var report = await reader.GetStringAsync(Version, Stop);
        Assert.Contains("Opens the print dialog", report, StringComparison.Ordinal);
        Assert.Contains("data-print", report, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Version}/pdf", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("exec sleep 600")]
    [InlineData("for one in \"$@\"; do case \"$one\" in --print-to-pdf=*) echo '%PDF-1.7 of a page of an error' > \"${one#--print-to-pdf=}\";; esac; done")]
    public async Task A_browser_that_fails_or_hangs_is_given_up_and_leaves_nothing(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a shell script stands for the browser
        }

        var browser = Path.Combine(Repo.NewFolder(), "browser");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\n{script}\n", Stop);
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var reader = await StartAsync(browser, ("Reports:Seconds", "1"));
        using var answer = await reader.GetAsync($"{Version}/pdf", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("did not finish", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(_site!.File.Folder, "reports")));
    }

    [Fact]
    public async Task No_more_than_two_are_printed_at_once_however_many_are_asked_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a shell script stands for the browser
        }

        // It notes how many of its kind are on while it is, and prints nothing.
        var folder = Repo.NewFolder();
        var browser = Path.Combine(folder, "browser");
        await File.WriteAllTextAsync(browser, $"#!/bin/sh\ncd '{folder}'\n: > on.$$\nsleep .4\nls on.* | wc -l >> seen\nsleep .4\nrm on.$$\nexit 3\n", Stop);
        File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var reader = await StartAsync(browser);
        await _site!.SetAsync("INSERT INTO report_version (programme_id, number, report, published_at) SELECT programme_id, value, report, published_at FROM report_version, json_each('[3,4,5,6]')");
        var answers = await Task.WhenAll(Enumerable.Range(2, 5).Select(number => reader.GetAsync($"/programmes/{_world.Programme}/report/{number}/pdf", Stop)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        var seen = (await File.ReadAllLinesAsync(Path.Combine(folder, "seen"), Stop)).Select(line => int.Parse(line, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(5, seen.Count);
        Assert.All(seen, on => Assert.InRange(on, 1, 2));
    }

    private async Task<HttpClient> StartAsync(string browser, params (string, string)[] settings)
    {
        _site = new Site(_world.File, settings: [(PrintingBrowser.Setting, browser), .. settings]);
        var report = ReportExample.Published;
        await _site.SetAsync(
            """
            INSERT INTO report_version (programme_id, number, report, published_at) VALUES (@Programme, 2, @report, '2026-09-16T10:00:00.000Z')
            """, new { _world.Programme, report = ReportJson.Write(report with { Head = report.Head with { ProgrammeId = _world.Programme } }) });
        return await _site.AsAsync(_world, "Alma Tamm");
    }
}
