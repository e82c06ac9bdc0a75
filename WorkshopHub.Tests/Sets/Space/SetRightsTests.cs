using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Tests.Sets.Space;

/// <summary>Who may what of one set, by what they are to that very set.</summary>
public sealed class SetRightsTests : IAsyncLifetime
{
    private SetWorld _there = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _there = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync() => _there.DisposeAsync();

    private static readonly (string Name, Artefact Of, Extent Reads)[] _parts =
    [
        ("Alma Tamm", Artefact.Airtime, Extent.Own),
        ("Aada Advisor", Artefact.Airtime, Extent.Own),
        ("Cecil Hart", Artefact.Airtime, Extent.None), // of another set
        ("Arno Advisor", Artefact.Airtime, Extent.None), // of other sets
        ("Uma Supervisor", Artefact.Airtime, Extent.None),
        ("Mari Kask", Artefact.Airtime, Extent.None), // runs the workshops, and the office
        ("Sven Sponsor", Artefact.Airtime, Extent.None),
        ("Chen Champion", Artefact.ProgressNotes, Extent.Own),
        ("Clio Client", Artefact.Work, Extent.Own),
        ("Clio Client", Artefact.Actions, Extent.Shared),
        ("Uma Supervisor", Artefact.SupervisorMeetings, Extent.Own),
        ("Viktor Supervisor", Artefact.SupervisorMeetings, Extent.None), // nobody of this set is his
        ("Sven Sponsor", Artefact.Actions, Extent.Counts),
        ("Otto Outsider", Artefact.ProgressNotes, Extent.None),
    ];

    [Fact]
    public async Task Each_reads_what_their_part_in_this_set_gives()
    {
        foreach (var (name, of, reads) in _parts)
        {
            Assert.Equal((name, of, reads),
                (name, of, await _there.Site.Db.ReadAsync(rows => SetRights.Reads(Viewer(name), rows, _there.Set, of), Stop)));
        }
    }

    [Fact]
    public async Task Who_has_left_reads_nothing_any_more()
    {
        await _there.Site.SetAsync("UPDATE membership SET left_at = '2026-03-12T09:00:00.000Z' WHERE person_id = @person", new { person = _there.World["Alma Tamm"] });
        Assert.Equal(Extent.None, await _there.Site.Db.ReadAsync(rows => SetRights.Reads(Viewer("Alma Tamm"), rows, _there.Set, Artefact.Airtime), Stop));
    }

    [Fact]
    public async Task The_supervisor_of_somebody_who_has_left_reads_nothing_any_more()
    {
        await _there.Site.SetAsync(
            "UPDATE membership SET supervisor_id = @viktor WHERE person_id = @bo", new { viktor = _there.World["Viktor Supervisor"], bo = _there.World["Bo Lind"] });
        Assert.Equal((Extent.Own, Extent.Own), await OfViktorAsync());
        await _there.Site.SetAsync("UPDATE membership SET left_at = '2026-03-12T09:00:00.000Z' WHERE person_id = @bo", new { bo = _there.World["Bo Lind"] });
        Assert.Equal((Extent.None, Extent.None), await OfViktorAsync());

        Task<(Extent, Extent)> OfViktorAsync() => _there.Site.Db.ReadAsync(rows => (
            SetRights.Reads(Viewer("Viktor Supervisor"), rows, _there.Set, Artefact.ProgressNotes),
            SetRights.Reads(Viewer("Viktor Supervisor"), rows, _there.Set, Artefact.SupervisorMeetings)), Stop);
    }

    [Fact]
    public async Task A_member_of_another_set_reads_what_sets_show_each_other_and_no_more()
    {
        Assert.Equal(Extent.All, await OtherAsync("Cecil Hart", Artefact.ProgressNotes));
        Assert.Equal(Extent.None, await OtherAsync("Cecil Hart", Artefact.Airtime));
        Assert.Equal(Extent.None, await OtherAsync("Otto Outsider", Artefact.ProgressNotes));
    }

    [Fact]
    public async Task Only_the_set_and_its_advisor_hear_its_own_channel()
    {
        foreach (var (name, may) in new[]
        {
            ("Alma Tamm", true), ("Aada Advisor", true), ("Cecil Hart", false), ("Mari Kask", false), ("Chen Champion", false),
        })
        {
            var channels = await _there.Site.Db.ReadAsync(rows => Audience.ChannelsOf(Viewer(name), rows, "set", _there.Set), Stop);
            Assert.Equal((name, may ? Channels.Space(_there.Set) : null), (name, channels?.Single()));
        }
    }

    [Fact]
    public async Task A_form_that_no_page_knows_is_not_there_and_breaks_none()
    {
        var alma = await _there.AsAsync("Alma Tamm");
        var token = Clients.TokenIn(await alma.GetStringAsync(_there.At("dates"), Stop));
        foreach (var page in new[]
        {
            "", "dates", "journal", "reflections", "shared", "doors", "experts", "advising", "meetings", "meetings/1", "work", "solution", "actions", "keep",
        })
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var answer = await alma.PostAsync($"{_there.At(page)}?handler=nowhere", form, Stop);
            Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, $"{page} answers {(int)answer.StatusCode}");
        }

        Assert.Empty(_there.Site.Faults.All);
    }

    private Task<Extent> OtherAsync(string name, Artefact artefact) =>
        _there.Site.Db.ReadAsync(rows => SetRights.ReadsFromOtherSet(Viewer(name), rows, _there.Set, artefact), Stop);

    private Viewer Viewer(string name) => new() { PersonId = _there.World[name], Name = name, IsFacilitator = name == "Mari Kask" };
}
