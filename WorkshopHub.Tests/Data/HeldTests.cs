using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

/// <summary>Whoever starts the program is told the true reason why it can't have the file.</summary>
public sealed class HeldTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_in_words()
    {
        var taken = Path.Combine(_folder.FullName, "taken");
        File.WriteAllText(taken, "a file, where a folder is wanted");

        Says(new DataFile(Path.Combine(taken, "workshophub.db")));
    }

    [Fact]
    public void A_disk_that_takes_no_file_is_not_said_to_be_another_program() =>
        Says(new DataFile(Path.Combine(_folder.FullName, new string('x', 250) + ".db"))); // its mark has a name too long for any disk

    [Fact]
    public void A_mark_that_may_not_be_opened_is_not_said_to_be_another_program()
    {
        var file = new DataFile(Path.Combine(_folder.FullName, "workshophub.db"));
        Directory.CreateDirectory(file.Path + ".held");

        Says(file);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Says(DataFile file)
    {
        using var held = new Held(file);
        var words = Assert.Throws<DataFileException>(() => held.TryHold()).Message;
        Assert.Contains(file.Path, words, StringComparison.Ordinal);
        Assert.Contains("may be written", words, StringComparison.Ordinal);
        Assert.Equal(1, Restore.Command(file, "/nowhere"));
    }
}
