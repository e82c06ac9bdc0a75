using System.Net.Mail;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>What a form or a row of a file says about a person, cleaned.</summary>
public sealed record PersonDetails
{
    /// <summary>The longest name that is kept, in characters.</summary>
    public const int NameMax = 100;

    /// <summary>Full name, as the person is called in the room.</summary>
    public string Name { get; }

    /// <summary>E-mail address, or null where none is known.</summary>
    public string? Email { get; }

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; }

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; }

    /// <summary>Cleans what was typed.</summary>
    public PersonDetails(string? name, string? email, string? jobTitle, string? unit)
    {
        Name = Line.Clean(name);
        Email = Line.Clean(email) is { Length: > 0 } typed ? typed : null;
        JobTitle = Line.Clean(jobTitle);
        Unit = Line.Clean(unit);
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">Name missing or too long, or no e-mail address.</exception>
    public void Check()
    {
        var wrong = new Refusals();
        wrong.If(Name.Length == 0, "Name", "Who is it? A name is needed.");
        wrong.If(Name.Length > NameMax, "Name", $"{Name.Length} characters. Keep it to {NameMax}.");
        wrong.If(Email is not null && !IsEmail(Email), "Email", EmailFault(Email ?? ""));
        wrong.If(JobTitle.Length > NameMax, "JobTitle", $"{JobTitle.Length} characters. Keep it to {NameMax}.");
        wrong.If(Unit.Length > NameMax, "Unit", $"{Unit.Length} characters. Keep it to {NameMax}.");
        wrong.Throw();
    }

    /// <summary>Whether a text has the form of an e-mail address.</summary>
    public static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>What is wrong with an e-mail address, and what to do.</summary>
    public static string EmailFault(string email) => email.Split('@') is [_, { Length: > 0 } host]
        && !host.Contains('.', StringComparison.Ordinal)
        ? $"The address stops after “{host}”. Something like “.org” is missing."
        : "This is no e-mail address. It looks like name@organisation.org.";
}
