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
        await mari.PressAsync("Print the letters", ("Heading", "{first}, come"), ("AnswerBy", "2026-04-01"), ("To", mari.Tick("Alma Tamm")));
        mari.Sees("Alma, come", "Come and help", "By 1 April").Misses("Bo, come");
        var link = Regex.Match(mari.Html, "/i/[a-z2-7]{26}").Value;
        using var alma = new PlainDesk(_site.NewClient(), "Alma");
        await alma.OpenAsync(link);
        await alma.PressAsync("Continue as Alma Tamm");
        (await mari.OpenAsync(Page)).Misses("Alma Tamm").Sees("Bo Lind");
        Assert.Equal("Come and help", await _site.OneAsync<string>("SELECT words FROM invitation_letter"));
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
