using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WorkshopHub.Bench;

/// <summary>A server as a process of its own, and what it uses of the machine.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly ProcessStartInfo _how;
    private Process _process;
    private TimeSpan _cpu;

    private Child(ProcessStartInfo how, Uri site) => (_how, _process, Site) = (how, Process.Start(how)!, site);

    /// <summary>The folder of the solution.</summary>
    public static string Top { get; } = FindTop();

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

    /// <summary>The bare hub; with a file it keeps there what it is given before it sends it on.</summary>
    public static Task<Child> FloorAsync(string? file = null) => StartAsync(
        Path.Combine(AppContext.BaseDirectory, "WorkshopHub.Bench.dll"),
        port => file is null ? ["floor-server", $"{port}"] : ["floor-server", $"{port}", file]);

    /// <summary>Starts a program and waits until it answers at /health.</summary>
    public static async Task<Child> StartAsync(string program, Func<int, IEnumerable<string>> arguments)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var child = new Child(
            new ProcessStartInfo("dotnet", [program, .. arguments(port)]) { WorkingDirectory = Path.GetDirectoryName(program) },
            new Uri($"http://127.0.0.1:{port}"));
        await child.AnswersAsync();
        return child;
    }

    /// <summary>Ends it as a power cut does, without a word to anybody.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again at the same address and waits until it answers.</summary>
    public Task StartAgainAsync()
    {
        _process.Dispose();
        _process = Process.Start(_how)!;
        return AnswersAsync();
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await pause.WaitForNextTickAsync())
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{_how.ArgumentList[0]} ended with {_process.ExitCode}.");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri(Site, "/health"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
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
            await KillAsync();
        }

        _process.Dispose();
    }

    private static string FindTop()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WorkshopHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("WorkshopHub.sln stands nowhere above this program.");
    }

    /// <summary>The program as it was built beside this one, in the same configuration.</summary>
    private static string Built() => Path.Combine(
        Top, "WorkshopHub.Web", Path.GetRelativePath(Path.Combine(Top, "WorkshopHub.Bench"), AppContext.BaseDirectory), "WorkshopHub.Web.dll");
}
