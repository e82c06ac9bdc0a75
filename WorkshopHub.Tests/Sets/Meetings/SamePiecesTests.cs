using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using static WorkshopHub.Tests.Sets.Meetings.LiveMeeting;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>Whichever way a piece of a meeting comes onto a device, by its page, by the wire or by catching up, it is the same.</summary>
public sealed partial class SamePiecesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_its_questions_and_its_actions_are_the_same_by_page_push_and_catching_up()
    {
        await using var one = await StartAsync();
        await one.DoesAsync(Alma, "?handler=here");
        await one.BeginAsync(Bo);
        var slot = (await one.SlotAsync(Bo)).Id;
        var jaan = await ListenAsync(one.There, "Jaan Mets");
        await jaan.WatchAsync("set", one.There.Set);

        var question = await one.AskAsync(Alma, Bo, "Who says “no” & <never>?", "Jaan Mets");
        var seen = Tokens.New();
        await one.DoesAsync(Alma, $"/airtime?handler=seen&slot={slot}", ("id", seen), ("slot", N(slot)), ("seen", "That <they> know"));
        var bo = await one.There.AsAsync(Bo);
        using var agreed = await bo.PostFormAsync(one.There.At("actions"), one.There.At("actions?handler=agree"),
            ("Key", Tokens.New()), ("SlotId", N(slot)), ("Text", "Ring <the> depot"), ("Due", "2099-04-07"), ("Questions", question));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, agreed.StatusCode);
        await one.DoesAsync(Alma, $"?handler=here&person={one.There.World["Fay Novak"]}&state=Late");
        await one.TurnAsync(Bo, "pause");

        var heard = await jaan.UntilAsync(push => push.Puts?.Any(put => put.Id == "mt-clock" && put.Html.Contains("paused", StringComparison.Ordinal)) is true);
        var pushed = heard.SelectMany(push => push.Puts ?? []).GroupBy(put => put.Id).ToDictionary(put => put.Key, put => put.Last().Html);
        (string Element, string Page, string Part, string Says)[] ways =
        [
            ($"q-{question}", one.At($"/airtime?slot={slot}"), one.At($"/airtime?handler=part&part=questions&slot={slot}"), "Who says “no” &amp; &lt;never&gt;?"),
            ($"as-{seen}", one.At($"/airtime?slot={slot}"), one.At($"/airtime?handler=part&part=seen&slot={slot}"), "That &lt;they&gt; know"),
            ($"acts-{slot}", one.At($"/airtime?slot={slot}"), one.There.At($"actions?handler=slot&slot={slot}"), "Ring &lt;the&gt; depot"),
            ("mt-turns", one.At($"/airtime?slot={slot}"), one.At("/airtime?handler=part&part=air"), "Bo has the floor"),
            ("mt-clock", one.At($"/airtime?slot={slot}"), one.At("/airtime?handler=part&part=air"), "paused"),
            ("mt-top", one.At($"/airtime?slot={slot}"), one.At("?handler=part&part=top"), "Alma Tamm holds the pen."),
            ("mt-here", one.At(), one.At("?handler=part&part=here"), "Came late"),
            ("mt-day", one.At("/order"), one.At("?handler=part&part=day"), "Lunch"),
            ("mt-order", one.At("/order"), one.At("?handler=part&part=order"), "Paused"),
        ];
        var fay = await one.There.AsAsync("Fay Novak");
        foreach (var (element, page, part, says) in ways)
        {
            var read = Moment(Element.Of(await fay.GetStringAsync(page, Stop), element));
            Assert.Contains(says, read, StringComparison.Ordinal);
            Assert.Equal(read, Moment(Element.Of(pushed[element], element)));
            Assert.Equal(read, Moment(Element.Of(await fay.GetStringAsync(part, Stop), element)));
        }

        await jaan.Hub.DisposeAsync();
    }

    /// <summary>Without what the clock on the server's wall decides.</summary>
    private static string Moment(string html) => Times().Replace(html, "_");

    [GeneratedRegex("""\d+:\d\d|data-left="\d+"|<rect width="\d+"|data-(ends|until)="\d*" """)]
    private static partial Regex Times();
}
