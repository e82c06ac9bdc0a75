using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace WorkshopHub.Web.Reports.Pdf;

/// <summary>Prints pages of this house into PDF files: two at a time, each for half a minute at most, in a process of its own.</summary>
public sealed class PdfPrinter(PrintingBrowser browser, IServer server, IConfiguration configuration, ILogger<PdfPrinter> log) : IDisposable
{
    private readonly SemaphoreSlim _places = new(2);

    /// <summary>How long a page may take: Reports:Seconds, or half a minute.</summary>
    public TimeSpan Limit { get; } = TimeSpan.FromSeconds(configuration.GetValue("Reports:Seconds", 30));

    /// <summary>Whether there is a browser to print with.</summary>
    public bool CanPrint => browser.Path is not null;

    /// <summary>Prints a page into a file. False where no browser is there, or it failed, or it took too long; nothing is left behind then.</summary>
    /// <param name="path">The page's path in this house.</param>
    /// <param name="file">The file.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<bool> PrintAsync(string path, string file, CancellationToken stop)
    {
        if (browser.Path is not { } program || OwnAddress() is not { } own)
        {
            return false;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit + Limit);
        var folder = Directory.CreateTempSubdirectory("workshophub-print-").FullName;
        var made = Path.Combine(folder, "report.pdf");
        try
        {
            await _places.WaitAsync(limit.Token);
            try
            {
                limit.CancelAfter(Limit);
                if (!await RunAsync(program, PrintingBrowser.Arguments(folder, made, new Uri(own, path)), limit.Token) || !File.Exists(made))
                {
                    return false;
                }
            }
            finally
            {
                _places.Release();
            }

            File.Move(made, file, overwrite: true);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            log.LogWarning("A page could not be printed within {Limit}.", Limit);
            return false;
        }
        finally
        {
            Clear(folder);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    /// <summary>How this program reaches itself: by a number, so that no name has to be known and no proxy asked.</summary>
    private Uri? OwnAddress()
    {
        var all = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        foreach (var address in all.OrderBy(one => one.StartsWith("https", StringComparison.Ordinal)))
        {
            var binding = BindingAddress.Parse(address);
            if (!binding.IsUnixPipe && !binding.IsNamedPipe)
            {
                var host = binding.Host is "+" or "*" or "0.0.0.0" or "[::]" or "localhost" ? "127.0.0.1" : binding.Host;
                return new Uri($"{binding.Scheme}://{host}:{binding.Port}");
            }
        }

        return null;
    }

    private async Task<bool> RunAsync(string program, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true } };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            log.LogWarning("The browser that prints does not start: {Why}", problem.Message);
            return false;
        }

        try
        {
            // Both are read to their end, or it would wait for a reader; what it says may hold the address and is not kept.
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop), process.WaitForExitAsync(stop));
            if (process.ExitCode != 0)
            {
                log.LogWarning("The browser that prints ended with {Code}.", process.ExitCode);
            }

            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private void Clear(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException problem)
        {
            // A helper of the browser may still hold a file for a moment; the system clears its temporary folder.
            log.LogInformation("A temporary folder stays: {Why}", problem.Message);
        }
    }
}
