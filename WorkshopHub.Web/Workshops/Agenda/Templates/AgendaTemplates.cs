using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Workshops.Agenda.Templates;

/// <summary>The agendas to start from: those of the house, which are files of the program, and those that facilitators kept.</summary>
public static class AgendaTemplates
{
    private static readonly string[] _order =
    [
        "kick-off", "kick-off-own", "mid-term", "mid-term-long", "mid-term-own", "mid-term-own-long", "final", "final-own", "empty-day",
    ];

    /// <summary>Those of the house, in the order of a programme.</summary>
    public static IReadOnlyList<AgendaTemplate> OfTheHouse { get; } = [.. _order.Select(Embedded)];

    /// <summary>All of them; own ones after those of the house.</summary>
    public static IReadOnlyList<AgendaTemplate> All(Reads reads) => [.. OfTheHouse, .. Own(reads)];

    /// <summary>Those that facilitators kept, by name.</summary>
    public static IReadOnlyList<AgendaTemplate> Own(Reads reads) =>
        [.. reads.Query<Row>("SELECT id, name, content FROM agenda_template ORDER BY name COLLATE NAMES").Select(Of)];

    /// <summary>A template by its key, or null.</summary>
    public static AgendaTemplate? Find(Reads reads, string? key) => All(reads).FirstOrDefault(template => template.Key == key);

    /// <summary>The template of the house that fits a workshop of a programme's format.</summary>
    public static AgendaTemplate For(string? format, string workshop) => OfTheHouse.First(template =>
        template.Workshop == workshop && (template.Programme is null || template.Programme == (format ?? "CommonProblem")));

    /// <summary>Keeps a template under its name and answers its key.</summary>
    /// <exception cref="RefusedException">The name is missing, too long, or taken.</exception>
    public static string Keep(Writes writes, AgendaTemplate template, long? by)
    {
        var name = Line.Clean(template.Name);
        if (name.Length is 0 or > 80)
        {
            throw new RefusedException("Name", name.Length == 0
                ? "Give it a name, so that you find it again." : $"{name.Length} characters. Keep it to 80.");
        }

        if (OfTheHouse.Any(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            || writes.First<long?>("SELECT id FROM agenda_template WHERE name = @name", new { name }) is not null)
        {
            throw new RefusedException("Name", $"There is a template “{name}” already. Choose another name, or remove that one first.");
        }

        var id = writes.Insert("""
            INSERT INTO agenda_template (name, content, created_at, created_by) VALUES (@name, @content, @Now, @by)
            """, new { name, content = TemplateFile.Write(template with { Name = name, Key = "" }), writes.Now, by });
        return KeyOf(id);
    }

    /// <summary>Removes an own template; workshops that started from it keep their agenda.</summary>
    public static void Remove(Writes writes, string? key)
    {
        if (Own(writes).FirstOrDefault(one => one.Key == key) is { } own)
        {
            writes.Execute("DELETE FROM agenda_template WHERE name = @Name", new { own.Name });
        }
    }

    private static AgendaTemplate Of(Row row) => TemplateFile.Read(row.Content) with { Key = KeyOf(row.Id), Name = row.Name };

    private static string KeyOf(long id) => $"own-{id}";

    private static AgendaTemplate Embedded(string key)
    {
        using var stream = typeof(AgendaTemplates).Assembly.GetManifestResourceStream($"agenda/{key}.json")
            ?? throw new InvalidOperationException($"The agenda {key} is not in the program.");
        using var text = new StreamReader(stream);
        return TemplateFile.Read(text.ReadToEnd());
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Content { get; init; } = "";
    }
}
