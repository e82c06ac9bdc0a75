using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets;

/// <summary>No form of a set stops in the middle of a word: it says how much is left, and what is too long comes back whole.</summary>
public sealed class CountedFieldsTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync();
        await _there.Site.SetAsync("UPDATE set_meeting SET date = '2030-04-16', first_date = '2030-04-16' WHERE id = @id", new { id = _there.Meetings[2] });
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Theory]
    [InlineData("experts", "", "Form.Name", 120)]
    [InlineData("experts", "", "Form.Expertise", 120)]
    [InlineData("experts", "", "Form.InvitedFor", 280)]
    [InlineData("questions", "", "Form.Text", 280)]
    [InlineData("dates", "?handler=Add", "Form.Place", 120)]
    public async Task A_form_of_the_set_says_what_is_too_long_and_cuts_nothing_off(string page, string handler, string field, int most) =>
        await CountsAsync(await _there.AsAsync("Alma Tamm"), _there.At(page), handler, field, most, ("Form.Name", "Bill"), ("Form.InvitedFor", "Why?"), ("Form.Key", Tokens.New()), ("Form.Date", "2030-04-30"), ("Form.Starts", "8:30"));

    [Fact]
    public async Task So_do_the_pages_of_whoever_is_asked_and_what_was_learned_from_them()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        using var invited = await alma.PostAsync(_there.At("experts"), "", ("Form.Name", "Clio Client"), ("Form.InvitedFor", "Why?"),
            ("Form.Meeting", await _there.Site.OneAsync<string>("SELECT CAST(max(id) AS TEXT) FROM set_meeting") ?? ""), ("Form.Starts", "13:00"), ("Form.Ends", "13:45"));
        using var asked = await alma.PostAsync(_there.At("questions"), "", ("Form.Key", Tokens.New()), ("Form.Whom", $"person-{_there.World["Clio Client"]}"), ("Form.Text", "Who knows?"));
        var clio = await _there.AsAsync("Clio Client");
        var guest = await _there.Site.OneAsync<long>("SELECT id FROM guest_invitation");
        await CountsAsync(clio, $"/guest/{guest}", "", "Answer", 280, ("coming", "true"));
        await CountsAsync(clio, $"/asked/{await _there.Site.OneAsync<string>("SELECT id FROM set_ask")}", "", "Answer", 600, ("version", "1"));
        await _there.Site.SetAsync("UPDATE set_meeting SET state = 'Open' WHERE id = @id", new { id = _there.Meetings[2] });
        await CountsAsync(alma, _there.At("experts"), "?handler=Learn", "Learned", 1000, ("guest", $"{guest}"), ("version", "1"));
    }

    [Fact]
    public async Task Whoever_moves_a_meeting_is_told_how_long_the_reason_may_be()
    {
        var meeting = _there.Meetings[2];
        await CountsAsync(await _there.AsAsync("Alma Tamm"), _there.At($"dates?meeting={meeting}"), "?handler=Move", "Form.Why", 160,
            ("Form.Meeting", $"{meeting}"), ("Form.Version", "1"), ("Form.Date", "2030-04-17"), ("Form.Starts", "8:30"));
    }

    private static async Task CountsAsync(HttpClient client, string page, string handler, string field, int most, params (string Name, string Value)[] others)
    {
        var shown = await client.GetStringAsync(page, Stop);
        var tag = Regex.Match(shown, $"<[^>]* name=\"{Regex.Escape(field)}\"[^>]*>", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains($"data-longest=\"{most}\"", tag, StringComparison.Ordinal);
        Assert.DoesNotContain("maxlength", tag, StringComparison.Ordinal);
        Assert.Contains("/js/count.", shown, StringComparison.Ordinal);
        var words = new string('a', most + 3);
        using var refused = await client.PostAsync(page, handler, [(field, words), .. others.Where(one => one.Name != field)]);
        await refused.RefusesAsync("3 too many", words);
    }
}
