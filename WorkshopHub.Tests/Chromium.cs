using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WorkshopHub.Tests;

/// <summary>Finds a Chromium for the journeys: named, installed, Playwright's own, or the package manager's.</summary>
public static class Chromium
{
    /// <summary>The environment variable that names the browser to use.</summary>
    public const string Variable = "WORKSHOPHUB_CHROMIUM";

    private static readonly List<string> _failures = [];

    /// <summary>The shell without windows comes first: the same engine, half the work.</summary>
    private static readonly string[] _names =
        ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];

    /// <summary>The path of a browser that runs.</summary>
    /// <exception cref="InvalidOperationException">None is there and none could be fetched; the message says what to run.</exception>
    public static async Task<string> FindAsync()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return File.Exists(named) ? named
                : throw new InvalidOperationException($"{Variable} names {named}, but there is no such file.");
        }

        return await InstalledAsync() ?? await DownloadedAsync() ?? await DownloadAsync() ?? await InstallAsync()
            ?? throw new InvalidOperationException($"""
                The journeys need a Chromium and none was found that starts, nor could one be fetched. Install one, for example with
                    sudo apt-get install -y chromium                    (Debian)
                    sudo npx playwright install --with-deps chrome      (Ubuntu)
                    brew install --cask google-chrome                   (macOS)
                    winget install Google.Chrome                        (Windows)
                or name one that is there: {Variable}=/path/to/chromium dotnet test
                {string.Join('\n', _failures)}
                """);
    }

    private static Task<string?> InstalledAsync() => FirstThatStartsAsync(OnThePath().Concat(UsualPlaces()).Where(File.Exists));

    private static Task<string?> DownloadedAsync() => FirstThatStartsAsync(Downloaded());

    /// <summary>A program that is there may still not start: a hull of a package, or the system's libraries are missing.</summary>
    private static async Task<string?> FirstThatStartsAsync(IEnumerable<string> programs)
    {
        foreach (var program in programs)
        {
            // On Windows this argument would open a window.
            if (!OperatingSystem.IsLinux() || await RunAsync(program, "--version"))
            {
                return program;
            }
        }

        return null;
    }

    private static IEnumerable<string> OnThePath()
    {
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return _names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name + ending)));
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            return
            [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            ];
        }

        if (OperatingSystem.IsWindows())
        {
            string[] roots =
            [
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles),
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86),
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
            ];
            string[] below =
            [
                @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe",
                @"Microsoft\Edge\Application\msedge.exe",
            ];
            return below.SelectMany(tail => roots.Select(root => Path.Combine(root, tail)));
        }

        return ["/usr/lib/chromium/chromium", "/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
    }

    /// <summary>What Playwright has fetched before, newest first.</summary>
    private static IEnumerable<string> Downloaded()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") ?? (
            OperatingSystem.IsWindows() ? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches", "ms-playwright")
            : Path.Combine(home, ".cache", "ms-playwright"));
        string[] programs = ["headless_shell", "chrome-headless-shell", "chrome-headless-shell.exe", "chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"];
        return !Directory.Exists(cache) ? [] : Directory.EnumerateDirectories(cache, "chromium*")
            .OrderDescending(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(path => programs.Contains(Path.GetFileName(path), StringComparer.Ordinal));
    }

    private static async Task<string?> DownloadAsync() =>
        await Task.Run(() => Playwright("install", "chromium")) ? await DownloadedAsync() : null;

    /// <summary>As root: the distribution's own; where it has none, the libraries that Playwright's lacks.</summary>
    private static async Task<string?> InstallAsync()
    {
        if (!OperatingSystem.IsLinux() || Geteuid() != 0 || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        await RunAsync("apt-get", "update", "-qq");
        if (!await RunAsync("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"))
        {
            await RunAsync("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        }

        if (await InstalledAsync() is { } installed)
        {
            return installed;
        }

        return Downloaded().Any() && await Task.Run(() => Playwright("install-deps", "chromium")) ? await DownloadedAsync() : null;
    }

    private static bool Playwright(params string[] arguments)
    {
        var ended = Microsoft.Playwright.Program.Main(arguments);
        if (ended != 0)
        {
            _failures.Add($"playwright {string.Join(' ', arguments)}: ended with {ended}");
        }

        return ended == 0;
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await Task.WhenAll(output, errors, process.WaitForExitAsync());
            if (process.ExitCode != 0)
            {
                _failures.Add($"{program} {string.Join(' ', arguments)}: {(await errors).Trim()}");
            }

            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            _failures.Add($"{program}: {problem.Message}");
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint Geteuid();
}
