using System.Text;

namespace WorkshopHub.Tests.Journeys;

/// <summary>An empty house in which Samuel, its office, prepares a programme, and everybody else comes in by the link that he gives them.</summary>
internal sealed class Preparing : IAsyncDisposable
{
    private readonly Dictionary<string, PlainDesk> _hands = [];

    public Site Site { get; } = new();

    public PlainDesk Office { get; private set; } = null!;

    /// <summary>The programme's page.</summary>
    public string Programme { get; set; } = "";

    public static async Task<Preparing> BeginAsync()
    {
        var house = new Preparing();
        house.Office = new PlainDesk(await Tests.Office.SetUpAsync(house.Site), "Samuel");
        return house;
    }

    /// <summary>Brings a list of people in as a file; answers after the look at it row by row.</summary>
    public async Task<PlainDesk> ListAsync(string csv)
    {
        await Office.OpenAsync("/people");
        await Office.FollowAsync("Bring people in");
        return await Office.BringAsync("Look at it row by row", "File", "people.csv", Encoding.UTF8.GetBytes(csv));
    }

    /// <summary>A new programme from its first to its last day.</summary>
    public async Task NewAsync(string name, string format, string from, string to)
    {
        await Office.OpenAsync("/");
        await Office.FollowAsync("Create your first programme");
        await Office.PressAsync("Create it", ("Form.Name", name), ("Form.Format", format), ("Form.StartDate", from), ("Form.EndDate", to));
        Programme = Office.At;
    }

    /// <summary>Gives somebody who is known already a role in the programme.</summary>
    public async Task RoleAsync(string name, string role)
    {
        await Office.OpenAsync(Programme);
        await Office.PressAsync("Add this person", ("Form.Name", name), ("Form.Role", role));
    }

    /// <summary>Plans the three workshops on these days, as the form proposes them.</summary>
    public async Task WorkshopsAsync(params string[] days)
    {
        foreach (var day in days)
        {
            await Office.OpenAsync(Programme + "/workshops/new");
            await Office.PressAsync("Plan it", ("Form.Date", day));
        }
    }

    /// <summary>Lays out the meetings of all sets as the page proposes them.</summary>
    public async Task MeetingsAsync()
    {
        await Office.OpenAsync(Programme);
        await Office.FollowAsync("Lay out the meetings");
        await Office.PressAsync("Look at the dates");
        await Office.PressAsync("Keep these");
    }

    /// <summary>The hand of somebody of the programme: signed in by a link that Samuel makes on their page.</summary>
    public async Task<PlainDesk> AsAsync(string name)
    {
        if (_hands.TryGetValue(name, out var known))
        {
            return known;
        }

        var hand = new PlainDesk(Site.NewClient(), name);
        await hand.OpenAsync(await LinkAsync(name));
        await hand.PressAsync($"Continue as {name}");
        return _hands[name] = hand;
    }

    /// <summary>The same with a browser: somebody opens the link, says that it is they, and goes to their own page.</summary>
    public async Task<Visitor> ComeAsync(string name, Visitor visitor)
    {
        await visitor.GoAsync(await LinkAsync(name));
        await visitor.PressAsync($"Continue as {name}");
        await visitor.GoAsync("/");
        return visitor;
    }

    /// <summary>Somebody who came in with a browser goes on in the same session by plain forms, where it is the same once more.</summary>
    public async Task<PlainDesk> GoOnAsync(string name, Visitor visitor)
    {
        var session = (await visitor.Context.CookiesAsync()).Single(cookie => cookie.Name == "wh_person");
        return _hands[name] = new PlainDesk(Clients.New(Site.Url, session.Name, session.Value), name);
    }

    private async Task<string> LinkAsync(string name)
    {
        await Office.OpenAsync(Programme);
        await Office.FollowAsync(name);
        await Office.PressAsync("Give a sign-in");
        return Office.Secret();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hand in _hands.Values.Append(Office))
        {
            hand.Dispose();
        }

        await Site.DisposeAsync();
    }
}
