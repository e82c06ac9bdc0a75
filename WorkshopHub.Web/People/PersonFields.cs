namespace WorkshopHub.Web.People;

/// <summary>What stands about a person wherever people are read: on their page, in the list, beside the rows of a file.</summary>
public abstract record PersonFields
{
    /// <summary>The person's id.</summary>
    public long Id { get; init; }

    /// <summary>Full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>E-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>What the person does; may be empty.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>What the person is by trade or training; may be empty.</summary>
    public string Discipline { get; init; } = "";

    /// <summary>Part of the organisation; may be empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the person works; may be empty.</summary>
    public string Site { get; init; } = "";

    /// <summary>The line manager, or null.</summary>
    public long? ManagerId { get; init; }
}
