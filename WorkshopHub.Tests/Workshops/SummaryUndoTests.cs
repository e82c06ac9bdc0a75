using System.Net;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What was carried over, in the summary: who reads it, and how it is put back.</summary>
public sealed class SummaryUndoTests : SummaryRoom
{
    [Fact]
    public async Task Undoing_says_what_it_puts_back_keeps_the_reason_and_can_be_taken_back_where_nothing_else_changed()
    {
        var (name, note) = await Site.Writer.RunAsync(w => (
            Carry(w, new Carried { Target = "SetName", SetId = Planted.Sets[0].Id, Text = "Keel", Before = "Circle" }),
            Carry(w, new Carried { Target = "Commitment", PersonId = Planted["Bo Lind"], Text = "I ring the depot", Due = "2026-06-09" })));
        var mari = await SignedInAsync("Mari Kask");
        var page = await mari.GetStringAsync(Summary);
        Assert.Contains("<b>The set\u2019s name</b>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("By 9 June 2026.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"reason\"", page, StringComparison.Ordinal);
        page = WebUtility.HtmlDecode(await mari.GetStringAsync($"{Summary}?undo={name}"));
        Assert.Contains("The set is called “Circle” again", page, StringComparison.Ordinal);
        Assert.Contains("reopen the activity", page, StringComparison.Ordinal);
        page = WebUtility.HtmlDecode(await mari.GetStringAsync($"{Summary}?undo={note}"));
        Assert.Contains("You can carry it over again.", page, StringComparison.Ordinal);

        using var tooLong = await mari.PostFormAsync($"{Summary}?undo={note}", $"{Summary}?handler=undo", ("carried", $"{note}"), ("reason", new string('z', 201)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        Assert.Contains(new string('z', 201), await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await mari.PostFormAsync($"{Summary}?undo={note}", $"{Summary}?handler=undo", ("carried", $"{note}"), ("reason", "Said by somebody else"));
        Assert.Equal(("Undone", "Said by somebody else"), await RowAsync(note));
        page = await mari.GetStringAsync(Summary);
        Assert.Contains("Said by somebody else", page, StringComparison.Ordinal);
        var sven = await (await SignedInAsync("Sven Sponsor")).GetStringAsync(Summary);
        Assert.DoesNotContain("Said by somebody else", sven, StringComparison.Ordinal);
        Assert.DoesNotContain("undo=", sven, StringComparison.Ordinal);
        await mari.PostFormAsync(Summary, $"{Summary}?handler=again", ("carried", $"{note}"));
        Assert.Equal(("Carried", ""), await RowAsync(note));
        using var never = await mari.PostFormAsync(Summary, $"{Summary}?handler=again", ("carried", $"{name}"));
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    [Fact]
    public async Task What_is_only_a_sets_is_not_in_the_table_of_those_who_are_not_of_the_set()
    {
        await Site.Writer.RunAsync(w => Carry(w, new Carried { Target = "FirstQuestion", SetId = Planted.Sets[0].Id, Text = "What is at stake for you?" }));
        await Site.Writer.RunAsync(w => Carry(w, new Carried { Target = "Volunteer", PersonId = Planted["Bo Lind"], Text = "As an expert" }));
        using var bo = await PlainPhone.JoinAsync(Planted, Site, "Bo Lind");
        using var cecil = await PlainPhone.JoinAsync(Planted, Site, "Cecil Hart");
        await Site.Writer.RunAsync(w => w.Execute("UPDATE device SET assurance = 'Vouched'"));
        Assert.Contains("at stake", await bo.Client.GetStringAsync(Summary), StringComparison.Ordinal);
        Assert.DoesNotContain("at stake", await cecil.Client.GetStringAsync(Summary), StringComparison.Ordinal);
        Assert.DoesNotContain("As an expert", await cecil.Client.GetStringAsync(Summary), StringComparison.Ordinal);
        var mari = await (await SignedInAsync("Mari Kask")).GetStringAsync(Summary);
        Assert.DoesNotContain("at stake", mari, StringComparison.Ordinal);
        Assert.Contains("As an expert", mari, StringComparison.Ordinal);
    }

    private long Carry(Writes writes, Carried carried) => Carried.Add(writes, carried with { ActivityId = Planted.Activities[0] });

    private Task<(string, string)> RowAsync(long id) => Site.Db.ReadAsync(reads => (
        reads.First<string>("SELECT state FROM carried WHERE id = @id", new { id })!,
        reads.First<string>("SELECT undone_reason FROM carried WHERE id = @id", new { id })!));
}
