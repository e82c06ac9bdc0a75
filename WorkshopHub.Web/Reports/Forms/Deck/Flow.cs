namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Fills slides from the top and goes on to another one where the room ends, so that nothing is cut and nothing runs over.</summary>
internal sealed class Flow(string title, string eyebrow, bool continues = false)
{
    private const double Gap = 12;
    private static readonly double[] _large = [34, 28, 22, 17];

    private readonly List<DeckPage> _pages = [];
    private double _y = double.MaxValue;
    private Para? _head;
    private (DeckPage? Page, double Used) _margin;

    /// <summary>The slides so far.</summary>
    public IReadOnlyList<DeckPage> Pages => _pages;

    /// <summary>Where the body of a slide stands.</summary>
    public static Box Body => DeckLook.Body;

    private double Left => Body.Y + Body.Height - _y;

    private DeckPage Page => _pages[^1];

    /// <summary>A heading inside a slide. It waits for what comes after it, and goes with it to another slide.</summary>
    public Flow Head(string text)
    {
        _head = new Para(text, 15, true) { After = 2 };
        return this;
    }

    /// <summary>Paragraphs.</summary>
    public Flow Say(params IEnumerable<Para> paras)
    {
        var open = new List<Para>();
        double height = 0;
        foreach (var para in paras.SelectMany(Cut))
        {
            var more = para.Height(Body.Width);
            if (open.Count > 0 && height + more > (_y > Body.Y + Body.Height ? 0 : Left))
            {
                Close(open, height);
                (open, height) = ([], 0);
            }

            if (open.Count == 0)
            {
                Room(more);
            }

            open.Add(para);
            height += more;
        }

        Close(open, height);
        return this;
    }

    /// <summary>Small words at the end of a part: where figures come from. They take the margin before they take a slide of their own.</summary>
    public Flow Note(string text)
    {
        var para = new Para(text, 10, false, Ink.Soft) { After = 0 };
        if (text.Length > 0 && _pages.Count > 0 && para.Height(Body.Width) > Left)
        {
            var small = para with { Size = 8 };
            var (high, used) = (small.Height(Body.Width), _margin.Page == Page ? _margin.Used : 0);
            var top = Math.Min(_y - (Gap / 2), Body.Y + Body.Height) + used; // what stands above ends at least so far up
            if (top + high <= DeckLook.Foot.Y)
            {
                var place = Body with { Y = top, Height = high };
                Page.Put(id => Draw.Text(id, "Note", place, [small]));
                _margin = (Page, used + high);
                return this;
            }
        }

        return text.Length == 0 ? this : Say(para);
    }

    /// <summary>A table; its head stands again on each slide that it reaches.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="table">The table.</param>
    public Flow Table(string name, DeckTable table)
    {
        var head = table.HeadHeight(Body.Width);
        var rows = new Queue<IReadOnlyList<DeckCell>>(table.Rows);
        while (rows.Count > 0)
        {
            Room(head + Math.Min(table.RowHeight(rows.Peek(), Body.Width), Body.Height - head));
            var here = new List<IReadOnlyList<DeckCell>>();
            var height = head;
            while (rows.Count > 0 && (here.Count == 0 || height + table.RowHeight(rows.Peek(), Body.Width) <= Left))
            {
                height += table.RowHeight(rows.Peek(), Body.Width);
                here.Add(rows.Dequeue());
            }

            var part = table with { Rows = here };
            var at = new Box(Body.X, _y, Body.Width, height);
            Page.Put(id => part.Draw(id, name, name, at));
            _y += height + Gap;
        }

        return this;
    }

    /// <summary>A chart, as high as it needs to be, or up to a quarter less where it then stands with what comes before it.</summary>
    public Flow Chart(string name, DeckChart chart, double height)
    {
        var at = Room(0.75 * height);
        var high = Math.Min(height, at.Height);
        Page.Put(chart, name, at with { Height = high });
        _y += high + Gap;
        return this;
    }

    /// <summary>Numbers that stand large, a few beside each other, each with what it counts.</summary>
    public Flow Numbers(IReadOnlyList<(string Value, string Words)> numbers, int across = 3)
    {
        foreach (var row in numbers.Chunk(across))
        {
            var wide = Body.Width / across;
            var words = row.Select(one => new Para(one.Words, 12) { After = 0 }).ToList();
            // Another font may stand in for the slides' own: there is room for one that runs wider.
            var large = _large.FirstOrDefault(size => row.All(one => new Para(one.Value, size, true).IsOneLine(0.8 * (wide - 16))), _large[^1]);
            var height = (large * 1.2) + words.Max(para => para.Height(0.85 * (wide - 20))) + 12;
            var at = Room(height);
            foreach (var (place, one) in row.Index())
            {
                var box = new Box(at.X + (place * wide), at.Y, wide - 16, height);
                Page.Put(id => Draw.Shape(id, "Rule", box with { Height = 1 }, "rect", Ink.Rule));
                Page.Put(id => Draw.Text(id, "Number", box with { Y = box.Y + 6 }, [new Para(one.Value, large, true) { After = 0 }, words[place]]));
            }

            _y += height + 8;
        }

        return this;
    }

    /// <summary>Something drawn, of a height that is known.</summary>
    public Flow Put(double height, Action<DeckPage, Box> draw, double gap = Gap)
    {
        var at = Room(height);
        draw(Page, at with { Height = height });
        _y += height + gap;
        return this;
    }

    /// <summary>Begins another slide, unless nothing stands on this one.</summary>
    public Flow Next()
    {
        _y = double.MaxValue;
        return this;
    }

    private Box Room(double height)
    {
        var head = _head is null ? 0 : _head.Height(Body.Width) + 2;
        if (_pages.Count == 0 || (_y > Body.Y && Math.Min(height + head, Body.Height) > Left))
        {
            _pages.Add(new DeckPage(_pages.Count == 0 && !continues ? title : $"{title} (continued)", eyebrow));
            _y = Body.Y;
        }

        if (_head is { } para)
        {
            var at = new Box(Body.X, _y, Body.Width, head - 2);
            Page.Put(id => Draw.Text(id, "Heading", at, [para]));
            _head = null;
            _y += head;
        }

        return new Box(Body.X, _y, Body.Width, Left);
    }

    private void Close(List<Para> paras, double height)
    {
        if (paras.Count == 0)
        {
            return;
        }

        var at = new Box(Body.X, _y, Body.Width, Math.Min(height, Left));
        Page.Put(id => Draw.Text(id, "Words", at, paras));
        _y += height + (Gap / 2);
    }

    // A paragraph that no slide could hold is cut between words.
    private static IEnumerable<Para> Cut(Para para)
    {
        if (para.Height(Body.Width) <= Body.Height)
        {
            return [para];
        }

        var text = para.Text;
        var half = text.LastIndexOf(' ', text.Length / 2);
        half = half > 0 ? half : char.IsLowSurrogate(text[text.Length / 2]) ? (text.Length / 2) + 1 : text.Length / 2;
        var run = para.Runs[0];
        return new[] { text[..half], text[half..].TrimStart() }.SelectMany(part => Cut(para with { Runs = [run with { Text = part }] }));
    }
}
