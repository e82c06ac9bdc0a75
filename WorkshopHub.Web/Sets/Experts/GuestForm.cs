using System.Globalization;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Schedule;

namespace WorkshopHub.Web.Sets.Experts;

/// <summary>Whom a set asks, to which meeting and what for, as typed.</summary>
public sealed class GuestForm
{
    /// <summary>Name, or the e-mail of somebody of the house.</summary>
    public string? Name { get; set; }

    /// <summary>E-mail; may stay empty.</summary>
    public string? Email { get; set; }

    /// <summary>What they know.</summary>
    public string? Expertise { get; set; }

    /// <summary>What the set wants to ask them.</summary>
    public string? InvitedFor { get; set; }

    /// <summary>The meeting.</summary>
    public long Meeting { get; set; }

    /// <summary>From when.</summary>
    public string? Starts { get; set; }

    /// <summary>Until when.</summary>
    public string? Ends { get; set; }
}

/// <summary>The same, cleaned and found to make sense.</summary>
/// <param name="Person">The person of the house, or null.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">E-mail; may be empty.</param>
/// <param name="Expertise">What they know; may be empty.</param>
/// <param name="InvitedFor">What the set wants to ask.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Starts">From when, HH:mm.</param>
/// <param name="Ends">Until when.</param>
public sealed record GuestDetails(
    long? Person, string Name, string Email, string Expertise, string InvitedFor, Meeting Meeting, string Starts, string Ends)
{
    /// <summary>Characters of what the set wants to ask.</summary>
    public const int PurposeMax = 280;

    /// <summary>Characters of a name, an e-mail and what somebody knows.</summary>
    public const int LineMax = 120;

    /// <summary>Reads what was typed, inside the command that keeps it.</summary>
    /// <exception cref="RefusedException">A field is missing or wrong; its name begins with Form.</exception>
    public static GuestDetails Read(Reads reads, long set, GuestForm form)
    {
        var (name, email) = (Line.Clean(form.Name), Line.Clean(form.Email));
        if (name.Contains('@', StringComparison.Ordinal) && email.Length == 0)
        {
            (name, email) = ("", name);
        }

        var wrong = new Refusals();
        wrong.If(name.Length == 0 && email.Length == 0, "Form.Name", "Whom do you ask? A name is enough, or the e-mail of somebody of the house.");
        wrong.If(
            email.Length > 0 && (email.Count(sign => sign == '@') != 1 || email.StartsWith('@') || email.EndsWith('@') || email.Contains(' ', StringComparison.Ordinal)),
            "Form.Email", "This is no e-mail. Leave it empty if you hand the invitation over yourself.");
        var person = wrong.Of(() => PersonOf(reads, name, email), null);
        wrong.If(!wrong.Any && person is null && name.Length == 0, "Form.Name", "Nobody of the house has this e-mail. What is the name of the person?");
        wrong.Of(() => Limit("Form.Name", name));
        wrong.Of(() => Limit("Form.Email", email));
        var expertise = wrong.Of(() => Limit("Form.Expertise", Line.Clean(form.Expertise)), "");
        var purpose = wrong.Of(() => Purpose(form.InvitedFor), "");
        var meeting = wrong.Of<Meeting?>(() => MeetingOf(reads, set, form.Meeting), null);
        var starts = wrong.Of(() => MeetingDetails.Clock(form.Starts, "Form.Starts"), "");
        var ends = wrong.Of(() => MeetingDetails.Clock(form.Ends, "Form.Ends"), "");
        wrong.Throw();
        return new GuestDetails(
            person?.Id, person?.Name ?? name, email.Length > 0 ? email : person?.Email ?? "", expertise, purpose, meeting!, starts, ends).InsideOf(reads, set);
    }

    /// <summary>When a meeting ends if it goes by its agenda: check-in, report back, reflection and breaks, and an hour each.</summary>
    public static TimeOnly EndOf(Reads reads, long set, Meeting meeting) => Clock(meeting.Starts).AddMinutes(155 + (60 * Math.Max(4, reads.First<long>(
        "SELECT count(*) FROM membership WHERE set_id = @set AND left_at IS NULL", new { set }))));

    private GuestDetails InsideOf(Reads reads, long set)
    {
        var (from, until) = (Clock(Meeting.Starts), EndOf(reads, set, Meeting));
        if (Clock(Starts) < from || Clock(Starts) >= until)
        {
            throw new RefusedException("Form.Starts", $"The meeting is from {Meeting.Clock} to {until.ToString("H:mm", CultureInfo.InvariantCulture)}.");
        }

        return Clock(Ends) <= Clock(Starts) || Clock(Ends) > until
            ? throw new RefusedException("Form.Ends", $"After its beginning, and not later than {until.ToString("H:mm", CultureInfo.InvariantCulture)}, when the meeting ends.")
            : this;
    }

    private static string Purpose(string? typed)
    {
        var clean = Line.Clean(typed);
        return clean.Length == 0 ? throw new RefusedException("Form.InvitedFor", "What do you want to ask them? One question is best.")
            : clean.Length > PurposeMax ? throw new RefusedException("Form.InvitedFor", $"{clean.Length} characters. Keep it to {PurposeMax}: the rest is for the talk.")
            : clean;
    }

    private static Meeting MeetingOf(Reads reads, long set, long id) => Schedule.Meeting.Find(reads, set, id) switch
    {
        { State: "Planned" or "Open" } there => there,
        _ => throw new RefusedException("Form.Meeting", "To which meeting? One that is still to come."),
    };

    private static Known? PersonOf(Reads reads, string name, string email)
    {
        var all = reads.Query<Known>(
            """
            SELECT id, name, ifnull(email, '') AS Email FROM person
            WHERE (@email <> '' AND email = @email COLLATE NOCASE) OR (@email = '' AND name = @name COLLATE NOCASE) ORDER BY id LIMIT 2
            """, new { name, email });
        return all.Count > 1 ? throw new RefusedException("Form.Email", $"There are two people called {name}. Write the e-mail of the one you mean.") : all is [var one] ? one : null;
    }

    private static string Limit(string field, string text) =>
        text.Length > LineMax ? throw new RefusedException(field, $"{text.Length} characters. Keep it to {LineMax}.") : text;

    private static TimeOnly Clock(string kept) => TimeOnly.ParseExact(kept, "HH:mm", CultureInfo.InvariantCulture);

    private sealed record Known
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public string Email { get; init; } = "";
    }
}
