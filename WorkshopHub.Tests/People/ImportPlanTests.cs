using WorkshopHub.Web.People;
using WorkshopHub.Web.People.Import;
using WorkshopHub.Web.Programmes;

namespace WorkshopHub.Tests.People;

/// <summary>What happens with each row of a list: added, changed, skipped, or wrong and why.</summary>
public sealed class ImportPlanTests : IAsyncLifetime
{
    private const string List = """
        E-mail;Name;Position;Dept.;Office;Discipline;Line manager e-mail
        colin@w.example;Colin Strachan;Network manager;Network Operations;Thornby Depot;Operations;
        amara@w.example;Amara Osei;Repair team leader;Network Operations;Thornby Depot;Operations;colin@w.example
        tomasz@w.example;Tomasz Wilk;Buyer;Finance;Hexley House;Supply;amara osei
        ;Ivo Klima;Coach;;;;
        """;

    private ImportRoom _room = null!;

    public async ValueTask InitializeAsync() => _room = await ImportRoom.OpenAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_list_comes_in_with_its_parts_sites_and_managers_and_coming_again_doubles_and_changes_nothing()
    {
        var plan = await _room.LookAsync(List);
        Assert.Equal([4, 0, 0, 0], Counts(plan));
        Assert.Equal(["Network Operations", "Finance"], plan.Made(ImportField.Unit));
        Assert.Equal("", await _room.PeopleAsync());

        await _room.BringAsync(List);
        const string There = """
            Amara Osei|amara@w.example|Repair team leader|Operations|Network Operations|Thornby Depot|Colin Strachan
            Colin Strachan|colin@w.example|Network manager|Operations|Network Operations|Thornby Depot|
            Ivo Klima||Coach||||
            Tomasz Wilk|tomasz@w.example|Buyer|Supply|Finance|Hexley House|Amara Osei
            """;
        Assert.Equal(There, await _room.PeopleAsync());
        plan = await _room.BringAsync(List);
        Assert.Equal([0, 0, 4, 0], Counts(plan));
        Assert.Equal(There, await _room.PeopleAsync());
        Assert.Equal(4, _room.File.Ask<long>("SELECT count(*) FROM audit WHERE act = 'add-person'"));
    }

