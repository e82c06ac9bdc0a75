using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

public sealed class MigrationTests : IDisposable
{
    private static readonly DateTimeOffset _moment = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly Script _first = new("0001_first.sql", """
        CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        INSERT INTO thing (name) VALUES ('kept');
        """);

    private static readonly Script _second = new("0002_second.sql", "ALTER TABLE thing ADD COLUMN colour TEXT;");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshophub-");

    private DataFile File => new(Path.Combine(_folder.FullName, "data", "workshophub.db"));

    private string[] Copies => [.. Directory.GetFiles(File.Folder, "*.schema-*").Select(path => Path.GetFileName(path))];

    [Fact]
    public void A_new_file_gets_every_script_once()
    {
        Migrations.Run(File);
        Migrations.Run(File);

        Assert.Equal(Script.Embedded().Select(script => script.Name), Names());
        Assert.NotEmpty(Names());
        Assert.Empty(Copies);
        Assert.Equal("ok", Ask<string>(File.Path, "PRAGMA integrity_check"));
    }

    [Fact]
    public void A_file_that_has_all_is_not_touched()
    {
        Migrations.Run(File, [_first], _moment);
        Migrations.Run(File, [_first], _moment);

        Assert.Equal(1L, Ask<long>(File.Path, "SELECT count(*) FROM thing"));
        Assert.Empty(Copies);
    }

    [Fact]
    public void Line_ends_do_not_count_as_an_edit()
    {
        Migrations.Run(File, [_first], _moment);

        var other = _first with { Sql = _first.Sql.Replace("\n", "\r\n", StringComparison.Ordinal) };
        Assert.NotEqual(_first.Sql, other.Sql);
        Assert.Null(Record.Exception(() => Migrations.Run(File, [other], _moment)));
    }

    [Fact]
    public void The_file_is_copied_before_it_is_changed()
    {
        Migrations.Run(File, [_first], _moment);
        Migrations.Run(File, [_first, _second], _moment);

        Assert.Equal(["workshophub.schema-0001.20260310T090000Z.db"], Copies);
        var copy = Path.Combine(File.Folder, Copies[0]);
        Assert.Equal("kept", Ask<string>(copy, "SELECT name FROM thing"));
        Assert.Equal(0L, Ask<long>(copy, "SELECT count(*) FROM pragma_table_info('thing') WHERE name = 'colour'"));
        Assert.Equal(1L, Ask<long>(File.Path, "SELECT count(*) FROM pragma_table_info('thing') WHERE name = 'colour'"));
    }

    [Fact]
    public void Nothing_is_changed_when_the_copy_cannot_be_made()
    {
        Migrations.Run(File, [_first], _moment);
        Directory.CreateDirectory(Path.Combine(File.Folder, "workshophub.schema-0001.20260310T090000Z.db.part", "in the way"));

        var problem = Assert.Throws<DataFileException>(() => Migrations.Run(File, [_first, _second], _moment));

        Assert.Contains("could not be copied", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["0001_first.sql"], Names());
    }

    [Fact]
    public void A_script_that_was_edited_after_it_was_applied_is_refused()
    {
        Migrations.Run(File, [_first], _moment);

        var problem = Assert.Throws<DataFileException>(
            () => Migrations.Run(File, [_first with { Sql = _first.Sql + " " }, _second], _moment));

        Assert.Contains("db/migrations/0001_first.sql was edited", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["0001_first.sql"], Names());
        Assert.Empty(Copies);
    }

    [Fact]
    public void A_file_newer_than_the_program_is_refused_with_what_to_do()
    {
        Migrations.Run(File, [_first, _second], _moment);

        var problem = Assert.Throws<DataFileException>(() => Migrations.Run(File, [_first], _moment));

        Assert.Contains("newer version", problem.Message, StringComparison.Ordinal);
        Assert.Contains("0002_second.sql", problem.Message, StringComparison.Ordinal);
        Assert.Contains("put back the copy", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREATE TABLE half (id INTEGER); INSERT INTO nowhere VALUES (1);")]
    [InlineData("CREATE TABLE half (id INTEGER REFERENCES thing (id)); INSERT INTO half VALUES (99);")]
    [InlineData("CREATE TABLE half (id INTEGER); COMMIT; INSERT INTO nowhere VALUES (1);")]
    public void A_script_that_fails_leaves_nothing_behind_it_as_done_and_names_the_copy(string sql)
    {
        Migrations.Run(File, [_first], _moment);

        var problem = Assert.Throws<DataFileException>(
            () => Migrations.Run(File, [_first, new("0002_bad.sql", sql), new("0003_never.sql", "SELECT 1")], _moment));

        Assert.Contains("0002_bad.sql could not be applied", problem.Message, StringComparison.Ordinal);
        Assert.Contains(Copies[0], problem.Message, StringComparison.Ordinal);
        Assert.Equal(["0001_first.sql"], Names());
        if (!sql.Contains("COMMIT", StringComparison.Ordinal))
        {
            Assert.Equal(0L, Ask<long>(File.Path, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
        }
    }

    [Fact]
    public void A_table_that_others_refer_to_can_be_built_anew()
    {
        Migrations.Run(File, [_first, new("0002_child.sql", """
            CREATE TABLE child (thing_id INTEGER NOT NULL REFERENCES thing (id)) STRICT;
            INSERT INTO child VALUES (1);
            """)], _moment);

        Migrations.Run(File, [_first, .. Applied("0002_child.sql"), new("0003_anew.sql", """
            CREATE TABLE anew (id INTEGER PRIMARY KEY, name TEXT NOT NULL, size INTEGER) STRICT;
            INSERT INTO anew (id, name) SELECT id, name FROM thing;
            DROP TABLE thing;
            ALTER TABLE anew RENAME TO thing;
            """)], _moment);

        Assert.Equal("kept", Ask<string>(File.Path, "SELECT name FROM child JOIN thing ON thing.id = child.thing_id"));

        Script[] Applied(string name) => [new(name, """
            CREATE TABLE child (thing_id INTEGER NOT NULL REFERENCES thing (id)) STRICT;
            INSERT INTO child VALUES (1);
            """)];
    }

    [Fact]
    public void What_is_no_file_of_ours_is_refused()
    {
        Directory.CreateDirectory(File.Folder);
        System.IO.File.WriteAllText(File.Path, "Dear diary, this is a text that is long enough to be looked at.");
        Assert.Contains(
            "can't be used", Assert.Throws<DataFileException>(() => Migrations.Run(File)).Message, StringComparison.Ordinal);

        System.IO.File.Delete(File.Path);
        Ask<object>(File.Path, "CREATE TABLE theirs (id INTEGER); SELECT 1");
        Assert.Contains(
            "another program", Assert.Throws<DataFileException>(() => Migrations.Run(File)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private List<string> Names()
    {
        using var connection = new SqliteConnection($"Data Source={File.Path};Pooling=False");
        return [.. Dapper.SqlMapper.Query<string>(connection, "SELECT name FROM schema_migration ORDER BY name")];
    }

    private static T Ask<T>(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // only constants of the tests come here
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)command.ExecuteScalar()!;
    }
}
