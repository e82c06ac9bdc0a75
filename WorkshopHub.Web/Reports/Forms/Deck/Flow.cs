namespace WorkshopHub.Web.Reports.Forms.Deck;

/// <summary>Fills slides from the top and goes on to another one where the room ends, so that nothing is cut and nothing runs over.</summary>
/// <param name="title">What the slides are called.</param>
/// <param name="eyebrow">A few words above the title.</param>
/// <param name="scale">How large everything is: 1, or less where it is to stand on one slide.</param>
internal sealed class Flow(string title, string eyebrow, double scale = 1)
{
    private static readonly double[] _large = [34, 28, 22, 17];

    private readonly double _gap = 12 * scale;
    private readonly List<DeckPage> _pages = [];
    private Box _area = DeckLook.Body;
    private DeckPage? _on;
    private double _y = double.MaxValue;
    private Para? _head;
    private (DeckPage? Page, double Used) _margin;

    /// <summary>The slides so far.</summary>
    public IReadOnlyList<DeckPage> Pages => _pages;

    /// <summary>Where the body of a slide stands.</summary>
    public static Box Body => DeckLook.Body;

    private double Left => _area.Y + _area.Height - _y;

    private DeckPage Page => _pages.Count > 0 ? _pages[^1] : _on!;

    private bool IsNew => _pages.Count == 0 && _on is null;

    /// <summary>A heading inside a slide. It waits for what comes after it, and goes with it to another slide.</summary>
    public Flow Head(string text)
    {
        _head = new Para(text, Math.Max(10, 15 * scale), true) { After = 2 };
        return this;
    }

