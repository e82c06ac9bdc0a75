using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People.Import;

/// <summary>What somebody says about a file beside the file itself.</summary>
/// <param name="Columns">What each column is about: the keys of fields, empty for what is left out.</param>
/// <param name="Words">What was decided about words that nobody knows here.</param>
/// <param name="LeaveManagersOut">Whether managers whom nobody knows are left out, instead of holding their rows back.</param>
public sealed record ImportChoices(IReadOnlyList<string> Columns, IReadOnlyList<WordChoice> Words, bool LeaveManagersOut);

/// <summary>
/// What would happen with each row of a file, told from what is here now. It reads and writes nothing by itself; the same plan
/// is made once more in the command that does it.
/// </summary>
public sealed class ImportPlan
{
    private ImportPlan(IReadOnlyList<ImportRow> rows, IReadOnlyList<ImportWord> words, ImportKnown known) =>
        (Rows, Words, Known) = (rows, words, known);

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>The parts, sites and managers that nobody knows here.</summary>
    public IReadOnlyList<ImportWord> Words { get; }

    /// <summary>What is here now.</summary>
    public ImportKnown Known { get; }

    /// <summary>How many rows will become that.</summary>
    public int Count(ImportOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>The names of a field that are made new, as far as rows need them that come in.</summary>
    /// <param name="field">Unit or site.</param>
    public IReadOnlyList<string> Made(string field)
    {
        var needed = Rows.Where(row => row.Outcome is ImportOutcome.Add or ImportOutcome.Change)
            .Select(row => field == ImportField.Unit ? row.Unit : row.Site).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Words.Where(word => word.Field == field && word.Choice == WordChoice.Make && needed.Contains(word.Text)).Select(word => word.Text)];
    }

    /// <summary>Everybody who gets another manager, and was here before.</summary>
    public IReadOnlyList<NewManager> NewManagers(Func<long, long>? idOf = null) =>
    [
        .. Rows.Where(row => row.Outcome == ImportOutcome.Change && row.In(ImportField.Manager) is not null).Select(row => new NewManager(
            row.Key, row.Name, row.Known!.ManagerId, row.Known.ManagerId is { } former ? Known.People[former].Name : null,
            idOf?.Invoke(row.ManagerKey!.Value) ?? row.ManagerKey!.Value, row.ManagerName)),
    ];

    /// <summary>A mark of all that will happen: the same plan has the same mark, another one another.</summary>
    public string Mark
    {
        get
        {
            var text = new StringBuilder();
            foreach (var row in Rows)
            {
                text.Append(row.Number).Append('|').Append(row.Outcome).Append('|').Append(row.Key);
                if (row.Outcome is ImportOutcome.Add or ImportOutcome.Change)
                {
                    text.AppendJoin('|', ["", row.Name, row.Email, row.Job, row.Discipline, row.Unit, row.Site, $"{row.ManagerKey}", row.Why,
                        .. row.Changes.Select(change => $"{change.Old}>{change.New}")]);
                }

                text.Append('\n');
            }

            text.AppendJoin('|', Made(ImportField.Unit).Concat(Made(ImportField.Site)));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
        }
    }

    /// <summary>Makes the plan.</summary>
    /// <param name="reads">The snapshot or the command's transaction.</param>
    /// <param name="table">The file.</param>
    /// <param name="choices">What was said about it.</param>
    /// <param name="follows">The rooms in which managers matter.</param>
    /// <param name="by">Who brings people in.</param>
    public static ImportPlan Of(Reads reads, ImportTable table, ImportChoices choices, IEnumerable<IManagerFollows> follows, long? by)
    {
        var known = new ImportKnown(reads, by);
        var rows = ImportReading.Rows(table, choices.Columns, known);
        var words = new List<ImportWord>();
        ImportWords.Resolve(rows, ImportField.Unit, known.Units, choices.Words, words);
        ImportWords.Resolve(rows, ImportField.Site, known.Sites, choices.Words, words);
        var managers = new ImportManagers(rows, known, choices.Words, choices.LeaveManagersOut);
        managers.Resolve(words);
        managers.Check();
        rows.ForEach(row => row.Changes = ChangesOf(row, known));
        var plan = new ImportPlan(rows, words, known);
        var byKey = rows.Where(row => row.Outcome == ImportOutcome.Change).ToDictionary(row => row.Key);
        foreach (var said in follows.SelectMany(follow => follow.Foresee(reads, plan.NewManagers())))
        {
            var row = byKey[said.PersonId];
            if (said.Refuses)
            {
                row.Faults.Add(new(ImportField.Manager, said.Words, row.Manager));
            }
            else
            {
                row.Notes.Add(said.Words);
            }
        }

        managers.Check();
        rows.ForEach(row => row.Changes = ChangesOf(row, known));
        return plan;
    }

    private static List<ImportChange> ChangesOf(ImportRow row, ImportKnown all)
    {
        if (row.Known is not { } known || row.IsWrong)
        {
            return [];
        }

        List<ImportChange> changes =
        [
            new(ImportField.Name, "name", known.Name, row.Name), new(ImportField.Email, "e-mail", known.Email ?? "", known.Email is null ? row.Email : known.Email),
            new(ImportField.Job, "job title", known.JobTitle, row.Job), new(ImportField.Discipline, "discipline", known.Discipline, row.Discipline),
            new(ImportField.Unit, "part", known.Unit, row.Unit), new(ImportField.Site, "site", known.Site, row.Site),
        ];
        if (row.ManagerKey is { } manager && manager != known.ManagerId)
        {
            changes.Add(new(ImportField.Manager, "manager", known.ManagerId is { } former ? all.People[former].Name : "", row.ManagerName));
        }

        return [.. changes.Where(change => change.New.Length > 0 && (change.New != change.Old || change.Field == ImportField.Manager))];
    }
}
