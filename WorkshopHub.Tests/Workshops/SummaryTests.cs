using System.Net;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Workshops;

/// <summary>What was said in a workshop: to read, to search, to take along.</summary>
public sealed partial class SummaryTests : SummaryRoom
{
    [Fact]
    public async Task It_shows_what_was_said_and_finds_words_and_sets()
    {
        var mari = await SignedInAsync("Mari Kask");
        var all = await mari.GetStringAsync(Summary);
        Assert.Contains("it took four minutes", all, StringComparison.Ordinal);
        Assert.Contains("red handle", all, StringComparison.Ordinal);
        var found = Found(await mari.GetStringAsync($"{Summary}?q=TRAINEE"));
        Assert.Contains("red handle", found, StringComparison.Ordinal);
        Assert.DoesNotContain("four minutes", found, StringComparison.Ordinal);
        found = Found(await mari.GetStringAsync($"{Summary}?set={Planted.Sets[0].Id}"));
        Assert.Contains("four minutes", found, StringComparison.Ordinal);
        Assert.DoesNotContain("red handle", found, StringComparison.Ordinal);
        Assert.Contains("Nothing fits", await mari.GetStringAsync($"{Summary}?q=zebra"), StringComparison.Ordinal);
        Assert.Contains("four minutes", Found(await mari.GetStringAsync($"{Summary}?kind=&kind[0]=&set=&q=&all=")), StringComparison.Ordinal); // empty is nothing
    }

    [Fact]
    public async Task It_begins_with_what_one_reads_at_a_sitting_filters_by_one_press_and_folds_what_stands_above()
    {
        foreach (var n in Enumerable.Range(1, 24))
        {
            await Site.PostAsync(Planted, "Alma Tamm", $"Learning number {n:D2}");
        }

        using var mari = await SignedInAsync("Mari Kask");
        await Site.PostAsync(Planted, "Dora Voss", "Who tells the gang?", kind: "Question");
        var page = await mari.GetStringAsync(Summary);
        var found = Found(page);
        Assert.Equal(20, found.Split("class=\"found\"").Length - 1);
        Assert.Contains("href=\"/workshops/1/summary?all=true#said\">Show all 28</a>", found, StringComparison.Ordinal);
        Assert.Contains("href=\"/workshops/1/summary?kind=Question#said\"", found, StringComparison.Ordinal);
        Assert.Contains("<details data-unfold>", page, StringComparison.Ordinal);
        var questions = Found(await mari.GetStringAsync($"{Summary}?kind=Question&all=true"));
        Assert.Equal(1, questions.Split("class=\"found\"").Length - 1);
        Assert.Contains("aria-current=\"true\"", questions, StringComparison.Ordinal);
        Assert.Contains("href=\"/workshops/1/summary#said\"", questions, StringComparison.Ordinal); // pressed again, it is taken back
        Assert.Equal(28, Found(await mari.GetStringAsync($"{Summary}?all=true")).Split("class=\"found\"").Length - 1);
    }

