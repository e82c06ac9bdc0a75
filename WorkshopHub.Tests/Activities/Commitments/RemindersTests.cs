using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Web.Activities.Commitments;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Tests.Activities.Commitments;

public sealed class RemindersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_its_day_and_after_ninety_days_owner_and_witness_are_asked_what_became_of_it_once_each()
    {
        await using var room = await CommitmentRoom.OpenAsync("NinetyDays", kind: "Final");
        var alma = await room.PhoneAsync("Alma Tamm");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.Equal(HttpStatusCode.OK, (await room.PromiseAsync(alma, "Ring Otto first", "Nobody", "Sven Sponsor", $"{today.AddDays(40):yyyy-MM-dd}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await room.PromiseAsync(alma, "Ring Otto first", "Nobody", "Sven Sponsor", $"{today.AddDays(30):yyyy-MM-dd}")).StatusCode);
        Assert.Equal(2, await room.OneAsync<long>("SELECT count(*) FROM due"));
        var due = await room.OneAsync<string>("SELECT due_at FROM due WHERE kind = 'Commitment'");
        Assert.StartsWith($"{today.AddDays(30):yyyy-MM-dd}", due, StringComparison.Ordinal);
        using var witness = await Office.SignInAsync(room.Site, World.Mail("Sven Sponsor"));
        Assert.DoesNotContain("Ring Otto first", await witness.GetStringAsync("/", Stop), StringComparison.Ordinal);

        // The program was down on the day, and comes up later.
        await AtAsync(room, Utc.Parse(due!).AddDays(3));
        await AtAsync(room, Utc.Parse(due!).AddDays(4));
        Assert.Equal(1, await room.OneAsync<long>("SELECT count(*) FROM commitment_asked"));
        var page = WebUtility.HtmlDecode(await witness.GetStringAsync("/", Stop));
        Assert.Contains("Ask Alma what became of it. You are the witness.", page, StringComparison.Ordinal);
        await AsOwnerAsync(room);
        using var owner = await Office.SignInAsync(room.Site, World.Mail("Alma Tamm"));
        Assert.Contains("You said you would.", await owner.GetStringAsync("/", Stop), StringComparison.Ordinal);
        var id = await room.OneAsync<long>("SELECT id FROM commitment");
        using var notHers = await witness.GetAsync($"/promises/{id}", Stop);
        Assert.Equal(HttpStatusCode.NotFound, notHers.StatusCode);
        using var nothing = await owner.PostAsync($"/promises/{id}", "", ("State", ""), ("Words", "I rang"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains(">I rang</textarea>", await nothing.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var said = await owner.PostAsync($"/promises/{id}", "", ("State", "Partly"), ("Words", "I rang"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal("Partly", await room.OneAsync<string>("SELECT state FROM commitment"));
        Assert.DoesNotContain("Ring Otto first", await witness.GetStringAsync("/", Stop), StringComparison.Ordinal);

        // Ninety days after the workshop it is asked again.
        var ninety = await room.OneAsync<string>("SELECT due_at FROM due WHERE kind = 'CommitmentNinetyDays'");
        await AtAsync(room, Utc.Parse(ninety!).AddMinutes(1));
        Assert.Equal(2, await room.OneAsync<long>("SELECT count(*) FROM commitment_asked"));
        Assert.Contains("Ring Otto first", await owner.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.Empty(room.Site.Faults.All);
    }

    /// <summary>A program that starts at a moment does what is due by then, and ends.</summary>
    private static async Task AtAsync(CommitmentRoom room, DateTimeOffset moment)
    {
        var clock = new Clock(moment);
        using var writer = new Writer(room.Site.File, clock);
        await writer.StartAsync(Stop);
        var due = new Due(room.Site.Db, writer, clock, [new DueReminder(), new NinetyDaysReminder()], NullLogger<Due>.Instance)
        {
            Interval = TimeSpan.FromMilliseconds(10),
        };
        await due.StartAsync(Stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await room.OneAsync<long>("SELECT count(*) FROM due WHERE done_at IS NULL AND due_at <= @now", new { now = Utc.Text(moment) }) > 0)
        {
            await looks.WaitForNextTickAsync(patience.Token);
        }

        await due.StopAsync(Stop);
        await writer.StopAsync(Stop);
    }

    /// <summary>Gives Alma an account, so that she can see her own page.</summary>
    private static Task<int> AsOwnerAsync(CommitmentRoom room) => room.Site.Writer.RunAsync(w => w.Execute(
        """
        INSERT INTO account (person_id, password_hash, stamp, is_facilitator)
        SELECT @alma, password_hash, 'stamp-of-alma', 0 FROM account WHERE person_id = @sven
        """, new { alma = room.World["Alma Tamm"], sven = room.World["Sven Sponsor"] }), Stop);

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
