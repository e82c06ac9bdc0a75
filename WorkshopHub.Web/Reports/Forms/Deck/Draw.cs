using System.Globalization;
using System.Xml.Linq;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Where something stands on a slide of 960 by 540 points, from the top left.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height);

/// <summary>Shapes of a slide, as the format of presentations (ECMA-376, DrawingML) writes them. All text is cleaned here.</summary>
internal static class Draw
{
    /// <summary>Shapes and their text.</summary>
    public static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Slides.</summary>
    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";

    /// <summary>Links from one part to another.</summary>
    public static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A number as the format writes it.</summary>
    public static string Number(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Points as the format counts them.</summary>
    public static string Emu(double points) => Number(points * 12700);

    /// <summary>A colour filled in, or none.</summary>
    public static XElement Fill(string? colour) => colour is null ? new XElement(A + "noFill")
        : new XElement(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    /// <summary>A line of some points, or none.</summary>
    public static XElement Line(string name, string? colour, double points) => colour is null
        ? new XElement(A + name, new XElement(A + "noFill")) : new XElement(A + name, new XAttribute("w", Emu(points)), Fill(colour));

    /// <summary>A paragraph; in a script that runs from right to left it does.</summary>
    public static XElement Paragraph(Para para)
    {
        var size = new XAttribute("sz", Number(para.Size * 100));
        var properties = new XElement(
            A + "pPr", para.IsRightToLeft ? new XAttribute("rtl", "1") : null,
            new XAttribute("algn", para.Align ?? (para.IsRightToLeft ? "r" : "l")),
            new XElement(A + "lnSpc", new XElement(A + "spcPct", new XAttribute("val", "96000"))),
            new XElement(A + "spcBef", new XElement(A + "spcPts", new XAttribute("val", "0"))),
            new XElement(A + "spcAft", new XElement(A + "spcPts", new XAttribute("val", Number(para.After * 100)))),
            new XElement(A + "buNone"));
        return new XElement(A + "p", properties, para.Runs.SelectMany(run => Runs(run, para.Size)), new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB"), size));
    }

    /// <summary>Text in a box, without a frame.</summary>
    public static XElement Text(int id, string name, Box box, IEnumerable<Para> paras, string anchor = "t") =>
        Shape(id, name, box, "rect", null, null, paras, anchor);

    /// <summary>A shape: its outline is a preset of the format, e.g. rect or ellipse.</summary>
    public static XElement Shape(
        int id, string name, Box box, string preset, string? fill, string? edge = null, IEnumerable<Para>? paras = null, string anchor = "ctr", double edgeWidth = 1) =>
        new(
            P + "sp",
            new XElement(
                P + "nvSpPr", new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", XmlText.Clean(name))),
                new XElement(P + "cNvSpPr", paras is null ? null : new XAttribute("txBox", "1")), new XElement(P + "nvPr")),
            new XElement(
                P + "spPr", Place(A + "xfrm", box), new XElement(A + "prstGeom", new XAttribute("prst", preset), new XElement(A + "avLst")), Fill(fill), Line("ln", edge, edgeWidth)),
            new XElement(
                P + "txBody",
                new XElement(
                    A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", "0"), new XAttribute("tIns", "0"), new XAttribute("rIns", "0"),
                    new XAttribute("bIns", "0"), new XAttribute("anchor", anchor)),
                new XElement(A + "lstStyle"),
                (paras ?? []).Select(Paragraph).DefaultIfEmpty(new XElement(A + "p"))));

    /// <summary>A straight line from the left to the right of a box, with an arrow at its end where one is wanted.</summary>
    public static XElement Stroke(int id, string name, Box box, string colour, double points, bool arrow = false)
    {
        var line = Line("ln", colour, points);
        if (arrow)
        {
            line.Add(new XElement(A + "tailEnd", new XAttribute("type", "triangle")));
        }

        var place = Place(A + "xfrm", box with { X = Math.Min(box.X, box.X + box.Width), Width = Math.Abs(box.Width) });
        if (box.Width < 0)
        {
            place.Add(new XAttribute("flipH", "1"));
        }

        return new XElement(
            P + "cxnSp",
            new XElement(
                P + "nvCxnSpPr", new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)), new XElement(P + "cNvCxnSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", place, new XElement(A + "prstGeom", new XAttribute("prst", "line"), new XElement(A + "avLst")), line));
    }

    /// <summary>Where something stands.</summary>
    public static XElement Place(XName name, Box box) => new(
        name, new XElement(A + "off", new XAttribute("x", Emu(box.X)), new XAttribute("y", Emu(box.Y))),
        new XElement(A + "ext", new XAttribute("cx", Emu(box.Width)), new XAttribute("cy", Emu(box.Height))));

    private static IEnumerable<XElement> Runs(Run run, double size)
    {
        var lines = XmlText.Clean(run.Text).ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0)
            {
                yield return new XElement(A + "br", Look(run, size));
            }

            yield return new XElement(A + "r", Look(run, size), new XElement(A + "t", lines[at]));
        }
    }

    private static XElement Look(Run run, double size) => new(
        A + "rPr", new XAttribute("lang", "en-GB"), new XAttribute("sz", Number((run.Size ?? size) * 100)), new XAttribute("b", run.Bold ? "1" : "0"),
        new XAttribute("dirty", "0"), Fill(run.Colour), new XElement(A + "latin", new XAttribute("typeface", "+mn-lt")));
}
