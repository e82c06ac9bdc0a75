using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.People;

/// <summary>The tree of the organisation. Sets are drawn from different parts of it, so the parts have to be right.</summary>
public sealed class Units(Db db, Writer writer) : PlacesPage(db, writer)
{
    /// <summary>The part that is being changed, or null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Unit { get; set; }

    /// <summary>What it belongs to.</summary>
    [BindProperty]
    public long? Parent { get; set; }

    /// <inheritdoc />
    public override long? Chosen => Unit;

    /// <inheritdoc />
    public override PlaceWords Words { get; } = new(
        "/people/units", "unit", "The whole tree", "part", "in", "Its people and parts go to", "What was in it is in");

    /// <inheritdoc />
    public override bool IsInUse => base.IsInUse || All.Cast<UnitRow>().Any(row => row.ParentId == Unit);

    /// <inheritdoc />
    protected override IReadOnlyList<IPlace> Read(Reads reads) => UnitRow.Tree(reads);

    /// <inheritdoc />
    protected override void Add(Writes writes) => UnitCommands.Add(writes, Name, Parent, Viewer.PersonId);

    /// <inheritdoc />
    protected override bool Change(Writes writes, long id) => UnitCommands.Change(writes, id, Version, Name, Parent, Viewer.PersonId);

    /// <inheritdoc />
    protected override void Remove(Writes writes, long id) => UnitCommands.Remove(writes, id, Into, Viewer.PersonId);

    /// <inheritdoc />
    protected override void Fill()
    {
        base.Fill();
        Parent = (Now as UnitRow)?.ParentId;
    }

    /// <inheritdoc />
    protected override IEnumerable<StaleField> Differences(IPlace now) =>
        [new("Belongs to", NameOf(Parent), NameOf(((UnitRow)now).ParentId))];
}
