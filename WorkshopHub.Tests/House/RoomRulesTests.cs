namespace WorkshopHub.Tests.House;

public sealed class RoomRulesTests
{
    [Fact]
    public void Rooms_lean_one_way() => AssertKept(RoomRules.RoomsLeanOneWay(Source.Program));

    [Theory]
    [InlineData("WorkshopHub.Web/Data/A.cs", "using WorkshopHub.Web.Accounts;")]
    [InlineData("WorkshopHub.Web/Home/A.cshtml", "@model WorkshopHub.Web.Programmes.Programme")]
    [InlineData("WorkshopHub.Web/Workshops/Phone/A.cs", "using WorkshopHub.Web.Demo;")]
    [InlineData("WorkshopHub.Web/Newroom/A.cs", "using WorkshopHub.Web.Data;")]
    public void A_room_that_uses_what_it_may_not_is_noticed(string path, string text) =>
        Assert.Single(RoomRules.RoomsLeanOneWay([new Source(path, text)]));

    [Theory]
    [InlineData("WorkshopHub.Web/Live/A.cs", "using WorkshopHub.Web.Accounts;\nnamespace WorkshopHub.Web.Live;")]
    [InlineData("WorkshopHub.Web/Program.cs", "using WorkshopHub.Web.Demo;")]
    [InlineData("WorkshopHub.Web/Demo/A.cs", "using WorkshopHub.Web.Screens;")]
    public void A_room_uses_what_it_may(string path, string text) =>
        Assert.Empty(RoomRules.RoomsLeanOneWay([new Source(path, text)]));

    [Fact]
    public void A_table_is_written_in_one_room_only() => AssertKept(RoomRules.OneRoomWritesATable(Source.Program));

    [Fact]
    public void A_table_that_two_rooms_write_is_noticed() => Assert.Single(RoomRules.OneRoomWritesATable(
    [
        new Source("WorkshopHub.Web/People/A.cs", "INSERT OR IGNORE INTO person (name) VALUES (@name) ON CONFLICT DO UPDATE SET a = 1"),
        new Source("WorkshopHub.Web/Home/B.cs", "UPDATE person SET name = @name"),
        new Source("WorkshopHub.Web/Home/C.cs", "SELECT name FROM person; DELETE FROM door"),
    ]));

    [Fact]
    public void No_folder_is_called_by_a_technique() => AssertKept(RoomRules.NoFolderOfLeftovers(
        Source.Program.Select(source => source.Path)
            .Concat(Source.Read(Path.Combine(Repo.Root, "wwwroot"), "*.*").Select(source => source.Path))
            .Concat(Source.Read(Path.Combine(Repo.Root, "WorkshopHub.Tests"), "*.cs").Select(source => source.Path))));

    [Fact]
    public void A_folder_called_by_a_technique_is_noticed() =>
        Assert.Single(RoomRules.NoFolderOfLeftovers(["WorkshopHub.Web/People/Helpers/A.cs", "WorkshopHub.Web/People/Help.cs"]));

    private static void AssertKept(IEnumerable<string> broken) =>
        Assert.True(!broken.Any(), string.Join('\n', broken));
}
