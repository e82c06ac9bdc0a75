using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Slides as a file (PPTX): real text, native tables and charts, a title for each slide.</summary>
internal static class DeckFile
{
    private static readonly bool[] _layouts = [true, false]; // the cover's, and all others'

    private static XNamespace P { get; } = Draw.P;

    /// <summary>The file.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="author">Whose it is: the organisation.</param>
    /// <param name="foot">What stands at the foot of each slide.</param>
    /// <param name="at">When it was written.</param>
    /// <param name="pages">The slides.</param>
    public static byte[] Of(string title, string author, string foot, DateTimeOffset at, IReadOnlyList<DeckPage> pages)
    {
        using var stream = new MemoryStream();
        using (var document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            document.PackageProperties.Title = XmlText.Clean(title);
            document.PackageProperties.Creator = XmlText.Clean(author);
            document.PackageProperties.Created = at.UtcDateTime;
            document.PackageProperties.Modified = at.UtcDateTime;
            var presentation = document.AddPresentationPart();
            var (master, layouts) = Look(presentation);
            var under = pages.Any(page => page.Notes.Count > 0) ? DeckNotes.Master(presentation) : null;
            var slides = pages.Select((page, n) => Slide(presentation, layouts[page.IsCover ? 0 : 1], under, page, foot, n + 1)).ToList();
            Write(presentation, new XElement(
                P + "presentation", DeckLook.Spaces(),
                new XElement(P + "sldMasterIdLst", new XElement(P + "sldMasterId", new XAttribute("id", 2147483648), new XAttribute(Draw.R + "id", presentation.GetIdOfPart(master)))),
                under is null ? null : new XElement(P + "notesMasterIdLst", new XElement(P + "notesMasterId", new XAttribute(Draw.R + "id", presentation.GetIdOfPart(under)))),
                new XElement(P + "sldIdLst", slides.Select((slide, n) => new XElement(P + "sldId", new XAttribute("id", 256 + n), new XAttribute(Draw.R + "id", presentation.GetIdOfPart(slide))))),
                new XElement(P + "sldSz", new XAttribute("cx", Draw.Emu(960)), new XAttribute("cy", Draw.Emu(540))),
                new XElement(P + "notesSz", new XAttribute("cx", "6858000"), new XAttribute("cy", "9144000"))));
        }

        return stream.ToArray();
    }

    private static (SlideMasterPart Master, IReadOnlyList<SlideLayoutPart> Layouts) Look(PresentationPart presentation)
    {
        var master = presentation.AddNewPart<SlideMasterPart>();
        var layouts = _layouts.Select(cover =>
        {
            var layout = master.AddNewPart<SlideLayoutPart>();
            layout.AddPart(master);
            Write(layout, DeckLook.Layout(cover));
            return layout;
        }).ToList();
        Write(master, DeckLook.Master([.. layouts.Select(master.GetIdOfPart)]));
        var theme = master.AddNewPart<ThemePart>();
        Write(theme, DeckLook.Theme());
        presentation.AddPart(theme);
        return (master, layouts);
    }

    private static SlidePart Slide(PresentationPart presentation, SlideLayoutPart layout, NotesMasterPart? under, DeckPage page, string foot, int number)
    {
        var part = presentation.AddNewPart<SlidePart>();
        part.AddPart(layout);
        var title = DeckLook.Holder(2, "Title", page.IsCover ? "ctrTitle" : "title", null, page.IsCover ? DeckLook.CoverBox : DeckLook.TitleBox, page.Title, TitleSize(page));
        var eyebrow = page.Eyebrow.Length == 0 ? null
            : Draw.Text(5, "Where", page.IsCover ? new Box(48, 44, 864, 20) : new Box(620, 14, 292, 14), [new Para(page.Eyebrow, page.IsCover ? 16 : 10, page.IsCover, Ink.Soft) { Align = page.IsCover ? null : "r", After = 0 }]);
        Write(part, new XElement(
            P + "sld", DeckLook.Spaces(),
            new XElement(
                P + "cSld",
                DeckLook.Tree(
                [
                    title, .. eyebrow is null ? Array.Empty<XElement>() : [eyebrow], .. page.Things(6, chart => Chart(part, chart)),
                    DeckLook.Holder(3, "Foot", "ftr", 3, DeckLook.Foot, foot, 10), DeckLook.Holder(4, "Page", "sldNum", 4, DeckLook.PageBox, $"{number}", 10),
                ])),
            new XElement(P + "clrMapOvr", new XElement(Draw.A + "masterClrMapping"))));
        if (under is not null && page.Notes.Count > 0)
        {
            DeckNotes.Put(part, under, page.Notes);
        }

        return part;
    }

    private static double TitleSize(DeckPage page)
    {
        var sizes = page.IsCover ? new double[] { 60, 48, 40, 32, 26 } : [26, 22, 19, 16];
        var box = page.IsCover ? DeckLook.CoverBox : DeckLook.TitleBox;
        return sizes.FirstOrDefault(size => new Para(page.Title, size, true) { After = 0 }.Height(box.Width) <= box.Height, sizes[^1]);
    }

    private static string Chart(SlidePart slide, DeckChart chart)
    {
        var part = slide.AddNewPart<ChartPart>();
        var workbook = part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx);
        using (var figures = new MemoryStream(Workbooks.Figures(chart)))
        {
            workbook.FeedData(figures);
        }

        Write(part, chart.Part(part.GetIdOfPart(workbook)));
        return slide.GetIdOfPart(part);
    }

    /// <summary>Writes the content of a part.</summary>
    public static void Write(OpenXmlPart part, XElement content)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        new XDocument(new XDeclaration("1.0", "utf-8", "yes"), content).Save(stream, SaveOptions.DisableFormatting);
    }
}
