using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.House;

/// <summary>A row of the table of rights that nothing asks is no rule: it only looks like one.</summary>
public sealed class AccessRowTests
{
    [Fact]
    public void Each_row_of_the_table_of_rights_is_asked_by_some_code() =>
        Assert.Equal([], Unasked(Source.Program));

    [Fact]
    public void A_row_that_is_named_in_the_table_alone_is_noticed() => Assert.Equal(
        Enum.GetNames<Artefact>().Where(name => name != nameof(Artefact.Goals)),
        Unasked([
            new Source("WorkshopHub.Web/Accounts/AccessTable.cs", "(Artefact.Ranks, Assurance.Vouched, \"w\"),"),
            new Source("WorkshopHub.Web/Accounts/Artefact.cs", "Artefact.Meetings"),
            new Source("WorkshopHub.Web/Programmes/A.cs", "AccessTable.Reads(Artefact.Goals, role) // Artefact.GoalsOfOthers"),
        ]));

    private static IEnumerable<string> Unasked(IEnumerable<Source> sources)
    {
        var text = string.Join('\n', sources.Where(source => source.Path is not ("WorkshopHub.Web/Accounts/AccessTable.cs" or "WorkshopHub.Web/Accounts/Artefact.cs"))
            .Select(source => source.Text));
        return Enum.GetNames<Artefact>().Where(name => !System.Text.RegularExpressions.Regex.IsMatch(text, $@"\bArtefact\.{name}\b"));
    }
}
