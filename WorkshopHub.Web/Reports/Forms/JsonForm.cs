using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>
/// The report for other systems: the whole tree as JSON in an envelope that names its form and the form's version. The form is
/// described in docs/outcome-report.schema.json; it grows by new fields only, and a field that means something else gets a new version.
/// </summary>
/// <param name="Format">Always <see cref="Name"/>.</param>
/// <param name="Version">Of the form, from 1.</param>
/// <param name="Report">The report.</param>
internal sealed record JsonForm(string Format, int Version, OutcomeReport Report)
{
    /// <summary>What the form is called.</summary>
    public const string Name = "workshophub-outcome-report";

    private static readonly JsonSerializerOptions _options = new(ReportJson.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The file.</summary>
    public static byte[] Of(OutcomeReport report) => JsonSerializer.SerializeToUtf8Bytes(new JsonForm(Name, report.Form, Counted(report)), _options);

    // The picture with a mark for each person is for the eye: other systems get its counts.
    private static OutcomeReport Counted(OutcomeReport report) => report.Together is not { } together ? report : report with
    {
        Together = together with { Then = Counted(together.Then), Now = Counted(together.Now) },
    };

    private static NetworkOn? Counted(NetworkOn? net) => net is null ? null : net with { Dots = [], Lines = [] };

    /// <summary>The report in a file.</summary>
    /// <exception cref="JsonException">It is no such file.</exception>
    public static OutcomeReport Read(ReadOnlySpan<byte> file) =>
        JsonSerializer.Deserialize<JsonForm>(file, _options) is { Format: Name } form ? form.Report : throw new JsonException("No outcome report.");

    /// <summary>The description of the form (JSON Schema).</summary>
    public static string Schema() => _options.GetJsonSchemaAsNode(typeof(JsonForm)).ToJsonString(_options) + "\n";
}
