using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WorkshopHub.Bench;

/// <summary>What a scenario came to, as a file that a program can read.</summary>
internal static class Outcome
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes it to the file behind --json, or to artifacts/bench/SCENARIO.json; milliseconds, seconds and megabytes.</summary>
    public static void Write(string[] args, string scenario, object figures)
    {
        var path = Options.Word(args, "--json") ?? Path.Combine(Child.Top, "artifacts", "bench", $"{scenario}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(
            new
            {
                scenario,
                at = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                processors = Environment.ProcessorCount,
                system = RuntimeInformation.OSDescription,
                framework = RuntimeInformation.FrameworkDescription,
                figures,
            },
            _json));
        Console.WriteLine($"\n{path}");
    }
}
