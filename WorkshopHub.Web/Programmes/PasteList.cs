using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>What came of a row, or would.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">What was done; null where the row is wrong.</param>
/// <param name="Why">Why it is wrong, or what else happens with it; may be empty.</param>
public sealed record PasteResult(PasteRow Row, TakenIn? Outcome, string Why);

/// <summary>
/// Takes a list of people in. The preview runs the very same commands and takes them back, so what it says is what will
/// happen.
/// </summary>
public static class PasteList
{
    /// <summary>The most rows of one list.</summary>
    public const int RowsMax = 500;

    /// <summary>Takes in what can be taken in, row by row; wrong rows are left out.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="rows">The list.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="keep">False for the preview: everything is taken back.</param>
    public static IReadOnlyList<PasteResult> Run(Writes writes, long programmeId, IReadOnlyList<PasteRow> rows, long? by, bool keep)
    {
        writes.Execute("SAVEPOINT paste");
        // Sponsors, supervisors and the like first, so that members can name them wherever they stand in the list.
        var results = rows.OrderBy(row => RoleOf(row) == "Member").ThenBy(row => row.Number)
            .Select(row => One(writes, programmeId, row, by)).ToList();
        if (!keep)
        {
            writes.Execute("ROLLBACK TO paste");
        }

        writes.Execute("RELEASE paste");
        return [.. results.OrderBy(result => result.Row.Number)];
    }

    private static PasteResult One(Writes writes, long programmeId, PasteRow row, long? by)
    {
        writes.Execute("SAVEPOINT paste_row");
        try
        {
            var role = RoleOf(row) ?? throw new RefusedException("Role",
                $"There is no role “{row.Role}”. Member, {string.Join(", ", RoleCommands.All)} are known.");
            var (set, why) = SetOf(writes, programmeId, row, role, by);
            var details = new PersonDetails(row.Name, row.Email, row.JobTitle, row.Unit);
            var (outcome, _) = new Newcomer(details, role, set, row.Supervisor).TakeIn(writes, programmeId, by);
            writes.Execute("RELEASE paste_row");
            return new PasteResult(row, outcome, why);
        }
        catch (RefusedException refused)
        {
            writes.Execute("ROLLBACK TO paste_row");
            writes.Execute("RELEASE paste_row");
            return new PasteResult(row, null, refused.Message);
        }
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

    private static string? RoleOf(PasteRow row)
    {
        var word = Line.Clean(row.Role);
        return word.Length == 0 ? "Member" : RoleCommands.All.Prepend("Member").FirstOrDefault(role =>
            word.Equals(role, StringComparison.OrdinalIgnoreCase) || word.Equals($"Set {role}", StringComparison.OrdinalIgnoreCase));
    }
}
