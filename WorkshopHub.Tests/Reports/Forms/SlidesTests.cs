using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Outcome;
using A = DocumentFormat.OpenXml.Drawing;
using Flow = WorkshopHub.Web.Reports.Forms.Deck.Flow;
using P = DocumentFormat.OpenXml.Presentation;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>The report as slides: sound as a file, whole in its words and figures, a title and a number on each.</summary>
public sealed partial class SlidesTests
{
    public static TheoryData<string> All { get; } = ["example", "draft", "hostile", "empty", "long"];

    [Theory]
    [MemberData(nameof(All))]
    public void The_validator_of_the_format_finds_nothing(string which)
    {
        using var deck = Open(ReportDeck.Of(Report(which)));
        Assert.Equal([], new OpenXmlValidator(FileFormatVersions.Office2016).Validate(deck).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.NotEmpty(deck.PresentationPart!.SlideParts);
    }

    [Fact]
    public void Each_section_that_is_shown_has_its_slides_in_order_and_each_slide_a_title_and_its_number()
    {
        var report = ReportExample.Published;
        using var deck = Open(ReportDeck.Of(report));
        var slides = Slides(deck);
        var words = slides.Select(Words).ToList();
        Assert.Equal(["Keep the <Lights> On", "To begin with", .. report.Shown.Select(section => section.Title)], slides.Select(Title)); // one each
        Assert.DoesNotContain(slides, slide => Title(slide) == "Help that happened");
        Assert.DoesNotContain(words, text => text.Contains("The permit came in two days", StringComparison.Ordinal));
        foreach (var (at, slide) in slides.Index())
        {
            Assert.NotEmpty(Title(slide));
            var number = Assert.Single(slide.Slide!.Descendants<A.Field>());
            Assert.Equal(("slidenum", $"{at + 1}"), (number.Type!.Value, number.InnerText));
            Assert.Contains("Wendmere Water & Light · Keep the <Lights> On · Outcome report, version 2, 16 September 2026", words[at], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Figures_of_the_tree_stand_on_slides_and_charts_as_they_are()
    {
        var report = ReportExample.Published;
        using var deck = Open(ReportDeck.Of(report));
        var words = string.Join('\n', Slides(deck).Select(one => Words(one) + Notes(one)));
        foreach (var key in OnePage.Numbers)
        {
            Assert.Contains(report.Find(key)!.Words, words, StringComparison.Ordinal);
        }

        Assert.Contains("19.1%", words, StringComparison.Ordinal);
        Assert.Contains("9.5%", words, StringComparison.Ordinal);
        Assert.Contains("22 of 25", words, StringComparison.Ordinal);
        Assert.Contains("Done: Two from the depot. Ruth Lindqvist, 28 October 2026", words, StringComparison.Ordinal);
        Assert.Contains("Holes dug twice: 9.5%; n 398; From the programme’s own record; 15 September 2026.", words, StringComparison.Ordinal);
        Assert.Contains("n = 3 readings, the last of 398 cases", words, StringComparison.Ordinal);
        Assert.Contains("20 December 2026, Clio Client: Kept, 9.1%. All districts now", words, StringComparison.Ordinal);
        Assert.Contains("not told, of 10", words, StringComparison.Ordinal);
        var charts = Slides(deck).SelectMany(slide => slide.ChartParts).Select(chart => XDocument.Load(chart.GetStream())).ToList();
        Assert.Contains([9.0, 2.0], charts.SelectMany(Series));
        Assert.Contains([2.5, 3.1], charts.SelectMany(Series).Select(series => series.Select(value => Math.Round(value, 1)).ToList()));
        Assert.All(Slides(deck).SelectMany(slide => slide.ChartParts), chart => Assert.NotNull(chart.EmbeddedPackagePart));
    }

    [Fact]
    public void A_mean_is_rounded_on_a_slide_as_on_the_page()
    {
        var said = Agreement.Of([0, 1, 2, 1, 1], new DateOnly(2026, 9, 15), "Final");
        var report = ReportExample.Published with { Together = ReportExample.Published.Together! with { Statements = [new(1, "We share.", said with { Mean = 2.25 }, said with { Mean = 3.65 })] } };
        using var deck = Open(ReportDeck.Of(report));
        var series = Slides(deck).SelectMany(slide => slide.ChartParts).SelectMany(chart => Series(XDocument.Load(chart.GetStream()))).ToList();
        Assert.Contains([2.3], series);
        Assert.Contains([3.7], series);
    }

    [Fact]
    public void Whoever_cannot_see_it_is_told_what_a_chart_or_table_shows()
    {
        using var deck = Open(ReportDeck.Of(ReportExample.Published));
        var frames = Slides(deck).SelectMany(slide => slide.Slide!.Descendants<P.GraphicFrame>()).ToList();
        Assert.NotEmpty(frames);
        Assert.All(frames, frame => Assert.NotEmpty(frame.NonVisualGraphicFrameProperties!.NonVisualDrawingProperties!.Description!.Value!));
    }

    [Fact]
    public void Names_of_every_script_come_through_and_signs_that_no_file_may_hold_do_not()
    {
        using var deck = Open(ReportDeck.Of(HostileReport.Of()));
        var words = string.Join('\n', Slides(deck).Select(one => Words(one) + Notes(one)));
        Assert.All(HostileReport.Names, name => Assert.Contains(name, words, StringComparison.Ordinal));
        Assert.Contains(HostileReport.Mended, words, StringComparison.Ordinal);
        Assert.Contains(Slides(deck).SelectMany(slide => slide.Slide!.Descendants<A.Paragraph>()), one => one.InnerText.Contains("شرה", StringComparison.Ordinal)
            || (one.InnerText.StartsWith(HostileReport.Names[4], StringComparison.Ordinal) && one.ParagraphProperties!.RightToLeft!.Value));
    }

    [Fact]
    public void What_was_not_recorded_says_so_and_is_no_zero()
    {
        using var deck = Open(ReportDeck.Of(HostileReport.Empty()));
        var slides = Slides(deck);
        Assert.Equal(11, slides.Count);
        Assert.All(slides.Skip(2), slide => Assert.Contains("Not recorded.", Words(slide), StringComparison.Ordinal));
        Assert.Contains("not recorded", Words(slides[1]), StringComparison.Ordinal);
        Assert.DoesNotContain(slides.SelectMany(slide => slide.Slide!.Descendants<A.Text>()), text => text.Text == "0");
    }

    [Fact]
    public void Long_words_go_on_to_another_slide_and_nothing_runs_over_its_foot()
    {
        using var deck = Open(ReportDeck.Of(HostileReport.Long()));
        var slides = Slides(deck);
        Assert.Contains(slides, slide => Title(slide).EndsWith("(continued)", StringComparison.Ordinal));
        var words = string.Join('\n', slides.Select(one => Words(one) + Notes(one)));
        Assert.All(Enumerable.Range(1, 9), n => Assert.Contains($"Measure {n}", words, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 30), n => Assert.Contains($"{n} Everybody who dug", words, StringComparison.Ordinal));
        foreach (var place in slides.SelectMany(slide => slide.Slide!.Descendants<P.Transform>().Select(one => (one.Offset!.Y!.Value, one.Extents!.Cy!.Value))
            .Concat(slide.Slide!.Descendants<A.Transform2D>().Where(one => one.Offset is not null).Select(one => (one.Offset!.Y!.Value, one.Extents!.Cy!.Value)))))
        {
            Assert.InRange(place.Item1 + place.Item2, 0, 540 * 12700);
        }
    }

    [Fact]
    public void Two_notes_at_the_foot_of_a_full_slide_stand_beneath_each_other()
    {
        var flow = new Flow("Full", "").Put(Flow.Body.Height, (_, _) => { }).Note("Means of answers from 1 to 5.").Note("Sources: answers without names.");
        var tops = Assert.Single(flow.Pages).Things(2, _ => "").Select(note => (long)note.Descendants().First(one => one.Name.LocalName == "off").Attribute("y")!).ToList();
        Assert.Equal(2, tops.Count);
        Assert.InRange(tops[1] - tops[0], 9 * 12700, 20 * 12700);
    }

    [Fact]
    public void A_bar_begins_at_zero_or_where_its_scale_does_so_that_its_length_tells_the_truth()
    {
        using var deck = Open(ReportDeck.Of(ReportExample.Published));
        var begins = Slides(deck).SelectMany(slide => slide.ChartParts).Select(chart => XDocument.Load(chart.GetStream()).Descendants()
            .First(one => one.Name.LocalName == "valAx").Descendants().FirstOrDefault(one => one.Name.LocalName == "min")?.Attribute("val")?.Value).ToList();
        Assert.Contains("0", begins);
        Assert.All(begins, begin => Assert.True(begin is "0" or "1", $"A scale begins at {begin ?? "what the program chooses"}."));
    }

    [Fact]
    public void A_heading_goes_to_another_slide_with_what_it_stands_over()
    {
        using var deck = Open(ReportDeck.Of(HostileReport.Long()));
        using var example = Open(ReportDeck.Of(ReportExample.Published));
        foreach (var slide in Slides(deck).Concat(Slides(example)))
        {
            var names = slide.Slide!.Descendants<P.NonVisualDrawingProperties>().Select(one => one.Name!.Value).ToList();
            Assert.True(names.LastIndexOf("Heading") < names.Count - 1 && (names.LastIndexOf("Heading") < 0 || names[names.LastIndexOf("Heading") + 1] is not ("Heading" or "Footer")), Title(slide));
        }
    }

    [Fact]
    public void The_name_of_a_measure_stands_above_the_figures_of_its_drawing()
    {
        using var deck = Open(ReportDeck.Of(ReportExample.Published));
        foreach (var slide in Slides(deck).Where(one => Title(one) == "Problem by problem"))
        {
            var boxes = slide.Slide!.Descendants<P.Shape>().Where(one => one.ShapeProperties?.Transform2D is not null)
                .Select(one => (Name: one.NonVisualShapeProperties!.NonVisualDrawingProperties!.Name!.Value, Place: one.ShapeProperties!.Transform2D!)).ToList();
            foreach (var name in boxes.Where(one => one.Name == "Measure"))
            {
                var foot = name.Place.Offset!.Y!.Value + name.Place.Extents!.Cy!.Value;
                Assert.All(
                    boxes.Where(one => one.Name is "Now" or "Before" && one.Place.Offset!.Y!.Value > name.Place.Offset!.Y!.Value - 12700 && one.Place.Offset.Y.Value < name.Place.Offset.Y.Value + (60 * 12700)),
                    one => Assert.True(one.Place.Offset!.Y!.Value >= foot - 12700, $"{Title(slide)}: a figure stands in the name"));
            }
        }
    }

    [Fact]
    public async Task LibreOffice_opens_slides_and_sheets_with_all_that_is_in_them()
    {
        var report = HostileReport.Of();
        var slides = ReportDeck.Of(report);
        if (await OfficePrograms.ReadAsync(slides, "pptx", "fodp") is { } read)
        {
            using var deck = Open(slides);
            var text = XDocument.Parse(read);
            Assert.Equal(Slides(deck).Count, text.Descendants().Count(one => one.Name.LocalName == "page" && one.Name.NamespaceName.Contains("drawing", StringComparison.Ordinal)));
            Assert.Contains(HostileReport.Names[2], text.Root!.Value, StringComparison.Ordinal);
            Assert.Contains(HostileReport.Names[0], text.Root.Value, StringComparison.Ordinal);
        }

        if (await OfficePrograms.ReadAsync(Workbooks.Of(report), "xlsx", "fods") is { } sheets)
        {
            var text = XDocument.Parse(sheets);
            Assert.DoesNotContain(text.Descendants().Attributes(), attribute => attribute.Name.LocalName == "formula");
            Assert.Contains("'=1+1", text.Root!.Value, StringComparison.Ordinal);
            Assert.Contains(HostileReport.Names[2], text.Root.Value, StringComparison.Ordinal);
        }
    }

    private static OutcomeReport Report(string which) => which switch
    {
        "draft" => ReportExample.Whole(),
        "hostile" => HostileReport.Of(),
        "empty" => HostileReport.Empty(),
        "long" => HostileReport.Long(),
        _ => ReportExample.Published,
    };

    private static PresentationDocument Open(byte[] file) => PresentationDocument.Open(new MemoryStream(file), isEditable: false);

    private static List<SlidePart> Slides(PresentationDocument deck) =>
        [.. deck.PresentationPart!.Presentation!.SlideIdList!.Elements<P.SlideId>().Select(id => (SlidePart)deck.PresentationPart.GetPartById(id.RelationshipId!))];

    private static string Title(SlidePart slide) => slide.Slide!.Descendants<P.Shape>().First(shape => shape.Descendants<P.PlaceholderShape>()
        .Any(holder => holder.Type is { } type && (type == P.PlaceholderValues.Title || type == P.PlaceholderValues.CenteredTitle))).TextBody!.InnerText;

    private static string Notes(SlidePart slide) => string.Join('\n', slide.NotesSlidePart?.NotesSlide!.Descendants<A.Paragraph>().Select(one => one.InnerText) ?? []);

    private static string Words(SlidePart slide) => string.Join('\n', slide.Slide!.Descendants<A.Paragraph>().Select(one => one.InnerText));

    private static IEnumerable<List<double>> Series(XDocument chart) => chart.Descendants().Where(one => one.Name.LocalName == "val" && one.HasElements)
        .Select(series => series.Descendants().Where(one => one.Name.LocalName == "v").Select(one => double.Parse(one.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList());
}
