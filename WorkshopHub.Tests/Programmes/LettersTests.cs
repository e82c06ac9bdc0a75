using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Programmes;

/// <summary>Printed invitation letters: one page a person, with a link that is theirs alone.</summary>
public sealed class LettersTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    private string Page => $"/programmes/{_world.Programme}/letters";

    public override ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Only_who_never_signed_in_gets_one_and_the_link_signs_that_person_in()
    {
        using var mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync(Page);
        mari.Sees("Alma Tamm member of Circle", "Uma Supervisor supervisor", "Aada Advisor advisor of Circle").Misses("Sven Sponsor sponsor");
        await mari.IsRefusedAsync("Print the letters", "Tick at least one person", ("To", "0"));
        await mari.IsRefusedAsync("Print the letters", "Keep it to 900", ("Words", new string('x', 901)), ("To", mari.Tick("Alma Tamm")));
        await mari.IsRefusedAsync("Print the letters", "A day, or nothing", ("Words", "Come and help"), ("AnswerBy", "soon"), ("To", mari.Tick("Alma Tamm")));
        await mari.IsRefusedAsync("Print the letters", "That day is over", ("AnswerBy", "2025-04-01"), ("To", mari.Tick("Alma Tamm")));
        await mari.PressAsync("Print the letters", ("Heading", "{first}, come"), ("AnswerBy", "2099-04-01"), ("To", mari.Tick("Alma Tamm")));
        mari.Sees("Alma, come", "Come and help", "By 1 April 2099").Misses("Bo, come");
        var link = Regex.Match(mari.Html, "/i/[a-z2-7]{26}").Value;
        using var alma = new PlainDesk(_site.NewClient(), "Alma");
        await alma.OpenAsync(link);
        await alma.PressAsync("Continue as Alma Tamm");
        (await mari.OpenAsync(Page)).Misses("Alma Tamm").Sees("Bo Lind");
        Assert.Equal("Come and help", await _site.OneAsync<string>("SELECT words FROM invitation_letter"));
    }

    [Fact]
    public async Task Each_letter_holds_one_link_which_signs_in_whom_it_is_addressed_to_and_names_nobody_else_who_gets_one()
    {
        string[] all = ["Alma Tamm", "Bo Lind", "Uma Supervisor"];
        using var mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync(Page);
        await mari.PressAsync("Print the letters", [.. all.Select(name => ("To", mari.Tick(name)))]);
        var sheets = mari.Html.Split("<section class=\"a4 lt\"")[1..];
        Assert.Equal(all, sheets.Select(sheet => Regex.Match(sheet, "<address>([^<]+)").Groups[1].Value.Trim()));
        foreach (var (name, sheet) in all.Zip(sheets))
        {
            var link = Assert.Single(Regex.Matches(sheet, "/i/[a-z2-7]{26}").Select(one => one.Value).Distinct());
            Assert.All(all.Where(other => other != name && other != "Uma Supervisor"), other => Assert.DoesNotContain(other, sheet, StringComparison.Ordinal));
            using var who = new PlainDesk(_site.NewClient(), name);
            await who.OpenAsync(link);
            await who.PressAsync($"Continue as {name}");
        }
    }

    [Fact]
    public async Task A_letter_asks_each_role_for_what_is_theirs_and_only_members_whether_they_take_part()
    {
        await _site.SetAsync("UPDATE programme SET start_date = '2099-03-10', end_date = '2099-09-15', time_share_percent = 25");
        await _site.SetAsync("UPDATE workshop SET date = '2099-03-10'");
        using var mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync(Page);
        string[] all = ["Alma Tamm", "Uma Supervisor", "Aada Advisor", "Chen Champion", "Clio Client"];
        await mari.PressAsync("Print the letters", [.. all.Select(name => ("To", mari.Tick(name)))]);
        var sheets = WebUtility.HtmlDecode(mari.Html).Split("<section class=\"a4 lt\"")[1..].ToDictionary(sheet => Regex.Match(sheet, "<address>([^<]+)").Groups[1].Value.Trim());
        Assert.Contains("will you take part?", sheets["Alma Tamm"], StringComparison.Ordinal);
        Assert.All(all[1..], name =>
        {
            Assert.DoesNotContain("take part?", sheets[name], StringComparison.Ordinal);
            Assert.DoesNotContain("chooses something to get better at", sheets[name], StringComparison.Ordinal);
        });
        Assert.Contains("Uma, will you give Alma", sheets["Uma Supervisor"], StringComparison.Ordinal);
        Assert.Contains("needs 25 per cent of the working time, from 10 March to 15 September 2099", sheets["Uma Supervisor"], StringComparison.Ordinal);
        Assert.Contains("will you advise", sheets["Aada Advisor"], StringComparison.Ordinal);
        Assert.Contains("will you open doors", sheets["Chen Champion"], StringComparison.Ordinal);
        Assert.Contains("be the client", sheets["Clio Client"], StringComparison.Ordinal);
        Assert.All(sheets.Values, sheet => Assert.Contains("Kick-off, 10 March 2099", sheet, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_several_roles_reads_what_each_of_them_is_asked_for()
    {
        await _site.SetAsync(
            """
            INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@alma, @Programme, 'Champion', @star), (@alma, @Programme, 'Client', NULL);
            UPDATE membership SET supervisor_id = @chen WHERE person_id = @bo
            """, new { alma = _world["Alma Tamm"], chen = _world["Chen Champion"], bo = _world["Bo Lind"], _world.Programme, star = _world.Sets[5].Id });
        using var mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync(Page);
        mari.Sees("Alma Tamm member of Circle, champion of Star and client", "Aada Advisor advisor of Circle, Triangle and Square", "Chen Champion supervisor and champion");
        string[] all = ["Alma Tamm", "Chen Champion", "Aada Advisor"];
        await mari.PressAsync("Print the letters", [.. all.Select(name => ("To", mari.Tick(name)))]);
        var sheets = WebUtility.HtmlDecode(mari.Html).Split("<section class=\"a4 lt")[1..].ToDictionary(sheet => Regex.Match(sheet, "<address>([^<]+)").Groups[1].Value.Trim());
        Assert.All(["Alma, will you take part?", "You are also asked to open doors for Star", "You are also asked as the client of a set", "asked as member of Circle, champion of Star and client"],
            words => Assert.Contains(words, sheets["Alma Tamm"], StringComparison.Ordinal));
        Assert.All(["Chen, will you give Bo the time?", "You are also asked to open doors for a set"],
            words => Assert.Contains(words, sheets["Chen Champion"], StringComparison.Ordinal));
        Assert.Contains("will you advise Circle, Triangle and Square?", sheets["Aada Advisor"], StringComparison.Ordinal);
        Assert.DoesNotContain("You are also asked to advise", sheets["Aada Advisor"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_write_the_letter_sees_both()
    {
        using var mari = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari");
        using var other = new PlainDesk(await Office.SignInAsync(_site, World.Mail("Mari Kask")), "Mari elsewhere");
        await mari.OpenAsync(Page);
        await other.OpenAsync(Page);
        await other.PressAsync("Keep the words", ("Words", "Theirs"));
        await mari.SendAsync("Keep the words", ("Words", "Mine"));
        Assert.Equal(HttpStatusCode.Conflict, mari.Status);
        mari.Sees("Theirs", "Mine");
    }

    [Fact]
    public async Task They_print_one_page_each_even_when_they_are_long()
    {
        await _site.SetAsync(
            "INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@bo, @Programme, 'Champion', @star), (@bo, @Programme, 'Client', NULL), (@bo, @Programme, 'Facilitator', NULL); UPDATE membership SET supervisor_id = @bo WHERE set_id = @star",
            new { bo = _world["Bo Lind"], _world.Programme, star = _world.Sets[5].Id });
        await _site.SetAsync("UPDATE person SET job_title = 'Network technician in the second year of the training scheme', name = name || ' of the Long and Winding Name' WHERE name LIKE 'B%' OR name LIKE 'C%'");
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync(Page);
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "letters-write", whole: true);
        await desk.Page.Locator("[name=Words]").FillAsync(string.Join("\n\n", Enumerable.Repeat("We have eight problems that have beaten us more than once, and each one crosses several departments, so that each of us sees only one part of it. Say yes, or say no.", 5)));
        var count = await desk.Page.Locator("[name=To]:checked").CountAsync();
        await desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Print the letters" }).ClickAsync();
        await desk.SeesAsync("one page each");
        await Axe.CheckAsync(desk.Page);
        await Shot(desk.Page, "letters-print", whole: true);
        Assert.Empty(await desk.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.lt')].filter(page => page.scrollHeight > page.clientHeight + 1).map(page => page.querySelector('address').innerText)"));
        var pdf = Encoding.Latin1.GetString(await desk.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Equal(count, Regex.Count(pdf, "/Type\\s*/Page\\b"));
        Assert.True(count > 15, $"{count} letters");
    }
}
