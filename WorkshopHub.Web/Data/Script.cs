using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Web.Data;

/// <summary>One numbered migration.</summary>
/// <param name="Name">Name with its number, e.g. 0007_due.sql; scripts run in the order of their names.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Script(string Name, string Sql)
{
    private const string Prefix = "migrations/";

    private static readonly Lazy<IReadOnlyList<Script>> _embedded = new(Read);

    /// <summary>SHA-256 of the text, the same whatever line ends git has made.</summary>
    public string Hash =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The scripts that this program carries, in order.</summary>
    public static IReadOnlyList<Script> Embedded() => _embedded.Value;

    private static IReadOnlyList<Script> Read()
    {
        var assembly = typeof(Script).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Script(name[Prefix.Length..], reader.ReadToEnd());
            })];
    }
}
