namespace WorkshopHub.Web.Reports.Pdf;

/// <summary>
/// The browser of this computer that makes a PDF of a page: Chromium, Chrome or Edge, as installed. Reports:Browser names another
/// one, or says "none". Without one, people print from their own.
/// </summary>
public sealed class PrintingBrowser(IConfiguration configuration)
{
    /// <summary>The setting.</summary>
    public const string Setting = "Reports:Browser";

    // The shell without windows comes first: the same engine, half the work.
    private static readonly string[] _onWindows =
        [@"Microsoft\Edge\Application\msedge.exe", @"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe"];

    private static readonly string[] _names =
        ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

    private readonly Lazy<string?> _path = new(() => Find(configuration[Setting]));

    /// <summary>The program, or null where there is none.</summary>
    public string? Path => _path.Value;

    /// <summary>What it is told before the page: no profile but its own, nothing asked of the net, and no window.</summary>
    /// <param name="folder">Its own folder for what it keeps meanwhile.</param>
    /// <param name="file">Where the PDF goes.</param>
    /// <param name="address">The page.</param>
    public static IEnumerable<string> Arguments(string folder, string file, Uri address)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        yield return "--disable-extensions";
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-sync";
        yield return "--disable-dev-shm-usage";
        yield return "--no-proxy-server";
        yield return $"--user-data-dir={folder}";
        yield return "--no-pdf-header-footer";
        yield return "--export-tagged-pdf";
        yield return "--generate-pdf-document-outline";
        yield return $"--print-to-pdf={file}";
        if (IsRoot)
        {
            // Its sandbox refuses to run for root; it opens nothing but the one page of this house.
            yield return "--no-sandbox";
        }

        if (address.Scheme == Uri.UriSchemeHttps)
        {
            // It calls this same computer by its number, for which no certificate is written.
            yield return "--ignore-certificate-errors";
        }

        yield return address.ToString();
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    private static string? Find(string? named) => named switch
    {
        null or "" => OnThePath().Concat(UsualPlaces()).FirstOrDefault(File.Exists),
        "none" => null,
        _ => File.Exists(named) ? named : null,
    };

    private static IEnumerable<string> OnThePath()
    {
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return _names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name + ending)));
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            return from tail in _onWindows
                   from root in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                   select System.IO.Path.Combine(Environment.GetFolderPath(root), tail);
        }

        return OperatingSystem.IsMacOS()
            ?
            [
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            ]
            : ["/usr/lib/chromium/chromium", "/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];
    }
}
