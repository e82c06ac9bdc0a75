using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Leaves;

namespace WorkshopHub.Web.Sets.Reflections;

/// <summary>Reflections as they are shown.</summary>
public sealed class SharedReflections : IShareable
{
    /// <inheritdoc />
    public string Kind => "Reflection";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<Row>(
        """
        SELECT r.id, p.name AS Who, r.set_out, r.happened, r.why, r.otherwise, r.asking, r.text
        FROM reflection r LEFT JOIN person p ON p.id = r.author_id WHERE r.id IN @ids
        """, new { ids }).ToDictionary(row => row.Id, row => new SharedThing("Reflection", row.Words, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Champion", "Sponsor", "Facilitator", "Programme", "Organisation"];

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) =>
        [.. Reflection.OfSet(reads, set).Select(one => new Showable(one.Id, $"{(one.Number is { } number ? $"Meeting {number}: " : "")}{one.Words}", null))];

    private sealed record Row
    {
        public string Id { get; init; } = "";

        public string? Who { get; init; }

        public string SetOut { get; init; } = "";

        public string Happened { get; init; } = "";

        public string Why { get; init; } = "";

        public string Otherwise { get; init; } = "";

        public string Asking { get; init; } = "";

        public string Text { get; init; } = "";

        public string Words => string.Join('\n', new[] { SetOut, Happened, Why, Otherwise, Asking, Text }.Where(part => part.Length > 0));
    }
}
