using System.Xml.Linq;
using WorkshopHub.Tests.Reports.Outcome;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Forms.Deck;

namespace WorkshopHub.Tests.Reports.Forms;

/// <summary>What can be told apart, and what lies over nothing.</summary>
public sealed partial class SlidesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_note_of_any_length_stands_above_the_foot_of_its_slide_and_below_what_is_there(int lines)
    {
        var words = string.Join(' ', Enumerable.Repeat("Answers without names, kick-off, mid-term and final; who knows whom, as counts.", lines * 2));
        foreach (var full in new[] { Flow.Body.Height, Flow.Body.Height - 15 })
        {
            var flow = new Flow("Full", "").Put(full, (_, _) => { }).Note("Means of answers from 1 to 5.").Note(words);
            foreach (var note in flow.Pages.SelectMany(page => page.Things(2, _ => "")))
            {
                var (top, high) = (Of(note, "off", "y"), Of(note, "ext", "cy"));
                Assert.InRange(top + high, 0, DeckLook.Foot.Y);
                Assert.True(note.Value.Length < 30 || high >= Math.Ceiling(lines / 2.0) * 9, "It has the room that its words need.");
            }

            Assert.All(flow.Pages[0].Things(2, _ => ""), note => Assert.True(Of(note, "off", "y") >= Flow.Body.Y + full - 0.01));
        }

        static double Of(XElement note, string name, string part) => (double)note.Descendants().First(one => one.Name.LocalName == name).Attribute(part)! / 12700;
    }

    [Theory]
    [InlineData("The drivers closed 60 of them from memory before lunch", 2869.8, 3222.2)]
    [InlineData("Commissioning engineers would move all meters in August", 2970.8, 3340)]
    public void Words_have_the_room_that_they_take_in_DejaVu_Sans(string words, double wide, double bold)
    {
        Assert.False(new Para(words, 100).IsOneLine(wide - 1)); // both as a browser measures them, in letters of a hundred points
        Assert.False(new Para(words, 100, true).IsOneLine(bold - 1));
        Assert.True(new Para(words, 100, true).IsOneLine(bold * 1.15));
    }

    [Fact]
    public void No_two_parts_of_a_bar_have_one_colour()
    {
        using var deck = Open(ReportDeck.Of(ReportExample.Published));
        var charts = Slides(deck).SelectMany(slide => slide.ChartParts).Select(chart => XDocument.Load(chart.GetStream()).Descendants().Where(one => one.Name.LocalName == "ser")
            .Select(series => series.Elements().First(one => one.Name.LocalName == "spPr").Descendants().First(one => one.Name.LocalName == "srgbClr").Attribute("val")!.Value).ToList()).ToList();
        Assert.Contains(charts, colours => colours.Count >= 5); // goals, whose neighbouring values stand together in other ways at each moment
        Assert.All(charts, colours => Assert.Equal(colours.Distinct(), colours));
    }
}
