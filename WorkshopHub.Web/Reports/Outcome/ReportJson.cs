using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    private static readonly string[] _withStatements = ["doors", "learned", "together"];

    private static readonly string[] _moments = ["then", "now"];

    /// <summary>As JSON.</summary>
    public static string Write(OutcomeReport report) => JsonSerializer.Serialize(report, Options);

    /// <summary>From JSON.</summary>
    /// <exception cref="JsonException">It is not a report.</exception>
    public static OutcomeReport Read(string json)
    {
        var tree = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("No report.");
        if ((int?)tree["form"] is null or 1)
        {
            RaiseFirst(tree);
        }

        return tree.Deserialize<OutcomeReport>(Options)! with { Form = OutcomeReport.Newest };
    }

    /// <summary>The first form told how often each of 1 to 5 was said, also where that was once: now small counts stand together.</summary>
    private static void RaiseFirst(JsonObject tree)
    {
        foreach (var statement in _withStatements.SelectMany(section => tree[section]?["statements"]?.AsArray() ?? []))
        {
            foreach (var moment in _moments)
            {
                if (statement![moment] is JsonObject said && said["counts"] is { } counts)
                {
                    statement[moment] = JsonSerializer.SerializeToNode(
                        Agreement.Of(counts.Deserialize<int[]>(Options)!, said["on"].Deserialize<DateOnly>(Options), (string)said["workshop"]!), Options);
                }
            }
        }
    }
}
