using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What is prepared before the room is open, and what phones and walls say alike of the day.</summary>
public sealed class BeforeTheDayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Planned")]
    [InlineData("Held")]
    public async Task The_people_and_their_links_are_there_before_and_after_for_whoever_facilitates_and_for_nobody_else(string state)
    {
        var (world, site) = World.Start(open: false);
        await using var started = site;
        await site.SetAsync("UPDATE workshop SET state = @state", new { state });
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var page = await mari.GetStringAsync($"/w/{world.Workshop}/people", Stop);
        Assert.Contains("Alma Tamm", page, StringComparison.Ordinal);
        Assert.Contains("Personal link", page, StringComparison.Ordinal);
        using var sven = await Office.SignInAsync(site, World.Mail("Otto Outsider"));
        using var refused = await sven.GetAsync($"/w/{world.Workshop}/people", Stop);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Phones_and_walls_count_the_activities_alike_when_one_is_skipped()
    {
        var (world, site) = World.Start();
        await using var started = site;
        await site.BeginAsync(world);
        await site.SetAsync("UPDATE agenda_item SET state = 'Skipped' WHERE id = @id", new { id = world.Items[1] });
        using var alma = await PlainPhone.JoinAsync(world, site, "Alma Tamm");
        Assert.Contains("Activity 1 of 2", await alma.Client.GetStringAsync($"/w/{world.Workshop}", Stop), StringComparison.Ordinal);
        using var wall = Clients.New(site.Url, Viewers.ScreenCookie, world.Screens[0]);
        Assert.Contains("Activity 1 of 2", await wall.GetStringAsync("/wall", Stop), StringComparison.Ordinal);
    }
}
