using System.Globalization;
using WorkshopHub.Web.Reports.Outcome;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Reports.Forms;

/// <summary>A table of a report as a sheet has it: a name, what stands over the columns, and the rows below.</summary>
/// <param name="Name">The sheet's name, each once.</param>
/// <param name="Columns">The columns, each once.</param>
public sealed record FormTable(string Name, params IReadOnlyList<string> Columns)
{
    private readonly List<IReadOnlyList<object>> _rows = [];

    /// <summary>The cells: a number where one is known, else text that is safe in a spreadsheet. None is empty for want of knowing.</summary>
    public IReadOnlyList<IReadOnlyList<object>> Rows => _rows;

    /// <summary>Adds a row; what is null was not recorded, and says so.</summary>
    public FormTable Row(params IReadOnlyList<object?> cells)
    {
        if (cells.Count != Columns.Count)
        {
            throw new ArgumentException($"{Name} has {Columns.Count} columns, not {cells.Count}.", nameof(cells));
        }

        _rows.Add([.. cells.Select(Cell)]);
        return this;
    }

    private static object Cell(object? value) => value switch
    {
        null => Figure.NotRecorded,
        string text => Formula.Harmless(XmlText.Clean(text)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        double number => number,
        int number => (double)number,
        long number => (double)number,
        _ => throw new ArgumentException($"{value.GetType().Name} is no cell of {nameof(FormTable)}.", nameof(value)),
    };
}
