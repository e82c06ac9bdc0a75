using System.Text.Json;

namespace WorkshopHub.Tests.Journeys;

/// <summary>A page that was kept live by pushes says what the same page says when it is loaded anew.</summary>
public static class Freshness
{
    // What runs by itself (clocks), what only this browser decides (marks of one's own, pages of a wall, how far one has
    // come in the form that a phone's stage holds) is left out.
    private const string Tell = """
        async () => {
          const words = (document) => [...document.querySelectorAll("[data-live]")].map((region) => {
            const copy = region.cloneNode(true);
            const stage = document.body.dataset.view === "phone" ? ", #stage, [data-panel]" : "";
            copy.querySelectorAll(".timer, time, .dots, .composer, [hidden], [role=timer]" + stage).forEach((one) => one.remove());
            return {
              region: region.id,
              posts: [...copy.querySelectorAll("[data-post]")].map((one) => one.id),
              text: copy.textContent.replace(/\s+/g, " ").trim(),
            };
          });
          const answer = await fetch(location.href, { headers: { accept: "text/html" } });
          const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
          return JSON.stringify({ live: words(document), fresh: words(fresh) });
        }
        """;

    /// <summary>Sees that every live region equals a fresh one, as soon as what is under way has come.</summary>
    public static async Task IsAsFreshAsync(this Visitor visitor)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(80));
        string live, fresh;
        do
        {
            using var told = JsonDocument.Parse(await visitor.Page.EvaluateAsync<string>(Tell));
            (live, fresh) = (told.RootElement.GetProperty("live").ToString(), told.RootElement.GetProperty("fresh").ToString());
            if (live == fresh)
            {
                return;
            }
        }
        while (await NextAsync(pause, deadline.Token));

        Assert.Equal(fresh, live);
    }

    private static async Task<bool> NextAsync(PeriodicTimer pause, CancellationToken deadline)
    {
        try
        {
            return await pause.WaitForNextTickAsync(deadline);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
