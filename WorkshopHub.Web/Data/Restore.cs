using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Puts a backup in the place of the data. Where the program runs, it is asked by a note beside the file: it ends its work,
/// puts the backup in place and begins anew, in the same process; every open page then gets what stands there now.
/// </summary>
public static class Restore
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>The command <c>restore FOLDER</c>. Answers the exit code of the program.</summary>
    public static int Command(DataFile file, string backup) => Command(file, backup, _patience);

    /// <summary>Whether somebody asked for a backup to be put in place.</summary>
    internal static bool IsAsked(DataFile file) => File.Exists(Note(file));

    /// <summary>The same with a given patience.</summary>
    internal static int Command(DataFile file, string backup, TimeSpan patience)
    {
        try
        {
            var source = Find(backup);
            Check(source);
            if (!Held.BySomebody(file))
            {
                return Said(Put(file, source));
            }

            File.Delete(Answer(file));
            File.WriteAllText(Note(file) + ".part", source);
            File.Move(Note(file) + ".part", Note(file), overwrite: true);
            Console.WriteLine("The program is running: it is asked to take the backup and to begin anew.");
            return Answered(file, patience)
                ? Said(File.ReadAllText(Answer(file)))
                : throw new DataFileException($"The running program has not answered. If it does not run any more, delete {Note(file)} and try again.");
        }
        catch (Exception problem) when (problem is DataFileException or IOException or UnauthorizedAccessException or SqliteException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }

    /// <summary>Does what was asked, before the program opens the file. What can't be done leaves everything as it was.</summary>
    internal static void IfAsked(DataFile file)
    {
        if (!IsAsked(file))
        {
            return;
        }

        string answer;
        try
        {
            var source = File.ReadAllText(Note(file));
            Check(source);
            answer = Put(file, source);
        }
        catch (Exception problem) when (problem is DataFileException or IOException or UnauthorizedAccessException or SqliteException)
        {
            answer = $"The backup was not put in place: {problem.Message}";
        }

        try
        {
            File.Delete(Note(file));
            File.WriteAllText(Answer(file) + ".part", answer);
            File.Move(Answer(file) + ".part", Answer(file), overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Whoever asked gets no answer; that must not keep the program from beginning again.
            Console.Error.WriteLine($"{answer} ({problem.Message})");
        }
    }

    /// <summary>Puts the backup there; what stood there is kept as a backup first.</summary>
    private static string Put(DataFile file, string source)
    {
        var before = File.Exists(file.Path) ? Backup.Run(file, Path.Combine(file.Folder, "before-restore")) : null;
        var part = file.Path + ".restore";
        try
        {
            File.Copy(source, part, overwrite: true);
            Folders.OwnerOnly(part);
            File.Delete(file.Path + "-wal");
            File.Delete(file.Path + "-shm");
            File.Move(part, file.Path, overwrite: true);
        }
        catch
        {
            File.Delete(part); // half of it must not fill the disk
            throw;
        }

        Folders.Make(file.Keys);
        foreach (var key in Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(source)!, "keys"), "*.xml"))
        {
            var here = Path.Combine(file.Keys, Path.GetFileName(key));
            File.Copy(key, here, overwrite: true);
            Folders.OwnerOnly(here);
        }

        return $"{source} is in place now, as {file.Path}.{(before is null ? "" : $" What stood there before lies in {before}.")}";
    }

    /// <summary>The file of a backup: the folder's own, or the one that is named.</summary>
    private static string Find(string backup)
    {
        var path = Path.GetFullPath(backup);
        var found = File.Exists(path) ? path : Directory.Exists(path) && Directory.GetFiles(path, "*.db") is [var only] ? only : null;
        return found is not null && Directory.Exists(Path.Combine(Path.GetDirectoryName(found)!, "keys"))
            ? found
            : throw new DataFileException($"{path} is not a backup: a backup is a folder with one file that ends in .db, and a folder keys.");
    }

    /// <summary>Only what SQLite finds in order, and no newer version has used, is put in place.</summary>
    private static void Check(string path)
    {
        FileCopy.Check(path);
        var known = Script.Embedded().Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        if (FileCopy.Changes(path).FirstOrDefault(name => !known.Contains(name)) is { } newer)
        {
            throw new DataFileException(string.Create(CultureInfo.InvariantCulture,
                $"{path} was used by a newer version of WorkshopHub: it has the change {newer}, which this version doesn't know. Nothing was changed."));
        }
    }

    private static bool Answered(DataFile file, TimeSpan patience)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var enough = new CancellationTokenSource(patience);
        try
        {
            while (!File.Exists(Answer(file)))
            {
                timer.WaitForNextTickAsync(enough.Token).AsTask().GetAwaiter().GetResult();
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static int Said(string answer)
    {
        var good = !answer.StartsWith("The backup was not", StringComparison.Ordinal);
        (good ? Console.Out : Console.Error).WriteLine(answer);
        return good ? 0 : 1;
    }

    private static string Note(DataFile file) => file.Path + ".restore-asked";

    private static string Answer(DataFile file) => file.Path + ".restore-done";
}
