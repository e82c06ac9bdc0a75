using System.Net;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Sets.Journey;

/// <summary>Circle and its people, each with a browser of their own.</summary>
public abstract class SetJourney(Browser browser) : BrowserTest(browser)
{
    private protected SetWorld There { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected const string Alma = "Alma Tamm";
    protected const string Bo = "Bo Lind";
    protected const string Aada = "Aada Advisor";

    /// <summary>Today's meeting and the next two, a fortnight apart.</summary>
    private protected async Task OpenAsync(bool ownProblem)
    {
        There = await SetWorld.OpenAsync(ownProblem);
        await There.Site.SetAsync("UPDATE set_meeting SET date = date('now', '+' || ((number - 1) * 14) || ' days'), first_date = date('now', '+' || ((number - 1) * 14) || ' days')");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await There.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The address of a page of one of the meetings.</summary>
    private protected string At(int meeting, string page = "") => There.At($"meetings/{meeting}{page}");

    /// <summary>Somebody comes and opens a page of the set.</summary>
    private protected async Task<Visitor> ComeAsync(string name, Device device, string page)
    {
        await There.AsAsync(name); // has an account from now on
        var visitor = await VisitAsync(There.Site.Url, device);
        await visitor.SignInAsync(name);
        await visitor.GoAsync(page);
        await visitor.LiveAsync();
        return visitor;
    }

    private protected static ILocator Button(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Presses what leads to a page anew, be it the same one, and waits for it.</summary>
    private protected static async Task AnewAsync(Visitor visitor, Func<Task> press)
    {
        await visitor.Page.EvaluateAsync("() => { window.before = true; }");
        await press();
        await visitor.Page.WaitForFunctionAsync("() => !window.before && document.documentElement.dataset.wire === 'live'");
    }

    private protected static ILocator Field(Visitor visitor, string name) => visitor.Page.GetByLabel(name, new() { Exact = true });

    /// <summary>A page without an offence, nothing beside it, no field in a live region; in dark its colours too.</summary>
    private protected static async Task LookAsync(Visitor visitor, string name, bool dark = false)
    {
        await Axe.CheckAsync(visitor.Page);
        await Shot(visitor.Page, name);
        Assert.Equal((name, 0), (name, await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")));
        Assert.Equal((name, 0), (name, await visitor.Page.Locator("[data-live] :is(input, textarea, select, form)").CountAsync()));
        if (dark)
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await Axe.CheckColoursAsync(visitor.Page);
            await Shot(visitor.Page, name + "-dark");
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    /// <summary>A page as somebody reads it.</summary>
    private protected async Task<string> PageAsync(string name, string page) => WebUtility.HtmlDecode(await (await There.AsAsync(name)).GetStringAsync(page, Stop));

    /// <summary>Whoever is not of the set reads what two have shown, where the table gives it, and nothing else: no page, search, export, calendar, channel.</summary>
    /// <param name="shown">The note that two have shown.</param>
    /// <param name="searched">Words that are looked for.</param>
    /// <param name="said">What stays in the room.</param>
    /// <param name="more">Further pages of the set's place.</param>
    private protected async Task OthersAsync(string shown, string[] searched, string[] said, params string[] more)
    {
        var programme = There.World.Programme;
        string[] inside =
        [
            "", "meetings", "meetings/1", "meetings/1/airtime", "meetings/1/work", "meetings/1/reflect", "meetings/1/leaves", "meetings/1/record",
            "meetings/1/record?handler=file", "actions", "journal", "reflections", "shared", "work", "advising", "keep", "keep?handler=file", .. more,
        ];
        string[] outside =
        [
            "/", .. searched.Select(words => $"/search?q={words}"), $"/programmes/{programme}/progress", $"/programmes/{programme}/notes",
            $"/programmes/{programme}/learnings", $"/programmes/{programme}/timeline", $"/workshops/{There.World.Workshop}/summary", "/calendar?handler=file",
            There.At("shown"), There.At("guests"),
        ];
        foreach (var (name, role, note) in new[]
        {
            ("Uma Supervisor", "/as/supervisor", true), ("Chen Champion", "/as/champion", true), ("Clio Client", "/as/client", true), ("Sven Sponsor", "/", true),
            ("Mari Kask", $"/programmes/{programme}", true), ("Cecil Hart", "/", false), ("Arno Advisor", "/as/advisor", false), ("Otto Outsider", "/", false),
        })
        {
            var client = await There.AsAsync(name);
            foreach (var page in inside)
            {
                using var answer = await client.GetAsync(There.At(page), Stop);
                Assert.Equal((name, page, HttpStatusCode.NotFound), (name, page, answer.StatusCode));
            }

            var read = "";
            foreach (var page in outside.Append(role))
            {
                using var answer = await client.GetAsync(page, Stop);
                read += WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
            }

            Assert.Equal((name, note), (name, read.Contains(shown, StringComparison.Ordinal)));
            foreach (var words in said)
            {
                Assert.False(read.Contains(words, StringComparison.Ordinal), $"{name} reads “{words}”");
            }

            var viewer = new Viewer { PersonId = There.World[name], Name = name, IsFacilitator = name == "Mari Kask", IsAdmin = name == "Mari Kask" };
            Assert.Null(await There.Site.Db.ReadAsync(reads => Audience.ChannelsOf(viewer, reads, "set", There.Set), Stop));
        }
    }
}
