using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Tests.Activities.ReportOuts;

public sealed class ReportLookTests(Browser browser) : BrowserTest(browser)
{
    private const string Faults = """
        (least) => {
          const stage = document.getElementById("stage"), frame = stage.getBoundingClientRect(), faults = [];
          for (const element of stage.querySelectorAll("*")) {
            const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
            const box = element.getBoundingClientRect();
            if (!own || box.width === 0 || element.closest(".vh, svg")) continue;
            const name = element.tagName + " " + element.textContent.trim().slice(0, 30);
            if (box.bottom > frame.bottom + 1 || box.right > frame.right + 1 || box.top < frame.top - 1) faults.push("outside: " + name);
            if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== "inline") faults.push("too wide: " + name);
            if (parseFloat(getComputedStyle(element).fontSize) < least) faults.push("too small: " + name);
            const item = element.closest(".witem, .wall-main");
            if (item && item.getBoundingClientRect().bottom + 2 < box.bottom) faults.push("over its place: " + name);
          }
          return faults;
        }
        """;

    private const string Long = "Lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod tempor invidunt ut labore et dolore magna aliquyam erat sed diam voluptua at vero eos et accusam et justo duo dolores et ea rebum stet clita kasd gubergren no sea takimata sanctus est lorem ipsum dolor sit.";

    [Fact]
    public async Task A_set_presents_from_its_phone_and_walls_and_phones_follow()
    {
        var (world, site) = World.Start();
        using var started = site;
        await ReportRoom.OpenAsync(world, site);
        await ReportRoom.WriteAsync(world, site);
        await site.Writer.RunAsync(w => w.Execute(
            """
            INSERT INTO phase_step (set_id, phase, on_date, at) VALUES (@Id, 'Study', '2026-01-12', @Now), (@Id, 'Develop', '2026-02-02', @Now);
            UPDATE programme SET start_date = '2026-01-12', end_date = NULL
            """, new { world.Sets[0].Id, w.Now }));
        var control = await VisitAsync(site.Url, Device.Desk);
        await control.SignInAsync("Mari Kask");
        await control.GoAsync($"/w/{world.Workshop}/control");
        await control.LiveAsync();
        var wall = await VisitAsync(site.Url, Device.Wall);
        await wall.HangAsync(site.Url, world.Screens[0]);
        await Shot(wall.Page, "reportout-wall-order");
        var presenter = await JoinAsync(world, site, "Alma Tamm");
        var other = await JoinAsync(world, site, "Cecil Hart");

        await control.Page.Locator("#report-desk-" + world.Activities[0]).GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Begins" }).First.ClickAsync();
        await wall.SeesAsync("One in five was opened again.");
        await Microsoft.Playwright.Assertions.Expect(wall.Page.Locator("svg.ph-strip")).ToHaveAttributeAsync("aria-label", "Phases: Study from 12 Jan, Develop from 2 Feb, until 10 Mar 2026");
        await Shot(wall.Page, "reportout-wall-problem");
        await other.SeesAsync("One thing you can use, or a question");
        await presenter.SeesAsync("On the wall now, 1 of 7");
        await presenter.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await wall.SeesAsync("Two more clamps");
        await Shot(wall.Page, "reportout-wall-tried");
        await presenter.SeesAsync("On the wall now, 2 of 7");
        await presenter.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await wall.SeesAsync("45 of 412, where it was 76 of 398.");
        await other.SeesAsync("what happened");
        await other.Page.GetByLabel("Your note to Circle").FillAsync("The same people go back to look, and no form.");
        await other.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Send to Circle" }).ClickAsync();
        await presenter.SeesAsync("The same people go back to look");
        await other.SeesAsync("With Circle");
        await Microsoft.Playwright.Assertions.Expect(wall.Page.Locator(".wall-foot")).ToContainTextAsync("“One thing I can use”: 1");
        await control.SeesAsync("The same people go back to look");
        foreach (var (visitor, name) in new[] { (wall, "wall"), (presenter, "presenter"), (other, "other"), (control, "control") })
        {
            await Shot(visitor.Page, $"reportout-{name}");
            await Axe.CheckAsync(visitor.Page);
        }

        var client = await JoinAsync(world, site, "Clio Client");
        await client.SeesAsync("Can you stand behind this, Clio?");
        await client.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Yes, these figures are ours" }).ClickAsync();
        await wall.SeesAsync("Confirmed by Clio Client");
        await Shot(wall.Page, "reportout-wall");
        await client.Page.GetByLabel("What do you do next?").FillAsync("Two bays at Penrow");
        await client.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await client.SeesAsync("Take it back");
        await Shot(client.Page, "reportout-client", whole: true);
        await Axe.CheckAsync(client.Page);
        var sponsor = await JoinAsync(world, site, "Sven Sponsor");
        await sponsor.Page.Locator("label.chip", new() { HasText = "Adopt" }).First.ClickAsync();
        await sponsor.Page.GetByLabel("In your words").FillAsync("Bays approved for both depots today.");
        await Shot(sponsor.Page, "reportout-sponsor");
        await Axe.CheckAsync(sponsor.Page);
        await sponsor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Say it, then show it" }).ClickAsync();
        await sponsor.SeesAsync("Change the answer");
        await control.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Answers on the walls" }).ClickAsync();
        await wall.SeesAsync("Bays approved for both depots today.");
        await wall.SeesAsync("Two bays at Penrow.");
        await Shot(wall.Page, "reportout-wall-decisions");
        await Axe.CheckAsync(wall.Page);

        await presenter.GoAsync($"/reports/{world.Activities[0]}");
        await Axe.CheckAsync(presenter.Page);
        await Shot(presenter.Page, "reportout-write", whole: true);
    }

