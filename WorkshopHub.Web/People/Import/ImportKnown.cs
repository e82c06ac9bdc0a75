using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>Somebody who is here already.</summary>
public sealed record KnownPerson : PersonFields
{
    /// <summary>Whether the person signs in, so that only they and admins change the e-mail.</summary>
    public bool HasAccount { get; init; }
}

/// <summary>Everything that is here when a file is looked at. It takes the same few statements for ten people and for a thousand.</summary>
public sealed class ImportKnown
{
    private readonly Dictionary<string, KnownPerson> _byEmail;
    private readonly ILookup<string, KnownPerson> _byName;

    /// <summary>Reads it.</summary>
    /// <param name="reads">The snapshot or the command's transaction.</param>
    /// <param name="by">Who brings people in.</param>
    public ImportKnown(Reads reads, long? by)
    {
        People = reads.Query<KnownPerson>("""
            SELECT p.id, p.name, p.email, p.job_title, p.discipline, ifnull(u.name, '') AS Unit, ifnull(s.name, '') AS Site,
              p.manager_id, a.person_id IS NOT NULL AS HasAccount
            FROM person p LEFT JOIN org_unit u ON u.id = p.org_unit_id LEFT JOIN site s ON s.id = p.site_id
              LEFT JOIN account a ON a.person_id = p.id
            ORDER BY p.id
            """).ToDictionary(person => person.Id);
        Units = reads.Query<string>("SELECT name FROM org_unit ORDER BY name COLLATE NAMES");
        Sites = reads.Query<string>("SELECT name FROM site ORDER BY name COLLATE NAMES");
        ByAdmin = by is null || reads.First<long?>("SELECT person_id FROM account WHERE person_id = @by AND is_admin = 1", new { by }) is not null;
        _byEmail = People.Values.Where(person => person.Email is not null)
            .DistinctBy(person => person.Email!, StringComparer.OrdinalIgnoreCase).ToDictionary(person => person.Email!, StringComparer.OrdinalIgnoreCase);
        _byName = People.Values.ToLookup(person => NameOrder.Plain(person.Name), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Everybody, by id.</summary>
    public IReadOnlyDictionary<long, KnownPerson> People { get; }

    /// <summary>The names of the parts.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>The names of the sites.</summary>
    public IReadOnlyList<string> Sites { get; }

    /// <summary>Whether an admin brings people in, or the program.</summary>
    public bool ByAdmin { get; }

    /// <summary>Who has an e-mail address, or null.</summary>
    public KnownPerson? ByEmail(string email) => _byEmail.GetValueOrDefault(email);

    /// <summary>Everybody of a name, whatever the case and whichever name stands first.</summary>
    public IEnumerable<KnownPerson> ByName(string name) => _byName[NameOrder.Plain(name)];
}
