using System.Net;

namespace WorkshopHub.Tests.Activities.Preferences;

/// <summary>A problem belongs to one set, unless the sponsor allows two.</summary>
public sealed class TwoSetsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_sets_take_one_problem_where_the_sponsor_and_nobody_else_allows_it_and_a_third_chooses_another()
    {
        await using var room = await ChoosingRoom.StartAsync();
        using var sven = new PlainDesk(await room.Site.AsAsync(room.World, "Sven Sponsor"), "Sven");
        await sven.OpenAsync($"/programmes/{room.World.Programme}/problems");
        await sven.PressAsync("Let two sets take Holes we dig twice");
        sven.Sees("Two sets may take it");

        // Once two have it, it is not for one alone again, also by a page that was open before.
        await room.Site.SetAsync("UPDATE sets SET problem_id = @problem WHERE position <= 2", new { problem = room.Problems[0] });
        await sven.SendAsync("One set only: Holes we dig twice");
        Assert.Equal(HttpStatusCode.Conflict, sven.Status);
        Assert.Equal(1, await room.Site.OneAsync<long>("SELECT count(*) FROM problem WHERE two_sets_at IS NOT NULL"));
        await room.Site.SetAsync("UPDATE sets SET problem_id = NULL");
        await sven.OpenAsync($"/programmes/{room.World.Programme}/problems");
        await sven.PressAsync("One set only: Holes we dig twice");
        Assert.Equal(0, await room.Site.OneAsync<long>("SELECT count(*) FROM problem WHERE two_sets_at IS NOT NULL"));
        await sven.PressAsync("Let two sets take Holes we dig twice");
        using var mari = new PlainDesk(await Office.SignInAsync(room.Site, World.Mail("Mari Kask")), "Mari");
        (await mari.OpenAsync($"/programmes/{room.World.Programme}/problems")).Misses("One set only", "Let two sets");
        await room.GoAsync(0);
        string[] names = ["Alma Tamm", "Cecil Hart", "Emil Saar"];
        var phones = new List<PlainPhone>();
        foreach (var (at, name) in names.Index())
        {
            phones.Add(await room.PhoneAsync(name));
            await room.RankAsync(phones[at], at == 0 ? [0, 1, 2] : at == 1 ? [1, 0, 2] : [2, 1, 0]);
        }

        await room.GoAsync(2);
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        await room.WishAsync(phones[0], 0);
        await room.WishAsync(phones[1], 0);
        Assert.DoesNotContain("wish Holes we dig twice", await desk.GetStringAsync($"/w/{room.World.Workshop}/control", Stop), StringComparison.Ordinal);
        await room.WishAsync(phones[2], 0);
        foreach (var verb in new[] { "talk", "ask" })
        {
            await ChoosingTests.PressAsync(room, desk, verb, room.Problems[0]);
        }

        foreach (var phone in phones)
        {
            using var wished = await room.WishAsync(phone, 0);
        }

        var told = await ChoosingTests.PressAsync(room, desk, "close");
        Assert.Contains("2 sets have their problem", told, StringComparison.Ordinal);
        Assert.Contains("Square chooses another", told, StringComparison.Ordinal);
        Assert.Equal((room.Problems[0], room.Problems[0], null), (await ChoosingTests.ProblemOfAsync(room, 0), await ChoosingTests.ProblemOfAsync(room, 1), await ChoosingTests.ProblemOfAsync(room, 2)));
        using var third = await room.WishAsync(phones[2], 0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.StatusCode);
        (await sven.OpenAsync($"/programmes/{room.World.Programme}/problems")).Sees("Circle", "Triangle").Misses("One set only");
        phones.ForEach(phone => phone.Dispose());
    }
}
