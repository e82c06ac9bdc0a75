using System.Net;

namespace WorkshopHub.Tests.Activities.Offers;

/// <summary>The form in which a set asks somebody for a door.</summary>
public sealed class DoorFormTests
{
    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_by_its_field_and_nothing_is_kept()
    {
        await using var room = await KindRoom.StartAsync("offers", "Who needs what, who can help?", settings: """{"doors":true}""");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm", vouched: true);
        using var several = await room.SendAsync(alma, ("do", "door"), ("door.of", ""), ("door.title", ""), ("door.text", new string('x', 2000)), ("door.by", "soon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, several.StatusCode);
        Assert.Equal(["door.of", "door.title", "door.text", "door.by"], Clients.FaultsIn(several));
        Assert.Equal(0, await room.Site.OneAsync<long>("SELECT count(*) FROM door_request"));
    }
}
