using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Workshops;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Journeys;

/// <summary>Goes through one workshop with every role in the room, item by item, and looks at every screen in every state.</summary>
public sealed partial class Walk(ThreeWorkshops three, long workshop, HttpClient desk, IReadOnlyList<SeatedPhone> phones)
{
    private readonly Random _chance = new(20260310);
    private readonly HashSet<(long Activity, long Participant)> _answered = [];

    /// <summary>What was sent in words: the activity, the phone, the words.</summary>
    public List<(ActivityRow Activity, SeatedPhone Phone, string Text)> Sent { get; } = [];

    /// <summary>Whether every page is read by plain HTTP in every state.</summary>
    public bool Looks { get; init; } = true;

    /// <summary>Called when all have answered, and again when it is closed; browsers look then.</summary>
    public Func<ShowItem, ActivityRow, Task>? Seen { get; init; }

    /// <summary>The phones that answer; where that is not said, all do.</summary>
    public IReadOnlyCollection<SeatedPhone> Answering { get; init; } = [.. phones];

    /// <summary>Presses "next" in a browser; null for plain HTTP.</summary>
    public Func<Task>? Next { get; init; }

    /// <summary>What was not as it has to be.</summary>
    public ConcurrentQueue<string> Wrong { get; } = [];

    /// <summary>How many answers each activity took.</summary>
    public Dictionary<long, int> Taken { get; } = [];

    /// <summary>What a wall has shown while an item was now, by the item's title.</summary>
    public Dictionary<string, string> OnWall { get; } = [];

    private IReadOnlyList<SeatedPhone> Vouched { get; } = [.. phones.Where(phone => phone.Seat.Assurance == Assurance.Vouched || phone.Seat.Role == Role.Guest)];

    private IReadOnlyList<SeatedPhone> Claimed { get; } = [.. phones.Where(phone => phone.Seat.Assurance == Assurance.Claimed)];

    private string Control { get; } = string.Create(CultureInfo.InvariantCulture, $"/w/{workshop}/control");

    /// <summary>From the first item to the end of the workshop.</summary>
    public async Task GoAsync()
    {
        await PressAsync("start/0/0");
        while (await three.ShowAsync(workshop) is { } show && (show.Now ?? show.Second) is { } now)
        {
            var running = new[] { show.Now, show.Second }.OfType<ShowItem>().DistinctBy(item => item.Id).ToList();
            await LookAsync(phones);
            await AnswerAsync(running);
            await LookAsync([.. Vouched.DistinctBy(phone => phone.Seat.Role)]);
            await SeeAsync(running);
            foreach (var open in (await three.ShowAsync(workshop)).Items.Where(item => item is { IsNow: true, ActivityState: "Open" }))
            {
                await PressAsync($"close/{open.Id}/{open.Version}");
            }

            await LookAsync(Claimed);
            show = await three.ShowAsync(workshop);
            var last = show.Next is null && !show.IsSplit;
            now = show.Now ?? show.Second!;
            await SeeAsync(running);
            if (Next is not null && !last && !show.IsSplit)
            {
                await Next();
                continue;
            }

            await PressAsync(last ? $"finish/{now.Id}/{now.Version}" : show.IsSplit ? $"together/{now.Id}/{now.Version}" : $"next/{now.Id}/{now.Version}");
        }

        await LookAsync(Claimed);
    }

    private async Task SeeAsync(List<ShowItem> running)
    {
        if (Seen is not null)
        {
            await Seen(running[0], (await three.ReadAsync(reads => ActivityRow.Find(reads, running[0].ActivityId)))!);
        }
    }

    /// <summary>Every screen as it is now: there, and what it has to be for who looks.</summary>
    private async Task LookAsync(IReadOnlyList<SeatedPhone> who)
    {
        if (!Looks)
        {
            return;
        }

        var show = await three.ShowAsync(workshop);
        await Parallel.ForEachAsync(who, async (phone, _) =>
        {
            var html = await phone.ReadAsync();
            if (await NowOf(show, phone) is not { } now)
            {
                return;
            }

            var (item, activity) = now;
            var says = three.Kinds.Of(activity).HeadingOf(activity);
            var kind = three.Kinds.Of(activity);
            var listens = !kind.IsFor(activity, phone.Seat.Role) && !kind.ReadsAlong(activity, phone.Seat.Role);
            var counts = activity is not { State: ActivityState.Closed, Act: ItemAct.Run }; // what is closed has no time any more
            if (!html.Contains(says, StringComparison.Ordinal) || counts != html.Contains("class=\"timer", StringComparison.Ordinal)
                || listens != html.Contains("This one is for others.", StringComparison.Ordinal))
            {
                Wrong.Enqueue($"{phone.Seat.Role} ({phone.Seat.Assurance}) at “{item.Title}”, {item.ActivityState}: {Stage(html)}");
            }
        });
        for (var room = 1; room <= 2; room++)
        {
            await LookAtWallAsync(show, room);
        }

        var control = await desk.PageAsync(Control, "The facilitator");
        if (show.Now is { } shown && !control.Contains(shown.Title, StringComparison.Ordinal))
        {
            Wrong.Enqueue($"The control room does not say “{shown.Title}”.");
        }
    }

