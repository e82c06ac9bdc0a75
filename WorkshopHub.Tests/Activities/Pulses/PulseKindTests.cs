using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Pulses;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Activities.Pulses;

/// <summary>What a pulse says to the rest of the house: reveal, then and now, export, paper, rehearsal.</summary>
public sealed class PulseKindTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Reveal.Live, true, true)]
    [InlineData(Reveal.AfterClose, false, true)]
    [InlineData(Reveal.Never, false, false)]
    public async Task The_picture_comes_when_it_was_set_and_with_an_item_that_reveals_it(Reveal reveal, bool open, bool closed)
    {
        await using var room = await PulseRoom.StartAsync(reveal);
        await room.GoAsync(0);
        await PulseRoom.PlantAsync(room, room.Activity, [.. Enumerable.Range(0, 7).Select(at => 2.4 + (at * .2))], 9);
        Assert.Equal(open, (await PulseRoom.PictureAsync(room)).HasPicture);
        await room.GoAsync(1);
        Assert.Equal(closed, (await PulseRoom.PictureAsync(room)).HasPicture);
        var sheet = await KindAsync(room, (kind, reads, now) => kind.SheetOf(reads, now)!);
        Assert.Equal(closed ? 7 : 1, sheet.Rows.Count);
        Assert.All(sheet.Rows, row => Assert.Equal(sheet.Columns.Count, row.Count));
        Assert.Equal(9L, sheet.Rows[0][6]);
        Assert.Equal(closed ? 2.4 : null, sheet.Rows[0][7]);
        await room.GoAsync(3);
        Assert.True((await PulseRoom.PictureAsync(room)).HasPicture);
    }

    [Fact]
    public async Task The_same_words_stand_side_by_side_with_the_earlier_workshop()
    {
        await using var room = await PulseRoom.StartAsync(Reveal.AfterClose);
        await room.GoAsync(0);
        Assert.Null(await KindAsync(room, (kind, reads, now) => kind.Lacks(reads, now)));
        await PulseRoom.PlantEarlierAsync(room, 8, """{"Standard":[1,2,3],"Own":["Doors are open here."]}""");
        Assert.Null(await KindAsync(room, (kind, reads, now) => kind.Lacks(reads, now)));
        await PulseRoom.PlantAsync(room, room.Activity, [4, 4, 4, 4, 4, 4, 4], 6);
        await room.GoAsync(1);
        var picture = await PulseRoom.PictureAsync(room);
        Assert.Equal(("Kick-off", 8), (picture.Then!.Workshop, picture.ThenN));
        Assert.Equal([true, true, true, false, false, false, false], picture.Lines.Select(line => line.Then is not null));
        var sheet = await KindAsync(room, (kind, reads, now) => kind.SheetOf(reads, now)!);
        Assert.Equal(8L, sheet.Rows[0][14]);
        Assert.Null(sheet.Rows[6][14]);
    }

    [Fact]
    public async Task Earlier_answers_of_fewer_than_five_do_not_show_and_other_words_are_told_beside_the_agenda()
    {
        await using var room = await PulseRoom.StartAsync(Reveal.AfterClose);
        await room.GoAsync(0);
        await PulseRoom.PlantEarlierAsync(room, 4, """{"Own":["Doors are open here."]}""");
        Assert.Contains("None of its statements", await KindAsync(room, (kind, reads, now) => kind.Lacks(reads, now)), StringComparison.Ordinal);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE activity SET settings = '{}' WHERE title <> '' AND series = 'pulse'"), Stop);
        await PulseRoom.PlantAsync(room, room.Activity, [4, 4, 4, 4, 4, 4, 4], 6);
        await room.GoAsync(1);
        Assert.Null((await PulseRoom.PictureAsync(room)).Then);
    }

    [Fact]
    public async Task Paper_and_invented_people_answer_too()
    {
        await using var room = await PulseRoom.StartAsync(Reveal.AfterClose);
        await room.GoAsync(0);
        var first = PulseStatement.Standard[0].Field;
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        var paper = $"/w/{room.World.Workshop}/paper?activity={room.Activity}";
        var (one, two) = (Tokens.New(), Tokens.New()); // the form gives each row its own; the same sheet sent twice is one
        for (var sent = 0; sent < 2; sent++)
        {
            using var entered = await desk.PostFormAsync(paper, paper, ("0.id", one), ($"0.{first}", "4"), ("1.id", two), ($"1.{first}", "2"));
            Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        }

        Assert.Equal(2, (await PulseRoom.PictureAsync(room)).N);
        Assert.Empty(await room.Site.Db.ReadAsync(reads => reads.Query<long>("SELECT participant_id FROM answered"), Stop));
        Assert.Equal(2, await room.Site.Db.ReadAsync(reads => AnsweredMarks.OnPaper(reads, room.Activity), Stop));
        var fields = await KindAsync(room, (kind, reads, now) => kind.Invent(reads, now, new Seat { ParticipantId = 77 }, new Random(1))!);
        Assert.Equal(7, fields.Count);
        Assert.All(fields.Values, value => Assert.InRange(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 1, 5));
    }

    [Fact]
    public void A_line_never_ends_at_the_hyphen_of_a_word() =>
        Assert.Equal("They co-\u2060operate - 3-4 times", PulseStatement.Whole("They co-operate - 3-4 times"));

    private static async Task<T> KindAsync<T>(KindRoom room, Func<ActivityKind, Reads, Activity, T> ask) => await room.Site.Db.ReadAsync(
        reads =>
        {
            var now = Activity.Find(reads, room.Activity)!;
            return ask(room.Site.Services.GetRequiredService<ActivityKinds>().Of(now), reads, now);
        }, Stop);
}
