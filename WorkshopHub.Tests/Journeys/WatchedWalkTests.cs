using Microsoft.Playwright;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Journeys;

/// <summary>
/// The three workshops of both formats in browsers: the facilitator presses "next" in the control room, everybody answers,
/// and a wall and a member's phone, opened once, follow every item through to its end by themselves.
/// </summary>
public sealed class WatchedWalkTests(Browser browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData("CommonProblem")]
    [InlineData("OwnProblem")]
    public async Task Every_item_of_the_three_workshops_comes_to_wall_and_phone_and_both_stay_as_a_fresh_page_would_be(string format)
    {
        await using var three = await ThreeWorkshops.StartAsync(format);
        using var desk = await Office.SignInAsync(three.Site, World.Mail("Mari Kask"));
        var control = await VisitAsync(three.Site.Url, Device.Desk);
        await control.SignInAsync("Mari Kask");
        foreach (var (number, workshop) in three.Workshops.Index())
        {
            var phones = await three.ComeAsync(workshop);
            var wall = await VisitAsync(three.Site.Url, Device.Wall);
            await wall.HangAsync(three.Site.Url, three.Screens[number][0]);
            var watcher = phones.Last(one => one.Seat is { Role: Role.Member, Assurance: Assurance.Vouched }); // answers nothing
            var phone = await PhoneOfAsync(three, watcher);
            await control.GoAsync($"/w/{workshop}/control");
            await control.LiveAsync();
            var walk = new Walk(three, workshop, desk, phones)
            {
                Looks = false,
                Answering = [.. Few(phones).Where(one => one != watcher)],
                Seen = (item, activity) => FollowAsync(three, wall, phone, item, activity),
                Next = () => NextAsync(three, control, workshop),
            };
            await walk.GoAsync();
            Assert.Empty(walk.Wrong);
            await control.IsAsFreshAsync();
            await wall.DisposeAsync();
            await phone.DisposeAsync();
        }

        Assert.Empty(three.Site.Faults.All);
        await control.DisposeAsync(); // it goes before the hub does
    }

    /// <summary>One phone of each role and one member of each set: with everybody the same is walked by plain HTTP.</summary>
    private static IEnumerable<SeatedPhone> Few(IReadOnlyList<SeatedPhone> phones) => phones.DistinctBy(phone => (phone.Seat.Role, phone.Seat.Assurance))
        .UnionBy(phones.Where(phone => phone.Seat is { Role: Role.Member, Assurance: Assurance.Vouched }).DistinctBy(phone => phone.Seat.SetId), phone => phone.Token);

    private async Task<Visitor> PhoneOfAsync(ThreeWorkshops three, SeatedPhone of)
    {
        var phone = await VisitAsync(three.Site.Url, Device.Phone);
        await phone.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = of.Token, Url = three.Site.Url }]);
        await phone.GoAsync(of.Home);
        await phone.LiveAsync();
        return phone;
    }

    private static async Task FollowAsync(ThreeWorkshops three, Visitor wall, Visitor phone, ShowItem item, ActivityRow activity)
    {
        var kind = three.Kinds.Of(activity);
        await Assertions.Expect(wall.Page.Locator($"[data-shows='{item.Id}']").First).ToBeAttachedAsync();
        await Assertions.Expect(phone.Page.Locator("#stage")).ToContainTextAsync(kind.HeadingOf(activity));
        await wall.IsAsFreshAsync();
        Assert.True(WallLandmarks.Shows(await wall.Page.ContentAsync(), activity, kind), $"The wall does not show “{activity.Title}”.");
        await phone.IsAsFreshAsync();
    }

    private static async Task NextAsync(ThreeWorkshops three, Visitor control, long workshop)
    {
        var before = (await three.ShowAsync(workshop)).Now?.Id;
        await control.Page.Locator("#cr-next").ClickAsync();
        using var glance = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await three.ShowAsync(workshop)).Now?.Id == before && await glance.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
        }
    }
}
