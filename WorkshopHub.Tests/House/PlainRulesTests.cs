namespace WorkshopHub.Tests.House;

public sealed class PlainRulesTests
{
    public static TheoryData<string, string, string> Broken => new()
    {
        { nameof(PlainRules.NoRawHtml), "A.cshtml", "<p>@Html.Raw(Model.Text)</p>" },
        { nameof(PlainRules.NoRawHtml), "A.cs", "return new HtmlString(text);" },
        { nameof(PlainRules.NothingInline), "A.cshtml", """<p style="color:red">a</p>""" },
        { nameof(PlainRules.NothingInline), "A.cshtml", "<style>p { color: red }</style>" },
        { nameof(PlainRules.NothingInline), "A.cshtml", "<script>alert(1)</script>" },
        { nameof(PlainRules.NothingInline), "A.cshtml", """<button type="button" onclick="go()">a</button>""" },
        { nameof(PlainRules.NothingInline), "A.cshtml", """<button hx-on:click="go()">a</button>""" },
        { nameof(PlainRules.PartialsCarryTheirEnding), "A.cshtml", """<partial name="_Card" model="Model" />""" },
        { nameof(PlainRules.PartialsCarryTheirEnding), "A.cs", """return Partial("_Card", card);""" },
        { nameof(PlainRules.HandlersNamePartialsFromTheTop), "A.cs", """return Partial("_Card.cshtml", card);""" },
        { nameof(PlainRules.RoutesAreAbsolute), "A.cshtml", "@page\n@model A" },
        { nameof(PlainRules.RoutesAreAbsolute), "A.cshtml", """@page "{id}" """ },
        { nameof(PlainRules.FilesAreShort), "A.cs", new string('\n', 250) + "a" },
        { nameof(PlainRules.FilesAreShort), "A.cshtml", new string('\n', 150) + "a" },
        { nameof(PlainRules.FormsCarryTheirToken), "A.cshtml", """<form method="post" action="/signin?handler=Out">""" },
        { nameof(PlainRules.ScriptsRunNoText), "a.js", "eval(text)" },
        { nameof(PlainRules.NamesStandInOrder), "WorkshopHub.Web/People/A.cs", "SELECT p.id FROM person p ORDER BY s.position, p.name LIMIT 3" },
        { nameof(PlainRules.NamesStandInOrder), "WorkshopHub.Web/People/A.cs", "SELECT id FROM person ORDER BY name COLLATE NOCASE" },
    };

    public static TheoryData<string, string, string> Kept => new()
    {
        { nameof(PlainRules.NothingInline), "A.cshtml", """<script type="module" src="~/js/live.js"></script><p data-on="1">a</p>""" },
        { nameof(PlainRules.PartialsCarryTheirEnding), "A.cshtml", """<partial name="_Card.cshtml" /><partial name="@Model.Partial" />""" },
        { nameof(PlainRules.RoutesAreAbsolute), "A.cshtml", """@page "/w/{id:long}" """ },
        { nameof(PlainRules.FormsCarryTheirToken), "A.cshtml", """<form method="post" action="/signin?handler=Out" asp-antiforgery="true"><form method="post">""" },
        { nameof(PlainRules.FilesAreShort), "A.cs", new string('\n', 249) + "a" },
        { nameof(PlainRules.NamesStandInOrder), "WorkshopHub.Web/People/A.cs", "ORDER BY ifnull(u.name, s.name) COLLATE NAMES, p.id" },
    };

    [Fact]
    public void Nothing_is_written_past_the_encoder() => AssertKept(nameof(PlainRules.NoRawHtml), Source.Program);

    [Fact]
    public void Pages_have_no_inline_script_style_or_handler() =>
        AssertKept(nameof(PlainRules.NothingInline), Source.Program);

    [Fact]
    public void Partials_are_named_with_their_ending() =>
        AssertKept(nameof(PlainRules.PartialsCarryTheirEnding), Source.Program);

    [Fact]
    public void Handlers_name_partials_from_the_top() =>
        AssertKept(nameof(PlainRules.HandlersNamePartialsFromTheTop), Source.Program);

    [Fact]
    public void Every_page_has_an_explicit_absolute_route() =>
        AssertKept(nameof(PlainRules.RoutesAreAbsolute), Source.Program);

    [Fact]
    public void Forms_with_an_address_carry_their_token() =>
        AssertKept(nameof(PlainRules.FormsCarryTheirToken), Source.Program);

    [Fact]
    public void Lists_of_names_stand_as_a_directory_has_them() => AssertKept(nameof(PlainRules.NamesStandInOrder), Source.Program);

    [Fact]
    public void Files_are_short() => AssertKept(
        nameof(PlainRules.FilesAreShort),
        [
            .. Source.Program,
            .. Source.Read(Path.Combine(Repo.Root, "WorkshopHub.Tests"), "*.cs"),
            .. Source.Read(Path.Combine(Repo.Root, "WorkshopHub.Bench"), "*.cs"),
            .. Source.Read(Path.Combine(Repo.Root, "wwwroot", "js"), "*.js"),
        ]);

    [Fact]
    public void Scripts_run_no_text() =>
        AssertKept(nameof(PlainRules.ScriptsRunNoText), Source.Read(Path.Combine(Repo.Root, "wwwroot", "js"), "*.js"));

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_rule_notices_when_it_is_broken(string rule, string path, string text) =>
        Assert.NotEmpty(Rule(rule)(new Source(path, text)));

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_rule_is_content_with_what_keeps_it(string rule, string path, string text) =>
        Assert.Empty(Rule(rule)(new Source(path, text)));

    private static void AssertKept(string rule, IEnumerable<Source> sources)
    {
        var broken = sources.SelectMany(Rule(rule)).ToList();
        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    private static Func<Source, IEnumerable<string>> Rule(string name) =>
        typeof(PlainRules).GetMethod(name)!.CreateDelegate<Func<Source, IEnumerable<string>>>();
}
