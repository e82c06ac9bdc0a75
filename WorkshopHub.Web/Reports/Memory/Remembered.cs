using System.Text.Json;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared.Charts;

namespace WorkshopHub.Web.Reports.Memory;

/// <summary>
/// A learning or an outcome that its authors released for the whole organisation, so that the next programme starts from it:
/// "releasing and reinterpreting the accumulated experiences of members of the organization".
/// </summary>
public sealed record Remembered
{
    /// <summary>Where it is from: its sort and id.</summary>
    public string Key { get; init; } = "";

    /// <summary>Learning or Outcome.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The outcome in the file, or null.</summary>
    public long? Outcome { get; init; }

    /// <summary>The words; of an outcome what was learned.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose name stands beside it; null for a set's.</summary>
    public string? Who { get; init; }

    /// <summary>Since when all may read it (UTC).</summary>
    public string At { get; init; } = "";

    /// <summary>The problem or opportunity of an outcome; may be empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>The place of its set.</summary>
    public long Position { get; init; }

    /// <summary>The set.</summary>
    public string SetName { get; init; } = "";

    /// <summary>The programme's id in the file.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme.</summary>
    public string Programme { get; init; } = "";

    /// <summary>Of an outcome its five parts, as far as they were written.</summary>
    public IReadOnlyList<SlideText> Parts { get; init; } = [];

    /// <summary>Of an outcome its measures.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Its words for a short list: the first line, and not more than a few words of it.</summary>
    public string Brief => Text.Split('\n')[0] is var line && line.Length <= 140 ? line
        : line.LastIndexOf(' ', 140) is > 0 and var end ? $"{line[..end]} …" : Draw.Cut(line, 140);

    /// <summary>The kinds as they stand in addresses and as people say them, each with its icon.</summary>
    public static IReadOnlyList<(string Key, string Name, string Icon)> Kinds { get; } = [("Learning", "Learnings", "k-learning"), ("Outcome", "Outcomes", "i-file")];

    /// <summary>What is looked for.</summary>
    /// <param name="Words">Words that must be in it; empty for all.</param>
    /// <param name="Kind">Learning or Outcome; empty for both.</param>
    /// <param name="Programme">Of this programme only, or null.</param>
    /// <param name="Most">How many at most.</param>
    public sealed record Query(string? Words, string Kind, long? Programme, int Most);

    /// <summary>What fits, the best or the newest first, and how much fits.</summary>
    public static (IReadOnlyList<Remembered> Found, long Fitting) Of(Reads reads, Query query)
    {
        var match = Sets.Search.Found.Match(query.Words);
        var values = new { match, kind = query.Kind, programme = query.Programme, apart = (long?)null, most = query.Most };
        var found = reads.Query<Remembered>(match is null ? MemorySql.Last : MemorySql.ByWords, values);
        return (WithParts(reads, found), reads.First<long>(match is null ? MemorySql.Count : MemorySql.CountByWords, values));
    }

    /// <summary>
    /// A few for who begins something: of other programmes, and of what is about this the nearest first; where nothing is near, what was
    /// released last.
    /// </summary>
    public static IReadOnlyList<Remembered> Near(Reads reads, long? programme, string about, int most)
    {
        var words = Match(about);
        IReadOnlyList<Remembered> found = words is null ? [] : reads.Query<Remembered>(MemorySql.ByWords, new { match = words, kind = "", programme = (long?)null, apart = programme, most });
        return found.Count > 0 ? found : reads.Query<Remembered>(MemorySql.Last, new { kind = "", programme = (long?)null, apart = programme, most });
    }

    /// <summary>Any of the longer words of a title, or their beginnings; null where there is none.</summary>
    internal static string? Match(string about) => Sets.Search.Found.Match(string.Join(' ', about.Replace('"', ' ').Replace('“', ' ').Replace('”', ' ')
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4)))?.Replace("* \"", "* OR \"", StringComparison.Ordinal);

    private static IReadOnlyList<Remembered> WithParts(Reads reads, IReadOnlyList<Remembered> found)
    {
        var ids = found.Select(one => one.Outcome).OfType<long>().ToList();
        if (ids.Count == 0)
        {
            return found;
        }

        var json = JsonSerializer.Serialize(ids);
        var parts = reads.Query<PartOf>(
            """
            SELECT outcome_id, slide, text FROM outcome_slide
            WHERE outcome_id IN (SELECT value FROM json_each(@json)) AND slide IN ('Problem', 'Tried', 'Happened', 'Learned', 'Next') AND text <> ''
            """, new { json }).ToLookup(part => part.OutcomeId);
        var owners = reads.Query<Owner>("SELECT id, set_id, person_id FROM outcome WHERE id IN (SELECT value FROM json_each(@json))", new { json }).ToDictionary(one => one.Id);
        var measures = Measure.OfAll(reads, JsonSerializer.Serialize(owners.Values.Select(one => one.SetId).Distinct())).ToLookup(one => (one.SetId, one.PersonId));
        return
        [
            .. found.Select(one => one.Outcome is not { } id ? one : one with
            {
                Parts = [.. parts[id].OrderBy(part => part.Slide).Select(part => new SlideText { Slide = part.Slide, Text = part.Text })],
                Measures = [.. measures[(owners[id].SetId, owners[id].PersonId)]],
            }),
        ];
    }

    private sealed record PartOf
    {
        public long OutcomeId { get; init; }

        public Slide Slide { get; init; }

        public string Text { get; init; } = "";
    }

    private sealed record Owner
    {
        public long Id { get; init; }

        public long SetId { get; init; }

        public long? PersonId { get; init; }
    }
}

/// <summary>A programme from which something is remembered.</summary>
public sealed record RememberedProgramme
{
    /// <summary>Its id in the file.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is over.</summary>
    public bool IsClosed { get; init; }

    /// <summary>How many learnings it released.</summary>
    public long Learnings { get; init; }

    /// <summary>How many outcomes.</summary>
    public long Outcomes { get; init; }

    /// <summary>All that there are, the last one first.</summary>
    public static IReadOnlyList<RememberedProgramme> Of(Reads reads) => reads.Query<RememberedProgramme>(MemorySql.Programmes);
}
