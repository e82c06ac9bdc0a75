using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moved_data_folder_still_reads_what_was_protected_before()
    {
        var before = Path.Combine(_folder.FullName, "before");
        var after = Path.Combine(_folder.FullName, "after");
        string secret;
        await using (var house = House(Path.Combine(before, "workshophub.db")))
        {
            secret = Protector(house).Protect("seat 12");
        }

        Assert.Single(Directory.GetFiles(Path.Combine(before, "keys"), "*.xml"));
        Directory.Move(before, after);

        await using var moved = House(Path.Combine(after, "workshophub.db"));
        Assert.Equal("seat 12", Protector(moved).Unprotect(secret));
    }

    [Fact]
    public async Task Another_house_does_not_read_what_was_protected_here()
    {
        await using var here = House(Path.Combine(_folder.FullName, "here", "workshophub.db"));
        await using var there = House(Path.Combine(_folder.FullName, "there", "workshophub.db"));
        var secret = Protector(here).Protect("seat 12");
        File.Copy(
            Directory.GetFiles(here.GetRequiredService<DataFile>().Keys)[0],
            Path.Combine(Directory.CreateDirectory(there.GetRequiredService<DataFile>().Keys).FullName, "key-of-another-house.xml"));

        Assert.ThrowsAny<Exception>(() => Protector(there).Unprotect(secret));
    }

    [Fact]
    public async Task A_backup_made_while_people_write_is_a_data_folder_of_its_own()
    {
        await using var file = await TestFile.WritingAsync();
        await file.MarkAsync("before");
        string secret;
        await using (var house = House(file.File.Path))
        {
            secret = Protector(house).Protect("seat 12");
        }

        using var enough = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var number = 0; !enough.IsCancellationRequested; number++)
                {
                    await file.MarkAsync($"during{number}", new string('x', 5000));
                }
            },
            Stop);
        var backup = Backup.Run(file.File, Path.Combine(_folder.FullName, "backups"));
        await enough.CancelAsync();
        await writing;

        var copy = new DataFile(Path.Combine(backup, "workshophub.db"));
        using (var connection = new SqliteConnection($"Data Source={copy.Path};Pooling=False;Mode=ReadOnly"))
        {
            Assert.Equal("ok", Dapper.SqlMapper.ExecuteScalar<string>(connection, "PRAGMA integrity_check"));
            Assert.Equal(
                1, Dapper.SqlMapper.ExecuteScalar<long>(connection, "SELECT count(*) FROM setting WHERE name = 'before'"));
        }

        await using var restored = House(copy.Path);
        Assert.Equal("seat 12", Protector(restored).Unprotect(secret));
        Assert.Equal(["workshophub-"], Directory.GetFileSystemEntries(Path.Combine(_folder.FullName, "backups"))
            .Select(path => Path.GetFileName(path)[..12]));
    }

    [Fact]
    public async Task A_file_that_is_broken_gives_no_backup()
    {
        await using var file = await TestFile.WritingAsync();
        for (var number = 0; number < 50; number++)
        {
            await file.MarkAsync($"m{number}", new string('x', 5000));
        }

        await file.Writer.StopAsync(Stop);
        using (var bytes = File.OpenWrite(file.File.Path))
        {
            bytes.Seek(4096 * 3, SeekOrigin.Begin);
            bytes.Write(new byte[4096 * 30]);
        }

        var backups = Path.Combine(_folder.FullName, "backups");
        Assert.Throws<DataFileException>(() => Backup.Run(file.File, backups));
        Assert.Empty(Directory.GetFileSystemEntries(backups));
    }

    [Fact]
    public void The_command_says_what_is_missing()
    {
        Assert.Equal(1, Backup.Command(new DataFile(Path.Combine(_folder.FullName, "none.db")), _folder.FullName));
    }

    [Fact]
    public void What_lies_in_the_data_folder_is_its_owners_only()
    {
        var file = new DataFile(Path.Combine(_folder.FullName, "data", "workshophub.db"));
        Migrations.Run(file);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(file.Folder));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The services of the program on a file.</summary>
    private static ServiceProvider House(string path)
    {
        var file = new DataFile(path);
        Migrations.Run(file);
        var services = new ServiceCollection().AddLogging().AddData();
        services.AddSingleton(file);
        return services.BuildServiceProvider();
    }

    private static IDataProtector Protector(ServiceProvider house) =>
        house.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
