using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;
using Said = WorkshopHub.Web.Activities.Said;

namespace WorkshopHub.Web.Workshops.Summary;

/// <summary>What was said in a workshop, by activity, as far as everybody who was in the room may read it.</summary>
public sealed record SummaryView
{
    /// <summary>The workshop.</summary>
    public SummaryHead Head { get; private init; } = new();

    /// <summary>The activities that have a result, in the order of the day, each with its kind's partial and model.</summary>
    public IReadOnlyList<SummaryPart> Parts { get; private init; } = [];

    /// <summary>What dots chose to be kept, most dots first.</summary>
    public IReadOnlyList<Said> Kept { get; private init; } = [];

    /// <summary>Everything that was said in words.</summary>
    public IReadOnlyList<Said> All { get; private init; } = [];

    /// <summary>What of it was asked for.</summary>
    public IReadOnlyList<Said> Found { get; private init; } = [];

    /// <summary>The sets, in order.</summary>
    public IReadOnlyList<RoomSet> Sets { get; private init; } = [];

    /// <summary>What became of results elsewhere.</summary>
    public IReadOnlyList<Carried> Carried { get; private init; } = [];

    /// <summary>How many people have joined, without who runs the room.</summary>
    public long Here { get; private init; }

    /// <summary>How many were expected.</summary>
    public long Expected { get; private init; }

    /// <summary>The sorts that there are, each with how often.</summary>
    public IEnumerable<(string Kind, int Count)> Sorts =>
        All.CountBy(said => said.Kind).OrderByDescending(one => one.Value).Select(one => (one.Key, one.Value));

    /// <summary>Whether there are questions of which it is known whether they were answered.</summary>
    public bool HasQuestions => All.Any(said => said.IsAnswered is not null);

    /// <summary>Reads it; null where there is no such workshop.</summary>
    /// <param name="reads">The snapshot.</param>
    /// <param name="kinds">All kinds of activity.</param>
    /// <param name="workshop">The workshop.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="reader">Who reads, for what only some may read of what was carried over; null for nobody.</param>
    public static SummaryView? Read(Reads reads, ActivityKinds kinds, long workshop, SummaryQuery query, SummaryReader? reader = null)
    {
        var head = reads.First<SummaryHead>(
            """
            SELECT w.id, w.title, w.date, w.place, w.state, p.id AS ProgrammeId, p.name AS Programme
            FROM workshop w JOIN programme p ON p.id = w.programme_id
            WHERE w.id = @workshop
            """,
            new { workshop });
        if (head is null)
        {
            return null;
        }

        var held = Activities(reads, workshop).Where(activity => kinds.Has(activity.Kind)).ToList();
        var words = held.ToDictionary(activity => activity.Id, activity => kinds.Of(activity).SaidIn(reads, activity));
        var said = held.SelectMany(activity => words[activity.Id]).ToList();
        var kept = said.Where(one => one.Dots is not null).OrderByDescending(one => one.Dots).ToList();
        // What was kept stands among the rest as it was written; a list that dots were put on does not.
        said.RemoveAll(one => one.Dots is not null && said.Exists(other => other.Dots is null && other.Text == one.Text));
        var people = RoomPerson.Of(reads, workshop).Where(person => person.Role != Role.Facilitator).ToList(); // as the control room counts
        return new SummaryView
        {
            Head = head,
            Parts =
            [
                .. held.Select(activity => (Activity: activity, Model: kinds.Of(activity).ReportModel(reads, activity)))
                    .Where(part => part.Model is not null)
                    .Select(part => new SummaryPart(
                        part.Activity, kinds.Of(part.Activity).Icon, kinds.Of(part.Activity).Partial("Report"), part.Model!, words[part.Activity.Id].Count)),
            ],
            Kept = kept,
            All = said,
            Found = [.. said.Where(query.Fits)],
            Sets = RoomSet.Of(reads, workshop),
            Carried = reader is null ? [] : [.. CarriedOver(reads, workshop).Where(one => reader.MayRead(one))],
            Here = people.Count(person => person.ParticipantId is not null),
            Expected = people.Count,
        };
    }

    /// <summary>The activities of a workshop that have begun, in the order of the day, each once.</summary>
    public static IReadOnlyList<Activity> Activities(Reads reads, long workshop) =>
    [
        .. reads.Query<long>(
            """
            SELECT activity_id FROM agenda_item
            WHERE workshop_id = @workshop AND started_at IS NOT NULL
            GROUP BY activity_id ORDER BY min(position)
            """,
            new { workshop }).Select(id => Activity.Find(reads, id)!),
    ];

    private static IReadOnlyList<Carried> CarriedOver(Reads reads, long workshop) => WorkshopHub.Web.Activities.Carried.Of(reads, workshop);
}

/// <summary>The workshop over its summary.</summary>
public sealed record SummaryHead
{
    /// <summary>The workshop.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>Local date.</summary>
    public string Date { get; init; } = "";

    /// <summary>Where it was held.</summary>
    public string Place { get; init; } = "";

    /// <summary>Planned, Live or Held.</summary>
    public string State { get; init; } = "";

    /// <summary>The programme.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The programme's name.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The date as people write it, e.g. 9 June 2026.</summary>
    public string Day => FromWorkshop.Day(Date);
}

/// <summary>One activity's result.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Icon">Its kind's icon.</param>
/// <param name="Partial">The kind's report.</param>
/// <param name="Model">The report's model.</param>
/// <param name="Said">How much of it stands among everything that was said: it is folded, so that nobody scrolls past it twice.</param>
public sealed record SummaryPart(Activity Activity, string Icon, string Partial, object Model, int Said);
