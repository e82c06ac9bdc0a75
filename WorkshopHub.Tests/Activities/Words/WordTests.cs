using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Words;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Activities.Words;

public sealed class WordTests
{
    private static readonly string[] _people = ["Alma Tamm", "Bo Lind", "Cecil Hart", "Dora Voss", "Emil Saar"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Proud", "proud")]
    [InlineData("  PROUD and “tired”! ", "proud|tired")]
    [InlineData("question, questions", "question|questions")]
    [InlineData("tired/tired", "tired")]
    [InlineData("co-operate", "co-operate")]
    [InlineData("don’t", "don't")]
    [InlineData("ÉTÉ cafe\u0301", "été|café")]
    [InlineData("and", "and")]
    [InlineData("\u202Eevil\u200B", "evil")]
    [InlineData("<b>bold</b>", "b>bold|b")]
    [InlineData("!!! 😀", "")]
    public void Case_and_signs_are_put_aside_and_plurals_stay(string typed, string words) =>
        Assert.Equal(words, string.Join('|', WordText.Read(typed)));

    [Fact]
    public async Task Nothing_joins_a_word_to_a_person_and_only_its_secret_changes_it()
    {
        await using var room = await WordRoom.StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        var secret = Tokens.New();
        await room.TakenAsync(alma, ("words", "Proud"), ("secret", secret));
        await room.TakenAsync(alma, ("words", "proud and tired"), ("secret", secret));
        await room.TakenAsync(alma, ("words", "proud and tired"), ("secret", secret));
        using var other = await room.SendAsync(alma, ("words", "late"), ("secret", Tokens.New()));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        await room.Site.Db.ReadAsync(
            reads =>
            {
                Assert.Equal(["activity_id", "secret_hash", "number", "word"], reads.Query<string>("SELECT name FROM pragma_table_info('word_given') ORDER BY cid"));
                Assert.Equal(["activity"], reads.Query<string>("""SELECT DISTINCT "table" FROM pragma_foreign_key_list('word_given')"""));
                Assert.Contains("WITHOUT ROWID", reads.First<string>("SELECT sql FROM sqlite_schema WHERE name = 'word_given'")!, StringComparison.Ordinal);
                Assert.Equal(["proud", "tired"], reads.Query<string>("SELECT word FROM word_given ORDER BY number"));
                Assert.Equal([Tokens.Hash(secret)], reads.Query<string>("SELECT DISTINCT secret_hash FROM word_given"));
                Assert.Equal(1, reads.First<long>("SELECT times FROM answered"));
                foreach (var table in reads.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'word_given'"))
                {
                    foreach (var column in reads.Query<string>("SELECT name FROM pragma_table_info(@table)", new { table }))
                    {
                        var held = reads.First<long>($"SELECT count(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS TEXT) LIKE @like", new { like = $"%{Tokens.Hash(secret)}%" });
                        Assert.True(held == 0, $"{table}.{column} holds the hash");
                    }
                }

                return 0;
            }, Stop);
    }

    [Theory]
    [InlineData("", "Write one word")]
    [InlineData("!!!", "Write one word")]
    [InlineData("one two three four", "That is four. Which three are the truest?")]
    [InlineData("donaudampfschifffahrtsgesellschaft", "is too long for one word")]
    public async Task What_is_no_word_is_told_beside_the_field(string typed, string told)
    {
        await using var room = await WordRoom.StartAsync();
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var answer = await room.SendAsync(alma, ("words", typed), ("secret", Tokens.New()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_word_may_be_all_that_is_asked_and_late_ones_are_told()
    {
        await using var room = await WordRoom.StartAsync(settings: """{"Most":1}""");
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        using var two = await room.SendAsync(alma, ("words", "proud and tired"));
        Assert.Contains("That is two. Which one is the truest?", await two.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await room.TakenAsync(alma, ("words", "proud and tired"), ("words.chosen", "tired"));
        await room.GoAsync(1);
        using var bo = await room.PhoneAsync("Bo Lind");
        using var late = await room.SendAsync(bo, ("words", "late"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Four_people_are_a_number_and_the_fifth_makes_a_cloud()
    {
        await using var room = await WordRoom.StartAsync();
        await room.GoAsync(0);
        foreach (var name in _people)
        {
            Assert.Null((await WordRoom.PictureAsync(room)).Now);
            using var phone = await room.PhoneAsync(name);
            await room.TakenAsync(phone, ("words", name[0] < 'C' ? "Curious" : "curious, tired"), ("secret", Tokens.New()));
        }

        var cloud = (await WordRoom.PictureAsync(room)).Now!;
        Assert.Equal((5, 8), (cloud.N, cloud.Total));
        Assert.Equal(5, cloud.Words.Single(word => word.Word == "curious").Count);
        Assert.True(cloud.Words.Single(word => word.Word == "curious").Size > cloud.Words.Single(word => word.Word == "tired").Size);
    }

    [Theory]
    [InlineData(Reveal.Live, true, true)]
    [InlineData(Reveal.AfterClose, false, true)]
    [InlineData(Reveal.Never, false, false)]
    public async Task Words_show_when_it_was_set_that_they_show(Reveal reveal, bool open, bool closed)
    {
        await using var room = await WordRoom.StartAsync(reveal);
        await room.GoAsync(0);
        await WordRoom.PlantAsync(room, room.Activity, ("curious", 5), ("tired", 1));
        Assert.Equal(open, (await WordRoom.PictureAsync(room)).Now is not null);
        await room.GoAsync(1);
        Assert.Equal(closed, (await WordRoom.PictureAsync(room)).Now is not null);
        var (said, sheet) = await KindAsync(room, (kind, reads, now) => (kind.SaidIn(reads, now), kind.SheetOf(reads, now)!));
        Assert.Equal(closed ? ["curious", "tired"] : [], said.Select(one => one.Text));
        Assert.Equal(closed ? "curious" : "People who gave words", sheet.Rows[0][0]);
        Assert.Equal(closed ? 5L : 6L, sheet.Rows[0][1]);
        await room.GoAsync(3);
        Assert.NotNull((await WordRoom.PictureAsync(room)).Now);
    }

    [Fact]
    public async Task Words_said_both_times_are_marked_and_a_hidden_one_is_gone_until_it_is_shown_again()
    {
        await using var room = await WordRoom.StartAsync();
        await room.GoAsync(0);
        await WordRoom.PlantEarlierAsync(room, WordRoom.Then);
        await WordRoom.PlantAsync(room, room.Activity, WordRoom.Now);
        var picture = await WordRoom.PictureAsync(room);
        Assert.Equal(["curious", "listening", "tired"], picture.Now!.Words.Where(word => word.Both).Select(word => word.Word).Order());
        Assert.Equal("Kick-off", picture.Then!.When.Workshop);
        Assert.All(picture.Then.Words, word => Assert.InRange(word.Size, Math.Max(1, word.Count - 1), word.Count));
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        await room.PressAsync(desk, "words", $"hide/{room.Activity}/tired");
        await room.PressAsync(desk, "words", $"hide/{room.Activity}/tired", HttpStatusCode.Conflict);
        await room.PressAsync(desk, "words", $"hide/{room.Activity}/neversaid", HttpStatusCode.Conflict);
        await room.PressAsync(desk, "words", "hide/9999/tired", HttpStatusCode.NotFound);
        await room.PressAsync(desk, "words", $"hide/{room.World.Activities[0]}/tired", HttpStatusCode.NotFound);
        await room.PressAsync(desk, "words", "tired", HttpStatusCode.BadRequest);
        picture = await WordRoom.PictureAsync(room);
        Assert.DoesNotContain(picture.Now!.Words, word => word.Word == "tired");
        Assert.DoesNotContain(picture.Then!.Words, word => word is { Word: "tired", Both: true });
        Assert.DoesNotContain("tired", (await KindAsync(room, (kind, reads, now) => kind.SaidIn(reads, now))).Select(one => one.Text));
        await room.PressAsync(desk, "words", $"show/{room.Activity}/tired");
        Assert.Contains((await WordRoom.PictureAsync(room)).Now!.Words, word => word.Word == "tired");
    }

    [Fact]
    public async Task The_order_stays_while_the_cloud_grows_and_what_has_no_place_is_the_rarest()
    {
        await using var room = await WordRoom.StartAsync();
        await room.GoAsync(0);
        await WordRoom.PlantAsync(room, room.Activity, WordRoom.Then);
        var before = (await WordRoom.PictureAsync(room)).Now!.Words.Select(word => word.Word).ToList();
        await WordRoom.PlantAsync(room, room.Activity, WordRoom.Now);
        var after = (await WordRoom.PictureAsync(room)).Now!.Words.Select(word => word.Word).ToList();
        Assert.Equal(before, after.Where(before.Contains));
        await WordRoom.PlantAsync(room, room.Activity, [.. Enumerable.Range(0, 400).Select(number => ($"something{number}", 1))]);
        var cloud = (await WordRoom.PictureAsync(room)).Now!;
        Assert.True(cloud.Left > 0);
        Assert.Contains(cloud.Words, word => word.Word == "curious");
        Assert.Equal(0, (await WordRoom.PictureAsync(room, CloudPlace.Page)).Now!.Left);
    }

    [Fact]
    public async Task Paper_and_invented_people_give_words_too()
    {
        await using var room = await WordRoom.StartAsync(Reveal.AfterClose);
        await room.GoAsync(0);
        using var desk = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        using var entered = await desk.PostFormAsync(
            $"/w/{room.World.Workshop}/paper?activity={room.Activity}", $"/w/{room.World.Workshop}/paper?activity={room.Activity}",
            ("0.words", "Muddy"), ("1.words", "late; wet"));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(2, (await WordRoom.PictureAsync(room)).N);
        var fields = await KindAsync(room, (kind, reads, now) => kind.Invent(reads, now, new Seat { ParticipantId = 77 }, new Random(1))!);
        Assert.Single(WordText.Read(fields[WordAnswers.Field]));
        Assert.Empty(await room.Site.Db.ReadAsync(reads => reads.Query<long>("SELECT participant_id FROM answered"), Stop));
    }

    private static async Task<T> KindAsync<T>(KindRoom room, Func<ActivityKind, Reads, Activity, T> ask) => await room.Site.Db.ReadAsync(
        reads =>
        {
            var now = Activity.Find(reads, room.Activity)!;
            return ask(room.Site.Services.GetRequiredService<ActivityKinds>().Of(now), reads, now);
        }, Stop);

    [Fact]
    public async Task At_the_final_the_words_of_the_kick_off_stand_beside_those_of_now_not_those_between()
    {
        await using var room = await WordRoom.StartAsync();
        await room.GoAsync(0);
        await WordRoom.PlantAsync(room, room.Activity, ("now", 5));
        await WordRoom.PlantEarlierAsync(room, ("first", 6));
        var between = await room.Site.Writer.RunAsync(w =>
        {
            var workshop = w.Insert("""
                INSERT INTO workshop (programme_id, kind, date, title, state, created_at, changed_at)
                SELECT programme_id, 'MidTerm', date(date, '-90 days'), 'Mid-term', 'Held', created_at, changed_at FROM workshop WHERE id = @Workshop
                """, room.World);
            return w.Insert("""
                INSERT INTO activity (workshop_id, kind, title, prompt, name_mode, reveal, state, series, created_at, changed_at)
                SELECT @workshop, kind, title, prompt, name_mode, reveal, 'Closed', series, created_at, changed_at FROM activity WHERE id = @Activity
                """, new { workshop, room.Activity });
        }, Stop);
        await WordRoom.PlantAsync(room, between, ("between", 7));
        var picture = await WordRoom.PictureAsync(room);
        Assert.Equal("Kick-off", picture.Then!.When.Workshop);
        Assert.Equal(["first"], picture.Then.Words.Select(word => word.Word));
    }
}
