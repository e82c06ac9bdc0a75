using WorkshopHub.Web.People;
using WorkshopHub.Web.People.Import;

namespace WorkshopHub.Web.Programmes;

/// <summary>A row of a pasted list.</summary>
/// <param name="Number">Its line in the list, from 1, header included.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail.</param>
/// <param name="Set">The set's name.</param>
/// <param name="Role">The role's word.</param>
/// <param name="Unit">Part of the organisation.</param>
/// <param name="JobTitle">Job title.</param>
/// <param name="Supervisor">Supervisor, by e-mail or name.</param>
public sealed record PasteRow(
    int Number, string Name, string Email, string Set, string Role, string Unit, string JobTitle, string Supervisor)
{
    /// <summary>Who it is, cleaned.</summary>
    public PersonDetails Details => new(NameOrder.Plain(Name), Email, JobTitle, Unit);
}

/// <summary>Reads a pasted list: columns by tab, semicolon or comma; a header, where there is one, names them.</summary>
public static class PasteTable
{
    private static readonly string[] _order = ["name", "email", "set", "role", "unit", "job", "supervisor"];

    private static readonly Dictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = "name",
        ["full name"] = "name",
        ["person"] = "name",
        ["member"] = "name",
        ["email"] = "email",
        ["e-mail"] = "email",
        ["mail"] = "email",
        ["e-mail address"] = "email",
        ["email address"] = "email",
        ["set"] = "set",
        ["group"] = "set",
        ["team"] = "set",
        ["role"] = "role",
        ["what they are"] = "role",
        ["unit"] = "unit",
        ["department"] = "unit",
        ["dept"] = "unit",
        ["dept."] = "unit",
        ["part of the organisation"] = "unit",
        ["job title"] = "job",
        ["job"] = "job",
        ["title"] = "job",
        ["position"] = "job",
        ["supervisor"] = "supervisor",
        ["manager"] = "supervisor",
        ["line manager"] = "supervisor",
        ["supervisor e-mail"] = "supervisor",
        ["supervisor email"] = "supervisor",
        ["line manager e-mail"] = "supervisor",
    };

    /// <summary>The rows of a list; empty lines are left out.</summary>
    /// <param name="text">As pasted.</param>
    /// <param name="strange">Words of its header that name no column: what stands below them is not read.</param>
    public static IReadOnlyList<PasteRow> Read(string? text, out IReadOnlyList<string> strange)
    {
        strange = [];
        var lines = TextRows.Read(text ?? "").Where(line => line.Cells.Any(cell => cell.Trim().Length > 0)).ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var header = lines[0].Cells.Select(cell => _words.GetValueOrDefault(cell.Trim())).ToList();
        var hasHeader = header.Contains("name") && header.Count(word => word is not null) * 2 >= lines[0].Cells.Count(cell => cell.Length > 0);
        IReadOnlyList<string?> columns = hasHeader ? header : _order;
        if (hasHeader)
        {
            strange = [.. lines[0].Cells.Select(cell => cell.Trim()).Where(cell => cell.Length > 0 && !_words.ContainsKey(cell))];
        }

        return [.. lines.Skip(hasHeader ? 1 : 0).Select(line => Row(line.Number, line.Cells, columns))];
    }

    private static PasteRow Row(int number, string[] cells, IReadOnlyList<string?> columns)
    {
        string Cell(string column)
        {
            var at = columns.Index().FirstOrDefault(pair => pair.Item == column, (Index: -1, null)).Index;
            return at >= 0 && at < cells.Length ? cells[at].Trim() : "";
        }

        return new PasteRow(
            number, Cell("name"), Cell("email"), Cell("set"), Cell("role"), Cell("unit"), Cell("job"), Cell("supervisor"));
    }
}
