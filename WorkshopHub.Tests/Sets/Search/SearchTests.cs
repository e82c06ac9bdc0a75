using System.Net;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Sets.Search;

namespace WorkshopHub.Tests.Sets.Search;

/// <summary>Everybody finds what they may read, and nobody what the table of rights forbids.</summary>
public sealed class SearchTests : SearchRoom
{
    private static readonly string[] _set = ["Alma Tamm", "Bo Lind", "Aada Advisor"];

    private static readonly string[] _all =
    [
        "Alma Tamm", "Bo Lind", "Aada Advisor", "Cecil Hart", "Arno Advisor", "Uma Supervisor", "Clio Client", "Chen Champion", "Sven Sponsor", "Mari Kask",
        "Otto Outsider",
    ];

    [Fact]
    public async Task What_is_said_in_a_set_is_found_by_its_members_and_its_advisor_and_by_nobody_else()
    {
        await QuestionAsync("Who closes the job on your culvert map?");
        await AssumptionAsync("I took culvert maps for the truth");
        await ReflectAsync("We gave advice about the culvert", author: null);
        foreach (var name in _all)
        {
            Assert.Equal((name, _set.Contains(name) ? 3 : 0), (name, await CountAsync(name, "culvert")));
        }
    }

    [Fact]
    public async Task A_persons_own_reflection_is_theirs_until_they_show_it()
    {
        var own = await ReflectAsync("I walk off when the culvert comes up", "Alma Tamm");
        foreach (var name in _all)
        {
            Assert.Equal((name, name == "Alma Tamm" ? 1 : 0), (name, await CountAsync(name, "culvert")));
        }

        Assert.Matches("For you alone.*My journal", string.Join(' ', (await (await There.AsAsync("Alma Tamm")).GetStringAsync("/search?q=culvert", TestContext.Current.CancellationToken)).Split('\n')));
        await ShareAsync(own, "Champion", "Alma Tamm");
        Assert.Equal((1, 0, 0), (await CountAsync("Chen Champion", "culvert"), await CountAsync("Bo Lind", "culvert"), await CountAsync("Sven Sponsor", "culvert")));
        await ShareAsync(own, "Programme", "Alma Tamm");
        Assert.Equal((1, 1, 0), (await CountAsync("Cecil Hart", "culvert"), await CountAsync("Sven Sponsor", "culvert"), await CountAsync("Otto Outsider", "culvert")));
        Assert.Equal((0, 0), (await CountAsync("Uma Supervisor", "culvert"), await CountAsync("Clio Client", "culvert"))); // reflections are not for them
        await There.Site.SetAsync("UPDATE share SET withdrawn_by = asked_by, withdrawn_at = @At", new { At });
        Assert.Equal(0, await CountAsync("Cecil Hart", "culvert"));
    }

    [Fact]
    public async Task Notes_of_the_work_are_found_by_whom_they_were_shown_to_and_the_solution_by_client_champion_and_sponsor()
    {
        await NoteAsync("Council drawings of the culvert");
        await SolutionAsync("Cover the culvert before the rain");
        Assert.Equal((2, 1, 1), (await CountAsync("Bo Lind", "culvert"), await CountAsync("Clio Client", "culvert"), await CountAsync("Sven Sponsor", "culvert")));
        Assert.Equal((0, 0), (await CountAsync("Cecil Hart", "culvert"), await CountAsync("Otto Outsider", "culvert")));
        await There.Site.SetAsync(
            """
            INSERT INTO share (set_id, kind, thing_id, audience, asked_by, asked_at, confirmed_by, shared_at)
            SELECT set_id, 'StudyNote', CAST(id AS TEXT), 'Champion', created_by, @At, @aada, @At FROM study_note
            """, new { At, aada = There.World["Aada Advisor"] });
        Assert.Equal((2, 1), (await CountAsync("Chen Champion", "culvert"), await CountAsync("Clio Client", "culvert")));
    }

    [Fact]
    public async Task What_was_said_with_names_at_a_workshop_is_found_by_everybody_with_a_part_and_what_was_private_or_hidden_by_nobody()
    {
        await PlainPhone.OpenAsync(There.World, There.Site);
        using var phone = await PlainPhone.JoinAsync(There.World, There.Site, "Gita Rao");
        var id = Tokens.New();
        using var sent = await phone.PostAsync("The culvert was full of leaves", id);
        foreach (var name in _all)
        {
            Assert.Equal((name, name == "Otto Outsider" ? 0 : 1), (name, await CountAsync(name, "culvert")));
        }

        await There.Site.SetAsync("UPDATE activity SET name_mode = 'Private'");
        Assert.Equal((0, 0), (await CountAsync("Alma Tamm", "culvert"), await CountAsync("Mari Kask", "culvert")));
        await There.Site.SetAsync("UPDATE activity SET name_mode = 'Named'");
        await There.Site.SetAsync("UPDATE post SET state = 'Hidden' WHERE id = @id", new { id });
        Assert.Equal(0, await CountAsync("Alma Tamm", "culvert"));
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM search_text"));
    }

    [Fact]
    public async Task Who_leaves_the_set_finds_nothing_of_it_any_more_and_keeps_their_own()
    {
        await ReflectAsync("We gave advice about the culvert", author: null);
        await ReflectAsync("My own word on the culvert", "Alma Tamm");
        Assert.Equal(2, await CountAsync("Alma Tamm", "culvert"));
        await There.Site.SetAsync("UPDATE membership SET left_at = @At WHERE person_id = @alma", new { At, alma = There.World["Alma Tamm"] });
        Assert.Equal(1, await CountAsync("Alma Tamm", "culvert"));
    }

