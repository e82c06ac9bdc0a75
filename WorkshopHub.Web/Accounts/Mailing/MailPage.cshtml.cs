using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Mailing;

/// <summary>A mail in the outbox, as the office sees it.</summary>
public sealed record MailLine
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>To whom.</summary>
    public string To { get; init; } = "";

    /// <summary>Its subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Waiting, Sending, Sent, Failed or Unsure.</summary>
    public string State { get; init; } = "";

    /// <summary>Why it did not go out; empty where it did.</summary>
    public string Problem { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public long Tries { get; init; }

    /// <summary>When its state last changed (UTC, see <see cref="Utc"/>).</summary>
    public string ChangedAt { get; init; } = "";
}

/// <summary>The outbox for the office: what went out, what waits and what did not go out.</summary>
public sealed class MailPage(Db db, Writer writer, MailHouse house, DueSoon soon) : OfficePage(db, writer)
{
    /// <summary>How many mails the page lists.</summary>
    public const int Most = 100;

    /// <summary>The newest mails; what did not go out first.</summary>
    public IReadOnlyList<MailLine> Mails { get; private set; } = [];

    /// <summary>The mail server, or null where none is set.</summary>
    public MailSettings? Server => house.Settings;

    /// <summary>The organisation's zone, for the moments.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>What was done last, said once.</summary>
    [TempData]
    public string? Told { get; set; }

    /// <summary>How a mail stands, in words.</summary>
    public static string Words(MailLine mail) => mail.State switch
    {
        "Waiting" => mail.Tries == 0 ? "Waits to be sent" : "Is tried again",
        "Sending" => "Is being sent",
        "Sent" => "Sent",
        "Unsure" => "Nobody knows: the program ended while it was being sent",
        _ => "Did not go out",
    };

    /// <summary>Shows the outbox.</summary>
    public async Task OnGetAsync() => await Db.ReadAsync(reads =>
    {
        Mails = reads.Query<MailLine>(
            """
            SELECT m.id, p.name AS "To", m.subject, m.state, m.problem, m.tries, m.changed_at
            FROM mail m JOIN person p ON p.id = m.person_id
            ORDER BY m.state NOT IN ('Failed', 'Unsure'), m.id DESC LIMIT @Most
            """, new { Most });
        Zone = LocalTime.ZoneOf(reads);
        return true;
    });

    /// <summary>Tries one once more.</summary>
    public async Task<IActionResult> OnPostAsync(long mail)
    {
        var again = false;
        await TryAsync(writes => again = Mailbox.Again(writes, mail));
        soon.Ring();
        Told = again ? "It is tried once more." : "It is on its way already.";
        return RedirectToPage();
    }
}
