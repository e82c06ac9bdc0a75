using System.IO.Compression;
using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops.Summary;

namespace WorkshopHub.Tests.Journeys;

/// <summary>The three workshops of both formats as the templates give them: every item, every role, every screen.</summary>
public sealed class WalkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CommonProblem")]
    [InlineData("OwnProblem")]
    public async Task Every_item_of_the_three_workshops_runs_for_every_role_and_what_was_said_is_kept(string format)
    {
        await using var three = await ThreeWorkshops.StartAsync(format);
        using var desk = await Office.SignInAsync(three.Site, World.Mail("Mari Kask"));
        var wrong = new List<string>();
        foreach (var workshop in three.Workshops)
        {
            var phones = await three.ComeAsync(workshop);
            var walk = new Walk(three, workshop, desk, phones);
            await walk.GoAsync();
            await AnsweredAsync(three, walk, workshop);
            await KeptAsync(three, walk, desk, workshop);
            await OnwardAsync(three, walk, desk, workshop);
            wrong.AddRange(walk.Wrong.Distinct().Select(one => $"Workshop {workshop}: {one}"));
        }

        await UndoneAsync(three, desk, wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(three.Site.Faults.All);
    }

    /// <summary>Everything that asks phones for something got answers.</summary>
    private static async Task AnsweredAsync(ThreeWorkshops three, Walk walk, long workshop)
    {
        var silent = await three.ReadAsync(reads => SummaryView.Activities(reads, workshop)
            .Where(activity => three.Kinds.Of(activity).DoingOf(activity) == Doing.Phones && !walk.Taken.ContainsKey(activity.Id))
            .Select(activity => activity.Title).ToList());
        silent.ForEach(title => walk.Wrong.Enqueue($"Nobody could answer “{title}”."));
    }

    /// <summary>Each cell of the plan: what is carried over stands at the other end.</summary>
    private static async Task OnwardAsync(ThreeWorkshops three, Walk walk, HttpClient desk, long workshop)
    {
        var carried = (await three.ReadAsync(reads => Carried.Of(reads, workshop))).Where(one => one.State == "Carried").ToList();
        foreach (var cell in CarriedCell.All.Where(cell => workshop == three.Workshops[cell.Workshop] && (cell.Format ?? three.Format) == three.Format))
        {
            if (cell.Rows is not null && await three.ReadAsync(reads => reads.First<long>(cell.Rows, new { workshop })) == 0)
            {
                walk.Wrong.Enqueue($"{cell.Cell}: there is none.");
            }

            var found = carried.Where(one => one.Target == cell.Target && (one.SetId is null || one.Text.Length > 0 || one.PersonId is not null)).ToList();
            if (cell is { Target: not null, IsAlways: true } && found.Count == 0)
            {
                walk.Wrong.Enqueue($"{cell.Cell}: nothing is carried over as {cell.Target}.");
            }

            foreach (var one in found.Take(3))
            {
                if (!await CarriedCell.StandsAsync(three, desk, one))
                {
                    walk.Wrong.Enqueue($"{cell.Cell}: “{one.Text}” ({one.Target}) does not stand where it is needed.");
                }
            }
        }

        var unknown = carried.Select(one => one.Target).Distinct().Except([.. CarriedCell.All.Select(cell => cell.Target).OfType<string>(), "SetMeeting"]).ToList();
        unknown.ForEach(target => walk.Wrong.Enqueue($"Nobody says where {target} is found."));
        if (workshop == three.Workshops[2])
        {
            Assert.Contains("class=\"then\"", walk.OnWall["Then and now: how we work together"], StringComparison.Ordinal);
            Assert.Contains("when we met", walk.OnWall["Then and now: who knows whom"], StringComparison.Ordinal);
            Assert.NotEmpty(walk.Reported);
        }
    }

    /// <summary>Of each sort, one is undone: it leaves where it stood, and what stood there before is back.</summary>
    private static async Task UndoneAsync(ThreeWorkshops three, HttpClient desk, List<string> wrong)
    {
        foreach (var workshop in three.Workshops)
        {
            var carried = (await three.ReadAsync(reads => Carried.Of(reads, workshop))).Where(one => one.State == "Carried" && one.Target != "FirstQuestion");
            foreach (var one in carried.GroupBy(one => one.Target).Select(same => same.First()))
            {
                using var answer = await desk.PostFormAsync(
                    $"/workshops/{workshop}/summary?undo={one.Id}", $"/workshops/{workshop}/summary?handler=undo", ("carried", $"{one.Id}"), ("reason", "A try"));
                var isThere = await CarriedCell.StandsAsync(three, desk, one);
                var back = await three.ReadAsync(reads => CarriedCell.NotBack(reads, one));
                if (answer.StatusCode != HttpStatusCode.Redirect || isThere || back is not null)
                {
                    wrong.Add($"Undoing {one.Target} “{one.Text}”: {answer.StatusCode}, {(isThere ? "it stands there still" : "it is gone")}. {back}");
                }
            }
        }
    }

    /// <summary>Summary and export hold what was said to the room, and nothing that was private.</summary>
    private static async Task KeptAsync(ThreeWorkshops three, Walk walk, HttpClient desk, long workshop)
    {
        var page = $"/workshops/{workshop}/summary";
        var summary = await desk.PageAsync(page, "The facilitator");
        var export = await ExportAsync(desk, page);
        foreach (var (activity, phone, text) in walk.Sent)
        {
            var isPrivate = activity.NameMode == NameMode.Private || activity.Reveal == Reveal.Never;
            foreach (var (where, found) in new[] { ("the summary", summary), ("the export", export) })
            {
                if (isPrivate == found.Contains(text, StringComparison.Ordinal))
                {
                    walk.Wrong.Enqueue($"“{text}” ({activity.Title}, {phone.Seat.Role}) is {(isPrivate ? "private, and" : "not")} in {where}.");
                }
            }

            if (activity.NameMode != NameMode.Anonymous && phone.Seat.PersonId is not null
                && !(await phone.ReadAsync(phone.Home + "/mine")).Contains(text, StringComparison.Ordinal))
            {
                walk.Wrong.Enqueue($"“{text}” ({activity.Title}) is not in what {phone.Seat.Role} {phone.Seat.Name} said.");
            }
        }
    }

    private static async Task<string> ExportAsync(HttpClient desk, string page)
    {
        using var answer = await desk.GetAsync(page + "?handler=csv", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Stop));
        var all = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync(Stop));
            all.Add(await text.ReadToEndAsync(Stop));
        }

        return string.Join('\n', all).Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
