using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using WorkshopHub.Tests.Live;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Meetings;

namespace WorkshopHub.Tests.Sets.Meetings;

/// <summary>Circle's first meeting, pressed and written by plain requests as its people do. Alma opens it and has the pen.</summary>
internal sealed partial class LiveMeeting : IAsyncDisposable
{
    private LiveMeeting(SetWorld there) => There = there;

    public SetWorld There { get; }

    public static string Alma => "Alma Tamm";

    public static string Bo => "Bo Lind";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="open">Whether Alma has opened it.</param>
    /// <param name="ownProblem">Whether each member has a problem of their own.</param>
    public static async Task<LiveMeeting> StartAsync(bool open = true, bool ownProblem = false)
    {
        var meeting = new LiveMeeting(await SetWorld.OpenAsync(ownProblem));
        if (open)
        {
            await meeting.DoesAsync(Alma, "?handler=open");
        }

        return meeting;
    }

    public string At(string page = "") => There.At($"meetings/1{page}");

    /// <summary>Presses or sends something on a page of the meeting.</summary>
    public async Task<HttpResponseMessage> PressAsync(string who, string page, params (string Name, string Value)[] fields)
    {
        var client = await There.AsAsync(who);
        var token = Clients.TokenIn(await client.GetStringAsync(There.At("dates"), Stop));
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(one => KeyValuePair.Create(one.Item1, one.Item2)));
        return await client.PostAsync(At(page), form, Stop);
    }

    /// <summary>The same, and it was done.</summary>
    public async Task DoesAsync(string who, string page, params (string Name, string Value)[] fields)
    {
        using var answer = await PressAsync(who, page, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{who} {page}: {(int)answer.StatusCode} {Says(await answer.Content.ReadAsStringAsync(Stop))}");
    }

    /// <summary>The same, and it was refused with these words.</summary>
    public async Task RefusesAsync(string who, string page, string says, params (string Name, string Value)[] fields)
    {
        using var answer = await PressAsync(who, page, fields);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"{who} {page}: {(int)answer.StatusCode} {answer.Headers.Location}");
        Assert.Contains(says, html, StringComparison.Ordinal);
    }

    /// <summary>A page of the meeting as somebody sees it.</summary>
    public async Task<string> SeesAsync(string who, string page = "") =>
        WebUtility.HtmlDecode(await (await There.AsAsync(who)).GetStringAsync(At(page), Stop));

    /// <summary>Gives somebody the floor.</summary>
    public Task BeginAsync(string who) => TurnAsync(who, "begin");

    /// <summary>Alma presses something on somebody's turn, as it stands now.</summary>
    public async Task TurnAsync(string whose, string does, string more = "")
    {
        var slot = await SlotAsync(whose);
        await DoesAsync(Alma, $"/airtime?handler=turn&does={does}&slot={slot.Id}&version={slot.Version}{more}");
    }

    /// <summary>Writes a question into somebody's turn and answers its id.</summary>
    public async Task<string> AskAsync(string who, string presenter, string text, string? asker = null, string? id = null)
    {
        id ??= Tokens.New();
        await DoesAsync(who, "/airtime", await QuestionAsync(id, presenter, text, asker));
        return id;
    }

    /// <summary>Somebody’s browser on the hub, by the cookie of their sign-in.</summary>
    public static async Task<Listener> ListenAsync(SetWorld there, string name)
    {
        await there.AsAsync(name); // has an account from now on
        using var client = there.Site.NewClient();
        using var answer = await client.PostFormAsync("/signin", "/signin", ("Email", World.Mail(name)), ("Password", World.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("wh_person=", StringComparison.Ordinal)).Split(';')[0];
        var listener = new Listener(new HubConnectionBuilder().WithUrl(
            $"http://127.0.0.1:{there.Site.Port}/hub", options => options.Headers["Cookie"] = cookie).Build());
        await listener.Hub.StartAsync(Stop);
        return listener;
    }

    /// <summary>The fields of a question.</summary>
    public async Task<(string, string)[]> QuestionAsync(string id, string presenter, string text, string? asker = null) =>
    [
        ("id", id), ("slot", N((await SlotAsync(presenter)).Id)), ("text", text),
        .. asker is null ? Array.Empty<(string, string)>() : [("asker", N(There.World[asker]))],
    ];

    public async Task<AirtimeSlot> SlotAsync(string presenter) => await There.Site.Db.ReadAsync(
        reads => AirtimeSlot.Of(reads, There.Meetings[0]).Single(slot => slot.Presenter == presenter), Stop);

    public Task<AirtimeQuestion?> QuestionAsync(string id) => There.Site.Db.ReadAsync(reads => AirtimeQuestion.Find(reads, id), Stop);

    public Task<MeetingRun?> RunAsync() => There.Site.Db.ReadAsync(reads => MeetingRun.Find(reads, There.Meetings[0]), Stop);

    public Task<string?> StateAsync() => There.Site.OneAsync<string>("SELECT state FROM set_meeting WHERE id = @id", new { id = There.Meetings[0] });

    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => There.DisposeAsync();

    private static string Says(string html) => WebUtility.HtmlDecode(Told().Match(html).Groups[1].Value);

    [GeneratedRegex("id=\"mt-told\".*?<span>(.*?)</span>", RegexOptions.Singleline)]
    private static partial Regex Told();
}
