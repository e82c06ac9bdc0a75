using System.Net;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Activities.DotVotes;

public sealed class DotVoteSettingsTests
{
    [Fact]
    public async Task The_form_offers_the_earlier_activities_that_hold_posts_and_says_what_is_wrong()
    {
        var (world, site) = World.Start();
        using var started = site;
        await site.PostAsync(world, "Alma Tamm", "The porters knew.");
        using var mari = await SignInAsync(site);
        var address = $"/workshops/{world.Workshop}?after=-1&kind=dotvote";
        var form = await mari.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.Contains("What have you learned? (1)", WebUtility.HtmlDecode(form));
        Assert.DoesNotContain(">The sponsor speaks (", form);
        var wrong = await mari.PostFormAsync(
            address, $"/workshops/{world.Workshop}?after=-1", ("Form.Kind", "dotvote"), ("Form.Title", "Three to keep"), ("Form.Minutes", "10"),
            ("Form.Version", "0"), ("dots.dots", "99"), ("dots.keep", "3"), ("dots.items", "Only one"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Type a number from 1 to 10.", page);
        Assert.Contains("One item is nothing to choose from.", page);
        Assert.Contains("Only one", page);
    }

    private static async Task<HttpClient> SignInAsync(Site site)
    {
        var client = site.NewClient();
        await client.PostFormAsync("/signin", "/signin", ("Email", "mari.kask@flow.test"), ("Password", World.Password));
        return client;
    }
}
