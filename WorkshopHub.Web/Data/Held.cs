namespace WorkshopHub.Web.Data;

/// <summary>
/// The program that serves a file holds it: two of them on one file would not tell each other what changes, and nothing may be
/// put in the place of a file that is served.
/// </summary>
internal sealed class Held(DataFile file) : IDisposable
{
    private FileStream? _mark;

    /// <summary>Whether some program serves the file now.</summary>
    public static bool BySomebody(DataFile file)
    {
        using var mine = new Held(file);
        return !mine.TryHold();
    }

    /// <summary>Holds the file until this ends, however the program ends. False where another has it.</summary>
    public bool TryHold()
    {
        Folders.Make(file.Folder);
        try
        {
            _mark ??= new FileStream(file.Path + ".held", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _mark?.Dispose();
}
