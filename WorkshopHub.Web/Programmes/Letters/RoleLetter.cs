using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Web.Programmes.Letters;

/// <summary>
/// What stands in the letter to somebody who is not asked to be a member: who goes with a set is asked for something else than
/// to take part, and reads what it is.
/// </summary>
/// <param name="Heading">What stands above.</param>
/// <param name="Paragraphs">The letter.</param>
public sealed record RoleLetter(string Heading, IReadOnlyList<string> Paragraphs)
{
    /// <summary>
    /// What somebody with several roles reads beside what the first of them is asked for: of each further role what is theirs in it.
    /// </summary>
    public static IEnumerable<string> Also(Invitee to, ProgrammeRow programme) => to.Parts.Skip(1).Select(part => part.Role switch
    {
        Role.Supervisor => part.Whose.Count == 0 ? "You are also asked as a supervisor: to release the time of whoever of your people says yes, and to come to the kick-off."
            : $"You are also the supervisor of {Checklist.Listed(part.Whose)}: you are asked to release {ShareOf(programme)} of whoever says yes, or to say what stands in the way.",
        Role.Advisor => $"You are also asked to advise {part.SetWords}: to be there when it meets, to ask how its members work together, and to leave the problem to them.",
        Role.Champion => $"You are also asked to open doors for {part.SetWords}: it asks for one thing at a time, and you say yes, no, or who can do it instead.",
        Role.Client => $"You are also asked as the client of {part.SetWords}: to tell what you know of the problem, to answer what is asked, and to say at the end what you do with what was found.",
        Role.Sponsor => "You are also the sponsor: this goes out in your name. You sign what the sets may decide themselves, and answer each set’s report.",
        _ => $"You are also asked as {part.As}: to prepare the workshops with the programme office, and to run them.",
    });

    /// <summary>The letter to one person by the first of their roles; null for a member who has not said yes yet, and gets the words that the office wrote.</summary>
    public static RoleLetter? Of(Invitee to, ProgrammeRow programme)
    {
        var own = programme.Format == "OwnProblem";
        var what = own
            ? $"In {programme.Name} four to six people from different parts of the organisation meet every two weeks for a day. Each works on a problem or opportunity of their own, and the others help by asking questions."
            : $"In {programme.Name} four to six people from different parts of the organisation take on one of our problems together. They choose it themselves, and meet every two weeks for a day.";
        var set = to.Parts[0].SetWords;
        return to.Role switch
        {
            Role.Member => !to.HasAccepted ? null : new($"{to.First}, your way in",
            [
                what,
                $"You have said yes to be a member of {set}. Here is your own way into its pages: when you meet, what waits for you, and what your set writes down among itself.",
            ]),
            Role.Supervisor => Supervisor(to, programme, what, own),
            Role.Advisor => new($"{to.First}, will you advise {set}?",
            [
                what,
                "As the set’s advisor you are there when it meets. You listen to how its members work together, ask about that, and leave the problem to them: you give no solutions.",
                "You are also asked to come to the kick-off, the mid-term and the final.",
            ]),
            Role.Champion => new($"{to.First}, will you open doors for {set}?",
            [
                what,
                "As its champion you help the set to reach people, places and numbers that it cannot reach by itself. It asks you for one thing at a time; you say yes, no, or who can do it instead.",
                "You are also asked to come to the kick-off.",
            ]),
            Role.Client => new($"{to.First}, will you be the client of {set}?",
            [
                what,
                "You are the one who needs the problem solved. You tell the set what you know of it and what would be better for you, answer what it asks, and say at the end what you do with what it found.",
                "You are also asked to come to the kick-off and to the final.",
            ]),
            Role.Sponsor => new($"{to.First}, this goes out in your name",
            [
                what,
                "As the sponsor you say why it matters, sign what the sets may decide themselves, and answer each set’s report: what is done, by whom and by when.",
                "You are asked to come to the kick-off and to the final, and for the last hour of the mid-term.",
            ]),
            _ => new($"{to.First}, will you help to run it?", [what, $"You are asked as {to.Parts[0].As}: to prepare the workshops with the programme office, and to run them."]),
        };
    }

    private static string ShareOf(ProgrammeRow programme) => programme.TimeMode == "FullTime" ? "all of the working time"
        : string.Create(CultureInfo.InvariantCulture, $"{programme.TimeSharePercent} per cent of the working time");

    private static RoleLetter Supervisor(Invitee to, ProgrammeRow programme, string what, bool own)
    {
        var whose = to.Parts[0].Whose is { Count: > 0 } some ? Checklist.Listed(some) : "your people";
        var span = LocalDay.Read(programme.StartDate) is { } from && LocalDay.Read(programme.EndDate) is { } until
            ? $", from {LocalDay.WithMonth(from)} to {LocalDay.WithMonth(until)} {until.Year}" : "";
        return new($"{to.First}, will you give {whose} the time?",
        [
            what,
            $"You are the supervisor of {whose}, whom I ask to take part. Who says yes needs {ShareOf(programme)}{span}. You are asked to release it then, or to say what stands in the way.",
            own
                ? "You also agree with them which problem they take on and what they want to get better at, talk with them at least every four weeks, and come to the kick-off."
                : "You also talk with them now and then about how they get on, and come to the kick-off.",
        ]);
    }
}
