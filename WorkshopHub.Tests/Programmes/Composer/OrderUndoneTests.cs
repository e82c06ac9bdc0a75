using System.Net;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>What comes first is part of a press, and is undone with it.</summary>
public sealed class OrderUndoneTests
{
    [Fact]
    public async Task What_comes_first_is_undone_with_the_press_that_changed_it()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var page = $"/programmes/{world.Programme}/composer";
        using var mari = await Office.SignInAsync(site, World.Mail("Mari Kask"));
        using var begun = await mari.PostAsync(page, "?handler=begin", ("number", "6"));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var before = await FormationAsync();
        using var rules = await mari.PostAsync(page, "?handler=rules", ("Version", $"{await VersionAsync()}"), ("interest", before == "SetFirst" ? "true" : "false"));
        Assert.Equal(HttpStatusCode.Redirect, rules.StatusCode);
        Assert.NotEqual(before, await FormationAsync());
        using var undo = await mari.PostAsync(page, "?handler=undo", ("Version", $"{await VersionAsync()}"));
        Assert.Equal(HttpStatusCode.Redirect, undo.StatusCode);
        Assert.Equal(before, await FormationAsync());

        Task<string?> FormationAsync() => site.OneAsync<string>("SELECT formation FROM programme WHERE id = @Programme", new { world.Programme });
        Task<long> VersionAsync() => site.OneAsync<long>("SELECT version FROM set_draft WHERE programme_id = @Programme", new { world.Programme });
    }
}
