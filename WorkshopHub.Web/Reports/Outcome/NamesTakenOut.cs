using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Pdf;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// Whoever is taken out of the house is named in no published report any more: what was done stays, and only who it was is taken
/// out. A name that somebody else bears too stays, since nobody can say whose it is.
/// </summary>
public sealed class NamesTakenOut(Pdfs pdfs) : IPersonGoes
{
    private const string NameLeft = "Somebody who left";

    /// <inheritdoc />
    public void Gone(Writes writes, long person)
    {
        if (writes.First<string>(
            "SELECT name FROM person p WHERE id = @person AND NOT EXISTS (SELECT 1 FROM person o WHERE o.name = p.name AND o.id <> p.id)", new { person }) is not { Length: > 0 } name)
        {
            return;
        }

        // As a whole, so that nobody else's longer name is cut.
        var whole = new Regex($@"(?<![\p{{L}}\p{{M}}\p{{N}}]){Regex.Escape(name)}(?![\p{{L}}\p{{M}}\p{{N}}])", RegexOptions.CultureInvariant);
        foreach (var version in writes.Query<Row>("SELECT id, programme_id, number, report FROM report_version"))
        {
            var report = JsonNode.Parse(version.Report)!;
            if (TakeOut(report, whole))
            {
                writes.Execute("UPDATE report_version SET report = @json WHERE id = @Id", new { version.Id, json = report.ToJsonString(ReportJson.Options) });
                pdfs.Forget(new PrintedVersion(version.ProgrammeId, version.Number));
            }
        }
    }

    private static bool TakeOut(JsonNode? node, Regex name)
    {
        switch (node)
        {
            case JsonObject fields:
                return fields.ToList().Aggregate(false, (any, field) => TakeOut(field.Value, name) | any);
            case JsonArray items:
                return items.ToList().Aggregate(false, (any, item) => TakeOut(item, name) | any);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String && name.IsMatch(value.GetValue<string>()):
                value.ReplaceWith(name.Replace(value.GetValue<string>(), NameLeft));
                return true;
            default:
                return false;
        }
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public long ProgrammeId { get; init; }

        public long Number { get; init; }

        public string Report { get; init; } = "";
    }
}
