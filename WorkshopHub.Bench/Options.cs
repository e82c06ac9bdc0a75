using System.Globalization;

namespace WorkshopHub.Bench;

/// <summary>What stands behind the word on the command line.</summary>
internal static class Options
{
    public static int Number(string[] args, string name, int usual) =>
        Word(args, name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : usual;

    /// <summary>A folder of this run's own, on the disk that was asked for.</summary>
    public static DirectoryInfo Folder(string[] args) => Directory.CreateDirectory(Path.Combine(
        Word(args, "--folder") ?? Path.GetTempPath(), $"workshophub-bench-{Environment.ProcessId}"));

    /// <summary>The word behind a name, or null.</summary>
    public static string? Word(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
