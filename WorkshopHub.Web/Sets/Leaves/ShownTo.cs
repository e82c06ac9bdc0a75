namespace WorkshopHub.Web.Sets.Leaves;

/// <summary>To whom an item is shown, named before it is shown.</summary>
/// <param name="Key">As the file keeps it.</param>
/// <param name="Words">Who that is, in plain words.</param>
public sealed record ShownTo(string Key, string Words)
{
    /// <summary>Everybody whom something may be shown to.</summary>
    public static IReadOnlyList<ShownTo> All { get; } =
    [
        new("Set", "Your set and its advisor"),
        new("Advisor", "Your advisor alone"),
        new("Supervisor", "Your supervisor"),
        new("Client", "The client of your problem"),
        new("Champion", "Your champion"),
        new("Sponsor", "The sponsor"),
        new("Facilitator", "The programme office"),
        new("Programme", "Everybody in the programme"),
        new("Organisation", "Everybody in the organisation"),
    ];

    /// <summary>To whom a reflection may be shown: supervisors and clients read none.</summary>
    public static IReadOnlyList<ShownTo> OfReflection(bool own, bool atFinal) =>
        [.. All.Where(one => one.Key switch
        {
            "Set" => own,
            "Champion" or "Sponsor" or "Facilitator" or "Programme" => true,
            "Organisation" => atFinal,
            _ => false,
        })];

    /// <summary>One by its key, or null.</summary>
    public static ShownTo? Of(string? key) => All.FirstOrDefault(one => one.Key == key);
}
