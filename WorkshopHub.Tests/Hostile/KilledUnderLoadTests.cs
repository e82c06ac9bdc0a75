using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Tests.Hostile;

/// <summary>
/// Phones post as fast as they may while the program is killed at moments that nobody chose: five times, or fifty with
/// WORKSHOPHUB_LONG=all.
/// </summary>
public sealed class KilledUnderLoadTests
{
    private const int Phones = 24;

    private static readonly int _kills = Environment.GetEnvironmentVariable("WORKSHOPHUB_LONG") is "all" ? 50 : 5;

    private readonly World _world = World.Plant();
    private readonly ConcurrentDictionary<string, (int Phone, string Text)> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new(StringComparer.Ordinal);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_nothing_is_there_that_was_not_sent()
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var chance = new Random(seed);
        var seats = await SeatsAsync();
        await using var server = new ServerProcess(_world.File);
        for (var kill = 0; kill < _kills; kill++)
        {
            await server.StartAsync();
            using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var phones = seats.Select((seat, phone) => PostAllTheTimeAsync(server.Url, seat, phone, over.Token)).ToList();
            await ReachAsync(_acknowledged.Count + chance.Next(30, 200));
            await server.KillAsync();
            await over.CancelAsync();
            await Task.WhenAll(phones);
            Whole();
        }

        await server.StartAsync();
        var open = _sent.Keys.Except(_acknowledged.Keys).ToList();
        foreach (var id in open.Take(40))
        {
            Assert.Equal(HttpStatusCode.OK, await AgainAsync(server.Url, seats, id)); // as the phones' outbox does
            Assert.Equal(HttpStatusCode.OK, await AgainAsync(server.Url, seats, id)); // and when that answer was lost as well
        }

        Whole();
    }

    /// <summary>The file is in order; every acknowledged post is in it once and as it was sent, and no other that nobody sent.</summary>
    private void Whole()
    {
        var kept = Kept();
        Assert.Empty(_acknowledged.Keys.Except(kept.Select(row => row.Id)));
        Assert.Equal(kept.Count, kept.Select(row => row.Text).Distinct().Count());
        Assert.All(kept, row => Assert.Equal(_sent[row.Id].Text, row.Text));
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        Assert.Equal("ok", command.ExecuteScalar());
    }

    private List<(string Id, string Text)> Kept()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, text FROM post";
        using var rows = command.ExecuteReader();
        var kept = new List<(string, string)>();
        while (rows.Read())
        {
            kept.Add((rows.GetString(0), rows.GetString(1)));
        }

        return kept;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_world.File};Pooling=False");
        connection.Open();
        return connection;
    }

    private async Task ReachAsync(int count)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (_acknowledged.Count < count)
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    private async Task PostAllTheTimeAsync(string url, string seat, int phone, CancellationToken over)
    {
        using var client = Clients.New(url, Viewers.SeatCookie, seat);
        try
        {
            var token = await TokenAsync(client, over);
            while (!over.IsCancellationRequested)
            {
                var id = Tokens.New();
                _sent[id] = (phone, $"Number {id} of phone {phone}");
                if (await PostAsync(client, token, id, over) == HttpStatusCode.OK)
                {
                    _acknowledged[id] = true;
                }
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or IOException)
        {
            // The program is gone; what was under way is not acknowledged.
        }
    }

    private async Task<HttpStatusCode> AgainAsync(string url, IReadOnlyList<string> seats, string id)
    {
        using var client = Clients.New(url, Viewers.SeatCookie, seats[_sent[id].Phone]);
        return await PostAsync(client, await TokenAsync(client, Stop), id, Stop);
    }

    private async Task<HttpStatusCode> PostAsync(HttpClient client, string token, string id, CancellationToken over)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/w/{_world.Workshop}");
        request.Content = new FormUrlEncodedContent(
        [
            new("activity", House.Planted.N(_world.Activities[0])), new("id", id), new("kind", "Learning"), new("text", _sent[id].Text), new("secret", ""), new("late", ""),
        ]);
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("X-Script", "1");
        using var answer = await client.SendAsync(request, over);
        return answer.StatusCode;
    }

    private async Task<string> TokenAsync(HttpClient client, CancellationToken over) =>
        JsonDocument.Parse(await client.GetStringAsync($"/w/{_world.Workshop}?handler=me", over)).RootElement.GetProperty("token").GetString()!;

    /// <summary>Opens the first activity and lets in as many guests as post.</summary>
    private async Task<IReadOnlyList<string>> SeatsAsync()
    {
        await using var site = new Site(_world.File);
        await PlainPhone.OpenAsync(_world, site);
        var seats = Enumerable.Range(0, Phones).Select(_ => Tokens.New()).ToList();
        await site.Writer.RunAsync(writes =>
        {
            foreach (var (number, seat) in seats.Index())
            {
                var participant = writes.Insert(
                    "INSERT INTO participant (workshop_id, name, role, set_id, joined_at) VALUES (@Workshop, @name, 'Guest', @set, @Now)",
                    new { _world.Workshop, name = $"Guest {number}", set = _world.Sets[number % 6].Id, writes.Now });
                writes.Execute(
                    "INSERT INTO device (token_hash, participant_id, assurance, created_at) VALUES (@hash, @participant, 'Claimed', @Now)",
                    new { hash = Tokens.Hash(seat), participant, writes.Now });
            }

            return true;
        });
        return seats;
    }
}
