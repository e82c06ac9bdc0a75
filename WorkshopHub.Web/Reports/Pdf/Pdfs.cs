using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Reports.Pdf;

/// <summary>
/// The PDF of each published version, made once and kept beside the data file, for its owner only. In files and not in the data:
/// it can be made again at any time from what the version holds, so no backup has to carry it and the one writer never waits
/// for it. The name follows from the content, so a version never gets the file of another one.
/// </summary>
public sealed class Pdfs(PdfPrinter printer, PrintTickets tickets, DataFile data, ILogger<Pdfs> log)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _making = new(StringComparer.Ordinal);

    private string Folder => Path.Combine(data.Folder, "reports");

    /// <summary>Whether this computer can make them.</summary>
    public bool CanMake => printer.CanPrint;

    /// <summary>The file of a version, made now if it isn't there yet; null where it can't be made. Who asks at the same time gets the same file.</summary>
    /// <param name="version">The version.</param>
    /// <param name="frozen">What it holds now: a quote that was taken back since makes another file.</param>
    public async Task<string?> GetAsync(PrintedVersion version, string frozen)
    {
        ForgetOlder(version, frozen);
        var file = Path.Combine(Folder, Name(version, frozen));
        if (File.Exists(file))
        {
            return file;
        }

        var making = _making.GetOrAdd(file, _ => new Lazy<Task<bool>>(() => MakeAsync(version, file)));
        try
        {
            // Whoever gives up waiting doesn't stop it for the others.
            return await making.Value ? file : null;
        }
        finally
        {
            _making.TryRemove(KeyValuePair.Create(file, making));
        }
    }

    /// <summary>
    /// Deletes what was made of a version while it held other words: a quote that was taken back stands in no file either, from the
    /// next look at that version on.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="frozen">What it holds now.</param>
    public void ForgetOlder(PrintedVersion version, string frozen) => Forget(version, Name(version, frozen));

    /// <summary>Deletes whatever was made of a version.</summary>
    public void Forget(PrintedVersion version) => Forget(version, "");

    private void Forget(PrintedVersion version, string but)
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(Folder, Of(version) + "*.pdf").Where(file => Path.GetFileName(file) != but))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // On Windows a file that is being sent can't be deleted: the next look does it, and nobody's page fails for it.
                log.LogInformation("A printed report stays until the next look: {Why}", problem.Message);
            }
        }
    }

    private static string Name(PrintedVersion version, string frozen) =>
        $"{Of(version)}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(frozen)).AsSpan(0, 16))}.pdf";

    private static string Of(PrintedVersion version) => string.Create(CultureInfo.InvariantCulture, $"{version.Programme}-{version.Number}-");

    private async Task<bool> MakeAsync(PrintedVersion version, string file)
    {
        Folders.Make(Folder);
        var key = tickets.Give(version);
        var part = file + ".part";
        // A page of an error prints as well as a report: only what was answered whole is kept.
        if (await printer.PrintAsync($"/reports/print/{key}", part, CancellationToken.None) & tickets.WasAnswered(key))
        {
            Folders.OwnerOnly(part);
            File.Move(part, file, overwrite: true);
            return true;
        }

        File.Delete(part);
        return false;
    }
}
