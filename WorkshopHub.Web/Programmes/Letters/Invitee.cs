using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Programmes.Letters;

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

    /// <summary>What they are asked to be, e.g. member of Circle; the first of several.</summary>
    public string As { get; init; } = "";

    /// <summary>The supervisor of a member, or null.</summary>
    public string? Supervisor { get; init; }

    /// <summary>How an invitation by e-mail stands: its state, or null where none was sent.</summary>
    public string? Mail { get; init; }

    /// <summary>First name.</summary>
    public string First => Called.First(Name);

    /// <summary>Everybody who has a part and has never signed in, members first.</summary>
    public static IReadOnlyList<Invitee> Of(Reads reads, long programme) => reads.Query<Invitee>(
        """
        WITH part AS (
          SELECT m.person_id, 0 AS place, 'member of ' || s.name AS "as", m.supervisor_id
          FROM membership m JOIN sets s ON s.id = m.set_id WHERE s.programme_id = @programme AND m.left_at IS NULL
          UNION ALL
          SELECT DISTINCT m.supervisor_id, 1, 'supervisor', NULL
          FROM membership m JOIN sets s ON s.id = m.set_id
          WHERE s.programme_id = @programme AND m.left_at IS NULL AND m.supervisor_id IS NOT NULL
          UNION ALL
          SELECT r.person_id, CASE r.role WHEN 'Advisor' THEN 2 WHEN 'Champion' THEN 3 WHEN 'Client' THEN 4 ELSE 5 END,
            lower(r.role) || ifnull(' of ' || s.name, ''), NULL
          FROM role_assignment r LEFT JOIN sets s ON s.id = r.set_id WHERE r.programme_id = @programme)
        SELECT p.id, p.name, p.email, p.job_title, ifnull(w.name, '') AS Site, part."as" AS "As", v.name AS Supervisor, min(part.place) AS place,
          (SELECT l.state FROM mail l WHERE l.person_id = p.id AND l.about = 'invitation:' || @programme) AS Mail
        FROM part JOIN person p ON p.id = part.person_id
        LEFT JOIN site w ON w.id = p.site_id
        LEFT JOIN person v ON v.id = part.supervisor_id
        LEFT JOIN account a ON a.person_id = p.id
        WHERE a.password_hash IS NULL AND a.signed_in_at IS NULL
        GROUP BY p.id ORDER BY place, p.name
        """, new { programme });
}
