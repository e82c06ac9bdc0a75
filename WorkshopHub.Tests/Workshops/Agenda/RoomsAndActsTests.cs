using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops.Agenda;

namespace WorkshopHub.Tests.Workshops.Agenda;

public sealed class RoomsAndActsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_is_put_into_a_room_and_the_editor_says_where_a_room_waits()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            using var first = await SaveAsync(0, "1", "20", 1);
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            Assert.Contains("Only the first room has something to do: the sets of the second wait 20 min.", await ReadAsync(page), StringComparison.Ordinal);
            using var second = await SaveAsync(1, "1", "35", 2, "moment.doing");
            Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
            var html = await ReadAsync(page);
            Assert.Contains("The first room is done 15 min before the second: its sets wait.", html, StringComparison.Ordinal);
            Assert.Contains(". Second room", html, StringComparison.Ordinal);
            var view = await site.Db.ReadAsync(reads => AgendaView.Read(reads, site.Services.GetRequiredService<ActivityKinds>(), world.Workshop)!, Stop);
            Assert.Equal(["09:00", "09:00", "09:35"], view.Lines.Select(line => line.Starts));
            using var even = await SaveAsync(0, "2", "35", 1);
            Assert.DoesNotContain("its sets wait", await ReadAsync(page), StringComparison.Ordinal);
            using var wrong = await SaveAsync(0, "3", "35", 3);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains("selected=\"selected\" value=\"1\">First room only", (await client.GetStringAsync($"{page}?item={world.Items[0]}", Stop)).Replace("value=\"1\" selected=\"selected\"", "selected=\"selected\" value=\"1\"", StringComparison.Ordinal), StringComparison.Ordinal);

            Task<HttpResponseMessage> SaveAsync(int item, string version, string minutes, int room, string extra = "posts.kinds") => client.PostAsync(page, $"?item={world.Items[item]}",
                ("Form.Version", version), ("Form.Title", $"Item {item}"), ("Form.Minutes", minutes), ("Form.Room", $"{room}"), (extra, extra == "posts.kinds" ? "Learning" : "Talk"));

            async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address, Stop));
        }
    }

    [Fact]
    public async Task What_a_kind_takes_is_offered_and_an_activity_that_is_gone_on_with_stays_one()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            await site.Writer.RunAsync(w => w.Execute(
                "UPDATE activity SET kind = 'reportout', settings = '{}', title = 'Report-out' WHERE id = @id", new { id = world.Activities[0] }), Stop);
            var of = world.Activities[0].ToString(CultureInfo.InvariantCulture);
            var panel = WebUtility.HtmlDecode(await client.GetStringAsync($"{page}?after=-1&of={of}&act=Run", Stop));
            Assert.Contains("Goes on with it", panel, StringComparison.Ordinal);
            Assert.Contains("Looks at it again", panel, StringComparison.Ordinal);
            Assert.DoesNotContain("Shows its answers to all", panel, StringComparison.Ordinal);
            using var shows = await AddAsync("Reveal", "Show it");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, shows.StatusCode);
            using var again = await AddAsync("Run", "The other sets");
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
            using var review = await AddAsync("Review", "The sponsor answers");
            Assert.Equal(HttpStatusCode.Redirect, review.StatusCode);
            var view = await ViewAsync();
            var second = view.Lines.Single(line => line.Item.Title == "The other sets");
            Assert.Equal((world.Activities[0], false), (second.Item.ActivityId, second.Item.IsOwn));
            Assert.Contains("Goes on with “Report-out”", second.Small, StringComparison.Ordinal);

            // The first is needed by what goes on with it; the second is not, and comes back as what it was.
            using var needed = await client.PostAsync(page, "?handler=Row", ("remove", $"{world.Items[0]}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, needed.StatusCode);
            Assert.Contains("is needed by “The other sets” and “The sponsor answers”", WebUtility.HtmlDecode(await needed.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
            using var gone = await client.PostAsync(page, "?handler=Row", ("remove", $"{second.Item.Id}"));
            Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
            using var back = await client.PostAsync(page, "?handler=Row", ("back", "true"));
            Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
            Assert.Equal(world.Activities[0], (await ViewAsync()).Lines.Single(line => line.Item.Title == "The other sets").Item.ActivityId);

            // Changing its title leaves the activity's own alone.
            var now = (await ViewAsync()).Lines.Single(line => line.Item.Title == "The other sets").Item;
            using var renamed = await client.PostAsync(page, $"?item={now.Id}", ("Form.Version", $"{now.Version}"), ("Form.Title", "The last sets"),
                ("Form.Minutes", "40"), ("Form.Act", "Run"), ("Form.Of", of));
            Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
            Assert.Equal("Report-out", (await ViewAsync()).Lines.Single(line => line.Item.Title == "The last sets").Item.ActivityTitle);

            Task<HttpResponseMessage> AddAsync(string act, string title) => client.PostAsync(page, "?after=-1",
                ("Form.Act", act), ("Form.Of", of), ("Form.Title", title), ("Form.Minutes", "45"), ("Form.Version", "0"));
        }

        Task<AgendaView> ViewAsync() => site.Db.ReadAsync(
            reads => AgendaView.Read(reads, site.Services.GetRequiredService<ActivityKinds>(), world.Workshop)!, Stop);
    }

    [Fact]
    public async Task A_long_talk_is_warned_of_only_where_one_person_speaks_and_the_run_sheet_prints_purpose_and_both_notes()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            await site.Writer.RunAsync(w =>
            {
                w.Execute("UPDATE activity SET kind = 'reportout', settings = '{}' WHERE id = @id", new { id = world.Activities[0] });
                return w.Execute("UPDATE agenda_item SET minutes = 45, purpose = 'Why we do it', facilitator_note = 'Strict timer', advisor_note = 'Stay out of it' WHERE workshop_id = @Workshop", world);
            }, Stop);
            var view = await site.Db.ReadAsync(reads => AgendaView.Read(reads, site.Services.GetRequiredService<ActivityKinds>(), world.Workshop)!, Stop);
            Assert.DoesNotContain(view.Lines[0].Cautions, caution => caution.StartsWith("One person talks", StringComparison.Ordinal));
            Assert.Contains(view.Lines[1].Cautions, caution => caution.StartsWith("One person talks", StringComparison.Ordinal));
            var sheet = await client.GetStringAsync($"/workshops/{world.Workshop}/print", Stop);
            foreach (var said in new[] { "Why we do it", "Strict timer", "Stay out of it" })
            {
                Assert.Equal(4, sheet.Split(said).Length);
            }
        }
    }
}
