using System.Net;

namespace WorkshopHub.Tests.Sets.Actions;

/// <summary>What is written between meetings is read out at the meeting that its page names, also where the one before was never closed.</summary>
public sealed class ReadOutTests : IAsyncLifetime
{
    private const string Pen = "Fay Novak";

    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _acting = await ActingWorld.OpenAsync();
        await _acting.BeginAsync(Pen);
    }

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task What_is_written_while_a_meeting_was_left_open_is_read_out_where_its_page_says()
    {
        await _acting.PromisedAsync("Bo Lind", "Ring the depot", ActingWorld.Second);
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang", ActingWorld.Second);
        await _acting.Site.SetAsync("UPDATE set_meeting SET date = '2026-04-28' WHERE id = @meeting", new { meeting = _acting.Meetings[0] });
        await _acting.Site.SetAsync("UPDATE set_action SET agreed_on = '2026-04-14', due = '2026-04-28' WHERE number = 2");
        Assert.Contains("read out at meeting 5, on Tuesday 29 January", await SeesAsync("Bo Lind", "actions/1/tell"), StringComparison.Ordinal);
        Assert.Contains("read out at meeting 4, on Tuesday 28 April", await SeesAsync("Alma Tamm", "actions/2/tell"), StringComparison.Ordinal);
        using var early = await _acting.TellAsync("Bo Lind", 1, "Done", ("Form.Did", "Rang twice"));
        using var late = await _acting.TellAsync("Alma Tamm", 2, "Done");
        Assert.Contains("It is read out at meeting 5, on Tuesday 29 January", await SeesAsync("Fay Novak", "actions/1"), StringComparison.Ordinal);
        var step = await SeesAsync(Pen, "meetings/4/report");
        Assert.Contains("Go out with the gang", step, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring the depot", step, StringComparison.Ordinal);
        using var closed = await CloseAsync(4);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal((true, 4L), ((await _acting.ActionAsync(1))!.Last!.Waits, (await _acting.ActionAsync(2))!.Last!.Meeting!.Value));
        await _acting.BeginAsync(Pen, 5);
        Assert.Contains("Rang twice", await SeesAsync(Pen, "meetings/5/report"), StringComparison.Ordinal);
        using var also = await CloseAsync(5);
        Assert.Equal((HttpStatusCode.Redirect, 5L), (also.StatusCode, (await _acting.ActionAsync(1))!.Last!.Meeting!.Value));
    }

    private async Task<string> SeesAsync(string name, string page) =>
        WebUtility.HtmlDecode(await (await _acting.AsAsync(name)).GetStringAsync(_acting.There.At(page), Stop));

    private async Task<HttpResponseMessage> CloseAsync(int meeting) =>
        await (await _acting.AsAsync(Pen)).PostAsync(_acting.There.At($"meetings/{meeting}/close"), "", ("allTheSame", "true"));
}