    private async Task LookAtWallAsync(Show show, int room)
    {
        using var wall = three.Site.NewClient();
        wall.DefaultRequestHeaders.Add("Cookie", $"{Viewers.ScreenCookie}={three.Screens[three.Workshops.ToList().IndexOf(workshop)][room - 1]}");
        var html = await wall.PageAsync("/wall", $"Wall {room}");
        if (show.NowIn(room) is not { } item)
        {
            return;
        }

        var activity = (await three.ReadAsync(reads => ActivityRow.Find(reads, item.ActivityId)))!;
        OnWall[item.Title] = html;
        if (!WallLandmarks.Shows(html, activity, three.Kinds.Of(activity)) || !html.Contains($"data-shows=\"{item.Id}\"", StringComparison.Ordinal))
        {
            Wrong.Enqueue($"Wall {room} does not show “{activity.Title}”.");
        }
    }

    /// <summary>Everybody who has something to send sends it; what only a known phone may send is refused to others in words.</summary>
    private async Task AnswerAsync(IReadOnlyList<ShowItem> running)
    {
        await ReportsAsync(running);
        if (await PressDeskAsync("make/"))
        {
            await PressDeskAsync("next/");
            await LookAsync([.. Vouched.DistinctBy(phone => phone.Seat.Role)]);
        }

        foreach (var phone in Claimed.Where(phone => phone.Seat.Role != Role.Guest).Concat(Vouched).Where(phone => Answering.Contains(phone)))
        {
            if (await NowOf(await three.ShowAsync(workshop), phone) is not { } now
                || await three.ReadAsync(reads => three.Kinds.Of(now.Activity).Invent(reads, now.Activity, phone.Seat, _chance)) is not { } fields)
            {
                continue;
            }

            await SendAsync(phone, now.Activity, fields);
        }

        if ((await desk.PageAsync(Control, "The facilitator")).Contains("Close the choice", StringComparison.Ordinal))
        {
            Assert.True(await PressDeskAsync("close/"));
        }
    }

    private async Task SendAsync(SeatedPhone phone, ActivityRow activity, IReadOnlyDictionary<string, string> fields)
    {
        var (status, says) = await phone.SendAsync(activity.Id, fields);
        if (status == HttpStatusCode.OK)
        {
            Taken[activity.Id] = Taken.GetValueOrDefault(activity.Id) + 1;
            _answered.Add((activity.Id, phone.Seat.ParticipantId));
            Sent.AddRange(fields.Where(field => field.Key is "text" && Vouched.Contains(phone)).Select(field => (activity, phone, field.Value)));
            return;
        }

        // The other phone of somebody who has answered may be told so.
        if (says.Length > 20 && (int)status is 403 or 422 && _answered.Contains((activity.Id, phone.Seat.ParticipantId)))
        {
            return;
        }

        if (status != HttpStatusCode.Forbidden || says.Length <= 20 || (activity.IsFor(phone.Seat.Role) && phone.Seat.Assurance != Assurance.Claimed))
        {
            Wrong.Enqueue($"{phone.Seat.Role} ({phone.Seat.Assurance}) sends to “{activity.Title}” {string.Join(", ", fields)}: {status} {says}");
        }
    }

    private async Task<(ShowItem Item, ActivityRow Activity)?> NowOf(Show show, SeatedPhone phone) => await three.ReadAsync(reads =>
        show.NowIn(SecondRoom.Of(reads, workshop, phone.Seat.SetId)) is { } item
            ? (item, ActivityRow.Find(reads, item.ActivityId)!) : ((ShowItem, ActivityRow)?)null);

    /// <summary>Presses a button of the run of show.</summary>
    private async Task PressAsync(string press)
    {
        using var answer = await desk.PostFormAsync(Control, Control, ("press", press));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{press}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>Presses the kind's first button in the control room whose value begins so; false where there is none.</summary>
    private async Task<bool> PressDeskAsync(string verb)
    {
        var html = await desk.PageAsync(Control, "The facilitator") + await desk.PageAsync(Control + "?tab=room-2", "The facilitator");
        if (DeskButton().Matches(html).FirstOrDefault(one => one.Groups[2].Value.StartsWith(verb, StringComparison.Ordinal)) is not { } button)
        {
            return false;
        }

        using var answer = await desk.PostFormAsync(Control, button.Groups[1].Value, ("press", button.Groups[2].Value));
        Assert.True(
            answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK,
            $"{button.Groups[2].Value}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return true;
    }

    private static string Stage(string html) => Words().Replace(
        html[Math.Max(0, html.IndexOf("id=\"stage\"", StringComparison.Ordinal))..], " ") is var words && words.Length > 400 ? words[..400] : html;

    [GeneratedRegex("""formaction="([^"]+)" name="press" value="([^"]+)""")]
    private static partial Regex DeskButton();

    [GeneratedRegex(@"\s+|<[^>]*>")]
    private static partial Regex Words();
}
