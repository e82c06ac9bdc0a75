namespace WorkshopHub.Tests.Programmes;

/// <summary>A slip in a supervisor’s name makes nobody: it is asked who is meant, and somebody new comes in only on purpose.</summary>
public sealed class NamedSupervisorTests : IAsyncLifetime
{
    private readonly World _world;
    private readonly Site _site;
    private PlainDesk _mari = null!;

    public NamedSupervisorTests() => (_world, _site) = World.Start();

    private string Home => $"/programmes/{_world.Programme}";

    public async ValueTask InitializeAsync() => _mari = new PlainDesk(await _site.AsAsync(_world, "Mari Kask"), "Mari");

    public ValueTask DisposeAsync()
    {
        _mari.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_asked_about_with_the_nearest_people_and_makes_nobody()
    {
        var people = await PeopleAsync();
        await _mari.OpenAsync($"{Home}/people/{_world["Alma Tamm"]}");
        _mari.Sees("you are asked before anything is saved");
        await _mari.IsRefusedAsync("Save set and supervisor", "Nobody here is called Victor Superviser. Nothing is saved yet.", ("Form.Supervisor", "Victor Superviser"));
        _mari.Sees("Who is meant by “Victor Superviser”?", "Viktor Supervisor", World.Mail("Viktor Supervisor"), "Somebody new");
        Assert.Equal(people, await PeopleAsync());
        Assert.Equal(_world["Uma Supervisor"], await SupervisorAsync("Alma Tamm"));
        await _mari.PressAsync("Save set and supervisor", ("Form.SupervisorIs", _mari.Tick("Viktor Supervisor")));
        Assert.Equal(_world["Viktor Supervisor"], await SupervisorAsync("Alma Tamm"));
        Assert.Equal(people, await PeopleAsync());
    }

    [Fact]
    public async Task Somebody_new_comes_in_when_that_is_said_of_this_very_name()
    {
        (string, string)[] otto = [("Form.Name", "Otto Outsider"), ("Form.Role", "Member"), ("Form.SetId", $"{_world.Sets[0].Id}")];
        await _mari.OpenAsync(Home);
        await _mari.IsRefusedAsync("Add this person", "Nobody here is called Nora Newly", [.. otto, ("Form.Supervisor", "Nora Newly")]);
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM membership WHERE person_id = @otto", new { otto = _world["Otto Outsider"] }));

        // An answer that was given to another name counts for nothing.
        await _mari.IsRefusedAsync("Add this person", "Nobody here is called Norman Newly", [.. otto, ("Form.Supervisor", "Norman Newly"), ("Form.SupervisorIs", "new")]);
        await _mari.PressAsync("Add this person", [.. otto, ("Form.Supervisor", "Norman Newly"), ("Form.SupervisorIs", _mari.Tick("Somebody new"))]);
        Assert.Equal("Norman Newly", await _site.OneAsync<string>("SELECT p.name FROM person p WHERE p.id = @id", new { id = await SupervisorAsync("Otto Outsider") }));
        Assert.Equal(0, await _site.OneAsync<long>("SELECT count(*) FROM person WHERE name = 'Nora Newly'"));
    }

    [Fact]
    public async Task An_address_that_nobody_has_offers_the_nearest_and_no_one_new()
    {
        await _mari.OpenAsync($"{Home}/people/{_world["Alma Tamm"]}");
        await _mari.IsRefusedAsync("Save set and supervisor", "Nobody here has the address viktor.supervisor@flow.tst", ("Form.Supervisor", "viktor.supervisor@flow.tst"));
        _mari.Sees("Viktor Supervisor").Misses("Somebody new");
    }

    [Fact]
    public async Task Of_two_people_of_a_name_it_is_asked_which_and_the_present_one_stays_meant()
    {
        await _site.SetAsync("INSERT INTO person (name, email, job_title, created_at, changed_at) VALUES ('Viktor Supervisor', 'other.viktor@flow.test', 'Head of Fleet', 'now', 'now')");
        await _mari.OpenAsync($"{Home}/people/{_world["Alma Tamm"]}");
        await _mari.IsRefusedAsync("Save set and supervisor", "There are 2 people called Viktor Supervisor", ("Form.Supervisor", "Viktor Supervisor"));
        await _mari.PressAsync("Save set and supervisor", ("Form.SupervisorIs", _mari.Tick("Viktor Supervisor Head of Fleet")));
        var other = await _site.OneAsync<long>("SELECT id FROM person WHERE email = 'other.viktor@flow.test'");
        Assert.Equal(other, await SupervisorAsync("Alma Tamm"));
        await _mari.PressAsync("Save set and supervisor");
        Assert.Equal(other, await SupervisorAsync("Alma Tamm"));
    }

    [Fact]
    public async Task A_pasted_list_takes_new_supervisors_in_only_when_that_is_ticked()
    {
        var people = await PeopleAsync();
        await _mari.OpenAsync($"{Home}/paste");
        await _mari.PressAsync("Look at it row by row", ("List", "name,set,supervisor\nPia Plain,Circle,Victor Superviser\nPaul Plain,Circle,Nora Newly"));
        _mari.Sees("0 rows come in", "Is Viktor Supervisor (viktor.supervisor@flow.test) meant?", "Nobody here is called Nora Newly.", "as new people: Victor Superviser, Nora Newly");
        Assert.Equal(people, await PeopleAsync());
        await _mari.PressAsync("Look again", ("List", "name,set,supervisor\nPia Plain,Circle,Viktor Supervisor\nPaul Plain,Circle,Nora Newly"), ("NewSupervisors", "true"));
        _mari.Sees("2 rows come in", "New person: Nora Newly, as supervisor");
        Assert.Equal(people, await PeopleAsync());
        await _mari.PressAsync("Add 2");
        Assert.Equal(people + 3, await PeopleAsync());
        Assert.Equal("Nora Newly", await _site.OneAsync<string>("SELECT v.name FROM membership m JOIN person p ON p.id = m.person_id JOIN person v ON v.id = m.supervisor_id WHERE p.name = 'Paul Plain'"));
    }

    [Fact]
    public async Task The_look_at_a_pasted_list_names_the_supervisor_whom_each_row_means_and_who_it_was()
    {
        await _mari.OpenAsync($"{Home}/paste");
        await _mari.PressAsync("Look at it row by row", ("List", $"name,e-mail,set,supervisor\nPia Plain,pia@flow.test,Circle,viktor supervisor\nAlma Tamm,{World.Mail("Alma Tamm")},Circle,Viktor Supervisor"));
        _mari.Sees($"Circle, member Viktor Supervisor {World.Mail("Viktor Supervisor")}", "until now Uma Supervisor", "Another supervisor");
        await _mari.PressAsync("Add 1 and change 1");
        Assert.Equal(_world["Viktor Supervisor"], await SupervisorAsync("Alma Tamm"));
    }

    [Fact]
    public async Task A_column_that_is_not_understood_is_told_and_left_out_only_when_that_is_ticked()
    {
        var people = await PeopleAsync();
        await _mari.OpenAsync($"{Home}/paste");
        const string List = "Name;E-mail;Rolle;Set;Vorgesetzter\nPia Plain;pia@flow.test;Advisor;Circle;Viktor Supervisor";
        await _mari.IsRefusedAsync("Look at it row by row", "Columns are not understood: “Rolle”, “Vorgesetzter”.", ("List", List));
        _mari.Sees("Leave out what stands below “Rolle”, “Vorgesetzter”").Misses("1 row comes in");
        await _mari.PressAsync("Look at it row by row", ("List", List), ("LeaveOut", "true"));
        _mari.Sees("1 row comes in", "Circle, member");
        Assert.Equal(people, await PeopleAsync());
        await _mari.PressAsync("Add 1");
        Assert.Equal(people + 1, await PeopleAsync());
    }

    [Fact]
    public async Task Two_rows_that_name_two_supervisors_for_one_member_are_not_both_right()
    {
        await _mari.OpenAsync($"{Home}/paste");
        await _mari.PressAsync("Look at it row by row", ("List", "name,set,supervisor\nPia Plain,Circle,Viktor Supervisor\nPia Plain,Circle,Uma Supervisor"));
        _mari.Sees("1 row comes in, 0 change, 0 stay", "Row 2 is about the same person: this one says another supervisor.", "1 row is wrong");
    }

    private Task<long> PeopleAsync() => _site.OneAsync<long>("SELECT count(*) FROM person");

    private Task<long> SupervisorAsync(string member) =>
        _site.OneAsync<long>("SELECT supervisor_id FROM membership WHERE person_id = @id AND left_at IS NULL", new { id = _world[member] });
}
