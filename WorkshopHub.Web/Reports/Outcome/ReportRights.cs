using System.Globalization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Sets.Work;

namespace WorkshopHub.Web.Reports.Outcome;

/// <summary>
/// Who reads a programme's report: the draft its sponsor and whoever runs it; once published everybody with a part in the programme.
/// </summary>
public sealed record ReportRights
{
    private readonly HashSet<string> _links;
    private readonly IReadOnlySet<long> _measures;

    private ReportRights(HashSet<string> links, IReadOnlySet<long> measures) => (_links, _measures) = (links, measures);

    /// <summary>Reads it as it would be published now.</summary>
    public bool MayReadDraft { get; private init; }

    /// <summary>Reads what was published.</summary>
    public bool MayRead { get; private init; }

    /// <summary>Arranges and publishes it.</summary>
    public bool MayEdit { get; private init; }

    /// <summary>What the viewer, signed in, may.</summary>
    /// <param name="viewer">Who is asking.</param>
    /// <param name="reads">The snapshot.</param>
    /// <param name="programme">The programme.</param>
    public static ReportRights Of(Viewer viewer, Reads reads, long programme)
    {
        var roles = viewer.PersonId is { } person ? RoleNow.InProgramme(reads, programme, person).Select(one => one.Role).ToList() : [];
        var office = viewer.IsSignedIn && (viewer.IsFacilitator || viewer.IsAdmin);
        bool Reads(Artefact artefact) => (office && AccessTable.OfficeReads(artefact) == Extent.All) || roles.Exists(role => AccessTable.Reads(artefact, role) == Extent.All);
        return new ReportRights([.. Enum.GetValues<Artefact>().Where(Reads).Select(artefact => artefact.ToString())], WorkRights.Measures(viewer, reads, programme))
        {
            MayReadDraft = Reads(Artefact.ReportDraft),
            MayRead = Reads(Artefact.FinalReport),
            MayEdit = (office && AccessTable.OfficeWrites(Artefact.FinalReport) == Extent.All)
                || roles.Exists(role => AccessTable.Writes(Artefact.FinalReport, role) == Extent.All),
        };
    }

    /// <summary>The page on which this viewer sees what a figure was counted from; null where they may not, or there is none.</summary>
    public string? LinkOf(Figure figure) => figure.Link is { } link && (figure.Needs is null || _links.Contains(figure.Needs) || IsMeasure(link)) ? link : null;

    /// <summary>A measure is read by whoever is something to its set, not by a role in the programme alone.</summary>
    private bool IsMeasure(string link) => link.StartsWith(StoryFigures.Measures, StringComparison.Ordinal)
        && long.TryParse(link.AsSpan(StoryFigures.Measures.Length), CultureInfo.InvariantCulture, out var measure) && _measures.Contains(measure);
}
