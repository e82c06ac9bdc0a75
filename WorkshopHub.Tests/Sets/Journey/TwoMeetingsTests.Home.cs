using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Journey;

/// <summary>The second half of a meeting, what happens between two, and what all the others see of it.</summary>
public sealed partial class TwoMeetingsTests
{
    /// <summary>What was studied and decided in the meeting stands on all devices; what is missing is said beside its field.</summary>
    private async Task WorkAsync()
    {
        await Button(_aada, "On to the work").ClickAsync();
        await Assertions.Expect(_alma.Page).ToHaveURLAsync(new Regex("/work$"));
        await _alma.Page.GetByText("What we looked at", new() { Exact = true }).ClickAsync();
        await Field(_alma, "What did you look at?").FillAsync("Twelve holes in Thornby, on the morning after");
        await Field(_alma, "What did you find?").FillAsync("Wet stone in nine of them");
        await AnewAsync(_alma, () => Button(_alma, "Keep it").ClickAsync());
        await _bo.SeesAsync("Wet stone in nine of them");
        await _alma.Page.GetByText("A decision", new() { Exact = true }).ClickAsync();
        await Field(_alma, "What did you decide?").FillAsync("The gang that dug goes back to look");
        await Button(_alma, "Keep it").ClickAsync();
        await _alma.SeesAsync("Choose on what ground you decide it.");
        await _alma.Page.GetByText("Our own authority").ClickAsync();
        await AnewAsync(_alma, () => Button(_alma, "Keep it").ClickAsync());
        await _bo.SeesAsync("The gang that dug goes back to look");
        await LookAsync(_alma, "meeting-work");
    }

    /// <summary>The advisor asks, a member writes; what one writes alone on a phone without signal is kept, too.</summary>
    private async Task ReflectAsync()
    {
        await _aada.Page.GetByText("Hand the pen over", new() { Exact = true }).ClickAsync();
        await Button(_aada, "To Alma Tamm").ClickAsync();
        await Button(_alma, "On to reflection").ClickAsync();
        await Assertions.Expect(_aada.Page).ToHaveURLAsync(new Regex("/reflect$"));
        await Assertions.Expect(_bo.Page).ToHaveURLAsync(new Regex("/reflect$"));
        await Field(_aada, "A question of yours for them to reflect on").FillAsync("What did nobody say today?");
        await Button(_aada, "Ask it").ClickAsync();
        await _alma.SeesAsync("What did nobody say today?");
        await Field(_alma, "What did we set out to do today?").FillAsync("Look at three weeks of the trial.");
        await Field(_alma, "Why the difference?").FillAsync($"{Said}, and nobody asked him.");
        await _alma.Page.ReloadAsync();
        await Assertions.Expect(Field(_alma, "Why the difference?")).ToHaveValueAsync($"{Said}, and nobody asked him.");
        await AnewAsync(_alma, () => Button(_alma, "Keep it").ClickAsync());
        await _aada.SeesAsync(Said);
        await LookAsync(_alma, "reflect", dark: true);
        await _bo.Context.SetOfflineAsync(true);
        await Field(_bo, "For me alone").FillAsync("I was angry and said nothing.");
        await Button(_bo, "Keep it for me").ClickAsync();
        await _bo.SeesAsync("Written on this device.");
        await _bo.Context.SetOfflineAsync(false);
        await Assertions.Expect(_bo.Page.Locator("main li", new() { HasText = "I was angry and said nothing." }).Locator("visible=true").First).ToBeVisibleAsync();
        await Assertions.Expect(_bo.Page.Locator("#away [data-away-now]")).ToBeHiddenAsync();
        await Assertions.Expect(_bo.Page.Locator("#away")).ToContainTextAsync(new Regex(@"Written here at \d\d:\d\d, sent at \d\d:\d\d\."));
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM reflection WHERE author_id IS NOT NULL"));
    }

