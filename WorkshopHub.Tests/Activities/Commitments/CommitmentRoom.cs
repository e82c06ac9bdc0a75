using System.Globalization;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Activities.Commitments;

/// <summary>The world with one open activity of commitments, and phones of whoever is asked for.</summary>
public sealed class CommitmentRoom : IAsyncDisposable
{
    private readonly List<PlainPhone> _phones = [];

    private CommitmentRoom(World world, Site site) => (World, Site) = (world, site);

    public World World { get; }

    public Site Site { get; }

    public long Activity => World.Activities[0];

    /// <summary>Opens the room in one of the modes.</summary>
    public static async Task<CommitmentRoom> OpenAsync(string mode, string more = "", string kind = "KickOff")
    {
        var (world, site) = World.Start();
        await PlainPhone.OpenAsync(world, site, change: $$"""
            UPDATE activity SET kind = 'commitment', name_mode = 'Private', title = 'Promise', prompt = 'What will you do?',
              settings = '{"Mode":"{{mode}}"{{more}}}' WHERE id = @id
            """);
        await site.Writer.RunAsync(writes => writes.Execute("UPDATE workshop SET kind = @kind WHERE id = @Workshop", new { kind, world.Workshop }));
        return new CommitmentRoom(world, site);
    }

    /// <summary>A phone of somebody that has been let in, unless it came by the code alone.</summary>
    public async Task<PlainPhone> PhoneAsync(string name, bool vouched = true)
    {
        var phone = await PlainPhone.JoinAsync(World, Site, name);
        _phones.Add(phone);
        if (vouched)
        {
            await Site.Writer.RunAsync(writes => Seats.Vouch(writes, World.Workshop, writes.First<long>(
                "SELECT id FROM participant WHERE workshop_id = @Workshop AND person_id = @person",
                new { World.Workshop, person = World[name] }), null));
        }

        return phone;
    }

    /// <summary>Promises something.</summary>
    public Task<HttpResponseMessage> PromiseAsync(PlainPhone phone, string text, string share = "Room", string? witness = null, string? due = null) =>
        phone.PostAsync(text, more: [("do", "write"), ("share", share), ("witness", witness is null ? "" : Id(witness)), ("due", due ?? "")]);

    /// <summary>Presses a button that is no form of its own.</summary>
    public static Task<HttpResponseMessage> PressAsync(PlainPhone phone, string what, params (string, string)[] more) =>
        phone.PostAsync("", more: [("do", what), .. more]);

    public string Id(string name) => World[name].ToString(CultureInfo.InvariantCulture);

    public Task<T?> OneAsync<T>(string sql, object? args = null) => Site.Db.ReadAsync(reads => reads.First<T>(sql, args));

    public async ValueTask DisposeAsync()
    {
        foreach (var phone in _phones)
        {
            phone.Dispose();
        }

        await Site.DisposeAsync();
    }
}
