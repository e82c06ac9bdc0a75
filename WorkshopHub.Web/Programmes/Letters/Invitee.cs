using System.Text.Json;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Readiness;

namespace WorkshopHub.Web.Programmes.Letters;

/// <summary>One role that somebody is asked to take, for all sets that it is about.</summary>
/// <param name="Role">The role.</param>
/// <param name="Sets">The sets, where it is about some.</param>
/// <param name="Whose">Whose supervisor they are, by first names; empty for others.</param>
/// <param name="Supervisor">The supervisor of a member, or null.</param>
public sealed record InviteePart(Role Role, IReadOnlyList<string> Sets, IReadOnlyList<string> Whose, string? Supervisor)
{
    /// <summary>What they are asked to be, e.g. member of Circle.</summary>
    public string As => Role.ToString().ToLowerInvariant() + (Sets.Count > 0 ? $" of {Checklist.Listed(Sets)}" : "");

    /// <summary>The sets by name, or "a set" where none is known yet.</summary>
    public string SetWords => Sets.Count > 0 ? Checklist.Listed(Sets) : "a set";
}

/// <summary>Somebody with a part in a programme who has never signed in: to whom a letter goes.</summary>
public sealed record Invitee
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What they sign in with, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Job title; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Where they work; may be empty.</summary>
    public string Site { get; init; } = "";

    /// <summary>How an invitation by e-mail stands: its state, or null where none was sent.</summary>
    public string? Mail { get; init; }

    /// <summary>When they asked for a new link because theirs led nowhere any more (UTC), or null.</summary>
    public string? AskedAt { get; init; }

    /// <summary>Whether they are a member who has said yes already, in a workshop for instance: the letter asks them nothing, and is their way in.</summary>
    public bool HasAccepted { get; init; }

    /// <summary>All that they are asked to be, a member's part first.</summary>
    public IReadOnlyList<InviteePart> Parts { get; init; } = [];

    /// <summary>What they are asked to be, in words: member of Circle and supervisor.</summary>
    public string As => Checklist.Listed([.. Parts.Select(part => part.As)]);

    /// <summary>The first of their roles.</summary>
    public Role Role => Parts[0].Role;

    /// <summary>The supervisor of a member, or null.</summary>
    public string? Supervisor => Parts[0].Supervisor;

    /// <summary>First name.</summary>
    public string First => Called.First(Name);

    /// <summary>Everybody who has a part and has never signed in, members first.</summary>
    public static IReadOnlyList<Invitee> Of(Reads reads, long programme) =>
    [
        .. reads.Query<Row>(
            """
            WITH part AS (
              SELECT m.person_id, 0 AS place, 'Member' AS role, s.position, s.name AS "set", m.supervisor_id, '[]' AS whose, m.accepted_at
              FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme AND m.left_at IS NULL
              UNION ALL
              SELECT m.supervisor_id, 1, 'Supervisor', 0, NULL, NULL, json_group_array(o.name ORDER BY o.name COLLATE NAMES), NULL
              FROM membership m JOIN sets s ON s.id = m.set_id JOIN person o ON o.id = m.person_id
              WHERE s.programme_id = @programme AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
              GROUP BY m.supervisor_id
              UNION ALL
              SELECT r.person_id, CASE r.role WHEN 'Supervisor' THEN 1 WHEN 'Advisor' THEN 2 WHEN 'Champion' THEN 3 WHEN 'Client' THEN 4 WHEN 'Sponsor' THEN 5 ELSE 6 END,
                r.role, ifnull(s.position, 0), s.name, NULL, '[]', NULL
              FROM role_assignment r LEFT JOIN sets s ON s.id = r.set_id WHERE r.programme_id = @programme)
            SELECT p.id, p.name, p.email, p.job_title, ifnull(w.name, '') AS Site, part.role, part."set" AS "Set", part.whose, v.name AS Supervisor, part.accepted_at IS NOT NULL AS HasAccepted,
              (SELECT l.state FROM mail l WHERE l.person_id = p.id AND l.about = 'invitation:' || @programme) AS Mail,
              (SELECT max(l.asked_again_at) FROM personal_link l WHERE l.person_id = p.id) AS AskedAt
            FROM part JOIN person p ON p.id = part.person_id
            LEFT JOIN site w ON w.id = p.site_id
            LEFT JOIN person v ON v.id = part.supervisor_id
            LEFT JOIN account a ON a.person_id = p.id
            WHERE a.password_hash IS NULL AND a.signed_in_at IS NULL
            ORDER BY min(part.place) OVER (PARTITION BY p.id), p.name COLLATE NAMES, p.id, part.place, part.position
            """, new { programme }).GroupBy(row => row.Id).Select(Whole),
    ];

    private static Invitee Whole(IGrouping<long, Row> rows)
    {
        var who = rows.First();
        return new Invitee
        {
            Id = who.Id,
            Name = who.Name,
            Email = who.Email,
            JobTitle = who.JobTitle,
            Site = who.Site,
            Mail = who.Mail,
            AskedAt = who.AskedAt,
            HasAccepted = who.HasAccepted,
            Parts =
            [
                .. rows.GroupBy(row => row.Role).Select(part => new InviteePart(
                    part.Key, [.. part.Select(row => row.Set).OfType<string>()],
                    [.. part.SelectMany(row => JsonSerializer.Deserialize<string[]>(row.Whose) ?? []).Select(Called.First)],
                    part.First().Supervisor)),
            ],
        };
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string? Email { get; init; }

        public string JobTitle { get; init; } = "";

        public string Site { get; init; } = "";

        public Role Role { get; init; }

        public string? Set { get; init; }

        public string Whose { get; init; } = "[]";

        public string? Supervisor { get; init; }

        public string? Mail { get; init; }

        public string? AskedAt { get; init; }

        public bool HasAccepted { get; init; }
    }
}
