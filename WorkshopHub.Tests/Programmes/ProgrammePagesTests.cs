using System.Net;

namespace WorkshopHub.Tests.Programmes;

public sealed class ProgrammePagesTests
{
    private const string List = """
        Name,E-mail,Set,Role,Unit,Job title,Supervisor
        Amara Osei,amara@w.example,Backfill,,Network Operations,Repair team leader,Colin Strachan
        "Wilk, Tomasz",tomasz@w.example,Backfill,Member,Procurement,Buyer,colin@w.example
        Colin Strachan,colin@w.example,,Supervisor,Network Operations,Works manager,
        Margaret Ainslie,,,Sponsor,,Chief Operating Officer,
        Dewi Morgan,d.morgan@wendmere,Backfill,,,,
        Ivo Klima,,,,,,
        Ann Other,,Backfill,King,,,
        """;

    [Fact]
    public async Task A_list_comes_in_after_a_look_and_pasting_it_twice_doubles_nothing()
    {
        await using var site = new Site();
        using var client = await Office.SetUpAsync(site);
        var programme = await NewProgrammeAsync(client);
        var page = $"/programmes/{programme}/paste";
        using var look = await client.PostAsync(page, "", ("List", List));
        var html = await look.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("4 rows come in", html, StringComparison.Ordinal);
        Assert.Contains("The address stops after “wendmere”", html, StringComparison.Ordinal);
        Assert.Contains("A member needs a set", html, StringComparison.Ordinal);
        Assert.Contains("There is no role “King”", html, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0), await CountAsync(site));

        using var kept = await client.PostAsync(page, "?handler=Keep", ("List", List));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal((5, 1, 2), await CountAsync(site));
        await client.PostAsync(page, "?handler=Keep", ("List", List));
        Assert.Equal((5, 1, 2), await CountAsync(site));
        using var again = await client.PostAsync(page, "", ("List", List));
        Assert.Contains("0 rows come in, 0 change, 4 stay as they are",
            await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_share_of_time_is_twenty_to_thirty_per_cent_and_the_way_of_working_stays_once_problems_are_written()
    {
        var (world, site) = World.Start();
        await using var started = site;
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync($"/programmes/{world.Programme}/edit");
        foreach (var wrong in new[] { "35", "a day" })
        {
            await mari.IsRefusedAsync("Save", "Between 20 and 30 per cent", ("Form.TimeShare", wrong));
            Assert.Contains($"value=\"{wrong}\"", mari.Html, StringComparison.Ordinal);
        }

        await mari.PressAsync("Save", ("Form.TimeShare", "20"));
        Assert.Equal(20, await site.OneAsync<long>("SELECT time_share_percent FROM programme"));
        await mari.OpenAsync($"/programmes/{world.Programme}/edit");
        await mari.PressAsync("Save", ("Form.TimeMode", "FullTime"));
        Assert.Equal(100, await site.OneAsync<long>("SELECT time_share_percent FROM programme"));
        await site.SetAsync("INSERT INTO problem (programme_id, position, title, created_at, changed_at) VALUES (@Programme, 1, 'Holes we dig twice', 'now', 'now')", world);
        await mari.OpenAsync($"/programmes/{world.Programme}/edit");
        await mari.IsRefusedAsync("Save", "“Holes we dig twice” is written already", ("Form.Format", "OwnProblem"));
    }

    [Fact]
    public async Task The_next_set_is_proposed_under_a_name_that_is_free()
    {
        var (world, site) = World.Start();
        await using var started = site;
        using var client = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var page = await client.GetStringAsync($"/programmes/{world.Programme}", TestContext.Current.CancellationToken);
        Assert.Contains("value=\"Circle 2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_member_and_supervisor_advisor_or_sponsor_in_one_place()
    {
        await using var site = new Site();
        using var client = await Office.SetUpAsync(site);
        var programme = await NewProgrammeAsync(client);
        var page = $"/programmes/{programme}";
        await client.PostAsync(page, "?handler=Set", ("SetName", "Circle"));
        var set = await site.Db.ReadAsync(reads => reads.First<long>("SELECT id FROM sets"), TestContext.Current.CancellationToken);
        await AddAsync("Amara Osei", "Member");
        await AddAsync("Margaret Ainslie", "Sponsor");
        Assert.Contains("A member and their supervisor never sit in one set", await AddAsync("Tomasz Wilk", "Member", "Amara Osei"), StringComparison.Ordinal);
        Assert.Contains("Nobody is both advisor and member", await AddAsync("Amara Osei", "Advisor"), StringComparison.Ordinal);
        Assert.Contains("A sponsor is never a member", await AddAsync("Margaret Ainslie", "Member"), StringComparison.Ordinal);
        var own = await AddAsync("Ivo Klima", "Member", "Ivo Klima");
        Assert.Contains("their own supervisor", own, StringComparison.Ordinal);
        Assert.Contains("value=\"Ivo Klima\"", own, StringComparison.Ordinal);
        Assert.Equal((3, 1, 1), await CountAsync(site));

        async Task<string> AddAsync(string name, string role, string supervisor = "")
        {
            using var answer = await client.PostAsync(page, "?handler=Person", ("Form.Name", name), ("Form.Role", role),
                ("Form.SetId", set.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Form.Supervisor", supervisor));
            return answer.StatusCode == HttpStatusCode.Redirect ? "" : await answer.Content.ReadAsStringAsync();
        }
    }

    [Fact]
    public async Task The_second_of_two_who_rename_a_set_sees_both_names()
    {
        var (world, site) = World.Start();
        await using (site)
        {
            using var client = await Office.SignInAsync(site, "mari.kask@flow.test");
            var page = $"/programmes/{world.Programme}/sets/{world.Sets[0].Id}";
            using var first = await client.PostAsync(page, "", ("Version", "1"), ("SetName", "Round Table"));
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            using var second = await client.PostAsync(page, "", ("Version", "1"), ("SetName", "Ring Road"));
            Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
            var html = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("Mari Kask changed this", html, StringComparison.Ordinal);
            Assert.Contains("Round Table", html, StringComparison.Ordinal);
            Assert.Contains("value=\"Ring Road\"", html, StringComparison.Ordinal);
            using var mine = await client.PostAsync(page, "", ("Version", "2"), ("SetName", "Ring Road"));
            Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        }
    }

    private static async Task<long> NewProgrammeAsync(HttpClient client)
    {
        using var answer = await client.PostAsync("/programmes/new", "",
            ("Form.Name", "Common Ground"), ("Form.Format", "CommonProblem"), ("Form.TimeMode", "PartTime"));
        return Office.Leads(answer);
    }

    private static Task<(long People, long Sets, long Members)> CountAsync(Site site) => site.Db.ReadAsync(reads => (
        reads.First<long>("SELECT count(*) FROM person"), reads.First<long>("SELECT count(*) FROM sets"),
        reads.First<long>("SELECT count(*) FROM membership WHERE left_at IS NULL")), TestContext.Current.CancellationToken);
}
