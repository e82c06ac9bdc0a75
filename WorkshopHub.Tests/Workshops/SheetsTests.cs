using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Sheets;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What is printed for a room: poster, table cards and badges.</summary>
public sealed partial class SheetsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_gets_its_code_before_it_opens_and_keeps_it_and_nobody_comes_in_by_it_until_then()
    {
        var (world, site) = World.Start(open: false);
        await using var _ = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var home = $"/workshops/{world.Workshop}/sheets";
        Assert.Equal(HttpStatusCode.Redirect, (await mari.GetAsync($"{home}/poster", Stop)).StatusCode);
        Assert.Contains("The room has no code yet", await mari.GetStringAsync(home, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await mari.PostAsync(home, "")).StatusCode);
        var poster = await mari.GetStringAsync($"{home}/poster", Stop);
        var code = Code().Match(poster).Value;
        Assert.Contains($"hub.test:{site.Port}/j", poster, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"light\"", poster, StringComparison.Ordinal);
        Assert.Contains("Kick-off, 10 March 2026", poster, StringComparison.Ordinal);
        using var phone = site.NewClient();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await phone.GetAsync($"/j/{code.Replace(" ", "")}", Stop)).StatusCode);
        await mari.PostAsync($"/workshops/{world.Workshop}", "?handler=Open");
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync($"/j/{code.Replace(" ", "")}", Stop)).StatusCode);
        Assert.Contains(code, await mari.GetStringAsync($"{home}/tables", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_cards_say_the_set_its_people_and_the_way_in_twice_and_hold_no_personal_code()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var cards = await mari.GetStringAsync($"/workshops/{world.Workshop}/sheets/tables", Stop);
        Assert.Equal(6, Regex.Count(cards, "class=\"a4 tc\""));
        Assert.Equal(12, Regex.Count(cards, "QR code to join: hub.test"));
        Assert.Contains("Alma Tamm, Bo Lind", cards, StringComparison.Ordinal);
        Assert.Contains("Advisor: Aada Advisor", cards, StringComparison.Ordinal);
        Assert.Contains("482 713", cards, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(site, "SELECT count(*) FROM personal_link WHERE person_id IS NOT NULL"));
    }

    [Fact]
    public async Task Badges_are_one_a_person_and_making_them_anew_is_said_and_noted_and_ends_the_old_ones()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var page = $"/workshops/{world.Workshop}/sheets/badges";
        Assert.DoesNotContain("Badges were made", await mari.GetStringAsync(page, Stop), StringComparison.Ordinal);
        using var made = await mari.PostAsync(page, "");
        var sheets = await made.Content.ReadAsStringAsync(Stop);
        Assert.Equal("no-store", made.Headers.CacheControl?.ToString());
        Assert.Equal(20, Regex.Count(sheets, "<article class=\"badge\""));
        Assert.Equal(3, Regex.Count(sheets, "class=\"a4 bsheet\""));
        Assert.Equal(20, Regex.Matches(sheets, "QR code of ([^\"]+) alone").Select(match => match.Groups[1].Value).Distinct().Count());
        Assert.Contains("482 713", sheets, StringComparison.Ordinal);
        Assert.Equal(20, Regex.Count(sheets, "Kick-off<br ?/?>10 March 2026"));
        Assert.Contains("by Mari Kask", await mari.GetStringAsync(page, Stop), StringComparison.Ordinal);
        await mari.PostAsync(page, "", ("Person", $"{world["Alma Tamm"]}"));
        Assert.Equal(21, await CountAsync(site, "SELECT count(*) FROM personal_link WHERE purpose = 'Badge'"));
        Assert.Equal(20, await CountAsync(site, "SELECT count(*) FROM personal_link WHERE purpose = 'Badge' AND expires_at IS NULL"));
        Assert.Equal(2, await CountAsync(site, "SELECT count(*) FROM audit WHERE act = 'make-badges' AND person_id IS NOT NULL"));
    }

    [Fact]
    public async Task A_badge_lets_its_person_in_as_known_as_often_as_needed_until_the_room_closes_or_a_new_one_is_made()
    {
        var (world, site) = World.Start();
        await using var _ = site;
        var old = await MakeAsync(world, site);
        foreach (var n in new[] { 1, 2 })
        {
            using var phone = site.NewClient();
            Assert.Equal($"/w/{world.Workshop}", (await phone.PostFormAsync($"/I/{old.ToUpperInvariant()}", $"/i/{old}")).Headers.Location?.OriginalString);
            Assert.Equal(n, await CountAsync(site, "SELECT count(*) FROM device WHERE assurance = 'Vouched'"));
        }

        var badge = await MakeAsync(world, site);
        using var other = site.NewClient();
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync($"/i/{old}", Stop)).StatusCode);
        Assert.Contains("Continue as Sven Sponsor", await other.GetStringAsync($"/i/{badge}", Stop), StringComparison.Ordinal);
        await site.Writer.RunAsync(writes => Rooms.Close(writes, world.Workshop), Stop);
        Assert.DoesNotContain("Continue as", await other.GetStringAsync($"/i/{badge}", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Amara Osei", "xl", "Amara", "Osei")]
    [InlineData("João Ferreira", "l", "João", "Ferreira")]
    [InlineData("Noor Jahan Siddiqui", "l", "Noor Jahan", "Siddiqui")]
    [InlineData("Maximiliane Featherstonehaugh-Abernethy", "s", "Maximiliane", "Featherstonehaugh-Abernethy")]
    [InlineData("Cher", "xl", "", "Cher")]
    public void Long_names_are_smaller(string name, string size, string first, string last)
    {
        var badge = new Badge(new Web.Workshops.Join.RosterName { Name = name }, null, "", "", "");
        Assert.Equal((size, first, last), (badge.Size, badge.First, badge.Last));
    }

    [Fact]
    public async Task Without_an_address_nothing_leads_nowhere_and_it_is_said_what_to_do()
    {
        var world = World.Plant();
        await using var site = new Site(world.File, settings: [("Site:Address", "")]);
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        foreach (var page in new[] { $"/workshops/{world.Workshop}", $"/workshops/{world.Workshop}/sheets" })
        {
            Assert.Contains("No phone would find this room", await mari.GetStringAsync(page, Stop), StringComparison.Ordinal);
        }

        var people = $"/w/{world.Workshop}/people";
        var link = await mari.PostAsync(people, $"?handler=link&person={world["Sven Sponsor"]}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, link.StatusCode);
        Assert.DoesNotContain("/i/", await link.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(site, "SELECT count(*) FROM personal_link WHERE person_id IS NOT NULL"));
        var badges = $"/workshops/{world.Workshop}/sheets/badges";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mari.PostAsync(badges, "")).StatusCode);
        await site.Writer.RunAsync(writes => writes.Execute("INSERT INTO setting (name, value) VALUES ('Site:Address', 'http://hub.wendmere')"), Stop);
        Assert.DoesNotContain("No phone would find this room", await mari.GetStringAsync($"/workshops/{world.Workshop}", Stop), StringComparison.Ordinal);
        link = await mari.PostAsync(people, $"?handler=link&person={world["Sven Sponsor"]}");
        Assert.Contains("http://hub.wendmere/i/", await link.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99999999999999999999999999")]
    [InlineData("0")]
    [InlineData("x")]
    public async Task A_way_in_for_nobody_is_not_there_also_while_a_guest_is(string person)
    {
        var (world, site) = World.Start();
        await using var _ = site;
        await site.Writer.RunAsync(writes => writes.Execute(
            "INSERT INTO participant (workshop_id, name, role, joined_at) VALUES (@Workshop, 'Gus', 'Guest', @Now)", new { world.Workshop, writes.Now }), Stop);
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var people = $"/w/{world.Workshop}/people";
        Assert.Contains("Gus", await mari.GetStringAsync(people, Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mari.PostAsync(people, $"?handler=link&person={person}")).StatusCode);
        Assert.Equal(0, await CountAsync(site, "SELECT count(*) FROM personal_link WHERE purpose = 'Invitation'"));
        Assert.Contains("/i/", await (await mari.PostAsync(people, $"?handler=link&person={world["Sven Sponsor"]}")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static Task<string> MakeAsync(World world, Site site) => site.Writer.RunAsync(writes =>
        Badge.Make(writes, SheetHead.Read(writes, world.Workshop)!, [], world.Workshop, world["Sven Sponsor"], null).Single().Token);

    private static Task<long> CountAsync(Site site, string sql) => site.Db.ReadAsync(reads => reads.First<long>(sql), Stop);

    [GeneratedRegex(@"\b\d{3} \d{3}\b")]
    private static partial Regex Code();
}
