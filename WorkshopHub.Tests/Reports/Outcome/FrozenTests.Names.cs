using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <content>What goes when people go, and when the days after the closing are over.</content>
public sealed partial class FrozenTests
{
    [Fact]
    public async Task Whose_name_was_taken_out_of_the_house_is_named_in_no_version_and_all_others_are()
    {
        var printed = Path.Combine(Directory.CreateDirectory(Path.Combine(_site.File.Folder, "reports")).FullName, $"{_world.Programme}-1-0123456789abcdef.pdf");
        await File.WriteAllTextAsync(printed, "Alma Tamm", Stop);
        await _site.Writer.RunAsync(writes =>
        {
            writes.Execute("UPDATE membership SET left_at = @Now WHERE person_id = @alma", new { alma = _world["Alma Tamm"], writes.Now });
            return PersonRemoval.Remove(writes, _world["Alma Tamm"], _site.Services.GetServices<Web.Accounts.IPersonGoes>(), _world["Mari Kask"]);
        }, Stop);
        Assert.False(File.Exists(printed), "what was printed with the name goes with it, before anybody looks");
        var version = await VersionAsync();
        Assert.DoesNotContain("Alma Tamm", version, StringComparison.Ordinal);
        Assert.DoesNotContain("Alma Tamm", await _site.OneAsync<string>("SELECT report FROM report_version"), StringComparison.Ordinal);
        Assert.Contains(PersonRemoval.NameLeft, version, StringComparison.Ordinal);
        Assert.Contains("Bo Lind", version, StringComparison.Ordinal);
        Assert.Contains("Salma Tamme", version, StringComparison.Ordinal); // another name that holds the letters of this one
    }

    [Fact]
    public async Task A_name_that_somebody_else_bears_too_stays()
    {
        await _site.Writer.RunAsync(writes =>
        {
            var namesake = writes.Insert("INSERT INTO person (name, created_at, changed_at) VALUES ('Alma Tamm', @Now, @Now)", new { writes.Now });
            return PersonRemoval.Remove(writes, namesake, _site.Services.GetServices<Web.Accounts.IPersonGoes>(), _world["Mari Kask"]);
        }, Stop);
        Assert.Contains("Alma Tamm", await VersionAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_days_after_the_closing_are_over_the_picture_of_who_knows_whom_goes_and_its_counts_stay()
    {
        await _site.Writer.RunAsync(writes =>
        {
            foreach (var room in _site.Services.GetServices<IForgetting>())
            {
                room.OnClosing(writes, _world.Programme);
            }

            return true;
        }, Stop);
        var kept = ReportJson.Read((await _site.OneAsync<string>("SELECT report FROM report_version"))!).Together!;
        Assert.Empty(kept.Now!.Dots);
        Assert.Empty(kept.Now.Lines);
        Assert.Empty(kept.Then!.Dots);
        Assert.Empty(kept.Then.Lines);
        var whole = ReportExample.Whole().Together!;
        Assert.Equal((whole.Now!.Ring, whole.Now.Possible), (kept.Now.Ring, kept.Now.Possible));
        Assert.Equal(whole.Now.Cells, kept.Now.Cells);
        Assert.Contains("Who knew whom is deleted", await PageAsync(), StringComparison.Ordinal);
    }
}
