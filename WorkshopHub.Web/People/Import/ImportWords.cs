namespace WorkshopHub.Web.People.Import;

/// <summary>The parts and sites that rows name: known ones, ones to be made, ones that somebody has to decide about.</summary>
internal static class ImportWords
{
    /// <summary>Puts the known name, or the one that is decided, in the place of what each row says; faults where it is open.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="field">Unit or site.</param>
    /// <param name="known">The names that are here.</param>
    /// <param name="choices">What was decided so far.</param>
    /// <param name="words">Takes the words that nobody knows.</param>
    public static void Resolve(
        IReadOnlyList<ImportRow> rows, string field, IReadOnlyList<string> known, IReadOnlyList<WordChoice> choices, List<ImportWord> words)
    {
        var names = known.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        var open = new Dictionary<string, ImportWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => row.SaidBefore is null))
        {
            var said = field == ImportField.Unit ? row.Unit : row.Site;
            if (said.Length is 0 or > PersonDetails.NameMax)
            {
                continue;
            }

            if (!names.TryGetValue(said, out var meant))
            {
                if (!open.TryGetValue(said, out var word))
                {
                    open[said] = word = Word(field, said, known, names, choices);
                    words.Add(word);
                }

                word.Rows++;
                meant = Meant(row, word);
            }

            if (field == ImportField.Unit)
            {
                row.Unit = meant;
            }
            else
            {
                row.Site = meant;
            }
        }
    }

    private static ImportWord Word(
        string field, string said, IReadOnlyList<string> known, Dictionary<string, string> names, IReadOnlyList<WordChoice> choices)
    {
        var like = ImportWord.Nearest(said, known);
        var choice = choices.FirstOrDefault(one => one.Field == field && said.Equals(one.Text, StringComparison.OrdinalIgnoreCase))?.Choice;
        var isGood = choice is WordChoice.Make or WordChoice.Leave || (choice is ['=', .. var name] && names.ContainsKey(name));
        return new ImportWord
        {
            Field = field,
            Text = said,
            Like = like,
            Choice = isGood ? choice : like is null ? WordChoice.Make : null,
        };
    }

    private static string Meant(ImportRow row, ImportWord word)
    {
        var (thing, title) = word.Field == ImportField.Unit ? ("part", "Part") : ("site", "Site");
        switch (word.Choice)
        {
            case null:
                word.AskedIn ??= row.Number;
                row.Faults.Add(new(word.Field, word.AskedIn == row.Number
                    ? $"No {thing} of this name. Did they mean {word.Like}?" : $"No {thing} of this name, as in row {word.AskedIn}.", null, word));
                return word.Text;
            case WordChoice.Make:
                row.Notes.Add($"New {thing}: {word.Text}.");
                return word.Text;
            case WordChoice.Leave:
                row.Notes.Add($"{title} “{word.Text}” is left out.");
                return "";
            default:
                return word.Choice[1..];
        }
    }
}
