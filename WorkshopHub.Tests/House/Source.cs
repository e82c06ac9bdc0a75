namespace WorkshopHub.Tests.House;

/// <summary>A file of the repository.</summary>
/// <param name="Path">From the top of the repository, with slashes.</param>
/// <param name="Text">What it says.</param>
public sealed record Source(string Path, string Text)
{
    private static readonly Lazy<IReadOnlyList<Source>> _program = new(() =>
        [.. Read(Repo.Web, "*.cs"), .. Read(Repo.Web, "*.cshtml")]);

    /// <summary>C# and Razor of the program.</summary>
    public static IReadOnlyList<Source> Program => _program.Value;

    /// <summary>The room that the file stands in: the first folder of WorkshopHub.Web, or "" for Program.cs.</summary>
    public string Room => Path.Split('/') is ["WorkshopHub.Web", var room, _, ..] ? room : "";

    /// <summary>Whether it is C#.</summary>
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);

    /// <summary>Whether it is Razor.</summary>
    public bool IsRazor => Path.EndsWith(".cshtml", StringComparison.Ordinal);

    /// <summary>All files of a folder whose name fits.</summary>
    public static IEnumerable<Source> Read(string folder, string pattern) =>
        Repo.Sources(folder, pattern).Select(path => new Source(Repo.Relative(path), File.ReadAllText(path)));

    /// <summary>The number of the line that a position stands on.</summary>
    public int Line(int position) => Text.AsSpan(0, position).Count('\n') + 1;

    /// <summary>A sentence about a place in this file.</summary>
    public string At(int position, string what) => $"{Path}:{Line(position)} {what}";
}
