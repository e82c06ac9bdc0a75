using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>
/// Where and as what somebody works, beside job title and part of the organisation. Sets mix people of different
/// disciplines and sites, and never hold somebody together with their manager.
/// </summary>
public sealed record PersonWork
{
    /// <summary>What the person is by trade or training, e.g. Engineering; may be empty.</summary>
    public string Discipline { get; }

    /// <summary>The site's name; may be empty. A name that is not known yet makes a site.</summary>
    public string Site { get; }

    /// <summary>The line manager, or null where none is named.</summary>
    public long? ManagerId { get; }

    /// <summary>Cleans what was typed.</summary>
    public PersonWork(string? discipline, string? site, long? managerId)
    {
        Discipline = Line.Clean(discipline);
        Site = Line.Clean(site);
        ManagerId = managerId;
    }

    /// <summary>Refuses what can't be kept.</summary>
    /// <exception cref="RefusedException">Discipline or site is too long.</exception>
    public void Check()
    {
        var wrong = new Refusals();
        foreach (var (field, text) in new[] { (nameof(Discipline), Discipline), (nameof(Site), Site) })
        {
            wrong.If(text.Length > PersonDetails.NameMax, field, $"{text.Length} characters. Keep it to {PersonDetails.NameMax}.");
        }

        wrong.Throw();
    }
}
