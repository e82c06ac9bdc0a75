using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities;
using WorkshopHub.Tests.Activities.Preferences;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Workshops.Phone;

/// <summary>An advisor who stands with several sets hears each of them in the workshop. Aada advises Circle, Triangle and Square.</summary>
public sealed class SeveralSetsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_advisor_of_several_sets_reads_and_hears_each_of_them_under_its_name_and_nobody_elses()
    {
        await using var room = await KindRoom.StartAsync("posts", "What have you learned?", names: NameMode.SetOnly);
        await room.GoAsync(0);
        using var aada = await room.PhoneAsync("Aada Advisor");
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var gita = await room.PhoneAsync("Gita Rao");
        var wire = room.Site.Services.GetRequiredService<LiveWire>();
        var triangle = Channels.Beside(room.World.Workshop, room.World.Sets[1].Id);
        var before = wire.Age([triangle]);
        await room.TakenAsync(alma, ("kind", "Learning"), ("text", "Said in Circle"));
        Assert.Equal(before, wire.Age([triangle]));
        await room.TakenAsync(cecil, ("kind", "Learning"), ("text", "Said in Triangle"));
        Assert.NotEqual(before, wire.Age([triangle]));
        await room.TakenAsync(gita, ("kind", "Learning"), ("text", "Said in Diamond"));

        var page = await aada.Client.GetStringAsync($"/w/{room.World.Workshop}", Stop);
        Assert.All(["Circle so far", "Said in Circle", "Triangle so far", "Said in Triangle", "Square so far"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.DoesNotContain("Said in Diamond", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cecil Hart", page, StringComparison.Ordinal);
        Assert.Contains(triangle + "@", page, StringComparison.Ordinal);
        Assert.Contains($"id=\"feed-{room.Activity}-{room.World.Sets[1].Id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("You advise this set too", await alma.FeedAsync(), StringComparison.Ordinal);

        var heard = await HeardAsync(room);
        Assert.Equal(
            [Channels.Set(room.World.Workshop, room.World.Sets[0].Id), .. room.World.Sets.Skip(1).Take(2).Select(set => Channels.Beside(room.World.Workshop, set.Id))],
            heard.Where(channel => channel.Contains("set", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(NameMode.Anonymous, Reveal.Live)]
    [InlineData(NameMode.Named, Reveal.AfterClose)]
    [InlineData(NameMode.Named, Reveal.Never)]
    public async Task What_stands_with_no_set_or_is_not_revealed_shows_under_none_of_them(NameMode names, Reveal reveal)
    {
        await using var room = await KindRoom.StartAsync("posts", "What have you learned?", names: names, reveal: reveal);
        await room.GoAsync(0);
        using var aada = await room.PhoneAsync("Aada Advisor");
        using var cecil = await room.PhoneAsync("Cecil Hart");
        using var posted = await cecil.PostAsync(
            "Said in Triangle", secret: names == NameMode.Anonymous ? Tokens.New() : null,
            more: [("activity", room.Activity.ToString(CultureInfo.InvariantCulture))]);
        posted.EnsureSuccessStatusCode();
        Assert.DoesNotContain("You advise this set too", await aada.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_to_the_other_set_stand_under_its_name_without_a_field_to_answer_for_it()
    {
        await using var room = await KindRoom.StartAsync("setquestion", "What would you really like to know?", """["Member","Advisor"]""");
        await room.GoAsync(0);
        using var aada = await room.PhoneAsync("Aada Advisor");
        using var gita = await room.PhoneAsync("Gita Rao");
        var triangle = room.World.Sets[1].Id;
        await room.TakenAsync(gita, ("do", "ask"), ("to", triangle.ToString(CultureInfo.InvariantCulture)), ("question", "What did you stop believing?"));
        var feed = await aada.FeedAsync();
        var beside = feed[feed.IndexOf($"id=\"beside-{triangle}\"", StringComparison.Ordinal)..];
        Assert.Contains("One question came to Triangle", beside, StringComparison.Ordinal);
        Assert.Contains("What did you stop believing?", beside, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer for Triangle", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ranks_of_the_other_set_carry_names_for_an_advisor_who_is_known_and_for_no_other()
    {
        await using var room = await ChoosingRoom.StartAsync();
        await room.GoAsync(0);
        await room.EverybodyRanksAsync(3);
        await room.GoAsync(2);
        using var aada = await room.PhoneAsync("Aada Advisor", vouched: false);
        Assert.DoesNotContain("Triangle’s ranks", await aada.FeedAsync(), StringComparison.Ordinal);
        using var known = await room.PhoneAsync("Arno Advisor");
        Assert.DoesNotContain("Triangle’s ranks", await known.FeedAsync(), StringComparison.Ordinal);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE device SET assurance = 'Vouched'"), Stop);
        var feed = await aada.FeedAsync();
        Assert.All(["Circle’s ranks", "Triangle’s ranks", "Square’s ranks"], words => Assert.Contains(words, feed, StringComparison.Ordinal));
        Assert.DoesNotContain("We choose", feed, StringComparison.Ordinal);
        Assert.Equal(1, feed.Split($"id=\"wish-{room.Activity}-{room.World.Sets[1].Id}\"").Length - 1);
    }

    private static Task<IReadOnlyList<string>> HeardAsync(KindRoom room) => room.Site.Db.ReadAsync(reads =>
    {
        var aada = room.World["Aada Advisor"];
        var seat = reads.First<Seat>(
            "SELECT id AS ParticipantId, workshop_id, person_id, name, role, set_id FROM participant WHERE person_id = @aada", new { aada })!;
        var viewer = new Viewer { Seat = seat with { Roles = RoleNow.AllOf(reads, room.World.Workshop, aada) } };
        return Audience.ChannelsOf(viewer, reads, "phone", room.World.Workshop)!;
    }, Stop);
}
