using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Sets.Records;

/// <summary>
/// "Everybody is told the date and can download their own before": two weeks before confidential notes go, everybody whose they are
/// gets a mail with the day and the way to their own. It stands on their page from the closing on.
/// </summary>
public sealed class RetentionTold(MailHouse house) : IDueWork
{
    /// <inheritdoc />
    public string Kind => KeptFor.Told;

    /// <inheritdoc />
    public void Do(Writes writes, long thing)
    {
        if (!house.IsOn || OwnRetention.DayOf(writes, thing) is not { } day
            || writes.First<string>("SELECT name FROM programme WHERE id = @thing AND state = 'Closed'", new { thing }) is not { } name)
        {
            return;
        }

        foreach (var person in writes.Query<long>(
            $"SELECT person_id FROM ({OwnRetention.People}) WHERE programme_id = @thing GROUP BY person_id ORDER BY person_id", new { thing }))
        {
            Mailbox.Put(writes, new NewMail(
                person, MailKind.Reminder, string.Create(CultureInfo.InvariantCulture, $"retention:{thing}:{LocalDay.Text(day)}"),
                $"Notes of yours are deleted on {LocalDay.WithMonth(day)}",
                $"On {LocalDay.Whole(day)} the confidential notes of {name} are deleted, as was promised. What is yours you can download before:",
                string.Create(CultureInfo.InvariantCulture, $"/programmes/{thing}/mine")), null);
        }
    }
}

/// <summary>The day on which confidential notes go, on the pages of everybody whose they are, from the closing on.</summary>
public sealed class OwnRetention : IOwnLinks
{
    /// <summary>Who has something of their own in a programme: its members, also those who left, and its advisors.</summary>
    internal const string People =
        """
        SELECT s.programme_id, m.person_id FROM membership m JOIN sets s ON s.id = m.set_id
        UNION SELECT r.programme_id, r.person_id FROM role_assignment r WHERE r.role = 'Advisor' AND r.set_id IS NOT NULL
        """;

    /// <inheritdoc />
    public IReadOnlyList<OwnLink> Of(Reads reads, long person)
    {
        var zone = LocalTime.ZoneOf(reads);
        return
        [
            .. reads.Query<(long Id, string Name, string At)>(
                $"""
                SELECT g.id, g.name, d.due_at
                FROM due d JOIN programme g ON g.id = d.thing_id AND g.state = 'Closed'
                WHERE d.kind = @Work AND d.done_at IS NULL AND EXISTS (SELECT 1 FROM ({People}) p WHERE p.programme_id = g.id AND p.person_id = @person)
                ORDER BY d.due_at
                """, new { person, KeptFor.Work }).Select(one => new OwnLink(
                    string.Create(CultureInfo.InvariantCulture, $"/programmes/{one.Id}/mine"),
                    $"Download your own of {one.Name} before {LocalDay.WithMonth(LocalOf(one.At, zone))}",
                    "On that day airtime notes go, and what was ticked and ranked becomes counts.", 0, ToDo: false)),
        ];
    }

    /// <summary>The day on which the notes of a programme go (local); null where nothing is planned.</summary>
    internal static DateOnly? DayOf(Reads reads, long programme) =>
        KeptFor.Until(reads, programme) is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, LocalTime.ZoneOf(reads)).DateTime) : null;

    private static DateOnly LocalOf(string at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Utc.Parse(at), zone).DateTime);
}
