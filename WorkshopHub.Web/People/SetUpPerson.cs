using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>What the first page of the set-up asks.</summary>
/// <param name="Organisation">What the organisation is called.</param>
/// <param name="Name">The first person's name.</param>
/// <param name="Email">Their e-mail, by which they sign in.</param>
/// <param name="Password">Their password, at least twelve characters.</param>
/// <param name="TimeZone">IANA name of the organisation's time zone.</param>
public sealed record SetUpPerson(string? Organisation, string? Name, string? Email, string? Password, string? TimeZone)
{
    /// <summary>All that is wrong, by field; empty where the house can be set up.</summary>
    public Dictionary<string, string> Faults()
    {
        Dictionary<string, string> faults = [];
        var organisation = Line.Clean(Organisation);
        if (organisation.Length is 0 or > 80)
        {
            faults["Organisation"] = organisation.Length == 0
                ? "A name is needed. It stands on the walls and in invitations."
                : $"{organisation.Length} characters. Keep it to 80.";
        }

        var name = Line.Clean(Name);
        if (name.Length is 0 or > PersonDetails.NameMax)
        {
            faults["Name"] = name.Length == 0 ? "Who are you? A name is needed." : $"{name.Length} characters. Keep it to {PersonDetails.NameMax}.";
        }

        var email = Line.Clean(Email);
        if (!PersonDetails.IsEmail(email))
        {
            faults["Email"] = email.Length == 0 ? "You will sign in with it, so it is needed." : PersonDetails.EmailFault(email);
        }

        if (Passwords.Fault(Password) is { } fault)
        {
            faults["Password"] = fault;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? "", out _))
        {
            faults["TimeZone"] = "Choose where you are from the list.";
        }

        return faults;
    }

    /// <summary>Sets the house up and uses the link up; null where the link was used already.</summary>
    /// <param name="writes">The command's transaction.</param>
    /// <param name="token">The link's token.</param>
    /// <param name="passwordHash">Hash of the password, made outside the command since it takes its time.</param>
    /// <returns>The first person's id, admin and facilitator.</returns>
    public long? Keep(Writes writes, string? token, string passwordHash)
    {
        if (!SetUpLink.Use(writes, token))
        {
            return null;
        }

        var details = new PersonDetails(Name, Email, "", "");
        var person = PersonRow.ByEmail(writes, details.Email!)?.Id ?? PersonCommands.Add(writes, details, null);
        SignIns.Save(writes, person, passwordHash, admin: true, facilitator: true);
        Settings.Set(writes, Settings.SiteName, Line.Clean(Organisation));
        Settings.Set(writes, Settings.TimeZone, TimeZone!);
        return person;
    }
}
