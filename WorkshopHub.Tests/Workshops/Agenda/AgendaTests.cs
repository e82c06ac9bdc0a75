using System.Globalization;
using System.Net;

namespace WorkshopHub.Tests.Workshops.Agenda;

public sealed class AgendaTests
{
    [Fact]
    public async Task Items_are_added_moved_copied_removed_and_put_back_and_the_times_follow()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            var first = world.Items[0].ToString(CultureInfo.InvariantCulture);
            await client.PostAsync(page, "?after=0", ("Form.Kind", "moment"), ("Form.Title", "Arrive"), ("Form.Minutes", "10"), ("moment.doing", "Rest"), ("Form.Version", "0"));
            Assert.Equal(["Arrive", "What have you learned?", "The sponsor speaks", "Offers and requests"], await TitlesAsync(site));
            await client.PostAsync(page, "?handler=Row", ("down", first));
            await client.PostAsync(page, "?handler=Row", ("move", first), ("place", "99"));
            Assert.Equal(["Arrive", "The sponsor speaks", "Offers and requests", "What have you learned?"], await TitlesAsync(site));
            await client.PostAsync(page, "?handler=Row", ("copy", first));
            await client.PostAsync(page, "?handler=Row", ("remove", first));
            Assert.Equal(["Arrive", "The sponsor speaks", "Offers and requests", "What have you learned?"], await TitlesAsync(site));
            await client.PostAsync(page, "?handler=Row", ("remove", world.Items[1].ToString(CultureInfo.InvariantCulture)));
            await client.PostAsync(page, "?handler=Row", ("back", "true"));
            Assert.Equal(["Arrive", "The sponsor speaks", "Offers and requests", "What have you learned?"], await TitlesAsync(site));
            var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
            Assert.Contains("<time>09:10</time>", html, StringComparison.Ordinal);
            Assert.Contains("from 09:00 to 10:10", html, StringComparison.Ordinal);
            await client.PostAsync(page, "?handler=Template", ("template", "empty-day"));
            Assert.Equal(6, (await TitlesAsync(site)).Count);
        }
    }

    [Fact]
    public async Task Wrong_minutes_and_settings_are_refused_beside_the_field_and_what_was_typed_stays()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            var item = world.Items[0].ToString(CultureInfo.InvariantCulture);
            using var minutes = await client.PostAsync(page, "?handler=Minutes", ("item", item), ("version", "1"), ("minutes", "0"), ("more", "0"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, minutes.StatusCode);
            Assert.Contains("Until then it keeps its 20.", await minutes.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            using var form = await client.PostAsync(page, $"?item={item}", ("Form.Version", "1"), ("Form.Title", "Renamed <b>"),
                ("Form.Prompt", new string('x', 281)), ("Form.Minutes", "20"), ("posts.kinds", "Learning"));
            var html = await form.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, form.StatusCode);
            Assert.Contains("281 characters, 1 too many", html, StringComparison.Ordinal);
            Assert.Contains("value=\"Renamed &lt;b&gt;\"", html, StringComparison.Ordinal);
            using var settings = await client.PostAsync(page, $"?item={item}", ("Form.Version", "1"), ("Form.Title", "Renamed"),
                ("Form.Minutes", "20"), ("posts.limit", "many"), ("posts.kinds", "Learning"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, settings.StatusCode);
            Assert.Contains("Type a number up to 50", await settings.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal("What have you learned?", (await TitlesAsync(site))[0]);
        }
    }

    [Fact]
    public async Task The_second_of_two_who_change_an_item_sees_both_versions()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            var item = world.Items[0].ToString(CultureInfo.InvariantCulture);
            await SaveAsync("What surprised you?", "1");
            using var second = await SaveAsync("What did you see?", "1");
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
            var html = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("You changed this in another window", html, StringComparison.Ordinal);
            Assert.Contains("What surprised you?", html, StringComparison.Ordinal);
            Assert.Contains("value=\"What did you see?\"", html, StringComparison.Ordinal);
            Assert.Contains("name=\"Form.Version\" value=\"2\"", html, StringComparison.Ordinal);
            using var minutes = await client.PostAsync(page, "?handler=Minutes", ("item", item), ("version", "1"), ("minutes", "20"), ("more", "5"));
            Assert.Equal(HttpStatusCode.Conflict, minutes.StatusCode);
            using var mine = await SaveAsync("What did you see?", "2");
            Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);

            Task<HttpResponseMessage> SaveAsync(string title, string version) => client.PostAsync(page, $"?item={item}",
                ("Form.Version", version), ("Form.Title", title), ("Form.Minutes", "20"), ("posts.kinds", "Learning"));
        }
    }

    [Fact]
    public async Task The_second_of_two_who_change_day_and_place_sees_each_field_of_both_and_can_put_theirs_in_place()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}/edit";
            using var first = await SaveAsync("1", "Kick-off", "2030-03-05", "09:00", "16:30", "Town Hall");
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            using var second = await SaveAsync("1", "We begin", "2030-03-06", "08:30", "17:00", "The Old Mill");
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
            var html = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("You changed this in another window", html, StringComparison.Ordinal);
            foreach (var (field, mine, theirs) in new[]
            {
                ("Title", "We begin", "Kick-off"), ("Day", "2030-03-06", "2030-03-05"), ("Start", "08:30", "09:00"), ("Room until", "17:00", "16:30"),
                ("Place", "The Old Mill", "Town Hall"),
            })
            {
                Assert.Matches($"(?s)>{field}</h3>\\s*<div class=\"cols-2\">\\s*<p><span class=\"cap\">Yours, not saved</span>{mine}</p>\\s*<p><span class=\"cap\">[^<]*</span>{theirs}</p>", html);
                Assert.Contains($"value=\"{mine}\"", html, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("Which workshop</h3>", html, StringComparison.Ordinal);
            Assert.Equal("Town Hall", await site.OneAsync<string>("SELECT place FROM workshop WHERE id = @Workshop", new { world.Workshop }));
            using var own = await SaveAsync("2", "We begin", "2030-03-06", "08:30", "17:00", "The Old Mill");
            Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
            Assert.Equal("The Old Mill", await site.OneAsync<string>("SELECT place FROM workshop WHERE id = @Workshop", new { world.Workshop }));

            Task<HttpResponseMessage> SaveAsync(string version, string title, string date, string starts, string ends, string place) => client.PostAsync(page, "",
                ("Form.Version", version), ("Form.Kind", "KickOff"), ("Form.Title", title), ("Form.Date", date), ("Form.Starts", starts), ("Form.Ends", ends), ("Form.Place", place));
        }
    }

    [Fact]
    public async Task Nobody_but_the_facilitators_comes_into_the_office()
    {
        var (world, site) = World.Start();
        await using (site)
        {
            using var mari = await Office.SignInAsync(site, "mari.kask@flow.test");
            using var otto = await Office.SignInAsync(site, "otto.outsider@flow.test");
            using var nobody = site.NewClient();
            string[] pages =
            [
                "/setup/address", "/programmes/new", $"/programmes/{world.Programme}", $"/programmes/{world.Programme}/edit",
                $"/programmes/{world.Programme}/paste", $"/programmes/{world.Programme}/sets/{world.Sets[0].Id}",
                $"/programmes/{world.Programme}/people/{world["Alma Tamm"]}", $"/programmes/{world.Programme}/workshops/new",
                $"/workshops/{world.Workshop}", $"/workshops/{world.Workshop}/edit", $"/workshops/{world.Workshop}/print",
                $"/workshops/{world.Workshop}/check",
            ];
            foreach (var page in pages)
            {
                Assert.Equal(HttpStatusCode.OK, (await mari.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
                Assert.Equal(HttpStatusCode.Forbidden, (await otto.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
                Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
            }

            using var refused = await otto.PostFormAsync("/signin", $"/workshops/{world.Workshop}?handler=Row", ("remove", $"{world.Items[0]}"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal(3, (await TitlesAsync(site)).Count);
        }
    }

    private static Task<IReadOnlyList<string>> TitlesAsync(Site site) => site.Db.ReadAsync(
        reads => reads.Query<string>("SELECT title FROM agenda_item ORDER BY position"), TestContext.Current.CancellationToken);
}
