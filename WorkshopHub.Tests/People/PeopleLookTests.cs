using System.Text;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.People;

namespace WorkshopHub.Tests.People;

/// <summary>The office brings people in with a real browser, at the desk and on a phone, in light and dark.</summary>
public sealed class PeopleLookTests(Browser browser) : BrowserTest(browser)
{
    private const string Messy = """
        Full name;E-mail;Position;Dept.;Line manager e-mail;Office;Payroll no.
        Amara Osei;m11@wendmere.example;Repair team leader;Network Operations;v01@wendmere.example;Thornby Depot;4711
        Tomasz Wilk;m12@wendmere.example;Materials buyer;Procurement & Stores;Pauline Beckett;Hexley House (head office);4712
        Owen Tranter;m42@wendmere.example;Tanker and bottled-water planner;Fleet & Logistics;v13@wendmere.example;;4713
        Alma Tamm;alma.tamm@flow.test;;;v01@wendmere.example;;4714
        Maximiliane Oluwadamilola Featherstonehaugh-Abernethy;maximiliane.featherstonehaugh-abernethy@wendmere.example;Street works, permits and customer access co-ordinator;Health & Safety;Derek Hollis;Penrow Customer Centre;4715
        Peter Lindqvist;a4@wendmere.example;Retired works manager, part-time coach;;;;4716
        Dewi Morgan;d.morgan@wendmere;Sewer modeller;Asset Planning;Fiona Abernethy;;4717
        Amara Osei;m11@wendmere.example;Repair team leader;;;;4718
        Sade Bankole;m64@wendmere.example;Management accountant;Fin. & Treasury;Oluwaseun Adeyemi;;4719
        Neil Fairclough;m63@wendmere.example;Works manager;Wastewater Operations;m63@wendmere.example;Sallow Bay;4720
        Ivo Klima;ivo@wendmere.example;Diver;Reservoirs;Linda Szabó;;4721
        """;

    [Fact]
    public async Task The_office_brings_a_messy_list_in_and_mends_it_in_its_rows()
    {
        var (world, site) = World.Start();
        await using var running = site;
        await site.Writer.RunAsync(writes => Seed(writes, world));
        var desk = (await VisitAsync(site.Url, Device.Desk)).Expect("handler=Keep|status of 409");
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync("/people");
        await LookAsync(desk, "people");
        await desk.Page.GetByLabel("Name, e-mail or job").FillAsync("manager north");
        await desk.SeesAsync("1 person");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Bring people in" }).ClickAsync();
        await desk.Page.GetByLabel("Your list of people").SetInputFilesAsync(new FilePayload
        {
            Name = "people-4-february.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(Messy),
        });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Look at it row by row" }).ClickAsync();
        await desk.SeesAsync("Row by row, before anything changes");
        await LookAsync(desk, "people-import");
        await desk.Page.GetByLabel("E-mail for row 8").FillAsync("d.morgan@wendmere.example");
        await desk.Page.GetByLabel("Manager for row 11").FillAsync("v10@wendmere.example");
        await desk.Page.GetByLabel("Manager for row 12").FillAsync("Linda Szabo");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Look again with what I mended" }).ClickAsync();
        var press = desk.Page.GetByRole(AriaRole.Button, new() { Name = "Add 7 and change 2", Exact = true });
        await Assertions.Expect(press).ToBeVisibleAsync();
        await LookAsync(desk, "people-import-mended");
        await press.ClickAsync();
        await desk.SeesAsync("7 people came in and 2 people changed.");

        var phone = await VisitAsync(site.Url, Device.Phone);
        await phone.SignInAsync("Mari Kask");
        foreach (var (address, name) in new[] { ("/people", "people-phone"), ("/people/units?unit=1", "people-units-phone"), ($"/people/{world["Alma Tamm"]}", "people-one-phone") })
        {
            await phone.GoAsync(address);
            await LookAsync(phone, name);
        }

        await phone.GoAsync("/people/import");
        await phone.Page.GetByLabel("Your list of people").SetInputFilesAsync(new FilePayload
        {
            Name = "people.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(Messy),
        });
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Look at it row by row" }).ClickAsync();
        await phone.SeesAsync("Row by row, before anything changes");
        await LookAsync(phone, "people-import-phone");
    }

    private static bool Seed(Web.Data.Writes writes, World world)
    {
        var content = DemoContent.Load();
        foreach (var person in content.People.Where(person => person.Id[0] is 'v' || person.Id is "a4" or "m42"))
        {
            PersonCommands.Add(writes, new PersonDetails(person.Name, person.Email, person.JobTitle, content.Unit(person.UnitId)), null,
                new PersonWork(DemoPeople.DisciplineOf(person), content.Site(person.SiteId), null));
        }

        PersonCommands.Lead(writes, world["Alma Tamm"], world["Uma Supervisor"], null);
        var roof = UnitCommands.Add(writes, "Water Supply", null, null);
        return UnitCommands.Change(writes, UnitCommands.Named(writes, "Network Operations", null)!.Value, 1, "Network Operations", roof, null);
    }

    /// <summary>A picture in light and dark, no violation, nothing beside the screen.</summary>
    private static async Task LookAsync(Visitor visitor, string name)
    {
        await Axe.CheckAsync(visitor.Page);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than the screen");
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await Shot(visitor.Page, $"{name}-{scheme.ToString().ToLowerInvariant()}", whole: true);
        }
    }
}
