using System.Globalization;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities.DotVotes;

/// <summary>Reads votes with dots.</summary>
public static class DotQueries
{
    /// <summary>The activity whose posts get the dots, or null.</summary>
    public static Activity? SourceOf(Reads reads, Activity activity, DotSettings settings) =>
        settings.Items.Count > 0 ? null
        : (settings.Source ?? activity.SourceId) is { } id && id != activity.Id && Activity.Find(reads, id) is { } source
            && IsOfProgramme(reads, activity, source) ? source : null;

    /// <summary>What dots can be put on: only what the room may read.</summary>
    public static IReadOnlyList<DotItem> Items(Reads reads, Activity activity, DotSettings settings) => settings.Items.Count > 0
        ? [.. settings.Items.Select((text, place) => new DotItem { Key = place.ToString(CultureInfo.InvariantCulture), Text = text })]
        : SourceOf(reads, activity, settings) is { NameMode: not NameMode.Private } source && MayBeRead(source)
            ? reads.Query<DotItem>(
                """
                SELECT p.id AS Key, p.text,
                       CASE WHEN a.name_mode = 'Named' THEN j.name END AS Who,
                       CASE WHEN a.name_mode = 'Named' THEN j.person_id END AS PersonId,
                       CASE WHEN a.name_mode = 'Named' AND p.set_id IS NULL THEN j.role END AS Role,
                       s.id AS SetId, s.position AS SetPosition, s.name AS SetName
                FROM post p
                JOIN activity a ON a.id = p.activity_id
                LEFT JOIN participant j ON j.id = p.participant_id
                LEFT JOIN sets s ON s.id = p.set_id AND a.name_mode <> 'Anonymous'
                WHERE p.activity_id = @Id AND p.state = 'Shown'
                ORDER BY p.sort_key
                """,
                source)
            : [];

    /// <summary>The whole vote.</summary>
    public static DotResult Result(Reads reads, Activity activity) => reads.Once($"dots-{activity.Id}", () =>
    {
        var settings = DotSettings.Parse(activity.Settings);
        var dots = reads.Query<Counted>(
            "SELECT item, count(*) AS Dots FROM dot WHERE activity_id = @Id GROUP BY item", activity)
            .ToDictionary(counted => counted.Item, counted => counted.Dots);
        return new DotResult
        {
            Activity = activity,
            Settings = settings,
            Items = [.. Items(reads, activity, settings).Select(item => item with { Dots = dots.GetValueOrDefault(item.Key) })],
            People = reads.First<long>(
                """
                SELECT count(DISTINCT participant_id) + count(DISTINCT secret_hash) FROM dot WHERE activity_id = @Id
                """, activity),
            OnPaper = AnsweredMarks.OnPaper(reads, activity.Id),
        };
    });

    /// <summary>The items of one person's dots.</summary>
    public static IReadOnlyList<string> Own(Reads reads, long activity, long participant) => reads.Query<string>(
        "SELECT item FROM dot WHERE activity_id = @activity AND participant_id = @participant ORDER BY item",
        new { activity, participant });

    /// <summary>The activities before an item that hold what people wrote, nearest first: what dots can be put on.</summary>
    public static IReadOnlyList<DotSource> Sources(Reads reads, ActivityKinds kinds, long workshop) =>
        [.. reads.Query<DotSource>(
            """
            SELECT a.id, a.title, v.title AS Workshop, v.id AS WorkshopId,
                   (SELECT count(*) FROM post p WHERE p.activity_id = a.id AND p.state = 'Shown') AS Posts
            FROM workshop w
            JOIN workshop v ON v.programme_id = w.programme_id AND v.date <= w.date
            JOIN activity a ON a.workshop_id = v.id AND a.name_mode <> 'Private'
            WHERE w.id = @workshop
            ORDER BY v.date DESC, a.id
            """,
            new { workshop })
            .Where(source => source.Posts > 0 || (Activity.Find(reads, source.Id) is { } found && kinds.Of(found).BoardOf(reads, found) is not null))];

    private static bool MayBeRead(Activity source) => source.IsRevealed;

    private static bool IsOfProgramme(Reads reads, Activity activity, Activity source) => reads.First<long>(
        """
        SELECT count(*) FROM workshop w JOIN workshop v ON v.programme_id = w.programme_id
        WHERE w.id = @ours AND v.id = @theirs
        """,
        new { ours = activity.WorkshopId, theirs = source.WorkshopId }) > 0;

    private sealed record Counted
    {
        public string Item { get; init; } = "";

        public long Dots { get; init; }
    }
}

/// <summary>An activity that dots can be put over.</summary>
public sealed record DotSource
{
    /// <summary>The activity.</summary>
    public long Id { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its workshop's title.</summary>
    public string Workshop { get; init; } = "";

    /// <summary>Its workshop.</summary>
    public long WorkshopId { get; init; }

    /// <summary>How many posts it holds.</summary>
    public long Posts { get; init; }
}
