using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities.ReportOuts;
using WorkshopHub.Web.Workshops;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Journeys;

/// <content>Report-outs: written by the sets, presented in turn, answered by whoever answers.</content>
public sealed partial class Walk
{
    /// <summary>What each report said, as the wall has to show it.</summary>
    public List<string> Reported { get; } = [];

    private async Task ReportsAsync(IReadOnlyList<ShowItem> running)
    {
        foreach (var item in running.Where(item => item.Act == "Review"))
        {
            await AnswerReportsAsync(item);
        }

        foreach (var item in running.Where(item => item is { Act: "Run", IsOpen: true }))
        {
            var run = await three.ReadAsync(reads => ActivityRow.Find(reads, item.ActivityId) is { } activity
                && three.Kinds.Of(activity) is ReportOutKind ? ReportRun.Read(reads, activity) : null);
            foreach (var turn in run?.Turns ?? [])
            {
                await WriteAsync(run!, turn);
                await PresentAsync(item, turn);
            }
        }
    }

    /// <summary>Whoever has something to answer answers it; then nobody waits, whichever room they reported in.</summary>
    private async Task AnswerReportsAsync(ShowItem item)
    {
        var activity = (await three.ReadAsync(reads => ActivityRow.Find(reads, item.ActivityId)))!;
        if (three.Kinds.Of(activity) is not ReportOutKind)
        {
            return;
        }

        foreach (var phone in Vouched)
        {
            var most = 40;
            while (most-- > 0 && await three.ReadAsync(reads => three.Kinds.Of(activity).Invent(reads, activity, phone.Seat, _chance)) is { } fields)
            {
                await SendAsync(phone, activity, fields);
            }
        }

        var run = await three.ReadAsync(reads => ReportRun.Read(reads, activity));
        foreach (var turn in run.Turns.Where(turn => !turn.HasBegun || run.AnswerTo(turn) is null))
        {
            Wrong.Enqueue($"{turn.Name} of {turn.SetName} has no answer at “{item.Title}”.");
        }

        foreach (var set in run.Settings.PerMember ? run.Sets.Where(set => run.AnswerToSet(set.Key) is null) : [])
        {
            Wrong.Enqueue($"The sponsor has not answered {set.First().SetName} at “{item.Title}”.");
        }

        foreach (var turn in run.Turns.Where(turn => turn.ClientId is not null && run.StepOf(turn) is null))
        {
            Wrong.Enqueue($"The client of {turn.Name} has no next step at “{item.Title}”.");
        }
    }

    private async Task WriteAsync(ReportRun run, Turn turn)
    {
        var author = Vouched.First(phone => turn.PersonId is { } person ? phone.Seat.PersonId == person
            : phone.Seat is { Role: Role.Member } seat && seat.SetId == turn.SetId);
        var page = $"/reports/{run.Activity.Id}/{turn.Key}";
        var html = await author.ReadAsync(page);
        var fields = TextArea().Matches(html).Select(match => (match.Groups[1].Value, $"{turn.Name}: {match.Groups[1].Value} in a line.")).ToList();
        Assert.NotEmpty(fields);
        if (html.Contains("M0.Name", StringComparison.Ordinal))
        {
            fields.AddRange([("M0.Name", "Repairs done twice"), ("M0.Unit", "%"), ("M0.Baseline", "19"), ("M0.Target", "12"), ("M0.Result", "11")]);
        }

        using var saved = await author.Client.PostFormAsync(page, page, [("version", Version().Match(html).Groups[1].Value), .. fields]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, $"{turn.Name} saves: {saved.StatusCode}");
        Reported.AddRange(fields.Where(field => field.Item1 is "Problem").Select(field => field.Item2));
    }

    private async Task PresentAsync(ShowItem item, Turn turn)
    {
        Assert.True(await PressDeskAsync($"begin/{item.ActivityId}/{turn.Key}/"), $"{turn.Name} can’t begin.");
        var activity = (await three.ReadAsync(reads => ActivityRow.Find(reads, item.ActivityId)))!;
        var outcome = (await three.ReadAsync(reads => ReportRun.Read(reads, activity))).Now!.OutcomeId!.Value;
        var others = Vouched.Where(phone => phone.Seat.Role == Role.Member && phone.Seat.SetId != turn.SetId).Take(2);
        foreach (var phone in others)
        {
            if (await three.ReadAsync(reads => three.Kinds.Of(activity).Invent(reads, activity, phone.Seat, _chance)) is { } fields)
            {
                await SendAsync(phone, activity, fields);
            }
        }

        await LookAsync([.. Vouched.DistinctBy(phone => phone.Seat.Role)]);
        if (turn.PersonId is not null)
        {
            return; // answered when both rooms are together again
        }

        var answers = await three.ReadAsync(reads => Vouched.Where(phone => activity.IsFor(phone.Seat.Role)
            && ReportRights.MayAnswer(reads, activity, phone.Seat.PersonId, ReportRun.Read(reads, activity).Turns.First(one => one.Key == turn.Key))).ToList());
        foreach (var phone in answers.Take(1))
        {
            var sent = await phone.SendAsync(activity.Id, new Dictionary<string, string>
            {
                ["decide"] = outcome.ToString(CultureInfo.InvariantCulture),
                [$"decision.{outcome}"] = "Adopt",
                [$"words.{outcome}"] = $"We adopt what {turn.Name} tried.",
                [$"due.{outcome}"] = "2038-01-31",
            });
            if (sent.Status != HttpStatusCode.OK)
            {
                Wrong.Enqueue($"{phone.Seat.Role} {phone.Seat.Name} answers {turn.Name} at “{item.Title}”: {sent.Status} {sent.Says}");
            }

            Taken[activity.Id] = Taken.GetValueOrDefault(activity.Id) + 1;
        }
    }

    [GeneratedRegex("""name="version" value="(\d+)""")]
    private static partial Regex Version();

    [GeneratedRegex("""<textarea[^>]*\bname="([^"]+)"[^>]*>""")]
    private static partial Regex TextArea();
}
