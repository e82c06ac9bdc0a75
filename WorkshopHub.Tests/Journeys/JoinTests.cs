using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Tests.Journeys;

public sealed class JoinTests(Browser browser) : BrowserTest(browser)
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

    [Fact]
    public async Task Without_scripts_one_joins_posts_and_reads_what_the_set_writes()
    {
        var first = await VisitAsync(_site.Url, Device.Phone, script: false);
        await first.JoinByCodeAsync(World.RoomCode, "Circle", "Alma Tamm");
        await first.PostAsync("A post without scripts", "Question");
        await first.SeesOnceAsync("A post without scripts");

        var second = await VisitAsync(_site.Url, Device.Phone, script: false);
        await second.JoinByCodeAsync("482 713", "Circle", "Bo Lind");
        await second.SeesOnceAsync("A post without scripts");
        await Assertions.Expect(second.Page.Locator(".post", new() { HasText = "Alma Tamm" })).ToContainTextAsync("Question");
        await Shot(second.Page, "phone-without-scripts");
    }

    [Fact]
    public async Task Without_scripts_what_cannot_be_taken_stays_in_the_field_with_a_word_beside_it()
    {
        var phone = await VisitAsync(_site.Url, Device.Phone, script: false);
        phone.Expect("422");
        await phone.JoinByCodeAsync(World.RoomCode, "Circle", "Alma Tamm");
        var tooLong = new string('a', 281);
        await phone.PostAsync(tooLong);

        await Assertions.Expect(phone.Page.GetByLabel("Your post")).ToHaveValueAsync(tooLong);
        await Assertions.Expect(phone.Page.GetByLabel("Your post")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_name_that_another_phone_has_is_given_when_that_phone_says_so()
    {
        var first = await VisitAsync(_site.Url, Device.Phone);
        await first.JoinByCodeAsync(World.RoomCode, "Square", "Emil Saar");
        await first.LiveAsync();

        var second = await VisitAsync(_site.Url, Device.Phone);
        await second.JoinByCodeAsync(World.RoomCode, "Square", "Emil Saar");
        await second.SeesAsync("Are you Emil Saar?");
        await Shot(second.Page, "phone-waits-at-the-door");

        await first.SeesAsync("Another phone wants to be Emil Saar too.");
        await Shot(first.Page, "phone-asked-to-let-in");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Let it in" }).ClickAsync();

        await Assertions.Expect(second.Page).ToHaveURLAsync(new Regex($"/w/{_world.Workshop}$"));
        await second.PostAsync("From my second phone");
        await first.SeesOnceAsync("From my second phone");
    }

    [Fact]
    public async Task A_wrong_code_is_said_and_what_was_typed_stays()
    {
        var phone = await VisitAsync(_site.Url, Device.Phone);
        phone.Expect("422");
        await phone.GoAsync("/j");
        await phone.Page.GetByLabel("Workshop code").FillAsync("111222");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go in" }).ClickAsync();

        await phone.SeesAsync("No open workshop has 111 222.");
        await Assertions.Expect(phone.Page.GetByLabel("Workshop code")).ToHaveValueAsync("111222");
    }

    [Fact]
    public async Task That_is_not_me_gives_the_name_back()
    {
        var phone = await VisitAsync(_site.Url, Device.Phone);
        phone.Agrees = true;
        await phone.JoinByCodeAsync(World.RoomCode, "Star", "Kaia Lepik");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "That’s not me" }).ClickAsync();
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex($"/j/{World.RoomCode}$"));

        await phone.JoinByCodeAsync(World.RoomCode, "Star", "Leo Dumas");
        await phone.SeesAsync("Leo Dumas");
    }
}
