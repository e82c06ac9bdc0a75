using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>Something that waits for a person outside the room: what may be written beforehand, what was kept for them.</summary>
/// <param name="Href">Where it is.</param>
/// <param name="What">What it is, e.g. Report of Circle.</param>
/// <param name="Words">What it belongs to and how it stands, in a few words; never a text that is confidential.</param>
/// <param name="SetId">The set that it belongs to.</param>
/// <param name="ToDo">Whether it waits to be done, rather than to be read.</param>
public sealed record OwnLink(string Href, string What, string Words, long SetId, bool ToDo);

/// <summary>A room that has something for a person. My page asks all that there are.</summary>
public interface IOwnLinks
{
    /// <summary>What waits for this person, the soonest first.</summary>
    IReadOnlyList<OwnLink> Of(Reads reads, long person);
}
