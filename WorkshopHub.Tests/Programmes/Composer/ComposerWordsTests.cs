using System.Text.RegularExpressions;

namespace WorkshopHub.Tests.Programmes.Composer;

/// <summary>What the composer says: which rules collide and how one gets out, how near the best is, and why a set is as it is.</summary>
public sealed class ComposerWordsTests : ComposerByForms
{
    [Fact]
    public async Task More_of_one_part_than_there_are_sets_are_named_with_the_rule_to_let_go_of()
    {
        await Site.SetAsync("INSERT INTO org_unit (id, name) VALUES (1, 'Fleet')");
        await Site.SetAsync("UPDATE person SET org_unit_id = 1 WHERE name IN ('Alma Tamm', 'Cecil Hart', 'Emil Saar', 'Gita Rao')");
        await DoneAsync("begin", ("number", "3"));
        await DoneAsync("rules&units=Must");
        using var none = await PostAsync("propose");
        var clash = Clash(await RefusedAsync(none));
        Assert.Contains("4 people from Fleet can’t sit in 3 sets without two of them meeting.", clash, StringComparison.Ordinal);
        Assert.Contains("This rule is the reason.", clash, StringComparison.Ordinal);
        Assert.Contains("Never two from Fleet in one set; there are 4", clash, StringComparison.Ordinal);
        Assert.Matches("formaction=\"\\?handler=rules&units=Wish\"[^>]*>Let units be a wish</button>", clash);
        await DoneAsync("rules&units=Wish");
        await DoneAsync("propose");
    }

    [Fact]
    public async Task A_member_and_their_supervisor_locked_in_one_set_are_named_with_both_locks()
    {
        await Site.SetAsync("UPDATE membership SET supervisor_id = @bo WHERE person_id = @alma", new { bo = World["Bo Lind"], alma = World["Alma Tamm"] });
        await DoneAsync("begin", ("number", "3"));
        foreach (var name in new[] { "Alma Tamm", "Bo Lind" })
        {
            await MoveAsync(name, 1);
            await DoneAsync($"lock&person={Id(name)}&locked=true");
        }

        using var none = await PostAsync("propose");
        var clash = Clash(await RefusedAsync(none));
        Assert.Contains("Alma Tamm and their supervisor, Bo Lind, are both locked in one set.", clash, StringComparison.Ordinal);
        Assert.Contains("These rules are the reason: let go of one of them.", clash, StringComparison.Ordinal);
        Assert.Contains("Alma Tamm never sits with their supervisor, Bo Lind", clash, StringComparison.Ordinal);
        foreach (var name in new[] { "Alma Tamm", "Bo Lind" })
        {
            Assert.Matches($"{name} is locked in Circle</span><button[^>]*formaction=\"\\?handler=lock&person={Id(name)}&locked=false\"[^>]*>Unlock</button>", clash);
        }

        Assert.Contains("The draft is as it was.", clash, StringComparison.Ordinal);
        await DoneAsync($"lock&person={Id("Alma Tamm")}&locked=false");
        await DoneAsync("propose");
    }

    [Fact]
    public async Task What_is_proved_best_says_so_and_what_is_not_says_how_much_could_still_be_won()
    {
        await DoneAsync("begin", ("number", "3"));
        await DoneAsync("propose");
        Assert.Contains("<b>Proved best.</b> No other sets of these people, with these locks and rules, come to fewer than", await HtmlAsync(), StringComparison.Ordinal);

        // As a search leaves it that ran out of its time.
        await Site.SetAsync("UPDATE set_draft SET proof = json_set(proof, '$.Points', 40, '$.Bound', 30, '$.Seconds', 3.5)");
        Assert.Contains("The best found in 3.5 s had 40; nothing can be below 30. So at most 10 points, 25%, could still be won.", await HtmlAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_set_says_why_it_is_as_it_is()
    {
        await Site.SetAsync("INSERT INTO org_unit (id, name) VALUES (1, 'Fleet')");
        await Site.SetAsync("UPDATE person SET org_unit_id = 1 WHERE name = 'Alma Tamm'");
        await DoneAsync("begin", ("number", "6"));
        await DoneAsync($"lock&person={Id("Alma Tamm")}&locked=true");
        var why = Regex.Matches(await HtmlAsync(), "(?s)<summary>Why this set</summary>(.*?)</details>").Select(one => one.Groups[1].Value).ToList();
        Assert.Equal(6, why.Count);
        Assert.Matches("(?s)Fleet.*2 people: 2 fewer than a set needs.*Nobody with their supervisor.*<dt>Locked</dt><dd>Alma Tamm</dd>", why[0]);
        Assert.All(why.Skip(1), one => Assert.DoesNotContain("Locked", one, StringComparison.Ordinal));
    }

    private static string Clash(string html) => Regex.Match(html, "(?s)id=\"clash\".*?</section>").Value;
}
