using System.Globalization;
using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Backups don't outlive what was deleted: those that are older than their limit go, in each folder in which this program has
/// made one, and so do the copies beside the file that updates left. The newest stays, unless it still holds what was deleted.
/// </summary>
public static partial class BackupLimit
{
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Notes a folder in which backups lie.</summary>
    internal static void Remember(DataFile file, string folder)
    {
        var all = Known(file);
        if (!all.Contains(folder, StringComparer.Ordinal))
        {
            // A new list in place of the old: whoever made that, an administrator's hand too, the program goes on with it.
            var part = List(file) + ".part";
            File.WriteAllLines(part, [.. all, folder]);
            Folders.AllRead(part);
            File.Move(part, List(file), overwrite: true);
        }
    }

    /// <summary>When something was deleted last for good, which is in the audit; null where nothing was.</summary>
    public static DateTimeOffset? Forgotten(Reads reads) =>
        reads.First<string>("SELECT max(at) FROM audit WHERE act LIKE 'forget-%'") is { } at ? Utc.Parse(at) : null;

    /// <summary>Deletes what is older than the house's limit.</summary>
    public static IReadOnlyList<string> Sweep(DataFile file, Reads reads, DateTimeOffset now) =>
        Sweep(file, KeptFor.BackupDays(reads), now, Forgotten(reads));

    /// <summary>Deletes what is too old. What can't be deleted now is tried again the next time.</summary>
    /// <param name="file">The file.</param>
    /// <param name="days">How many days old a backup may become.</param>
    /// <param name="now">The moment.</param>
    /// <param name="forgotten">When something was deleted last for good, or null.</param>
    /// <returns>The names of what was deleted.</returns>
    public static IReadOnlyList<string> Sweep(DataFile file, int days, DateTimeOffset now, DateTimeOffset? forgotten)
    {
        var gone = new List<string>();
        foreach (var folder in Known(file).Append(file.Folder).Where(Directory.Exists))
        {
            var there = Entries(folder).Select(path => (Path: path, Made: MadeAt(file, path))).Where(one => one.Made is not null)
                .OrderByDescending(one => one.Made).ToList();
            foreach (var (path, made) in there.Where((one, index) => one.Made < now.AddDays(-days) && (index > 0 || one.Made < forgotten)))
            {
                if (TryDelete(path))
                {
                    gone.Add(Path.GetFileName(path));
                }
            }
        }

        return gone;
    }

    /// <summary>What lies in a folder; nothing where it may not be read now.</summary>
    private static string[] Entries(string folder)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool TryDelete(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }

            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>When a backup of this file was made, by its name; null for everything else, which is never touched.</summary>
    private static DateTimeOffset? MadeAt(DataFile file, string path)
    {
        var name = Path.GetFileName(path);
        var match = Folder().Match(name) is { Success: true } folder && Directory.Exists(path) ? folder
            : name.StartsWith($"{Path.GetFileNameWithoutExtension(file.Path)}.schema-", StringComparison.Ordinal) && File.Exists(path) ? Copy().Match(name) : Match.Empty;
        return DateTimeOffset.TryParseExact(
            match.Groups[1].Value, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
    }

    private static IReadOnlyList<string> Known(DataFile file) => File.Exists(List(file)) ? [.. File.ReadAllLines(List(file)).Where(line => line.Length > 0)] : [];

    private static string List(DataFile file) => Path.Combine(file.Folder, "backups.txt");

    [GeneratedRegex(@"^workshophub-(\d{8}T\d{6}Z)$")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\.schema-\d+\.(\d{8}T\d{6}Z)\.db$")]
    private static partial Regex Copy();
}
