using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Programmes.Outcomes;
using WorkshopHub.Web.Shared;

namespace WorkshopHub.Web.Sets.Work;

/// <summary>One decision.</summary>
public sealed class DecisionPage(Db db, Writer writer, WorkLive live, TimeProvider time) : WorkItemPage<WorkDecision>(db, writer, live)
{
    /// <summary>The decision's number.</summary>
    [FromRoute(Name = "decision")]
    public long DecisionId { get; set; }

    /// <summary>The decision as typed.</summary>
    [BindProperty(Name = "Decision")]
    public DecisionForm Typed { get; set; } = new();

    /// <inheritdoc />
    public override long Item => DecisionId;

    /// <inheritdoc />
    public override string Here => string.Create(CultureInfo.InvariantCulture, $"/sets/{Id}/decisions/{DecisionId}");

    /// <inheritdoc />
    protected override (string Kind, string Place) Is => ("Decision", "decisions");

    /// <inheritdoc />
    protected override WorkDecision? Find(Reads reads) => WorkDecision.Find(reads, Id, DecisionId);

    /// <inheritdoc />
    protected override void Fill() => Typed = DecisionForm.Of(There);

    /// <inheritdoc />
    protected override bool Change(Writes writes) => WorkDecision.Change(writes, DecisionId, Typed, LocalDay.Today(writes, time.GetUtcNow()), Me);

    /// <inheritdoc />
    protected override bool TakeBack(Writes writes, bool back) => WorkDecision.TakeBack(writes, Id, DecisionId, back, Me);

    /// <inheritdoc />
    protected override IReadOnlyList<StaleField> Different()
    {
        Typed.Version = There.Version;
        return StaleField.Different(
            new StaleField("What we decided", Slides.Clean(Typed.Text), There.Text), new StaleField("On what ground", Typed.Ground ?? "", There.Ground.ToString()),
            new StaleField("With whom", Slides.Clean(Typed.Whom), There.Whom), new StaleField("Needed by", Typed.NeededBy ?? "", There.NeededBy ?? ""),
            new StaleField("Day", Typed.On ?? "", There.OnDate), new StaleField("State", "", There.GoneAt is null ? "" : "Taken back"));
    }
}
