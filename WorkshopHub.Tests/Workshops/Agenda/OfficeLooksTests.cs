using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops.Agenda;

public sealed class OfficeLooksTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task The_pages_of_the_office_look_right_and_can_be_used_by_everybody()
    {
        await using var site = new Site();
        var desk = await VisitAsync(site.Url, Device.Desk);
        var token = await SetUpLink.EnsureAsync(site.Writer);
        await desk.GoAsync($"/setup?t={token}");
        await SeeAsync(desk, "setup-1");
        foreach (var (name, value) in Office.FirstPerson.Where(field => field.Name != "TimeZone"))
        {
            await desk.Page.FillAsync($"[name={name}]", value);
        }

        await desk.Page.ClickAsync("text=On to the address");
        await SeeAsync(desk, "setup-2");
        await desk.Page.ClickAsync("text=Take this address");
        await SeeAsync(desk, "setup-3");
        await desk.Page.ClickAsync("text=Start my first programme");
        await desk.Page.FillAsync("[name='Form.Name']", "Common Ground 2026");
        await SeeAsync(desk, "programme-new");
        await desk.Page.ClickAsync("text=Create it");
        await SeeAsync(desk, "programme-empty");
        await desk.Page.ClickAsync("text=Bring people in from a list");
        await desk.Page.FillAsync("textarea", List);
        await desk.Page.ClickAsync("text=Look at it row by row");
        await desk.Page.CheckAsync("[name=NewSupervisors]");
        await desk.Page.ClickAsync("button:has-text('Look again')");
        await SeeAsync(desk, "paste");
        await desk.Page.ClickAsync(".foot-bar .btn-ink");
        await SeeAsync(desk, "programme");
        await desk.Page.ClickAsync("text=Amara Osei");
        await SeeAsync(desk, "person");
        await desk.Page.GoBackAsync();
        await desk.Page.ClickAsync(".page-head >> text=Plan the kick-off");
        await desk.Page.FillAsync("[name='Form.Date']", "2099-03-10");
        await desk.Page.FillAsync("[name='Form.Place']", "Hexley House, hall");
        await SeeAsync(desk, "workshop-new");
        await desk.Page.ClickAsync("text=Plan it");
        await desk.Page.ClickAsync(".ag-title:has-text('What we heard')");
        await SeeAsync(desk, "agenda");
        await MoveAsync(desk.Page);
        foreach (var (page, name) in new[] { ("check", "check"), ("print", "print"), ("edit", "workshop-edit") })
        {
            await desk.GoAsync($"/workshops/1/{page}");
            await SeeAsync(desk, name);
        }

        var cookies = await desk.Context.CookiesAsync();
        var phone = await VisitAsync(site.Url, Device.Phone, dark: true);
        await phone.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Url = site.Url,
        }));
        foreach (var (page, name) in new[]
        {
            ("/setup/address", "setup-2"), ("/setup/try", "setup-3"), ("/programmes/1", "programme"), ("/programmes/1/paste", "paste"),
            ("/programmes/1/people/2", "person"), ("/programmes/1/workshops/new", "workshop-new"), ("/workshops/1?item=7", "agenda"),
            ("/workshops/1/check", "check"), ("/workshops/1?after=-1&kind=posts", "agenda-add"),
        })
        {
            await phone.GoAsync(page);
            await SeeAsync(phone, name);
        }
    }

    private static async Task MoveAsync(IPage page)
    {
        var grip = page.Locator(".ag >> nth=1").Locator(".grip");
        await grip.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator(".ag >> nth=2")).ToContainTextAsync("Why these problems");
        await page.Locator(".ag >> nth=0").GetByLabel("5 minutes more").ClickAsync();
        await Assertions.Expect(page.Locator(".ag >> nth=1").Locator("time")).ToHaveTextAsync("09:05");
        await Assertions.Expect(page.Locator(".ag >> nth=2").Locator("time")).ToHaveTextAsync("09:20");
        var from = (await page.Locator(".ag >> nth=2").Locator(".grip").BoundingBoxAsync())!;
        var to = (await page.Locator(".ag >> nth=0").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X + 10, to.Y + 30, new() { Steps = 4 });
        await page.Mouse.MoveAsync(to.X + 10, to.Y + 4, new() { Steps = 2 });
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator(".ag >> nth=0")).ToContainTextAsync("Why these problems");
        await Assertions.Expect(page.Locator(".ag >> nth=0").Locator("time")).ToHaveTextAsync("08:40");
        await Assertions.Expect(page.Locator(".ag >> nth=1").Locator("time")).ToHaveTextAsync("09:00");
        var minutes = page.Locator(".ag >> nth=0").GetByRole(AriaRole.Textbox);
        await minutes.FillAsync("45");
        await minutes.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".ag >> nth=1").Locator("time")).ToHaveTextAsync("09:25");
        await Assertions.Expect(page.Locator(".ag >> nth=2").Locator("time")).ToHaveTextAsync("09:50");
    }

    private static async Task SeeAsync(Visitor visitor, string name)
    {
        await visitor.Page.WaitForLoadStateAsync(LoadState.Load);
        await Shot(visitor.Page, $"office-{name}-{visitor.Name}", whole: true);
        var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(wide <= 0, $"{name} scrolls sideways by {wide} px on {visitor.Name}");
        await Axe.CheckAsync(visitor.Page);
    }

    private const string List = """
        Name,E-mail,Set,Role,Unit,Job title,Supervisor
        Amara Osei,m11@wendmere.example,Backfill,,Network Operations,Repair team leader,Colin Strachan
        Tomasz Wilk,m12@wendmere.example,Backfill,,Procurement & Stores,Materials buyer,Pauline Beckett
        Priya Raman,m13@wendmere.example,Backfill,,Digital,Data analyst,
        Ivan Petrov,m14@wendmere.example,Backfill,,Fleet & Logistics,Fitter,
        Owen Tranter,m42@wendmere.example,First Knock,,Fleet & Logistics,Tanker and bottled-water planner,Barry Pickles
        Jack Thorne,m61@wendmere.example,First Knock,,Network Operations,"Network technician, second year",
        Sade Bankole,m64@wendmere.example,First Knock,,Network Operations,Management accountant,
        Maximiliane Oluwadamilola Featherstonehaugh-Abernethy,m65@wendmere.example,Keys in Hand,,Health & Safety,"Street works, permits and customer access co-ordinator",
        Catherine Moss,a1@wendmere.example,Backfill,Advisor,People,Coach,
        Margaret Ainslie,sp1@wendmere.example,,Sponsor,,Chief Operating Officer,
        Dewi Morgan,d.morgan@wendmere,Keys in Hand,,,Sewer modeller,
        Amara Osei,m11@wendmere.example,First Knock,,,,
        """;
}
