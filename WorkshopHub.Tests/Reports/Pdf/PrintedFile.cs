using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace WorkshopHub.Tests.Reports.Pdf;

/// <summary>A PDF file as a reader of it finds it.</summary>
internal sealed class PrintedFile : IDisposable
{
    private readonly PdfDocument _pdf;

    public PrintedFile(byte[] bytes)
    {
        _pdf = PdfDocument.Open(bytes);
        Pages = [.. _pdf.GetPages()];
    }

    public IReadOnlyList<UglyToad.PdfPig.Content.Page> Pages { get; }

    public string? Title => _pdf.Information.Title;

    /// <summary>The text of each page without white space: lines break anywhere.</summary>
    public IReadOnlyList<string> Texts => field ??= [.. Pages.Select(page => Bare(page.Text))];

    /// <summary>Headings in the side bar of a reader.</summary>
    public IReadOnlyList<string> Outline => _pdf.TryGetBookmarks(out var bookmarks) ? [.. bookmarks.GetNodes().Select(node => node.Title)] : [];

    /// <summary>Whether its structure is told to those who have it read out.</summary>
    public bool IsTagged => _pdf.Structure.Catalog.CatalogDictionary.Data.TryGetValue("MarkInfo", out var mark)
        && mark is DictionaryToken { Data: var data } && data.TryGetValue("Marked", out var marked) && marked is BooleanToken { Data: true }
        && _pdf.Structure.Catalog.CatalogDictionary.Data.ContainsKey("StructTreeRoot");

    /// <summary>What is said of pictures to who can't see them.</summary>
    public IReadOnlyList<string> Alternatives => field ??=
    [
        .. _pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(key => _pdf.Structure.GetObject(key).Data).OfType<DictionaryToken>()
            .Select(dictionary => dictionary.Data.GetValueOrDefault("Alt") switch { StringToken text => text.Data, HexToken hex => hex.Data, _ => null }).OfType<string>(),
    ];

    /// <summary>Without white space.</summary>
    public static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign != '\u00ad'));

    public void Dispose() => _pdf.Dispose();
}
