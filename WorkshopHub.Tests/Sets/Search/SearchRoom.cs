using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Sets.Search;

/// <summary>A set in which something was said, and people who look for it.</summary>
public abstract class SearchRoom : IAsyncLifetime
{
    protected const string At = "2026-03-24T10:00:00.000Z";

    private protected SetWorld There { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => There = await SetWorld.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return There.DisposeAsync();
    }

    protected async Task<int> CountAsync(string name, string words) => Count(await PageAsync(name, words), "class=\"found\"");

    protected async Task<string> PageAsync(string name, string words) =>
        await (await There.AsAsync(name)).GetStringAsync($"/search?q={words}", Stop);

    protected static int Count(string text, string part) => text.Split(part).Length - 1;

    protected async Task QuestionAsync(string text)
    {
        await SlotAsync();
        await There.Site.SetAsync(
            """
            INSERT INTO airtime_question (id, slot_id, asker_id, text, state, at, by, changed_at, changed_by)
            SELECT @id, max(id), @bo, @text, 'Noted', @At, @bo, @At, @bo FROM airtime_slot
            """, new { id = Tokens.New(), bo = There.World["Bo Lind"], text, At });
    }

    protected async Task AssumptionAsync(string text)
    {
        await SlotAsync();
        await There.Site.SetAsync(
            """
            INSERT INTO airtime_assumption (id, slot_id, text, state, at, by, changed_at, changed_by)
            SELECT @id, max(id), @text, 'Noted', @At, @alma, @At, @alma FROM airtime_slot
            """, new { id = Tokens.New(), alma = There.World["Alma Tamm"], text, At });
    }

    protected Task SlotAsync() => There.Site.SetAsync(
        "INSERT OR IGNORE INTO airtime_slot (meeting_id, presenter_id, position, planned_minutes, changed_at) VALUES (@meeting, @alma, 1, 60, @At)",
        new { meeting = There.Meetings[0], alma = There.World["Alma Tamm"], At });

    protected Task NoteAsync(string text) => There.Site.SetAsync(
        """
        INSERT INTO study_note (set_id, token, looked_at, created_at, created_by, changed_at, changed_by) VALUES (@Set, 'n', @text, @At, @bo, @At, @bo)
        """, new { There.Set, text, At, bo = There.World["Bo Lind"] });

    protected Task SolutionAsync(string text) => There.Site.SetAsync(
        """
        INSERT INTO solution (set_id, number, text, decided_on, created_at, created_by, changed_at, changed_by)
        VALUES (@Set, 1, @text, '2026-03-24', @At, @bo, @At, @bo)
        """, new { There.Set, text, At, bo = There.World["Bo Lind"] });

    protected async Task<string> ReflectAsync(string text, string? author)
    {
        var id = Tokens.New();
        await There.Site.SetAsync(
            "INSERT INTO reflection (id, set_id, author_id, text, created_at, changed_at) VALUES (@id, @Set, @author, @text, @At, @At)",
            new { id, There.Set, author = author is null ? (long?)null : There.World[author], text, At });
        return id;
    }

    protected Task ShareAsync(string id, string audience, string owner) => There.Site.SetAsync(
        """
        INSERT INTO share (set_id, kind, thing_id, owner_id, audience, asked_by, asked_at, shared_at)
        VALUES (@Set, 'Reflection', @id, @owner, @audience, @owner, @At, @At)
        """, new { There.Set, id, owner = There.World[owner], audience, At });
}
