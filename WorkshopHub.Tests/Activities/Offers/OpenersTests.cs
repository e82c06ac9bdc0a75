using Microsoft.AspNetCore.Http;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.Offers;

namespace WorkshopHub.Tests.Activities.Offers;

public sealed class OpenersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"doors":true}""", "Chen Champion, Clio Client, Sven Sponsor")]
    [InlineData("""{"doors":true,"openers":["Supervisor","Sponsor"]}""", "Sven Sponsor, Uma Supervisor, Viktor Supervisor")]
    [InlineData("""{"doors":true,"openers":["King"]}""", "Chen Champion, Clio Client, Sven Sponsor")]
    public async Task Doors_are_opened_by_those_whom_the_settings_name(string settings, string openers)
    {
        await using var room = await KindRoom.StartAsync("offers", "Who needs what?", settings: settings);
        await room.GoAsync(0);
        var market = await room.Site.Db.ReadAsync(reads => Market.Read(reads, WorkshopHub.Web.Activities.Activity.Find(reads, room.Activity)!), Stop);
        Assert.Equal(openers, string.Join(", ", market.Openers.Select(one => one.Name)));
        using var alma = await room.PhoneAsync("Alma Tamm", vouched: true);
        using var asked = await room.SendAsync(alma, ("do", "door"), ("door.of", $"{room.World["Uma Supervisor"]}"), ("door.title", "Keys to the yard"), ("door.text", "We stand before it."), ("door.by", ""));
        Assert.Equal(openers.Contains("Uma", StringComparison.Ordinal), asked.IsSuccessStatusCode);
    }

    [Fact]
    public void Somebody_has_to_open_doors_and_a_form_without_the_question_keeps_the_usual()
    {
        var nobody = OffersSettings.Read(new FormCollection(new() { ["offers.doors"] = "true", ["offers.asked"] = "true" }));
        Assert.Equal("offers.openers", Assert.Single(nobody.Problems).Key);
        var unasked = OffersSettings.Read(new FormCollection(new() { ["offers.doors"] = "true" }));
        Assert.Empty(unasked.Problems);
        Assert.Equal([Role.Champion, Role.Client, Role.Sponsor], OffersSettings.Parse(unasked.Json).Openers);
    }
}
