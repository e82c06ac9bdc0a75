using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Commitments;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Activities.Commitments;

public sealed class ScreensTests
{
    [Theory]
    [InlineData("NinetyDays", "1 shown")]
    [InlineData("ToFinal", "1 shown")]
    [InlineData("Action", "First meeting")]
    [InlineData("Goal", "In pairs")]
    [InlineData("Rating", "In pairs")]
    [InlineData("Rating", "Alone", "MidTerm")]
    [InlineData("Problem", "In pairs")]
    public async Task Wall_control_room_summary_and_settings_are_drawn_in_each_mode(string mode, string onWall, string workshop = "KickOff")
    {
        await using var room = await CommitmentRoom.OpenAsync(mode, kind: workshop);
        var alma = await room.PhoneAsync("Alma Tamm");
        if (mode is "NinetyDays" or "ToFinal" or "Action")
        {
            Assert.Equal(HttpStatusCode.OK, (await room.PromiseAsync(alma, "Ring <first>", witness: "Cecil Hart")).StatusCode);
        }

        var partials = (Partials)room.Site.Services.GetService(typeof(Partials))!;
        var (activity, kind, wall, control, report) = await room.Site.Db.ReadAsync(reads =>
        {
            var activity = Activity.Find(reads, room.Activity)!;
            var kind = ((ActivityKinds)room.Site.Services.GetService(typeof(ActivityKinds))!).Of(activity);
            return (activity, kind, kind.WallModel(reads, activity), kind.ControlModel(reads, activity, ""), kind.ReportModel(reads, activity));
        });
        var drawn = await partials.RenderAsync(kind.Partial("Wall"), new WallContext
        {
            Activity = activity,
            Model = wall,
            Settings = kind.SettingsOf(activity.Settings),
            Timer = new TimerView(null, 600),
        });
        Assert.Contains(onWall, drawn, StringComparison.Ordinal);
        Assert.Equal(onWall == "In pairs", drawn.Contains("when and with whom", StringComparison.Ordinal));
        Assert.DoesNotContain("<first>", drawn, StringComparison.Ordinal);
        Assert.NotEmpty(await partials.RenderAsync(kind.Partial("Control"), control!));
        Assert.NotEmpty(await partials.RenderAsync(kind.Partial("Report"), report!));
        Assert.NotEmpty(await partials.RenderAsync(kind.Partial("Settings"), kind.SettingsOf(activity.Settings)));
        var page = await alma.Client.GetStringAsync($"/w/{room.World.Workshop}", TestContext.Current.CancellationToken);
        Assert.Contains("com-form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_promises_stand_six_to_a_wall_and_the_sponsor_goes_last()
    {
        await using var room = await CommitmentRoom.OpenAsync("WhatIWillDo");
        foreach (var name in new[] { "Sven Sponsor", "Clio Client", "Chen Champion", "Uma Supervisor" })
        {
            await room.PromiseAsync(await room.PhoneAsync(name), new string('x', 280));
        }

        var board = await room.Site.Db.ReadAsync(reads => CommitmentBoard.Read(reads, Activity.Find(reads, room.Activity)!));
        Assert.Equal("Sven Sponsor", board.OnWall[^1].Name);
        Assert.Equal(4, board.OnWall.Count);
    }
}
