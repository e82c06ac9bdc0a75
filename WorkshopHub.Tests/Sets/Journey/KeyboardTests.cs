using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WorkshopHub.Tests.Journeys;

namespace WorkshopHub.Tests.Sets.Journey;

/// <summary>A set page, a turn and a reflection by the keys of a keyboard alone: each control is reached, one sees where one is, and nothing holds one fast.</summary>
public sealed class KeyboardTests(Browser browser) : SetJourney(browser)
{
    /// <summary>What can be reached: of a group of choices one, from which arrows lead on.</summary>
    private const string Controls =
        """
        () => {
          const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter((one) =>
            one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0 && !one.disabled && one.tabIndex >= 0 && !one.closest('[inert]'));
          const group = (one) => all.filter((other) => other.type === 'radio' && other.name === one.name && other.form === one.form);
          window.left = new Set(all.filter((one) => one.type !== 'radio' || one === (group(one).find((other) => other.checked) ?? group(one)[0])));
          return window.left.size;
        }
        """;

    /// <summary>Where one is: empty on a control that shows it, else what is wrong; and how many are left.</summary>
    private const string Here =
        """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return ['', window.left.size];
          window.left.delete(one);
          const box = one.getBoundingClientRect();
          // A link that covers its whole row draws its frame around that row; of the parts of a date the browser marks the one.
          const shows = one.type === 'date' || [[one], [one, '::after'], [one.closest('label')], [one.nextElementSibling]].filter(([it]) => it).some(([it, part]) => {
            const style = getComputedStyle(it, part);
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          });
          const name = `${one.tagName} ${one.getAttribute('aria-label') ?? one.innerText ?? ''} ${one.name ?? ''}`.trim();
          const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return [!shows ? `one does not see that one is on ${name}` : !inside ? `${name} is out of sight` : '', window.left.size];
        }
        """;

    private const string Name = "() => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.labels?.[0]?.innerText ?? document.activeElement?.innerText ?? '').trim()";

    private Visitor _alma = null!;

    public override async ValueTask InitializeAsync()
    {
        await OpenAsync(ownProblem: false);
        await There.AsAsync(Alma); // has an account from now on
        _alma = await VisitAsync(There.Site.Url, Device.Desk);
        await _alma.SignInAsync(Alma);
        await _alma.GoAsync(There.At());
    }

    [Fact]
    public async Task A_set_page_a_turn_and_a_reflection_go_by_the_keys_alone()
    {
        await WalkAsync("the set page");
        await ToAsync("Open the meeting");
        await Assertions.Expect(_alma.Page).ToHaveURLAsync(new Regex("/meetings/1$"));
        await ToAsync("Open the meeting");
        await ToAsync("Everybody is here");
        await ToAsync("On to report back");
        await ToAsync("On to order of airtime");
        await ToAsync("Bo Lind needs it first");
        await ToAsync("Bo begins");
        await Assertions.Expect(_alma.Page).ToHaveURLAsync(new Regex("/airtime"));
        await _alma.LiveAsync();
        await ToAsync("What is asked", "2");
        await _alma.Page.Keyboard.TypeAsync("Who told you so?");
        await _alma.Page.Keyboard.PressAsync("Enter");
        await _alma.SeesAsync("Who told you so?");
        await WalkAsync("a turn with a question");
        await ToAsync("On to: questions");
        await ToAsync("On to: what I see now");
        await ToAsync("On to: what helped");
        await ToAsync("I am Bo");
        await Assertions.Expect(_alma.Page.Locator(".tick-btn").First).ToBeVisibleAsync();
        await WalkAsync("a turn in which the presenter ticks");
        await ToAsync(await _alma.Page.Locator(".tick-btn").First.EvaluateAsync<string>("(one) => (one.getAttribute('aria-label') ?? one.innerText).trim()"));
        await Assertions.Expect(_alma.Page.Locator(".qs .q").First).ToContainTextAsync("Moved");
        await ToAsync("Done: turn the screen back");
        await ToAsync("What, in one sentence", "Stand at the yard at six");
        await ToAsync("Promise it");
        await Assertions.Expect(_alma.Page.Locator("#slot-actions")).ToContainTextAsync("Stand at the yard at six");
        await ToAsync("End Bo’s turn, on to the work");
        await ToAsync("On to reflection");
        await Assertions.Expect(_alma.Page).ToHaveURLAsync(new Regex("/reflect$"));
        await _alma.LiveAsync();
        await WalkAsync("a reflection");
        await ToAsync("Why the difference?", "We asked late");
        await ToAsync("Keep it, and on to what leaves the room");
        await Assertions.Expect(_alma.Page).ToHaveURLAsync(new Regex("/leaves$"));
        Assert.Equal("We asked late", await There.Site.OneAsync<string>("SELECT why FROM reflection"));
        Assert.Equal(1, await There.Site.OneAsync<long>("SELECT count(*) FROM airtime_question WHERE ticked_at IS NOT NULL"));
    }

    /// <summary>Goes through the whole page by the Tab key.</summary>
    private async Task WalkAsync(string page)
    {
        var left = await _alma.Page.EvaluateAsync<int>(Controls);
        Assert.True(left > 10, $"{page} has {left} controls");
        var wrong = new List<string>();
        for (var pressed = left * 2; left > 0 && pressed > 0; pressed--)
        {
            await _alma.Page.Keyboard.PressAsync("Tab");
            var here = await _alma.Page.EvaluateAsync<System.Text.Json.JsonElement>(Here);
            wrong.Add(here[0].GetString()!);
            left = here[1].GetInt32();
        }

        var missed = await _alma.Page.EvaluateAsync<string>("() => [...window.left].map((one) => one.outerHTML.slice(0, 120)).join('\\n')");
        Assert.True(missed.Length == 0 && wrong.All(one => one.Length == 0), $"{page}\n{missed}\n{string.Join('\n', wrong.Where(one => one.Length > 0).Distinct())}");
    }

    /// <summary>Goes by the Tab key to what has this name, and presses Enter; or types into it.</summary>
    private async Task ToAsync(string name, string? typed = null)
    {
        await Assertions.Expect(_alma.Page.GetByRole(typed is null ? AriaRole.Button : AriaRole.Textbox, new() { Name = name, Exact = true })
            .Or(_alma.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).First).ToBeVisibleAsync();
        for (var pressed = 0; pressed < 200; pressed++)
        {
            await _alma.Page.Keyboard.PressAsync("Tab");
            if (await FocusAsync() == name)
            {
                if (typed is null)
                {
                    await _alma.Page.Keyboard.PressAsync("Enter");
                }
                else
                {
                    await _alma.Page.Keyboard.TypeAsync(typed);
                }

                return;
            }
        }

        Assert.Fail($"The Tab key does not lead to “{name}”.");
    }

    /// <summary>The name of what has the focus; empty while a page goes and the next one comes.</summary>
    private async Task<string> FocusAsync()
    {
        try
        {
            return await _alma.Page.EvaluateAsync<string>(Name);
        }
        catch (PlaywrightException going) when (going.Message.Contains("navigation", StringComparison.Ordinal))
        {
            await _alma.LiveAsync();
            return "";
        }
    }
}
