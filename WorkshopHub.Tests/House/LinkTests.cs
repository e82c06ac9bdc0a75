using System.Text.RegularExpressions;

namespace WorkshopHub.Tests.House;

/// <summary>Every page can be reached: another page leads to it, or people type it or are given it.</summary>
public sealed partial class LinkTests
{
    /// <summary>Addresses that people type, scan, or are given, and those that answer only to what is pressed.</summary>
    private static readonly string[] _given =
    [
        "/", "/setup", "/wall", "/i/{token}", "/check/{token}", "/try/{token}", "/guest/{key}", // typed, printed or scanned
        "/errors/{code}", "/j/wait", "/table", // the program leads there by itself
        "/w/{workshop:long}/control/rounds/print", // its link is put together from the desk's address
    ];

    [Fact]
    public void Every_page_is_linked_from_another_page_or_is_an_address_that_people_type_or_get()
    {
        var pages = Source.Program.Where(source => source.IsRazor)
            .Select(source => (source, Route: Route().Match(source.Text).Groups[1].Value)).Where(page => page.Route.Length > 0).ToList();
        Assert.True(pages.Count > 40);
        var nowhere = pages.Where(page => !_given.Contains(page.Route, StringComparer.Ordinal))
            .Where(page => !Source.Program.Any(other => other.Path != page.source.Path && LeadsTo(other, page.Route)))
            .Select(page => page.Route);
        Assert.Equal([], nowhere);
    }

    [Theory]
    [InlineData("""<a href="/w/@Model.Id/people">""", "/w/{workshop:long}/people", true)]
    [InlineData("""<a href="/w/@Model.Id/people">""", "/w/{workshop:long}/paper", false)]
    [InlineData("""<a href="/w/@Model.Id/people">""", "/w/{workshop:long}", false)]
    [InlineData("""var home = $"/w/{Model.Workshop}/paper";""", "/w/{workshop:long}/paper", true)]
    [InlineData("""<form action="/j/@Model.Key?handler=pick">""", "/j/{key?}", true)]
    [InlineData("""RedirectToPage("/Accounts/SetUpTry")""", "/setup/try", true)]
    public void A_link_is_an_address_in_quotes_with_anything_where_the_route_has_a_name(string text, string route, bool leads) =>
        Assert.Equal(leads, LeadsTo(new Source("WorkshopHub.Web/Some/Page.cshtml", text), route));

    // A page that a handler leads to by its name is linked, too.
    private static bool LeadsTo(Source source, string route) => Address(route).IsMatch(source.Text)
        || Source.Program.Any(page => page.IsRazor && Route().Match(page.Text).Groups[1].Value == route
            && source.Text.Contains($"""RedirectToPage("/{page.Path["WorkshopHub.Web/".Length..^".cshtml".Length]}""", StringComparison.Ordinal));

    private static Regex Address(string route) => new(
        "[\"'`]" + string.Join("/", route.Split('/').Select(part => part.StartsWith('{')
            ? part.EndsWith("?}", StringComparison.Ordinal) ? "[^/\"'`]*" : "[^/\"'`]+" : Regex.Escape(part)))
        .Replace("/[^/\"'`]*", "(?:/[^/\"'`]*)?", StringComparison.Ordinal) + "(?:[?#][^\"'`]*)?[\"'`]", RegexOptions.CultureInvariant);

    [GeneratedRegex("""^@page "([^"]+)""")]
    private static partial Regex Route();
}
