using Microsoft.AspNetCore.Razor.TagHelpers;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Tests.Shared;

public sealed class DrawingTests
{
    [Theory]
    [InlineData(1, "m-circle")]
    [InlineData(6, "m-star")]
    [InlineData(7, "o-circle")]
    [InlineData(12, "o-star")]
    public void A_mark_follows_from_the_position_and_repeats_as_an_outline(long position, string symbol) =>
        Assert.Equal(symbol, Marks.For(position).Symbol);

    [Fact]
    public void Every_mark_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(Repo.Root, "wwwroot", "img", "icons.svg"));
        Assert.All(Enumerable.Range(1, 12), position =>
            Assert.Contains($"id=\"{Marks.For(position).Symbol}\" viewBox=", sprite, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HTTP://HUB.CVH/J/4827", 25)]
    [InlineData("HTTP://HUB.WENDMERE/J/ABCDEFGHIJKLMNOPQRSTUVWXYZ", 29)]
    public void A_code_is_as_small_as_its_text_allows_and_has_its_quiet_zone(string text, int modules)
    {
        var output = new TagHelperOutput("qr", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new QrTagHelper { Text = text }.Process(new TagHelperContext([], new Dictionary<object, object>(), "qr"), output);
        Assert.Equal($"0 0 {modules + 8} {modules + 8}", output.Attributes["viewBox"].Value);
    }

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var sprite = File.ReadAllText(Path.Combine(Repo.Root, "wwwroot", "img", "icons.svg"));
        var missing = House.Source.Program.Where(source => source.IsRazor)
            .SelectMany(source => System.Text.RegularExpressions.Regex.Matches(source.Text, "<icon name=\"([a-z]-[a-z]+)\"")
                .Select(match => (source.Path, Name: match.Groups[1].Value)))
            .Where(icon => !sprite.Contains($"id=\"{icon.Name}\"", StringComparison.Ordinal));
        Assert.Empty(missing);
    }
}
