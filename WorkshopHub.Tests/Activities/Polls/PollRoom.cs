using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using WorkshopHub.Tests.Workshops;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.Activities.Polls;

/// <summary>The world with one activity of a kind that is open, people who answer it, and their phones in a browser.</summary>
internal sealed class PollRoom(World world, Site site, int item)
{
    public long Id => world.Activities[item];

    public ActivityKinds Kinds => (ActivityKinds)site.Services.GetService(typeof(ActivityKinds))!;

    public async Task OpenAsync(string kind, string settings, NameMode names, string prompt)
    {
        await PlainPhone.OpenAsync(world, site, item);
        await site.Writer.RunAsync(writes => writes.Execute(
            "UPDATE activity SET kind = @kind, settings = @settings, name_mode = @names, title = @prompt, prompt = @prompt WHERE id = @Id",
            new { Id, kind, settings, names = names.ToString(), prompt }));
    }

    /// <summary>Seats somebody; the secret of the phone.</summary>
    public async Task<(Seat Seat, string Token)> SeatAsync(string name)
    {
        await site.PostAsync(world, name, "I am here", activity: 1);
        var token = Tokens.New();
        return await site.Writer.RunAsync(writes =>
        {
            var seat = writes.First<Seat>(
                "SELECT id AS ParticipantId, workshop_id, person_id, name, role, set_id FROM participant WHERE person_id = @person",
                new { person = world[name] })!;
            var device = writes.Insert(
                "INSERT INTO device (token_hash, participant_id, assurance, created_at) VALUES (@hash, @ParticipantId, 'Vouched', @Now)",
                new { hash = Tokens.Hash(token), seat.ParticipantId, writes.Now });
            return (seat with { DeviceId = device, Assurance = Assurance.Vouched }, token);
        });
    }

    /// <summary>Answers as a phone does, with the pushes.</summary>
    public async Task AnswerAsync(string name, params (string Name, string[] Value)[] fields)
    {
        var (seat, _) = await SeatAsync(name);
        var answer = new Answer(Tokens.New(), seat, null, new FormCollection(
            fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))));
        var (activity, about) = await site.Writer.RunAsync(writes =>
        {
            var found = Activity.Find(writes, Id)!;
            var answered = Kinds.Of(found).Accept(writes, found, answer);
            Assert.True(answered.As == AnsweredAs.Taken, answered.Message);
            return (found, answered.About);
        });
        Kinds.Of(activity).Announce(activity, answer with { About = about });
    }

    /// <summary>A phone that is joined already.</summary>
    public async Task JoinedAsync(Visitor visitor, string name)
    {
        var (_, token) = await SeatAsync(name);
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.SeatCookie, Value = token, Url = site.Url }]);
        await visitor.GoAsync($"/w/{world.Workshop}");
        await visitor.LiveAsync();
    }

    /// <summary>A wall of the room.</summary>
    public async Task WallAsync(Visitor visitor, bool dark = false)
    {
        await site.Writer.RunAsync(writes => writes.Execute("UPDATE screen SET theme = @theme", new { theme = dark ? "Dark" : "Light" }));
        await visitor.Context.AddCookiesAsync([new() { Name = Viewers.ScreenCookie, Value = world.Screens[0], Url = site.Url }]);
        await visitor.GoAsync("/wall");
        await visitor.LiveAsync();
    }

    /// <summary>What of a wall is cut, outside or too small, at both sizes.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Visitor wall, Func<string, Task> shot)
    {
        var script = await File.ReadAllTextAsync(Path.Combine(Repo.Root, "WorkshopHub.Tests", "Screens", "fits.js"));
        var faults = new List<string>();
        foreach (var (width, height) in new[] { (1024, 768), (1920, 1080) })
        {
            await wall.Page.SetViewportSizeAsync(width, height);
            await wall.Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
            faults.AddRange((await wall.Page.EvaluateAsync<string[]>(script)).Select(fault => $"{width}: {fault}"));
            await shot($"{width}");
        }

        return faults;
    }
}
