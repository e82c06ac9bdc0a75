using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Tests.Workshops.Join;

public sealed class JoiningTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;

    public JoiningTests() => (_world, _site) = World.Start();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("482713")]
    [InlineData("482 713")]
    [InlineData(" 482-713 ")]
    public async Task The_code_opens_the_door_however_it_is_spaced(string typed)
    {
        using var client = _site.NewClient();
        var answer = await client.GetAsync($"/j?code={Uri.EscapeDataString(typed)}");
        Assert.Equal("/j/482713", answer.Headers.Location?.OriginalString);
        Assert.Contains("Which set are you in?", await client.GetStringAsync("/j/482713"));
    }

    [Theory]
    [InlineData("482731")]
    [InlineData("12")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    public async Task A_wrong_or_closed_code_is_said_beside_the_field_and_kept_in_it(string typed)
    {
        using var client = _site.NewClient();
        var answer = await client.GetAsync($"/j/{typed}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("code-problem", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_qr_brings_in_whatever_its_case()
    {
        using var client = _site.NewClient();
        Assert.Contains("Which set are you in?", await client.GetStringAsync($"/J/{_world.RoomToken.ToUpperInvariant()}"));
    }

    [Fact]
    public async Task Many_wrong_codes_close_the_field_but_never_the_qr()
    {
        using var client = _site.NewClient();
        for (var i = 0; i < 100; i++)
        {
            await client.GetAsync("/j/000001");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/j/482713")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/j/{_world.RoomToken}")).StatusCode);
    }

    [Fact]
    public async Task Two_phones_that_claim_one_name_at_once_get_one_place()
    {
        var clients = Enumerable.Range(0, 4).Select(_ => _site.NewClient()).ToList();
        var answers = await Task.WhenAll(clients.Select(client => client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=pick", ("person", $"{_world["Alma Tamm"]}"))));
        Assert.Equal(1, answers.Count(answer => answer.Headers.Location?.OriginalString == $"/w/{_world.Workshop}"));
        Assert.Equal(3, answers.Count(answer => answer.Headers.Location?.OriginalString == "/j/wait"));
        Assert.Equal(3, (await _site.Db.ReadAsync(reads => Claims.Waiting(reads, _world.Workshop))).Count);
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_name_that_is_tapped_twice_is_one_place_and_not_a_claim_against_oneself()
    {
        using var client = _site.NewClient();
        var page = await client.GetStringAsync($"/j/{World.RoomCode}?as=others");
        var device = System.Text.RegularExpressions.Regex.Match(page, "name=\"Device\" value=\"([a-z2-7]{26})\"").Groups[1].Value;
        for (var i = 0; i < 2; i++)
        {
            var answer = await client.PostFormAsync(
                $"/j/{World.RoomCode}?as=others&set=1", $"/j/{World.RoomCode}?handler=pick",
                ("person", $"{_world["Alma Tamm"]}"), ("Device", device));
            Assert.Equal($"/w/{_world.Workshop}", answer.Headers.Location?.OriginalString);
        }

        Assert.Equal(1, await _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM device")));
    }

    [Fact]
    public async Task Who_picks_another_name_leaves_the_first_one_free()
    {
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await phone.Client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=pick", ("person", $"{_world["Bo Lind"]}"));
        using var right = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Equal(HttpStatusCode.OK, (await right.Client.GetAsync($"/w/{_world.Workshop}")).StatusCode);
    }

    [Fact]
    public async Task The_phone_that_has_the_name_lets_the_other_in()
    {
        using var first = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        using var second = _site.NewClient();
        await second.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=pick", ("person", $"{_world["Alma Tamm"]}"));
        Assert.Contains("Another phone is here", await second.GetStringAsync("/j/wait"));
        var claim = (await _site.Db.ReadAsync(reads => Claims.Waiting(reads, _world.Workshop))).Single();
        await first.Client.PostFormAsync(
            $"/w/{_world.Workshop}", $"/w/{_world.Workshop}?handler=claim&claim={claim.Id}&letIn=true");
        Assert.Equal($"/w/{_world.Workshop}", (await second.GetAsync("/j/wait")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync($"/w/{_world.Workshop}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.Client.GetAsync($"/w/{_world.Workshop}")).StatusCode);
    }

    [Fact]
    public async Task Thats_not_me_frees_the_name()
    {
        using var wrong = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await wrong.Client.PostFormAsync($"/w/{_world.Workshop}", $"/w/{_world.Workshop}?handler=leave");
        Assert.Equal(HttpStatusCode.Redirect, (await wrong.Client.GetAsync($"/w/{_world.Workshop}")).StatusCode);
        using var right = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        Assert.Equal(HttpStatusCode.OK, (await right.Client.GetAsync($"/w/{_world.Workshop}")).StatusCode);
    }

    [Theory]
    [InlineData("", "Type the name")]
    [InlineData("alma tamm", "already")]
    public async Task A_guest_brings_a_name_of_their_own(string name, string problem)
    {
        using var client = _site.NewClient();
        var answer = await client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=guest", ("Name", name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(problem, await answer.Content.ReadAsStringAsync());
        var good = await client.PostFormAsync(
            $"/j/{World.RoomCode}?as=others", $"/j/{World.RoomCode}?handler=guest", ("Name", "Gus Guest"));
        Assert.Equal($"/w/{_world.Workshop}", good.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_person_of_several_roles_is_listed_once()
    {
        var names = await _site.Db.ReadAsync(reads => Roster.Everybody(reads, _world.Programme, _world.Workshop));
        Assert.Equal(names.Count, names.Select(who => who.PersonId).Distinct().Count());
        Assert.Equal(Role.Advisor, names.Single(who => who.Name == "Aada Advisor").Role);
    }

    [Theory]
    [InlineData("Mari Kask", Artefact.Reply)]
    [InlineData("Aada Advisor", Artefact.Door)]
    [InlineData("Sven Sponsor", Artefact.ReportAnswer)]
    [InlineData("Clio Client", Artefact.Countersign)]
    [InlineData("Chen Champion", Artefact.Countersign)]
    [InlineData("Uma Supervisor", Artefact.Countersign)]
    [InlineData("Alma Tamm", Artefact.SetChoice)]
    public async Task A_role_claimed_by_code_is_refused_its_acts_until_somebody_vouches(string name, Artefact act)
    {
        using var phone = await PlainPhone.JoinAsync(_world, _site, name);
        Assert.Equal(HttpStatusCode.OK, (await phone.Client.GetAsync($"/w/{_world.Workshop}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await phone.Client.GetAsync($"/w/{_world.Workshop}/control")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.Client.GetAsync($"/w/{_world.Workshop}/people")).StatusCode);
        var seat = await SeatAsync(name);
        Assert.False(Access.MayWrite(new Viewer { Seat = seat }, _world.Workshop, act));
        await _site.Writer.RunAsync(writes => Seats.Vouch(writes, _world.Workshop, seat.ParticipantId, null));
        seat = await SeatAsync(name);
        Assert.True(Access.MayWrite(new Viewer { Seat = seat }, _world.Workshop, act));
        Assert.False(Access.MayWrite(new Viewer { Seat = seat }, _world.Workshop + 1, act));
    }

    [Fact]
    public async Task An_advisor_lets_in_members_of_the_own_sets_and_nobody_else()
    {
        await _site.Writer.RunAsync(writes => writes.Execute(
            "INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@person, @Programme, 'Advisor', @set)",
            new { person = _world["Otto Outsider"], _world.Programme, set = _world.Sets[0].Id }));
        using var advisor = await PlainPhone.JoinAsync(_world, _site, "Aada Advisor");
        var seat = await SeatAsync("Aada Advisor");
        await _site.Writer.RunAsync(writes => Seats.Vouch(writes, _world.Workshop, seat.ParticipantId, null));
        foreach (var (name, answer) in new[]
            { ("Alma Tamm", HttpStatusCode.Redirect), ("Cecil Hart", HttpStatusCode.Redirect), ("Gita Rao", HttpStatusCode.NotFound), ("Otto Outsider", HttpStatusCode.NotFound) })
        {
            using var first = await PlainPhone.JoinAsync(_world, _site, name);
            using var second = await PlainPhone.JoinAsync(_world, _site, name);
            var claim = (await _site.Db.ReadAsync(reads => Claims.Waiting(reads, _world.Workshop))).Single(one => one.Name == name);
            var page = $"/w/{_world.Workshop}/people";
            var let = await advisor.Client.PostFormAsync(page, $"{page}?handler=claim&claim={claim.Id}&letIn=true");
            Assert.Equal((name, answer), (name, let.StatusCode));
        }
    }

    [Fact]
    public async Task What_belongs_to_another_workshop_is_neither_vouched_for_nor_freed_nor_let_in_nor_noted()
    {
        using var phone = await PlainPhone.JoinAsync(_world, _site, "Sven Sponsor");
        using var other = await PlainPhone.JoinAsync(_world, _site, "Sven Sponsor");
        var (place, claim) = ((await SeatAsync("Sven Sponsor")).ParticipantId,
            (await _site.Db.ReadAsync(reads => Claims.Waiting(reads, _world.Workshop))).Single().Id);
        var (before, elsewhere) = (await NotedAsync(), _world.Workshop + 1);
        Assert.Equal((0, 0, false, false), await _site.Writer.RunAsync(writes => (
            Seats.Vouch(writes, elsewhere, place, null), Seats.Free(writes, elsewhere, place, null),
            Claims.LetIn(writes, elsewhere, claim, Assurance.Vouched, null), Claims.Refuse(writes, elsewhere, claim, null))));
        Assert.Equal(Assurance.Claimed, (await SeatAsync("Sven Sponsor")).Assurance);
        Assert.Equal(before, await NotedAsync());
        Assert.Equal((1, 1), await _site.Writer.RunAsync(writes => (
            Seats.Vouch(writes, _world.Workshop, place, null), Seats.Free(writes, _world.Workshop, place, null))));

        Task<long> NotedAsync() => _site.Db.ReadAsync(reads => reads.First<long>("SELECT count(*) FROM audit"));
    }

    [Fact]
    public async Task A_personal_link_shows_first_joins_on_the_press_and_works_once()
    {
        var token = await _site.Writer.RunAsync(writes =>
            PersonalLinks.Make(writes, _world["Sven Sponsor"], "Invitation", _world.Workshop, null));
        using var client = _site.NewClient();
        Assert.Contains("Continue as Sven Sponsor", await client.GetStringAsync($"/i/{token}"));
        Assert.Contains("Continue as Sven Sponsor", await client.GetStringAsync($"/i/{token}"));
        var answer = await client.PostFormAsync($"/i/{token}", $"/i/{token}");
        Assert.Equal($"/w/{_world.Workshop}", answer.Headers.Location?.OriginalString);
        Assert.Equal(Assurance.Vouched, (await SeatAsync("Sven Sponsor")).Assurance);
        using var other = _site.NewClient();
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync($"/i/{token}")).StatusCode);
    }

    [Fact]
    public async Task By_a_personal_link_one_says_whether_one_comes_before_the_room_is_open_and_it_is_not_used_up()
    {
        await _site.SetAsync("UPDATE workshop SET state = 'Planned', room_code = NULL, room_token = NULL, opened_at = NULL");
        var token = await _site.Writer.RunAsync(writes =>
            PersonalLinks.Make(writes, _world["Sven Sponsor"], "Invitation", _world.Workshop, null));
        using var sven = new PlainDesk(_site.NewClient(), "Sven");
        await sven.OpenAsync($"/i/{token}");
        sven.Sees("The room of Kick-off opens on");
        await sven.PressAsync("I can’t");
        sven.Sees("You said no");
        await sven.PressAsync("Yes, I will come");
        sven.Sees("You said yes");
        Assert.Equal("Yes", await _site.OneAsync<string>("SELECT reply FROM workshop_attendance WHERE person_id = @sven", new { sven = _world["Sven Sponsor"] }));
        Assert.Null(await _site.OneAsync<string>("SELECT used_at FROM personal_link"));
    }

    private async Task<Seat> SeatAsync(string name) => (await _site.Db.ReadAsync(reads => reads.First<Seat>(
        """
        SELECT d.id AS DeviceId, p.id AS ParticipantId, p.workshop_id, p.person_id, p.name, p.role, p.set_id, d.assurance
        FROM device d JOIN participant p ON p.id = d.participant_id WHERE p.name = @name
        """,
        new { name })))!;
}
