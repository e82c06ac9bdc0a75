using System.Net;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class RestoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_put_in_place_and_what_stood_there_is_kept()
    {
        await using var file = await TestFile.WritingAsync();
        await file.MarkAsync("before");
        var backup = Make(file.File);
        await file.MarkAsync("after");
        await file.Writer.StopAsync(Stop);
        file.Db.Dispose();

        Assert.Equal(0, Restore.Command(file.File, backup));

        Assert.Equal((1L, 0L), (file.Count("before"), file.Count("after")));
        Assert.Equal("ok", file.Ask<string>("PRAGMA integrity_check"));
        var kept = Directory.GetFiles(Path.Combine(file.File.Folder, "before-restore"), "*.db", SearchOption.AllDirectories).Single();
        using var old = new Db(new DataFile(kept));
        Assert.Equal(1, old.Read(reads => reads.First<long>("SELECT count(*) FROM setting WHERE name = 'after'")));
    }

    [Fact]
    public async Task A_running_program_takes_the_backup_begins_anew_and_goes_on_at_the_same_address()
    {
        var (world, site) = World.Start();
        await site.DisposeAsync();
        await using var server = new ServerProcess(world.File);
        await server.StartAsync();
        var file = new DataFile(world.File);
        var backup = Make(file);
        await RenameAsync(file, "Later");
        Assert.Equal("Later", Name(file));

        var asked = await Task.Run(() => Restore.Command(file, backup), Stop);

        Assert.Equal(0, asked);
        await server.HealthyAsync();
        Assert.NotEqual("Later", Name(file));
        using var client = Clients.New(server.Url);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Stop)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_backup_is_broken_or_newer_is_refused_and_changes_nothing()
    {
        await using var file = await TestFile.WritingAsync();
        await file.MarkAsync("mine");
        var newer = Make(file.File);
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(newer, "workshophub.db")};Pooling=False"))
        {
            Dapper.SqlMapper.Execute(connection, "INSERT INTO schema_migration VALUES ('9999_later.sql', 'x', 'x')");
        }

        var broken = Path.Combine(_folder.FullName, "broken");
        Directory.CreateDirectory(Path.Combine(broken, "keys"));
        await File.WriteAllTextAsync(Path.Combine(broken, "workshophub.db"), "no file of SQLite", Stop);
        await file.Writer.StopAsync(Stop);

        Assert.All([newer, broken, _folder.FullName, "/nowhere"], path => Assert.Equal(1, Restore.Command(file.File, path)));

        Assert.Equal(1, file.Count("mine"));
    }

    [Fact]
    public void An_answer_that_finds_no_room_does_not_keep_the_program_from_beginning_again()
    {
        var file = new DataFile(Path.Combine(_folder.FullName, "workshophub.db"));
        Migrations.Run(file);
        File.WriteAllText(file.Path + ".restore-asked", "/nowhere/workshophub.db");
        Directory.CreateDirectory(file.Path + ".restore-done.part");

        Restore.IfAsked(file);

        Assert.False(Restore.IsAsked(file));
    }

    [Fact]
    public void A_second_program_on_the_same_file_is_refused()
    {
        var file = new DataFile(Path.Combine(_folder.FullName, "workshophub.db"));
        using (var first = new Held(file))
        {
            Assert.True(first.TryHold());
            Assert.True(Held.BySomebody(file));
        }

        Assert.False(Held.BySomebody(file));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Make(DataFile file)
    {
        Directory.CreateDirectory(file.Keys);
        return Backup.Run(file, Path.Combine(_folder.FullName, "backups"));
    }

    private static string Name(DataFile file)
    {
        using var db = new Db(file);
        return db.Read(Settings.NameOf);
    }

    private static async Task RenameAsync(DataFile file, string name)
    {
        using var writer = new Writer(file, TimeProvider.System);
        await writer.StartAsync(Stop);
        await writer.RunAsync(
            writes =>
            {
                Settings.Set(writes, Settings.SiteName, name);
                return 0;
            },
            Stop);
        await writer.StopAsync(Stop);
    }
}
