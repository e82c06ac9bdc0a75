using System.Text.RegularExpressions;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Tests.Shared;

/// <summary>Figures are written in one way wherever they stand.</summary>
public sealed partial class AmountTests
{
    [Theory]
    [InlineData(19.1, "%", "19.1%")]
    [InlineData(12, "days", "12 days")]
    [InlineData(1250, "", "1,250")]
    [InlineData(0.125, "", "0.125")]
    [InlineData(10.0 / 3, "%", "3.33%")]
    [InlineData(-2, "%", "-2%")]
    public void A_figure_stands_with_its_unit_and_a_share_without_a_space(double value, string unit, string words) => Assert.Equal(words, Amount.Say(value, unit));

    [Theory]
    [InlineData("min", "4.5 min")]
    [InlineData("per week", "4.5")]
    [InlineData(null, "4.5")]
    public void A_long_unit_stands_once_beside_the_name(string? unit, string words) => Assert.Equal(words, Amount.Brief(4.5, unit));

    [Fact]
    public void No_page_and_no_code_writes_a_share_in_another_way()
    {
        Assert.Matches(Apart(), "19.1 %");
        Assert.Matches(Apart(), "@net.Percent %</b>");
        Assert.Matches(Apart(), "$\"{share} %\"");
        string[] wrong =
        [
            .. from file in Repo.Sources(Repo.Web, "*.cs").Concat(Repo.Sources(Repo.Web, "*.cshtml"))
               from line in File.ReadLines(file).Index()
               where Apart().IsMatch(line.Item)
               select $"{Repo.Relative(file)}:{line.Index + 1} {line.Item.Trim()}",
        ];
        Assert.Empty(wrong);
    }

    /// <summary>A number, or what gives one, with a space before its sign: a division has something behind it.</summary>
    [GeneratedRegex("""[\w})][\x20\u00A0\u202F]%(?=$|[<".,;:)\]}])""")]
    private static partial Regex Apart();
}
