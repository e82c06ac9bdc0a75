namespace WorkshopHub.Web.Data;

/// <summary>
/// The program that serves a file holds it: two of them on one file would not tell each other what changes, and nothing may be
/// put in the place of a file that is served.
/// </summary>
internal sealed class Held(DataFile file) : IDisposable
{
    // What the system says where another process has locked the file: Linux, macOS, Windows.
    private static readonly int[] _locked = [11, 35, unchecked((int)0x80070020)];

    private FileStream? _mark;

    /// <summary>Whether some program serves the file now.</summary>
    public static bool BySomebody(DataFile file)
    {
        using var mine = new Held(file);
        return !mine.TryHold();
    }

    /// <summary>Holds the file until this ends, however the program ends. False where another has it.</summary>
    /// <exception cref="DataFileException">Nobody has it, but it can't be had: a full or read-only disk, a folder of somebody else.</exception>
    public bool TryHold()
    {
        try
        {
            Folders.Make(file.Folder);
            _mark ??= new FileStream(file.Path + ".held", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException problem) when (_locked.Contains(problem.HResult))
        {
            return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"""
                The file {file.Path} can't be used: {problem.Message}
                See that its folder may be written by the user as whom the program runs, and that the disk has room.
                """, problem);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _mark?.Dispose();
}
