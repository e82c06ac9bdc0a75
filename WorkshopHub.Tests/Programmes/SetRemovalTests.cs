using System.Net;
using WorkshopHub.Tests.Workshops;

namespace WorkshopHub.Tests.Programmes;

/// <summary>A set is removed only while nothing of its members hangs on it.</summary>
public sealed class SetRemovalTests
{
    [Fact]
    public async Task A_set_in_which_a_goal_was_written_stays_and_one_without_words_goes()
    {
        var (world, site) = World.Start(open: false);
        await using var started = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        await site.WriteAsync(w => w.Execute(
            """
            INSERT INTO developmental_goal (membership_id, text, why_now, how_noticed, created_at, changed_at)
            SELECT id, 'Say earlier when I disagree.', '', '', @Now, @Now FROM membership WHERE person_id = @alma
            """,
            new { alma = world["Alma Tamm"], w.Now }));
        var sets = $"/programmes/{world.Programme}/sets";

        using var kept = await mari.PostFormAsync($"{sets}/{world.Sets[0].Id}", $"{sets}/{world.Sets[0].Id}?handler=Remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.StatusCode);
        Assert.Contains("A member has written a goal in this set.", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var gone = await mari.PostFormAsync($"{sets}/{world.Sets[1].Id}", $"{sets}/{world.Sets[1].Id}?handler=Remove");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal(5, await site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM sets")));
        Assert.Equal(1, await site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM developmental_goal")));
    }

    [Theory]
    [InlineData("Held")]
    [InlineData("Open")]
    public async Task A_set_that_has_met_stays(string state)
    {
        var (world, site) = World.Start(open: false);
        await using var started = site;
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        var set = world.Sets[1].Id;
        await site.WriteAsync(w => w.Execute(
            """
            INSERT INTO set_meeting (set_id, number, date, first_date, state, created_at, changed_at)
            VALUES (@set, 1, '2026-03-15', '2026-03-15', @state, @Now, @Now)
            """, new { set, state, w.Now }));
        var page = $"/programmes/{world.Programme}/sets/{set}";
        using var kept = await mari.PostFormAsync(page, $"{page}?handler=Remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kept.StatusCode);
        Assert.Contains("This set has met.", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(6, await site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM sets")));
    }
}
