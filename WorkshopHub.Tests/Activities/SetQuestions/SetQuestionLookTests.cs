using System.Globalization;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Tests.Screens;
using WorkshopHub.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace WorkshopHub.Tests.Activities.SetQuestions;

/// <summary>Questions between sets in real browsers: phones ask and answer, walls follow, nothing is cut.</summary>
public sealed class SetQuestionLookTests(Browser browser) : BrowserTest(browser)
{
    private const string Long =
        "You walked every ward at night with a meter and found that the loudest thing was not the patients, the pumps or the " +
        "phones but your own bin lids; who knew that before you came, since when, and what did they think would happen if they had " +
        "told somebody of it who could act?";

    private static readonly string[] _names = ["Backfill", "Quiet Night", "Twelve Streets", "First Knock", "Keys in Hand", "Second Winter"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Phones_ask_and_answer_and_the_wall_follows()
    {
        await using var room = await KindRoom.StartAsync("setquestion", "Who wants to know what from whom?");
        await room.GoAsync(0);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        var alma = await JoinAsync(room, "Alma Tamm");
        var cecil = await JoinAsync(room, "Cecil Hart", dark: true);
        await Shot(alma.Page, "setquestion-phone-choose");
        await Axe.CheckAsync(alma.Page);
        Assert.Equal(5, await alma.Page.Locator(".sq-ask .pick:visible").CountAsync());
        await alma.Page.Locator(".sq-ask .pick", new() { HasText = "Triangle" }).ClickAsync();
        await alma.Page.Locator("#question").FillAsync("Have you tried to ask the night shift?");
        await Expect(alma.Page.Locator("[data-advice]")).ToBeVisibleAsync();
        await Shot(alma.Page, "setquestion-phone-ask");
        await alma.Page.Locator("#question").FillAsync("Who owns an alarm on the day after the commissioning engineer leaves?");
        await alma.Page.Locator("[data-answer][value=ask]").ClickAsync();
        await Expect(wall.Page.Locator(".latest blockquote")).ToHaveTextAsync("Who owns an alarm on the day after the commissioning engineer leaves?");
        await Expect(cecil.Page.Locator(".sq-ours li")).ToHaveCountAsync(1);
        await Expect(cecil.Page.Locator($"#sq-count-{room.Activity}-{room.World.Sets[1].Id}")).ToContainTextAsync("1 question so far. Needs 2 more");
        await cecil.Page.Locator(".sq-ours summary").ClickAsync();
        await cecil.Page.Locator(".sq-ours textarea").FillAsync("Nobody, for eleven weeks. Then Yuki.");
        await Shot(cecil.Page, "setquestion-phone-answer-dark");
        await Axe.CheckAsync(cecil.Page);
        await cecil.Page.Locator(".sq-ours [data-answer]").ClickAsync();
        await Expect(alma.Page.Locator($"#asked-{room.Activity} .sq-answer")).ToContainTextAsync("Then Yuki.");
        await Axe.CheckAsync(wall.Page);
        await LeaveAsync();
    }

    [Fact]
    public async Task Nothing_is_cut_on_the_wall_with_long_names_and_texts()
    {
        await using var room = await KindRoom.StartAsync("setquestion", "Who wants to know what from whom?");
        await FillAsync(room);
        var wall = await VisitAsync(room.Site.Url, Device.Wall);
        await room.BeWallAsync(wall);
        var faults = new List<string>();
        await room.GoAsync(0);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await LookAsync(wall, "setquestion-wall", faults);
        await room.Site.Writer.RunAsync(w => w.Execute(
            "UPDATE sets SET name = substr(name || ' and everything around the place where we all live and work', 1, 60)"), Stop);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await LookAsync(wall, "setquestion-wall-long", faults);
        await room.GoAsync(2);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await LookAsync(wall, "setquestion-wall-answers-long", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(30)));
        await room.Site.Writer.RunAsync(w =>
        {
            foreach (var (at, name) in _names.Index())
            {
                w.Execute("UPDATE sets SET name = @name WHERE id = @Id", new { name, room.World.Sets[at].Id });
            }

            return w.Execute("""
                UPDATE set_question SET text = 'When you found the 41 worst instruments, how did you tell their owners without a league table?',
                  answer = 'We sent each owner only their own instruments, with a recording of one night. No ranking.' WHERE answer <> ''
                """);
        }, Stop);
        await wall.GoAsync("/wall");
        await wall.LiveAsync();
        await Shot(wall.Page, "setquestion-wall-answers");
        var desk = await VisitAsync(room.Site.Url, Device.Desk);
        await desk.SignInAsync("Mari Kask");
        await room.GoAsync(0);
        await desk.GoAsync($"/w/{room.World.Workshop}/control");
        await desk.LiveAsync();
        await Shot(desk.Page, "setquestion-control");
        await Axe.CheckAsync(desk.Page);
        await wall.GoAsync("/wall");
        await Shot(wall.Page, "setquestion-wall-short");
        await desk.GoAsync($"/workshops/{room.World.Workshop}/summary");
        await Shot(desk.Page, "setquestion-report", whole: true);
    }

