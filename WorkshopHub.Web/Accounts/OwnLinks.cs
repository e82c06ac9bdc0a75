using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Something that waits for a person outside the room: what they are asked for, may write beforehand, or was kept for them.</summary>
/// <param name="Href">Where it is.</param>
/// <param name="What">What it is, e.g. Report of Circle.</param>
/// <param name="Words">What it belongs to and how it stands, in a few words; never a text that is confidential.</param>
/// <param name="SetId">The set on whose page it stands too, or 0.</param>
/// <param name="ToDo">Whether it waits to be done, rather than to be read.</param>
public sealed record OwnLink(string Href, string What, string Words, long SetId, bool ToDo)
{
    /// <summary>By when (local date, yyyy-MM-dd), or null.</summary>
    public string? By { get; init; }

    /// <summary>In which role it waits for them, or null where it is as themselves.</summary>
    public Role? As { get; init; }

    /// <summary>Whether it waits for whoever has a part, so that it stands on the page of each of their roles too.</summary>
    public bool InEachRole { get; init; }

    /// <summary>What the button says.</summary>
    public string Verb { get; init; } = "Open";

    /// <summary>The place of the set that it is about, from which its mark follows; null where it is about none.</summary>
    public long? SetPosition { get; init; }

    /// <summary>That set's name, or null.</summary>
    public string? SetName { get; init; }
}

/// <summary>A room that has something for a person. My page asks all that there are.</summary>
public interface IOwnLinks
{
    /// <summary>What waits for this person, the soonest first. The number of statements does not grow with what there is.</summary>
    IReadOnlyList<OwnLink> Of(Reads reads, long person);
}
