using System.Globalization;

namespace WorkshopHub.Web.Data;

/// <summary>
/// A backup is a data folder: put it in the place of the data folder, or name its file in Data:Path, and the program
/// goes on from there.
/// </summary>
public static class Backup
{
    /// <summary>Copies the file and the keys into a new folder of the target, while the program runs or not.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">The folder that holds the backups; it is made where it is missing.</param>
    /// <returns>The new folder, named by the moment. It has been opened and found in order.</returns>
    /// <exception cref="DataFileException">It could not be made; nothing that looks like a backup is left.</exception>
    public static string Run(DataFile file, string target) => Run(file, target, TimeProvider.System.GetUtcNow());

    /// <summary>The same with a given moment.</summary>
    internal static string Run(DataFile file, string target, DateTimeOffset moment)
    {
        if (!File.Exists(file.Path))
        {
            throw new DataFileException($"There is no file {file.Path}. Data:Path in the configuration names the file.");
        }

        var name = "workshophub-" + moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var whole = Path.Combine(Path.GetFullPath(target), name);
        var part = whole + ".part";
        try
        {
            Folders.Make(part);
            FileCopy.Make(file, Path.Combine(part, Path.GetFileName(file.Path)));
            CopyKeys(file.Keys, Path.Combine(part, "keys"));
            Directory.Move(part, whole);
            BackupLimit.Remember(file, Path.GetFullPath(target));
            return whole;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"The backup {whole} could not be made: {problem.Message}", problem);
        }
        finally
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }
    }

    /// <summary>The command <c>backup FOLDER</c>. Answers the exit code of the program.</summary>
    public static int Command(DataFile file, string target)
    {
        try
        {
            Console.WriteLine($"The backup lies in {Run(file, target)}");
            using var db = new Db(file);
            foreach (var name in db.Read(reads => BackupLimit.Sweep(file, reads, TimeProvider.System.GetUtcNow())))
            {
                Console.WriteLine($"Older than its limit, and deleted: {name}");
            }

            return 0;
        }
        catch (DataFileException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    private static void CopyKeys(string from, string to)
    {
        Folders.Make(to);
        foreach (var key in Directory.Exists(from) ? Directory.GetFiles(from, "*.xml") : [])
        {
            var copy = Path.Combine(to, Path.GetFileName(key));
            File.Copy(key, copy);
            Folders.OwnerOnly(copy);
        }
    }
}