    [Fact]
    public async Task Who_is_here_is_changed_by_the_address_and_an_empty_cell_leaves_things_as_they_are()
    {
        await _room.BringAsync(List);
        var plan = await _room.BringAsync("Name,E-mail,Job title,Site,Manager\nAmara Osei-Grant,AMARA@w.example,,Penrow,tomasz@w.example\nTomasz Wilk,tomasz@w.example,,,Colin Strachan\n");
        Assert.Equal([0, 2, 0, 0], Counts(plan));
        Assert.Equal("New name, site and manager. Everything else stays. New site: Penrow.", plan.Rows[0].Why);
        Assert.Equal(("Colin Strachan", "Tomasz Wilk"), (plan.Rows[0].In("manager")!.Old, plan.Rows[0].In("manager")!.New));
        Assert.Contains("Amara Osei-Grant|amara@w.example|Repair team leader|Operations|Network Operations|Penrow|Tomasz Wilk", await _room.PeopleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_address_means_the_one_person_of_the_name_and_an_address_comes_to_who_has_none()
    {
        await _room.BringAsync(List);
        await _room.BringAsync("Name,E-mail,Job\nIvo Klima,ivo@w.example,\nAmara Osei,,Area leader\n");
        var people = await _room.PeopleAsync();
        Assert.Contains("Ivo Klima|ivo@w.example|Coach", people, StringComparison.Ordinal);
        Assert.Contains("Amara Osei|amara@w.example|Area leader", people, StringComparison.Ordinal);
        await _room.BringAsync("Name,E-mail\nAmara Osei,other.amara@w.example\n");
        var plan = await _room.LookAsync("Name,Job\nAmara Osei,Buyer\n");
        Assert.Contains("There are 2 people called Amara Osei", Why(plan, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_stands_in_a_file_twice()
    {
        var plan = await _room.BringAsync("""
            Name,E-mail,Job
            Amara Osei,amara@w.example,Leader
            Amara Grant,AMARA@W.EXAMPLE,Leader
            Amara Osei,amara@w.example,
            Amara Osei,,Leader
            Ivo Klima,,
            Ivo Klima,,
            """);
        Assert.Equal([2, 0, 2, 2], Counts(plan));
        Assert.Equal("Row 2 has this address too and says another name. Mend the address here, or leave this row out.", Why(plan, 3));
        Assert.Equal("The same address as row 2.", Why(plan, 4));
        Assert.StartsWith("Row 2 has this name too. Give the e-mail", Why(plan, 5), StringComparison.Ordinal);
        Assert.Equal("The same person as row 6.", Why(plan, 7));
    }

    [Fact]
    public async Task Broken_rows_say_why_are_mended_in_the_row_and_are_left_out_until_then()
    {
        var table = ImportRoom.Table($"""
            Name,E-mail,Job
            Dewi Morgan,d.morgan@wendmere,
            ,nobody@w.example,Leader
            Amara Osei,"Amara Osei <amara@w.example>",{new string('x', 101)}
            Tomasz Wilk,mailto:tomasz@w.example,Buyer
            """);
        var plan = await _room.BringAsync(table);
        Assert.Equal([1, 0, 0, 3], Counts(plan));
        Assert.Equal("The address stops after “wendmere”. Something like “.org” is missing. Mend it here.", Why(plan, 2));
        Assert.Equal("There is no name. Who is it?", Why(plan, 3));
        Assert.Equal("101 characters. Keep it to 100.", Why(plan, 4));
        var mended = table.Mended(new[] { (2, "email", "dewi@w.example"), (3, "name", "Noor Siddiqui"), (4, "job", "Leader") }
            .ToLookup(one => one.Item1, one => (one.Item2, one.Item3)));
        plan = await _room.BringAsync(mended);
        Assert.Equal([3, 0, 1, 0], Counts(plan));
        Assert.Contains("Amara Osei|amara@w.example|Leader", await _room.PeopleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Managers_in_a_circle_and_ones_own_manager_are_refused_with_the_whole_circle()
    {
        await _room.BringAsync(List);
        var plan = await _room.LookAsync("""
            Name,E-mail,Manager
            Colin Strachan,colin@w.example,Tomasz Wilk
            Neil Fairclough,neil@w.example,neil@w.example
            Ada,ada@w.example,Ben
            Ben,ben@w.example,Cy
            Cy,cy@w.example,Ada
            Dot,dot@w.example,Cy
            Eve,eve@w.example,fay@w.example
            Fay,fay@w.example,eve@w.example
            """);
        Assert.Equal("This goes in a circle: Colin Strachan → Tomasz Wilk → Amara Osei → Colin Strachan. One of them needs another manager.", Why(plan, 2));
        Assert.StartsWith("They are their own manager", Why(plan, 3), StringComparison.Ordinal);
        Assert.Equal("This goes in a circle: Ada → Ben → Cy → Ada. One of them needs another manager.", Why(plan, 4));
        Assert.Equal("The manager, Cy, stands in row 6. Mend that row first.", Why(plan, 7));
        Assert.Equal("This goes in a circle: Eve → Fay → Eve. One of them needs another manager.", Why(plan, 8));
        Assert.Equal(8, plan.Count(ImportOutcome.Wrong));
    }

    [Fact]
    public async Task A_circle_that_is_opened_by_the_same_file_is_none()
    {
        await _room.BringAsync(List);
        await _room.BringAsync("Name,E-mail,Manager\nColin Strachan,colin@w.example,amara@w.example\nAmara Osei,amara@w.example,ivo klima\n");
        var people = await _room.PeopleAsync();
        Assert.Contains("Thornby Depot|Ivo Klima", people, StringComparison.Ordinal);
        Assert.Contains("Thornby Depot|Amara Osei", people, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_whom_nobody_knows_is_asked_about_once_or_left_out_everywhere()
    {
        const string Two = "Name,E-mail,Manager\nAda,ada@w.example,Linda Szabo\nBen,ben@w.example,linda szabo\nCy,cy@w.example,boss@w.example\n";
        var plan = await _room.LookAsync(Two);
        Assert.StartsWith("Linda Szabo is neither here nor in the file.", Why(plan, 2), StringComparison.Ordinal);
        Assert.Equal("Nobody knows the manager linda szabo, as in row 2.", Why(plan, 3));
        plan = await _room.LookAsync(Two, words: [("manager", "Linda Szabo", "Cy"), ("manager", "boss@w.example", "")]);
        Assert.Equal([3, 0, 0, 0], Counts(plan));
        Assert.Equal(["Cy", "Cy", ""], plan.Rows.Select(row => row.ManagerName));
        plan = await _room.BringAsync(Two, leaveManagersOut: true);
        Assert.Equal("Not here yet. Linda Szabo is not here: no manager is set.", plan.Rows[0].Why);
        Assert.Equal([3, 0, 0, 0], Counts(plan));
    }

    [Fact]
    public async Task A_part_that_is_much_like_a_known_one_is_asked_about_and_other_unknown_ones_are_made()
    {
        await _room.BringAsync(List);
        const string Other = "Name,E-mail,Department\nAda,ada@w.example,Fin. & Treasury\nBen,ben@w.example,fin. & treasury\nCy,cy@w.example,Laboratory\nDot,dot@w.example,network OPERATIONS\n";
        var plan = await _room.LookAsync(Other);
        Assert.Equal("No part of this name. Did they mean Finance?", Why(plan, 2));
        Assert.Equal([2, 0, 0, 2], Counts(plan));
        Assert.Equal(["Laboratory"], plan.Made(ImportField.Unit));
        plan = await _room.BringAsync(Other, words: [("unit", "Fin. & Treasury", "=Finance"), ("unit", "Laboratory", "-")]);
        Assert.Equal(["Finance", "Finance", "", "Network Operations"], plan.Rows.Select(row => row.Unit));
        Assert.Equal(2, _room.File.Ask<long>("SELECT count(*) FROM org_unit"));
    }

    [Theory]
    [InlineData("Fin. & Treasury", "Finance", true)]
    [InlineData("Finance Department", "Finance", true)]
    [InlineData("Comunications", "Communications", true)]
    [InlineData("Network Operations", "Wastewater Operations", false)]
    [InlineData("Fleet", "Finance", false)]
    [InlineData("Depot 12", "Depot 1", false)]
    public void Names_are_near_when_they_are_shortened_or_a_letter_off(string word, string known, bool near) =>
        Assert.Equal(near ? known : null, ImportWord.Nearest(word, [known]));

    [Fact]
    public async Task A_new_manager_takes_over_in_the_set_and_the_row_says_who_stops_seeing_what()
    {
        await _room.BringAsync(List + "\nderek@w.example;Derek Hollis;;;;;\n");
        var (set, id) = await _room.File.Writer.RunAsync(writes =>
        {
            long Of(string name) => PersonRow.ByName(writes, name)[0].Id;
            var programme = ProgrammeCommands.Add(writes, new ProgrammeDetails("Flow", "CommonProblem", "PartTime", null, null), null);
            var circle = SetCommands.Add(writes, programme, "Backfill", null);
            SetMembers.Join(writes, circle, Of("Amara Osei"), null, Of("Colin Strachan"));
            PersonCommands.Lead(writes, Of("Tomasz Wilk"), Of("Colin Strachan"), null); // and no longer by Amara, who sits in the set
            SetMembers.Join(writes, circle, Of("Tomasz Wilk"), null, Of("Derek Hollis"));
            return (circle, Of("Derek Hollis"));
        });
        var plan = await _room.BringAsync("Name,E-mail,Manager\nAmara Osei,amara@w.example,derek@w.example\nTomasz Wilk,tomasz@w.example,Ivo Klima\n");
        Assert.Equal("New manager. Everything else stays. Colin stops seeing Amara’s goal at once. Derek Hollis supervises Amara in Backfill.", plan.Rows[0].Why);
        Assert.Equal("New manager. Everything else stays.", plan.Rows[1].Why);
        var supervisors = await _room.File.Db.ReadAsync(reads => reads.Query<long>("SELECT supervisor_id FROM membership WHERE set_id = @set ORDER BY id", new { set }));
        Assert.Equal([id, id], supervisors);

        plan = await _room.LookAsync("Name,E-mail,Manager\nAmara Osei,amara@w.example,tomasz@w.example\n");
        Assert.Equal("Tomasz Wilk is in Backfill together with Amara. A member and their supervisor never sit in one set.", Why(plan, 2));
    }

    [Fact]
    public async Task The_address_by_which_somebody_signs_in_is_given_by_admins_alone()
    {
        await _room.BringAsync("Name\nIvo Klima\nAda\n");
        await _room.File.Writer.RunAsync(writes => writes.Execute("INSERT INTO account (person_id, stamp, is_facilitator) SELECT id, name, 1 FROM person"));
        var table = ImportRoom.Table("Name,E-mail\nIvo Klima,mine@w.example\n");
        var choices = new ImportChoices(table.Guess(), [], false);
        var plan = await _room.File.Db.ReadAsync(reads => ImportPlan.Of(reads, table, choices, [], by: 2));
        Assert.Contains("Only Ivo Klima or an admin", Why(plan, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_rows_take_as_many_statements_as_ten()
    {
        var heard = new Statements();
        await using var room = await ImportRoom.OpenAsync(writer => writer.Opened = heard.Listen);
        string Rows(int from, int count, string job) => "Name,E-mail,Job,Dept.,Office,Manager\n" + string.Concat(Enumerable.Range(from, count)
            .Select(n => $"Person {n},p{n}@w.example,{job},Part {n % 40},Site {n % 7},{(n == from ? "" : $"p{from + ((n - from) / 5)}@w.example")}\n"));
        var few = await heard.CountAsync(() => room.BringAsync(Rows(1, 10, "Buyer")));
        var many = await heard.CountAsync(() => room.BringAsync(Rows(2001, 1000, "Buyer")));
        var changed = await heard.CountAsync(() => room.BringAsync(Rows(2001, 1000, "Planner")));
        Assert.Equal(1010, (await room.AllAsync()).Count);
        Assert.Equal(1000, (await room.AllAsync()).Count(person => person.JobTitle == "Planner"));
        Assert.Equal(few, many);
        Assert.InRange(changed, 10, few + 2);
    }

    private static int[] Counts(ImportPlan plan) =>
        [plan.Count(ImportOutcome.Add), plan.Count(ImportOutcome.Change), plan.Count(ImportOutcome.Skip), plan.Count(ImportOutcome.Wrong)];

    private static string Why(ImportPlan plan, int number) => plan.Rows.Single(row => row.Number == number).Why;
}
