using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Actions;

namespace WorkshopHub.Web.Sets.Advising;

/// <summary>
/// What an advisor sees of their sets before anything that waits: what each has learned last, then what it does next. An advisor is
/// appointed "to help the set reflect on what they are learning from the actions", so learnings come before tasks.
/// </summary>
public sealed class AdvisorPart : IRolePart
{
    /// <summary>How many learnings of a set stand on the page.</summary>
    public const int Learnings = 3;

    private const int Actions = 3;

    /// <inheritdoc />
    public Role Role => Role.Advisor;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now)
    {
        var sets = reads.Query<AdvisedSet>(
            """
            SELECT s.id, s.position, s.name
            FROM role_assignment r JOIN sets s ON s.id = r.set_id JOIN programme g ON g.id = s.programme_id AND g.state <> 'Closed'
            WHERE r.person_id = @person AND r.role = 'Advisor' ORDER BY g.id DESC, s.position
            """, new { person });
        if (sets.Count == 0)
        {
            return null;
        }

        var learned = SetLearning.Of(reads, sets.Select(set => set.Id), Learnings).ToLookup(one => one.SetId);
        var due = Due(reads, sets).ToLookup(one => one.SetId);
        var today = LocalDay.Today(reads, now);
        return new RolePart("~/Sets/Advising/_AdvisorPart.cshtml", new AdvisorView(
            [.. sets.Select(set => set with { Learned = [.. learned[set.Id]], Due = [.. due[set.Id]] })], today))
        {
            First = true,
            Styles = "/css/set-around.css",
        };
    }

    private static IReadOnlyList<AdvisedAction> Due(Reads reads, IEnumerable<AdvisedSet> sets) => reads.Query<AdvisedAction>(
        """
        SELECT * FROM (
          SELECT a.set_id, a.number, a.text, a.due, p.name AS Owner, count(*) OVER (PARTITION BY a.set_id) AS Of,
                 row_number() OVER (PARTITION BY a.set_id ORDER BY a.due, a.number) AS place
          FROM set_action a JOIN person p ON p.id = a.owner_id
          WHERE a.state = 'Agreed' AND a.set_id IN (SELECT value FROM json_each(@json)))
        WHERE place <= @Actions ORDER BY due, number
        """, new { json = JsonSerializer.Serialize(sets.Select(set => set.Id)), Actions });
}

/// <summary>An advisor's sets.</summary>
/// <param name="Sets">Those of programmes that are not closed.</param>
/// <param name="Today">Today on the organisation's calendars.</param>
public sealed record AdvisorView(IReadOnlyList<AdvisedSet> Sets, DateOnly Today);

/// <summary>A set as its advisor's page shows it.</summary>
public sealed record AdvisedSet
{
    /// <summary>The set.</summary>
    public long Id { get; init; }

    /// <summary>Its place in the programme, from which its mark follows.</summary>
    public long Position { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it has learned last, the newest first.</summary>
    public IReadOnlyList<SetLearning> Learned { get; init; } = [];

    /// <summary>What its members do next.</summary>
    public IReadOnlyList<AdvisedAction> Due { get; init; } = [];
}

/// <summary>Something that a member does next.</summary>
public sealed record AdvisedAction
{
    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Its number in the set.</summary>
    public long Number { get; init; }

    /// <summary>What is done.</summary>
    public string Text { get; init; } = "";

    /// <summary>By when (local date).</summary>
    public string Due { get; init; } = "";

    /// <summary>Who does it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>How many are open in the set.</summary>
    public long Of { get; init; }

    /// <summary>By when, as people say it: Due Tuesday, 3 days late.</summary>
    public string When(DateOnly today) => ActionList.When(LocalDay.Parse(Due), today);

    /// <summary>Whether it is late, or due within three days.</summary>
    public bool IsNear(DateOnly today) => LocalDay.Parse(Due).DayNumber - today.DayNumber <= ActionSoon.Days;
}
