using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Data;

/// <summary>What goes into the file comes out the same, through Dapper, in each type that the house uses.</summary>
public sealed class RoundTripTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(0L, null)]
    public async Task Whole_numbers_keep_all_their_bits(long whole, long? maybe)
    {
        var row = await KeptAsync(new Row { Whole = whole, MaybeWhole = maybe });

        Assert.Equal((whole, maybe), (row.Whole, row.MaybeWhole));
    }

    [Theory]
    [InlineData("")]
    [InlineData("O'Brien; DROP TABLE post; --")]
    [InlineData("Õhtu 👩‍👩‍👧 žluťoučký\nשלום  ")]
    [InlineData("0042")]
    [InlineData("1e5")]
    [InlineData("2026-03-10T09:00:00.000Z")]
    public async Task Texts_stay_as_they_are(string text)
    {
        var row = await KeptAsync(new Row { WholeText = text, MaybeText = text });

        Assert.Equal((text, text), (row.WholeText, row.MaybeText));
    }

    [Fact]
    public async Task Nothing_stays_nothing()
    {
        var row = await KeptAsync(new Row());

        Assert.Null(row.MaybeText);
        Assert.Null(row.MaybeWhole);
        Assert.Null(row.MaybeFlag);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, null)]
    public async Task Yes_and_no_are_one_and_zero(bool flag, bool? maybe)
    {
        var row = await KeptAsync(new Row { IsFlag = flag, MaybeFlag = maybe });

        Assert.Equal((flag, maybe), (row.IsFlag, row.MaybeFlag));
        Assert.Equal(flag ? 1 : 0, row.RawFlag);
    }

    [Fact]
    public async Task A_moment_is_the_same_to_the_millisecond_and_sorts_as_text()
    {
        var moment = new DateTimeOffset(2026, 3, 29, 3, 59, 59, 7, TimeSpan.FromHours(3));
        var row = await KeptAsync(new Row { MaybeText = Utc.Text(moment) });

        Assert.Equal(moment, Utc.Parse(row.MaybeText!));
        Assert.Equal("2026-03-29T00:59:59.007Z", row.MaybeText);
        Assert.True(string.CompareOrdinal(Utc.Text(moment), Utc.Text(moment.AddMilliseconds(1))) < 0);
    }

    [Fact]
    public async Task Single_values_come_in_their_type()
    {
        await using var file = await TestFile.WritingAsync();
        await file.Db.ReadAsync(
            reads =>
            {
                Assert.True(reads.First<bool>("SELECT 1"));
                Assert.False(reads.First<bool>("SELECT 1 WHERE 0"));
                Assert.Equal(7, reads.First<int>("SELECT 7"));
                Assert.Null(reads.First<long?>("SELECT max(id) FROM person"));
                Assert.Null(reads.First<string>("SELECT NULL"));
                Assert.Equal(Shade.Dark, reads.First<Row>("SELECT 'Dark' AS Shade")!.Shade); // by name, in a row only
                Assert.Equal([1L, 2L], reads.Query<long>("SELECT 1 UNION SELECT 2"));
                return 0;
            },
            Stop);
    }

    [Fact]
    public async Task A_query_that_first_found_nothing_and_then_something_still_reads()
    {
        await using var file = await TestFile.WritingAsync();
        const string Sql = "SELECT max(id) AS MaybeWhole, max(name) AS MaybeText, max(id) > 0 AS MaybeFlag FROM site";
        Row Read(Reads reads) => reads.First<Row>(Sql, file: "same", line: 1)!;

        var before = await file.Db.ReadAsync(Read, Stop);
        await file.Writer.RunAsync(writes => writes.Insert("INSERT INTO site (name) VALUES ('Hall')"), Stop);
        var after = await file.Db.ReadAsync(Read, Stop);

        Assert.Equal((null, null, null), (before.MaybeWhole, before.MaybeText, before.MaybeFlag));
        Assert.Equal((1L, "Hall", true), (after.MaybeWhole, after.MaybeText, after.MaybeFlag));
    }

    private static async Task<Row> KeptAsync(Row row)
    {
        await using var file = await TestFile.WritingAsync();
        return await file.Writer.RunAsync(
            writes =>
            {
                writes.Execute("""
                    CREATE TABLE kept (
                      whole INTEGER NOT NULL, maybe_whole INTEGER, whole_text TEXT NOT NULL, maybe_text TEXT,
                      is_flag INTEGER NOT NULL, maybe_flag INTEGER) STRICT
                    """);
                writes.Execute("""
                    INSERT INTO kept VALUES (@Whole, @MaybeWhole, @WholeText, @MaybeText, @IsFlag, @MaybeFlag)
                    """, row);
                return writes.First<Row>("SELECT *, is_flag AS RawFlag FROM kept")!;
            },
            Stop);
    }

    private enum Shade
    {
        Light,
        Dark,
    }

    private sealed record Row
    {
        public long Whole { get; init; }

        public long? MaybeWhole { get; init; }

        public string WholeText { get; init; } = "";

        public string? MaybeText { get; init; }

        public bool IsFlag { get; init; }

        public bool? MaybeFlag { get; init; }

        public long RawFlag { get; init; }

        public Shade Shade { get; init; }
    }
}
