using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.Workshops;

/// <summary>The summary, the set's page and my page as they look: whole, without barriers, on a desk and on a phone.</summary>
public sealed class SummaryLookTests(Browser browser) : BrowserTest(browser)
{
    [Fact]
    public async Task What_was_said_and_what_came_of_it_is_whole_on_a_desk_and_on_a_phone()
    {
        var (world, site) = World.Start();
        await using var running = site;
        await PlainPhone.OpenAsync(world, site);
        foreach (var (name, text, kind) in new[]
        {
            ("Alma Tamm", "On day one I put the raw list on the table with 212 gaps. The drivers closed 60 of them from memory before lunch.", "Learning"),
            ("Dora Voss", "A number with a range gets used sooner than a number with two decimals.", "Learning"),
            ("Cecil Hart", "Who tells the gang that its hole was opened again?", "Question"),
        })
        {
            using var phone = await PlainPhone.JoinAsync(world, site, name);
            await phone.PostAsync(text, kind: kind);
        }

        var undo = await site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE agenda_item SET started_at = @Now", new { w.Now });
            w.Execute("""
                UPDATE activity SET kind = 'dotvote', name_mode = 'Named', state = 'Closed', title = 'Three learnings we all should keep',
                  settings = '{"Dots":3,"Carries":"Learning"}', source_id = @posts WHERE id = @dots
                """, new { posts = world.Activities[0], dots = world.Activities[2] });
            w.Execute("UPDATE activity SET kind = 'setquestion', title = 'Questions to other sets', settings = '{}', name_mode = 'Named' WHERE id = @id", new { id = world.Activities[1] });
            w.Execute("""
                INSERT INTO set_question (id, activity_id, from_set, to_set, participant_id, text, asked_at)
                VALUES (@id, @activity, @from, @to, (SELECT min(id) FROM participant), 'Do your second-years talk to customers?', @Now)
                """, new { id = Tokens.New(), activity = world.Activities[1], from = world.Sets[0].Id, to = world.Sets[1].Id, w.Now });
            foreach (var person in w.Query<long>("SELECT id FROM participant"))
            {
                w.Execute("INSERT INTO dot (id, activity_id, participant_id, item) SELECT @dot, @activity, @person, id FROM post WHERE kind = 'Learning' LIMIT 1",
                    new { dot = Tokens.New(), activity = world.Activities[2], person });
            }

            Carried.Add(w, new Carried { ActivityId = world.Activities[1], Target = "SetQuestion", SetId = world.Sets[0].Id, Text = "Do your second-years talk to customers?" });
            Carried.Add(w, new Carried { ActivityId = world.Activities[1], Target = "Action", SetId = world.Sets[0].Id, PersonId = world["Mari Kask"], Text = "I ring the depot before our first meeting", Due = "2026-03-24" });
            return Carried.Add(w, new Carried { ActivityId = world.Activities[1], Target = "SetName", SetId = world.Sets[0].Id, Text = "Keel", Before = "Circle" });
        });
        (string Name, string Page)[] pages =
        [
            ("summary", $"/workshops/{world.Workshop}/summary"), ("summary-undo", $"/workshops/{world.Workshop}/summary?undo={undo}#carried"),
            ("set-from-workshops", $"/programmes/{world.Programme}/sets/{world.Sets[0].Id}"), ("my-from-workshops", "/"),
        ];
        foreach (var (device, dark) in new[] { (Device.Desk, false), (Device.Phone, true) })
        {
            var visitor = await VisitAsync(site.Url, device, dark);
            await visitor.SignInAsync("Mari Kask");
            foreach (var (name, page) in pages)
            {
                await visitor.GoAsync(page);
                await Axe.CheckAsync(visitor.Page);
                Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{page} on a {device}");
                await Shot(visitor.Page, $"{name}-{device}");
            }
        }
    }
}
