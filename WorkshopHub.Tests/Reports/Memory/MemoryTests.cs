using System.Net;

namespace WorkshopHub.Tests.Reports.Memory;

/// <summary>What the organisation remembers of its programmes: what its authors released, and nothing else, for everybody alike.</summary>
public sealed class MemoryTests : IAsyncLifetime
{
    private RememberingWorld _world = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await RememberingWorld.OpenAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task What_was_not_released_is_there_for_nobody_not_even_for_its_authors_or_the_office()
    {
        await SharedWithAsync("Programme", "Reflection", _world.ReflectionId, "Alma Tamm");
        foreach (var name in new[] { "Alma Tamm", "Cecil Hart", "Sven Sponsor", "Mari Kask", "Chen Champion", "Otto Outsider" })
        {
            foreach (var words in new[] { "", "map", "night", "dug", "Bill" })
            {
                var page = await _world.MemoryAsync(name, words);
                Assert.All(RememberingWorld.All, text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
                Assert.DoesNotContain("a note to ourselves", page, StringComparison.Ordinal);
            }
        }

        using var nobody = _world.There.Site.NewClient();
        using var refused = await nobody.GetAsync("/learnings", Stop);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task An_outcome_is_released_by_two_of_its_set_with_its_five_parts_and_measures_and_is_found_by_its_words()
    {
        await _world.ShareAsync("Alma Tamm", "Outcome", $"{_world.Outcome}");
        Assert.DoesNotContain(RememberingWorld.Learned, await _world.MemoryAsync("Otto Outsider"), StringComparison.Ordinal);
        await _world.PressAsync("Alma Tamm", "yes", "Outcome", HttpStatusCode.Conflict);
        await _world.PressAsync("Bo Lind", "yes", "Outcome");
        var page = await _world.MemoryAsync("Otto Outsider", "walked");
        Assert.All(
            new[] { RememberingWorld.Learned, "Holes are dug twice", "Walked the streets", "All districts", "Holes dug twice: <b>19.1%</b> before, <b>9.5%</b> at the end", "1 about “walked”" },
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain("a note to ourselves", page, StringComparison.Ordinal);
        Assert.DoesNotContain(RememberingWorld.Learned, await _world.MemoryAsync("Otto Outsider", "horses"), StringComparison.Ordinal);
        Assert.Contains("nobody <mark>trusted</mark> it", await _world.PageAsync("Otto Outsider", "/search?q=trusted"), StringComparison.Ordinal);
        await _world.PressAsync("Bo Lind", "no", "Outcome");
        Assert.DoesNotContain(RememberingWorld.Learned, await _world.MemoryAsync("Otto Outsider"), StringComparison.Ordinal);
        Assert.DoesNotContain("<mark>trusted</mark>", await _world.PageAsync("Otto Outsider", "/search?q=trusted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_learning_from_a_workshop_is_released_by_its_author_alone_and_the_sets_by_two()
    {
        await _world.ShareAsync("Bo Lind", "Post", _world.PostId, HttpStatusCode.Conflict);
        await _world.ShareAsync("Alma Tamm", "Post", _world.PostId);
        await _world.ShareAsync("Alma Tamm", "Learning", _world.SheetId);
        var page = await _world.MemoryAsync("Otto Outsider");
        Assert.Contains(RememberingWorld.Post, page, StringComparison.Ordinal);
        Assert.Contains("Alma Tamm", page, StringComparison.Ordinal);
        Assert.DoesNotContain(RememberingWorld.Sheet, page, StringComparison.Ordinal);
        await _world.PressAsync("Aada Advisor", "yes", "Learning");
        page = await _world.MemoryAsync("Otto Outsider");
        Assert.Contains(RememberingWorld.Sheet, page, StringComparison.Ordinal);
        Assert.Contains("2 learnings and 0 outcomes from 1 programme.", page, StringComparison.Ordinal);
        await _world.PressAsync("Alma Tamm", "no", "Post");
        Assert.DoesNotContain(RememberingWorld.Post, await _world.MemoryAsync("Otto Outsider") + await _world.PageAsync("Otto Outsider", "/search?q=dug"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hidden_taken_back_or_reads_otherwise_since_is_gone()
    {
        await SharedWithAsync("Organisation", "Outcome", $"{_world.Outcome}", null);
        await SharedWithAsync("Organisation", "Post", _world.PostId, "Alma Tamm");
        await SharedWithAsync("Organisation", "Learning", _world.SheetId, null);
        var page = await _world.MemoryAsync("Otto Outsider");
        Assert.All(new[] { RememberingWorld.Learned, RememberingWorld.Post, RememberingWorld.Sheet }, text => Assert.Contains(text, page, StringComparison.Ordinal));
        await _world.There.Site.SetAsync("UPDATE post SET state = 'Hidden' WHERE id = @PostId", new { _world.PostId });
        await _world.There.Site.SetAsync("UPDATE sheet SET state = 'Back', back_by = written_by, back_at = gone_at WHERE id = @SheetId", new { _world.SheetId });
        await _world.There.Site.SetAsync("UPDATE outcome_slide SET text = 'Somebody lied' WHERE outcome_id = @Outcome AND slide = 'Learned'", new { _world.Outcome });
        page = await _world.MemoryAsync("Otto Outsider") + await _world.PageAsync("Otto Outsider", "/search?q=map") + await _world.PageAsync("Otto Outsider", "/search?q=lied");
        Assert.All(RememberingWorld.All.Append("Somebody lied"), text => Assert.DoesNotContain(text, page, StringComparison.Ordinal));
        Assert.Equal(0, await _world.There.Site.OneAsync<long>("SELECT count(*) FROM share WHERE kind = 'Outcome' AND withdrawn_at IS NULL"));
    }

    [Fact]
    public async Task Nothing_of_it_is_released_before_the_final()
    {
        await _world.There.Site.SetAsync("UPDATE programme SET state = 'Running'");
        await _world.There.Site.SetAsync("UPDATE workshop SET state = 'Planned' WHERE kind = 'Final'");
        await _world.ShareAsync("Alma Tamm", "Learning", _world.SheetId, HttpStatusCode.UnprocessableEntity);
        Assert.DoesNotContain("learning of the set", await _world.PageAsync("Alma Tamm", _world.There.At("shared")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_begins_the_next_programme_or_writes_its_problems_sees_a_few_of_it_nearest_first()
    {
        await SharedWithAsync("Organisation", "Outcome", $"{_world.Outcome}", null);
        await SharedWithAsync("Organisation", "Post", _world.PostId, "Alma Tamm");
        var (next, problem) = await NextAsync();
        foreach (var (name, page) in new[]
        {
            ("Mari Kask", "/programmes/new"), ("Mari Kask", $"/programmes/{next}"), ("Sven Sponsor", $"/programmes/{next}/problems"), ("Sven Sponsor", $"/problems/{problem}/write/hurts"),
        })
        {
            var words = await _world.PageAsync(name, page);
            Assert.Contains("What earlier programmes learned", words, StringComparison.Ordinal);
            Assert.Contains("Holes are dug twice", words, StringComparison.Ordinal);
            Assert.Contains("href=\"/learnings\"", words, StringComparison.Ordinal);
        }

        // Its title tells of trust: the outcome speaks of that, the post does not.
        Assert.DoesNotContain(RememberingWorld.Post, await _world.PageAsync("Sven Sponsor", $"/problems/{problem}/write/hurts"), StringComparison.Ordinal);
        Assert.Contains(RememberingWorld.Post, await _world.PageAsync("Sven Sponsor", $"/programmes/{next}/problems"), StringComparison.Ordinal);
        await _world.There.Site.SetAsync("UPDATE programme SET state = 'Draft'");
        Assert.DoesNotContain(RememberingWorld.Post, await _world.PageAsync("Mari Kask", $"/programmes/{_world.There.World.Programme}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_there_is_the_page_asks_as_often()
    {
        await SharedWithAsync("Organisation", "Outcome", $"{_world.Outcome}", null);
        var asked = Statements.Of(_world.There.Site.Db);
        var few = await asked.CountAsync(() => _world.MemoryAsync("Otto Outsider"));
        await SharedWithAsync("Organisation", "Post", _world.PostId, "Alma Tamm");
        await SharedWithAsync("Organisation", "Learning", _world.SheetId, null);
        Assert.Equal(few, await asked.CountAsync(() => _world.MemoryAsync("Otto Outsider")));
    }

    private Task<int> SharedWithAsync(string audience, string kind, string thing, string? owner) => _world.There.Site.Writer.RunAsync(writes => writes.Execute(
        """
        INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, confirmed_by, shared_at)
        VALUES (@Set, @kind, @thing, @owner, @audience, @alma, @Now, CASE WHEN @owner IS NULL THEN @bo END, @Now)
        """,
        new
        {
            _world.There.Set,
            kind,
            thing,
            owner = owner is null ? (long?)null : _world.There.World[owner],
            audience,
            alma = _world.There.World["Alma Tamm"],
            bo = _world.There.World["Bo Lind"],
            writes.Now,
        }));

    private async Task<(long Programme, long Problem)> NextAsync()
    {
        long next = 0;
        long problem = 0;
        await _world.There.Site.Writer.RunAsync(writes =>
        {
            next = writes.Insert("INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Next', 'CommonProblem', 'Draft', @Now, @Now)", new { writes.Now });
            writes.Execute(
                "INSERT INTO role_assignment (person_id, programme_id, role) VALUES (@sven, @next, 'Sponsor')", new { sven = _world.There.World["Sven Sponsor"], next });
            problem = writes.Insert(
                """
                INSERT INTO problem (programme_id, position, title, description, why_it_matters, state, created_at, changed_at)
                VALUES (@next, 1, 'Why is no figure trusted?', '', '', 'Proposed', @Now, @Now)
                """, new { next, writes.Now });
            return true;
        });
        return (next, problem);
    }
}
