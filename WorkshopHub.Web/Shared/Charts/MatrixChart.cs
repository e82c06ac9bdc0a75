namespace WorkshopHub.Web.Shared.Charts;

/// <summary>Who stands at a row and a column: a set, or units taken together.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Position">The set's place in its programme; null where it is no set.</param>
public sealed record MatrixHead(string Name, long? Position);

/// <summary>What stands between two of them.</summary>
/// <param name="Then">The earlier share, 0 to 1, or null where it isn't told.</param>
/// <param name="Now">The later share, or null likewise.</param>
/// <param name="Text">The figures as written, e.g. 4 → 31%; or why there are none.</param>
public sealed record MatrixCell(double? Then, double? Now, string Text);

/// <summary>
/// Who is connected with whom, as a real table: in each cell a hollow square for then, a solid one for now, as large as the
/// share, and the figures. What may not be told alone is empty and says so.
/// </summary>
public sealed record MatrixChart : Chart
{
    /// <summary>Who asks, and who is asked about.</summary>
    public required IReadOnlyList<MatrixHead> Heads { get; init; }

    /// <summary>The cells by row and column; null on what isn't asked, such as a set with itself.</summary>
    public required IReadOnlyList<IReadOnlyList<MatrixCell?>> Cells { get; init; }

    /// <summary>Whether there are figures of an earlier time.</summary>
    public bool HasThen => Cells.Any(row => row.Any(cell => cell?.Then is not null));

    /// <inheritdoc />
    public override string Partial => "/Shared/Charts/_Matrix.cshtml";

    /// <inheritdoc />
    public override string Words => string.Join("; ", Heads.Index().Select(row =>
        $"{row.Item.Name}: {string.Join(", ", Heads.Index().Where(column => Cells[row.Index][column.Index] is not null).Select(column => $"{column.Item.Name} {Cells[row.Index][column.Index]!.Text}"))}"));

    /// <inheritdoc />
    public override ChartTable Table => new(
        ["", .. Heads.Select(head => head.Name)],
        [.. Heads.Select((head, row) => (string[])[head.Name, .. Cells[row].Select(cell => cell?.Text ?? "–")])]);

    /// <summary>The side of a square whose area is a share; the cell is 40.</summary>
    public static string Side(double share) => Draw.N(Math.Sqrt(Math.Clamp(share, 0, 1)) * 36);

    /// <summary>Where such a square begins, so that it stands in the middle.</summary>
    public static string Corner(double share) => Draw.N(20 - (Math.Sqrt(Math.Clamp(share, 0, 1)) * 18));
}