    internal static async Task LookAsync(Visitor wall, string name, List<string> faults)
    {
        foreach (var (width, height) in new[] { (1920, 1080), (1024, 768) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await wall.Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
            faults.AddRange((await wall.Page.EvaluateAsync<string[]>(WallLookTests.Faults, width == 1920 ? 28 : 0)).Select(fault => $"{name} {width} {fault}"));
            await Shot(wall.Page, $"{name}-{width}");
        }

        await wall.Page.SetViewportSizeAsync(1920, 1080);
    }

    private static async Task FillAsync(KindRoom room)
    {
        var askers = new List<long>();
        foreach (var (at, set) in room.World.Sets.Index())
        {
            askers.Add(await room.PlantAsync(set.Members[0], at));
        }

        await room.Site.Writer.RunAsync(w =>
        {
            for (var from = 0; from < 6; from++)
            {
                for (var to = 0; to < 6; to++)
                {
                    if (from == to || (from + to) % 5 == 4)
                    {
                        continue;
                    }

                    var answer = (from + 1) % 6 == to ? Long : "";
                    w.Execute("""
                        INSERT INTO set_question (id, activity_id, from_set, to_set, participant_id, text, asked_at, answer, answered_by, answered_at, answer_version)
                        VALUES (@id, @Activity, @from, @to, @asker, @Long, @Now, @answer, @by, @at, @version)
                        """, new
                    {
                        id = Tokens.New(),
                        room.Activity,
                        from = room.World.Sets[from].Id,
                        to = room.World.Sets[to].Id,
                        asker = askers[from],
                        Long,
                        w.Now,
                        answer,
                        by = answer.Length > 0 ? askers[to] : (long?)null,
                        at = answer.Length > 0 ? w.Now : null,
                        version = answer.Length > 0 ? 1 : 0,
                    });
                }
            }

            return true;
        }, Stop);
    }

    /// <summary>Everybody leaves before the program ends, so that no page looks for it.</summary>
    private async Task LeaveAsync()
    {
        foreach (var visitor in Visitors)
        {
            await visitor.Page.GotoAsync("about:blank");
        }
    }

    private async Task<Visitor> JoinAsync(KindRoom room, string name, bool dark = false)
    {
        using var phone = await room.PhoneAsync(name);
        var token = await SeatAsync(room, name);
        var visitor = await VisitAsync(room.Site.Url, Device.Phone, dark);
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = token, Url = room.Site.Url }]);
        await visitor.GoAsync(string.Create(CultureInfo.InvariantCulture, $"/w/{room.World.Workshop}"));
        await visitor.LiveAsync();
        return visitor;
    }

    internal static Task<string> SeatAsync(KindRoom room, string name, string assurance = "Claimed") => room.Site.Writer.RunAsync(w =>
    {
        var token = Tokens.New();
        w.Execute("""
            INSERT INTO device (token_hash, participant_id, assurance, created_at)
            SELECT @hash, id, @assurance, @Now FROM participant WHERE name = @name ORDER BY id DESC LIMIT 1
            """, new { hash = Tokens.Hash(token), name, assurance, w.Now });
        return token;
    }, Stop);
}
