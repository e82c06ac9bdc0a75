using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>Study notes as they are shown: what a set looked at and what it found.</summary>
public sealed class SharedNotes : IShareable
{
    /// <inheritdoc />
    public string Kind => "StudyNote";

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Client", "Champion", "Sponsor"];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<(string Id, string Text, string? Who)>(
        """
        SELECT CAST(n.id AS TEXT), trim(n.looked_at || char(10) || n.found || char(10) || n.source, char(10)), CASE WHEN n.membership_id IS NOT NULL THEN p.name END
        FROM study_note n LEFT JOIN membership m ON m.id = n.membership_id LEFT JOIN person p ON p.id = m.person_id
        WHERE n.gone_at IS NULL AND CAST(n.id AS TEXT) IN @ids
        """, new { ids }).ToDictionary(row => row.Id, row => new SharedThing("Study note", row.Text, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) => Work.Of(
        reads, "SELECT CAST(n.id AS TEXT), n.looked_at, m.person_id FROM study_note n", "n", set, person);
}

/// <summary>Decisions as they are shown, with the ground that they stand on.</summary>
public sealed class SharedDecisions : IShareable
{
    /// <inheritdoc />
    public string Kind => "Decision";

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Client", "Champion", "Sponsor"];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<(string Id, string Text, string? Who)>(
        """
        SELECT CAST(n.id AS TEXT), n.text || CASE n.ground WHEN 'OwnAuthority' THEN ' (on our own authority)' WHEN 'NeedsSponsor' THEN ' (needs the sponsor)'
            ELSE ' (asked ' || n.whom || ')' END, CASE WHEN n.membership_id IS NOT NULL THEN p.name END
        FROM decision n LEFT JOIN membership m ON m.id = n.membership_id LEFT JOIN person p ON p.id = m.person_id
        WHERE n.gone_at IS NULL AND CAST(n.id AS TEXT) IN @ids
        """, new { ids }).ToDictionary(row => row.Id, row => new SharedThing("Decision", row.Text, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) => Work.Of(
        reads, "SELECT CAST(n.id AS TEXT), n.text, m.person_id FROM decision n", "n", set, person);
}

/// <summary>Actions as they are shown by their owners: what was agreed and, once it is told, what came of it.</summary>
public sealed class SharedActions : IShareable
{
    /// <inheritdoc />
    public string Kind => "Action";

    /// <inheritdoc />
    public IReadOnlyList<string> Audiences { get; } = ["Supervisor", "Client", "Champion"];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids) => reads.Query<(string Id, string Text, string Who)>(
        """
        SELECT CAST(a.id AS TEXT), a.text || ifnull(char(10) || trim(r.did || char(10) || r.happened || char(10) || r.learned, char(10)), ''), p.name
        FROM set_action a JOIN person p ON p.id = a.owner_id
        LEFT JOIN set_action_report r ON r.action_id = a.id AND r.round = (SELECT max(l.round) FROM set_action_report l
          WHERE l.action_id = a.id AND l.state IN ('Done', 'Partly', 'NotDone'))
        WHERE CAST(a.id AS TEXT) IN @ids
        """, new { ids }).ToDictionary(row => row.Id, row => new SharedThing("Action", row.Text, row.Who), StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<Showable> Of(Reads reads, long set, long person) =>
    [
        .. reads.Query<(string Id, string Words)>(
            "SELECT CAST(id AS TEXT), text FROM set_action WHERE set_id = @set AND owner_id = @person AND state <> 'Dropped' ORDER BY id DESC LIMIT 60",
            new { set, person }).Select(row => new Showable(row.Id, row.Words, person)),
    ];
}

/// <summary>The set's own work, and a member's where everybody has a problem of their own.</summary>
internal static class Work
{
    public static IReadOnlyList<Showable> Of(Reads reads, string select, string of, long set, long person) =>
    [
        .. reads.Query<(string Id, string Words, long? Owner)>(
            $"""
            {select} LEFT JOIN membership m ON m.id = {of}.membership_id
            WHERE {of}.set_id = @set AND {of}.gone_at IS NULL AND ({of}.membership_id IS NULL OR m.person_id = @person)
            ORDER BY {of}.id DESC LIMIT 60
            """, new { set, person }).Select(row => new Showable(row.Id, row.Words, row.Owner)),
    ];
}
