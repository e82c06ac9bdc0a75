using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda;

/// <summary>An activity that an item may take up or be about: of this workshop, or of an earlier one of the programme.</summary>
public sealed record EarlierActivity
{
    /// <summary>The activity.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Key of its kind.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The kind's settings, JSON.</summary>
    public string Settings { get; init; } = "{}";

    /// <summary>Title of its workshop.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>The activity as its kind asks for it.</summary>
    public Activity Activity => new() { Id = Id, Kind = Kind, Title = Title, Settings = Settings };

    private const string Select = """
        SELECT a.id, a.title, a.kind, a.settings, v.title AS Workshop
        FROM workshop w
        JOIN workshop v ON v.programme_id = w.programme_id AND (v.id = w.id OR v.date < w.date)
        JOIN activity a ON a.workshop_id = v.id
        JOIN agenda_item i ON i.activity_id = a.id AND i.workshop_id = v.id AND i.act = 'Run'
        WHERE w.id = @workshopId
        """;

    /// <summary>Those that later items can take up, this workshop's first, then the newest of the earlier ones.</summary>
    public static IReadOnlyList<EarlierActivity> Of(Reads reads, ActivityKinds kinds, long workshopId) =>
        [.. reads.Query<EarlierActivity>(
                $"{Select} GROUP BY a.id ORDER BY v.id <> w.id, v.date DESC, min(i.position)", new { workshopId })
            .Where(one => kinds.Has(one.Kind)
                && kinds[one.Kind].Acts(one.Activity).Count > 1)];

    /// <summary>Refuses what an item may not take up or be about.</summary>
    /// <exception cref="RefusedException">It is of another programme, of a later workshop, or gone.</exception>
    public static void Check(Reads reads, long workshopId, ItemDetails details)
    {
        if (details.Act != "Run" && details.Of is null)
        {
            throw new RefusedException("Act", "Choose what it shows or looks at again.");
        }

        foreach (var (field, id) in new[] { ("Act", details.Of), ("Source", details.SourceId) })
        {
            if (id is { } wanted && reads.First<long?>($"{Select} AND a.id = @wanted", new { workshopId, wanted }) is null)
            {
                throw new RefusedException(field, "That activity is no longer there, or comes only later. Choose another.");
            }
        }
    }

    /// <summary>Whether it is still there.</summary>
    public static bool IsThere(Reads reads, long id) =>
        reads.First<long?>("SELECT id FROM activity WHERE id = @id", new { id }) is not null;

    /// <summary>What needs the activity of an item and would be left without it, in words; null for nothing.</summary>
    public static string? NeededBy(Reads reads, AgendaItem item)
    {
        var names = reads.Query<string>("""
            SELECT '“' || i.title || '”' || CASE WHEN i.workshop_id = @WorkshopId THEN '' ELSE ' of ' || w.title END
            FROM agenda_item i JOIN workshop w ON w.id = i.workshop_id JOIN activity a ON a.id = i.activity_id
            WHERE i.id <> @Id AND (a.source_id = @ActivityId OR i.activity_id = @ActivityId)
            ORDER BY w.date, i.position
            """, new { item.Id, item.WorkshopId, item.ActivityId });
        return names.Count == 0 ? null : string.Join(" and ", names);
    }
}
