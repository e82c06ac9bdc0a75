using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Workshops.Phone;

/// <summary>The phone in a real browser, on plain http and a host name: what it keeps and what it says.</summary>
public sealed class PhonePageTests(Browser browser) : BrowserTest(browser)
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    public override ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_post_waits_while_the_server_is_dead_survives_a_reload_and_goes_once()
    {
        var phone = await InAsync("Alma Tamm");
        phone.Expect(".*");
        await StartAsync();
        await phone.Page.WaitForSelectorAsync("[data-composer]");
        await _site.DisposeAsync();
        await phone.Page.FillAsync("#text", "Written while nobody listened.");
        await phone.Page.ClickAsync("[data-send]");
        await Assertions.Expect(phone.Page.Locator("#outbox")).ToContainTextAsync("Written while nobody listened.");
        await Assertions.Expect(phone.Page.Locator("html")).ToHaveAttributeAsync("data-wire", "lost");
        _site = new Site(_world.File, _site.Port);
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.Locator("[id^=mine-]")).ToContainTextAsync("Written while nobody listened.");
        await Assertions.Expect(phone.Page.Locator("#outbox li")).ToHaveCountAsync(0);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_draft_survives_a_reload_and_belongs_to_this_person_only()
    {
        var phone = await InAsync("Alma Tamm");
        await StartAsync();
        await phone.Page.FillAsync("#text", "Half a thought");
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.Locator("#text")).ToHaveValueAsync("Half a thought");
        phone.Agrees = true;
        await phone.Page.ClickAsync("text=That’s not me");
        await Assertions.Expect(phone.Page).ToHaveURLAsync(new Regex($"/j/{World.RoomCode}$"));
        await JoinAsync(phone, "Bo Lind");
        await Assertions.Expect(phone.Page.Locator("#text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task When_the_room_moves_on_words_in_the_field_are_kept_and_can_be_asked_in()
    {
        var phone = await InAsync("Alma Tamm");
        await StartAsync();
        await phone.Page.FillAsync("#text", "One more thing");
        await PressAsync("next");
        await Assertions.Expect(phone.Page.Locator("#hold")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.Locator("#text")).ToHaveValueAsync("One more thing");
        await phone.Page.ClickAsync("[data-move-on]");
        await Assertions.Expect(phone.Page.Locator("#stage h1")).ToHaveTextAsync("The sponsor speaks");
        await phone.Page.ClickAsync("[data-late]");
        await Assertions.Expect(phone.Page.Locator("#open-ends")).ToContainTextAsync("You have asked to let it in.");
    }

    [Fact]
    public async Task Too_many_characters_are_counted_as_people_count_and_nothing_is_sent()
    {
        var phone = await InAsync("Alma Tamm");
        await StartAsync();
        await phone.Page.FillAsync("#text", string.Concat(Enumerable.Repeat("👩‍👧", 281)));
        await Assertions.Expect(phone.Page.Locator("#left")).ToHaveTextAsync("1 too many. Trim a little.");
        await phone.Page.ClickAsync("[data-send]", new() { Force = true });
        await Assertions.Expect(phone.Page.Locator("#text")).ToBeFocusedAsync();
        Assert.Equal(0, await CountAsync());
        await phone.Page.FillAsync("#text", string.Concat(Enumerable.Repeat("👩‍👧", 280)));
        await phone.Page.ClickAsync("[data-send]");
        await Assertions.Expect(phone.Page.Locator("[id^=mine-] > li")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_post_reaches_the_other_phones_of_the_set_and_is_mine_on_mine_only()
    {
        var alma = await InAsync("Alma Tamm");
        var bo = await InAsync("Bo Lind");
        await StartAsync();
        await alma.Page.FillAsync("#text", "The porters knew.");
        await alma.Page.ClickAsync("[data-send]");
        await Assertions.Expect(bo.Page.Locator(".set-posts li")).ToContainTextAsync("The porters knew.");
        await Assertions.Expect(alma.Page.Locator("[id^=mine-] > li")).ToHaveCountAsync(1);
        await Assertions.Expect(alma.Page.Locator(".set-posts li:not([hidden])")).ToHaveCountAsync(0);
        await bo.Page.ClickAsync("[data-heart]");
        await Assertions.Expect(alma.Page.Locator("[id^=mine-] > li")).ToContainTextAsync("It helps 1 person");
        await Axe.CheckAsync(alma.Page);
    }

    [Fact]
    public async Task An_anonymous_post_is_mine_after_a_reload_and_can_be_taken_back()
    {
        await RunAsync("UPDATE activity SET name_mode = 'Anonymous'");
        var alma = await InAsync("Alma Tamm");
        var bo = await InAsync("Bo Lind");
        await StartAsync();
        await alma.Page.FillAsync("#text", "I am afraid to ask.");
        await alma.Page.ClickAsync("[data-send]");
        await Assertions.Expect(bo.Page.Locator(".set-posts li")).ToContainTextAsync("I am afraid to ask.");
        await alma.Page.ReloadAsync();
        await Assertions.Expect(alma.Page.Locator("[id^=mine-] > li")).ToContainTextAsync("I am afraid to ask.");
        await Assertions.Expect(bo.Page.Locator("[id^=mine-] > li")).ToHaveCountAsync(0);
        alma.Agrees = true;
        await alma.Page.ClickAsync("[id^=mine-] button:has-text('Delete')");
        await Assertions.Expect(bo.Page.Locator(".set-posts li")).ToHaveCountAsync(0);
        await Assertions.Expect(alma.Page.Locator("[id^=mine-] > li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_get_through_under_a_new_id_and_while_the_phone_is_held_when_the_room_has_moved_on()
    {
        var phone = await InAsync("Alma Tamm");
        phone.Expect("409");
        await StartAsync();
        await phone.Page.FillAsync("#text", "First words");
        await phone.Page.ClickAsync("[data-send]");
        var own = phone.Page.Locator("[id^=mine-] > li");
        await Assertions.Expect(own).ToHaveCountAsync(1);
        await Assertions.Expect(phone.Page.Locator("#outbox li")).ToHaveCountAsync(0); // its answer has come as well
        await phone.Page.EvaluateAsync("""
            () => {
              const { workshop, me } = document.body.dataset;
              const { post: id, activity } = document.querySelector("[id^=mine-] > li").dataset;
              localStorage.setItem(`outbox:${workshop}:${me}`, JSON.stringify([{ id, activity, kind: "Learning", text: "Other words" }]));
            }
            """);
        await phone.Page.ReloadAsync();
        await Assertions.Expect(phone.Page.Locator("#outbox")).ToContainTextAsync("This post was sent before with other words.");
        await Assertions.Expect(phone.Page.Locator("[data-again]")).ToBeVisibleAsync();
        await phone.Page.ClickAsync("[data-anew]");
        await Assertions.Expect(own).ToHaveCountAsync(2);
        await Assertions.Expect(phone.Page.Locator("#outbox li")).ToHaveCountAsync(0);
        await phone.Page.FillAsync("#text", "One more thing");
        await PressAsync("next");
        await Assertions.Expect(phone.Page.Locator("#hold")).ToBeVisibleAsync();
        await Shot(phone.Page, "phone-held");
        var answer = await phone.Page.RunAndWaitForResponseAsync(
            () => phone.Page.ClickAsync("[data-send]"), response => response.Request.Method == "POST" && response.Url.EndsWith($"/w/{_world.Workshop}", StringComparison.Ordinal));
        Assert.Equal(200, answer.Status);
        await Assertions.Expect(phone.Page.Locator("#stage h1")).ToHaveTextAsync("The sponsor speaks");
        await Assertions.Expect(phone.Page.Locator("#outbox li")).ToHaveCountAsync(0);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task An_anonymous_post_is_changed_where_it_stands_and_hears_what_became_of_it_when_the_room_has_moved_on()
    {
        await RunAsync("UPDATE activity SET name_mode = 'Anonymous'");
        var alma = await InAsync("Alma Tamm");
        alma.Expect("422");
        var bo = await InAsync("Bo Lind");
        await StartAsync();
        await alma.Page.FillAsync("#text", "Mr Hollis frightens me.");
        await Assertions.Expect(alma.Page.GetByText("Only this phone can change it.")).ToBeVisibleAsync();
        await alma.Page.ClickAsync("[data-send]");
        await alma.Page.ClickAsync("[id^=mine-] [data-edit]");
        await Assertions.Expect(alma.Page.Locator("#change-text")).ToHaveValueAsync("Mr Hollis frightens me.");
        await alma.Page.FillAsync("#change-text", "  ");
        await alma.Page.ClickAsync("#change .btn-ink");
        await Assertions.Expect(alma.Page.Locator("#change [data-problem]")).ToContainTextAsync("Write something first.");
        await Shot(alma.Page, "phone-change");
        await Axe.CheckAsync(alma.Page);
        await alma.Page.FillAsync("#change-text", "Somebody frightens me.");
        await alma.Page.ClickAsync("#change .btn-ink");
        await Assertions.Expect(alma.Page.Locator("[id^=mine-] > li")).ToContainTextAsync("Somebody frightens me.");
        await Assertions.Expect(bo.Page.Locator(".set-posts li")).ToContainTextAsync("Somebody frightens me.");

        var id = await alma.Page.Locator("[id^=mine-] > li").GetAttributeAsync("data-post");
        await PressAsync("next");
        await Assertions.Expect(alma.Page.Locator("#stage h1")).ToHaveTextAsync("The sponsor speaks");
        await DeskAsync("/posts", _ => $"hide/{id}/2");
        await DeskAsync("/posts", _ => $"why0/{id}/3");
        await Assertions.Expect(alma.Page.Locator("#open-ends")).ToContainTextAsync("It names a private person.");
        await Shot(alma.Page, "phone-hidden-later");
        await Assertions.Expect(bo.Page.Locator("#open-ends li")).ToHaveCountAsync(0);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_world.File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of this file come here
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Visitor> InAsync(string name)
    {
        var visitor = await VisitAsync(_site.Url, Device.Phone);
        visitor.Name = name;
        await JoinAsync(visitor, name);
        return visitor;
    }

    private async Task JoinAsync(Visitor visitor, string name)
    {
        await visitor.ComeInAsync(_world, name);
        await visitor.LiveAsync();
    }

    private async Task StartAsync()
    {
        await PressAsync("start");
        foreach (var visitor in Visitors)
        {
            await visitor.Page.WaitForSelectorAsync("[data-composer]");
        }
    }

    /// <summary>Presses a button of the control room, as Mari, on what is there now.</summary>
    private Task PressAsync(string verb) => DeskAsync("", room =>
        System.Text.RegularExpressions.Regex.Match(room, $"value=\"({verb}/[^\"]*)\"").Groups[1].Value);

    private async Task DeskAsync(string page, Func<string, string> press)
    {
        using var mari = Clients.New(_site.Url);
        await mari.PostFormAsync("/signin", "/signin", ("Email", "mari.kask@flow.test"), ("Password", World.Password));
        var room = $"/w/{_world.Workshop}/control";
        var answer = await mari.PostFormAsync(room, room + page, ("press", press(await mari.GetStringAsync(room))));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<long> CountAsync()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_world.File};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM post";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
