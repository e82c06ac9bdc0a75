using System.Text.RegularExpressions;

namespace WorkshopHub.Tests.Shared;

public sealed partial class KindStylesTests
{
    [Theory]
    [InlineData("/signin")]
    [InlineData("/wall")]
    [InlineData("/j/000000")]
    public async Task Pages_link_the_style_sheet_of_every_kind_once_in_order_and_for_this_version(string page)
    {
        await using var site = new Site(World.Plant().File);
        using var client = site.NewClient();
        using var answer = await client.GetAsync(page, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var links = KindLink().Matches(html).Select(link => (Name: link.Groups[2].Value, Address: link.Groups[1].Value)).ToList();
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Repo.Root, "wwwroot", "css", "kinds"), "*.css").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            links.Select(link => link.Name));
        foreach (var (name, address) in links)
        {
            Assert.NotEqual($"/css/kinds/{name}.css", address);
            using var sheet = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(sheet.IsSuccessStatusCode, address);
        }
    }

    [GeneratedRegex("""href="(/css/kinds/([a-z-]+)\.[^"]*)""")]
    private static partial Regex KindLink();
}