    [Fact]
    public async Task People_of_the_programme_may_read_it_and_nobody_else()
    {
        Assert.Contains("four minutes", await (await SignedInAsync("Sven Sponsor")).GetStringAsync(Summary), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync("Otto Outsider")).GetAsync(Summary)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SignedInAsync("Sven Sponsor")).GetAsync($"{Summary}?handler=table")).StatusCode);
    }

    [Fact]
    public async Task A_picked_name_gets_nobodys_words_and_a_confirmed_one_its_own()
    {
        using var alma = await PlainPhone.JoinAsync(Planted, Site, "Bo Lind");
        var mine = $"/w/{Planted.Workshop}/mine";
        await alma.PostAsync("Bo was here");
        Assert.DoesNotContain("Bo was here", await alma.Client.GetStringAsync(mine), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await alma.Client.GetAsync($"{mine}?handler=file")).StatusCode);
        await Site.Writer.RunAsync(w => w.Execute("UPDATE device SET assurance = 'Vouched'"));
        Assert.Contains("Bo was here", await alma.Client.GetStringAsync(mine), StringComparison.Ordinal);
        var file = await alma.Client.GetStringAsync($"{mine}?handler=file");
        Assert.Contains("- Learning: Bo was here", file, StringComparison.Ordinal);
        Assert.DoesNotContain("four minutes", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_word_or_a_dot_says_of_itself_does_not_flood_the_filter_and_what_was_kept_stands_on_top()
    {
        await Site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE agenda_item SET started_at = @Now", new { w.Now });
            w.Execute("""
                UPDATE activity SET kind = 'dotvote', name_mode = 'Named', state = 'Closed',
                  settings = '{"Items":["A desk for all","A door that opens","Nothing"],"Dots":3,"Carries":"Learning"}' WHERE id = @id
                """, new { id = Planted.Activities[2] });
            w.Execute("UPDATE activity SET kind = 'oneword', name_mode = 'Anonymous', state = 'Closed', settings = '{}' WHERE id = @id", new { id = Planted.Activities[1] });
            var people = w.Query<long>("SELECT id FROM participant ORDER BY id");
            foreach (var (at, item) in new[] { (0, "1"), (1, "1"), (0, "0") })
            {
                w.Execute("INSERT INTO dot (id, activity_id, participant_id, item) VALUES (@dot, @activity, @person, @item)",
                    new { dot = Tokens.New(), activity = Planted.Activities[2], person = people[at], item });
            }

            foreach (var (word, times) in new[] { ("open", 4), ("tired", 1) })
            {
                for (var n = 0; n < times; n++)
                {
                    w.Execute("INSERT INTO word_given (activity_id, secret_hash, number, word) VALUES (@activity, @hash, 1, @word)",
                        new { activity = Planted.Activities[1], hash = Tokens.Hash(Tokens.New()), word });
                }
            }

            return true;
        });
        var mari = await SignedInAsync("Mari Kask");
        var page = await mari.GetStringAsync(Summary);
        Assert.Equal(["Kept", "Learning", "Word"], Kinds().Matches(page).Select(kind => kind.Groups[1].Value).Order());
        var kept = page[page.IndexOf("id=\"kept\"", StringComparison.Ordinal)..page.IndexOf("Everything said aloud", StringComparison.Ordinal)];
        Assert.Contains("Two to keep", kept, StringComparison.Ordinal);
        Assert.Contains("chosen with three dots each", kept, StringComparison.Ordinal);
        Assert.True(kept.IndexOf("A door that opens", StringComparison.Ordinal) < kept.IndexOf("A desk for all", StringComparison.Ordinal));
        var found = Found(await mari.GetStringAsync($"{Summary}?kind=Word"));
        Assert.Contains("Said 4 times", found, StringComparison.Ordinal);
        Assert.DoesNotContain("four minutes", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_without_an_answer_are_found_also_by_the_set_that_was_asked()
    {
        await Site.Writer.RunAsync(w =>
        {
            w.Execute("UPDATE agenda_item SET started_at = @Now", new { w.Now });
            w.Execute("UPDATE activity SET kind = 'setquestion', settings = '{}', name_mode = 'Named' WHERE id = @id", new { id = Planted.Activities[2] });
            foreach (var (to, text, answer) in new[] { (1, "What stopped you?", "A key"), (1, "Who was against it?", ""), (2, "Why now?", "") })
            {
                w.Execute("""
                    INSERT INTO set_question (id, activity_id, from_set, to_set, participant_id, text, asked_at, answer, answered_at)
                    VALUES (@id, @activity, @from, @to, (SELECT min(id) FROM participant), @text, @Now, @answer, CASE WHEN @answer <> '' THEN @Now END)
                    """, new { id = Tokens.New(), activity = Planted.Activities[2], from = Planted.Sets[0].Id, to = Planted.Sets[to].Id, text, answer, w.Now });
            }

            return true;
        });
        var mari = await SignedInAsync("Mari Kask");
        var page = await mari.GetStringAsync(Summary);
        Assert.Contains("3</b><span>questions, 1 of them answered", page, StringComparison.Ordinal);
        var found = Found(await mari.GetStringAsync($"{Summary}?open=true&set={Planted.Sets[1].Id}"));
        Assert.Contains("Who was against it?", found, StringComparison.Ordinal);
        Assert.Contains("No answer yet", found, StringComparison.Ordinal);
        Assert.DoesNotContain("What stopped you?", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Why now?", found, StringComparison.Ordinal);
        Assert.DoesNotContain("four minutes", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_phone_reads_it_and_finds_the_way_at_the_end_and_a_picked_name_or_a_guest_does_not()
    {
        await Site.Writer.RunAsync(w => w.Execute("UPDATE workshop SET state = 'Held'"));
        var phones = new List<(PlainPhone Phone, string Name, bool Knows)>();
        foreach (var (name, assurance) in new[] { ("Bo Lind", "Vouched"), ("Cecil Hart", "Claimed") })
        {
            await Site.Writer.RunAsync(w => w.Execute("UPDATE workshop SET state = 'Live'"));
            phones.Add((await PlainPhone.JoinAsync(Planted, Site, name), name, assurance == "Vouched"));
            await Site.Writer.RunAsync(w => w.Execute("""
                UPDATE device SET assurance = @assurance WHERE participant_id IN (SELECT id FROM participant WHERE name = @name)
                """, new { name, assurance }));
        }

        await Site.Writer.RunAsync(w => w.Execute("UPDATE workshop SET state = 'Held'"));
        foreach (var (phone, name, knows) in phones)
        {
            var end = await phone.Client.GetStringAsync($"/w/{Planted.Workshop}");
            Assert.True(knows == end.Contains($"href=\"{Summary}\"", StringComparison.Ordinal), name);
            Assert.True(knows == (await phone.Client.GetStringAsync($"/w/{Planted.Workshop}/mine")).Contains($"href=\"{Summary}\"", StringComparison.Ordinal), name);
            using var summary = await phone.Client.GetAsync(Summary);
            Assert.True(knows == (summary.StatusCode == HttpStatusCode.OK), $"{name}: {summary.StatusCode}");
        }

        var page = await phones[0].Phone.Client.GetStringAsync(Summary);
        Assert.Contains("four minutes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Spreadsheet", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await phones[0].Phone.Client.GetAsync($"{Summary}?handler=csv")).StatusCode);
        await Site.Writer.RunAsync(w => w.Execute("UPDATE participant SET person_id = NULL, role = 'Guest' WHERE name = 'Bo Lind'"));
        Assert.NotEqual(HttpStatusCode.OK, (await phones[0].Phone.Client.GetAsync(Summary)).StatusCode);
        phones.ForEach(one => one.Phone.Dispose());
        Assert.Contains($"href=\"{Summary}\"", await (await SignedInAsync("Sven Sponsor")).GetStringAsync("/"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\?kind=([A-Za-z]+)#said")]
    private static partial Regex Kinds();
}
