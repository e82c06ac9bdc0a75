using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Pulses;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Reports.Outcome;

namespace WorkshopHub.Tests.Reports.Outcome;

/// <summary>What was asked in workshops: counted when it is over, and told of five people at least.</summary>
public sealed class AskedTests : IAsyncLifetime
{
    private readonly World _world = World.Plant();
    private Site _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _site = new Site(_world.File);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task How_many_answered_is_counted_when_the_question_is_closed()
    {
        var pulse = await _site.Writer.RunAsync(writes =>
        {
            var activity = Pulse(writes, _world.Workshop, "Open");
            foreach (var (place, name) in _world.Sets.SelectMany(set => set.Members).Take(7).Index())
            {
                var seat = writes.Insert(
                    "INSERT INTO participant (workshop_id, person_id, name, role, joined_at) VALUES (@Workshop, @person, @name, 'Member', @Now)",
                    new { _world.Workshop, person = _world[name], name, writes.Now });
                if (place < 5)
                {
                    writes.Execute("INSERT INTO answered (activity_id, participant_id, times) VALUES (@activity, @seat, 1)", new { activity, seat });
                }
            }

            return activity;
        }, Stop);
        Assert.Empty((await ReadAsync()).Method!.Asked);
        await _site.SetAsync("UPDATE activity SET state = 'Closed' WHERE id = @pulse", new { pulse });
        var asked = Assert.Single((await ReadAsync()).Method!.Asked);
        Assert.Equal(("How we work", 7, 5, true), (asked.Title, asked.Here, asked.Answered, asked.IsAnonymous));
    }

    [Fact]
    public async Task A_statement_that_fewer_than_five_answered_later_keeps_what_was_told_of_it_before()
    {
        await _site.Writer.RunAsync(writes =>
        {
            var final = writes.Insert(
                "INSERT INTO workshop (programme_id, kind, title, date, state, created_at, changed_at) VALUES (@Programme, 'Final', 'Final', '2026-09-15', 'Held', @Now, @Now)",
                new { _world.Programme, writes.Now });
            Answer(writes, Pulse(writes, _world.Workshop, "Closed"), 6, 6);
            Answer(writes, Pulse(writes, final, "Closed"), 7, 3);
            return true;
        }, Stop);
        var statements = (await ReadAsync()).Together!.Statements;
        Assert.Equal(
            [("Kick-off", 6, "Final", 7), (null, null, "Kick-off", 6)],
            statements.Select(one => (one.Then?.Workshop, one.Then?.N, one.Now?.Workshop, one.Now?.N)));
    }

    private static long Pulse(Writes writes, long workshop, string state) => writes.Insert(
        """
        INSERT INTO activity (workshop_id, kind, title, series, settings, name_mode, reveal, state, created_at, changed_at)
        VALUES (@workshop, 'pulse', 'How we work', 'pulse', '{"Standard":[1,2]}', 'Anonymous', 'AfterClose', @state, @Now, @Now)
        """, new { workshop, state, writes.Now });

    private static void Answer(Writes writes, long activity, params int[] sheets)
    {
        foreach (var (place, count) in sheets.Index())
        {
            for (var sheet = 0; sheet < count; sheet++)
            {
                writes.Execute(
                    "INSERT INTO pulse_answer (activity_id, secret_hash, statement, value) VALUES (@activity, @hash, @Key, 4)",
                    new { activity, hash = Tokens.Hash($"{sheet}"), PulseStatement.Standard[place].Key });
            }
        }
    }

    private async Task<OutcomeReport> ReadAsync() => (await _site.Db.ReadAsync(
        reads => LiveReport.Read(reads, _site.Services.GetRequiredService<ActivityKinds>(), _world.Programme, new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero)), Stop))!;
}
