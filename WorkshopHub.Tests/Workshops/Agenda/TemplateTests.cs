using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops.Agenda;
using WorkshopHub.Web.Workshops.Agenda.Templates;

namespace WorkshopHub.Tests.Workshops.Agenda;

public sealed partial class TemplateTests
{
    [Theory]
    [InlineData("kick-off", "CommonProblem", 23, "16:30", "08:40 Arrive", "09:55 A time", "11:50 Rank", "12:50 Sets choose", "14:35 Developmental", "16:05 This morning", "16:20 The sponsor")]
    [InlineData("kick-off-own", "OwnProblem", 21, "16:30", "09:35 Where we", "11:00 Member and", "12:50 Each member", "13:30 First short", "15:20 Offers")]
    [InlineData("mid-term", "CommonProblem", 14, "12:35", "09:15 What surprised", "10:20 Conversation", "11:38 Offers", "12:18 Commitments", "12:30 Close")]
    [InlineData("mid-term-long", "CommonProblem", 18, "16:10", "09:50 Questions", "13:30 Set meeting")]
    [InlineData("mid-term-own", "OwnProblem", 14, "12:35", "11:10 Back in", "11:30 Is the time")]
    [InlineData("mid-term-own-long", "OwnProblem", 18, "16:10", "13:30 Set meeting", "16:00 Close")]
    [InlineData("final", "CommonProblem", 19, "15:30", "09:10 The same", "09:25 Report-out", "11:15 The sponsor", "13:00 Mixed", "14:05 Goal", "14:25 Then and now", "15:15 The sponsor")]
    [InlineData("final-own", "OwnProblem", 20, "15:30", "09:25 Report-out, each member, first", "09:25 Report-out, each member, second", "11:15 The sponsor", "14:45 Commitments")]
    public async Task A_template_lays_out_with_the_times_of_the_field(string key, string format, int items, string ends, params string[] lines)
    {
        await using var site = new Site();
        var (view, template) = await LaidAsync(site, key, format);
        Assert.Equal(items, view.Lines.Count);
        Assert.Equal(template.Items.Select(item => item.Title), view.Lines.Select(line => line.Item.Title));
        Assert.Equal(ends, view.Ends);
        foreach (var line in lines)
        {
            Assert.Contains(view.Lines, one => $"{one.Starts} {one.Item.Title}".StartsWith(line, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(view.Lines.SelectMany(line => line.Cautions), caution => caution.Contains("room’s time", StringComparison.Ordinal));
        Assert.Equal(template.Items.Select(item => item.AdvisorNote), view.Lines.Select(line => line.Item.AdvisorNote));
    }

    [Fact]
    public async Task A_template_sets_only_what_its_kinds_know()
    {
        await using var site = new Site();
        var kinds = site.Services.GetRequiredService<ActivityKinds>();
        var unknown = from template in AgendaTemplates.OfTheHouse
                      from item in template.Items
                      where item.Settings is { ValueKind: JsonValueKind.Object } && kinds.Has(item.Kind)
                      let known = JsonNode.Parse(kinds[item.Kind].NewSettings)!.AsObject().Select(one => one.Key).ToHashSet(StringComparer.OrdinalIgnoreCase)
                      from setting in item.Settings!.Value.EnumerateObject()
                      where !known.Contains(setting.Name)
                      select $"{template.Key}, {item.Title}: {item.Kind} knows no {setting.Name}";
        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Each_set_says_its_choice_before_the_board_of_the_choice_and_all_see_it()
    {
        await using var site = new Site();
        var (kickOff, _) = await LaidAsync(site, "kick-off", "CommonProblem");
        var says = Line(kickOff, "Each set says its choice and why").Item;
        Assert.Equal(("Review", Line(kickOff, "Rank by vested interest, alone").Item.ActivityId), (says.Act, says.ActivityId));
        var kind = site.Services.GetRequiredService<ActivityKinds>()[says.Kind];
        Assert.All(Enum.GetValues<WorkshopHub.Web.Accounts.Role>(), role => Assert.True(kind.IsFor(says.Activity with { Act = ItemAct.Review }, role)));
        Assert.False(kind.IsFor(says.Activity with { Act = ItemAct.Reveal }, WorkshopHub.Web.Accounts.Role.Sponsor));
    }

    [Fact]
    public async Task Items_reveal_and_review_activities_of_this_and_of_the_earlier_workshop()
    {
        await using var site = new Site();
        var (kickOff, _) = await LaidAsync(site, "kick-off", "CommonProblem");
        var shown = Line(kickOff, "This morning’s picture").Item;
        Assert.Equal(("Reveal", Line(kickOff, "Where we start from").Item.ActivityId), (shown.Act, shown.ActivityId));
        Assert.Contains("Shows “Where we start from”", Line(kickOff, "This morning’s picture").Small, StringComparison.Ordinal);
        var (midTerm, _) = await LaidAsync(site, "mid-term", "CommonProblem", "2026-06-10");
        var review = Line(midTerm, "Welcome; what became of our requests").Item;
        Assert.Equal(("Review", Line(kickOff, "Offers and requests").Item.ActivityId), (review.Act, review.ActivityId));
        var dots = Line(midTerm, "Three learnings we all should keep").Item;
        Assert.Equal(Line(midTerm, "What we take from it").Item.ActivityId, dots.SourceId);
    }

    [Fact]
    public async Task What_is_not_there_to_review_is_asked_anew_and_the_editor_says_so()
    {
        await using var site = new Site();
        var (view, _) = await LaidAsync(site, "mid-term", "CommonProblem");
        var first = view.Lines[0];
        Assert.Equal(("Run", "KickOff:offers"), (first.Item.Act, first.Item.Wanted));
        Assert.Contains(first.Cautions, caution => caution.Contains("“offers” of the kick-off, which is not there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agenda_is_kept_saved_as_a_file_and_taken_in_again_as_it_was()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            await client.PostAsync(page, "?handler=Template", ("template", "kick-off"));
            var file = await client.GetStringAsync($"{page}/templates?handler=File", TestContext.Current.CancellationToken);
            Assert.Equal(26, TemplateFile.Read(file).Items.Count);
            using var kept = await client.PostAsync($"{page}/templates", "?handler=Keep", ("Name", "Our <day>"));
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
            using var twice = await client.PostAsync($"{page}/templates", "?handler=Keep", ("Name", "our <DAY>"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
            using var taken = await SendAsync(client, $"{page}/templates", file.Replace("\"Kick-off\"", "\"From a file\"", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
            var own = await site.Db.ReadAsync(AgendaTemplates.Own, TestContext.Current.CancellationToken);
            Assert.Equal(["From a file", "Our <day>"], own.Select(one => one.Name));
            Assert.Equal(TemplateFile.Write(own[1] with { Key = "", Name = "" }), TemplateFile.Write(own[0] with { Key = "", Name = "" }));
            await client.PostAsync(page, "?handler=Template", ("template", own[0].Key));
            var again = TemplateFile.Read(await client.GetStringAsync($"{page}/templates?handler=File", TestContext.Current.CancellationToken));
            Assert.Equal(52, again.Items.Count);
            Assert.Equal(2, again.Items.Count(item => item.Title == "This morning’s picture" && item.Act == "Reveal"));
            await client.PostAsync($"{page}/templates", "?handler=Remove", ("key", own[1].Key));
            Assert.Single(await site.Db.ReadAsync(AgendaTemplates.Own, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("{ \"items\": [", "line 1")]
    [InlineData("{ \"name\": \"x\" }", "This file is no agenda")]
    [InlineData("""{ "format": "workshophub-agenda", "version": 1, "name": "x", "items": [] }""", "1 to 100 items")]
    [InlineData("""{ "format": "workshophub-agenda", "version": 1, "name": "x", "items": [{ "title": "A", "minutes": 0, "kind": "posts" }] }""", "Item 1, “A”: minutes")]
    [InlineData("""{ "format": "workshophub-agenda", "version": 1, "name": "x", "items": [{ "title": "A", "minutes": 5, "kind": "posts", "act": "Reveal", "of": "b" }] }""", "points to “b”")]
    [InlineData("""{ "format": "workshophub-agenda", "version": 1, "name": "", "items": [{ "title": "A", "minutes": 5, "kind": "posts" }] }""", "Give it a name")]
    [InlineData("""{ "format": "workshophub-agenda", "version": 1, "name": "x", "items": [{ "title": "A", "minutes": 5, "kind": "posts", "roles": ["King"] }] }""", "a role that doesn")]
    public async Task A_bad_file_is_refused_in_words_and_nothing_changes(string content, string says)
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            using var answer = await SendAsync(client, $"/workshops/{world.Workshop}/templates", content);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains(says, html, StringComparison.Ordinal);
            Assert.Empty(await site.Db.ReadAsync(AgendaTemplates.Own, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task The_editor_warns_of_the_days_end_a_missing_break_and_a_reveal_before_its_run()
    {
        var (world, site) = World.Start(open: false);
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/workshops/{world.Workshop}";
            using var edited = await client.PostAsync($"{page}/edit", "", ("Form.Version", "1"), ("Form.Kind", "KickOff"), ("Form.Title", "Kick-off"),
                ("Form.Date", "2026-03-10"), ("Form.Starts", "09:00"), ("Form.Ends", "11:00"));
            Assert.Equal(HttpStatusCode.Redirect, edited.StatusCode);
            using var added = await client.PostAsync(page, "?after=0", ("Form.Act", "Reveal"), ("Form.Of", Text(world.Activities[0])),
                ("Form.Title", "What we wrote"), ("Form.Minutes", "70"), ("Form.Version", "0"));
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
            var html = WebUtility.HtmlDecode(await client.GetStringAsync(page, TestContext.Current.CancellationToken));
            Assert.Contains("10 min over the room’s time", html, StringComparison.Ordinal);
            Assert.Contains("2 h 10 without a break.", html, StringComparison.Ordinal);
            Assert.Contains("It shows “What have you learned?”, which comes only at 10:10.", html, StringComparison.Ordinal);
            using var removed = await client.PostAsync(page, "?handler=Row", ("remove", Text(world.Items[0])));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, removed.StatusCode);
            Assert.Contains("is needed by “What we wrote”",
                WebUtility.HtmlDecode(await removed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Taking_out_a_reveal_and_its_run_and_putting_both_back_ties_them_again()
    {
        await using var site = new Site();
        var (view, _) = await LaidAsync(site, "kick-off", "CommonProblem");
        var workshop = view.Workshop.Id;
        var (run, shows) = (Line(view, "Where we start from").Item, Line(view, "This morning’s picture").Item);
        await site.Writer.RunAsync(writes =>
        {
            AgendaCommands.Remove(writes, workshop, shows.Id, null);
            AgendaCommands.Remove(writes, workshop, run.Id, null);
            return AgendaCommands.PutBack(writes, workshop, null) && AgendaCommands.PutBack(writes, workshop, null);
        });
        var after = await ViewAsync(site, workshop);
        Assert.Equal(view.Lines.Select(line => line.Item.Title), after.Lines.Select(line => line.Item.Title));
        Assert.Equal(Line(after, "Where we start from").Item.ActivityId, Line(after, "This morning’s picture").Item.ActivityId);
    }

    [Theory]
    [InlineData("kick-off-own", "OwnProblem", false)]
    [InlineData("kick-off", "CommonProblem", true)]
    public async Task A_fresh_agenda_misses_those_whom_its_format_knows_and_counts_a_break_in_which_sets_find_their_name(string key, string format, bool misses)
    {
        await using var site = new Site();
        var (view, _) = await LaidAsync(site, key, format);
        var cautions = string.Join(' ', view.Lines.SelectMany(line => line.Cautions));
        Assert.Contains("no member", cautions, StringComparison.Ordinal);
        Assert.Equal(misses, cautions.Contains("no client", StringComparison.Ordinal));
        Assert.Equal(misses, cautions.Contains("no champion", StringComparison.Ordinal));
        Assert.DoesNotContain("without a break", cautions, StringComparison.Ordinal);
    }

    private static AgendaLine Line(AgendaView view, string title) => view.Lines.First(line => line.Item.Title == title);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task<AgendaView> ViewAsync(Site site, long workshop) =>
        site.Db.ReadAsync(reads => AgendaView.Read(reads, site.Services.GetRequiredService<ActivityKinds>(), workshop)!, TestContext.Current.CancellationToken);

    private static async Task<(AgendaView View, AgendaTemplate Template)> LaidAsync(Site site, string key, string format, string date = "2026-03-10")
    {
        var template = AgendaTemplates.OfTheHouse.First(one => one.Key == key);
        var workshop = await site.Writer.RunAsync(writes =>
        {
            var programme = writes.First<long?>("SELECT id FROM programme") ?? writes.Insert(
                "INSERT INTO programme (name, format, created_at, changed_at) VALUES ('P', @format, @Now, @Now)", new { format, writes.Now });
            var id = WorkshopCommands.Add(writes, programme,
                new WorkshopDetails(template.Workshop, "W", date, template.Starts, "") { Ends = template.Ends }, null);
            template.Use(writes, site.Services.GetRequiredService<ActivityKinds>(), id, null);
            return id;
        });
        return (await ViewAsync(site, workshop), template);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string content)
    {
        var token = Token().Match(await client.GetStringAsync(page, TestContext.Current.CancellationToken)).Groups[1].Value;
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { file, "File", "agenda.json" } };
        return await client.PostAsync($"{page}?handler=Take", form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
