using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Mailing;

/// <summary>What an e-mail is for.</summary>
public enum MailKind
{
    /// <summary>The personal way in.</summary>
    Invitation,

    /// <summary>Somebody of the office reminds of something.</summary>
    Nudge,

    /// <summary>The program reminds of what is due.</summary>
    Reminder,

    /// <summary>A way in for somebody who has signed in before: they asked for it, or the office made it for them.</summary>
    WayIn,
}

/// <summary>An e-mail to be put into the outbox.</summary>
/// <param name="Person">To whom.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="About">What it is about, e.g. invitation:3: nobody gets the same twice.</param>
/// <param name="Subject">Its subject; nothing that is confidential.</param>
/// <param name="Text">What is due, in a sentence or two; nothing that somebody wrote in confidence.</param>
/// <param name="Path">Where its link leads in this house.</param>
public sealed record NewMail(long Person, MailKind Kind, string About, string Subject, string Text, string Path);

/// <summary>
/// The outbox: mails are kept in the file in the command that causes them, and sent from there, each once. It says that
/// something is due and where, and a personal link is made only when the mail goes out.
/// </summary>
public static class Mailbox
{
    /// <summary>How often a mail is tried before it is given up.</summary>
    public const int TriesMax = 6;

    private static readonly TimeSpan[] _rests =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(4)];

    /// <summary>Puts a mail into the outbox. False where this person has the same already, or has no address.</summary>
    public static bool Put(Writes writes, NewMail mail, long? by)
    {
        if (writes.First<long?>(
            """
            INSERT INTO mail (person_id, kind, about, subject, text, path, created_at, created_by, changed_at)
            SELECT @Person, @kind, @About, @Subject, @Text, @Path, @Now, @by, @Now
            WHERE EXISTS (SELECT 1 FROM person p WHERE p.id = @Person AND p.email IS NOT NULL)
            ON CONFLICT (person_id, about) DO NOTHING RETURNING id
            """,
            new { mail.Person, kind = mail.Kind.ToString(), mail.About, mail.Subject, mail.Text, mail.Path, writes.Now, by }) is not { } id)
        {
            return false;
        }

        Due.Plan(writes, MailDue.Word, id, Utc.Parse(writes.Now));
        if (by is not null && mail.Kind != MailKind.WayIn)
        {
            Audit.Note(writes, by, null, $"mail-{mail.Kind.ToString().ToLowerInvariant()}", "person", mail.Person);
        }

        return true;
    }

    /// <summary>Tries one once more that has failed, or of which nobody knows whether it went out. False where it is neither.</summary>
    public static bool Again(Writes writes, long id)
    {
        var again = writes.Execute(
            "UPDATE mail SET state = 'Waiting', tries = 0, problem = '', changed_at = @Now WHERE id = @id AND state IN ('Failed', 'Unsure')",
            new { id, writes.Now }) == 1;
        if (again)
        {
            Due.Plan(writes, MailDue.Word, id, Utc.Parse(writes.Now));
        }

        return again;
    }

    /// <summary>Takes a mail out to send it now. False where it isn't waiting any more.</summary>
    internal static bool Take(Writes writes, long id) => writes.Execute(
        "UPDATE mail SET state = 'Sending', tries = tries + 1, changed_at = @Now WHERE id = @id AND state = 'Waiting'", new { id, writes.Now }) == 1;

    /// <summary>It has gone out.</summary>
    internal static void Sent(Writes writes, long id) => writes.Execute(
        "UPDATE mail SET state = 'Sent', problem = '', changed_at = @Now WHERE id = @id AND state = 'Sending'", new { id, writes.Now });

    /// <summary>It did not go out: it is tried again later, or given up.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="id">The mail.</param>
    /// <param name="problem">Why, in words.</param>
    /// <param name="final">Whether trying again is of no use.</param>
    internal static void Failed(Writes writes, long id, string problem, bool final)
    {
        var tries = writes.First<int>("SELECT tries FROM mail WHERE id = @id", new { id });
        var over = final || tries >= TriesMax;
        writes.Execute(
            "UPDATE mail SET state = @state, problem = @problem, changed_at = @Now WHERE id = @id AND state = 'Sending'",
            new { id, state = over ? "Failed" : "Waiting", problem = problem.Length > 300 ? problem[..300] : problem, writes.Now });
        if (!over)
        {
            Due.Plan(writes, MailDue.Word, id, Utc.Parse(writes.Now) + _rests[Math.Clamp(tries - 1, 0, _rests.Length - 1)]);
        }
    }

    /// <summary>The program ended while these were under way: nobody knows whether they went out, so they are not sent again by themselves.</summary>
    internal static int Lost(Writes writes) => writes.Execute(
        "UPDATE mail SET state = 'Unsure', changed_at = @Now WHERE state = 'Sending'", new { writes.Now });
}

/// <summary>Sends a mail when it is due.</summary>
public sealed class MailDue(Postman postman) : IDueWork
{
    /// <summary>The kind of this work in the file.</summary>
    public const string Word = "Mail";

    /// <inheritdoc />
    public string Kind => Word;

    /// <inheritdoc />
    public void Do(Writes writes, long thing) => Mailbox.Take(writes, thing);

    /// <inheritdoc />
    public Task TellAsync(long thing, CancellationToken cancellation)
    {
        postman.Carry(thing);
        return Task.CompletedTask;
    }
}
