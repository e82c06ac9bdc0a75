using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>What a client sees of the sets that work for their area: how far each step is, what is asked, figures to confirm.</summary>
public sealed class ClientPart : IRolePart
{
    /// <inheritdoc />
    public Role Role => Role.Client;

    /// <inheritdoc />
    public RolePart? Of(Reads reads, long person, DateTimeOffset now) => new("/Sets/Work/_ClientPart.cshtml", ClientView.Read(reads, person, LocalDay.Today(reads, now)));
}

/// <summary>A client's sets and figures.</summary>
public sealed record ClientView
{
    /// <summary>Today on the organisation's calendars.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The client's problems, those that a set works on first.</summary>
    public IReadOnlyList<ClientSet> Sets { get; init; } = [];

    /// <summary>The steps with each set.</summary>
    public ILookup<long, AgreementStep> Steps { get; init; } = Array.Empty<AgreementStep>().ToLookup(one => one.SetId);

    /// <summary>The measures of each set.</summary>
    public ILookup<long, Measure> Measures { get; init; } = Array.Empty<Measure>().ToLookup(one => one.SetId);

    /// <summary>What there is to confirm of a measure's figures.</summary>
    public static bool Waits(Measure measure, DateOnly today) => (measure is { IsLocked: false, Baseline: not null })
        || (measure is { Result: not null, Client: null } && !measure.IsToCome(today));

    /// <summary>Reads it for a client, over all programmes that are not closed.</summary>
    public static ClientView Read(Reads reads, long client, DateOnly today)
    {
        var sets = reads.Query<ClientSet>(
            """
            SELECT b.title, b.state, g.name AS Programme, s.id, s.position, s.name,
              (SELECT min(w.date) FROM workshop w WHERE w.programme_id = g.id AND w.kind = 'Final' AND w.state = 'Planned') AS Final
            FROM problem b
            JOIN programme g ON g.id = b.programme_id AND g.state <> 'Closed'
            LEFT JOIN sets s ON s.problem_id = b.id
            WHERE b.client_id = @client AND b.state <> 'Stopped'
            ORDER BY g.id DESC, s.position IS NULL, s.position, b.position
            """,
            new { client });
        var ids = JsonSerializer.Serialize(sets.Select(one => one.Id).OfType<long>());
        var measures = Measure.OfAll(reads, ids).Where(one => one.PersonId is null).ToList();
        return new ClientView
        {
            Today = today,
            Sets = sets,
            Steps = AgreementStep.Of(reads, ids).ToLookup(one => one.SetId),
            Measures = measures.ToLookup(one => one.SetId),
        };
    }
}

/// <summary>A problem of a client, and the set that took it on.</summary>
public sealed record ClientSet
{
    /// <summary>The problem's title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public string State { get; init; } = "";

    /// <summary>The programme.</summary>
    public string Programme { get; init; } = "";

    /// <summary>The set, or null.</summary>
    public long? Id { get; init; }

    /// <summary>Its place, or null.</summary>
    public long? Position { get; init; }

    /// <summary>Its name, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The day of the final that is to come, or null.</summary>
    public string? Final { get; init; }

    /// <summary>Where it stands without a set, in words.</summary>
    public string Words => State switch
    {
        "Proposed" => "It isn’t offered yet.",
        "Offered" => "It is offered. The sets choose at the kick-off.",
        _ => "",
    };
}
