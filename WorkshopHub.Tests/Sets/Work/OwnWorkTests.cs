using System.Net;

namespace WorkshopHub.Tests.Sets.Work;

/// <summary>Where each member has a problem of their own: each works on theirs, the set reads it, the supervisor confirms the figures.</summary>
public sealed class OwnWorkTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _there = await SetWorld.OpenAsync(ownProblem: true);
        await _there.Site.SetAsync(
            """
            INSERT INTO problem (programme_id, position, title, owner_id, supervisor_id, state, sent_at, created_at, changed_at)
            VALUES (@Programme, 9, 'Permits wait', @alma, @uma, 'Agreed', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z', '2026-03-10T09:00:00.000Z')
            """, new { _there.World.Programme, alma = _there.World["Alma Tamm"], uma = _there.World["Uma Supervisor"] });
    }

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    [Fact]
    public async Task A_member_writes_their_own_solution_the_set_reads_it_and_nobody_writes_it_for_them()
    {
        var (alma, bo) = (await _there.AsAsync("Alma Tamm"), await _there.AsAsync("Bo Lind"));
        var mine = await _there.MembershipAsync("Alma Tamm");
        using var lead = await alma.GetAsync(_there.At("work"), Stop);
        Assert.Equal(_there.At($"work/{mine}"), lead.Headers.Location?.ToString());
        using var written = await alma.PostAsync(_there.At($"solution/{mine}"), "", ("Solution.Text", "Two trial Saturdays"), ("go", "decide"));
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.Contains("Two trial Saturdays", await bo.GetStringAsync(_there.At($"work/{mine}"), Stop), StringComparison.Ordinal);
        using var forged = await bo.PostFormAsync("/account", _there.At($"solution/{mine}"), ("Solution.Text", "Forged"), ("go", "decide"));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        using var state = await bo.PostAsync(_there.At($"work/{mine}"), "?handler=State", ("State.Seen", "Agreed"), ("State.To", "InWork"));
        Assert.Equal(HttpStatusCode.Forbidden, state.StatusCode);
        using var noted = await bo.PostAsync(_there.At($"work/{mine}"), "?handler=Note", ("Note.LookedAt", "The road authority"));
        Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        Assert.Equal(mine, await _there.Site.OneAsync<long>("SELECT membership_id FROM study_note"));
    }

    [Fact]
    public async Task The_supervisor_reads_the_solution_of_their_own_member_and_confirms_the_figures_and_another_one_does_not()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        var mine = await _there.MembershipAsync("Alma Tamm");
        await alma.PostAsync(_there.At($"solution/{mine}"), "", ("Solution.Text", "Two trial Saturdays"), ("go", "decide"));
        await alma.PostAsync(_there.At($"work/{mine}"), "?handler=Note", ("Note.LookedAt", "The road authority"));
        await alma.PostAsync(_there.At($"work/{mine}"), "?handler=Measure", ("New.Name", "Days that a job waits"));
        var measure = $"/measures/{await _there.Site.OneAsync<long>("SELECT id FROM measure")}";
        using var figures = await alma.PostAsync(measure, "", ("Version", "1"), ("Name", "Days that a job waits"), ("Baseline", "4,5"), ("BaselineDate", "2026-03-01"));
        Assert.Equal(HttpStatusCode.Redirect, figures.StatusCode);
        foreach (var (handler, field) in new[] { ("Read", ("Reading.Value", "3")), ("", ("Name", "His")) })
        {
            using var other = await (await _there.AsAsync("Bo Lind")).PostFormAsync("/account", $"{measure}?handler={handler}", field, ("Version", "2"));
            Assert.Equal((handler, HttpStatusCode.Forbidden), (handler, other.StatusCode)); // of the same set, and not his
        }

        Assert.Equal((0, "Days that a job waits"), (await _there.Site.OneAsync<long>("SELECT count(*) FROM measure_reading"), await _there.Site.OneAsync<string>("SELECT name FROM measure")));
        var uma = await _there.AsAsync("Uma Supervisor");
        var shown = await uma.GetStringAsync(_there.At($"shown/{mine}"), Stop);
        Assert.Contains("Two trial Saturdays", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("The road authority", shown, StringComparison.Ordinal);
        Assert.Contains("Confirm how it was before", await uma.GetStringAsync("/as/supervisor", Stop), StringComparison.Ordinal);
        using var confirmed = await uma.PostAsync(measure, "?handler=Before", ("Count.Version", "2"));
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Equal(_there.World["Uma Supervisor"], await _there.Site.OneAsync<long?>("SELECT baseline_confirmed_by FROM measure"));

        await _there.Site.SetAsync("UPDATE membership SET supervisor_id = @viktor WHERE id = @mine", new { viktor = _there.World["Viktor Supervisor"], mine });
        foreach (var page in new[] { measure, _there.At($"shown/{mine}") })
        {
            using var former = await uma.GetAsync(page, Stop);
            Assert.Equal(HttpStatusCode.NotFound, former.StatusCode);
        }
    }
}
