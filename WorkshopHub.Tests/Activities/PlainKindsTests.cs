using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities.ReportOuts;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Activities;

/// <summary>
/// Every kind of activity without scripts, by forms and buttons that are really there: coming in, answering, finding it again,
/// changing it, what a set does together, and what is said to somebody who typed something wrong.
/// </summary>
public sealed partial class PlainKindsTests
{
    private const string Alma = "Alma Tamm";
    private const string Bo = "Bo Lind";
    private const string Cecil = "Cecil Hart";
    private const string Clio = "Clio Client";
    private const string Sven = "Sven Sponsor";

    private static readonly Plain[] _kinds =
    [
        new("moment", Settings: """{"Doing":"Talk","Shows":"Problems"}""", Steps:
        [
            new(Alma, Show: "card"),
            new(Alma, "Keep it", d => [(d.Field("note."), "Ask about the second winter.")], Sees: ["Ask about the second winter.", "Kept."]),
            new(Alma, "Keep it", d => [(d.Field("note."), new string('x', 2000))], Refused: "characters"),
            new(Bo, Misses: ["Ask about the second winter."]),
        ]),
        new("posts", Steps:
        [
            new(Alma, "Post", _ => [("text", " ")], Refused: "Write something first."),
            new(Alma, "Post", _ => [("text", new string('y', 300))], Refused: "20 too many."),
            new(Alma, "Post", _ => [("text", "We asked one driver first.")], Sees: ["We asked one driver first.", "You · Learning"]),
            new(Bo, "This helps us", Sees: ["We asked one driver first.", "This helps us · 1"]),
            new(Cecil, Misses: ["We asked one driver first."]),
            new(Alma, Follow: "Edit"),
            new(Alma, "Save", _ => [("text", "We asked two drivers first.")], Sees: ["We asked two drivers first."], Misses: ["We asked one driver first."], Stay: true),
            new(Alma, "Delete", Misses: ["We asked two drivers first."]),
        ]),
        new("setquestion", Steps:
        [
            new(Alma, "Ask", _ => [("question", "What did you stop believing?")], Refused: "set"),
            new(Alma, "Ask", d => [("to", d.Value("to", 1)), ("question", "What did you stop believing?")], Sees: ["You have asked one", "What did you stop believing?"]),
            new(Alma, Item: 2),
            new(Cecil, "Answer", d => [(d.Field("answer."), "That nobody would walk along.")], Sees: ["Triangle:", "That nobody would walk along."]),
            new(Cecil, "Answer", d => [(d.Field("answer."), "That they would not tell us.")], Sees: ["That they would not tell us."], Misses: ["That nobody would walk along."]),
            new(Alma, Sees: ["That they would not tell us."]),
        ]),
        new("preference", Audience: """["Member"]""", Names: NameMode.Private, Reveal: Reveal.AfterClose, Settings: """{"Least":3}""", Steps:
        [
            new(Alma, "Send my ranking", d => [("choice.1", d.Value("choice.1", 1))], Refused: "Rank at least 3"),
            new(Alma, "Send my ranking", d => [.. Ranks(d, 1, 2, 3), ("why.1", "I live with it.")], Sees: ["Your ranking is in."]),
            new(Alma, "Send my ranking", d => [.. Ranks(d, 3, 2, 1), ("why.1", "My people pay for it.")], Sees: ["Your ranking is in.", "You can change it"]),
            new(Bo, Misses: ["My people pay for it."]),
            new(Alma, Item: 3),
            new(Bo, Sees: ["Circle’s ranks", "My people pay for it."]),
            new(Alma, "We choose", Sees: ["Your set wishes:"]),
            new(Bo, "We choose", Sees: ["Your phones differ."]),
            new(Bo, "Take mine back", Sees: ["Your set wishes:"], Misses: ["Your phones differ."]),
            new(Alma, "Take it back", Misses: ["Your set wishes:"]),
        ]),
        new("dotvote", Settings: """{"Dots":2,"Items":["A van for two depots","A day at the store","One list for both"],"Carries":"Nothing"}""", Steps:
        [
            new(Alma, "Give them", d => [("dot", d.Value("dot", 0))], Sees: ["1 dot left", "Move them"]),
            new(Alma, "Move them", d => [("dot", d.Value("dot", 1)), ("dot", d.Value("dot", 2))], Sees: ["No dots left"]),
            new(Alma, "Move them", d => [("dot", d.Value("dot", 0)), ("dot", d.Value("dot", 1)), ("dot", d.Value("dot", 2))], Refused: "dots"),
            new(Bo, Sees: ["2 dots left", "Give them"]),
        ]),
        new("pulse", Names: NameMode.Anonymous, Reveal: Reveal.AfterClose, Settings: """{"Standard":[1,2]}""", Steps:
        [
            new(Alma, "Send without a name", Refused: "Choose a number for at least one statement."),
            new(Alma, "Send without a name", d => [(d.Field("pulse."), "4")], Sees: ["Your answers are in."]),
            new(Alma, "Send without a name", d => [(d.Field("pulse."), "1")], Refused: "You have answered already."),
        ]),
        new("oneword", Settings: """{"Most":1}""", Names: NameMode.Anonymous, Reveal: Reveal.AfterClose, Steps:
        [
            new(Alma, "Give my word", _ => [("words", "brave but tired")], Refused: "That is two."),
            new(Alma, "tired", Sees: ["Given. Thank you."], Stay: true),
            new(Alma, "Give my word", _ => [("words", "proud")], Refused: "You have given your word already."),
        ]),
        new("commitment", Settings: """{"Mode":"NinetyDays"}""", Steps:
        [
            new(Alma, "Promise it", _ => [("text", "I ring before I write.")], Refused: "Who will ask you about it?"),
            new(Alma, "Promise it", d => [("text", "I ring before I write."), .. d.Witness(Cecil)], Sees: ["I ring before I write.", "Private", "Cecil is asked"]),
            new(Bo, Misses: ["I ring before I write."]),
            new(Cecil, "Yes, I’ll ask", Sees: ["You ask Alma"]),
            new(Alma, "Show it to everyone", Sees: ["Cecil said yes", "Shown to all"]),
            new(Bo, Sees: ["I ring before I write."]),
            new(Alma, "Change it", _ => [("text", "I ring each Monday.")], Sees: ["I ring each Monday.", "Cecil said yes"]),
            new(Alma, "Take it off the wall", Sees: ["Private"]),
            new(Bo, Misses: ["I ring each Monday."]),
        ]),
        new("offers", Steps:
        [
            new(Alma, "Post", _ => [("kind", "Request"), ("text", "")], Refused: "Write"),
            new(Alma, "Post", _ => [("kind", "Offer"), ("text", "An hour of mine.")], Sees: ["You offer", "An hour of mine."]),
            new(Alma, "Take it back", Misses: ["An hour of mine."]),
            new(Alma, "Post", _ => [("kind", "Request"), ("text", "A driver of the night round.")], Sees: ["You need", "A driver of the night round."]),
            new(Cecil, "Tell Alma", d => [(d.Field("words."), "Ask me on Thursday.")], Sees: ["Ask me on Thursday.", "Agreed: you and Alma"]),
            new(Alma, Item: 2),
            new(Alma, "Save", d => [(d.Field("state."), "Happened"), (d.Field("came."), "He drove with us twice.")], Sees: ["It happened", "He drove with us twice."]),
            new(Cecil, Sees: ["He drove with us twice."]),
        ]),
        new("reportout", Steps:
        [
            new(Alma, Show: "report"),
            new(Alma, "Next", Sees: ["On the wall now, 2 of"]),
            new(Alma, "Back to:", Sees: ["On the wall now, 1 of"]),
            new(Cecil, "Send to Circle", d => [(d.Field("text."), "")], Refused: "Write"),
            new(Cecil, "Send to Circle", d => [(d.Field("text."), "Two clamps more. We try that.")], Sees: ["You wrote", "Two clamps more. We try that."]),
            new(Bo, Sees: ["Two clamps more. We try that."]),
            new(Alma, "Next"), new(Alma, "Next"),
            new(Clio, "Yes, these figures are ours", Sees: ["Take back what I said"]),
            new(Sven, "Say it, then show it", Refused: "Choose"),
            new(Sven, "Say it, then show it", d => [(d.Field("decision."), "Adopt"), (d.Field("words."), "Do it in all bays.")], Sees: ["Adopt", "Change the answer"]),
            new(Sven, "Keep them", d => [(d.Field("private."), "Ask about the cost.")], Sees: ["Ask about the cost."]),
            new(Cecil, Misses: ["Ask about the cost."]),
        ]),
        new("poll", Settings: """{"Form":"One","Choices":["Calder Works","Penrow"]}""", Steps:
        [
            new(Alma, "Penrow", Sees: ["Answered."]),
            new(Alma, "Calder Works", Sees: ["Answered."]),
        ]),
        new("poll", Settings: """{"Form":"Text","PerSet":true,"Carries":"SetName"}""", Steps:
        [
            new(Alma, "That’s us", _ => [("text", " ")], Refused: "Write"),
            new(Alma, "That’s us", _ => [("text", "Lantern")], Sees: ["So it stands", "Lantern"]),
            new(Bo, "That’s us", _ => [("text", "Keel")], Sees: ["Your set’s phones differ."]),
            new(Alma, "Keel", Misses: ["Your set’s phones differ."]),
            new(Cecil, Misses: ["Keel"]),
        ]),
        new("rounds", Steps:
        [
            new(Bo), new(Cecil), new(Alma, Show: "rounds"),
            new(Alma, "I have to leave", Sees: ["You have left the rounds."]),
            new(Alma, "I am back", Misses: ["You have left the rounds."]),
            new(Clio, "Show me my table", Sees: ["Your first table, with"]),
        ]),
        new("connections", Names: NameMode.Private, Reveal: Reveal.Never, Steps:
        [
            new(Alma, "Save my list", d => [(d.Field("k."), "3")], Sees: ["Saved"]),
            new(Alma, "Save my list", d => [(d.Field("k."), "7")], Refused: "Choose 0, 1, 2 or 3"),
            new(Alma, Item: 1), new(Alma, Item: 0),
            new(Alma, "Save my list", d => [(d.Field("k."), "1")], Sees: ["Saved"]),
        ]),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, _kinds.Length)];

    [Fact]
    public async Task Each_kind_of_the_house_is_among_them()
    {
        await using var room = await KindRoom.StartAsync("moment", "");
        Assert.Equal(
            room.Site.Services.GetServices<ActivityKind>().Select(kind => kind.Key).Order(StringComparer.Ordinal),
            _kinds.Select(kind => kind.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_scripts_people_answer_find_it_again_change_it_and_are_told_what_is_wrong(int index)
    {
        var kind = _kinds[index];
        await using var room = await KindRoom.StartAsync(kind.Kind, "What do you say?", kind.Audience, kind.Names, kind.Reveal, kind.Settings);
        await SowAsync(room, kind);
        await room.GoAsync(0);
        var phones = new Dictionary<string, PlainDesk>();
        foreach (var step in kind.Steps)
        {
            if (step.Item is { } item)
            {
                await room.GoAsync(item);
            }

            if (!phones.TryGetValue(step.Who, out var phone))
            {
                phones[step.Who] = phone = await ComeAsync(room, step.Who);
            }

            await ShowAsync(room, step.Show);
            await (step.Stay ? Task.CompletedTask : phone.OpenAsync($"/w/{room.World.Workshop}"));
            await DoAsync(phone, step, $"/w/{room.World.Workshop}");
        }

        Assert.Empty(room.Site.Faults.All);
        Assert.All(phones.Values, phone => phone.Dispose());
    }

    private static async Task DoAsync(PlainDesk phone, Step step, string home)
    {
        if (step.Follow is { } link)
        {
            await phone.FollowAsync(link);
        }

        if (step.Refused is { } says)
        {
            await phone.SendAsync(step.Press!, step.Fields?.Invoke(phone) ?? []);
            Assert.True((int)phone.Status is 403 or 409 or 422, $"{step.Who} presses “{step.Press}” and is not refused: {phone.Status} {phone.Words}");
            phone.Sees(says);
            return;
        }

        if (step.Press is { } button)
        {
            await phone.PressAsync(button, step.Fields?.Invoke(phone) ?? []);
            Read(phone, step);
            await phone.OpenAsync(home); // and it stands there when the page is loaded again
        }

        Read(phone, step);
    }

    /// <summary>What stands on the page, also in its fields.</summary>
    private static void Read(PlainDesk phone, Step step)
    {
        var all = phone.Words + string.Concat(TextAreas().Matches(phone.Html).Select(one => $" {WebUtility.HtmlDecode(one.Groups[1].Value)}"));
        Assert.All(step.Sees ?? [], words => Assert.True(all.Contains(words, StringComparison.Ordinal), $"{step.Who} misses “{words}”: {all}"));
        Assert.All(step.Misses ?? [], words => Assert.False(all.Contains(words, StringComparison.Ordinal), $"{step.Who} reads “{words}”: {all}"));
    }

    /// <summary>Types the code, finds the own set and name, and is let in.</summary>
    private static async Task<PlainDesk> ComeAsync(KindRoom room, string name)
    {
        var phone = new PlainDesk(room.Site.NewClient(), name);
        await phone.OpenAsync($"/j?code={World.RoomCode[..3]}+{World.RoomCode[3..]}");
        await phone.FollowAsync(room.World.Sets.FirstOrDefault(set => set.Members.Contains(name))?.Name ?? "None of these");
        await phone.PressAsync(name);
        await room.VouchAsync(name);
        return phone;
    }

    private static async Task SowAsync(KindRoom room, Plain kind)
    {
        if (kind.Kind == "reportout")
        {
            await ReportRoom.WriteAsync(room.World, room.Site);
        }

        await room.Site.Writer.RunAsync(w =>
        {
            w.Execute("INSERT INTO org_unit (name) VALUES ('Networks'), ('Treatment')");
            w.Execute("UPDATE person SET org_unit_id = 1 + id % 2");
            foreach (var title in new[] { "Holes we dig twice", "Alarms nobody believes", "The same twelve streets", "After the second winter" })
            {
                var problem = ProblemCommands.Add(w, room.World.Programme, new ProblemDetails
                {
                    Title = title,
                    Description = "One in five.",
                    WhyItMatters = "It costs.",
                    NoClearExpertise = true,
                    NoClearExpertiseNote = "Nobody",
                    NoKnownAnswer = true,
                    NoKnownAnswerNote = "Nobody",
                    ClientId = room.World[Clio],
                }, null);
                Assert.True(ProblemCommands.Offer(w, room.World.Programme, problem, 1, null));
            }

            return kind.Kind == "reportout" ? w.Execute("UPDATE sets SET problem_id = 1 WHERE position = 1") : 0;
        }, Stop);
    }

    /// <summary>What the facilitator does meanwhile.</summary>
    private static async Task ShowAsync(KindRoom room, string? what)
    {
        if (what is null)
        {
            return;
        }

        using var desk = new PlainDesk(await Office.SignInAsync(room.Site, World.Mail("Mari Kask")), "Mari Kask");
        await desk.OpenAsync($"/w/{room.World.Workshop}/control");
        await desk.PressAsync(what switch { "card" => "Next card", "report" => "Begin", _ => "Make the plan" });
    }

    [GeneratedRegex("<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextAreas();

    private static IEnumerable<(string Name, string Value)> Ranks(PlainDesk desk, params int[] order) =>
        order.Index().Select(at => ($"choice.{at.Index + 1}", desk.Value("choice.1", at.Item)));

    /// <summary>A kind with what people do with it, one after another.</summary>
    private sealed record Plain(
        string Kind, Step[] Steps, string Settings = "{}", string Audience = "[]", NameMode Names = NameMode.Named, Reveal Reveal = Reveal.Live);

    /// <summary>Somebody loads the page, perhaps presses a button, and reads.</summary>
    private sealed record Step(
        string Who, string? Press = null, Func<PlainDesk, (string Name, string Value)[]>? Fields = null, string[]? Sees = null, string[]? Misses = null,
        string? Refused = null, string? Follow = null, int? Item = null, string? Show = null, bool Stay = false);
}

/// <summary>Finding fields whose names hold the number of what they are of.</summary>
internal static class PlainFields
{
    /// <summary>The first field whose name begins with this word.</summary>
    public static string Field(this PlainDesk desk, string begins) =>
        Regex.Match(desk.Html, $"<(?:input|textarea|select)[^>]* name=\"({Regex.Escape(begins)}[^\"]*)\"").Groups[1].Value;

    /// <summary>The value of a choice: of radios and ticks by their order, of a list by its options' order.</summary>
    public static string Value(this PlainDesk desk, string name, int at)
    {
        var ticks = Regex.Matches(desk.Html, $"<input[^>]* name=\"{Regex.Escape(name)}\"[^>]* value=\"([^\"]*)\"");
        var list = Regex.Match(desk.Html, $"<select[^>]* name=\"{Regex.Escape(name)}\".*?</select>", RegexOptions.Singleline);
        return WebUtility.HtmlDecode(ticks.Count > 0 ? ticks[at].Groups[1].Value
            : Regex.Matches(list.Value, "<option[^>]* value=\"([^\"]*)\"")[at].Groups[1].Value);
    }

    /// <summary>Somebody as witness.</summary>
    public static (string Name, string Value)[] Witness(this PlainDesk desk, string name) => [("witness", desk.Option(name))];
}
