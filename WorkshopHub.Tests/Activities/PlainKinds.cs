using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.Activities;

/// <content>The table: what people do with each kind, one after another.</content>
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
