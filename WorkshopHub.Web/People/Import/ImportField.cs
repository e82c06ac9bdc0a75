namespace WorkshopHub.Web.People.Import;

/// <summary>Something that a column of a file can be about.</summary>
/// <param name="Key">Its short name in forms.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Words">Headings that mean it, the surest first: lower case, letters and digits alone.</param>
public sealed record ImportField(string Key, string Label, params string[] Words)
{
    /// <summary>The full name.</summary>
    public const string Name = "name";

    /// <summary>The first name, where names are split.</summary>
    public const string First = "first";

    /// <summary>The last name, where names are split.</summary>
    public const string Last = "last";

    /// <summary>The e-mail, which tells people apart.</summary>
    public const string Email = "email";

    /// <summary>The job title.</summary>
    public const string Job = "job";

    /// <summary>Trade or training.</summary>
    public const string Discipline = "discipline";

    /// <summary>Part of the organisation.</summary>
    public const string Unit = "unit";

    /// <summary>Site.</summary>
    public const string Site = "site";

    /// <summary>Line manager, by e-mail or name.</summary>
    public const string Manager = "manager";

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<ImportField> All { get; } =
    [
        new(Name, "Name", "name", "fullname", "displayname", "employeename", "staffname", "person", "employee", "participant", "member", "colleague", "who"),
        new(First, "First name", "firstname", "givenname", "forename", "first"),
        new(Last, "Last name", "lastname", "surname", "familyname", "last"),
        new(Email, "E-mail, tells people apart", "email", "emailaddress", "workemail", "mail", "workmail", "businessemail", "primaryemail", "companyemail",
            "emailwork", "emailid", "userprincipalname", "upn"),
        new(Job, "Job title", "jobtitle", "job", "position", "title", "post", "designation", "occupation", "jobname", "function", "jobrole"),
        new(Discipline, "Discipline", "discipline", "profession", "trade", "speciality", "specialty", "expertise", "jobfamily", "field", "training"),
        new(Unit, "Part of the organisation", "partoftheorganisation", "partoftheorganization", "unit", "department", "dept", "part", "orgunit",
            "organisationalunit", "organizationalunit", "organisationunit", "organizationunit", "businessunit", "division", "directorate", "section", "team", "area"),
        new(Site, "Site", "site", "location", "office", "workplace", "worklocation", "officelocation", "baselocation", "base", "building", "depot", "place"),
        new(Manager, "Manager, by e-mail or name", "manageremail", "manageremailaddress", "linemanageremail", "linemanageremailaddress", "supervisoremail",
            "supervisoremailaddress", "reportstoemail", "managermail", "emailofmanager", "manager", "linemanager", "supervisor", "managername", "linemanagername",
            "supervisorname", "reportsto", "directmanager", "boss", "nameofmanager"),
    ];

    /// <summary>What the columns of a file are about, as far as their headings say it: keys, empty where they don't.</summary>
    public static IReadOnlyList<string> Guess(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Plain).ToList();
        var guess = new string[headings.Count];
        Array.Fill(guess, "");
        foreach (var field in All)
        {
            var best = plain.Index().Where(column => guess[column.Index].Length == 0 && column.Item.Length > 0)
                .Select(column => (column.Index, Rank: Array.IndexOf(field.Words, column.Item)))
                .Where(column => column.Rank >= 0).OrderBy(column => column.Rank).Select(column => (int?)column.Index).FirstOrDefault();
            if (best is { } at)
            {
                guess[at] = field.Key;
            }
        }

        return guess;
    }

    /// <summary>How many of a row's cells are headings that are known.</summary>
    public static int Known(IEnumerable<string> cells) => cells.Select(Plain).Count(word => All.Any(field => field.Words.Contains(word, StringComparer.Ordinal)));

    private static string Plain(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
