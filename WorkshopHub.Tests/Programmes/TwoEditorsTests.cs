namespace WorkshopHub.Tests.Programmes;

/// <summary>Two who change the same at once: the second is told, sees both field by field, has lost nothing and can put theirs in its place.</summary>
public sealed class TwoEditorsTests
{
    [Theory]
    [InlineData("/edit", "Form.Name", "Flow of the north", "Flow of the south", "Name")]
    [InlineData("/edit", "Form.EndDate", "2027-07-30", "2027-08-31", "Last day")]
    [InlineData("/people/{alma}", "Form.JobTitle", "Area leader", "Team leader", "Job title")]
    [InlineData("/people/{alma}", "Form.Name", "Alma Tamm-Grant", "Alma Tamm-Webb", "Name")]
    public async Task The_second_sees_both_and_can_put_theirs_in_its_place(string page, string field, string theirs, string mine, string label)
    {
        var (world, site) = World.Start();
        await using var started = site;
        var address = $"/programmes/{world.Programme}{page.Replace("{alma}", $"{world["Alma Tamm"]}", StringComparison.Ordinal)}";
        using PlainDesk first = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari"), second = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari elsewhere");
        await second.OpenAsync(address);
        await first.OpenAsync(address);
        await first.PressAsync("Save", (field, theirs));
        await second.IsRefusedAsync("Save", "You changed this in another window", (field, mine));
        second.Sees($"{label} Yours, not saved {mine} You, in another window");
        second.Sees(theirs);
        Assert.Contains($"value=\"{mine}\"", second.Html, StringComparison.Ordinal);
        await second.PressAsync("Put mine in its place");
        await first.OpenAsync(address);
        Assert.Contains($"value=\"{mine}\"", first.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, first.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_who_was_named_meanwhile_stays_with_what_they_confirmed()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var (alma, viktor) = (world["Alma Tamm"], world["Viktor Supervisor"]);
        var address = $"/programmes/{world.Programme}/people/{alma}";
        using PlainDesk first = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari"), second = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari elsewhere"),
            third = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari at home");
        await second.OpenAsync(address);
        await third.OpenAsync(address);
        await first.OpenAsync(address);
        await first.PressAsync("Save set and supervisor", ("Form.Supervisor", "Viktor Supervisor"));
        await site.SetAsync("UPDATE membership SET time_share_percent = 25, time_share_confirmed_at = '2026-04-01T09:00:00.000Z' WHERE person_id = @alma", new { alma });

        // Whoever was shown the former one puts them back, moves or takes out nobody without seeing both.
        await second.IsRefusedAsync("Save set and supervisor", "You changed this in another window", ("Form.SetId", $"{world.Sets[2].Id}"));
        second.Sees("Set Yours, not saved Square You, in another window", "Supervisor Yours, not saved Uma Supervisor You, in another window");
        await third.IsRefusedAsync("Out of the set", "You changed this in another window");
        third.Sees("Set Yours, not saved Not a member You, in another window");
        Assert.Equal(1, await CountAsync("supervisor_id = @viktor AND time_share_confirmed_at IS NOT NULL AND set_id = @circle"));
        await second.PressAsync("Put mine in its place");
        Assert.Equal(1, await CountAsync("supervisor_id <> @viktor AND time_share_confirmed_at IS NULL AND set_id <> @circle"));

        // After a move the versions start anew: it is another place.
        await third.IsRefusedAsync("Put mine in its place", "You changed this in another window");
        await third.PressAsync("Put mine in its place");
        Assert.Equal(0, await CountAsync("1"));

        // A form that showed no place takes nobody who has one meanwhile.
        await second.OpenAsync(address);
        await first.OpenAsync(address);
        await first.PressAsync("Take into this set", ("Form.SetId", $"{world.Sets[0].Id}"), ("Form.Supervisor", "Viktor Supervisor"));
        await second.IsRefusedAsync("Take into this set", "You changed this in another window", ("Form.SetId", $"{world.Sets[2].Id}"));
        Assert.Equal(1, await CountAsync("supervisor_id = @viktor AND set_id = @circle"));

        Task<long> CountAsync(string so) => site.OneAsync<long>(
            $"SELECT count(*) FROM membership WHERE person_id = @alma AND left_at IS NULL AND {so}", new { alma, viktor, circle = world.Sets[0].Id });
    }

    [Fact]
    public async Task A_question_who_is_meant_does_not_hide_what_was_changed_meanwhile()
    {
        var (world, site) = World.Start();
        await using var started = site;
        var address = $"/programmes/{world.Programme}/people/{world["Alma Tamm"]}";
        using PlainDesk first = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari"), second = new(await Office.SignInAsync(site, World.Mail("Mari Kask")), "Mari elsewhere");
        await second.OpenAsync(address);
        await second.IsRefusedAsync("Save set and supervisor", "Nobody here is called Uma Superviser", ("Form.Supervisor", "Uma Superviser"));
        await first.OpenAsync(address);
        await first.PressAsync("Save set and supervisor", ("Form.Supervisor", "Viktor Supervisor"));
        await second.IsRefusedAsync("Save set and supervisor", "You changed this in another window", ("Form.SupervisorIs", second.Tick("Uma Supervisor")));
        second.Sees("Supervisor Yours, not saved Uma Superviser You, in another window");
    }
}
