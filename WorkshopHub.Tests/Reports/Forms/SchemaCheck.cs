using System.Text.Json.Nodes;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>Holds a file against a described form: the words of JSON Schema that the description uses, and nothing in the file that it does not name.</summary>
internal static class SchemaCheck
{
    /// <summary>Where the file is otherwise than it is described, by path.</summary>
    public static IEnumerable<string> Wrong(JsonNode schema, JsonNode? file) => Wrong(schema, schema, file, "$");

    private static IEnumerable<string> Wrong(JsonNode whole, JsonNode schema, JsonNode? node, string path)
    {
        if ((string?)schema["$ref"] is { } there)
        {
            schema = there.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(whole, (at, step) => (at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : at[step])!);
        }

        List<string> types = schema["type"] switch { JsonArray all => [.. all.Select(one => (string)one!)], JsonValue one => [(string)one!], _ => [] };
        var type = TypeOf(node);
        if (types.Count > 0 && !types.Contains(type) && !(type == "integer" && types.Contains("number")))
        {
            return [$"{path} is {type} and not {string.Join(" or ", types)}"];
        }

        return node switch
        {
            JsonObject found => (schema["required"]?.AsArray() ?? []).Select(one => (string)one!).Where(name => !found.ContainsKey(name)).Select(name => $"{path}.{name} is missing")
                .Concat(found.SelectMany(one => schema["properties"]?[one.Key] is { } described ? Wrong(whole, described, one.Value, $"{path}.{one.Key}") : [$"{path}.{one.Key} is not described"])),
            JsonArray list when schema["items"] is { } item => list.SelectMany((one, at) => Wrong(whole, item, one, $"{path}[{at}]")),
            _ => [],
        };
    }

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => "null",
        System.Text.Json.JsonValueKind.Object => "object",
        System.Text.Json.JsonValueKind.Array => "array",
        System.Text.Json.JsonValueKind.String => "string",
        System.Text.Json.JsonValueKind.Number => node.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? "number" : "integer",
        _ => "boolean",
    };
}
