using WorkshopHub.Web.Activities.Rounds;

namespace WorkshopHub.Tests.Activities.Rounds;

public sealed class WallTablesTests
{
    [Theory]
    [InlineData(6, true, 3, 40)]
    [InlineData(7, false, 4, 40)]
    [InlineData(7, true, 4, 32)]
    [InlineData(12, true, 4, 28)]
    public void Names_four_tables_abreast_leave_room_for_the_next_table_beside_them(int tables, bool beside, int columns, int size) =>
        Assert.Equal(new WallTables(columns, size, false), WallTables.For(tables, 5, beside));
}
