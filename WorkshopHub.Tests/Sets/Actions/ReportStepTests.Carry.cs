using System.Net;

namespace WorkshopHub.Tests.Sets.Actions;

/// <summary>What is carried over to another day.</summary>
public sealed partial class ReportStepTests
{
    [Fact]
    public async Task An_answer_without_a_learning_is_asked_for_it_and_carrying_over_needs_none()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var refused = await TellAsync(Pen, 1, "Done", ("Form.Learned", ""));
        await refused.RefusesAsync("Half a sentence is enough.", "Went out");
        using var carried = await TellAsync(Pen, 1, "Carried", ("Form.Did", ""), ("Form.Happened", ""), ("Form.Learned", ""), ("Form.OnTo", ActingWorld.Second));
        Assert.Equal(HttpStatusCode.Redirect, carried.StatusCode);
        Assert.Equal(("Agreed", ActingWorld.Second, 1L), (await _acting.ActionAsync(1)) is { } now ? (now.State, now.Due, now.Carried) : default);
        using var back = await PressAsync(Pen, 1, "back");
        Assert.Equal(("Agreed", ActingWorld.First, 0L), (await _acting.ActionAsync(1)) is { } then ? (then.State, then.Due, then.Carried) : default);
    }

    [Fact]
    public async Task What_was_typed_is_kept_with_what_is_carried_over_and_what_is_too_long_is_said_beside_its_field()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        var words = new string('a', WorkshopHub.Web.Sets.Actions.ToldAction.Limit + 3);
        using var refused = await TellAsync(Pen, 1, "Carried", ("Form.Learned", words), ("Form.OnTo", ActingWorld.Second));
        await refused.RefusesAsync("2003 characters. Keep it to 2000.", words);
        using var carried = await TellAsync(Pen, 1, "Carried", ("Form.Did", "Rang twice"), ("Form.Happened", "Nobody was in"), ("Form.Learned", ""), ("Form.OnTo", ActingWorld.Second));
        Assert.Equal(HttpStatusCode.Redirect, carried.StatusCode);
        var fay = await _acting.AsAsync(Pen);
        foreach (var address in new[] { Step, $"{Step}?handler=list", $"{_acting.List}/1", _acting.There.At("meetings/4/record") })
        {
            var page = await fay.GetStringAsync(address, Stop);
            Assert.Contains("Rang twice", page, StringComparison.Ordinal);
            Assert.Contains("Nobody was in", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_carried_over_to_a_day_that_is_past()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        await _acting.Site.SetAsync("UPDATE set_action SET agreed_on = '2020-01-01', due = '2020-01-05'");
        var today = await _acting.Site.Db.ReadAsync(reads => WorkshopHub.Web.Data.LocalDay.Today(reads, DateTimeOffset.UtcNow), Stop);
        using var past = await TellAsync(Pen, 1, "Carried", ("Form.OnTo", WorkshopHub.Web.Data.LocalDay.Text(today.AddDays(-1))));
        await past.RefusesAsync("That day is over. Choose today or a later day.", "Went out");
        using var own = await _acting.DoAsync("Alma Tamm", 1, "carry", ("Day", "2020-01-06"));
        await own.RefusesAsync("That day is over.");
        Assert.Equal("2020-01-05", (await _acting.ActionAsync(1))!.Due);
        using var carried = await TellAsync(Pen, 1, "Carried", ("Form.OnTo", WorkshopHub.Web.Data.LocalDay.Text(today)));
        Assert.Equal(HttpStatusCode.Redirect, carried.StatusCode);
        Assert.Equal(today, (await _acting.ActionAsync(1))!.Day);
    }
}
