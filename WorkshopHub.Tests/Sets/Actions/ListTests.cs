namespace WorkshopHub.Tests.Sets.Actions;

public sealed class ListTests : IAsyncLifetime
{
    private ActingWorld _acting = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _acting = await ActingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _acting.DisposeAsync();

    [Fact]
    public async Task What_somebody_promised_at_a_workshop_stands_beside_their_actions_and_beside_nobody_elses()
    {
        await _acting.Site.SetAsync(
            """
            INSERT INTO commitment (activity_id, person_id, set_id, role, text, due, share, at)
            VALUES (@activity, @alma, @Set, 'Member', 'Ask before I answer', '2030-02-01', 'Nobody', '2026-03-10T09:00:00.000Z')
            """, new { activity = _acting.There.World.Activities[0], alma = _acting.There.World["Alma Tamm"], _acting.Set });
        using var page = await (await _acting.AsAsync("Alma Tamm")).GetAsync(_acting.List, Stop);
        Assert.Contains("Ask before I answer Promised at Kick-off, until 1 February.", await ActingWorld.WordsAsync(page), StringComparison.Ordinal);
        foreach (var name in new[] { "Bo Lind", "Aada Advisor" })
        {
            Assert.DoesNotContain("Ask before I answer", await (await _acting.AsAsync(name)).GetStringAsync(_acting.List, Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_and_the_front_page_ask_no_more_when_there_is_more()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out");
        var bo = await _acting.AsAsync("Bo Lind");
        foreach (var page in new[] { _acting.List, _acting.There.At(), _acting.There.At("meetings/4/record") })
        {
            var few = await CountAsync(page);
            for (var number = 0; number < 4; number++)
            {
                await _acting.PromisedAsync("Fay Novak", $"Map {page.Length} {number}");
            }

            Assert.Equal((page, few), (page, await CountAsync(page)));
        }

        Task<int> CountAsync(string page) => Statements.ReadAsync(_acting.Site, () => bo.GetStringAsync(page, Stop));
    }

    [Fact]
    public async Task The_front_page_names_what_is_open_and_how_long_notes_stay()
    {
        await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var page = await (await _acting.AsAsync("Aada Advisor")).GetAsync(_acting.There.At(), Stop);
        var words = await ActingWorld.WordsAsync(page);
        Assert.Contains("Go out with the gang Alma Tamm", words, StringComparison.Ordinal);
        Assert.Contains("The airtime notes are deleted 90 days after the programme is closed", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_shows_their_action_to_their_supervisor_on_purpose_and_takes_it_back()
    {
        var number = await _acting.PromisedAsync("Alma Tamm", "Go out with the gang");
        using var told = await _acting.TellAsync("Alma Tamm", number, "NotDone", ("Form.Learned", "I only send forms"));
        var id = (await _acting.ActionAsync(number))!.Id;
        var shared = _acting.There.At("shared");
        using var notHers = await ShareAsync("Bo Lind", "Supervisor");
        using var nobody = await ShareAsync("Alma Tamm", "Sponsor");
        Assert.Equal(0, await _acting.Site.OneAsync<long>("SELECT count(*) FROM share"));
        using var given = await ShareAsync("Alma Tamm", "Supervisor");
        Assert.Equal(("Action", $"{id}", "Supervisor"), await _acting.Site.OneAsync<(string, string, string)>(
            "SELECT kind, thing_id, audience FROM share WHERE shared_at IS NOT NULL AND withdrawn_at IS NULL"));
        using var page = await (await _acting.AsAsync("Alma Tamm")).GetAsync($"{_acting.List}/{number}", Stop);
        Assert.Contains("You show it to: your supervisor.", await ActingWorld.WordsAsync(page), StringComparison.Ordinal);
        var uma = await _acting.AsAsync("Uma Supervisor");
        Assert.Contains("I only send forms", await uma.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);
        await _acting.Site.SetAsync("UPDATE share SET withdrawn_at = asked_at, withdrawn_by = asked_by");
        Assert.DoesNotContain("I only send forms", await uma.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);

        async Task<HttpResponseMessage> ShareAsync(string name, string audience) => await (await _acting.AsAsync(name)).PostAsync(
            shared, "?handler=share", ("kind", "Action"), ("item", $"{id}"), ("audience", audience));
    }
}