    [Fact]
    public async Task What_is_deleted_is_out_of_the_index_and_out_of_the_file()
    {
        var marker = "zwetschgenbaum";
        await ReflectAsync($"We planted a {marker}", author: null);
        await QuestionAsync($"Who waters the {marker}?");
        Assert.Equal(2, await CountAsync("Bo Lind", marker));
        await There.Site.SetAsync("DELETE FROM reflection");
        await There.Site.SetAsync("DELETE FROM set_meeting");
        Assert.Equal(0, await CountAsync("Bo Lind", marker));
        Assert.Equal(0, await There.Site.OneAsync<long>("SELECT count(*) FROM search_text"));
        await using (var own = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={There.Site.File.Path};Pooling=False"))
        {
            await own.OpenAsync(Stop);
            await using var command = own.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync(Stop);
        }

        var bytes = await File.ReadAllBytesAsync(There.Site.File.Path, Stop);
        Assert.DoesNotContain(marker[..6], System.Text.Encoding.UTF8.GetString(bytes), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("* OR NEAR(a b)")]
    [InlineData("text: culvert")]
    [InlineData("culvert) UNION SELECT 1 --")]
    [InlineData("-culvert ^ { } [ ] ( ) ' ; %")]
    [InlineData("“ ” \" \" \"")]
    [InlineData("\0\u0001\u0002culvert")]
    [InlineData("🙂")]
    public async Task Whatever_is_typed_is_looked_for_and_never_a_command(string typed)
    {
        await ReflectAsync("We gave advice about the culvert", author: null);
        using var answer = await (await There.AsAsync("Bo Lind")).GetAsync($"/search?q={Uri.EscapeDataString(typed)}", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("street", "street")]
    [InlineData("streets", "street")]
    [InlineData("STRE", "street")]
    [InlineData("naive", "naïve")]
    [InlineData("\"naïve street\"", "naïve street")]
    public async Task Endings_beginnings_and_accents_are_forgiven_and_what_was_looked_for_is_marked(string typed, string marked)
    {
        await ReflectAsync("A <naïve street> of ours", author: null);
        var page = await PageAsync("Bo Lind", typed);
        Assert.Contains(marked, page.Split("<mark>")[1..].Select(part => part.Split("</mark>")[0]), StringComparer.Ordinal);
        Assert.DoesNotContain("<naïve", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_leaves_the_others_out_and_nothing_found_is_an_invitation()
    {
        await QuestionAsync("Who closes the culvert?");
        await ReflectAsync("We gave advice about the culvert", author: null);
        Assert.Equal(1, Count(await PageAsync("Bo Lind", "culvert&kind=Question"), "class=\"found\""));
        Assert.Equal(2, Count(await PageAsync("Bo Lind", "culvert&kind=Nonsense"), "class=\"found\""));
        Assert.Contains("Nobody has written about “valves” yet", await PageAsync("Bo Lind", "valves"), StringComparison.Ordinal);
        Assert.Contains("We gave advice", await (await There.AsAsync("Bo Lind")).GetStringAsync("/search", Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("We gave advice", await (await There.AsAsync("Cecil Hart")).GetStringAsync("/search", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_around_a_set_make_as_many_statements_for_three_times_as_much()
    {
        var bo = await There.AsAsync("Bo Lind");
        await FillAsync(1);
        var few = await StatementsAsync();
        await FillAsync(3);
        Assert.Equal(few, await StatementsAsync());

        async Task<string> StatementsAsync()
        {
            List<int> counts = [];
            foreach (var page in new[] { "/search?q=culvert", "/search", There.At(), There.At("experts"), There.At("advising"), $"/programmes/{There.World.Programme}/experts" })
            {
                // What the program asks; the index reads its own tables beside, once for each text that it shows.
                counts.Add(await Statements.ReadAsync(There.Site, () => bo.GetStringAsync(page, Stop)));
            }

            Assert.All(counts, count => Assert.True(count > 1));
            return string.Join(' ', counts);
        }

        async Task FillAsync(int times)
        {
            foreach (var meeting in Enumerable.Range(0, times))
            {
                await ReflectAsync($"Word {meeting} on the culvert", author: null);
                await There.Site.SetAsync(
                    """
                    INSERT INTO guest_invitation (set_id, meeting_id, name, invited_for, for_date, starts, ends, token_hash, created_at, changed_at)
                    VALUES (@Set, @meeting, 'Bill', 'Why?', '2026-03-24', '10:00', '10:45', @hash, @At, @At)
                    """, new { There.Set, meeting = There.Meetings[0], hash = Tokens.New(), At });
                await There.Site.SetAsync(
                    """
                    INSERT INTO door_request (id, set_id, asked_by, asked_of, title, asked_at) VALUES (@id, @Set, @bo, @chen, 'The culvert key', @At)
                    """, new { id = Tokens.New(), There.Set, bo = There.World["Bo Lind"], chen = There.World["Chen Champion"], At });
            }
        }
    }

    [Theory]
    [InlineData("two words", "\"two\"* \"words\"*")]
    [InlineData("\"two words\"", "\"two words\"")]
    [InlineData("a\"b", "\"a\"* \"b\"")]
    [InlineData("  ,;  ", null)]
    [InlineData(null, null)]
    public void Words_become_beginnings_and_quotes_keep_together(string? typed, string? match) => Assert.Equal(match, Found.Match(typed));
}
