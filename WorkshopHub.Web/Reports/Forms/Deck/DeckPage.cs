using System.Xml.Linq;

namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>One slide: its title and what stands on it, in the order in which it is read.</summary>
internal sealed class DeckPage(string title, string eyebrow = "", bool cover = false)
{
    private readonly List<Func<int, Func<DeckChart, string>, XElement>> _things = [];

    /// <summary>What the slide is called: its heading, and its line in the outline.</summary>
    public string Title => title;

    /// <summary>A few words above the title; may be empty.</summary>
    public string Eyebrow => eyebrow;

    /// <summary>What stands in the notes under it: details that have no room on it. Empty: it has none.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>The first slide, with a large title.</summary>
    public bool IsCover => cover;

    /// <summary>Puts something on it: it gets a number of its own.</summary>
    public DeckPage Put(Func<int, XElement> thing)
    {
        _things.Add((id, _) => thing(id));
        return this;
    }

    /// <summary>Puts a chart on it.</summary>
    public DeckPage Put(DeckChart chart, string name, Box box)
    {
        _things.Add((id, link) => chart.Frame(id, name, box, link(chart)));
        return this;
    }

    /// <summary>All things, with numbers from one on.</summary>
    /// <param name="first">The first number that is free.</param>
    /// <param name="link">Keeps a chart beside the slide and gives the link to it.</param>
    public IEnumerable<XElement> Things(int first, Func<DeckChart, string> link) => _things.Select((thing, at) => thing(first + at, link));
}
