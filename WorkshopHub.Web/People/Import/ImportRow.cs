namespace WorkshopHub.Web.People.Import;

/// <summary>What will become of a row.</summary>
public enum ImportOutcome
{
    /// <summary>Something is wrong with it; it is mended or left out.</summary>
    Wrong,

    /// <summary>Somebody who is not here yet comes in.</summary>
    Add,

    /// <summary>Somebody who is here already is changed.</summary>
    Change,

    /// <summary>Nothing happens.</summary>
    Skip,
}

/// <summary>Something that is wrong with a row.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Words">What is wrong, then what to do.</param>
/// <param name="Mend">What stands in the field that mends it; null where another row has to be mended.</param>
/// <param name="Word">The word that nobody knows here, where that is what is wrong.</param>
public sealed record ImportFault(string Field, string Words, string? Mend, ImportWord? Word = null);

/// <summary>Something that a row changes about somebody who is here.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="What">The field in a sentence, e.g. job title.</param>
/// <param name="Old">What stands there now; may be empty.</param>
/// <param name="New">What will stand there.</param>
public sealed record ImportChange(string Field, string What, string Old, string New);

/// <summary>A row of a file, and what will become of it.</summary>
public sealed class ImportRow
{
    /// <summary>Its number in the file.</summary>
    public required int Number { get; init; }

    /// <summary>Full name.</summary>
    public required string Name { get; set; }

    /// <summary>E-mail; empty where none is given.</summary>
    public required string Email { get; init; }

    /// <summary>Job title; empty where the row does not say it.</summary>
    public required string Job { get; init; }

    /// <summary>Discipline; empty where the row does not say it.</summary>
    public required string Discipline { get; init; }

    /// <summary>Part of the organisation as the row calls it; empty where it does not say it.</summary>
    public required string Unit { get; set; }

    /// <summary>Site as the row calls it; empty where it does not say it.</summary>
    public required string Site { get; set; }

    /// <summary>The manager as the row calls them; empty where it does not say it.</summary>
    public required string Manager { get; init; }

    /// <summary>Who it is, where they are here already.</summary>
    public KnownPerson? Known { get; set; }

    /// <summary>The person's id; for somebody new the row's number, negative.</summary>
    public long Key => Known?.Id ?? -Number;

    /// <summary>Whom the manager means, like <see cref="Key"/>; null where nobody is said.</summary>
    public long? ManagerKey { get; set; }

    /// <summary>The manager's name, where somebody is meant.</summary>
    public string ManagerName { get; set; } = "";

    /// <summary>What is wrong.</summary>
    public List<ImportFault> Faults { get; } = [];

    /// <summary>What else there is to say.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Why nothing happens though the row says something: another one said it before. Null where that is not so.</summary>
    public string? SaidBefore { get; set; }

    /// <summary>What it changes about somebody who is here.</summary>
    public IReadOnlyList<ImportChange> Changes { get; set; } = [];

    /// <summary>Whether it is wrong.</summary>
    public bool IsWrong => Faults.Count > 0;

    /// <summary>What will become of it.</summary>
    public ImportOutcome Outcome => IsWrong ? ImportOutcome.Wrong
        : SaidBefore is not null ? ImportOutcome.Skip
        : Known is null ? ImportOutcome.Add
        : Changes.Count > 0 ? ImportOutcome.Change : ImportOutcome.Skip;

    /// <summary>What it changes in a field, or null.</summary>
    public ImportChange? In(string field) => Changes.FirstOrDefault(change => change.Field == field);

    /// <summary>Why it will become that, in a few words.</summary>
    public string Why => string.Join(' ', Outcome switch
    {
        ImportOutcome.Add => Notes.Prepend("Not here yet."),
        ImportOutcome.Change => Notes.Prepend($"New {Listed(Changes.Select(change => change.What))}. Everything else stays."),
        ImportOutcome.Skip => [SaidBefore ?? "Already here, nothing new."],
        _ => Faults.Select(fault => fault.Words),
    });

    /// <summary>Words in a sentence: a, b and c.</summary>
    public static string Listed(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
