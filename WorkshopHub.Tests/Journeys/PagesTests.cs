using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.House;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Journeys;

/// <summary>Every page, light and dark: a picture, no violation for axe, and no field or form inside a live region.</summary>
public sealed partial class PagesTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    public override async ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        await _site.BeginAsync(_world);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static readonly May[] _desk =
        [May.Facilitator, May.Sponsor, May.House, May.Door, May.SignedIn, May.Known, May.Part, May.Namer, May.Drafter, May.Dates, May.Admin];

    private static readonly May[] _phone = [May.Phone, May.PhoneOrPart];

    private static readonly (Device Device, string Name, May[] Roles)[] _roles =
    [
        (Device.Desk, "Alma Tamm", [May.Set, May.Member, May.Opened, May.Own, May.Near, May.SetWriter, May.Writer, May.Ranker]),
        (Device.Phone, "Bo Lind", [May.Peer, May.Member]),
        (Device.Phone, "Cecil Hart", [May.Witness]),
        (Device.Phone, "Chen Champion", [May.Champion, May.Opener]),
        (Device.Phone, "Uma Supervisor", [May.Supervisor, May.Overseer, May.Pair]),
        (Device.Phone, "Ove Other", [May.Client, May.AuthorNear]),
        (Device.Phone, "Clio Client", [May.Taker, May.WorkReader]),
        (Device.Phone, "Aada Advisor", [May.Advisor]),
        (Device.Phone, "Sven Sponsor", [May.Signer, May.Sponsor]),
    ];

    [Fact]
    public void No_page_is_left_out() => Assert.Empty(
        KnownPage.All.Select(page => page.Who).Distinct().Except([May.Anybody, May.Nobody, May.Screen, May.Table, .. _desk, .. _phone, .. _roles.SelectMany(one => one.Roles)])); // screens and tables have looks of their own

    [Fact]
    public async Task Pages_for_everybody_are_in_order() =>
        await WalkAsync(await VisitAsync(_site.Url, Device.Phone), await Planted.InAsync(_world, _site), May.Anybody);

    [Fact]
    public async Task Pages_of_the_facilitator_are_in_order()
    {
        var planted = await Planted.InAsync(_world, _site);
        var desk = await VisitAsync(_site.Url, Device.Desk);
        await desk.SignInByHandAsync("Mari Kask");
        await WalkAsync(desk, planted, _desk);
        await ExamineAsync(desk, "/", "my-page");
    }

    [Fact]
    public async Task Pages_of_each_role_are_in_order()
    {
        var planted = await Planted.InAsync(_world, _site);
        foreach (var (device, name, roles) in _roles)
        {
            var visitor = await VisitAsync(_site.Url, device);
            await visitor.SignInAsync(name);
            await WalkAsync(visitor, planted, roles);
        }
    }

    [Fact]
    public async Task Pages_of_a_phone_are_in_order()
    {
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await ExamineAsync(phone, "/j", "join-code");
        await ExamineAsync(phone, $"/j/{World.RoomCode}?set={_world.Sets[0].Id}", "join-names");
        await ExamineAsync(phone, $"/j/{World.RoomCode}?as=others", "join-others");
        await phone.JoinByCodeAsync(World.RoomCode, "Circle", "Alma Tamm");
        await phone.LiveAsync();
        await phone.PostAsync("We met the night shift before we changed the rota, and learned why it was so.");
        await phone.SeesAsync("night shift");
        await WalkAsync(phone, await Planted.InAsync(_world, _site), _phone);
    }

    [Fact]
    public async Task Pages_behind_a_secret_are_in_order()
    {
        var phone = (await VisitAsync(_site.Url, Device.Phone)).Expect("/setup|/check/|/i/|status of 4");
        var setUp = await SetUpLink.EnsureAsync(_site.Writer);
        await ExamineAsync(phone, $"/setup?t={setUp}", "setup");
        await ExamineAsync(phone, "/setup?t=used", "setup-used", 404);
        await ExamineAsync(phone, "/check/forgotten", "check-too-late", 404);
        var link = await _site.WriteAsync(writes =>
            PersonalLinks.Make(writes, _world["Sven Sponsor"], "Invitation", _world.Workshop, null));
        await ExamineAsync(phone, $"/i/{link}", "invitation");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Continue as Sven Sponsor" }).ClickAsync();
        await phone.LiveAsync();
        await ExamineAsync(phone, $"/i/{link}", "invitation-used", 410);
    }

    [Fact]
    public async Task The_page_at_the_door_is_in_order_and_goes_on_by_itself()
    {
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        var phone = await VisitAsync(_site.Url, Device.Phone);
        await phone.JoinByCodeAsync(World.RoomCode, "Circle", "Alma Tamm");
        await phone.SeesAsync("Another phone is here");
        await ExamineAsync(phone, "/j/wait", "wait");
        var claim = (await _site.Db.ReadAsync(reads => Claims.Waiting(reads, _world.Workshop))).Single().Id;
        await _site.WriteAsync(writes => Claims.LetIn(writes, _world.Workshop, claim, Assurance.Claimed, null));
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex($"/w/{_world.Workshop}$"));
        await phone.LiveAsync();
    }

    [Fact]
    public async Task Pages_between_other_pages_of_the_facilitator_are_in_order()
    {
        var desk = (await VisitAsync(_site.Url, Device.Desk)).Expect("/control/posts|status of 422");
        await desk.SignInAsync("Mari Kask");
        await ExamineAsync(desk, "/setup/try", "setup-try");
        var post = await _site.PostAsync(_world, "Alma Tamm", "Mr Hollis says it is worse", state: "Hidden");
        await ExamineAsync(desk, $"/w/{_world.Workshop}/control/posts?why={post}", "control-why");
        await desk.Page.GetByLabel("Reason").FillAsync(" ");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Say it" }).ClickAsync();
        await desk.SeesAsync("Write a reason of up to 200 characters.");
        await ExamineAsync(desk, "control-why-wrong");
    }

    [Theory]
    [InlineData(Device.Desk, new[] { 400, 401, 403, 404, 409, 413, 422, 429, 500, 503 })]
    [InlineData(Device.Phone, new[] { 403, 503 })]
    public async Task Error_pages_are_in_order(Device device, int[] codes)
    {
        var visitor = (await VisitAsync(_site.Url, device)).Expect("/errors/|/nowhere|status of [45]");
        foreach (var code in codes)
        {
            await ExamineAsync(visitor, $"/errors/{code}", $"error-{code}-{visitor.Name}", code);
        }

        await visitor.SignInAsync("Mari Kask");
        await ExamineAsync(visitor, "/nowhere", $"error-signed-in-{visitor.Name}", 404);
    }

    [Fact]
    public async Task A_list_that_is_too_long_is_told_so_and_is_still_in_its_field_behind_the_page()
    {
        var desk = (await VisitAsync(_site.Url, Device.Desk)).Expect("/paste|status of 413");
        await desk.SignInAsync("Mari Kask");
        await desk.GoAsync($"/programmes/{_world.Programme}/paste");
        var list = desk.Page.GetByLabel("One person a row");
        await list.EvaluateAsync("field => field.value = ('€'.repeat(499) + '\\n').repeat(1000)");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Look at it row by row" }).ClickAsync();
        await desk.SeesAsync("That is too large");
        await ExamineAsync(desk, "error-too-large");
        await desk.Page.Locator(".err-page .btn-ink", new() { HasText = "Go back" }).ClickAsync();
        await Assertions.Expect(list).ToBeVisibleAsync();
        Assert.Equal(500_000, await list.EvaluateAsync<int>("field => field.value.length"));
    }

    [Fact]
    public async Task Walls_are_in_order()
    {
        var wall = await VisitAsync(_site.Url, Device.Wall);
        await wall.HangAsync(_site.Url, _world.Screens[0]);
        await ExamineAsync(wall, "/wall", "wall");
    }

    private static async Task WalkAsync(Visitor visitor, Planted planted, params May[] roles)
    {
        foreach (var page in KnownPage.All.Where(page => roles.Contains(page.Who) && page is { Says: null, LeadsOn: false, Address: not null }))
        {
            var address = page.Address!(planted);
            await ExamineAsync(visitor, address, Secret().Replace(address, "").Trim('/').Replace('/', '-') is { Length: > 0 } name ? name : "welcome");
        }
    }

    // The secrets and ids in addresses are others each time; pictures keep their names.
    [GeneratedRegex("[?].*|(?<=/)[a-z2-7]{26}")]
    private static partial Regex Secret();

    private static async Task ExamineAsync(Visitor visitor, string address, string name, int status = 200)
    {
        Assert.Equal(status, await visitor.GoAsync(address));
        await ExamineAsync(visitor, name);
    }

    private static async Task ExamineAsync(Visitor visitor, string name)
    {
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Shot(visitor.Page, $"{name}-light");
        await Axe.CheckAsync(visitor.Page);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Shot(visitor.Page, $"{name}-dark");
        await Axe.CheckColoursAsync(visitor.Page);

        Assert.Equal((name, 0), (name, await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")));
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) !== at)"));

        // At 200 % of a desk, on the narrowest phone: nothing is wider than what is seen (WCAG 1.4.10); a sheet has the paper's width.
        var size = visitor.Page.ViewportSize!;
        await visitor.Page.SetViewportSizeAsync(size.Width > 800 ? 720 : 320, size.Height);
        Assert.Equal((name + ", narrow", ""), (name + ", narrow", await visitor.Page.EvaluateAsync<string>(
            """
            () => {
              const { clientWidth, scrollWidth } = document.documentElement;
              if (scrollWidth <= clientWidth || document.querySelector('.a4')) return '';
              return [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1).slice(0, 5).map((one) => one.outerHTML.slice(0, 120)).join(' | ') || 'wide';
            }
            """)));
        await visitor.Page.SetViewportSizeAsync(size.Width, size.Height);

        // The stage is put up anew when the activity changes and never morphed, so the one field of a phone may stand in it.
        var fields = visitor.Page.Locator(
            "[data-live] :is(input, textarea, select, form):not(#stage *, [data-panel][data-keep] *), [data-live]:is(input, textarea, select, form)");
        Assert.Empty(await fields.EvaluateAllAsync<string[]>("all => all.map(one => one.outerHTML)"));
    }
}
