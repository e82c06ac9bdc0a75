using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes;

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
        Assert.Contains("Repair team leader, Network Operations", Regex.Replace(html, "<[^>]+>", ""), StringComparison.Ordinal);
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
    public async Task No_row_of_a_list_writes_over_what_an_earlier_one_says_and_two_roles_of_one_person_are_no_fault()
    {
        var (world, site) = World.Start();
        await using var started = site;
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync($"/programmes/{world.Programme}/paste");
        await mari.PressAsync("Look at it row by row", ("List", """
            Name,E-mail,Set,Role,Unit,Job title
            Pia Plain,pia@flow.test,Circle,Member,Fleet,Fitter
            Paul Plain,pia@flow.test,Circle,Member,Fleet,Buyer
            Rosa Roles,rosa@flow.test,Circle,Champion,Works,Head of Works
            Rosa Roles,ROSA@flow.test,Circle,Client,Works,Head of Works
            Rosa Roles,rosa@flow.test,,Supervisor,,
            Nora Nomail,,Circle,Member,Fleet,Fitter
            Nora Nomail,,,Supervisor,Fleet,Buyer
            Pia Plain,,,Supervisor,Fleet,Fitter
            """));
        mari.Sees("5 rows come in, 0 change, 0 stay as they are", "3 rows are wrong",
            "Row 2 has this address too: this one says another name and another job title. Say which is right",
            "Row 7 is about the same person: this one says another job title",
            "Row 2 has this name too. Give the e-mail, so that it is clear whether it is the same person.");
        await mari.PressAsync("Add 5, leave 3 out");
        mari.Sees("Of your list 5 rows came in; 3 rows that were wrong were left out. Nobody got an e-mail.");
        Assert.Equal("Pia Plain, Fitter", await site.OneAsync<string>("SELECT name || ', ' || job_title FROM person WHERE email = 'pia@flow.test'"));
        Assert.Equal(3, await site.OneAsync<long>("SELECT count(*) FROM role_assignment r JOIN person p ON p.id = r.person_id WHERE p.name = 'Rosa Roles'"));
    }

    [Fact]
    public async Task A_row_tells_all_that_is_wrong_with_it_and_that_a_set_would_have_two_advisors()
    {
        var (world, site) = World.Start();
        await using var started = site;
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync($"/programmes/{world.Programme}/paste");
        await mari.PressAsync("Look at it row by row", ("List", """
            Name,E-mail,Set,Role,Supervisor
            Pia Plain,pia@flow,,Member,Nobody Known
            Paul Plain,paul@flow,,King,
            Ada Anew,ada@flow.test,Circle,Advisor,
            """));
        mari.Sees("1 row comes in", "A member needs a set. The address stops after “flow”", "Nobody here is called Nobody Known",
            "There is no role “King”. Member, Sponsor, Champion, Client, Advisor, Supervisor, Facilitator are known. The address stops after “flow”",
            "Then this set has 2 advisors, and needs one: Aada Advisor, Ada Anew");
    }

    [Fact]
    public async Task A_list_that_changes_people_of_the_house_says_so_before_it_does()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.SetAsync("UPDATE person SET job_title = 'Fitter' WHERE name = 'Otto Outsider'");
        await site.SetAsync("INSERT INTO org_unit (name) VALUES ('IT')");
        await site.SetAsync("INSERT INTO person (name, org_unit_id, created_at, changed_at) SELECT 'No Mail', id, 'now', 'now' FROM org_unit WHERE name = 'IT'");
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync($"/programmes/{world.Programme}/paste");
        await mari.PressAsync("Look at it row by row", ("List", $"""
            Name,E-mail,Set,Job title
            Otto Outside,{World.Mail("Otto Outsider")},Circle,Foreman
            No Mail,,Circle,
            """));
        mari.Sees("2 rows come in", "Added Changed until now Otto Outsider from now on Otto Outside", "until now Fitter from now on Foreman",
            "Changes for the whole house: name, job title", "Details of 1 person here already change, for this programme and everywhere else.",
            "Taken for No Mail of IT: give each an address if it is somebody else");
        Assert.Matches("<del>.*Fitter</del>", mari.Html);
        Assert.Matches("<ins>.*Foreman</ins>", mari.Html);
        Assert.Equal("Otto Outsider", await site.OneAsync<string>("SELECT name FROM person WHERE id = @otto", new { otto = world["Otto Outsider"] }));
    }

    [Fact]
    public async Task A_programme_that_is_begun_after_its_first_day_is_not_late_from_before_it_was_there()
    {
        await using var site = new Site();
        using var client = await Office.SetUpAsync(site);
        using var made = await client.PostAsync("/programmes/new", "",
            ("Form.Name", "Common Ground"), ("Form.Format", "CommonProblem"), ("Form.TimeMode", "PartTime"), ("Form.StartDate", "2021-03-01"));
        Office.Leads(made);
        using var desk = new PlainDesk(client, "Office");
        (await desk.OpenAsync("/")).Sees("the start of Common Ground").Misses("days late");
        await site.SetAsync("UPDATE programme SET created_at = '2021-02-01T09:00:00.000Z'");
        (await desk.OpenAsync("/")).Sees("the start of Common Ground", "days late");
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
    public async Task A_first_day_that_is_over_is_told_beside_its_field_and_refuses_nothing()
    {
        await using var site = new Site();
        using var mari = new PlainDesk(await Office.SetUpAsync(site), "Samuel");
        await mari.OpenAsync("/programmes/new");
        Assert.Matches("id=\"start-past\"[^>]* hidden", mari.Html);
        await mari.IsRefusedAsync("Create it", "This day is over already", ("Form.Name", ""), ("Form.StartDate", "2020-03-10"));
        await mari.PressAsync("Create it", ("Form.Name", "Long begun"), ("Form.StartDate", "2020-03-10"));
        await mari.OpenAsync(mari.At + "/edit");
        mari.Sees("This day is over already");
        Assert.DoesNotMatch("id=\"start-past\"[^>]* hidden", mari.Html);
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
    public async Task A_person_is_in_one_set_of_a_programme()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var refused = await Assert.ThrowsAsync<RefusedException>(() => site.Writer.RunAsync(writes => SetMembers.Join(writes, world.Sets[1].Id, world["Alma Tamm"], null)));
        Assert.Contains("Is in Circle already", refused.Message, StringComparison.Ordinal);
        using var mari = new PlainDesk(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari");
        await mari.OpenAsync($"/programmes/{world.Programme}");
        await mari.IsRefusedAsync("Add this person", "A person is in one set of a programme", ("Form.Name", "Alma Tamm"), ("Form.Role", "Member"), ("Form.SetId", $"{world.Sets[1].Id}"));
        Assert.Equal(1, await site.OneAsync<long>("SELECT count(*) FROM membership WHERE person_id = @alma AND left_at IS NULL", new { alma = world["Alma Tamm"] }));
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
            Assert.Contains("You changed this in another window", html, StringComparison.Ordinal);
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
