using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WorkshopHub.Tests;

/// <summary>Finds a Chromium for the journeys: named, installed, Playwright's own, or the package manager's.</summary>
public static class Chromium
{
    /// <summary>The environment variable that names the browser to use.</summary>
    public const string Variable = "WORKSHOPHUB_CHROMIUM";

    private static readonly string[] _names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chrome"];

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

        return Installed() ?? Downloaded() ?? await DownloadAsync() ?? await InstallAsync()
            ?? throw new InvalidOperationException($"""
                The journeys need a Chromium and none was found, nor could one be fetched. Install one, for example with
                    sudo apt-get install -y chromium          (Debian, Ubuntu)
                    brew install --cask chromium              (macOS)
                    winget install Google.Chrome              (Windows)
                or name one that is there: {Variable}=/path/to/chromium dotnet test
                """);
    }

    private static string? Installed() => OnThePath().Concat(UsualPlaces()).FirstOrDefault(File.Exists);

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
    private static string? Downloaded()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = Environment.GetEnvironmentVariable("PLAYWRIGHT_BROWSERS_PATH") ?? (
            OperatingSystem.IsWindows() ? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ms-playwright")
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches", "ms-playwright")
            : Path.Combine(home, ".cache", "ms-playwright"));
        string[] programs = ["chrome", "chrome.exe", "Chromium", "Google Chrome for Testing"];
        return !Directory.Exists(cache) ? null : Directory.EnumerateDirectories(cache, "chromium-*")
            .OrderDescending(StringComparer.Ordinal)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .FirstOrDefault(path => programs.Contains(Path.GetFileName(path), StringComparer.Ordinal));
    }

    private static async Task<string?> DownloadAsync()
    {
        var ended = await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"]));
        var path = ended == 0 ? Downloaded() : null;
        // Playwright's own build may lack the system's libraries on a bare machine.
        return path is not null && await RunAsync(path, "--version") ? path : null;
    }

    private static async Task<string?> InstallAsync()
    {
        if (!OperatingSystem.IsLinux() || Geteuid() != 0 || !File.Exists("/usr/bin/apt-get"))
        {
            return null;
        }

        await RunAsync("apt-get", "update", "-qq");
        await RunAsync("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium");
        return Installed();
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var process = Process.Start(start)!;
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint Geteuid();
}
