using System.Xml.Linq;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>The look that all slides share: theme, master and layouts. The letters are of a family that every office program has.</summary>
internal static class DeckLook
{
    private static XNamespace A { get; } = Draw.A;
    private static XNamespace P { get; } = Draw.P;

    /// <summary>Where the title stands.</summary>
    public static Box TitleBox { get; } = new(48, 44, 864, 40);

    /// <summary>Where the cover's title stands.</summary>
    public static Box CoverBox { get; } = new(48, 96, 864, 170);

    /// <summary>Where the body stands.</summary>
    public static Box Body { get; } = new(48, 96, 864, 396);

    /// <summary>Where the foot's words stand.</summary>
    public static Box Foot { get; } = new(48, 512, 760, 18);

    /// <summary>Where the number of the page stands.</summary>
    public static Box PageBox { get; } = new(832, 512, 80, 18);

    /// <summary>Colours, letters and lines.</summary>
    public static XElement Theme() => new(
        A + "theme", new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute("name", "WorkshopHub"),
        new XElement(
            A + "themeElements",
            new XElement(
                A + "clrScheme", new XAttribute("name", "WorkshopHub"),
                Colour("dk1", Ink.Black), Colour("lt1", Ink.Sheet), Colour("dk2", Ink.Soft), Colour("lt2", Ink.Sunk),
                Enumerable.Range(1, 6).Select(place => Colour($"accent{place}", Ink.OfSet(place))), Colour("hlink", Ink.OfSet(5)), Colour("folHlink", Ink.OfSet(6))),
            new XElement(A + "fontScheme", new XAttribute("name", "WorkshopHub"), Letters("majorFont"), Letters("minorFont")),
            new XElement(
                A + "fmtScheme", new XAttribute("name", "WorkshopHub"),
                new XElement(A + "fillStyleLst", Placeholder(), Placeholder(), Placeholder()),
                new XElement(A + "lnStyleLst", Enumerable.Range(0, 3).Select(_ => new XElement(A + "ln", new XAttribute("w", "9525"), Placeholder()))),
                new XElement(A + "effectStyleLst", Enumerable.Range(0, 3).Select(_ => new XElement(A + "effectStyle", new XElement(A + "effectLst")))),
                new XElement(A + "bgFillStyleLst", Placeholder(), Placeholder(), Placeholder()))));

    /// <summary>The master of all slides.</summary>
    public static XElement Master(IReadOnlyList<string> layouts) => new(
        P + "sldMaster", Spaces(),
        new XElement(
            P + "cSld",
            new XElement(P + "bg", new XElement(P + "bgPr", new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "bg1"))), new XElement(A + "effectLst"))),
            Tree(
                Draw.Shape(2, "Rule", new Box(48, 30, 864, 4), "rect", Ink.Black),
                Holder(3, "Title", "title", null, TitleBox, "Title", 26), Holder(4, "Body", "body", 1, Body, "Text", 16),
                Holder(5, "Foot", "ftr", 3, Foot, "", 10), Holder(6, "Page", "sldNum", 4, PageBox, "#", 10))),
        ColourMap(),
        new XElement(
            P + "sldLayoutIdLst",
            layouts.Select((link, at) => new XElement(P + "sldLayoutId", new XAttribute("id", 2147483649 + at), new XAttribute(Draw.R + "id", link)))),
        new XElement(
            P + "txStyles", Style("titleStyle", 26, bold: true), Style("bodyStyle", 16, bold: false), Style("otherStyle", 12, bold: false)));

    /// <summary>Which colours of the theme stand for what.</summary>
    public static XElement ColourMap() => new(
        P + "clrMap", new XAttribute("bg1", "lt1"), new XAttribute("tx1", "dk1"), new XAttribute("bg2", "lt2"), new XAttribute("tx2", "dk2"),
        Enumerable.Range(1, 6).Select(place => new XAttribute($"accent{place}", $"accent{place}")), new XAttribute("hlink", "hlink"), new XAttribute("folHlink", "folHlink"));

    /// <summary>A layout: the cover's, or that of all other slides.</summary>
    public static XElement Layout(bool cover) => new(
        P + "sldLayout", Spaces(), new XAttribute("type", cover ? "title" : "titleOnly"), new XAttribute("preserve", "1"),
        new XElement(
            P + "cSld", new XAttribute("name", cover ? "Cover" : "Title and room"),
            Tree(
                Holder(2, "Title", cover ? "ctrTitle" : "title", null, cover ? CoverBox : TitleBox, "Title", cover ? 60 : 26),
                Holder(3, "Foot", "ftr", 3, Foot, "", 10), Holder(4, "Page", "sldNum", 4, PageBox, "#", 10))),
        new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));

    /// <summary>The spaces of names that a part uses.</summary>
    public static IEnumerable<XAttribute> Spaces() =>
        [new(XNamespace.Xmlns + "a", A), new(XNamespace.Xmlns + "r", Draw.R), new(XNamespace.Xmlns + "p", P)];

    /// <summary>Shapes as the tree of a slide.</summary>
    public static XElement Tree(params IEnumerable<XElement> shapes) => new(
        P + "spTree",
        new XElement(
            P + "nvGrpSpPr", new XElement(P + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "")), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "grpSpPr"), shapes);

    /// <summary>A place that each slide fills: title, foot or page number.</summary>
    public static XElement Holder(int id, string name, string type, int? index, Box box, string text, double size)
    {
        var soft = type is "ftr" or "sldNum";
        var run = new Para(text, size, !soft && type != "body", soft ? Ink.Soft : Ink.Black) { After = 0, Align = type == "sldNum" ? "r" : null };
        var shape = Draw.Text(id, name, box, [run], type is "ctrTitle" ? "b" : type == "title" ? "ctr" : "t");
        shape.Element(P + "nvSpPr")!.Element(P + "cNvSpPr")!.ReplaceWith(new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", "1"))));
        shape.Element(P + "nvSpPr")!.Element(P + "nvPr")!.Add(
            new XElement(P + "ph", new XAttribute("type", type), soft ? new XAttribute("sz", "quarter") : null, index is { } at ? new XAttribute("idx", at) : null));
        if (type == "sldNum")
        {
            var r = shape.Descendants(A + "r").First();
            r.ReplaceWith(new XElement(A + "fld", new XAttribute("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"), new XAttribute("type", "slidenum"), r.Elements()));
        }

        return shape;
    }

    private static XElement Style(string name, double size, bool bold) => new(
        P + name,
        new XElement(
            A + "lvl1pPr", new XAttribute("algn", "l"), new XElement(A + "buNone"),
            new XElement(
                A + "defRPr", new XAttribute("sz", Draw.Number(size * 100)), new XAttribute("b", bold ? "1" : "0"),
                new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "tx1"))), new XElement(A + "latin", new XAttribute("typeface", "+mn-lt")))));

    private static XElement Colour(string name, string colour) => new(A + name, new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Letters(string name) => new(
        A + name, new XElement(A + "latin", new XAttribute("typeface", "Arial")), new XElement(A + "ea", new XAttribute("typeface", "")),
        new XElement(A + "cs", new XAttribute("typeface", "")));

    private static XElement Placeholder() => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "phClr")));
}
