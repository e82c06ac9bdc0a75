using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.People;

/// <summary>The sites. Sets mix people from different ones.</summary>
public sealed class Sites(Db db, Writer writer) : PlacesPage(db, writer)
{
    /// <summary>The site that is being changed, or null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Site { get; set; }

    /// <inheritdoc />
    public override long? Chosen => Site;

    /// <inheritdoc />
    public override PlaceWords Words { get; } = new("/people/sites", "site", "All sites", "site", "at", "Its people go to", "Its people are at");

    /// <inheritdoc />
    protected override IReadOnlyList<IPlace> Read(Reads reads) => SiteRow.All(reads);

    /// <inheritdoc />
    protected override void Add(Writes writes) => SiteCommands.Add(writes, Name, Viewer.PersonId);

    /// <inheritdoc />
    protected override bool Change(Writes writes, long id) => SiteCommands.Change(writes, id, Version, Name, Viewer.PersonId);

    /// <inheritdoc />
    protected override void Remove(Writes writes, long id) => SiteCommands.Remove(writes, id, Into, Viewer.PersonId);
}
