using System.Globalization;
using System.Xml.Linq;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Bars, as a chart that PowerPoint and LibreOffice draw themselves and whose figures can be edited there.</summary>
/// <param name="Words">What it shows, for who can't see it.</param>
/// <param name="Categories">What stands beside the bars, from the top.</param>
/// <param name="Series">What is compared.</param>
internal sealed record DeckChart(string Words, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    private static XNamespace C { get; } = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static XNamespace A { get; } = Draw.A;

    /// <summary>Whether the parts of a bar stand on each other instead of beside.</summary>
    public bool IsStacked { get; init; }

    /// <summary>Where the scale begins: at zero where nothing else is said, so that the length of a bar tells the truth.</summary>
    public double From { get; init; }

    /// <summary>Where it ends, or null.</summary>
    public double? To { get; init; }

    /// <summary>Points of its letters.</summary>
    public double Letter { get; init; } = 11;

    /// <summary>How figures are written.</summary>
    public string Format { get; init; } = "General";

    /// <summary>The chart's part.</summary>
    /// <param name="workbook">The link to the workbook inside, in which its figures stand.</param>
    public XElement Part(string workbook) => new(
        C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", Draw.R),
        Val("date1904", "0"), Val("roundedCorners", "0"),
        new XElement(
            C + "chart", Val("autoTitleDeleted", "1"),
            new XElement(C + "plotArea", new XElement(C + "layout"), Bars(), Names(), Scale()),
            Series.Count > 1 ? new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", "0"), Letters(Letter, Ink.Black)) : null,
            Val("plotVisOnly", "1"), Val("dispBlanksAs", "gap")),
        new XElement(C + "spPr", Draw.Fill(null), Draw.Line("ln", null, 0)),
        Letters(Letter, Ink.Black),
        new XElement(C + "externalData", new XAttribute(Draw.R + "id", workbook), Val("autoUpdate", "0")));

    /// <summary>Its frame on a slide.</summary>
    public XElement Frame(int id, string name, Box box, string link) => new(
        Draw.P + "graphicFrame",
        new XElement(
            Draw.P + "nvGraphicFramePr",
            new XElement(Draw.P + "cNvPr", new XAttribute("id", id), new XAttribute("name", XmlText.Clean(name)), new XAttribute("descr", XmlText.Clean(Words))),
            new XElement(Draw.P + "cNvGraphicFramePr"), new XElement(Draw.P + "nvPr")),
        Draw.Place(Draw.P + "xfrm", box),
        new XElement(
            A + "graphic",
            new XElement(A + "graphicData", new XAttribute("uri", C.NamespaceName), new XElement(C + "chart", new XAttribute(Draw.R + "id", link)))));

    private XElement Bars() => new(
        C + "barChart", Val("barDir", "bar"), Val("grouping", IsStacked ? "stacked" : "clustered"), Val("varyColors", "0"),
        Series.Select(One), Val("gapWidth", Categories.Count * Series.Count < 3 ? "150" : IsStacked ? "45" : "55"), Val("overlap", IsStacked ? "100" : "-5"), Val("axId", "111"), Val("axId", "222"));

    private XElement One(ChartSeries series, int at)
    {
        var column = (char)('B' + at);
        var light = Ink.IsLight(series.Colour);
        return new XElement(
            C + "ser", Val("idx", $"{at}"), Val("order", $"{at}"),
            new XElement(C + "tx", Text($"Figures!${column}$1", [series.Name])),
            new XElement(C + "spPr", Draw.Fill(series.Colour), Draw.Line("ln", Ink.Black, 0.75)),
            Val("invertIfNegative", "0"),
            new XElement(
                C + "dLbls", new XElement(C + "numFmt", new XAttribute("formatCode", IsStacked ? "0;;" : Format), new XAttribute("sourceLinked", "0")),
                new XElement(C + "spPr", Draw.Fill(null), Draw.Line("ln", null, 0)),
                Letters(Letter, IsStacked && !light ? "FFFFFF" : Ink.Black), Val("dLblPos", IsStacked ? "ctr" : "outEnd"),
                Val("showLegendKey", "0"), Val("showVal", "1"), Val("showCatName", "0"), Val("showSerName", "0"), Val("showPercent", "0"), Val("showBubbleSize", "0")),
            new XElement(C + "cat", Text($"Figures!$A$2:$A${Categories.Count + 1}", Categories)),
            new XElement(
                C + "val",
                new XElement(
                    C + "numRef", new XElement(C + "f", $"Figures!${column}$2:${column}${Categories.Count + 1}"),
                    new XElement(
                        C + "numCache", new XElement(C + "formatCode", "General"), Val("ptCount", $"{Categories.Count}"),
                        series.Values.Select((value, n) => value is { } known
                            ? new XElement(C + "pt", new XAttribute("idx", n), new XElement(C + "v", known.ToString("R", CultureInfo.InvariantCulture))) : null)))));
    }

    private XElement Names() => new(
        C + "catAx", Val("axId", "111"), new XElement(C + "scaling", Val("orientation", "maxMin")), Val("delete", "0"), Val("axPos", "l"),
        Val("majorTickMark", "none"), Val("minorTickMark", "none"), Val("tickLblPos", "low"),
        new XElement(C + "spPr", Draw.Line("ln", Ink.Edge, 1)), Letters(Letter + 1, Ink.Black), Val("crossAx", "222"), Val("crosses", "autoZero"), Val("auto", "1"),
        Val("lblAlgn", "ctr"), Val("lblOffset", "100"), Val("noMultiLvlLbl", "0"));

    private XElement Scale() => new(
        C + "valAx", Val("axId", "222"),
        new XElement(
            C + "scaling", Val("orientation", "minMax"), To is { } to ? Val("max", to.ToString(CultureInfo.InvariantCulture)) : null,
            Val("min", From.ToString(CultureInfo.InvariantCulture))),
        Val("delete", "0"), Val("axPos", "b"), new XElement(C + "majorGridlines", new XElement(C + "spPr", Draw.Line("ln", Ink.Rule, 0.75))),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")), Val("majorTickMark", "none"), Val("minorTickMark", "none"),
        Val("tickLblPos", "nextTo"), new XElement(C + "spPr", Draw.Line("ln", null, 0)), Letters(Letter - 1, Ink.Soft), Val("crossAx", "111"), Val("crosses", "max"),
        Val("crossBetween", "between"), To - From <= 10 ? Val("majorUnit", "1") : null);

    private static XElement Text(string where, IReadOnlyList<string> words) => new(
        C + "strRef", new XElement(C + "f", where),
        new XElement(
            C + "strCache", Val("ptCount", $"{words.Count}"),
            words.Select((word, n) => new XElement(C + "pt", new XAttribute("idx", n), new XElement(C + "v", XmlText.Clean(word))))));

    private static XElement Letters(double size, string colour) => new(
        C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
        new XElement(
            A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", Draw.Number(size * 100)), Draw.Fill(colour))),
            new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB"))));

    private static XElement Val(string name, string value) => new(C + name, new XAttribute("val", value));
}

/// <summary>One of the things that a chart compares.</summary>
/// <param name="Name">Its name, as the legend has it.</param>
/// <param name="Colour">The colour of its bars.</param>
/// <param name="Values">A figure for each category; null where nothing was recorded.</param>
internal sealed record ChartSeries(string Name, string Colour, IReadOnlyList<double?> Values);
