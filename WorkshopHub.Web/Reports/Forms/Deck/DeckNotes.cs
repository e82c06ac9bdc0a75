using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Notes under slides: whoever shows them reads there what has no room on them, and what stands behind each figure.</summary>
internal static class DeckNotes
{
    private static XNamespace A { get; } = Draw.A;
    private static XNamespace P { get; } = Draw.P;

    /// <summary>The look of all notes.</summary>
    public static NotesMasterPart Master(PresentationPart presentation)
    {
        var master = presentation.AddNewPart<NotesMasterPart>();
        DeckFile.Write(master, new XElement(
            P + "notesMaster", DeckLook.Spaces(),
            new XElement(
                P + "cSld",
                new XElement(P + "bg", new XElement(P + "bgPr", new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "bg1"))), new XElement(A + "effectLst"))),
                DeckLook.Tree(Picture(new Box(54, 54, 432, 243)), Words([], new Box(54, 315, 432, 351)))),
            DeckLook.ColourMap()));
        DeckFile.Write(master.AddNewPart<ThemePart>(), DeckLook.Theme());
        return master;
    }

    /// <summary>Puts notes under a slide.</summary>
    public static void Put(SlidePart slide, NotesMasterPart master, IReadOnlyList<string> lines)
    {
        var notes = slide.AddNewPart<NotesSlidePart>();
        notes.AddPart(master);
        notes.AddPart(slide);
        DeckFile.Write(notes, new XElement(
            P + "notes", DeckLook.Spaces(),
            new XElement(P + "cSld", DeckLook.Tree(Picture(null), Words(lines, null))),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));
    }

    private static XElement Picture(Box? box) => Holder(
        2, "Slide", "sldImg", box, new XElement(A + "spLocks", new XAttribute("noGrp", "1"), new XAttribute("noRot", "1"), new XAttribute("noChangeAspect", "1")));

    private static XElement Words(IReadOnlyList<string> lines, Box? box)
    {
        var holder = Holder(3, "Notes", "body", box, new XElement(A + "spLocks", new XAttribute("noGrp", "1")));
        holder.Add(new XElement(
            P + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
            lines.Select(line => Draw.Paragraph(new Para(line, 11) { After = 3 })).DefaultIfEmpty(new XElement(A + "p"))));
        return holder;
    }

    private static XElement Holder(int id, string name, string type, Box? box, XElement locks) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr", new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)), new XElement(P + "cNvSpPr", locks),
            new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", type), type == "body" ? new XAttribute("idx", 1) : null))),
        new XElement(P + "spPr", box is { } at ? [Draw.Place(A + "xfrm", at), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))] : Array.Empty<XElement>()));
}
