using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WorkshopHub.Bench;

/// <summary>A server as a process of its own, and what it uses of the machine.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;
    private TimeSpan _cpu;

    private Child(Process process, Uri site) => (_process, Site) = (process, site);

    public Uri Site { get; }

    /// <summary>Processor time since the last <see cref="Mark"/>.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime - _cpu;
        }
    }

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>The real program on a file.</summary>
    public static Task<Child> ProgramAsync(string file) => StartAsync(Built(), port =>
        [$"--urls=http://127.0.0.1:{port}", $"--Data:Path={file}", "--Logging:LogLevel:Default=Error"]);

    /// <summary>The bare hub.</summary>
    public static Task<Child> FloorAsync() => StartAsync(
        Path.Combine(AppContext.BaseDirectory, "WorkshopHub.Bench.dll"),
        port => ["floor-server", port.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Starts a program and waits until it answers at /health.</summary>
    public static async Task<Child> StartAsync(string program, Func<int, IEnumerable<string>> arguments)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments(port)])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
        })!;
        var child = new Child(process, new Uri($"http://127.0.0.1:{port}"));
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await pause.WaitForNextTickAsync())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"{Path.GetFileName(program)} ended with {process.ExitCode}.");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(child.Site, "/health"));
                if (answer.IsSuccessStatusCode)
                {
                    return child;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }

        return child;
    }

    public void Mark()
    {
        _cpu = TimeSpan.Zero;
        _cpu = Cpu;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>The program as it was built beside this one, in the same configuration.</summary>
    private static string Built()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = here;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkshopHub.sln")))
        {
            folder = folder.Parent;
        }

        var top = folder?.FullName ?? throw new InvalidOperationException("WorkshopHub.sln stands nowhere above this program.");
        var build = Path.GetRelativePath(Path.Combine(top, "WorkshopHub.Bench"), here.FullName);
        return Path.Combine(top, "WorkshopHub.Web", build, "WorkshopHub.Web.dll");
    }
}
