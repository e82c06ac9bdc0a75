using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <content>The actions of sets, beside their totals.</content>
public sealed partial class DifferenceTests
{
    [Fact]
    public async Task A_set_with_few_actions_never_stands_alone_as_the_rest()
    {
        var report = await ReadAsync(writes =>
        {
            foreach (var (count, position) in new[] { (9, 1), (6, 2), (3, 3) })
            {
                Actions(writes, position, count);
            }
        });

        Assert.Equal([(1L, (int?)9), (null, 9)], report.Work!.Actions.Select(bar => (bar.Set?.Position, bar.Total)));
    }

    [Fact]
    public async Task What_is_fewer_than_five_of_a_state_in_a_set_is_told_neither_alone_nor_as_the_rest_of_the_whole()
    {
        var report = await ReadAsync(writes =>
        {
            Actions(writes, 1, 12);
            Actions(writes, 2, 20);
            writes.Execute("UPDATE set_action SET state = 'Partly' WHERE set_id = 1 AND number <= 3; UPDATE set_action SET state = 'NotDone' WHERE set_id = 1 AND number = 4");
            writes.Execute("UPDATE set_action SET state = 'Partly' WHERE set_id = 2 AND number <= 4; UPDATE set_action SET state = 'Dropped' WHERE set_id = 2 AND number IN (5, 6)");
        });

        var (few, many) = (report.Work!.Actions[0], report.Work.Actions[1]);
        Assert.Equal([8, null, null, 0, 0], few.Counts);
        Assert.Equal((true, null, null), (few.HasFew, few.Together, few.Total));
        Assert.Equal([14, null, 0, null, 0], many.Counts);
        Assert.Equal((true, null, null), (many.HasFew, many.Together, many.Total)); // or the total less these 20 and those 8 would tell the 4
        int Rest(double? total, params IEnumerable<int?> seen) => (int)total! - seen.Sum(count => count ?? 0);
        Assert.Equal((32.0, 22.0), (report.Find("actions-agreed")!.Value, report.Find("actions-done")!.Value));
        Assert.All(
            [
                Rest(report.Find("actions-agreed")!.Value, report.Work.Actions.Select(bar => bar.Counts.Append(bar.Together).Sum())),
                Rest(report.Find("actions-done")!.Value, report.Work.Actions.Select(bar => bar.Done)),
                Rest(report.Find("actions-otherwise")!.Value, report.Work.Actions.SelectMany(bar => bar.Counts.Skip(1))),
            ], left => Assert.True(left is 0 or >= 5, $"{left} are left"));
        Assert.Equal(few, ActionBar.Told(few));
        var chart = ReportCharts.Actions(report.Work);
        Assert.Contains("8 done, some not told", chart.Words, StringComparison.Ordinal);
        Assert.Equal(["8", "not told alone", "not told alone", "0", "0", "not told alone"], chart.Table.Rows[0].Skip(1));
        Assert.Equal(("Actions done in part, or reported as not done, or given up", "10"), (report.Find("actions-otherwise")!.Name, report.Find("actions-otherwise")!.Words));
        string[] finer = ["actions-partly", "actions-not-done", "actions-dropped"];
        Assert.All(finer, key => Assert.Null(report.Find(key)));
    }

    [Fact]
    public async Task Where_few_are_done_or_few_are_not_neither_the_first_page_nor_a_bar_nor_the_days_tell_how_many()
    {
        foreach (var (done, words) in new[] { (3, "fewer than five"), (10, "all but fewer than five") })
        {
            var report = await ReadAsync(writes =>
            {
                Actions(writes, 1, 12);
                writes.Execute("UPDATE set_action SET state = 'NotDone' WHERE number > @done", new { done });
                writes.Execute(
                    """
                    INSERT INTO set_action_report (action_id, round, key, state, did, happened, learned, due, created_at, changed_at)
                    SELECT id, 1, lower(hex(randomblob(13))), 'Done', 'Asked', 'They told', 'To ask', '2026-03-20', '2026-03-14T09:00:00.000Z', @Now FROM set_action WHERE state = 'Done'
                    """, new { writes.Now });
            });

            Assert.Equal((words, "12"), (report.Find("actions-done")!.Words, report.Find("actions-agreed")!.Words));
            Assert.Equal([null, 0, null, 0, 0], report.Work!.Actions[0].Counts);
            Assert.Equal((done < 5 ? "fewer than five" : "2 days", null), (report.Find("days-to-done")!.Words, report.Find("days-to-done")!.N));
        }
    }

    private static void Actions(Writes writes, int position, int count)
    {
        var set = Set(writes, position);
        var owner = Member(writes, set, position);
        for (var number = 1; number <= count; number++)
        {
            writes.Execute(
                """
                INSERT INTO set_action (key, set_id, number, owner_id, text, agreed_on, due, state, created_at, changed_at)
                VALUES (@key, @set, @number, @owner, 'Ask', '2026-03-12', '2026-03-20', 'Done', @Now, @Now)
                """, new { key = Web.Accounts.Tokens.New(), set, number, owner, writes.Now });
        }
    }
}
