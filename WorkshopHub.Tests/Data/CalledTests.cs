using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class CalledTests
{
    [Theory]
    [InlineData("Amara Osei", "Amara")]
    [InlineData("Dr Kwabena Mensah", "Kwabena")]
    [InlineData("Prof. Dr. Helen Yeo", "Helen")]
    [InlineData("Frau Dr. Vera Vorstand", "Vera")]
    [InlineData("Dr", "Dr")]
    [InlineData("Plato", "Plato")]
    public void Somebody_is_called_by_the_first_name_and_never_by_a_title(string name, string called) =>
        Assert.Equal(called, Called.First(name));
}