    [Fact]
    public async Task Nothing_is_cut_or_small_with_the_longest_words()
    {
        var (world, site) = World.Start();
        using var started = site;
        await ReportRoom.OpenAsync(world, site, new ReportOutSettings { NotesOnWall = true });
        var activity = world.Activities[0];
        await site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE sets SET name = substr(name || ' of the long and winding name, with more', 1, 40)");
            w.Execute("UPDATE problem SET title = 'Why do we dig the same hole again and again in every district'");
            w.Execute("UPDATE screen SET theme = 'Dark'");
            foreach (var set in world.Sets)
            {
                var outcome = OutcomeCommands.Ensure(w, world.Workshop, set.Id, null);
                OutcomeCommands.Write(w, outcome, 1,
                    [.. new ReportOutSettings().Slides.Select(slide => new SlideText { Slide = slide, Text = slide == Slide.Tried ? string.Join('\n', Enumerable.Repeat(Long[..45], 6)) : Long[..280] })],
                    new Ask(Long[..200], "2026-10-31", Long[..80]), null);
                for (var i = 0; i < 2; i++)
                {
                    MeasureCommands.Save(w, new Measure { SetId = set.Id, Name = Long[..95], Unit = "per week and more", Baseline = 4.5, Result = 1.2, Target = 3 }, null);
                }

                foreach (var measure in Measure.Of(w, set.Id, null))
                {
                    MeasureCommands.Say(w, measure.Id, "Disputed", 2, Long[..95], world["Clio Client"]);
                }

                ClientStep.Say(w, outcome, Long[..200], "2026-11-30", world["Clio Client"]);
                OutcomeCommands.Answer(w, new OutcomeAnswer { OutcomeId = outcome, Decision = Decision.Extend, Text = Long[..200], NextStep = Long[..200], By = world["Sven Sponsor"] });
            }

            return Presented(w, activity, world);
        });
        using var alma = await PlainPhone.JoinAsync(world, site, "Cecil Hart");
        var first = (await ReportRoom.RunAsync(world, site)).Now!.OutcomeId;
        for (var i = 0; i < 6; i++)
        {
            await alma.PostAsync("", more: [("note", $"{first}"), ($"kind.{first}", "Use"), ($"text.{first}", Long[..280])]);
        }

        var wall = await VisitAsync(site.Url, Device.Wall);
        await wall.HangAsync(site.Url, world.Screens[0]);
        var faults = new List<string>();
        foreach (var view in new[] { "0", "1", "2", "3", "4", "5", "6", "board", "order", "sets" })
        {
            await site.Writer.RunAsync(w =>
            {
                var run = ReportRun.Read(w, WorkshopHub.Web.Activities.Activity.Find(w, activity)!);
                switch (view)
                {
                    case "board": Presenting.Board(w, run, true); break;
                    case "order": Presenting.Rest(w, run); break;
                    case "sets": return OfMembers(w, world);
                    default: Presenting.Go(w, run, view[0] - '0'); break;
                }

                return 0;
            });
            await wall.GoAsync("/wall");
            await wall.LiveAsync();
            foreach (var (width, height) in new[] { (1920, 1080), (1024, 768) })
            {
                await wall.Page.SetViewportSizeAsync(width, height);
                await wall.Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))))");
                faults.AddRange((await wall.Page.EvaluateAsync<string[]>(Faults, width == 1920 ? 28 : 0)).Select(fault => $"{view} {width}x{height} {fault}"));
                await Shot(wall.Page, $"reportout-long-{view}-{width}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Five members a set have reported each for themselves, and all are answered at length.</summary>
    private static int OfMembers(WorkshopHub.Web.Data.Writes w, World world)
    {
        w.Execute("UPDATE activity SET settings = @json WHERE id = @id", new { json = new ReportOutSettings { PerMember = true }.ToJson(), id = world.Activities[0] });
        foreach (var set in world.Sets)
        {
            foreach (var name in new[] { "Maximiliana", "Bartholomew", "Guinevere" })
            {
                var person = w.Insert("INSERT INTO person (name, created_at, changed_at) VALUES (@name, @Now, @Now)",
                    new { name = $"{name} {Long[..45]}", w.Now });
                w.Insert("INSERT INTO membership (set_id, person_id, joined_at) VALUES (@Id, @person, @Now)", new { set.Id, person, w.Now });
                OutcomeCommands.Answer(w, new OutcomeAnswer
                {
                    OutcomeId = OutcomeCommands.Ensure(w, world.Workshop, set.Id, person),
                    Decision = Decision.Extend,
                    By = world["Sven Sponsor"],
                });
            }
        }

        Presenting.Board(w, ReportRun.Read(w, WorkshopHub.Web.Activities.Activity.Find(w, world.Activities[0])!), true);
        return 0;
    }

    private static int Presented(WorkshopHub.Web.Data.Writes w, long activity, World world)
    {
        var run = ReportRun.Read(w, WorkshopHub.Web.Activities.Activity.Find(w, activity)!);
        Presenting.Begin(w, run, run.Turns.First(turn => turn.SetId == world.Sets[0].Id));
        return 0;
    }

    private async Task<Visitor> JoinAsync(World world, Site site, string name)
    {
        var phone = await VisitAsync(site.Url, Device.Phone);
        phone.Name = $"phone-{name}";
        await phone.SitDownAsync(world, name);
        await ReportRoom.VouchAsync(world, site, name);
        await phone.GoAsync($"/w/{world.Workshop}");
        await phone.LiveAsync();
        return phone;
    }
}
