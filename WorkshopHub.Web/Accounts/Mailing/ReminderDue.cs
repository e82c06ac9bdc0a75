using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Mailing;

/// <summary>
/// Each morning: whoever has something that falls due within three days, or is late, gets a mail that says so, once for each
/// thing and its day. What waits is what stands on their own page.
/// </summary>
public sealed class ReminderDue(MailHouse house, IEnumerable<IOwnLinks> links) : IDueWork
{
    /// <summary>The kind of this work in the file.</summary>
    public const string Word = "MailReminders";

    /// <summary>How many days before its day a thing is named.</summary>
    public const int DaysBefore = 3;

    // What begins to wait at eight has begun by then.
    private static readonly TimeOnly _morning = new(8, 5);

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        if (!house.IsOn)
        {
            return;
        }

        var today = LocalDay.Today(writes, Utc.Parse(writes.Now));
        Plan(writes, today.AddDays(1));
        foreach (var person in writes.Query<long>(
            """
            SELECT a.person_id FROM account a JOIN person p ON p.id = a.person_id
            WHERE p.email IS NOT NULL AND (a.password_hash IS NOT NULL OR a.signed_in_at IS NOT NULL) ORDER BY a.person_id
            """))
        {
            Remind(writes, person, LocalDay.Text(today.AddDays(DaysBefore)));
        }
    }

    /// <summary>Plans the next morning; the one that is planned already is moved.</summary>
    internal static void Plan(Writes writes, DateOnly day) =>
        Due.Plan(writes, Word, 0, LocalTime.Moment(day.ToDateTime(_morning), LocalTime.ZoneOf(writes)));

    private void Remind(Writes writes, long person, string until)
    {
        var waits = links.SelectMany(room => room.Of(writes, person))
            .Where(link => link is { ToDo: true, By: { } by } && string.CompareOrdinal(by, until) <= 0).ToList();
        var fresh = waits.Where(link => writes.First<long?>(
            "SELECT 1 FROM mail_named WHERE person_id = @person AND thing = @thing", new { person, thing = $"{link.Href} {link.By}" }) is null).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        writes.Execute(
            "INSERT INTO mail_named (person_id, thing) SELECT @person, value FROM json_each(@things) WHERE true ON CONFLICT DO NOTHING",
            new { person, things = System.Text.Json.JsonSerializer.Serialize(fresh.Select(link => $"{link.Href} {link.By}")) });
        Mailbox.Put(writes, new NewMail(
            person, MailKind.Reminder, $"reminder:{writes.Now}",
            fresh.Count == 1 ? "Something of yours is due soon" : $"{fresh.Count} things of yours are due soon",
            $"{(fresh.Count == 1 ? "One thing waits" : $"{fresh.Count} things wait")} for you by {Day(fresh.Max(link => link.By)!)}. What it is stands on your own page:",
            "/"), null);
    }

    private static string Day(string date) => LocalDay.Read(date) is { } day ? LocalDay.WithWeekday(day) : date;
}

/// <summary>Plans the first morning when the program starts, where none is planned and mail is sent at all.</summary>
public sealed class ReminderStart(MailHouse house, Writer writer, TimeProvider time) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => !house.IsOn ? Task.CompletedTask : writer.RunAsync(writes =>
    {
        if (writes.First<long?>("SELECT id FROM due WHERE kind = @Word AND done_at IS NULL", new { ReminderDue.Word }) is null)
        {
            ReminderDue.Plan(writes, LocalDay.Today(writes, time.GetUtcNow()).AddDays(1));
        }

        return true;
    }, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
