using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// Takes a list of people in. The preview runs the very same commands and takes them back, so what it says is what will
/// happen.
/// </summary>
public static class PasteList
{
    /// <summary>The most rows of one list.</summary>
    public const int RowsMax = 500;

    private const int NearAtOnce = 20;

    /// <summary>Takes in what can be taken in, row by row; wrong rows are left out.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="rows">The list.</param>
    /// <param name="newSupervisors">Whether supervisors whom nobody knows here come in as new people.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="keep">False for the preview: everything is taken back.</param>
    public static IReadOnlyList<PasteResult> Run(Writes writes, long programmeId, IReadOnlyList<PasteRow> rows, bool newSupervisors, long? by, bool keep)
    {
        writes.Execute("SAVEPOINT paste");
        var list = new ListSoFar(PasteDoubles.Of(writes, rows), writes.First<long?>("SELECT max(id) FROM person") ?? 0, []);
        // Sponsors, supervisors and the like first, so that members can name them wherever they stand in the list.
        var results = rows.OrderBy(row => RoleOf(row) == "Member").ThenBy(row => row.Number)
            .Select(row => One(writes, programmeId, row, list, newSupervisors, by)).ToList();
        if (!keep)
        {
            writes.Execute("ROLLBACK TO paste");
        }

        writes.Execute("RELEASE paste");
        var near = results.Where(result => result is { Outcome: null, Unknown: not null }).Select(result => result.Unknown!)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(NearAtOnce)
            .ToDictionary(name => name, name => NearPerson.To(writes, name), StringComparer.OrdinalIgnoreCase);
        return [.. results.OrderBy(result => result.Row.Number).Select(result => result is { Outcome: null, Unknown: { } name }
            ? result with { Why = Asked(result.Why, near.GetValueOrDefault(name, [])) } : result)];
    }

    private static string Asked(string why, IReadOnlyList<NearPerson> near) => near.Count == 0
        ? $"{why} Write somebody who is here, or give them a row of their own with the role Supervisor."
        : $"{why} Is {string.Join(" or ", near.Select(one => one.Email is null ? one.Name : $"{one.Name} ({one.Email})"))} meant? Write it like that, or give them a row of their own with the role Supervisor.";

    private static PasteResult One(Writes writes, long programmeId, PasteRow row, ListSoFar list, bool newSupervisors, long? by)
    {
        if (list.Doubles.TryGetValue(row.Number, out var twice))
        {
            return new PasteResult(row, null, twice);
        }

        var supervisor = new SupervisorWords(row.Supervisor, newSupervisors ? SupervisorWords.New : null);
        string? unknown = null;
        writes.Execute("SAVEPOINT paste_row");
        try
        {
            var wrong = new Refusals();
            wrong.If(RoleOf(row) is null, "Role", $"There is no role “{row.Role}”. Member, {string.Join(", ", RoleCommands.All)} are known.");
            var role = RoleOf(row) ?? "Member";
            var (set, why) = wrong.Any ? (null, "") : wrong.Of(() => SetOf(writes, programmeId, row, role, by), (null, ""));
            unknown = role == "Member" && supervisor.MayBeNew(writes) ? supervisor.Clean : null;
            if (wrong.Any)
            {
                wrong.Of(row.Details.Check);
                wrong.Of(() => _ = role == "Member" ? supervisor.Find(writes, null, by) : null);
                wrong.Throw();
            }

            var taken = new Newcomer(row.Details, role, set, supervisor).TakeIn(writes, programmeId, by);
            list.RefuseSecondSupervisor(row, supervisor, taken);
            writes.Execute("RELEASE paste_row");
            return Told(writes, row, taken, list.Newest, [why, Second(writes, role, set), unknown is null ? "" : $"New person: {unknown}, as supervisor"], unknown);
        }
        catch (RefusedException refused)
        {
            writes.Execute("ROLLBACK TO paste_row");
            writes.Execute("RELEASE paste_row");
            return new PasteResult(row, null, string.Join(' ', refused.All.Select(one => one.Message)).Replace(" Nothing is saved yet.", "", StringComparison.Ordinal), refused.All.Any(one => one.Field == "Supervisor") ? unknown : null);
        }
    }

