namespace WorkshopHub.Web.Data;

/// <summary>The commands <c>backup FOLDER</c> and <c>restore FOLDER</c>, before the settings or after them.</summary>
/// <param name="Name">backup or restore.</param>
/// <param name="Folder">Where the backup goes, or lies.</param>
/// <param name="Settings">What is left for the program's configuration.</param>
/// <param name="Problem">What is wrong with the line, or null.</param>
internal sealed record DataCommand(string Name, string Folder, string[] Settings, string? Problem = null)
{
    /// <summary>The command; null where the line holds settings alone, which start the server.</summary>
    public static DataCommand? From(string[] args)
    {
        var at = Enumerable.Range(0, args.Length).FirstOrDefault(place => !IsSetting(args[place]) && !IsValue(args, place), -1);
        return at < 0 ? null : args[at..] switch
        {
            ["backup" or "restore", var folder, ..] when !IsSetting(folder) => new(args[at], folder, [.. args[..at], .. args[(at + 2)..]]),
            ["backup" or "restore", ..] => Wrong($"{args[at]} needs a folder."),
            _ => Wrong($"{args[at]} is no command of this program."),
        };
    }

    /// <summary>Does it. Answers the exit code of the program.</summary>
    public int Run(DataFile file) => Name == "backup" ? Backup.Command(file, Folder) : Restore.Command(file, Folder);

    private static bool IsSetting(string word) =>
        word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal);

    /// <summary>The word after a setting without = is that setting's value.</summary>
    private static bool IsValue(string[] args, int place) => place > 0 && args[place - 1].StartsWith('-') && !args[place - 1].Contains('=', StringComparison.Ordinal);

    private static DataCommand Wrong(string problem) => new("", "", [], $"""
        {problem} It goes so, each with --Data:Path=... where the data lies elsewhere than beside the program:
          WorkshopHub.Web                  starts the server
          WorkshopHub.Web backup FOLDER    makes a backup in the folder
          WorkshopHub.Web restore FOLDER   puts the backup that is this folder in place of the data
          WorkshopHub.Web demo             shows a made-up organisation
        """);
}
