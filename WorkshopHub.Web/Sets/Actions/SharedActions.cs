using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Sets.Actions;

/// <summary>Actions as they are shown: an owner shows their own, with what came of it, to supervisor, client or champion.</summary>
public sealed class SharedActions : IShareable
{
    /// <summary>The kind of its items.</summary>
    public const string Word = "Action";

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Supervisor", "Client", "Champion"];

    /// <summary>How an action is named among what is shown.</summary>
    public static string IdOf(SetAction action) => action.Id.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<Row>(
        """
        SELECT CAST(a.id AS TEXT) AS Id, p.name AS Who, a.text, a.state, r.did, r.happened, r.learned
        FROM set_action a
        JOIN person p ON p.id = a.owner_id
        LEFT JOIN set_action_report r ON r.action_id = a.id AND r.state IN ('Done', 'Partly', 'NotDone')
          AND r.round = (SELECT max(o.round) FROM set_action_report o WHERE o.action_id = a.id)
        WHERE CAST(a.id AS TEXT) IN @ids
        """, new { ids }).ToDictionary(row => row.Id, row => new SharedThing(Word, row.Words, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) =>
        [.. SetAction.Of(reads, set).Where(action => action.OwnerId == person).Reverse().Select(action => new Showable(IdOf(action), action.Text, person))];

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string Who { get; init; } = "";

        public string Text { get; init; } = "";

        public string State { get; init; } = "";

        public string? Did { get; init; }

        public string? Happened { get; init; }

        public string? Learned { get; init; }

        public string Words => string.Join('\n', new[]
        {
            $"{Text} ({ActionWords.Of(State).Word.ToLowerInvariant()})", Did is null ? "" : $"What I did: {Did}", Happened is null ? "" : $"What happened: {Happened}",
            Learned is null ? "" : $"What I learned: {Learned}",
        }.Where(line => line.Length > 0));
    }
}
