using System.Net;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Tests.Programmes.Readiness;

/// <summary>A set takes on a common problem with people of different disciplines.</summary>
public sealed class MixedSetTests
{
    [Fact]
    public async Task A_set_of_one_discipline_is_a_warning_that_may_be_overridden()
    {
        await using var room = await ReadyRoom.OpenAsync();
        await room.BreakAsync("UPDATE person SET discipline = iif(id = @one, 'hydraulics', 'Hydraulics') WHERE id IN (SELECT person_id FROM membership WHERE set_id = @set)");
        var need = await room.OpenAsync("mix");
        Assert.Equal((Weight.Warn, "Everybody in Set 1 is of one discipline, hydraulics"), (need.Weight, need.Plain));
        var board = WebUtility.HtmlDecode(await room.BoardAsync());
        Assert.Contains($"data-need=\"{need.Key}\" data-weight=\"Warn\"", board, StringComparison.Ordinal);
        Assert.Contains("4 of 5 sets are well mixed", board, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await room.PostAsync("?handler=GoOn", ("from", "Recruiting"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=Override", ("Need", need.Key), ("Reason", "They come from four countries."))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await room.PostAsync("?handler=GoOn", ("from", "Recruiting"))).Status);
    }

    [Theory]
    [InlineData("CommonProblem", "Law")]
    [InlineData("CommonProblem", "")]
    [InlineData("OwnProblem", "Hydraulics")]
    public async Task One_of_another_discipline_is_enough_and_where_each_has_a_problem_it_is_not_asked(string format, string one)
    {
        await using var room = await ReadyRoom.OpenAsync(format);
        await room.BreakAsync($"UPDATE person SET discipline = iif(id = @one, '{one}', 'Hydraulics') WHERE id IN (SELECT person_id FROM membership WHERE set_id = @set)");
        Assert.DoesNotContain(await room.NeedsAsync(), need => need.Group == "mix" && need.State == NeedState.Open);
    }
}
