using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Reports.Editor;

/// <content>What may be quoted, and what may be asked for.</content>
public sealed partial class EditorTests
{
    [Fact]
    public async Task A_named_word_is_quoted_only_after_its_author_said_yes_and_goes_when_they_take_it_back()
    {
        await _site.SetAsync("UPDATE workshop SET state = 'Held' WHERE id = @Workshop", new { _world.Workshop });
        var post = await PostedAsync("Alma Tamm", "We never asked the gang");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        using var alma = await _site.AsAsync(_world, "Alma Tamm");
        using var cecil = await _site.AsAsync(_world, "Cecil Hart");
        Assert.DoesNotContain("May the outcome report quote you?", await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"post-{post}\"", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);
        using var asked = await mari.PostFormAsync(Editor, Editor + "?handler=ask", ("post", post));
        Assert.Equal(Editor + "#asks", asked.Headers.Location!.OriginalString);
        using var gone = await mari.PostFormAsync(Editor, Editor + "?handler=ask", ("post", Tokens.New()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gone.StatusCode);

        Assert.Contains($"href=\"/quotes/{post}", await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
        using var strange = await cecil.GetAsync($"/quotes/{post}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        using var other = await cecil.PostFormAsync("/account", $"/quotes/{post}", ("says", "Yes"));
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var neither = await alma.PostFormAsync($"/quotes/{post}", $"/quotes/{post}", ("says", "Maybe"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, neither.StatusCode);
        Assert.DoesNotContain($"value=\"post-{post}\"", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);

        using var yes = await alma.PostFormAsync($"/quotes/{post}", $"/quotes/{post}", ("says", "Yes"));
        Assert.Contains($"value=\"post-{post}\"", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);
        using var chosen = await mari.PostFormAsync(Editor, Editor, Fields(0, ("Quotes", $"post-{post}")));
        Assert.Contains("We never asked the gang", await mari.GetStringAsync(Report, Stop), StringComparison.Ordinal);
        using var no = await alma.PostFormAsync($"/quotes/{post}", $"/quotes/{post}", ("says", "No"));
        Assert.DoesNotContain("We never asked the gang", await mari.GetStringAsync(Report, Stop), StringComparison.Ordinal);
        using var again = await mari.PostFormAsync(Editor, Editor + "?handler=ask", ("post", post));
        Assert.DoesNotContain($"href=\"/quotes/{post}", await alma.GetStringAsync("/", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_was_to_these_words_and_ends_when_they_read_otherwise()
    {
        await _site.SetAsync("UPDATE workshop SET state = 'Held' WHERE id = @Workshop", new { _world.Workshop });
        var post = await PostedAsync("Alma Tamm", "We never asked the gang");
        await _site.SetAsync("INSERT INTO quote_asked (post_id, asked_by, asked_at, says, said_at) VALUES (@post, 1, '2026-01-01T09:00:00.000Z', 'Yes', '2026-01-02T09:00:00.000Z')", new { post });
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Contains($"value=\"post-{post}\"", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);
        await _site.SetAsync("UPDATE post SET text = 'We asked the gang too late' WHERE id = @post", new { post });
        Assert.DoesNotContain($"value=\"post-{post}\"", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_the_room_was_never_shown_and_those_of_another_programme_are_neither_offered_nor_asked_for_nor_quoted()
    {
        await _site.SetAsync("UPDATE workshop SET state = 'Held' WHERE id = @Workshop", new { _world.Workshop });
        var post = await PostedAsync("Alma Tamm", "We never asked the gang");
        using var mari = await Office.SignInAsync(_site, World.Mail("Mari Kask"));
        Assert.Contains("We never asked the gang", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);

        await _site.SetAsync("UPDATE activity SET reveal = 'Never'");
        await NowhereAsync();
        await _site.SetAsync("UPDATE activity SET reveal = 'Live'");
        await _site.SetAsync("INSERT INTO programme (id, name, format, created_at, changed_at) VALUES (77, 'Another', 'CommonProblem', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')");
        await _site.SetAsync("UPDATE workshop SET programme_id = 77 WHERE id = @Workshop", new { _world.Workshop });
        await NowhereAsync();

        async Task NowhereAsync()
        {
            await _site.SetAsync("DELETE FROM quote_asked");
            Assert.DoesNotContain("We never asked the gang", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);
            using var asked = await mari.PostFormAsync(Editor, Editor + "?handler=ask", ("post", post));
            await asked.RefusesAsync("no longer there to be asked for");
            await _site.SetAsync("INSERT INTO quote_asked (post_id, asked_by, asked_at, says, said_at) VALUES (@post, 1, '2026-01-01T09:00:00.000Z', 'Yes', '2026-01-02T09:00:00.000Z')", new { post });
            Assert.DoesNotContain("We never asked the gang", await mari.GetStringAsync(Editor, Stop), StringComparison.Ordinal);
        }
    }
}
