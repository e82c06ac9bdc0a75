using System.Diagnostics;
using System.Reflection;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

/// <summary>A process of its own that writes and says which ids it was answered for, until it is killed.</summary>
internal static class KilledChild
{
    /// <summary>Names the environment variable with the work: a mode and the file.</summary>
    public const string Variable = "WORKSHOPHUB_KILLED_CHILD";

    private const int Callers = 8;

    /// <summary>Starts the child.</summary>
    /// <param name="mode">write = until somebody kills it; die = kills itself between COMMIT and the answer.</param>
    /// <param name="file">The file that it writes.</param>
    public static Process Start(string mode, DataFile file)
    {
        var assembly = Assembly.GetExecutingAssembly().Location;
        var start = new ProcessStartInfo("dotnet", ["exec", assembly]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = assembly;
        start.Environment[Variable] = $"{mode}|{file.Path}";
        return Process.Start(start)!;
    }

    /// <summary>The work in the child; it never returns.</summary>
    public static void Run(string work)
    {
        var (mode, path) = (work.Split('|')[0], work.Split('|')[1]);
        var writer = new Writer(new DataFile(path), TimeProvider.System);
        var batches = 0;
        if (mode == "die")
        {
            writer.Committed = () =>
            {
                if (++batches == 20)
                {
                    Process.GetCurrentProcess().Kill();
                }
            };
        }

        writer.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => WriteAsync(writer))).GetAwaiter().GetResult();
    }

    /// <summary>Says what it is about to write, writes it, and says that it was answered.</summary>
    private static async Task WriteAsync(Writer writer)
    {
        while (true)
        {
            var id = Guid.NewGuid().ToString("N");
            await SayAsync($"asked {id}");
            await writer.RunAsync(writes => TestFile.Post(writes, id));
            await SayAsync($"answered {id}");
        }
    }

    private static async Task SayAsync(string line)
    {
        await Task.Yield();
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
