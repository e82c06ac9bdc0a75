namespace WorkshopHub.Web.People.Import;

/// <summary>The first look at the rows: what each says, who is meant, and what can't be so.</summary>
internal static class ImportReading
{
    /// <summary>The rows of a table, each with who is meant and what is wrong with it alone or beside the others.</summary>
    public static List<ImportRow> Rows(ImportTable table, IReadOnlyList<string> columns, ImportKnown known)
    {
        var rows = table.Lines.Select(line => Read(line, columns)).ToList();
        foreach (var row in rows)
        {
            if (row.Name.Length == 0 && row.Email.Length > 0 && known.ByEmail(row.Email) is { } here)
            {
                row.Name = here.Name;
            }

            Check(row);
            if (row.Name.Length > 0)
            {
                Match(row, known);
            }
        }

        Doubles(rows);
        return rows;
    }

    private static ImportRow Read(ImportLine line, IReadOnlyList<string> columns)
    {
        string Said(string field) => ImportTable.Value(line, columns, field);
        var name = Said(ImportField.Name);
        return new ImportRow
        {
            Number = line.N,
            Name = name.Length > 0 ? NameOrder.Plain(name) : $"{Said(ImportField.First)} {Said(ImportField.Last)}".Trim(),
            Email = Address(Said(ImportField.Email)),
            Job = Said(ImportField.Job),
            Discipline = Said(ImportField.Discipline),
            Unit = Said(ImportField.Unit),
            Site = Said(ImportField.Site),
            Manager = Address(Said(ImportField.Manager)),
        };
    }

    /// <summary>The address alone, of what mail programs write: Amara Osei &lt;amara@w.example&gt;, or Osei, Amara &lt;amara@w.example&gt;.</summary>
    private static string Address(string text)
    {
        var bare = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text;
        return bare.EndsWith('>') && bare[(bare.LastIndexOf('<') + 1)..^1].Trim() is var inside && PersonDetails.IsEmail(inside) ? inside : bare;
    }

    private static void Check(ImportRow row)
    {
        if (row.Name.Length == 0)
        {
            row.Faults.Add(new(ImportField.Name, "There is no name. Who is it?", ""));
        }

        if (row.Email.Length > 0 && !PersonDetails.IsEmail(row.Email))
        {
            row.Faults.Add(new(ImportField.Email, $"{PersonDetails.EmailFault(row.Email)} Mend it here.", row.Email));
        }

        foreach (var (field, text) in new[]
        {
            (ImportField.Name, row.Name), (ImportField.Job, row.Job), (ImportField.Discipline, row.Discipline),
            (ImportField.Unit, row.Unit), (ImportField.Site, row.Site),
        })
        {
            if (text.Length > PersonDetails.NameMax)
            {
                row.Faults.Add(new(field, $"{text.Length} characters. Keep it to {PersonDetails.NameMax}.", text));
            }
        }
    }

    /// <summary>The e-mail decides; without a hit the one person of that name who has no other e-mail.</summary>
    private static void Match(ImportRow row, ImportKnown known)
    {
        row.Known = row.Email.Length > 0 ? known.ByEmail(row.Email) : null;
        if (row.Known is not null)
        {
            return;
        }

        var same = known.ByName(row.Name).Where(person => row.Email.Length == 0 || person.Email is null).ToList();
        if (same.Count > 1)
        {
            row.Faults.Add(new(ImportField.Email, $"There are {same.Count} people called {row.Name}. Give the e-mail, so that the right one is meant.", row.Email));
            return;
        }

        row.Known = same.FirstOrDefault();
        if (row.Known is { HasAccount: true, Email: null } && row.Email.Length > 0 && !known.ByAdmin)
        {
            row.Faults.Add(new(ImportField.Email, $"{row.Known.Name} has an account. Only {row.Known.Name} or an admin can give it an address.", row.Email));
        }
    }

    /// <summary>Nobody stands in a file twice: what says the same is skipped, what says something else is asked about.</summary>
    private static void Doubles(List<ImportRow> rows)
    {
        var first = new Dictionary<string, ImportRow>(StringComparer.OrdinalIgnoreCase);
        var named = rows.Where(row => row.Name.Length > 0).ToLookup(row => row.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => row.Name.Length > 0))
        {
            var key = row.Known is { } known ? $"#{known.Id}" : row.Email.Length > 0 ? $"@{row.Email}" : $"={row.Name}";
            if (first.TryAdd(key, row))
            {
                if (row.Known is null && row.Email.Length == 0 && named[row.Name].FirstOrDefault(other => other.Email.Length > 0) is { } other)
                {
                    row.Faults.Add(new(ImportField.Email, $"Row {other.Number} has this name too. Give the e-mail, so that it is clear whether it is the same person.", ""));
                }

                continue;
            }

            var before = first[key];
            var byAddress = row.Email.Length > 0 && row.Email.Equals(before.Email, StringComparison.OrdinalIgnoreCase);
            var said = Different(before, row).ToList();
            if (said.Count == 0)
            {
                row.SaidBefore = byAddress ? $"The same address as row {before.Number}." : $"The same person as row {before.Number}.";
            }
            else
            {
                row.Faults.Add(new(ImportField.Email,
                    $"{(byAddress ? $"Row {before.Number} has this address too" : $"Row {before.Number} is about the same person")} "
                    + $"and says another {ImportRow.Listed(said)}. Mend the address here, or leave this row out.", row.Email));
            }
        }
    }

    private static IEnumerable<string> Different(ImportRow first, ImportRow second) =>
        new[]
        {
            ("name", first.Name, second.Name), ("e-mail", first.Email, second.Email), ("job title", first.Job, second.Job),
            ("discipline", first.Discipline, second.Discipline), ("part", first.Unit, second.Unit), ("site", first.Site, second.Site),
            ("manager", first.Manager, second.Manager),
        }.Where(one => one.Item3.Length > 0 && !one.Item2.Equals(one.Item3, StringComparison.OrdinalIgnoreCase)).Select(one => one.Item1);
}
