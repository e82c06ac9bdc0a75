using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>One item that is shown to one audience, or waits for a second yes, or was taken back.</summary>
public sealed record Share
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The set.</summary>
    public long SetId { get; init; }

    /// <summary>Reflection, Action, StudyNote, Decision, Goal or Rating; from the final on also Outcome, Learning (a sheet) and Post.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The item.</summary>
    public string ThingId { get; init; } = "";

    /// <summary>Whose it is; null for the set's own, which two show.</summary>
    public long? OwnerId { get; init; }

    /// <summary>The key of an <see cref="ShownTo"/>.</summary>
    public string Audience { get; init; } = "";

    /// <summary>Who showed it, or asks to.</summary>
    public long AskedBy { get; init; }

    /// <summary>Their name.</summary>
    public string Asker { get; init; } = "";

    /// <summary>When (UTC).</summary>
    public string AskedAt { get; init; } = "";

    /// <summary>Who said yes as the second, or null.</summary>
    public string? Confirmer { get; init; }

    /// <summary>Since when it is read (UTC), or null: it waits for a second yes.</summary>
    public string? SharedAt { get; init; }

    /// <summary>Who took it back, or null.</summary>
    public string? TakenBackBy { get; init; }

    /// <summary>When it was taken back (UTC), or null.</summary>
    public string? WithdrawnAt { get; init; }

    /// <summary>It was shown to who was the supervisor then; there is another one now, who reads it when it is shown anew.</summary>
    public bool Ended { get; init; }

    /// <summary>Whether it is read now.</summary>
    public bool IsShown => SharedAt is not null && WithdrawnAt is null && !Ended;

    /// <summary>Whether it waits for a second yes.</summary>
    public bool Waits => SharedAt is null && WithdrawnAt is null;

    /// <summary>To whom, in plain words.</summary>
    public string To => ShownTo.Of(Audience)?.Words ?? Audience;

    private const string StillTheirs =
        """
        (h.audience <> 'Supervisor' OR EXISTS (SELECT 1 FROM membership m
          WHERE m.set_id = h.set_id AND m.person_id = h.owner_id AND m.left_at IS NULL AND m.supervisor_id IS h.supervisor_id))
        """;

    private const string Select =
        $"""
        SELECT h.id, h.set_id, h.kind, h.thing_id, h.owner_id, h.audience, h.asked_by, a.name AS Asker, h.asked_at, c.name AS Confirmer,
          h.shared_at, w.name AS TakenBackBy, h.withdrawn_at, NOT {StillTheirs} AS Ended
        FROM share h
        JOIN person a ON a.id = h.asked_by
        LEFT JOIN person c ON c.id = h.confirmed_by
        LEFT JOIN person w ON w.id = h.withdrawn_by
        """;

    /// <summary>Everything of a set that this person may know of: the set's own, and what is theirs; the newest first.</summary>
    public static IReadOnlyList<Share> Of(Reads reads, long set, long person) => reads.Query<Share>(
        $"""
        {Select} WHERE h.set_id = @set AND (h.owner_id IS NULL OR h.owner_id = @person)
        ORDER BY h.shared_at IS NULL AND h.withdrawn_at IS NULL DESC, ifnull(h.shared_at, h.asked_at) DESC, h.id DESC
        """, new { set, person });

    /// <summary>To whom items of a kind are shown, or wait to be, by item.</summary>
    public static ILookup<string, Share> Standing(Reads reads, long set, string kind) => reads.Query<Share>(
        $"{Select} WHERE h.set_id = @set AND h.kind = @kind AND h.withdrawn_at IS NULL AND {StillTheirs} ORDER BY h.id", new { set, kind }).ToLookup(share => share.ThingId);

    /// <summary>What sets show now to somebody outside, the newest first.</summary>
    public static IReadOnlyList<Share> Shown(Reads reads, string sets) => reads.Query<Share>(
        $"""
        {Select} WHERE h.set_id IN (SELECT value FROM json_each(@sets)) AND h.audience NOT IN ('Set', 'Advisor')
          AND h.shared_at IS NOT NULL AND h.withdrawn_at IS NULL AND {StillTheirs}
        ORDER BY h.shared_at DESC, h.id DESC
        """, new { sets });

    /// <summary>One, or null.</summary>
    public static Share? Find(Reads reads, long id) => reads.First<Share>($"{Select} WHERE h.id = @id", new { id });
}

/// <summary>An item as it is shown.</summary>
/// <param name="What">What it is, e.g. Reflection.</param>
/// <param name="Text">Its words.</param>
/// <param name="Who">Whose it is, or null for the set's own.</param>
public sealed record SharedThing(string What, string Text, string? Who);

/// <summary>A room of the set space whose items can be shown: it gives their words.</summary>
public interface IShareable
{
    /// <summary>The kind of its items.</summary>
    string Kind { get; }

    /// <summary>To whom its items may be shown: what the table of rights calls shared.</summary>
    IReadOnlyList<string> Audiences { get; }

    /// <summary>The words of items by id, in one statement; what is gone is left out.</summary>
    IReadOnlyDictionary<string, SharedThing> Read(Reads reads, IReadOnlyCollection<string> ids);

    /// <summary>What of a set somebody may show: the set's own, and what is theirs; the newest first.</summary>
    IReadOnlyList<Showable> Of(Reads reads, long set, long person);
}

/// <summary>An item that may be shown.</summary>
/// <param name="Id">The item.</param>
/// <param name="Words">What it says, for a list.</param>
/// <param name="Owner">Whose it is; null for the set's own, which two show.</param>
public sealed record Showable(string Id, string Words, long? Owner);
