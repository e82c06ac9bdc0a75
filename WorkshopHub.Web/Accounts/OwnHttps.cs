using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The option --https: the program makes a certificate of its own, keeps it beside the file and listens on a second port
/// too. Browsers warn once; whoever compares the printed fingerprint knows that nobody stands between.
/// </summary>
public sealed class OwnHttps
{
    private const int UsualPort = 5443;
    private const string FileName = "https.pfx";
    private readonly int _port;

    private OwnHttps(int port) => _port = port;

    /// <summary>Takes --https or --https=5443 out of the command line; null where it is not there.</summary>
    public static OwnHttps? From(ref string[] args)
    {
        if (args.FirstOrDefault(arg => arg == "--https" || arg.StartsWith("--https=", StringComparison.Ordinal)) is not { } option)
        {
            return null;
        }

        args = [.. args.Where(arg => arg != option)];
        return new OwnHttps(option.Split('=') is [_, var port]
            && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : UsualPort);
    }

    /// <summary>Listens with the certificate beside what is listened on already, and says its fingerprint.</summary>
    public void Configure(WebApplicationBuilder builder, string urls)
    {
        var file = DataSetup.Find(builder.Configuration, builder.Environment);
        var path = Path.Combine(Path.GetDirectoryName(file.Path)!, FileName);
        var certificate = Find(path, builder.Configuration[Settings.SiteAddress]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        builder.WebHost.UseUrls($"{urls};https://*:{_port.ToString(CultureInfo.InvariantCulture)}");
        Console.WriteLine($"""

            Also over https, port {_port}, with a certificate of its own ({path}). The browser warns once; go on only if it shows
            this SHA-256 fingerprint:
            {Fingerprint(certificate)}

            """);
    }

    /// <summary>The certificate as browsers show it: SHA-256, in pairs.</summary>
    public static string Fingerprint(X509Certificate2 certificate) =>
        string.Join(':', SHA256.HashData(certificate.RawData).Select(one => one.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>The certificate that is kept, or a new one where there is none or it is old.</summary>
    public static X509Certificate2 Find(string path, string? address)
    {
        if (File.Exists(path) && X509CertificateLoader.LoadPkcs12FromFile(path, null) is var kept && kept.NotAfter > DateTime.Now.AddDays(30))
        {
            return kept;
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=WorkshopHub", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        foreach (var name in SetUpAddresses.Names().Append(address is null ? "" : new Uri(address).Host)
            .Where(name => name.Length > 0 && !IPAddress.TryParse(name, out _)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            names.AddDnsName(name);
        }

        foreach (var number in SetUpAddresses.Numbers())
        {
            names.AddIpAddress(IPAddress.Parse(number));
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(2));
        var bytes = made.Export(X509ContentType.Pkcs12);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(path, options))
        {
            stream.Write(bytes);
        }

        return X509CertificateLoader.LoadPkcs12(bytes, null);
    }
}
