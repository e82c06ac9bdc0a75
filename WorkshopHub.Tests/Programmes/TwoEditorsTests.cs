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
}
