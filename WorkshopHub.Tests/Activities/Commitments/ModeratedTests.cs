using System.Net;

namespace WorkshopHub.Tests.Activities.Commitments;

/// <summary>The facilitator's hand, goals that are shared, and what plain forms bring back.</summary>
public sealed class ModeratedTests
{
    [Fact]
    public async Task The_facilitator_takes_a_shown_promise_off_the_wall_and_lets_it_show_again()
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays");
        var (alma, bo, cecil) = (await room.PhoneAsync("Alma Tamm"), await room.PhoneAsync("Bo Lind"), await room.PhoneAsync("Cecil Hart"));
        await room.PromiseAsync(alma, "Say it aloud", witness: "Cecil Hart");
        Assert.Contains("Say it aloud", await bo.FeedAsync(), StringComparison.Ordinal);
        using var mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        Assert.Equal(HttpStatusCode.Redirect, await PressAsync(room, mari, "hide"));
        Assert.DoesNotContain("Say it aloud", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("The facilitator took it off the wall", await alma.FeedAsync(), StringComparison.Ordinal);
        Assert.Contains("Say it aloud", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(alma, "show")).StatusCode);
        Assert.Contains("Say it aloud", await mari.GetStringAsync($"/w/{room.World.Workshop}/control", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await PressAsync(room, mari, "show", earlier: 1));
        Assert.Equal(HttpStatusCode.Redirect, await PressAsync(room, mari, "show"));
        Assert.Contains("Say it aloud", await bo.FeedAsync(), StringComparison.Ordinal);
        using var otto = await Office.SignInAsync(room.Site, World.Mail("Otto Outsider"));
        Assert.Equal(HttpStatusCode.NotFound, await PressAsync(room, otto, "hide"));
    }

    [Fact]
    public async Task What_is_private_cannot_be_shown_by_the_facilitator()
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays");
        var alma = await room.PhoneAsync("Alma Tamm");
        await room.PromiseAsync(alma, "Only for Cecil", "Nobody", "Cecil Hart");
        using var mari = await Office.SignInAsync(room.Site, World.Mail("Mari Kask"));
        Assert.Equal(HttpStatusCode.Conflict, await PressAsync(room, mari, "show"));
        Assert.Equal(HttpStatusCode.Conflict, await PressAsync(room, mari, "hide"));
        Assert.DoesNotContain("Only for Cecil", await mari.GetStringAsync($"/w/{room.World.Workshop}/control", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_is_read_by_the_set_only_while_its_owner_shares_it()
    {
        await using var room = await CommitmentRoom.OpenAsync("Goal");
        var (alma, bo, cecil) = (await room.PhoneAsync("Alma Tamm"), await room.PhoneAsync("Bo Lind"), await room.PhoneAsync("Cecil Hart"));
        Assert.Equal(HttpStatusCode.Forbidden, (await CommitmentRoom.PressAsync(alma, "tell")).StatusCode);
        await alma.PostAsync("Say earlier when I disagree", more: [("do", "goal"), ("value", "2")]);
        Assert.DoesNotContain("Say earlier", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(alma, "tell")).StatusCode);
        Assert.Contains("Say earlier", await bo.FeedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Say earlier", await cecil.FeedAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await CommitmentRoom.PressAsync(alma, "keep")).StatusCode);
        Assert.DoesNotContain("Say earlier", await bo.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_form_brings_back_the_supervisors_note_and_takes_it_when_it_is_mended()
    {
        await using var room = await CommitmentRoom.OpenAsync("Problem");
        var alma = await room.PhoneAsync("Alma Tamm");
        var uma = await room.PhoneAsync("Uma Supervisor");
        await alma.PostAsync("One job in five comes back", more: [("do", "problem"), ("title", "Twice done"), ("why", "It costs")]);
        var member = await room.OneAsync<long>("SELECT id FROM membership WHERE person_id = @person", new { person = room.World["Alma Tamm"] });
        var note = "Which jobs? " + new string('x', 300);
        using var refused = await PlainAsync(room, uma, ("do", $"back:{member}:1"), ($"note-{member}", note));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(note, page, StringComparison.Ordinal);
        Assert.Contains($"again-back:{member}:1", page, StringComparison.Ordinal);
        Assert.Contains("312 characters. Keep it to 280.", page, StringComparison.Ordinal);
        using var mended = await PlainAsync(room, uma, ("do", $"again-back:{member}:1"), ($"again-note-{member}", "Which jobs?"), ($"note-{member}", ""));
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Contains("Which jobs?", await alma.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_form_brings_back_the_dates_of_a_set_and_words_that_came_too_late()
    {
        await using var room = await CommitmentRoom.OpenAsync("Action");
        var alma = await room.PhoneAsync("Alma Tamm");
        using var refused = await PlainAsync(room, alma, ("do", "meet"), ("meeting1", "2099-02-03"), ("meeting2", "2099-02-10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("name=\"again-meeting1\" value=\"2099-02-03\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"again-meeting2\" value=\"2099-02-10\"", page, StringComparison.Ordinal);
        await room.Site.Writer.RunAsync(writes => writes.Execute("UPDATE activity SET state = 'Closed' WHERE id = @Activity", new { room.Activity }), TestContext.Current.CancellationToken);
        using var late = await PlainAsync(room, alma, ("do", "write"), ("text", "Walk the line at night"), ("share", "Set"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Walk the line at night", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PlainAsync(CommitmentRoom room, PlainPhone phone, params (string, string)[] fields) =>
        phone.Client.PostFormAsync($"/w/{room.World.Workshop}", $"/w/{room.World.Workshop}", [("activity", $"{room.Activity}"), .. fields]);

    private static async Task<HttpStatusCode> PressAsync(CommitmentRoom room, HttpClient desk, string verb, int earlier = 0)
    {
        var (id, version) = (await room.OneAsync<long>("SELECT id FROM commitment"), await room.OneAsync<long>("SELECT version FROM commitment"));
        using var answer = await desk.PostFormAsync(
            "/", $"/w/{room.World.Workshop}/control/promises", ("press", $"{verb}/{room.Activity}/{id}/{version - earlier}"));
        return answer.StatusCode;
    }
}
