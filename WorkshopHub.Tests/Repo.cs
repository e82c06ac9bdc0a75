using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests;

/// <summary>Where things lie on this machine.</summary>
public static class Repo
{
    private static readonly Lazy<byte[]> _empty = new(() =>
    {
        var file = new DataFile(Path.Combine(NewFolder(), "workshophub.db"));
        Migrations.Run(file);
        using var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
        return File.ReadAllBytes(file.Path);
    });

    private static readonly Lazy<DirectoryInfo> _folders = new(() =>
    {
        var all = Directory.CreateTempSubdirectory("workshophub-tests-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(all);
        return all;
    });

    private static int _port = Random.Shared.Next(3_000);

    /// <summary>The top folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The project of the program.</summary>
    public static string Web { get; } = Path.Combine(Root, "WorkshopHub.Web");

    /// <summary>The built program, in the same configuration as these tests.</summary>
    public static string Program { get; } = FindProgram();

    /// <summary>A new empty folder, which goes when the test run ends.</summary>
    public static string NewFolder() => _folders.Value.CreateSubdirectory(Path.GetRandomFileName()).FullName;

    /// <summary>A new file that is up to the program and holds nothing yet. The scripts run once a test run; the rest are copies.</summary>
    public static string NewFile() => NewFile(NewFolder());

    /// <summary>The same in a folder that is there, or a copy of another file's content.</summary>
    public static string NewFile(string folder, byte[]? content = null)
    {
        var path = Path.Combine(folder, "workshophub.db");
        File.WriteAllBytes(path, content ?? _empty.Value);
        return path;
    }

    /// <summary>
    /// A port that nobody uses just now, and that no other test of this run is given. It lies below those that systems give to lines that go
    /// out: none of the browsers' can take it before the program has it. The three behind it are a rehearsal's, which takes the next.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = 20_000 + (Interlocked.Increment(ref _port) % 3_000 * 4);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: the next one.
            }
        }
    }

    /// <summary>The source files of the program with an ending, without what the build made.</summary>
    public static IEnumerable<string> Sources(string folder, string pattern) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)
                .Any(part => part is "bin" or "obj" or "node_modules" or "lib"))
            .Order(StringComparer.Ordinal);

    /// <summary>A path as the messages of tests show it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static void Remove(DirectoryInfo folders)
    {
        try
        {
            folders.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that a test killed may still hold a file: what is left goes with the system's own temporary files.
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkshopHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("WorkshopHub.sln stands nowhere above the tests.");
    }

    private static string FindProgram()
    {
        var build = Path.GetRelativePath(Path.Combine(Root, "WorkshopHub.Tests"), AppContext.BaseDirectory);
        return Path.GetFullPath(Path.Combine(Web, build, "WorkshopHub.Web.dll"));
    }
}
