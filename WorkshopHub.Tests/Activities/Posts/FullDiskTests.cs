using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Activities.Posts;

/// <summary>The disk fills while a room posts: nobody is told that a post is safe when it is not.</summary>
public sealed class FullDiskTests : IAsyncDisposable
{
    private readonly World _world;
    private readonly Site _site;
    private long _pages;

    public FullDiskTests() => (_world, _site) = World.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_post_that_a_full_disk_refuses_is_nowhere_and_is_taken_once_when_there_is_room_again()
    {
        await PlainPhone.OpenAsync(_world, _site);
        using var alma = await PlainPhone.JoinAsync(_world, _site, "Alma Tamm");
        await FillAsync();

        var (taken, refused) = (new List<string>(), "");
        for (var number = 0; number < 100 && refused.Length == 0; number++)
        {
            var id = Tokens.New();
            using var answer = await alma.PostAsync(Text(number), id);
            if (answer.StatusCode is HttpStatusCode.OK)
            {
                taken.Add(id);
                continue;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            refused = id;
        }

        Assert.NotEqual("", refused);
        Assert.Equal(taken, await KeptAsync());
        Assert.Equal(HttpStatusCode.OK, (await alma.Client.GetAsync($"/w/{_world.Workshop}", Stop)).StatusCode); // reading goes on

        _pages += 1000;
        for (var again = 0; again < 2; again++)
        {
            using var answer = await alma.PostAsync(Text(taken.Count), refused);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal([.. taken, refused], await KeptAsync());
        Assert.Equal("ok", await _site.Db.ReadAsync(reads => reads.First<string>("PRAGMA integrity_check"), Stop));
    }

    private static string Text(int number) => $"{number} {new string('x', 270)}";

    /// <summary>From now on the file may not grow, by this connection of the writer nor by one that it opens later.</summary>
    private async Task FillAsync()
    {
        _pages = await _site.Db.ReadAsync(reads => reads.First<long>("PRAGMA page_count"), Stop);
        _site.Writer.Opened = connection => Limit(connection);
        await _site.Writer.RunAsync(writes => writes.Execute("PRAGMA max_page_count=" + _pages.ToString(CultureInfo.InvariantCulture)), Stop);
    }

    private void Limit(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // a number
        command.CommandText = "PRAGMA max_page_count=" + _pages.ToString(CultureInfo.InvariantCulture);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private async Task<IEnumerable<string>> KeptAsync() =>
        await _site.Db.ReadAsync(reads => reads.Query<string>("SELECT id FROM post ORDER BY sort_key"), Stop);
}
