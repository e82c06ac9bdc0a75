namespace WorkshopHub.Web.Accounts;

/// <summary>What a password has to be: long. Nothing else is asked of it.</summary>
public static class Passwords
{
    /// <summary>The fewest characters.</summary>
    public const int Min = 12;

    private const int Max = 200;

    /// <summary>What is wrong with a new password and what to do, or null.</summary>
    public static string? Fault(string? typed) => (typed ?? "").EnumerateRunes().Count() switch
    {
        < Min and var length => $"{length} characters. Four ordinary words are easier to keep than a short riddle.",
        > Max and var length => $"{length} characters. {Max} are enough.",
        _ => null,
    };
}
