namespace WorkshopHub.Tests.House;

public sealed class SqlRuleTests
{
    [Fact]
    public void Values_reach_sql_as_parameters_only()
    {
        var broken = SqlRule.Broken(Source.Program).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Theory]
    [InlineData("""reads.Query<long>($"SELECT {name} FROM person")""")]
    [InlineData("""reads.First<long>("SELECT id FROM person WHERE name = '" + name + "'")""")]
    [InlineData("""writes.Execute(string.Format("DELETE FROM {0}", name))""")]
    public void A_value_woven_into_sql_is_noticed(string call) => Assert.Single(SqlRule.Broken([Method(call)]));

    [Theory]
    [InlineData("""reads.Query<long>($"SELECT {Columns} FROM person WHERE name = @name", new { name })""")]
    [InlineData("""texts.First(text => text == "SELECT" + name)""")]
    public void A_constant_in_sql_is_content(string call) => Assert.Empty(SqlRule.Broken([Method(call)]));

    private static Source Method(string call) => new(
        "WorkshopHub.Web/People/A.cs", $"class A {{ const string Columns = \"id, name\"; object B(string name) => {call}; }}");
}
