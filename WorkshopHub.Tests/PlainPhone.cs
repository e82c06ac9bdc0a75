using System.Net;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests;

/// <summary>A phone in the room, as plain HTTP: it has joined by code under a name from the list.</summary>
public sealed class PlainPhone(World world, Site site, HttpClient client) : IDisposable
{
    public HttpClient Client => client;

    private string Home => $"/w/{world.Workshop}";

    /// <summary>Joins by code and picks a name.</summary>
    public static async Task<PlainPhone> JoinAsync(World world, Site site, string name)
    {
        var client = site.NewClient();
        var answer = await client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=pick",
            ("person", world[name].ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new PlainPhone(world, site, client);
    }

    /// <summary>Opens the first activity of the world, as the run of show does.</summary>
    public static async Task OpenAsync(World world, Site site, int item = 0, string? change = null) =>
        await site.Writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE agenda_item SET state = 'Running', started_at = @Now, timer_running_since = @Now WHERE id = @id",
                new { writes.Now, id = world.Items[item] });
            writes.Execute("UPDATE workshop SET current_item_id = @item WHERE id = @Workshop", new { item = world.Items[item], world.Workshop });
            writes.Execute("UPDATE activity SET state = 'Open' WHERE id = @id", new { id = world.Activities[item] });
            return change is null ? 0 : writes.Execute(change, new { id = world.Activities[item] });
        });

    /// <summary>Posts as scripts do; the answer names the post's id. What is in "more" stands instead of the field of that name.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        string text, string? id = null, string kind = "Learning", string? secret = null, bool late = false, int item = 0,
        params (string Name, string Value)[] more)
    {
        var token = await TokenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Home)
        {
            Content = new FormUrlEncodedContent(new[]
            {
                ("activity", world.Activities[item].ToString(System.Globalization.CultureInfo.InvariantCulture)),
                ("id", id ?? Tokens.New()), ("kind", kind), ("text", text), ("secret", secret ?? ""),
                ("late", late ? "true" : ""),
            }.Where(field => more.All(other => other.Name != field.Item1)).Concat(more).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("X-Script", "1");
        return await client.SendAsync(request);
    }

    /// <summary>Presses a button of a post.</summary>
    public Task<HttpResponseMessage> PressAsync(string id, string what, string? secret = null) =>
        SendAsync($"{Home}/posts/{id}/{what}", ("secret", secret ?? ""));

    /// <summary>Asks for something of the phone's page that takes fields, as scripts do, e.g. "held".</summary>
    public Task<HttpResponseMessage> AskAsync(string handler, params (string Name, string Value)[] fields) =>
        SendAsync($"{Home}?handler={handler}", fields);

    private async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("RequestVerificationToken", await TokenAsync());
        request.Headers.Add("X-Script", "1");
        return await client.SendAsync(request);
    }

    /// <summary>What stands under the field.</summary>
    public Task<string> FeedAsync() => client.GetStringAsync(Home + "?handler=feed");

    /// <summary>A row of a post.</summary>
    public Task<PostRow?> RowAsync(string id) => site.Db.ReadAsync(reads => reads.First<PostRow>(
        "SELECT id, participant_id, set_id, text, state, secret_hash, posted_at, version FROM post WHERE id = @id", new { id }));

    public void Dispose() => client.Dispose();

    private async Task<string> TokenAsync()
    {
        var me = await client.GetStringAsync(Home + "?handler=me");
        return System.Text.Json.JsonDocument.Parse(me).RootElement.GetProperty("token").GetString()!;
    }
}

/// <summary>A post as the file keeps it.</summary>
public sealed record PostRow
{
    public string Id { get; init; } = "";

    public long? ParticipantId { get; init; }

    public long? SetId { get; init; }

    public string Text { get; init; } = "";

    public string State { get; init; } = "";

    public string? SecretHash { get; init; }

    public string? PostedAt { get; init; }

    public long Version { get; init; }
}
