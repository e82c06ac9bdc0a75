using System.Diagnostics;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>LibreOffice, where it is installed: a second opinion on the files, beside the validator's.</summary>
internal static class OfficePrograms
{
    private static readonly string? _soffice = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { "soffice", "soffice.exe" }.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>
    /// The file as LibreOffice reads it, written out as one flat document of its own format; null where it is not installed, and then
    /// the test says so.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="ending">Its ending.</param>
    /// <param name="flat">fodp for slides, fods for sheets.</param>
    public static async Task<string?> ReadAsync(byte[] file, string ending, string flat)
    {
        if (_soffice is null)
        {
            TestContext.Current.AddWarning("LibreOffice is not installed here: the file was looked at by the validator alone.");
            return null;
        }

        var folder = Repo.NewFolder();
        var from = Path.Combine(folder, $"report.{ending}");
        await File.WriteAllBytesAsync(from, file);
        using var program = Process.Start(new ProcessStartInfo(_soffice)
        {
            ArgumentList = { $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", flat, "--outdir", folder, from },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var (said, wrong) = (program.StandardOutput.ReadToEndAsync(), program.StandardError.ReadToEndAsync());
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        var there = Path.Combine(folder, $"report.{flat}");
        Assert.True(File.Exists(there), $"LibreOffice could not open it: {await said} {await wrong}");
        return await File.ReadAllTextAsync(there);
    }
}
