using System.Collections.Concurrent;
using System.Diagnostics;

namespace WorkshopHub.Tests;

/// <summary>The program as a process of its own on one port and file, to be killed and started again.</summary>
public sealed class ServerProcess(string file) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly int _port = Repo.FreePort();
    private readonly ConcurrentQueue<string> _said = [];
    private Process? _process;

    /// <summary>The address in browsers; it stays the same over restarts.</summary>
    public string Url => $"http://{Browser.Host}:{_port}";

    /// <summary>What the program has printed.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Starts the program and waits until it says that it is healthy.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Repo.Program, .. Arguments()])
        {
            WorkingDirectory = Repo.Web,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["DOTNET_ENVIRONMENT"] = "Testing";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await HealthyAsync();
    }

    /// <summary>Ends it as a power cut would: no farewell, nothing flushed.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await KillAsync();

    private string[] Arguments() =>
        [$"--urls=http://127.0.0.1:{_port}", $"--Data:Path={file}", $"--Site:Address={Url}", "--Backup:Folder=off", "--Logging:LogLevel:Default=Warning"];

    /// <summary>Waits until it says that it is healthy.</summary>
    public async Task HealthyAsync()
    {
        using var client = Clients.New(Url);
        using var deadline = new CancellationTokenSource(_patience);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"The program ended with {_process.ExitCode}:\n{Said}");
            }

            try
            {
                using var answer = await client.GetAsync("/health", deadline.Token);
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
        while (await pause.WaitForNextTickAsync(deadline.Token));
    }
}
