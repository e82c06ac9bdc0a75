using WorkshopHub.Web.People;

namespace WorkshopHub.Web.Programmes;

/// <summary>What came of a row, or would.</summary>
/// <param name="Row">The row.</param>
/// <param name="Outcome">What was done; null where the row is wrong.</param>
/// <param name="Why">Why it is wrong, or what else happens with it; may be empty.</param>
/// <param name="Unknown">The supervisor whom nobody knows here, by name; null where it is clear who is meant.</param>
public sealed record PasteResult(PasteRow Row, TakenIn? Outcome, string Why, string? Unknown = null)
{
    /// <summary>What the house knew of the person before the list came; null for somebody new.</summary>
    public PersonRow? Here { get; init; }

    /// <summary>What becomes different about somebody whom the house knew: what it is, as it was and as it will be.</summary>
    public IReadOnlyList<(string What, string Old, string New)> Changes { get; init; } = [];

    /// <summary>The member's supervisor from now on, or null.</summary>
    public PersonRow? Supervisor { get; init; }

    /// <summary>Who was it until now, where it becomes somebody else; or null.</summary>
    public PersonRow? FormerSupervisor { get; init; }

    /// <summary>What two looks at a person say differently.</summary>
    internal static IReadOnlyList<(string What, string Old, string New)> Between(PersonRow before, PersonRow after) =>
    [
        .. new[]
        {
            ("name", before.Name, after.Name), ("e-mail", before.Email ?? "", after.Email ?? ""),
            ("job title", before.JobTitle, after.JobTitle), ("unit", before.Unit, after.Unit),
        }.Where(one => one.Item2 != one.Item3),
    ];
}
