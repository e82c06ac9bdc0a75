namespace WorkshopHub.Tests.Hostile;

/// <summary>Something that is done to a board; numbers name a phone, a post that there is, or words.</summary>
public abstract record Deed
{
    /// <summary>A phone posts words.</summary>
    public sealed record Post(int Phone, int Words) : Deed;

    /// <summary>A phone sends a post again, with its words or, wrongly, with others.</summary>
    public sealed record Again(int Of, bool SameWords) : Deed;

    /// <summary>A phone writes a post anew, its own or another's; from what it is now or, too late, from what it was before.</summary>
    public sealed record Edit(int Of, int Phone, int Words, bool IsLate) : Deed;

    /// <summary>A phone deletes a post, its own or another's.</summary>
    public sealed record Delete(int Of, int Phone) : Deed;

    /// <summary>The facilitator takes a post off the wall, from what it is now or was before.</summary>
    public sealed record Hide(int Of, bool IsLate) : Deed;

    /// <summary>The facilitator puts it back.</summary>
    public sealed record Unhide(int Of) : Deed;

    /// <summary>The program ends and begins anew.</summary>
    public sealed record Restart : Deed;
}

/// <summary>What a board has to be, in the simplest way to say it: a list.</summary>
public sealed class BoardModel
{
    /// <summary>All posts in the order in which they came.</summary>
    public List<Said> Posts { get; } = [];

    /// <summary>What stands on the wall.</summary>
    public IEnumerable<Said> Wall => Posts.Where(post => post is { IsDeleted: false, IsHidden: false, IsWaiting: false });

    /// <summary>One post.</summary>
    public sealed class Said
    {
        /// <summary>The id that the phone gave it.</summary>
        public required string Id { get; init; }

        /// <summary>Who wrote it.</summary>
        public required int Phone { get; init; }

        /// <summary>Its words now.</summary>
        public required string Text { get; set; }

        /// <summary>How often it was changed, and one.</summary>
        public long Version { get; set; } = 1;

        /// <summary>Whether the facilitator took it off.</summary>
        public bool IsHidden { get; set; }

        /// <summary>Whether it waits for the facilitator, or did when it was taken off.</summary>
        public bool IsWaiting { get; set; }

        /// <summary>Whether its author took it back.</summary>
        public bool IsDeleted { get; set; }
    }
}
