using System.Globalization;
using System.Xml.Linq;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>A table as a slide has it: real cells with real text.</summary>
/// <param name="Columns">What stands over the columns.</param>
/// <param name="Widths">The columns' widths, in parts.</param>
/// <param name="Rows">The cells.</param>
internal sealed record DeckTable(IReadOnlyList<string> Columns, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<DeckCell>> Rows)
{
    private const double NumberPad = 16;

    /// <summary>Points of its letters.</summary>
    public double Size { get; init; } = 12;

    /// <summary>Points of room around what stands in a cell.</summary>
    public double Pad { get; init; } = 5;

    /// <summary>The height of its head, in a width of some points.</summary>
    public double HeadHeight(double width) => RowHeight([.. Columns.Select(column => new DeckCell(column) { Bold = true })], width);

    /// <summary>The height of a row, in a width of some points.</summary>
    public double RowHeight(IReadOnlyList<DeckCell> row, double width) => row.Zip(Parts(width), (cell, wide) => Paras(cell).Sum(para => para.Height(wide - (cell.IsNumber ? NumberPad : Pad) - 2))).DefaultIfEmpty(0).Max() + (2 * Pad);

    /// <summary>It, at a place.</summary>
    public XElement Draw(int id, string name, string words, Box box)
    {
        var a = Deck.Draw.A;
        var p = Deck.Draw.P;
        var widths = Parts(box.Width);
        return new XElement(
            p + "graphicFrame",
            new XElement(
                p + "nvGraphicFramePr",
                new XElement(p + "cNvPr", new XAttribute("id", id), new XAttribute("name", XmlText.Clean(name)), new XAttribute("descr", XmlText.Clean(words))),
                new XElement(p + "cNvGraphicFramePr", new XElement(a + "graphicFrameLocks", new XAttribute("noGrp", "1"))), new XElement(p + "nvPr")),
            Deck.Draw.Place(p + "xfrm", box),
            new XElement(
                a + "graphic",
                new XElement(
                    a + "graphicData", new XAttribute("uri", "http://schemas.openxmlformats.org/drawingml/2006/table"),
                    new XElement(
                        a + "tbl", new XElement(a + "tblPr", new XAttribute("firstRow", "1")),
                        new XElement(a + "tblGrid", widths.Select(width => new XElement(a + "gridCol", new XAttribute("w", Deck.Draw.Emu(width))))),
                        Row([.. Columns.Index().Select(column => new DeckCell(column.Item) { Bold = true, Colour = Ink.Soft, IsNumber = Rows is [var first, ..] && first[column.Index].IsNumber })], box.Width, head: true),
                        Rows.Select(row => Row(row, box.Width, head: false))))));
    }

    private XElement Row(IReadOnlyList<DeckCell> row, double width, bool head) => new(
        Deck.Draw.A + "tr", new XAttribute("h", Deck.Draw.Emu(RowHeight(row, width))),
        row.Select(cell => Cell(cell, head)));

    private XElement Cell(DeckCell cell, bool head)
    {
        var a = Deck.Draw.A;
        var pad = Deck.Draw.Emu(Pad);
        return new XElement(
            a + "tc",
            new XElement(a + "txBody", new XElement(a + "bodyPr"), new XElement(a + "lstStyle"), Paras(cell).Select(Deck.Draw.Paragraph)),
            new XElement(
                a + "tcPr", new XAttribute("marL", cell.Fill is null ? "0" : pad), new XAttribute("marR", cell.IsNumber && cell.Fill is null ? Deck.Draw.Emu(NumberPad) : pad), new XAttribute("marT", pad), new XAttribute("marB", pad),
                new XAttribute("anchor", head ? "b" : "t"),
                Deck.Draw.Line("lnL", null, 0), Deck.Draw.Line("lnR", null, 0), Deck.Draw.Line("lnT", null, 0), Deck.Draw.Line("lnB", head ? Ink.Black : Ink.Rule, head ? 1.5 : 1),
                Deck.Draw.Fill(cell.Fill)));
    }

    private IEnumerable<Para> Paras(DeckCell cell) =>
        [new Para(cell.Text, Size, cell.Bold, cell.Colour) { After = 0, Align = cell.IsNumber ? "r" : null }];

    private List<double> Parts(double width) => [.. Widths.Select(part => Math.Floor(width * part / Widths.Sum()))];
}

/// <summary>A cell.</summary>
/// <param name="Text">Its words.</param>
internal sealed record DeckCell(string Text)
{
    /// <summary>Whether they are bold.</summary>
    public bool Bold { get; init; }

    /// <summary>Whether they stand at the right, as numbers do.</summary>
    public bool IsNumber { get; init; }

    /// <summary>The colour of the words.</summary>
    public string Colour { get; init; } = Ink.Black;

    /// <summary>The colour behind them, or null.</summary>
    public string? Fill { get; init; }

    /// <summary>A cell of a count.</summary>
    public static DeckCell Of(long count) => new(count.ToString(CultureInfo.InvariantCulture)) { IsNumber = true };
}
