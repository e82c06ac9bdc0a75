using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Tests.Sets;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.Home;

/// <summary>My page tells when somebody is next expected, and leads them to what they wrote where they are expected no longer.</summary>
public sealed class MyDatesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_the_next_meeting_of_the_own_set_and_what_is_coming_in_order()
    {
        await using var dated = await DatedWorld.OpenAsync();
        await dated.LayAsync("2030-03-19", 0);
        await dated.LayAsync("2030-03-20", 1);
        using var alma = await dated.AsAsync("Alma Tamm");
        var page = await ReadAsync(alma);
        Assert.Equal(["Tuesday 19 March, 8:30, Hexley House"], Next(page));
        Assert.Matches("(?s)id=\"coming\".*Kick-off.*5 March 2030.*Mid-term.*4 June 2030.*Final.*12 November 2030.*</section>", page);

        // One that does not take place is not the next one, and who advises several sets reads of each.
        await dated.Site.SetAsync("UPDATE set_meeting SET state = 'Cancelled' WHERE set_id = @set AND number = 1", new { set = dated.World.Sets[0].Id });
        Assert.Equal(["Tuesday 2 April, 8:30, Hexley House"], Next(await ReadAsync(alma)));
        using var bill = await dated.AsAsync(dated.World.Sets[1].Members[0]);
        Assert.Equal(["Wednesday 20 March, 8:30, Hexley House"], Next(await ReadAsync(bill)));
        using var otto = await dated.AsAsync("Otto Outsider");
        var empty = await ReadAsync(otto);
        Assert.Empty(Next(empty));
        Assert.Contains("Nothing is planned for you", empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdrew_finds_what_they_wrote_and_nobody_else_does()
    {
        var (world, site) = World.Start();
        await using var running = site;
        var page = await site.MembershipAsync(world, "Alma Tamm");
        using var alma = await site.AsAsync(world, "Alma Tamm");
        var link = $"<a href=\"{page}\">What you wrote when you were in a set</a>";
        using var yes = await alma.PostAsync(page, "", ("Version", "1"), ("WillingToRisk", "Say which of our checks are not done"));
        Assert.Equal(HttpStatusCode.Redirect, yes.StatusCode);
        Assert.DoesNotContain(link, await ReadAsync(alma), StringComparison.Ordinal);
        using var no = await alma.PostAsync(page, "?handler=Decline", ("Version", "2"), ("Reason", "A new job"));
        Assert.Equal(HttpStatusCode.Redirect, no.StatusCode);
        var mine = await ReadAsync(alma);
        Assert.Contains(link, mine, StringComparison.Ordinal);
        Assert.DoesNotMatch("A new job|our checks|Circle", mine);
        Assert.Contains("What you wrote here stays yours.", WebUtility.HtmlDecode(await alma.GetStringAsync(page, Stop)), StringComparison.Ordinal);
        foreach (var name in new[] { "Bo Lind", "Uma Supervisor", "Aada Advisor", "Mari Kask" })
        {
            using var other = await site.AsAsync(world, name);
            Assert.DoesNotContain(page, await ReadAsync(other), StringComparison.Ordinal);
        }

        // Asked into a set again, that is their part; the old one is no longer another.
        await site.Writer.RunAsync(writes => SetMembers.Join(writes, world.Sets[1].Id, world["Alma Tamm"], null));
        Assert.DoesNotContain("What you wrote when", await ReadAsync(alma), StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(HttpClient client) => WebUtility.HtmlDecode(await client.GetStringAsync("/", Stop));

    private static IEnumerable<string> Next(string page) => Regex.Matches(page, "Next set meeting <strong>([^<]*)</strong>").Select(found => found.Groups[1].Value);
}
