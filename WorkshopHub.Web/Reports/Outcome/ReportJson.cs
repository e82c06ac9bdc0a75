using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>The report as the file keeps a published version. What is worked out from the rest is not kept.</summary>
public static class ReportJson
{
    /// <summary>How it is written: names in camel case, every script as it is, days as 2026-06-09.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>As JSON.</summary>
    public static string Write(OutcomeReport report) => JsonSerializer.Serialize(report, Options);

    /// <summary>From JSON.</summary>
    /// <exception cref="JsonException">It is not a report.</exception>
    public static OutcomeReport Read(string json) =>
        JsonSerializer.Deserialize<OutcomeReport>(json, Options) ?? throw new JsonException("No report.");
}
