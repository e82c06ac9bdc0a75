namespace WorkshopHub.Tests.House;

public sealed class HouseTests
{
    [Fact]
    public void The_house_stands() => Assert.NotNull(typeof(Program).Assembly);
}
