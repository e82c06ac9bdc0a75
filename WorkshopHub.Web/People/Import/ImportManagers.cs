namespace WorkshopHub.Web.People.Import;

/// <summary>Whom the rows name as managers: somebody here, somebody in the file, or nobody that anybody knows.</summary>
internal sealed class ImportManagers(IReadOnlyList<ImportRow> rows, ImportKnown known, IReadOnlyList<WordChoice> choices, bool leaveOut)
{
    private readonly Dictionary<string, ImportRow> _byEmail = rows.Where(row => row.SaidBefore is null && row.Email.Length > 0)
        .DistinctBy(row => row.Email, StringComparer.OrdinalIgnoreCase).ToDictionary(row => row.Email, StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, ImportRow> _byName = rows.Where(row => row.SaidBefore is null && row.Name.Length > 0)
        .ToLookup(row => row.Name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<long, ImportRow> _newcomers = rows.Where(row => row.Known is null && row.SaidBefore is null).ToDictionary(row => row.Key);
    private readonly Dictionary<string, ImportWord> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds whom each row means; faults where nobody or several people are meant.</summary>
    /// <param name="words">Takes the names that nobody knows here.</param>
    public void Resolve(List<ImportWord> words)
    {
        foreach (var row in rows.Where(row => row.SaidBefore is null && row.Manager.Length > 0))
        {
            var choice = choices.FirstOrDefault(one => one.Field == ImportField.Manager && row.Manager.Equals(one.Text, StringComparison.OrdinalIgnoreCase))?.Choice;
            var meant = choice is null ? row.Manager : Data.Line.Clean(choice);
            var found = meant.Length == 0 ? [] : Find(meant, row);
            var isPlain = choice is null || meant.Equals(row.Manager, StringComparison.OrdinalIgnoreCase);
            if (found is [var one])
            {
                (row.ManagerKey, row.ManagerName) = one;
                if (isPlain)
                {
                    continue;
                }
            }

            // What is not plain is kept in view, so that it can be changed again.
            var word = WordOf(row, meant, isPlain ? null : meant, words);
            if (meant.Length == 0 || found.Count == 1)
            {
                continue;
            }

            if (found.Count == 0 && leaveOut)
            {
                row.Notes.Add($"{meant} is not here: no manager is set.");
                continue;
            }

            word.AskedIn ??= row.Number;
            row.Faults.Add(new(ImportField.Manager, word.AskedIn != row.Number ? $"Nobody knows the manager {meant}, as in row {word.AskedIn}."
                : found.Count > 1 ? $"There are {found.Count} people called {meant}. Write the manager’s e-mail."
                : $"{meant} is neither here nor in the file. Write who is meant, or nothing for no manager.", null, word));
        }

        foreach (var row in rows.Where(row => row.ManagerKey == row.Key))
        {
            row.ManagerKey = null;
            row.Faults.Add(new(ImportField.Manager, "They are their own manager in the file. Write who leads them, or nothing.", row.Manager));
        }
    }

    /// <summary>Whose manager stands in a row that is wrong, and who leads each other in a circle: until nothing more is found.</summary>
    public void Check()
    {
        bool more;
        do
        {
            more = false;
            foreach (var row in rows.Where(row => !row.IsWrong && row.ManagerKey < 0 && _newcomers[row.ManagerKey.Value].IsWrong))
            {
                var boss = _newcomers[row.ManagerKey!.Value];
                if (leaveOut)
                {
                    row.ManagerKey = null;
                    row.Notes.Add($"{boss.Name} stands in row {boss.Number}, which is wrong: no manager is set.");
                }
                else
                {
                    row.Faults.Add(new(ImportField.Manager, $"The manager, {boss.Name}, stands in row {boss.Number}. Mend that row first.", null));
                    more = true;
                }
            }

            more |= Circles();
        }
        while (more);
    }

    private List<(long Key, string Name)> Find(string words, ImportRow of)
    {
        if (words.Contains('@', StringComparison.Ordinal))
        {
            return known.ByEmail(words) is { } here ? [(here.Id, here.Name)]
                : _byEmail.TryGetValue(words, out var row) ? [(row.Key, row.Name)] : [];
        }

        var found = known.ByName(words).Select(person => (person.Id, person.Name))
            .Concat(_byName[NameOrder.Plain(words)].Select(row => (row.Key, row.Name))).DistinctBy(one => one.Item1).ToList();
        return found.Count > 1 && of.Known?.ManagerId is { } present && found.Find(one => one.Item1 == present) is { Item1: > 0 } same ? [same] : found;
    }

    private ImportWord WordOf(ImportRow row, string meant, string? choice, List<ImportWord> words)
    {
        if (!_words.TryGetValue(row.Manager, out var word))
        {
            _words[row.Manager] = word = new ImportWord { Field = ImportField.Manager, Text = row.Manager, Choice = choice };
            if (!(choice is null && leaveOut && meant.Length > 0))
            {
                words.Add(word);
            }
        }

        word.Rows++;
        return word;
    }

    private bool Circles()
    {
        var now = rows.Where(row => !row.IsWrong && row.ManagerKey is not null).ToDictionary(row => row.Key, row => row.ManagerKey!.Value);
        long? Above(long key) => now.TryGetValue(key, out var boss) ? boss : known.People.GetValueOrDefault(key)?.ManagerId;
        var names = rows.Where(row => row.SaidBefore is null).DistinctBy(row => row.Key).ToDictionary(row => row.Key, row => row.Name);
        string NameOf(long key) => names.GetValueOrDefault(key) ?? known.People[key].Name;
        var found = new List<(ImportRow Row, string Words)>();
        foreach (var row in rows.Where(row => now.ContainsKey(row.Key) && !row.IsWrong && row.SaidBefore is null && row.ManagerKey != row.Known?.ManagerId))
        {
            var chain = new List<long> { row.Key };
            var seen = new HashSet<long> { row.Key };
            for (var key = Above(row.Key); key is { } boss; key = Above(boss))
            {
                chain.Add(boss);
                if (!seen.Add(boss))
                {
                    break;
                }
            }

            if (chain.Count > 1 && chain[^1] == row.Key)
            {
                found.Add((row, Managers.Circle(chain.Select(NameOf))));
            }
        }

        found.ForEach(one => one.Row.Faults.Add(new(ImportField.Manager, one.Words, one.Row.Manager)));
        return found.Count > 0;
    }
}
