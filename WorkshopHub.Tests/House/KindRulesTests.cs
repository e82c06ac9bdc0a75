using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Activities;

namespace WorkshopHub.Tests.House;

public sealed class KindRulesTests
{
    private static readonly List<ActivityKind> _kinds = FindKinds();

    [Fact]
    public void Every_kind_has_a_key_of_its_own() =>
        AssertKept(KindRules.KeysAreOneWordEach(_kinds.Select(kind => kind.Key)));

    [Fact]
    public void A_key_that_is_taken_or_no_kebab_word_is_noticed() =>
        Assert.Equal(2, KindRules.KeysAreOneWordEach(["posts", "posts", "dot-votes", "DotVotes"]).Count());

    [Fact]
    public void Every_kind_stands_in_a_folder_of_its_own() =>
        Assert.Equal(_kinds.Count, _kinds.Select(KindRules.FolderOf).Distinct().Count(folder => folder != "Activities"));

    [Fact]
    public void Every_kind_has_the_partials_that_pages_ask_for() => AssertKept(_kinds.SelectMany(kind =>
        KindRules.PartialsMissing(KindRules.FolderOf(kind), Source.Program.Select(source => source.Path))));

    [Fact]
    public void A_missing_partial_is_noticed() => Assert.Single(KindRules.PartialsMissing(
        "Polls", ["WorkshopHub.Web/Activities/Polls/_Phone.cshtml", "WorkshopHub.Web/Activities/Polls/_Report.cshtml"]));

    [Fact]
    public void Nothing_knows_a_kind_by_name() => AssertKept(_kinds.SelectMany(kind => KindRules.NamedElsewhere(
        kind.Key, KindRules.FolderOf(kind),
        Source.Program.Concat(Source.Read(Path.Combine(Repo.Root, "wwwroot", "js"), "*.js")))));

    [Theory]
    [InlineData("WorkshopHub.Web/Screens/A.cs", """if (activity.Kind == "polls") { }""")]
    [InlineData("WorkshopHub.Web/Screens/A.cs", """kind switch { _ => 0 }; switch (kind) { case "polls": break; }""")]
    [InlineData("WorkshopHub.Web/Screens/A.cs", """var kind = kinds["polls"];""")]
    [InlineData("WorkshopHub.Web/Activities/Spine.cs", "using WorkshopHub.Web.Activities.Polls;")]
    [InlineData("WorkshopHub.Web/Screens/A.cshtml", """<partial name="~/Activities/Polls/_Wall.cshtml" />""")]
    [InlineData("wwwroot/js/phone.js", """if (form.dataset.kind === 'polls') { }""")]
    [InlineData("wwwroot/js/phone.js", """import "./js/kinds/polls.js";""")]
    [InlineData("WorkshopHub.Web/Workshops/A.cshtml", """<link rel="stylesheet" href="~/css/kinds/polls.css" />""")]
    public void A_kind_that_is_known_elsewhere_is_noticed(string path, string text) =>
        Assert.Single(KindRules.NamedElsewhere("polls", "Polls", [new Source(path, text)]));

    [Fact]
    public void Styles_and_scripts_of_kinds_are_called_after_their_kind() => AssertKept(KindRules.StrayFiles(
        _kinds.Select(kind => kind.Key),
        new[] { "css", "js" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repo.Root, "wwwroot", folder, "kinds"))).Select(Repo.Relative)));

    [Fact]
    public void A_style_sheet_of_no_kind_is_noticed() =>
        Assert.Single(KindRules.StrayFiles(["polls"], ["wwwroot/css/kinds/polls.css", "wwwroot/css/kinds/votes.css"]));

    [Theory]
    [InlineData("WorkshopHub.Web/Activities/Polls/PollKind.cs", """public override string Key => "polls";""")]
    [InlineData("WorkshopHub.Web/Demo/A.cs", """Add("polls");""")]
    [InlineData("WorkshopHub.Web/Screens/A.cshtml", """<p>@(n == 1 ? "poll" : "polls")</p>""")]
    public void A_kind_is_known_at_home_and_in_the_demo(string path, string text) =>
        Assert.Empty(KindRules.NamedElsewhere("polls", "Polls", [new Source(path, text)]));

    private static List<ActivityKind> FindKinds()
    {
        var services = new ServiceCollection().AddActivities();
        return [.. services.Where(service => service.ServiceType == typeof(ActivityKind)).Select(service =>
            (ActivityKind)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(service.ImplementationType!))];
    }

    private static void AssertKept(IEnumerable<string> broken) => Assert.True(!broken.Any(), string.Join('\n', broken));
}