    /// <summary>Paragraphs.</summary>
    public Flow Say(params IEnumerable<Para> paras)
    {
        var open = new List<Para>();
        double height = 0;
        foreach (var para in paras.Select(one => scale < 1 ? one.Scaled(scale) : one).SelectMany(Cut))
        {
            var more = para.Height(_area.Width);
            if (open.Count > 0 && height + more > (_y > _area.Y + _area.Height ? 0 : Left))
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
        if (text.Length > 0 && !IsNew && para.Height(_area.Width) * scale > Left)
        {
            var small = para with { Size = 8 };
            var (high, used) = (small.Height(_area.Width), _margin.Page == Page ? _margin.Used : 0);
            var top = Math.Min(_y - (_gap / 2), _area.Y + _area.Height) + used; // what stands above ends at least so far up
            if (top + high <= DeckLook.Foot.Y)
            {
                var place = _area with { Y = top, Height = high };
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
        table = table with { Size = table.Size * scale, Pad = table.Pad * scale };
        var head = table.HeadHeight(_area.Width);
        var rows = new Queue<IReadOnlyList<DeckCell>>(table.Rows);
        while (rows.Count > 0)
        {
            Room(head + Math.Min(table.RowHeight(rows.Peek(), _area.Width), _area.Height - head));
            var here = new List<IReadOnlyList<DeckCell>>();
            var height = head;
            while (rows.Count > 0 && (here.Count == 0 || height + table.RowHeight(rows.Peek(), _area.Width) <= Left))
            {
                height += table.RowHeight(rows.Peek(), _area.Width);
                here.Add(rows.Dequeue());
            }

            var part = table with { Rows = here };
            var at = new Box(_area.X, _y, _area.Width, height);
            Page.Put(id => part.Draw(id, name, name, at));
            _y += height + _gap;
        }

        return this;
    }

    /// <summary>A chart, as high as it needs to be, or up to a quarter less where it then stands with what comes before it.</summary>
    public Flow Chart(string name, DeckChart chart, double height)
    {
        var at = Room(0.75 * height * scale);
        var high = Math.Min(height * scale, at.Height);
        Page.Put(chart with { Letter = chart.Letter * Math.Max(0.75, scale) }, name, at with { Height = high });
        _y += high + _gap;
        return this;
    }

    /// <summary>Numbers that stand large, a few beside each other, each with what it counts.</summary>
    public Flow Numbers(IReadOnlyList<(string Value, string Words)> numbers, int across = 3)
    {
        foreach (var row in numbers.Chunk(across))
        {
            var wide = _area.Width / across;
            var words = row.Select(one => new Para(one.Words, 12 * Math.Max(0.8, scale)) { After = 0 }).ToList();
            // Another font may stand in for the slides' own: there is room for one that runs wider.
            var large = scale * _large.FirstOrDefault(size => row.All(one => new Para(one.Value, size * scale, true).IsOneLine(0.8 * (wide - 16))), _large[^1]);
            var values = row.Max(one => new Para(one.Value, large, true) { After = 0 }.Height(0.85 * (wide - 16))); // words that stand for a number may need more lines
            var height = values + words.Max(para => para.Height(0.85 * (wide - 20))) + (12 * scale);
            var at = Room(height);
            foreach (var (place, one) in row.Index())
            {
                var box = new Box(at.X + (place * wide), at.Y, wide - 16, height);
                Page.Put(id => Draw.Shape(id, "Rule", box with { Height = 1 }, "rect", Ink.Rule));
                Page.Put(id => Draw.Text(id, "Number", box with { Y = box.Y + 6 }, [new Para(one.Value, large, true) { After = 0 }, words[place]]));
            }

            _y += height + (8 * scale);
        }

        return this;
    }

    /// <summary>Something drawn, of a height that is known.</summary>
    public Flow Put(double height, Action<DeckPage, Box> draw, double? gap = null)
    {
        var at = Room(height);
        draw(Page, at with { Height = height });
        _y += height + (gap ?? _gap);
        return this;
    }

    /// <summary>Columns beside each other, in what is left of the slide; what one of them has no room for goes on to another slide.</summary>
    /// <param name="columns">What fills each, with its share of the width.</param>
    public Flow Beside(params IReadOnlyList<(double Share, Action<Flow> Fill)> columns)
    {
        const double Between = 28;
        var at = Room(120);
        var (page, x, foot, more) = (Page, at.X, at.Y, new List<DeckPage>());
        var width = at.Width - (Between * (columns.Count - 1));
        foreach (var (share, fill) in columns)
        {
            var wide = width * share / columns.Sum(one => one.Share);
            var column = new Flow(title, eyebrow, scale) { _area = new Box(x, at.Y, wide, at.Height), _on = page, _y = at.Y };
            fill(column);
            more.AddRange(column._pages);
            _margin = (page, Math.Max(_margin.Page == page ? _margin.Used : 0, column._margin.Page == page ? column._margin.Used : 0));
            foot = Math.Max(foot, column._pages.Count > 0 ? at.Y + at.Height : column._y);
            x += wide + Between;
        }

        _pages.AddRange(more);
        _y = more.Count > 0 ? double.MaxValue : foot;
        return this;
    }

    private Box Room(double height)
    {
        var head = _head is null ? 0 : _head.Height(_area.Width) + 2;
        if (IsNew || (_y > _area.Y && Math.Min(height + head, _area.Height) > Left))
        {
            _pages.Add(new DeckPage(IsNew ? title : $"{title} (continued)", eyebrow));
            _area = _area with { Y = Body.Y, Height = Body.Height };
            _y = Body.Y;
        }

        if (_head is { } para)
        {
            var at = new Box(_area.X, _y, _area.Width, head - 2);
            Page.Put(id => Draw.Text(id, "Heading", at, [para]));
            _head = null;
            _y += head;
        }

        return new Box(_area.X, _y, _area.Width, Left);
    }

    private void Close(List<Para> paras, double height)
    {
        if (paras.Count == 0)
        {
            return;
        }

        var at = new Box(_area.X, _y, _area.Width, Math.Min(height, Left));
        Page.Put(id => Draw.Text(id, "Words", at, paras));
        _y += height + (_gap / 2);
    }

    // A paragraph that no slide could hold is cut between words.
    private IEnumerable<Para> Cut(Para para)
    {
        if (para.Height(_area.Width) <= Body.Height)
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
