using WorkshopHub.Web.Data;
using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>
/// People who stand in a list twice. Several roles of one person are no fault; details that contradict each other are asked
/// about, so that no row silently writes over what another one said.
/// </summary>
internal static class PasteDoubles
{
    /// <summary>What is wrong with a row beside the rows before it, by its number. The e-mail tells people apart, else the name.</summary>
    public static IReadOnlyDictionary<int, string> Of(Reads reads, IReadOnlyList<PasteRow> rows)
    {
        var faults = new Dictionary<int, string>();
        var first = new Dictionary<string, (int Number, PersonDetails Is)>(StringComparer.OrdinalIgnoreCase);
        var told = rows.Select(row => (row.Number, Is: row.Details)).Where(row => row.Is.Name.Length > 0).ToList();
        var addressed = told.Where(row => row.Is.Email is not null).ToLookup(row => row.Is.Name, row => row.Number, StringComparer.OrdinalIgnoreCase);
        foreach (var row in told)
        {
            if (!TryMatch(reads, row.Is, out var known))
            {
                continue;
            }

            var key = known is not null ? $"#{known.Id}" : row.Is.Email is { } address ? $"@{address}" : $"={row.Is.Name}";
            if (first.TryAdd(key, row))
            {
                if (known is null && row.Is.Email is null && addressed[row.Is.Name].Any())
                {
                    faults[row.Number] = $"Row {addressed[row.Is.Name].First()} has this name too. Give the e-mail, so that it is clear whether it is the same person.";
                }

                continue;
            }

            var before = first[key];
            if (Different(before.Is, row.Is).ToList() is { Count: > 0 } said)
            {
                var byAddress = row.Is.Email is { } mail && mail.Equals(before.Is.Email, StringComparison.OrdinalIgnoreCase);
                faults[row.Number] = $"{(byAddress ? $"Row {before.Number} has this address too" : $"Row {before.Number} is about the same person")}: "
                    + $"this one says another {string.Join(" and another ", said)}. Say which is right, or mend the address.";
            }
        }

        return faults;
    }

    /// <summary>Whom a row means; false where it is several people of one name, which the row itself is told.</summary>
    private static bool TryMatch(Reads reads, PersonDetails its, out PersonRow? known)
    {
        try
        {
            known = PersonRow.Match(reads, its.Name, its.Email);
            return true;
        }
        catch (RefusedException)
        {
            known = null;
            return false;
        }
    }

    /// <summary>What two rows say differently. A row that leaves a detail out contradicts nobody; an address only one of them has may be somebody else’s.</summary>
    private static IEnumerable<string> Different(PersonDetails first, PersonDetails second) =>
        new[]
        {
            ("name", first.Name, second.Name), ("job title", first.JobTitle, second.JobTitle), ("unit", first.Unit, second.Unit),
            ("e-mail", first.Email ?? "none", second.Email ?? first.Email ?? "none"),
        }.Where(one => one.Item2.Length > 0 && one.Item3.Length > 0 && !one.Item2.Equals(one.Item3, StringComparison.OrdinalIgnoreCase)).Select(one => one.Item1);
}