    /// <summary>A row that was taken in, with everything that it changes about people whom the house knew before.</summary>
    private static PasteResult Told(Writes writes, PasteRow row, Taken taken, long newest, IEnumerable<string> why, string? unknown)
    {
        var here = taken.Before is { } before && before.Id <= newest ? before : null;
        var changes = here is not null && taken.IsFilled ? PasteResult.Between(here, PersonRow.Find(writes, here.Id)!) : [];
        var former = taken.FormerSupervisorId is { } was && was != taken.SupervisorId ? PersonRow.Find(writes, was) : null;
        var words = why.Concat(
        [
            here is { Email: null } ? $"Taken for {here.Name}{(here.Unit.Length > 0 ? $" of {here.Unit}" : "")}: give each an address if it is somebody else" : "",
            changes.Count > 0 ? $"Changes for the whole house: {string.Join(", ", changes.Select(change => change.What))}" : "",
            !taken.IsSupervised ? "" : former is null ? "Supervisor named" : "Another supervisor",
        ]);
        return new PasteResult(row, taken.Outcome, string.Join("; ", words.Where(word => word.Length > 0)), unknown)
        {
            Here = here,
            Changes = changes,
            Supervisor = taken.SupervisorId is { } leads ? PersonRow.Find(writes, leads) : null,
            FormerSupervisor = former,
        };
    }

    private static (long? Set, string Why) SetOf(Writes writes, long programmeId, PasteRow row, string role, long? by)
    {
        var name = Line.Clean(row.Set);
        if (name.Length == 0)
        {
            return role == "Member" ? throw new RefusedException("SetId", "A member needs a set.") : (null, "");
        }

        if (role != "Member" && !RoleCommands.TakesSet(role))
        {
            return (null, "");
        }

        var known = SetRow.Of(writes, programmeId).FirstOrDefault(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return known is not null ? (known.Id, "") : (SetCommands.Add(writes, programmeId, name, by), $"New set: {name}");
    }

    /// <summary>Says where a set would have two of whom it needs one: the programme is not ready like that.</summary>
    private static string Second(Writes writes, string role, long? set) =>
        set is not null && role is "Advisor" or "Champion" && writes.Query<string>("""
            SELECT p.name FROM role_assignment r JOIN person p ON p.id = r.person_id WHERE r.set_id = @set AND r.role = @role ORDER BY p.name COLLATE NAMES
            """, new { set, role }) is { Count: > 1 } names
            ? $"Then this set has {names.Count} {role.ToLowerInvariant()}s, and needs one: {string.Join(", ", names)}" : "";

    private static string? RoleOf(PasteRow row)
    {
        var word = Line.Clean(row.Role);
        return word.Length == 0 ? "Member" : RoleCommands.All.Prepend("Member").FirstOrDefault(role =>
            word.Equals(role, StringComparison.OrdinalIgnoreCase) || word.Equals($"Set {role}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the rows of one list know of each other.</summary>
    /// <param name="Doubles">Which rows contradict an earlier one, and how.</param>
    /// <param name="Newest">The newest person before the list came.</param>
    /// <param name="Supervised">The row that named the supervisor of a member.</param>
    private sealed record ListSoFar(IReadOnlyDictionary<int, string> Doubles, long Newest, Dictionary<long, int> Supervised)
    {
        /// <summary>Refuses a row that names another supervisor for a member than an earlier row.</summary>
        public void RefuseSecondSupervisor(PasteRow row, SupervisorWords words, Taken taken)
        {
            if (words.Clean.Length == 0 || taken.SupervisorId is null || Supervised.TryAdd(taken.PersonId, row.Number) || !taken.IsSupervised)
            {
                return;
            }

            throw new RefusedException("Supervisor", $"Row {Supervised[taken.PersonId]} is about the same person: this one says another supervisor. Say which is right.");
        }
    }
}