    /// <summary>One writes on the laptop, another says yes on a phone; nobody outside reads a word before.</summary>
    private async Task LeaveAsync()
    {
        await Button(_alma, "On to what leaves the room").ClickAsync();
        await Assertions.Expect(_bo.Page).ToHaveURLAsync(new Regex("/leaves$"));
        await _bo.LiveAsync();
        await _alma.Page.GetByText("Slow", new() { Exact = true }).ClickAsync();
        await Field(_alma, "In your words").FillAsync("Our surprise is wet stone.");
        await AnewAsync(_alma, () => Button(_alma, "Write it as Alma").First.ClickAsync());
        await _alma.SeesAsync("Waits for one more yes");
        await Field(_bo, "What happened, then what you take from it").FillAsync("We were proud and asked less.");
        await _bo.SeesAsync("Our surprise is wet stone.");
        await LookAsync(_bo, "leaves-waiting-phone");
        Assert.DoesNotContain("wet stone", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await Button(_bo, "I’m Bo, and I say yes").ClickAsync();
        await _alma.SeesAsync("You can take it back; that it was shown stays on record.");
        await Assertions.Expect(Field(_bo, "What happened, then what you take from it")).ToHaveValueAsync("We were proud and asked less."); // a yes loses nobody's words
        Assert.Contains("wet stone", await PageAsync("Chen Champion", "/as/champion"), StringComparison.Ordinal);
        await LookAsync(_alma, "leaves", dark: true);
        await Field(_bo, "What happened, then what you take from it").FillAsync("");
    }

    private async Task CloseAsync(int meeting, string says)
    {
        await _alma.GoAsync(At(meeting, "/close"));
        await _alma.SeesAsync(says);
        await LookAsync(_alma, "meeting-close");
        await Button(_alma, "Close it all the same").ClickAsync();
        await _bo.SeesAsync("This meeting was held.");
    }

    /// <summary>
    /// An owner reports back early on a phone, with one part missing at first, then without signal; it goes from whatever page of
    /// the set, or their own, is opened next. The client says yes on a phone of theirs.
    /// </summary>
    private async Task BetweenAsync()
    {
        await _bo.GoAsync(There.At("actions/1"));
        await _bo.SeesAsync("Jaan asked.");
        await LookAsync(_bo, "action-phone");
        await _bo.Page.GetByRole(AriaRole.Link, new() { Name = "Report back" }).ClickAsync();
        await _bo.Page.GetByText("Done", new() { Exact = true }).ClickAsync();
        await Field(_bo, "What I did").FillAsync("Two mornings at the yard.");
        await Field(_bo, "What happened").FillAsync("They showed me the wet stone.");
        await _bo.Page.ReloadAsync();
        await Button(_bo, "Bring it to the set").ClickAsync();
        await _bo.SeesAsync("Half a sentence is enough. “Nothing yet” counts too.");
        await Field(_bo, "What I learned").FillAsync("Nobody had asked them.");
        await GoesFromAsync(There.At(), "Bring it to the set");
        await _bo.GoAsync(There.At("actions/1"));
        await _bo.SeesAsync("It is read out at meeting 2, on");
        var alma = await There.AsAsync(Alma);
        var due = await There.Site.OneAsync<string>("SELECT date FROM set_meeting WHERE number = 2");
        using var promised = await alma.PostAsync(There.At("actions"), "?handler=agree", ("Key", Tokens.New()), ("Text", "Ring the depot"), ("Due", due!));
        using var asked = await alma.PostAsync(There.At("work"), "?handler=ask", ("Step.Step", "Understood"), ("Step.Text", "One hole in five is opened again"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (promised.StatusCode, asked.StatusCode));
        await There.AsAsync("Clio Client");
        var clio = await VisitAsync(There.Site.Url, Device.Phone);
        await clio.SignInAsync("Clio Client");
        await clio.GoAsync("/as/client");
        await LookAsync(clio, "client-phone", dark: true);
        await clio.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, that is it" }).ClickAsync();
        await clio.SeesAsync("Understood: you said yes");
    }

    /// <summary>What is sent without signal, from a tab that the phone puts away, goes from the page that is opened next, and is said there.</summary>
    private async Task GoesFromAsync(string page, string button)
    {
        await _bo.Context.SetOfflineAsync(true);
        await Button(_bo, button).ClickAsync();
        await _bo.SeesAsync("Written on this device.");
        await _bo.Page.GotoAsync("about:blank");
        await _bo.Context.SetOfflineAsync(false);
        await _bo.GoAsync(page);
        await Assertions.Expect(_bo.Page.Locator("#away [data-away-sent]")).ToContainTextAsync(new Regex(@"Written here at \d\d:\d\d, sent at \d\d:\d\d\."));
        await Assertions.Expect(_bo.Page.Locator("#away [data-away-now]")).ToBeHiddenAsync();
    }

    /// <summary>Two write the solution, one of them on a phone without signal: with the signal both versions stand there, and no word is lost.</summary>
    private async Task BothAsync()
    {
        var solution = There.At("solution");
        await _bo.GoAsync(solution);
        await _bo.Context.SetOfflineAsync(true);
        await Field(_bo, "What will the set do?").FillAsync("Bo’s gang goes back");
        await Button(_bo, "Keep it").ClickAsync();
        await _bo.SeesAsync("Written on this device.");
        using var first = await (await There.AsAsync(Alma)).PostAsync(solution, "", ("Solution.Version", "0"), ("Solution.Text", "All gangs go back"), ("go", "keep"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        await _bo.Context.SetOfflineAsync(false);
        await _bo.SeesAsync("Alma Tamm changed this");
        await _bo.SeesAsync("All gangs go back");
        await Assertions.Expect(Field(_bo, "What will the set do?")).ToHaveValueAsync("Bo’s gang goes back");
        await Assertions.Expect(_bo.Page.Locator("#away")).ToContainTextAsync("Bo’s gang goes back");
        await LookAsync(_bo, "solution-both-phone", dark: true);
        await Button(_bo, "Put mine in its place").ClickAsync();
        await Assertions.Expect(_bo.Page.Locator("#away")).ToBeHiddenAsync();
        Assert.Equal("Bo’s gang goes back", await There.Site.OneAsync<string>("SELECT text FROM solution"));

        // A promise under whose id another stands by now, sent from a phone that had no signal: it says so, and nothing stays behind.
        await _bo.GoAsync(There.At("actions"));
        var key = await _bo.Page.Locator(".agree [name=Key]").InputValueAsync();
        await _bo.Context.SetOfflineAsync(true);
        await Field(_bo, "What, in one sentence").FillAsync("Walk the yard");
        await Button(_bo, "Promise it").ClickAsync();
        await _bo.SeesAsync("Written on this device.");
        using var other = await (await There.AsAsync(Bo)).PostAsync(There.At("actions"), "?handler=agree", ("Key", key), ("Text", "Ride along"), ("Due", "2099-01-15"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        await _bo.Context.SetOfflineAsync(false);
        await Assertions.Expect(_bo.Page.Locator("#away")).ToContainTextAsync("Bo Lind promised something by this form already");
        await Button(_bo, "Promise mine, too").ClickAsync();
        await Assertions.Expect(_bo.Page.Locator("#away")).ToBeHiddenAsync();
        Assert.Equal(2, await There.Site.OneAsync<long>("SELECT count(*) FROM set_action WHERE text IN ('Walk the yard', 'Ride along')"));
        await _bo.GoAsync(There.At("actions"));
        await Field(_bo, "What, in one sentence").FillAsync("Ride along");
        await GoesFromAsync("/", "Promise it");
        Assert.Equal(3, await There.Site.OneAsync<long>("SELECT count(*) FROM set_action WHERE text IN ('Walk the yard', 'Ride along')"));
        await There.Site.SetAsync("DELETE FROM set_action WHERE text IN ('Walk the yard', 'Ride along')");
    }

    /// <summary>The second meeting begins with what came of it: what was written before is read out, and it does not close over what nobody told.</summary>
    private async Task AgainAsync()
    {
        await _alma.GoAsync(At(2));
        await Button(_alma, "Open the meeting").ClickAsync();
        await Button(_alma, "Everybody is here").ClickAsync();
        await _bo.GoAsync(At(2));
        await _bo.LiveAsync();
        await Button(_alma, "On to report back").ClickAsync();
        await Assertions.Expect(_bo.Page).ToHaveURLAsync(new Regex("/report$"));
        await Button(_alma, "Told: on to Alma").ClickAsync();
        await _alma.SeesAsync("1 of 2 told");
        await _bo.SeesAsync("Nobody had asked them.");
        await LookAsync(_alma, "report-desk", dark: true);
        await _alma.GoAsync(At(2, "/close"));
        await _alma.SeesAsync("Alma hasn’t told what came of");
        await Assertions.Expect(Button(_alma, "Close it all the same")).ToHaveCountAsync(0);
        await _alma.GoAsync(At(2, "/report"));
        await _alma.Page.GetByText("Not done", new() { Exact = true }).ClickAsync();
        await Field(_alma, "What I did").FillAsync("Nothing yet.");
        await Field(_alma, "What happened").FillAsync("The week was full.");
        await Field(_alma, "What I learned").FillAsync("I promise too much.");
        await Button(_alma, "Told").ClickAsync();
        await _alma.SeesAsync("All is told.");
        await CloseAsync(2, "had no airtime today");
        foreach (var page in new[] { "meetings/1/record", "actions", "journal", "shared", "reflections", "doors", "work", "keep", "meetings" })
        {
            await _bo.GoAsync(There.At(page));
            await LookAsync(_bo, $"set-{page.Split('/')[^1]}-phone");
        }

        // On paper the record is all there, and nothing of the screen around it.
        await _bo.GoAsync(At(1, "/record"));
        await Assertions.Expect(_bo.Page.Locator(".masthead")).ToBeVisibleAsync();
        await _bo.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var around in new[] { ".masthead", ".set-tabs", ".banner", ".rec-acts" })
        {
            await Assertions.Expect(_bo.Page.Locator(around)).ToBeHiddenAsync();
        }

        foreach (var words in new[] { "Who is better off if nothing changes?", "Stand at the yard at six", "Twelve holes in Thornby", Said, "Our surprise is wet stone." })
        {
            await Assertions.Expect(_bo.Page.Locator(".rec")).ToContainTextAsync(words);
        }

        await _bo.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>Whoever is not of the set reads the note that two have shown, where the table gives it, and nothing else.</summary>
    private Task OthersAsync() => OthersAsync(
        "Our surprise is wet stone.", ["contractor", "yard", "assuming"],
        [Said, "Who is better off", "Stand at the yard", "Nobody had asked them", "I was angry", "Wet stone in nine", "Ring the depot", "goes back to look"],
        "meetings/2/report", "actions/1");
}
