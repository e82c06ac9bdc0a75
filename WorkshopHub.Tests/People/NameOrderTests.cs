using WorkshopHub.Web.People;
using WorkshopHub.Web.People.Import;

namespace WorkshopHub.Tests.People;

/// <summary>Lists from other programs, in which the last name often stands first.</summary>
public sealed class NameOrderTests
{
    [Theory]
    [InlineData("Osei, Amara", "Amara Osei")]
    [InlineData("van der Berg, Anna Maria", "Anna Maria van der Berg")]
    [InlineData("Yeo, Dr Helen", "Dr Helen Yeo")]
    [InlineData("Margaret Ainslie, Ph.D.", "Margaret Ainslie, Ph.D.")]
    [InlineData("Osei, Amara, Team north", "Osei, Amara, Team north")]
    [InlineData("Osei,", "Osei,")]
    [InlineData("Amara Osei", "Amara Osei")]
    public void The_first_name_comes_first_and_what_is_none_stays(string words, string name) => Assert.Equal(name, NameOrder.Plain(words));

    [Fact]
    public async Task Lists_in_which_the_last_name_stands_first_mean_the_same_people()
    {
        await using var room = await ImportRoom.OpenAsync();
        const string Turned = """
            Name,E-mail,Manager
            "Strachan, Colin",colin@w.example,
            "Osei, Amara","Osei, Amara <amara@w.example>","Strachan, Colin"
            "Ainslie, Ph.D.",ainslie@w.example,"OSEI,AMARA"
            "Wilk, Tomasz",,Amara Osei
            """;
        var plan = await room.BringAsync(Turned);
        Assert.Equal([4, 0, 0, 0], new[] { ImportOutcome.Add, ImportOutcome.Change, ImportOutcome.Skip, ImportOutcome.Wrong }.Select(plan.Count));
        Assert.Equal("""
            Ainslie, Ph.D.|ainslie@w.example|||||Amara Osei
            Amara Osei|amara@w.example|||||Colin Strachan
            Colin Strachan|colin@w.example|||||
            Tomasz Wilk||||||Amara Osei
            """, await room.PeopleAsync());

        // Who came in turned before, without an address, is found by either order and called as everybody is.
        await room.File.Writer.RunAsync(writes => writes.Execute("UPDATE person SET name = 'Wilk, Tomasz' WHERE name = 'Tomasz Wilk'"), TestContext.Current.CancellationToken);
        plan = await room.BringAsync(Turned);
        Assert.Equal([0, 1, 3, 0], new[] { ImportOutcome.Add, ImportOutcome.Change, ImportOutcome.Skip, ImportOutcome.Wrong }.Select(plan.Count));
        Assert.Contains("Tomasz Wilk|", await room.PeopleAsync(), StringComparison.Ordinal);
        Assert.Equal(2, room.File.Ask<long>("SELECT count(*) FROM person p JOIN person m ON m.id = p.manager_id WHERE m.name = 'Amara Osei'"));
    }

    [Theory]
    [InlineData("Name;E-mail;Manager\nOsei, Amara;amara@w.example;Strachan, Colin\nWilk, Tomasz;tomasz@w.example;Strachan, Colin\n")]
    [InlineData("Name\tE-mail\tManager\nOsei, Amara\tamara@w.example\tStrachan, Colin\nWilk, Tomasz\ttomasz@w.example\n")]
    [InlineData("Name|E-mail|Manager\nOsei, Amara|amara@w.example|Strachan, Colin\nWilk, Tomasz|tomasz@w.example|Strachan, Colin\n")]
    public void A_comma_in_a_name_without_quotation_marks_tells_no_cells_apart(string text) =>
        Assert.Equal(["Osei, Amara", "Wilk, Tomasz"], ImportRoom.Table(text).Lines.Select(line => line.C[0]));
}
