using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Tests.Activities.ReportOuts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Programmes.Problems;

namespace WorkshopHub.Tests.Activities;

/// <summary>
/// Every kind of activity without scripts, by forms and buttons that are really there: coming in, answering, finding it again,
/// changing it, what a set does together, and what is said to somebody who typed something wrong.
/// </summary>
public sealed partial class PlainKindsTests
{
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
            string[] titles = ["Holes we dig twice", "Alarms nobody believes", "The same twelve streets", "After the second winter"];
            foreach (var title in titles)
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
}
