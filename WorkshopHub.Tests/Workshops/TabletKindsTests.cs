using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What a tablet on a table offers can be answered there, with the fields that stand on it and no other.</summary>
public sealed partial class TabletKindsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // {other} and {question} stand for another set and a question to the own one.
    public static TheoryData<string, string, string> Kinds { get; } = new()
    {
        { "posts", "{}", "kind=Learning&text=From the table" },
        { "poll", """{"Form":"One","Choices":["North","South"]}""", "choice=North" },
        { "poll", """{"Form":"Several","Choices":["North","South","Sea"]}""", "choice=North&choice=Sea" },
        { "poll", """{"Form":"Text"}""", "text=From the table" },
        { "poll", """{"Form":"One","Choices":["North","South"],"PerSet":true}""", "choice=South" },
        { "dotvote", """{"Items":["More airtime","Fewer slides"],"Dots":2}""", "dot=0#1&dot=1#1" },
        { "setquestion", "{}", "do=ask&to={other}&question=What did you see?" },
        { "setquestion", "{}", "do=answer.{question}&answer.{question}=We went and looked&seen.{question}=0" },
        { "offers", "{}", "do=post&kind=Offer&text=Two seats on a night shift" },
    };

    [Fact]
    public async Task Each_kind_that_fits_a_table_is_tried_here()
    {
        await using var site = new Site();
        var fits = site.Services.GetRequiredService<ActivityKinds>().All
            .Where(kind => kind.FitsTable(new ActivityRow { Kind = kind.Key, NameMode = NameMode.Named })).Select(kind => kind.Key);
        Assert.Equal(fits.Order(), Kinds.Select(row => row.Data.Item1).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_stands_on_the_tablet_is_enough_to_answer(string kind, string settings, string answer)
    {
        await using var room = await TableAsync(kind, settings);
        if (answer.Contains("{question}", StringComparison.Ordinal))
        {
            using var dora = await room.PhoneAsync("Dora Voss");
            await room.TakenAsync(dora, ("do", "ask"), ("to", $"{room.World.Sets[0].Id}"), ("question", "What surprised you?"));
            await room.GoAsync(1);
            await room.GoAsync(2);
            answer = answer.Replace("{question}", await room.Site.Db.ReadAsync(reads => reads.First<string>("SELECT id FROM set_question"), Stop), StringComparison.Ordinal);
        }

        using var tablet = Tablet(room);
        Assert.Contains("Touch to answer", await tablet.GetStringAsync("/table", Stop), StringComparison.Ordinal);
        var page = $"/table?who={room.World["Alma Tamm"]}";
        var names = Field().Matches(await tablet.GetStringAsync(page, Stop)).Select(field => field.Groups[1].Value).ToHashSet();
        var fields = answer.Replace("{other}", $"{room.World.Sets[2].Id}", StringComparison.Ordinal).Split('&')
            .Select(pair => pair.Split('=')).Select(pair => (Name: pair[0], Value: pair[1])).ToList();
        Assert.All(fields, field => Assert.Contains(field.Name, names));
        using var sent = await tablet.PostFormAsync(
            page, page, [("activity", room.Activity.ToString(CultureInfo.InvariantCulture)), ("id", Tokens.New()), .. fields]);
        Assert.StartsWith("/table?step=thanks", sent.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, await room.Site.Db.ReadAsync(reads => reads.First<int>(
            "SELECT count(*) FROM answered a JOIN participant p ON p.id = a.participant_id WHERE p.name = 'Alma Tamm'"), Stop));
        Assert.Contains("It is ", await tablet.GetStringAsync(sent.Headers.Location!.OriginalString, Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_name_answered_on_a_phone_does_not_stand_on_the_tablet()
    {
        await using var room = await TableAsync("poll", """{"Form":"One","Choices":["North","South"]}""");
        using var alma = await room.PhoneAsync("Alma Tamm");
        await room.TakenAsync(alma, ("choice", "South"));
        Assert.Contains("aria-pressed=\"true\"", await alma.FeedAsync(), StringComparison.Ordinal);
        using var tablet = Tablet(room);
        var page = await tablet.GetStringAsync($"/table?who={room.World["Alma Tamm"]}", Stop);
        Assert.Contains("value=\"South\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-pressed=\"true\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Answered.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_a_set_is_called_by_are_for_known_phones_and_so_not_on_the_tablet()
    {
        await using var room = await TableAsync("poll", """{"Form":"Text","PerSet":true,"Carries":"SetName"}""");
        using var tablet = Tablet(room);
        var page = await tablet.GetStringAsync("/table", Stop);
        Assert.DoesNotContain("Touch to answer", page, StringComparison.Ordinal);
        Assert.Contains("known phone", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_set_answers_at_the_table_too_and_only_roles_that_take_part_are_listed()
    {
        await using var room = await TableAsync("poll", """{"Form":"One","Choices":["North","South"]}""", """["Member","Supervisor"]""");
        using var tablet = Tablet(room);
        Assert.Contains("/table?step=others", await tablet.GetStringAsync("/table?step=names", Stop), StringComparison.Ordinal);
        var others = await tablet.GetStringAsync("/table?step=others", Stop);
        Assert.Contains("Uma Supervisor", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Chen Champion", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Dora Voss", others, StringComparison.Ordinal);
        var page = $"/table?who={room.World["Uma Supervisor"]}";
        using var sent = await tablet.PostFormAsync(page, page, ("activity", $"{room.Activity}"), ("id", Tokens.New()), ("choice", "North"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("Uma Supervisor", await room.Site.Db.ReadAsync(reads => reads.First<string>(
            "SELECT j.name FROM poll_answer p JOIN participant j ON j.id = p.participant_id"), Stop));
    }

    private static HttpClient Tablet(KindRoom room) => Clients.New(room.Site.Url, Viewers.ScreenCookie, room.World.Screens[0]);

    private static async Task<KindRoom> TableAsync(string kind, string settings, string audience = "[]")
    {
        var room = await KindRoom.StartAsync(kind, "What do you say?", audience, settings: settings);
        await room.Site.Writer.RunAsync(w => w.Execute(
            "UPDATE screen SET table_set = @Id WHERE token_hash = @hash",
            new { room.World.Sets[0].Id, hash = Tokens.Hash(room.World.Screens[0]) }), Stop);
        await room.GoAsync(0);
        return room;
    }

    [GeneratedRegex("""<(?:input|button|textarea|select)(?=[^>]*form="act")[^>]*\bname="([^"]+)""")]
    private static partial Regex Field();
}
